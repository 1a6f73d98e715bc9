"""Every page and every form there is: its address, what it needs, and the function that does it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Needs = Literal["nothing", "entry", "work"]
"""`entry`: whoever asks must have come in, where there is a join code; `work`: a council file must be open, too."""


class Way(NamedTuple):
    """`does` is `module:function` under `wizard.web`, called with the visit; `brings`, that its form brings a file."""

    method: str
    path: str
    does: str
    needs: Needs = "work"
    brings: bool = False


ROUTES = (
    Way("GET", "/favicon.ico", "welcome:no_picture", "nothing"),
    Way("GET", "/join", "joining:join_page", "nothing"),
    Way("POST", "/join", "joining:join", "nothing"),
    Way("GET", "/", "welcome:welcome", "entry"),
    Way("POST", "/begin", "welcome:begin", "entry"),
    Way("POST", "/open", "welcome:open_file", "entry"),
    Way("POST", "/unsaved", "welcome:unsaved", "entry"),
    Way("POST", "/bring", "bringing:bring", "entry", brings=True),
    Way("GET", "/places", "places:places", "entry"),
    Way("GET", "/places/{place}", "places:place", "entry"),
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
    Way("GET", "/evidence", "evidence_search:search_page"),
    Way("POST", "/evidence", "evidence_search:search"),
    Way("GET", "/evidence/disagreements", "evidence_search:disagreements"),
    Way("GET", "/evidence/not-asked", "evidence_search:not_asked"),
    Way("GET", "/evidence/page/{number}", "evidence_search:more"),
    Way("GET", "/evidence/{kind}/{id}", "evidence:behind"),
    Way("GET", "/models", "off_the_table:models"),
    Way("POST", "/models", "off_the_table:change"),
    Way("GET", "/priorities", "priorities:first"),
    Way("GET", "/priorities/{decision}", "priorities:priorities"),
    Way("POST", "/priorities/{decision}", "priorities:take_back"),
    Way("GET", "/priorities/{decision}/changed", "priorities:changed"),
    Way("GET", "/priorities/{decision}/which", "trade_offs:which"),
    Way("POST", "/priorities/{decision}/which", "trade_offs:answer"),
    Way("GET", "/priorities/{decision}/{way}", "weighing:weigh_page"),
    Way("POST", "/priorities/{decision}/{way}", "weighing:weigh"),
    Way("GET", "/priorities/{decision}/{way}/{whole}", "weighing:weigh_page"),
    Way("POST", "/priorities/{decision}/{way}/{whole}", "weighing:weigh"),
    Way("GET", "/what-if", "what_if:what_ifs"),
    Way("POST", "/what-if", "what_if:begin"),
    Way("GET", "/what-if/side-by-side", "what_if:side_by_side"),
    Way("GET", "/what-if/{variant}", "what_if:what_if"),
    Way("POST", "/what-if/{variant}", "what_if:act"),
    Way("GET", "/what-if/{variant}/vary", "what_if:which"),
    Way("GET", "/what-if/{variant}/vary/{question}", "what_if:vary_page"),
    Way("POST", "/what-if/{variant}/vary/{question}", "what_if:vary"),
    Way("GET", "/what-if/{variant}/weights", "vary_weights:weights"),
    Way("POST", "/what-if/{variant}/weights", "vary_weights:weigh"),
    Way("GET", "/what-if/{variant}/models", "off_the_table:models_here"),
    Way("POST", "/what-if/{variant}/models", "off_the_table:change_here"),
    Way("GET", "/compare", "compare:which"),
    Way("POST", "/compare", "compare:chosen"),
    Way("GET", "/compare/side-by-side", "compare:side_by_side"),
    Way("GET", "/download", "download:download"),
    Way("GET", "/download/{name}", "download:file"),
)

BRINGING = frozenset(each.path for each in ROUTES if each.brings)
"""The only addresses whose form may bring a file."""
