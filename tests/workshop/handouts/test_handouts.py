"""What is handed out: sheets that give nothing away, notes that hold no sealed sheet, a script whose minutes add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.workshop.conftest import again
from tests.workshop.tiny_workshops import tiny_group
from wizard.cli.commands import COMMANDS as ALL_COMMANDS
from wizard.cli.workshop import COMMANDS
from wizard.report.document import Document, Items, Section
from wizard.report.formats import Options, renderer_of
from wizard.report.text import text_of
from wizard.session.rule_sets import RuleSets
from wizard.workshop.beginning import begin_case_study
from wizard.workshop.handouts.answer_sheet import answer_sheet
from wizard.workshop.handouts.facilitator_notes import facilitator_notes
from wizard.workshop.handouts.participant_sheet import participant_sheet
from wizard.workshop.handouts.script import script
from wizard.workshop.handouts.script_parts import TWO_HOURS, Script
from wizard.workshop.handouts.script_variants import NO_MACHINE, ONE_HOUR
from wizard.workshop.paper import paper_of
from wizard.workshop.training.study import study_of
from wizard.workshop.workshop import Workshop

SECRET = "zebra-striped reading room"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A place in the reports."""
    rule_sets = RuleSets()
    folder = tmp_path_factory.mktemp("case") / "case"
    begin_case_study(folder, "bracknell_forest_2008", rule_sets.named("reports_2008"))
    return Workshop.open(folder, rule_sets)


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A group on the tiny rule set, in which one sheet is sealed."""
    workshop = tiny_group(tmp_path_factory.mktemp("group") / "room", expected=2)
    workshop.put_in("The desk", "paper", answers={"wishes": ["quiet"]}, remark=SECRET)
    return workshop


def read(document: Document) -> str:
    """Its words in one line."""
    return " ".join(text_of(document, 100).split())


def ticks(document: Document) -> int:
    """How many places to tick it has."""

    def within(blocks: object) -> Iterator[int]:
        for each in blocks:  # type: ignore[attr-defined]
            if isinstance(each, Section):
                yield from within(each.blocks)
            elif isinstance(each, Items):
                yield sum(item.sign == "tick" for item in each.items)

    return sum(within(document.blocks))


@pytest.mark.parametrize("kind", ["group", "case"])
def test_the_answer_sheet_has_a_place_for_everything_that_can_be_keyed_in(
    kind: str, request: pytest.FixtureRequest
) -> None:
    """Every number and letter that is understood stands on it, and no others do."""
    workshop = request.getfixturevalue(kind)
    paper, sheet = paper_of(workshop), answer_sheet(workshop)
    said = read(sheet)
    ordered = [each for each in paper.entries if each.kind == "order"]
    assert ticks(sheet) == sum(len(each.choices) for each in paper.entries if each not in ordered)
    for each in paper.entries:
        assert f"{each.number}. {each.asks}" in said
    for each in ordered:
        assert all(f"_____ {choice.label}. {choice.title}" in said for choice in each.choices)


def test_sheets_for_those_who_take_part_say_nothing_of_what_the_place_did(case: Workshop) -> None:
    """Neither its outcome nor anything known only later; the notes do say it, first of all to whom."""
    study = study_of(case)
    for sheet in (participant_sheet(case), answer_sheet(case)):
        said = read(sheet)
        assert not any(sentence in said for sentence in study.outcome.what_happened.split(". "))
        assert not any(question[:60] in said for question in study.outcome.discuss)
        assert "chose One director" not in said and "chose one director" not in said
    notes = read(facilitator_notes(case))
    assert notes.index("FOR THE FACILITATOR ALONE") < notes.index("The place chose one director for both")
    assert all(question[:60] in notes for question in study.outcome.discuss)
    assert "Agreeing with the council is not being right" in notes
    assert all(study.pack.risks[each].title in notes for each in ("succession_planning", "silos_inside"))


def test_nothing_of_a_sheet_is_in_any_handout(group: Workshop) -> None:
    """Not while it is sealed, and not after: notes are made before and read during."""
    for document in (participant_sheet(group), answer_sheet(group), facilitator_notes(group), script(group)):
        said = read(document)
        assert SECRET not in said and "The desk" not in said


def test_sensitive_facts_stand_in_no_handout_of_a_workshop_that_is_not_confidential(group: Workshop) -> None:
    """The facts say that the head is leaving, and why."""
    for document in (participant_sheet(group), answer_sheet(group), facilitator_notes(group)):
        assert "A secret" not in read(document) and "head librarian leave" not in read(document)


def test_made_up_answers_are_marked_on_every_handout(tmp_path: Path) -> None:
    """So that no paper of a practice run is taken for a real one."""
    workshop = tiny_group(tmp_path / "room", rehearsal=True)
    documents = (participant_sheet(workshop), answer_sheet(workshop), facilitator_notes(workshop), script(workshop))
    assert all("ehearsal" in each.mark for each in documents)
    assert not answer_sheet(again(tiny_group(tmp_path / "real").folder)).mark


@pytest.mark.parametrize("plan", [TWO_HOURS, ONE_HOUR, NO_MACHINE], ids=lambda plan: plan.title)
def test_all_minutes_add_up(plan: Script) -> None:
    """To the length that is promised; no part takes no time."""
    assert sum(block.minutes for block in plan.blocks) == plan.length
    assert all(part.minutes > 0 for block in plan.blocks for part in block.parts)


def test_two_hours_hold_a_case_and_then_the_council_s_own_question() -> None:
    """About three quarters of an hour, and about fifty minutes, with a break between."""
    minutes = {each.id: each.minutes for each in TWO_HOURS.blocks}
    assert list(minutes) == ["welcome", "case", "break", "group", "close"]
    assert 40 <= minutes["case"] <= 50 and 45 <= minutes["group"] <= 55 and minutes["break"] >= 5


def test_the_times_of_each_plan_follow_each_other_without_a_gap() -> None:
    """From nought to the end, as printed."""
    times = re.findall(r"(?<![\d–])(\d+)–(\d+)(?![\d–])", read(script()))
    begins = [place for place, (start, _) in enumerate(times) if start == "0"]
    assert len(begins) == 3
    for first, last in zip(begins, [*begins[1:], len(times)], strict=True):
        plan = times[first:last]
        assert all(one[1] == other[0] for one, other in pairwise(plan))
        assert plan[-1][1] in ("60", "120")


def test_every_command_that_a_handout_names_exists(group: Workshop, case: Workshop) -> None:
    """A facilitator types what stands there."""
    documents = (script(), script(group), script(case), answer_sheet(group), facilitator_notes(case))
    said = " ".join(read(each) for each in documents)
    assert set(re.findall(r"wizard workshop ([a-z-]+)", said)) <= set(COMMANDS)
    assert set(re.findall(r"wizard ([a-z-]+) (?=[a-z(FA-Z-])", said)) <= set(ALL_COMMANDS)


def test_a_script_for_a_workshop_says_how_its_minutes_fit(group: Workshop, case: Workshop) -> None:
    """Its title, how much there is to do, and how long that takes."""
    said = read(script(group))
    assert group.file.title in said and "2 questions to answer apart" in said and "2 sheets are expected" in said
    assert "That is more than the script gives" not in said
    assert "1 question being settled to foretell" in read(script(case))


def test_answers_to_objections_are_counted_from_the_rule_set(case: Workshop) -> None:
    """Whose evidence it is, in the figures that 'wizard pack tilt' prints."""
    from wizard.proof.behind_models import behind_models

    rules = next(each for each in case.rules.decisions if each.decision.id == "leadership")
    behind = behind_models(case.rules.pack, rules)
    said = read(facilitator_notes(case))
    assert f"Of {behind.findings.total} findings" in said
    assert f"{behind.findings.holders['combined_director']} come from people whose post" in said


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("text", "[ ] a. Sound"),
        ("md", "- [ ] a. Sound"),
        ("html", '<span class="unseen">to tick: </span>a. Sound'),
        ("docx", '<w:pStyle w:val="ToTick"/><w:keepNext/>'),
    ],
)
def test_places_to_tick_are_places_to_tick_in_every_format(group: Workshop, form: str, says: str) -> None:
    """Seen, and read aloud; all of an entry on one page where there are pages."""
    made = renderer_of(form).rendered(answer_sheet(group), Options())
    text = ZipFile(BytesIO(made)).read("word/document.xml") if form == "docx" else made
    assert says in text.decode("utf-8")


def test_a_pdf_of_the_answer_sheet_can_be_set(group: Workshop) -> None:
    """Places to tick are drawn, so that no typeface need have them; the file knows that it is untouched."""
    pdf = renderer_of("pdf")
    made = pdf.rendered(answer_sheet(group), Options())
    assert made.startswith(b"%PDF") and pdf.is_untouched(made)
