"""A verdict that hangs on a count is told as such, and no other."""

from __future__ import annotations

from dataclasses import replace

from tests.engine import random_packs as small
from wizard.conditions.domain import understand
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.firmness.close_calls import CloseCall, close_calls
from wizard.engine.results import Assessment
from wizard.schema.pack import Pack

ONE, TWO, NONE = small.MODELS
ANSWERS = {
    question: understand(small.DOMAINS[question], written)
    for question, written in {
        "decided_on": "2007-01-01",
        "arrangement": ["one_head"],
        "people": "50",
        "shared": "no",
        "level": "good",
    }.items()
}


def pack() -> Pack:
    """Two groups that pull apart: the first model leads in rather more than half of all mixes."""
    return small.pack_of(
        small.criterion(
            "first", small.argument("a", None, favours=(ONE,), counts_against=(NONE,)), group="first_group"
        ),
        small.criterion("second", small.argument("b", {"level": "good"}, favours=(TWO,)), group="second_group"),
        small.criterion("third", small.argument("c", None, favours=(ONE,)), group="second_group"),
    )


def with_thresholds(base: Pack | None = None, **changes: float) -> Rules:
    """The rules with some thresholds elsewhere."""
    base = base or pack()
    thresholds = base.head.thresholds.model_copy(update=changes)
    return compile_rules(replace(base, head=base.head.model_copy(update={"thresholds": thresholds})))


def judged(rules: Rules, case: Case) -> tuple[Assessment, tuple[CloseCall, ...]]:
    """The assessment and its close calls."""
    found = assess(rules, case)
    return found, close_calls(rules, found, "who_heads")


def share() -> float:
    """In how many mixes the first model leads."""
    found = assess(with_thresholds(), Case(ANSWERS)).decisions[0].competing[0]
    assert found.model.id == ONE and 0.5 < found.first_priorities < 0.95
    return found.first_priorities


def test_a_share_near_a_threshold_is_a_close_call_either_way() -> None:
    """Just below and just above the line: each names the class that the other has."""
    line = share()
    for at, now, otherwise in ((line - 0.005, "clear", "leans"), (line + 0.005, "leans", "clear")):
        found, calls = judged(with_thresholds(clear_priorities=at, split=1.0), Case(ANSWERS))
        assert found.decisions[0].verdict.kind == now
        (call,) = calls
        assert (call.threshold, call.model, call.kind, call.leader) == ("clear_priorities", ONE, otherwise, ONE)
        assert call.share == line and abs(call.share - call.line) <= call.error < 0.04


def test_a_share_far_from_every_threshold_is_none() -> None:
    """Beyond the sampling error nothing is said."""
    assert judged(with_thresholds(clear_priorities=share() - 0.1, split=1.0), Case(ANSWERS))[1] == ()


def test_a_share_on_which_the_class_does_not_hang_is_none() -> None:
    """The line for a clear verdict does not matter where the choice depends on priorities."""
    line = share()
    found, calls = judged(with_thresholds(clear_priorities=line + 0.005, split=0.05), Case(ANSWERS))
    assert found.decisions[0].verdict.kind == "depends_on_priorities" and calls == ()


def test_rivals_near_the_line_are_close_calls_too() -> None:
    """Whether a rival leads often enough for it to depend on priorities."""
    rival = assess(with_thresholds(), Case(ANSWERS)).decisions[0].standing(TWO).first_priorities
    found, calls = judged(with_thresholds(split=rival + 0.004), Case(ANSWERS))
    assert found.decisions[0].verdict.kind != "depends_on_priorities"
    assert ("split", TWO, "depends_on_priorities") in {(each.threshold, each.model, each.kind) for each in calls}


def test_unknown_answers_near_the_line() -> None:
    """Leading in 70 of 100 ways the unknown answers could fall, as the prior has it, against lines around that."""
    hangs = small.pack_of(
        small.criterion(
            "only",
            small.argument("a", None, favours=(ONE,), counts_against=(NONE,)),
            small.argument("b", {"level": "good"}, favours=(TWO,), counts_against=(ONE,)),
        )
    )
    unknown = Case({question: answer for question, answer in ANSWERS.items() if question != "level"})
    for line, near in ((0.68, True), (0.72, True), (0.5, False), (0.9, False)):
        found, calls = judged(with_thresholds(hangs, lead_needed=line, close=0), unknown)
        kind = "not_enough_known" if line > 0.7 else "leans"
        assert found.decisions[0].verdict.kind == kind
        assert [each.threshold for each in calls] == (["lead_needed"] if near else [])
        assert all(each.kind == ("leans" if line > 0.7 else "not_enough_known") for each in calls)


def test_what_is_not_drawn_has_no_error() -> None:
    """With one thing to weigh and nothing unknown every share is exact, however near it stands to a line."""
    only = small.pack_of(small.criterion("only", small.argument("a", None, favours=(ONE,))))
    rules = with_thresholds(only, clear_priorities=0.999, clear_unknowns=0.999)
    found, calls = judged(rules, Case(ANSWERS))
    assert found.decisions[0].competing[0].first_priorities == 1 and calls == ()
