"""Where one verdict ends and the next begins."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.engine import random_packs as small
from wizard.conditions.domain import understand
from wizard.engine import Case, assess, compile_rules
from wizard.engine.judging import Known, judge
from wizard.engine.results import Cap, Standing, Verdict
from wizard.schema.criterion import Argument, Criterion
from wizard.schema.pack import Pack


def _standing(number: int, total: float, unknowns: float, priorities: float) -> Standing:
    model = small._model(small.MODELS[number], number, None)
    share = Fraction(str(unknowns))
    exact = Fraction(str(total))
    return Standing(model, False, False, "open", None, frozenset(), exact, exact, exact, share, priorities)


ENOUGH = Known(("a", "b"), frozenset(["a", "b"]))
NONE = Known((), frozenset())


def _verdict(first: Standing, second: Standing, core: Known = ENOUGH, caps: tuple[Cap, ...] = ()) -> Verdict:
    return judge(small.thresholds(), (first, second), core, NONE, caps)


def test_clear_needs_all_three() -> None:
    """A lead in nine of ten completions and eight of ten mixes, with nothing in the way, is clear."""
    second = _standing(1, 50, 0.1, 0.1)
    assert _verdict(_standing(0, 60, 0.9, 0.8), second).kind == "clear"
    assert _verdict(_standing(0, 60, 0.89, 0.8), second).kind == "leans"
    assert _verdict(_standing(0, 60, 0.9, 0.79), second).kind == "leans"
    assert _verdict(_standing(0, 60, 0.9, 0.8), second, caps=(Cap("poor_fit", "it is so", True),)).kind == "leans"


def test_too_close_lists_all_within_reach_and_recommends_none() -> None:
    """Within one point there is no leader, only a list; just beyond it there is one."""
    close = _verdict(_standing(0, 50.5, 0.9, 0.9), _standing(1, 49.5, 0.1, 0.1))
    assert (close.kind, close.leader, close.close) == ("too_close", None, ("one_head", "two_heads"))
    assert _verdict(_standing(0, 50.6, 0.9, 0.9), _standing(1, 49.5, 0.1, 0.1)).kind == "clear"


def test_a_tie_with_everything_known_is_too_close_to_call() -> None:
    """Two equal totals share the lead half and half; with nothing left to find out that is no lack of knowledge."""
    tie = _verdict(_standing(0, 50, 0.5, 0.8), _standing(1, 50, 0.5, 0.2))
    assert (tie.kind, tie.leader, tie.close) == ("too_close", None, ("one_head", "two_heads"))


def test_two_models_that_each_lead_in_a_quarter_depend_on_priorities() -> None:
    """When each of two leads under a quarter of all priorities, the choice is the council's."""
    split = _verdict(_standing(0, 60, 0.9, 0.75), _standing(1, 50, 0.1, 0.25))
    assert (split.kind, split.leader, split.rivals) == ("depends_on_priorities", None, ("one_head", "two_heads"))


def test_a_weak_lead_is_not_enough_known() -> None:
    """A leader in fewer than six of ten completions is named only as "so far"."""
    first = _standing(0, 60, 0.59, 0.9)._replace(low=Fraction(45))
    weak = _verdict(first, _standing(1, 50, 0.41, 0.1))
    assert (weak.kind, weak.leader, weak.so_far) == ("not_enough_known", None, "one_head")


def test_too_few_core_answers_point_nowhere() -> None:
    """With fewer than half of the core questions answered no model is named at all."""
    few = _verdict(_standing(0, 90, 1, 1), _standing(1, 10, 0, 0), core=Known(("a", "b", "c"), frozenset(["b"])))
    assert (few.kind, few.leader, few.so_far, few.answer_first) == ("not_enough_known", None, None, ("a", "c"))


def test_one_open_model_is_no_choice() -> None:
    """Where a single model is open that is said, rather than praised."""
    verdict = judge(small.thresholds(), (_standing(0, 50, 1, 1),), ENOUGH, NONE, ())
    assert (verdict.kind, verdict.leader) == ("only_one_open", "one_head")
    assert judge(small.thresholds(), (), ENOUGH, NONE, ()).kind == "none_open"


