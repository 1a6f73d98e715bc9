"""The consistency check uses what was known before, without the place's own findings, and counts fairly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wizard.council_file import OpenCouncil, read_council, view_of
from wizard.pack import read_pack
from wizard.proof.baselines import Score, tally
from wizard.proof.consistency import Consistency, check_consistency
from wizard.schema.outcome import Outcome
from wizard.schema.pack import Pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

BEFORE = {
    "decision_date": "2010-06",
    "led_today": "[branch_librarians]",
    "wishes": "[longer_hours]",
    "head_leaving": "no",
    "readers": "20000",
    "hours_a_week": "50",
}
"""Answers under which a librarian in each branch leads plainly."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(TINY, every_source=True).pack


@pytest.fixture
def place(tmp_path: Path, pack: Pack) -> Callable[..., tuple[OpenCouncil, Outcome | None]]:
    """A council file and its outcome; `late` are answers known at the report, `plain` ones without a mark."""

    def make(
        council: str,
        did: str | None,
        before: dict[str, str] = BEFORE,
        late: dict[str, str] | None = None,
        plain: dict[str, str] | None = None,
    ) -> tuple[OpenCouncil, Outcome | None]:
        lines = [f"id: {council}", f"title: {council.title()}", "pack: {id: tiny}", "answers:", "  roof: not_sure"]
        lines += [f"  {question}: {{is: {answer}, known: before}}" for question, answer in before.items()]
        lines += [f"  {question}: {{is: {answer}, known: at_report}}" for question, answer in (late or {}).items()]
        lines += [f"  {question}: {answer}" for question, answer in (plain or {}).items()]
        path = tmp_path / f"{council}.yaml"
        path.write_text("\n".join(lines), encoding="utf-8")
        outcome = Outcome(id=council, did={"leadership": did} if did else {}, what_happened="It went on.")
        return read_council(path, view_of(pack), path.name), outcome

    return make


def _verdicts(found: Consistency) -> list[Any]:
    return [each.verdict for place in found.places for each in place.decisions]


def test_only_what_was_known_before_is_used(pack: Pack, place: Callable[..., Any]) -> None:
    """What was seen later, or is not marked, changes nothing; each is counted, and "not sure" is not."""
    before = {question: answer for question, answer in BEFORE.items() if question != "readers"}
    bare = check_consistency(pack, [place("newtown", "one_librarian", before)])
    for readers in ("20", "90000"):
        late = {"readers": readers, "housed_today": "[own_house]"}
        found = check_consistency(pack, [place("newtown", "one_librarian", before, late, {"school_willing": "yes"})])
        assert _verdicts(found) == _verdicts(bare)
        assert (found.places[0].used, found.places[0].at_report, found.places[0].unmarked) == (5, 2, 1)


def test_place_is_judged_without_its_own_findings(pack: Pack, place: Callable[..., Any]) -> None:
    """What only this place said of setting up a trust holds a trust back for every place but this one."""
    act = pack.sources["trusts_act_2010"]
    setting_up = act.findings["setting_up"].model_copy(update={"places": ("newtown",)})
    told = act.model_copy(update={"findings": {**act.findings, "setting_up": setting_up}})
    changed = replace(pack, sources={**pack.sources, "trusts_act_2010": told})
    before = {**BEFORE, "readers": "2000"}
    found = check_consistency(
        changed, [place("newtown_2010", "library_trust", before), place("midtown_2010", "library_trust", before)]
    )
    newtown, midtown = found.places
    assert (newtown.place, midtown.place) == ("newtown", "midtown") and newtown.named and not midtown.named
    assert "trusts_act_2010.setting_up" in newtown.left.findings and midtown.left.findings == frozenset()
    assert newtown.left.arguments[0] == "new_body_costs"
    assert newtown.decisions[0].first == "library_trust" and midtown.decisions[0].first == "one_librarian"


def test_tie_is_first_for_nobody(pack: Pack, place: Callable[..., Any]) -> None:
    """Where no argument is left, every total is the same, and no model is called the first."""
    silent = {each.id: each.model_copy(update={"arguments": ()}) for each in pack.criteria.values()}
    found = check_consistency(replace(pack, criteria=silent), [place("newtown", "one_librarian")])
    assert found.places[0].decisions[0].first is None
    assert tally(found, "leadership").first == Score(0, 0)


def test_agreement_follows_the_verdict(pack: Pack, place: Callable[..., Any]) -> None:
    """Pointing to what was done agrees, to something else differs; pointing nowhere is neither."""
    found = check_consistency(
        pack,
        [
            place("first", "branch_librarians"),
            place("second", "one_librarian"),
            place("third", "one_librarian", {"decision_date": "2010-06"}),
        ],
    )
    assert [each.agreement for one in found.places for each in one.decisions] == [
        "agreed",
        "differed",
        "not_enough_known",
    ]
    assert [each.pointed_to for one in found.places for each in one.decisions] == ["branch_librarians"] * 2 + [None]
    assert [one.named for one in found.places] == [False] * 3


def test_counts_come_to_the_places(pack: Pack, place: Callable[..., Any]) -> None:
    """By agreement and by verdict; rules of thumb are held against the same places, and the majority is marked."""
    empty = {"decision_date": "2010-06"}
    found = check_consistency(
        pack,
        [
            place("first", "branch_librarians"),
            place("second", "one_librarian"),
            place("third", "one_librarian", empty),
            place("fourth", None),
        ],
    )
    counts = tally(found, "leadership")
    assert counts.places == sum(counts.agreements.values()) == sum(counts.verdicts.values()) == 3
    assert counts.pointed == Score(1, 2)
    assert counts.first.right <= counts.first.of <= 3
    baselines = {each.model: each for each in counts.baselines}
    assert baselines["one_librarian"].everywhere == Score(2, 3)
    assert baselines["one_librarian"].where_pointed == Score(1, 2)
    assert [model for model, each in baselines.items() if each.majority] == ["one_librarian"]
    # Staying is known of two places only: the third does not say how it was led before.
    assert baselines[None].everywhere == baselines[None].where_pointed == Score(1, 2)
    assert sum(each.everywhere.right for model, each in baselines.items() if model) == 3


def test_council_without_outcome_is_named_and_not_counted(pack: Pack, place: Callable[..., Any]) -> None:
    """Its file stands in the result, and in no count."""
    council, _ = place("newtown", "one_librarian")
    found = check_consistency(pack, [(council, None)])
    assert found.places == () and found.without_outcome == ("newtown.yaml",)


def test_check_is_the_same_each_time(pack: Pack, place: Callable[..., Any]) -> None:
    """Nothing is drawn afresh."""
    councils = [place("newtown", "one_librarian"), place("oldtown", "library_trust", {"decision_date": "2010"})]
    assert check_consistency(pack, councils) == check_consistency(pack, councils)
