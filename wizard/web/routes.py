"""Every page and every form there is: its address, what it needs, and the function that does it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Needs = Literal["nothing", "entry", "work"]
"""`entry`: whoever asks must have come in, where there is a join code; `work`: a council file must be open, too."""


class Way(NamedTuple):
    """`does` is `module:function` under `wizard.web`, called with the visit."""

    method: str
    path: str
    does: str
    needs: Needs = "work"


ROUTES = (
    Way("GET", "/favicon.ico", "welcome:no_picture", "nothing"),
    Way("GET", "/join", "joining:join_page", "nothing"),
    Way("POST", "/join", "joining:join", "nothing"),
    Way("GET", "/", "welcome:welcome", "entry"),
    Way("POST", "/begin", "welcome:begin", "entry"),
    Way("POST", "/open", "welcome:open_file", "entry"),
    Way("POST", "/unsaved", "welcome:unsaved", "entry"),
    Way("GET", "/work", "overview:overview"),
    Way("POST", "/work", "overview:act"),
    Way("GET", "/questions", "asking:on"),
    Way("GET", "/question/{question}", "asking:question"),
    Way("POST", "/question/{question}", "asking:answer"),
    Way("POST", "/rest", "asking:rest"),
    Way("GET", "/sections", "sections:sections"),
    Way("GET", "/sections/{section}", "sections:section"),
    Way("GET", "/sections/{section}/{question}", "sections:question"),
    Way("POST", "/sections/{section}/{question}", "sections:answer"),
    Way("GET", "/change/{question}", "sections:change_page"),
    Way("POST", "/change/{question}", "sections:change"),
    Way("GET", "/result", "results:first"),
    Way("GET", "/result/{page}", "results:page"),
    Way("GET", "/evidence/{kind}/{id}", "evidence:behind"),
    Way("GET", "/priorities", "priorities:priorities"),
    Way("POST", "/priorities", "priorities:weigh"),
    Way("GET", "/what-if", "what_if:what_ifs"),
    Way("POST", "/what-if", "what_if:begin"),
    Way("GET", "/what-if/side-by-side", "what_if:side_by_side"),
    Way("GET", "/what-if/{variant}", "what_if:what_if"),
    Way("POST", "/what-if/{variant}", "what_if:act"),
    Way("GET", "/what-if/{variant}/vary", "what_if:which"),
    Way("GET", "/what-if/{variant}/vary/{question}", "what_if:vary_page"),
    Way("POST", "/what-if/{variant}/vary/{question}", "what_if:vary"),
    Way("GET", "/download", "download:download"),
    Way("GET", "/download/{name}", "download:file"),
)