def _pack(because: str = "people") -> Pack:
    """One argument, firm, for one head, when there are at least 50 people."""
    argument = Argument(
        id="crowd",
        when={because: {"at_least": "50"}},
        favours=("one_head",),
        because="A crowd.",
        supported_by=("report.finding_4",),
    )
    criterion = Criterion(
        id="size",
        title="Size",
        question="?",
        decision="who_heads",
        group="first_group",
        status="draft",
        scale={"0": "-"},
        arguments=(argument,),
    )
    return Pack(
        small.head(),
        {"who_heads": small.decision()},
        (small.QuestionFile(section="all", title="All", questions=small.QUESTIONS),),
        {model: small._model(model, order, None) for order, model in enumerate(small.MODELS)},
        {"size": criterion},
        {},
        {},
        {},
        {"report": small.source()},
    )


ANSWERS = {"decided_on": "2005-01-01", "arrangement": ["two_heads"], "people": "60", "shared": "no", "share": "0.5"}


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({}, []),
        ({"people": "4"}, ["precondition"]),
        ({"people": "not_sure"}, ["precondition"]),
        ({"decided_on": "2012"}, ["outside_period"]),
        ({"decided_on": "not_sure"}, ["date_not_known"]),
        ({"decided_on": "2008"}, []),
    ],
)
def test_what_caps_a_verdict(changed: dict[str, str], kinds: list[str]) -> None:
    """An unmet or unknown precondition, and a date outside the years of the evidence or unknown, each cap it."""
    answers = {question: understand(small.DOMAINS[question], each) for question, each in {**ANSWERS, **changed}.items()}
    verdict = assess(compile_rules(_pack()), Case(answers)).decisions[0].verdict
    assert [cap.kind for cap in verdict.caps if cap.kind != "core_only"] == kinds


def test_core_answers_alone_are_never_clear() -> None:
    """Quick mode: with nothing answered but core questions the verdict stops at "leans"."""
    core = {question: each for question, each in ANSWERS.items() if question != "share"}
    answers = {question: understand(small.DOMAINS[question], each) for question, each in core.items()}
    verdict = assess(compile_rules(_pack()), Case(answers)).decisions[0].verdict
    assert verdict.kind == "leans"
    assert [cap.kind for cap in verdict.caps] == ["core_only"]


def test_stating_a_weight_moves_the_total_exactly() -> None:
    """One firm argument (20 points) on the only criterion moves a total from 50 to 70."""
    answers = {question: understand(small.DOMAINS[question], each) for question, each in ANSWERS.items()}
    result = assess(compile_rules(_pack()), Case(answers)).decisions[0]
    assert result.standing("one_head").total == 70
    assert result.standing("two_heads").total == 50
    assert ("size", "two_heads") in result.silent


@pytest.mark.parametrize("known", ["everything", "nothing that moves them"])
def test_equal_models_are_too_close_whatever_is_known(known: str) -> None:
    """They share the lead in every mix and however the answers fall: neither priorities nor answers part them.

    So it does not depend on priorities, and it is not for want of knowledge.
    """
    both = ("one_head", "two_heads")
    pack = small.pack_of(
        small.criterion("c", small.argument("a", {"people": {"at_least": "5"}}, both)),
        small.criterion("d", small.argument("b", {"level": "good"}, both)),
    )
    written = {
        "decided_on": "2007",
        "arrangement": ["two_heads"],
        "people": "10",
        "shared": "yes",
        "how_shared": "poor",
    }
    if known == "everything":
        written["level"] = "good"
    answers = {question: understand(small.DOMAINS[question], each) for question, each in written.items()}
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    first, second, _ = result.standings
    assert (first.first_priorities, second.first_priorities) == pytest.approx((0.5, 0.5))
    assert first.level_priorities == first.level_unknowns == {second.model.id}
    assert (result.verdict.kind, result.verdict.rivals) == ("too_close", ())
    assert set(result.verdict.close) == set(both)


def test_equals_beside_a_third_still_depend_on_priorities() -> None:
    """Two that are level with each other, and a third that leads elsewhere: between those priorities do decide."""
    level = frozenset(["two_heads"]), frozenset(["one_head"])
    one = _standing(0, 60, 0.9, 0.3)._replace(level_priorities=level[0])
    other = _standing(1, 60, 0.1, 0.3)._replace(level_priorities=level[1])
    third = _standing(2, 50, 0, 0.4)
    split = judge(small.thresholds(), (one, other, third), ENOUGH, NONE, ())
    assert (split.kind, split.rivals) == ("depends_on_priorities", ("one_head", "two_heads", "no_head"))
