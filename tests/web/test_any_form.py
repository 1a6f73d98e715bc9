"""Whatever is sent to whatever address: a page in plain words, never a fault of the program."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.web.routes import ROUTES

from .conftest import RULE_SETS, TINY, HouseOf, answer_core
from .html_laws import faults

RULES = RULE_SETS.named(TINY).rules
ODD = st.text(max_size=12)
PARTS = {
    "question": st.sampled_from([*RULES.domains, "nothing"]),
    "section": st.sampled_from(["deciding", "service", "nothing"]),
    "variant": st.sampled_from(["a-new-one", "what_if_1", "what_if_2", "nothing"]),
    "kind": st.sampled_from(["argument", "finding", "criterion", "question", "place", "x"]),
    "page": st.sampled_from(["in-short", "why", "risks", "x"]),
    "name": st.sampled_from(["council.yaml", "text.txt", "x.y"]),
    "decision": st.sampled_from([*(each.decision.id for each in RULES.decisions), "nothing"]),
    "way": st.sampled_from(["points", "order", "weights", "which", "x"]),
    "whole": st.sampled_from(["readers", "change", "x"]),
    "place": st.sampled_from(["medway_2008", "x"]),
    "number": st.sampled_from(["1", "2", "x"]),
    "id": st.sampled_from(["opening", "readers", "x.y", "x"]),
}
DONE = ["save", "skip", "forget", "undo", "redo", "keep", "let_go", "take_over", "remove", "name", "off", "back", "all"]
DOES = st.sampled_from([*DONE, "differing", "x"])
VALUES = {
    "do": DOES,
    "answer": st.sampled_from(["typed", "not_sure", "none", "several", "roughly_0", "is_yes", "is_bad", "is_x"]) | ODD,
    "figure": st.sampled_from(["50", "2010", "50 - 100", "1e999", "-", "not sure"]) | ODD,
    "may_be": st.sampled_from(["is_bad", "is_sound"]) | ODD,
    "note": ODD,
    "from": ODD,
    "title": ODD,
    "like": st.sampled_from(["what_if_1", ""]) | ODD,
    "decision": st.sampled_from([each.decision.id for each in RULES.decisions]) | ODD,
    "weight_opening": st.sampled_from(["40", "101", "-1"]) | ODD,
    "weight_readers": st.sampled_from(["40", "60", "1"]) | ODD,
    "weight_change": st.sampled_from(["60", "2"]) | ODD,
    "set_by": st.sampled_from(["the leader"]) | ODD,
    "because": ODD,
    "one": st.sampled_from(["readers", "change"]) | ODD,
    "other": st.sampled_from(["readers", "change"]) | ODD,
    "more": st.sampled_from(["readers", "change", "cannot_say"]) | ODD,
    "asked": st.just("yes"),
    "back": st.sampled_from(["weights", "weight:readers", "compared:readers:change"]) | ODD,
    "model": st.sampled_from(["library_trust", "own_house"]) | ODD,
    "reason": ODD,
    "with": st.sampled_from(["example:small_unitary", "report:", "recent:x"]) | ODD,
    "differing": st.just("yes"),
    "words": st.sampled_from(["doors"]) | ODD,
    "report": st.sampled_from(["trusts_act_2010", ""]) | ODD,
    "role": st.sampled_from(["supports"]) | ODD,
    "which": st.sampled_from(["example:x", "report:"]) | ODD,
}


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, dict[str, list[str]]]:
    """A way that there is, some address for it, and some fields."""
    way = draw(st.sampled_from([each for each in ROUTES if each.path != "/favicon.ico"]))
    path = way.path
    for name, values in PARTS.items():
        path = path.replace(f"{{{name}}}", draw(values) if f"{{{name}}}" in path else "")
    fields = draw(st.lists(st.sampled_from(list(VALUES)), unique=True, max_size=6))
    return way.method, path, {each: draw(st.lists(VALUES[each], min_size=1, max_size=2)) for each in fields}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(requests(), min_size=1, max_size=8), st.booleans())
def test_anything_is_answered_in_plain_words(
    house_of: HouseOf, asked: list[tuple[str, str, dict[str, list[str]]]], ready: bool
) -> None:
    """In any order, before and after the core questions have answers; every page keeps the laws."""
    browser = house_of().at_work()
    if ready:
        answer_core(browser)
        browser.get("/what-if/a-new-one/vary/roof")
        browser.send(browser.path, {"do": "save", "answer": "is_bad"})
    for method, path, fields in asked:
        if method == "GET":
            browser.get(path)
        else:
            browser.get("/work")
            browser.send(path, dict(fields))
        assert browser.status < 500, (method, path, fields)
        if browser.headers["content-type"].startswith("text/html") and not path.startswith("/download/"):
            assert faults(browser.text) == [], (method, path, fields)
