"""What `wizard assess` prints: complete, in order, and no more than the verdict has a right to say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.report.assessment_document import assessment_document
from wizard.report.document import Block, Document, Item, Items, Section
from wizard.report.figures import sentence
from wizard.report.json_form import council_json
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.report.verdict_words import ADVICE

FORBIDDEN = re.compile(
    r"smaa|monte carlo|\bseed|\bhash|\bdraws?\b|overlay|[a-z]_[a-z]|\bundecided\b|\bNone\b(?! (is|of))", re.I
)

ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "decision_date": st.sampled_from(["2008", "2010-06", "2015", "not_sure", "2009-12"]),
        "led_today": st.sampled_from(
            [["one_librarian"], ["branch_librarians"], ["library_trust"], ["one_librarian", "branch_librarians"], []]
        ),
        "wishes": st.lists(st.sampled_from(["longer_hours", "more_books", "quiet"]), unique=True),
        "head_leaving": st.sampled_from(["yes", "no", "not_sure"]),
        "readers": st.sampled_from(["50", "3000", "9000", "50000", "not_sure"]),
        "hours_a_week": st.sampled_from(["5", "20", "60"]),
        "roof": st.sampled_from(["sound", "patched", "bad"]),
        "housed_today": st.sampled_from([["own_house"], ["under_school_roof"]]),
        "school_willing": st.sampled_from(["yes", "no"]),
        "school_pays": st.sampled_from(["yes", "no", "not_sure"]),
    },
)


def flat(text: str) -> str:
    return " ".join(text.split())


def items_in(block: Block | Document) -> Iterator[Item]:
    if isinstance(block, Items):
        yield from block.items
    elif isinstance(block, Section | Document):
        for each in block.blocks:
            yield from items_in(each)


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


@pytest.mark.parametrize("width", [60, 80, 120])
@given(answers=ANSWERS)
@settings(max_examples=40, deadline=None)
def test_every_text_fits_and_keeps_its_words(width: int, answers: dict[str, Any], subject_of: Any) -> None:
    """No line is wider than asked; advice is owned as such; no word of the workshop is on screen."""
    text = text_of(assessment_document(subject_of(answers)), width)
    assert [line for line in text.splitlines() if len(line) > width] == []
    assert ADVICE in flat(text)
    found = FORBIDDEN.search(text)
    assert found is None, found
    assert text.endswith("\n") and not text.endswith("\n\n")


@given(answers=ANSWERS)
@settings(max_examples=40, deadline=None)
def test_json_carries_every_sentence_of_the_text(answers: dict[str, Any], subject_of: Any) -> None:
    """Each reason, who says it and each remark of the text's lists occurs in the JSON."""
    subject = subject_of(answers)
    document = assessment_document(subject)
    said = {flat(part) for text in strings_in(council_json(subject)) for part in (text, sentence(text))}
    verdicts = [next(iter(section.blocks)) for section in document.blocks if isinstance(section, Section)][:2]
    assert all(getattr(verdict, "text", "") in said for verdict in verdicts)
    for section in document.blocks:
        if not isinstance(section, Section):
            continue
        for case in section.blocks:
            if isinstance(case, Section) and re.match("For it|Against it|The best case|The case|Not known", case.title):
                for item in items_in(case):
                    assert flat(item.text.removeprefix("If it is so: ")) in said, item.text
                    assert item.aside in said
                    assert [
                        note for note in item.notes if not note.startswith("would count") and flat(note) not in said
                    ] == []


def test_with_nothing_answered_nothing_is_recommended(subject_of: Callable[..., Subject]) -> None:
    """No ranking, no case, no poor fit and no risk: only what to answer first."""
    document = assessment_document(subject_of({}))
    text = text_of(document, 100)
    for section in document.blocks[2:4]:
        assert isinstance(section, Section)
        assert [block.title for block in section.blocks if isinstance(block, Section)] in (["Answer first"], [])
    assert text.count("Not enough known yet.") == 2
    assert "between" not in text and "Risks" not in text and "For it" not in text
    assert "Will the head librarian leave within a year?" in flat(text)


def test_notices_stand_above_every_decision(subject_of: Callable[..., Subject]) -> None:
    """A decision outside the reports' years says so before it says anything else."""
    text = text_of(assessment_document(subject_of({"decision_date": "2015"})), 100)
    assert text.index("outside the years") < text.index("WHO LEADS THE BRANCHES")


