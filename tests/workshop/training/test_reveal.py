"""A case is told in seven steps, each whole by itself, and nothing of it before the sheets are open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.conftest import WorkshopOf
from wizard.council_file import view_of
from wizard.engine import compile_rules
from wizard.kept import recorded
from wizard.report.document import Block, Document, Items, Paragraph, Section, Table
from wizard.report.text import text_of
from wizard.session.change import NotTaken
from wizard.session.rule_sets import RuleSet
from wizard.workshop.facts import facts_document
from wizard.workshop.training import study
from wizard.workshop.training.credit import credit_of, credit_section
from wizard.workshop.training.deciding_step import lead_of
from wizard.workshop.training.naming_people import FEW, foretellers_words
from wizard.workshop.training.reveal import reveal
from wizard.workshop.training.study import study_of
from wizard.workshop.workshop import Workshop

TITLES = [
    "What you foretold",
    "What the evidence says",
    "What the place did",
    "What became of it",
    "Which findings decide",
    "The risks",
    "Questions for discussion",
]
LONGEST_PARAGRAPH = 420
"""Characters that a room can still read from a projector."""


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for each in blocks:
        yield each
        if isinstance(each, Section):
            yield from _blocks(each.blocks)


def _text(section: Section) -> str:
    """The words, however lines are broken."""
    return " ".join(text_of(Document("", "", (section,)), 110).split())


def test_every_case_is_told_in_seven_whole_steps(told_cases: dict[str, Workshop]) -> None:
    """Whatever little was known, and whether sheets are full, half or blank: no step is missing, and none is empty."""
    for workshop in told_cases.values():
        steps = reveal(workshop)
        assert [each.title for each in steps] == TITLES
        for step in steps:
            assert step.section.title == step.title
            for block in _blocks((step.section,)):
                if isinstance(block, Section):
                    assert block.title and block.blocks, step.title
                elif isinstance(block, Items):
                    assert block.items and all(item.text for item in block.items), step.title
                elif isinstance(block, Paragraph):
                    assert 0 < len(block.text) <= LONGEST_PARAGRAPH, block.text
                else:
                    assert not isinstance(block, Table), "a room does not read tables"


def test_evidence_of_the_place_itself_decides_nothing(told_cases: dict[str, Workshop]) -> None:
    """What drives the lead cites no finding that comes from the place alone, and the page says how many went."""
    seen = 0
    for workshop in told_cases.values():
        found = study_of(workshop)
        said = _text(reveal(workshop)[1].section)
        assert (f"{len(found.left.findings)} finding" in said) == bool(found.left.findings)
        for result in found.results:
            lead = lead_of(found, result)
            cited = {each.citation for driver in (lead.drivers if lead else ()) for each in driver.findings}
            assert not cited & found.left.findings
            seen += len(cited)
    assert seen > 100


def test_what_the_place_did_is_never_called_right(told_cases: dict[str, Workshop]) -> None:
    """Beside what it did stands that agreeing with it is not being right, and what became of it is told in full."""
    for workshop in told_cases.values():
        steps = {each.title: _text(each.section) for each in reveal(workshop)}
        assert "Agreeing with the council is not being right." in steps["What the place did"]
        outcome = study_of(workshop).outcome
        for model in outcome.did.values():
            assert workshop.rules.pack.models[model].title in steps["What the place did"]
        for word in outcome.what_happened.split():
            assert word in steps["What became of it"]
        for question in outcome.discuss:
            assert " ".join(question.split())[:60] in steps["Questions for discussion"]


def test_nothing_is_told_while_sheets_are_sealed(told_cases: dict[str, Workshop], tmp_path: Path) -> None:
    """No step and nobody's credit before the sheets are open."""
    room = told_cases["bracknell_forest_2008"]
    sealed = Workshop(tmp_path, room.file, room.rule_set, room.facts, room.outcome)
    sheet = room.opened[0]
    sealed.put_in("Care team", "paper")
    for ask in (lambda: reveal(sealed), lambda: credit_of(sealed, sheet), lambda: credit_section(sealed, sheet)):
        with pytest.raises(NotTaken, match="1 of 1 is in"):
            ask()


def test_a_group_has_nothing_to_reveal(workshop_of: WorkshopOf) -> None:
    """A council's own facts have no outcome: that is said, not guessed."""
    workshop = workshop_of()
    workshop.put_in("Care team", "paper", answers={"roof": "bad"})
    workshop.open_sheets()
    with pytest.raises(NotTaken, match="nothing to foretell"):
        reveal(workshop)


def test_a_page_view_compiles_no_rules(told_cases: dict[str, Workshop], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a case was looked at, looking again reads and compiles nothing."""
    workshop = next(iter(told_cases.values()))
    before = reveal(workshop)

    def dear(*_: object, **__: object) -> None:
        raise AssertionError("worked out anew")

    for name in ("compile_rules", "assess", "without_place", "_whole_pack"):
        monkeypatch.setattr(study, name, dear)
    assert reveal(workshop) == before


def test_nobody_is_singled_out_among_many() -> None:
    """Beside a model names stand only where few took part."""
    assert foretellers_words(["Care team"], FEW) == "Care team"
    assert foretellers_words(["Care team"], FEW + 1) == ""


def test_rules_kept_by_an_earlier_run_tell_the_same(told_cases: dict[str, Workshop], tmp_path: Path) -> None:
    """What the program keeps between runs is for reasoning; a case is told from the whole rule set all the same."""
    room = told_cases["stockton_on_tees_2005"]
    pack = recorded(room.rules.pack)
    kept = RuleSet(room.rule_set.folder, compile_rules(pack), view_of(pack))
    again = Workshop(tmp_path, room.file, kept, room.facts, room.outcome)
    for sheet in room.opened:
        again.put_in(sheet.who, sheet.came_by, foretold=sheet.foretold, risks=sheet.risks)
    again.open_sheets()
    assert reveal(again) == reveal(room)
    assert facts_document(again) == facts_document(room)
    assert credit_section(again, room.opened[0]) == credit_section(room, room.opened[0])
