"""Every page and every form of a workshop: its address, who may ask for it, and the function that does it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Needs = Literal["nothing", "room", "seat", "facilitator"]
"""`room`: whoever gave one of the codes; `seat`: whoever takes part; `facilitator`: whoever gave the longer code."""


class Way(NamedTuple):
    """`does` is `module:function` of this room, called with the visit."""

    method: str
    path: str
    does: str
    needs: Needs


ROUTES = (
    Way("GET", "/favicon.ico", "joining:no_picture", "nothing"),
    Way("GET", "/", "joining:onward", "nothing"),
    Way("GET", "/join", "joining:join_page", "nothing"),
    Way("POST", "/join", "joining:join", "nothing"),
    Way("POST", "/leave", "joining:leave", "room"),
    Way("GET", "/name", "seating:name_page", "room"),
    Way("POST", "/name", "seating:take_seat", "room"),
    Way("POST", "/back", "seating:come_back", "room"),
    Way("GET", "/facts", "facts:facts", "room"),
    Way("GET", "/sheet", "filling:first", "seat"),
    Way("GET", "/sheet/{page}", "filling:page", "seat"),
    Way("POST", "/sheet/{page}", "filling:keep", "seat"),
    Way("GET", "/check", "checking:check_page", "seat"),
    Way("POST", "/check", "checking:seal", "seat"),
    Way("GET", "/waiting", "waiting:waiting", "seat"),
    Way("GET", "/sealed", "waiting:sealed", "seat"),
    Way("GET", "/own", "own:own", "seat"),
    Way("POST", "/own/{decision}", "own:disagree", "seat"),
    Way("GET", "/result", "results:result", "room"),
    Way("GET", "/projector", "projector:projector", "room"),
    Way("GET", "/projector/still", "projector:still", "room"),
    Way("GET", "/room", "leading:room", "facilitator"),
    Way("POST", "/room", "leading:act", "facilitator"),
    Way("GET", "/room/without", "leading:without_page", "facilitator"),
    Way("POST", "/room/without", "leading:open_without", "facilitator"),
    Way("GET", "/reveal", "revealing:reveal_page", "facilitator"),
    Way("POST", "/reveal", "revealing:show", "facilitator"),
    Way("GET", "/paper", "paper:papers", "facilitator"),
    Way("POST", "/paper", "paper:begin", "facilitator"),
    Way("GET", "/paper/{seat}/check", "paper:check_page", "facilitator"),
    Way("POST", "/paper/{seat}/check", "paper:seal", "facilitator"),
    Way("GET", "/paper/{seat}/{page}", "paper:page", "facilitator"),
    Way("POST", "/paper/{seat}/{page}", "paper:keep", "facilitator"),
    Way("GET", "/files", "files:files", "facilitator"),
    Way("POST", "/files", "files:keep_joined", "facilitator"),
    Way("GET", "/files/{name}", "files:file", "facilitator"),
)
