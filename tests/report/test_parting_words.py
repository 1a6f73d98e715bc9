"""What drives a difference reads plainly, names findings once, and keeps the page short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from wizard.council_file import read_council, view_of
from wizard.pack import read_pack
from wizard.proof.consistency import Consistency, check_consistency
from wizard.proof.driving import Cited, Driver, Parting
from wizard.report.document import Block, Item, Items, Section
from wizard.report.parting_words import (
    MOST_DRIVERS,
    PARTING_TITLES,
    driver_words,
    parting_words,
    partings_section,
)
from wizard.schema.outcome import Outcome

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
KNOWN = {
    "decision_date": "2010-06",
    "led_today": "[branch_librarians]",
    "wishes": "[longer_hours]",
    "head_leaving": "no",
    "readers": "20000",
    "hours_a_week": "50",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Consistency:
    """A place that differed, one without a verdict, and one that agreed."""
    pack, folder = read_pack(TINY, every_source=True).pack, tmp_path_factory.mktemp("places")
    councils = []
    for council, did, answers in (
        ("differing", "library_trust", KNOWN),
        ("hardly_known", "library_trust", {"decision_date": "2010-06"}),
        ("agreeing", "branch_librarians", KNOWN),
    ):
        lines = [f"id: {council}", f"title: {council.title()}", "pack: {id: tiny}", "answers:"]
        lines += [f"  {question}: {{is: {answer}, known: before}}" for question, answer in answers.items()]
        path = folder / f"{council}.yaml"
        path.write_text("\n".join(lines), encoding="utf-8")
        outcome = Outcome(id=council, did={"leadership": did}, what_happened="It went on.")
        councils.append((read_council(path, view_of(pack), path.name), outcome))
    return check_consistency(pack, councils)


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Items):
            yield from block.items
        elif isinstance(block, Section):
            yield from _items(block.blocks)


def _driver(**changes: object) -> Driver:
    cited = (Cited("reading_report_2010.volunteers_at_desk", "Reading report", "Oldtown"),)
    made = Driver("moving", "cost", "moving costs", Fraction(3), Fraction(1, 2), False, False, None, cited, ())
    return made._replace(**changes)  # type: ignore[arg-type]


def test_differed_and_first_so_far_stand_apart(found: Consistency) -> None:
    """Each under its own title; a place that agreed stands under none."""
    (section,) = partings_section(found, "leadership")
    by_title = {each.title: each for each in section.blocks if isinstance(each, Section)}
    assert set(by_title) == {PARTING_TITLES["differed"], PARTING_TITLES["first_so_far"]}
    (differed,) = _items(by_title[PARTING_TITLES["differed"]].blocks)
    (so_far,) = _items(by_title[PARTING_TITLES["first_so_far"]].blocks)
    assert differed.text.startswith("Differing:") and so_far.text.startswith("Hardly_Known:")


def test_no_place_has_more_than_three_drivers_and_the_rest_is_counted(found: Consistency) -> None:
    """Every reason named has a number that the list above explains."""
    (section,) = partings_section(found, "leadership")
    listed = next(each for each in section.blocks if isinstance(each, Items)).items
    numbers = {str(number) for number in range(1, len(listed) + 1)}
    for place in (each for each in found.places if each.decisions[0].parting):
        drivers = place.decisions[0].parting.drivers  # type: ignore[union-attr]
        (item,) = (each for each in _items(section.blocks) if each.text.startswith(f"{place.title}:"))
        named = [note for note in item.notes if note.startswith("reason ")]
        assert len(named) == min(MOST_DRIVERS, len(drivers))
        assert {note.split()[1].rstrip(":") for note in named} <= numbers
        left = len(drivers) - len(named)
        assert any(note.startswith(f"and {left} more reason") for note in item.notes) == (left > 0)


def test_a_decision_without_differences_says_nothing(found: Consistency) -> None:
    """Where all agreed, or nobody chose, there is no section."""
    agreeing = replace(found, places=found.places[2:])
    assert partings_section(agreeing, "leadership") == () == partings_section(found, "housing")


def test_share_of_the_lead_in_words() -> None:
    """Of a hundred; what is more than the whole says so; without a lead there is no share."""
    assert driver_words(_driver()) == "+3.00, 50 in 100 of the lead: Moving costs."
    assert "more than the whole lead" in driver_words(_driver(share=Fraction(3, 2)))
    assert driver_words(_driver(share=None)) == "+3.00: Moving costs."


def test_judgements_and_unknowns_are_owned() -> None:
    """One with findings is partly a judgement, one without is a judgement, and a chance is named as such."""
    assert driver_words(_driver(is_judgement=True)).endswith("(partly a judgement)")
    assert driver_words(_driver(is_judgement=True, findings=())).endswith("(a judgement)")
    assert driver_words(_driver(undecided=True)).endswith("(not known yet, counted by its chance)")


def test_closed_models_are_no_matter_of_points(found: Consistency) -> None:
    """Where what was done was not open, or only one was, that is said first, with why."""
    base = Parting(
        "differed",
        "one_librarian",
        "library_trust",
        Fraction(-2),
        Fraction(1),
        Fraction(3),
        (),
        2,
        "not_open",
        "No law.",
    )
    first, did = (found.pack.models[each].name for each in (base.first, base.did))
    assert (
        parting_words(found.pack, base)
        == f"by the rules {did} was not open (No law); {first} stands 2 points behind it"
    )
    only = base._replace(kind="only_one_open")
    assert parting_words(found.pack, only) == f"by the rules only {first} was open, so no reason decided (No law)"


def test_printed_parts_come_to_the_printed_lead(found: Consistency) -> None:
    """Rounding never lets what is printed add up to something else."""
    third = Fraction(1, 3)
    each = Parting("differed", "one_librarian", "library_trust", third, 5 * third, 4 * third, (), 2, "open", None)
    assert "by 0.33 points (reasons add 1.67, 2 reasons the other way take off 1.34)" in parting_words(found.pack, each)
