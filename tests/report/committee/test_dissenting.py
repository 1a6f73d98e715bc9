"""A report says how a group came to its answers and who did not agree; a public one names nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from wizard.engine import Rules
from wizard.report.committee.closing import dissent, weights_set
from wizard.report.committee.dissenting import MOST_OTHER, turning_words
from wizard.report.committee.length import lengths
from wizard.report.committee.paper import Paper, Version, paper_of
from wizard.report.committee.report import committee_report
from wizard.report.committee.summary import summary
from wizard.report.document import Document, Placeholder
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.schema.council import Dissent, GroupRecord

from .conftest import shipped

OPEN = {
    "decision_date": "2010-06",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "readers": "300",
    "housed_today": ["own_house"],
    "roof": "bad",
}
PRIVATE_ONE = {**OPEN, "head_leaving": "no"}

GROUP = GroupRecord(workshop="Three desks", people=("warden", "porter", "handyman"), asked=("roof", "head_leaving"))
ROOF = Dissent(on="roof", who=("handyman", "porter"), says={"one_of": ["sound", "patched"]}, turns=True)
LEADS = Dissent(on="leadership", who=("warden",), says="one_librarian", why="Two heads quarrel.")
HOUSED = Dissent(on="housing", who=("porter",))
HEAD = Dissent(on="head_leaving", who=("vicar",), says="yes", turns=True, why="She told me so.")
EVERY = (LEADS, HOUSED, HEAD, ROOF)


@pytest.fixture(scope="module")
def held(rules: Rules, subject_of: Callable[..., Subject]) -> Callable[..., Paper]:
    """A paper on answers with a group and dissents."""
    subjects = [(answers, subject_of(answers)) for answers in (OPEN, PRIVATE_ONE)]

    def make(
        *dissents: Dissent, version: Version = "draft", answers: dict[str, Any] = PRIVATE_ONE, **more: Any
    ) -> Paper:
        subject = next(each for given, each in subjects if given == answers)
        council = subject.council.model_copy(update={"group": GROUP, "dissent": dissents})
        return paper_of(rules, replace(subject, council=council), version, **more)

    return make


def flat(document: Any) -> str:
    return " ".join(text_of(document, 100).split())


def dissenting(paper: Paper) -> str:
    return flat(Document("", "", (dissent(paper),)))


def test_an_exempt_report_has_everybody_in_their_own_words(held: Callable[..., Paper]) -> None:
    """On what, who, what they would have answered or had, that it would turn the result, and why."""
    said = dissenting(held(*EVERY, version="exempt"))
    assert "On roof, handyman and porter would have answered “Sound or Patched”; with that, something else" in said
    assert "On head leaving (exempt), vicar would have answered “yes”; with that, something else would come" in said
    assert (
        "warden did not agree and would rather have one librarian for all." in said and "“Two heads quarrel.”" in said
    )
    assert "On “Where the books stand" in said and "porter did not agree." in said
    assert said.index("On roof") < said.index("warden did not agree"), "what turns the result comes first"


def test_a_draft_tells_no_sensitive_answer(held: Callable[..., Paper]) -> None:
    """It says that there is one more, and where it is told."""
    said = dissenting(held(*EVERY))
    assert "She told me so" not in said and "vicar" not in said and "head leaving" not in said
    assert "1 entry on answers that are kept private" in said and "handyman and porter" in said


@pytest.mark.parametrize("answers", [OPEN, PRIVATE_ONE], ids=["nothing private", "rests on a private answer"])
def test_a_public_report_names_nobody(held: Callable[..., Paper], answers: dict[str, Any]) -> None:
    """Only how many; nothing on sensitive questions, not even that there is something."""
    paper = held(*EVERY, version="public", answers=answers)
    report, page = committee_report(paper), summary(held(*EVERY, version="public", answers=answers, numbered=False))
    for said in (flat(report), flat(page)):
        assert not any(name in said for name in ("handyman and", "warden", "porter", "vicar", "She told me so"))
    said = flat(report)
    assert "2 people or teams would have answered “Sound or Patched”" in said
    assert "3 people or teams answered apart on roof (“Three desks”)." in said
    assert ("something else would come first" in said) == (answers == OPEN), "what turns it may rest on what is private"
    without = flat(committee_report(held(LEADS, HOUSED, ROOF, version="public", answers=answers)))
    assert said == without, "a dissent on a sensitive question changes no public report"


def test_how_the_answers_came_about_comes_first_where_a_group_gave_them(held: Callable[..., Paper]) -> None:
    """Who, what was asked apart, and what an answer is; nothing of it where nobody answered apart."""
    said = flat(Document("", "", (weights_set(held(version="exempt")),)))
    assert "3 people or teams (warden, porter and handyman) answered apart on roof and" in said
    assert "more than half" in said and "counts as not known" in said
    assert said.upper().index("HOW THE ANSWERS CAME ABOUT") < said.index("Nobody set any")
    alone = held()
    council = alone.subject.council.model_copy(update={"group": None})
    alone = replace(alone, subject=replace(alone.subject, council=council))
    assert "CAME ABOUT" not in flat(committee_report(alone))


def test_who_else_does_not_agree_can_still_be_filled_in(held: Callable[..., Paper]) -> None:
    """The place for it stands with dissent and without."""
    for dissents, who in (((), "who does"), ((ROOF,), "who else does")):
        (place,) = (each for each in dissent(held(*dissents)).blocks if isinstance(each, Placeholder))
        assert place.guidance.startswith(who)


def test_a_report_on_one_decision_has_no_dissent_on_the_other(held: Callable[..., Paper]) -> None:
    """Answers may bear on either, so what is said of them stays."""
    said = dissenting(held(ROOF, LEADS, HOUSED, decision="housing"))
    assert "On roof" in said and "warden did not agree" not in said and "porter did not agree" in said


@pytest.mark.parametrize(
    ("dissents", "said"),
    [
        ((LEADS, HOUSED), ""),
        ((ROOF, LEADS), "2 people or teams would have answered otherwise, and with that answer something else"),
        ((ROOF, HEAD), "3 people or teams would have answered otherwise"),
    ],
)
def test_the_leaders_page_says_where_somebodys_answer_turns_the_result(
    held: Callable[..., Paper], dissents: tuple[Dissent, ...], said: str
) -> None:
    """One line, and none where nothing turns."""
    paper = held(*dissents, numbered=False)
    line = turning_words(paper)
    assert line.startswith(said) and bool(line) == bool(said)
    assert line in flat(summary(paper))


def test_a_whole_workshop_fits_the_report() -> None:
    """Sixteen people, a dissent on most questions asked apart: the parts are no longer than they may be."""
    rules, subject = shipped("small_unitary")
    people = tuple(f"team number {number}" for number in range(1, 17))
    asked = [each for each in subject.questions.values() if each.judged]
    assert len(asked) > MOST_OTHER
    dissents = [
        Dissent(on=each.id, who=people[:5], says="not_sure", turns=place < 2) for place, each in enumerate(asked)
    ]
    dissents.append(Dissent(on="leadership", who=people[:1], why="We never spoke of the cost of it."))
    group = GroupRecord(workshop="A day in May", people=people, asked=tuple(each.id for each in asked))
    council = subject.council.model_copy(update={"group": group, "dissent": tuple(dissents)})
    paper = paper_of(rules, replace(subject, council=council), "exempt")
    assert [each for each in lengths(committee_report(paper)) if each.too_long] == []
    assert f"{len(asked) - 2 - MOST_OTHER} more answers would have been otherwise" in dissenting(paper)
    page = summary(paper_of(rules, paper.subject, "exempt", numbered=False))
    assert turning_words(paper) and [each for each in lengths(page, page=True) if each.too_long] == []