def test_parts_come_in_the_order_a_reader_needs(full: Subject) -> None:
    """Verdict, ranking, case, runner-up, staying, poor fits, beginning, risks; what is common last."""
    text = text_of(assessment_document(full), 100)
    wanted = [
        "WHO LEADS THE BRANCHES",
        "The evidence ",
        "mixes of priorities",
        "  1   ",
        "<- today",
        "For it",
        "Against it",
        "The best case for",
        "Staying",
        "Poor fits",
        "WHERE THE BOOKS STAND",
        "FIND OUT NEXT",
        "WHAT THE REPORTS DISAGREE ON",
        "WHO WAS NOT ASKED",
    ]
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)


def test_staying_is_named_in_the_ranking(full: Subject) -> None:
    """Today's sole arrangement competes as staying, and is marked."""
    lines = text_of(assessment_document(full), 100).splitlines()
    row = next(line for line in lines if "(stay, and join up the front line)" in line)
    assert "A librarian in each branch" in row and row.endswith("<- today")


def test_several_arrangements_of_today_leave_no_staying(subject_of: Callable[..., Subject]) -> None:
    """A council that inherits two is told that there is none to stay with."""
    answers = {"decision_date": "2010", "led_today": ["one_librarian", "branch_librarians"], "head_leaving": "no"}
    text = flat(text_of(assessment_document(subject_of(answers)), 100))
    assert "there is no one arrangement to stay with" in text and "(stay," not in text


def test_models_not_open_and_off_the_table_say_why(subject_of: Callable[..., Subject]) -> None:
    """The law's reason and the person's reason are both on the page."""
    answers = {"decision_date": "2009-06", "led_today": ["branch_librarians"], "head_leaving": "no", "readers": "300"}
    text = flat(text_of(assessment_document(subject_of(answers, {"one_librarian": "The union objects"})), 100))
    assert "A library trust is not open. The law did not allow a trust before April 2010." in text
    assert "One librarian for all branches was taken off the table. The union objects." in text
    assert "Only one is open" in text


def test_nothing_open_is_said_and_does_not_break(subject_of: Callable[..., Subject]) -> None:
    """With every model off the table there is a sentence and no ranking."""
    off = dict.fromkeys(("one_librarian", "branch_librarians", "library_trust"), "No")
    answers = {"decision_date": "2010-06", "led_today": ["branch_librarians"], "head_leaving": "no", "readers": "300"}
    assert "None is open to the council." in text_of(assessment_document(subject_of(answers, off)), 100)


def test_unmet_and_unknown_conditions_are_kept_apart(subject_of: Callable[..., Subject]) -> None:
    """What must be in place first says met, not met or not known, and what would put it in place."""
    off = {"library_trust": "No", "branch_librarians": "No"}
    base = {"decision_date": "2010-06", "led_today": ["branch_librarians"], "readers": "300", "hours_a_week": "30"}
    leaving = flat(text_of(assessment_document(subject_of({**base, "head_leaving": "yes"}, off)), 100))
    assert "not met: Somebody to stand in" in leaving and "Name a deputy for each branch." in leaving
    assert "A lone head who leaves: When the only librarian leaves" in leaving
    staying = flat(text_of(assessment_document(subject_of({**base, "head_leaving": "no"}, off)), 100))
    assert "+ met: Somebody to stand in" in staying and "A lone head who leaves" not in staying


def test_risks_say_what_may_still_raise_them(subject_of: Callable[..., Subject]) -> None:
    """A level that unknown answers could move says so beside what lowers it."""
    off = {"library_trust": "No", "branch_librarians": "No"}
    answers = {
        "decision_date": "2010-06",
        "led_today": ["branch_librarians"],
        "head_leaving": "no",
        "hours_a_week": "30",
    }
    text = flat(text_of(assessment_document(subject_of(answers, off)), 110))
    assert "A tired head" in text and "possible major" in text
    assert "likelihood may be higher or lower: not known" in text


def test_answers_from_after_the_choice_are_owned_up_to(subject_of: Any) -> None:
    """A case study's answers that tell of the time after the choice are counted, and only those."""
    subject = subject_of({"readers": "300", "head_leaving": "no"})
    answers = {"readers": {"is": "300", "known": "at_report"}, "head_leaving": {"is": "no", "known": "before"}}
    late = replace(subject, council=subject.council.model_copy(update={"answers": answers}))
    assert "1 answer describes the council after its choice was made." in flat(text_of(assessment_document(late), 100))
    assert "after its choice" not in flat(text_of(assessment_document(subject), 100))
