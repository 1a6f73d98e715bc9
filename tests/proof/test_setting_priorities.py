"""What a person says about priorities becomes a council file that can be read back, or is told what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.council_file import new_text, read_council, view_of
from wizard.council_file.written import written_in
from wizard.engine.case import shared_out
from wizard.engine.eliciting import NotWeights
from wizard.pack import find_pack, read_pack
from wizard.proof.council_case import case_of
from wizard.proof.setting_priorities import (
    Compared,
    NewPriorities,
    SaidBy,
    with_ranks,
    with_stated,
    with_swings,
    with_trade_offs,
)
from wizard.schema.council import CouncilFile

VIEW = view_of(read_pack(find_pack(Path(__file__).resolve().parents[2] / "rules" / "reports_2008")).pack)
WEIGHABLE = VIEW.weighable["leadership"]
GROUPS = [each for each, group in WEIGHABLE.items() if group is None]
SUPPORT = [each for each, group in WEIGHABLE.items() if group == "support"]
BY = SaidBy("chief executive", "before_result", "It is what we are for.")


def plain(**more: Any) -> CouncilFile:
    """A council file in which nothing is set but `more`."""
    return CouncilFile.model_validate({"id": "a", "title": "A", "pack": {"id": "reports_2008"}, **more})


def read_back(new: NewPriorities) -> CouncilFile:
    """The file as written and read with its rule set, which refuses whatever does not go together."""
    return read_council(written_in(new_text(new.file).encode(), Path("a.yaml")), VIEW).file


def test_swings_of_all_groups_fill_the_whole_with_who_when_and_why() -> None:
    """Two decimals, exactly 100 together, the same for each entry."""
    numbers = [(each, str(100 - 7 * place)) for place, each in enumerate(GROUPS)]
    new = with_swings(plain(), "leadership", WEIGHABLE, numbers, BY)
    entries = read_back(new).weights["leadership"]
    assert list(entries) == GROUPS == list(new.touched)
    assert sum(Fraction(str(entry.weight)) for entry in entries.values()) == 100
    assert {(entry.set_by, entry.when, entry.why) for entry in entries.values()} == {tuple(BY)}


@given(st.permutations(GROUPS), st.lists(st.integers(0, 100), min_size=len(GROUPS), max_size=len(GROUPS)))
def test_whatever_is_said_can_be_read_back(order: list[str], points: list[int]) -> None:
    """Any order and any points give a file that its rule set takes, with weights that are used as they stand."""
    said = [with_ranks(plain(), "leadership", WEIGHABLE, [[each] for each in order], BY)]
    if any(points):
        numbers = [(each, str(number)) for each, number in zip(order, points, strict=True)]
        said.append(with_swings(plain(), "leadership", WEIGHABLE, numbers, BY))
    for new in said:
        weights = case_of(read_council(written_in(new_text(new.file).encode(), Path("a.yaml")), VIEW)).weights
        assert 99.9 < sum(weights["leadership"].values()) <= 100


def test_what_is_said_to_matter_the_same_counts_exactly_the_same() -> None:
    """Six groups in one tier are six exact sixths: no tie is broken by two decimals."""
    new = with_ranks(plain(), "leadership", WEIGHABLE, [GROUPS], BY)
    stated = case_of(_Understood(read_back(new))).weights["leadership"]
    assert set(shared_out(GROUPS, stated).values()) == {Fraction(1, 6)}


def test_criteria_of_one_group_are_weighed_within_it() -> None:
    """A rank of the criteria of a group says nothing of groups."""
    new = with_ranks(plain(), "leadership", WEIGHABLE, [[each] for each in SUPPORT], BY)
    assert list(read_back(new).weights["leadership"]) == SUPPORT


def test_stated_weights_stand_beside_those_stated_before() -> None:
    """The others stay; one that is said again gives way, and that is told."""
    before = plain(weights={"leadership": {"services": {"weight": 30, "set_by": "leader"}, "change": {"weight": 20}}})
    new = with_stated(before, "leadership", WEIGHABLE, [("services", "40"), ("capacity", "12.5")], BY)
    weights = {each: entry.weight for each, entry in read_back(new).weights["leadership"].items()}
    assert weights == {"services": 40, "change": 20, "capacity": 12.5}
    assert [(each, entry.set_by) for each, entry in new.replaced_weights.items()] == [("services", "leader")]


ANSWERED = {
    "leadership": [
        {"of": ["services", "capacity"], "says": "services", "set_by": "leader"},
        {"of": ["change", "lasting"], "says": "cannot_say"},
    ]
}


def test_a_weight_takes_the_place_of_trade_offs_of_that_group_only() -> None:
    """It says more; the other answers stay, and what goes is told."""
    new = with_stated(plain(trade_offs=ANSWERED), "leadership", WEIGHABLE, [("capacity", "10")], BY)
    assert [each.of for each in read_back(new).trade_offs["leadership"]] == [["change", "lasting"]]
    assert [(each.of, each.set_by) for each in new.replaced_trade_offs] == [(["services", "capacity"], "leader")]
    criterion = with_stated(plain(trade_offs=ANSWERED), "leadership", WEIGHABLE, [(SUPPORT[0], "10")], BY)
    assert len(read_back(criterion).trade_offs["leadership"]) == 2 and not criterion.replaced_trade_offs
    every = with_ranks(plain(trade_offs=ANSWERED), "leadership", WEIGHABLE, [GROUPS], BY)
    assert read_back(every).trade_offs == {} and len(every.replaced_trade_offs) == 2


def test_an_answer_takes_the_place_of_the_one_about_the_same_two() -> None:
    """Where it stood in the file; others stay, new ones come last, and nobody-can-say is an answer."""
    compared = [Compared("capacity", "services", True), Compared("support", "change", False)]
    new = with_trade_offs(plain(trade_offs=ANSWERED), "leadership", WEIGHABLE, compared, BY)
    assert [(each.of, each.says) for each in read_back(new).trade_offs["leadership"]] == [
        (["capacity", "services"], "capacity"),
        (["change", "lasting"], "cannot_say"),
        (["support", "change"], "cannot_say"),
    ]
    assert [each.says for each in new.replaced_trade_offs] == ["services"]
    assert case_of(_Understood(new.file)).trade_offs == {"leadership": (("capacity", "services"),)}


class _Understood:
    """A council file whose answers are beside the point."""

    def __init__(self, file: CouncilFile) -> None:
        self.file = file
        self.answers: dict[str, Any] = {}
        self.notices: tuple[Any, ...] = ()


def _stated(*numbers: tuple[str, str], file: CouncilFile | None = None) -> Callable[[], NewPriorities]:
    return lambda: with_stated(file or plain(), "leadership", WEIGHABLE, numbers, BY)


def _compared(*pairs: tuple[str, str], file: CouncilFile | None = None) -> Callable[[], NewPriorities]:
    answers = [Compared(*pair, True) for pair in pairs]
    return lambda: with_trade_offs(file or plain(), "leadership", WEIGHABLE, answers, BY)


WEIGHED = plain(weights={"leadership": {"services": {"weight": 70}}})


@pytest.mark.parametrize(
    ("say", "message", "hint"),
    [
        (_stated(("servces", "3")), "'servces'", "Did you mean 'services'?"),
        (_stated(("services", "3"), ("services", "4")), "given twice", "once"),
        (_stated(("capacity", "40"), file=WEIGHED), "stated already: Together they come to 110", "100 at most"),
        (_stated(("services", "-4")), "below 0", "least is 0"),
        (_stated(*((each, "0") for each in GROUPS)), "weigh 0", "at least one"),
        (_stated(), "Nothing is said", "There are"),
        (_compared(("services", "services")), "against itself", "two groups"),
        (_compared(("services", "capcity")), "'capcity'", "Did you mean 'capacity'?"),
        (_compared(("services", SUPPORT[0])), "is a criterion", "between two groups"),
        (_compared(("capacity", "services"), file=WEIGHED), "has a weight already (70 in 100)", "Change that weight"),
        (_compared(("services", "change"), ("change", "services")), "twice", "once"),
        (
            _compared(("capacity", "support"), ("support", "services"), file=plain(trade_offs=ANSWERED)),
            "circle",
            "Change",
        ),
        (
            lambda: with_swings(plain(), "leadership", WEIGHABLE, [("services", "1"), (SUPPORT[0], "2")], BY),
            *("do not share one whole", "criteria of one group"),
        ),
        (lambda: with_ranks(plain(), "leadership", WEIGHABLE, [["services"]], BY), "said about", "its place"),
    ],
)
def test_what_cannot_stand_is_told_with_a_way_out(say: Callable[[], NewPriorities], message: str, hint: str) -> None:
    """What is wrong and how to mend it; nothing comes back that its rule set would refuse."""
    with pytest.raises(NotWeights) as refused:
        say()
    assert message in refused.value.message and hint in refused.value.hint
