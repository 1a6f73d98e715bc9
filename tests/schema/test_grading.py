"""The grade of an argument follows from what supports it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wizard.pack import read_pack
from wizard.schema.criterion import Argument
from wizard.schema.grading import grade_of, graded, witness
from wizard.schema.pack import Pack
from wizard.schema.source import Source

TINY = read_pack(Path(__file__).resolve().parent.parent / "packs" / "tiny").pack

VOICE = {"says": "It is so.", "where": "page 1", "speaker": "head", "phrase": "it is so"}


def _pack(sources: dict[str, dict[str, dict[str, Any]]], draws_on: dict[str, str] | None = None) -> Pack:
    head = {"title": "t", "short": "s", "publisher": "p", "date": "2010", "kind": "k", "limits": "l"}
    built = {
        name: Source.model_validate(
            {
                "id": name,
                **head,
                "draws_on": (draws_on or {}).get(name),
                "findings": {key: {**VOICE, **finding} for key, finding in findings.items()},
            }
        )
        for name, findings in sources.items()
    }
    return replace(TINY, sources=built)


def _argument(**keys: Any) -> Argument:
    return Argument.model_validate({"id": "a", "favours": ["one_librarian"], "because": "So it is.", **keys})


def _grade(findings: dict[str, dict[str, Any]], model: str = "one_librarian", **keys: Any) -> str:
    citations = [f"report.{name}" for name in findings]
    return grade_of(_argument(supported_by=citations, **keys), model, _pack({"report": findings})).id


ONE = {"voices": "one_person", "method": "interview"}
OPINION = {"voices": "report", "method": "opinion"}


@pytest.mark.parametrize(
    ("expected", "findings"),
    [
        ("slight", {"a": ONE}),
        ("slight", {"a": OPINION}),
        ("slight", {"a": {"voices": "all", "method": "opinion"}}),
        ("slight", {"a": {"voices": "several", "method": "opinion"}}),
        ("slight", {"a": {"voices": "one_person", "method": "consultation"}}),
        ("slight", {"a": ONE, "b": ONE}),
        ("fair", {"a": {"voices": "several", "method": "interview"}}),
        ("fair", {"a": {"voices": "report", "method": "report_conclusion"}}),
        ("fair", {"a": {"voices": "report", "method": "consultation"}}),
        ("fair", {"a": {"voices": "several", "method": "consultation"}}),
        ("fair", {"a": ONE, "b": {**ONE, "where": "page 9"}}),
        ("fair", {"a": ONE, "b": {**ONE, "speaker": "caretaker"}}),
        ("firm", {"a": {"voices": "all", "method": "interview"}}),
        ("firm", {"a": {"voices": "report", "method": "statute"}}),
        ("firm", {"a": {"voices": "one_person", "method": "inspection"}}),
        ("firm", {"a": {"voices": "report", "method": "evaluation"}}),
        ("firm", {"a": ONE, "b": {"voices": "report", "method": "evaluation"}}),
    ],
)
def test_the_grade_follows_from_voices_and_method(expected: str, findings: dict[str, dict[str, Any]]) -> None:
    """One voice is slight, several are fair, all, law, inspection and evaluation are firm."""
    assert _grade(findings) == expected


def test_a_judgement_without_findings_is_slight() -> None:
    """What only the author says moves a score by the least step that is not lowered."""
    grade, reason = graded(_argument(judgement="We think so."), "one_librarian", TINY)
    assert grade.id == "slight"
    assert reason == "it is a judgement, without a finding"


def test_two_independent_reports_that_agree_are_firm() -> None:
    """One voice in each of two reports, where neither draws on the other."""
    argument = _argument(supported_by=["one.a", "two.a"])
    assert grade_of(argument, "one_librarian", _pack({"one": {"a": ONE}, "two": {"a": ONE}})).id == "firm"


def test_news_of_a_report_is_the_same_witness() -> None:
    """However many papers repeat a report, and be it at third hand, it is one voice."""
    sources = {
        "one": {"a": ONE},
        "two": {"a": {**ONE, "where": "column 1"}},
        "three": {"a": {**ONE, "speaker": "editor"}},
    }
    pack = _pack(sources, {"two": "one", "three": "two"})
    argument = _argument(supported_by=["one.a", "two.a", "three.a"])
    assert grade_of(argument, "one_librarian", pack).id == "slight"
    assert witness("three", pack) == "one"


def test_sources_in_a_circle_end() -> None:
    """A rule set with such a circle is refused on reading; asking still ends."""
    pack = _pack({"one": {"a": ONE}, "two": {"a": ONE}}, {"two": "one", "one": "two"})
    assert witness("one", pack) in ("one", "two")


SEVERAL = {"voices": "several", "method": "interview"}
OWN = {**SEVERAL, "holds": "one_librarian"}


def test_a_disputed_argument_is_one_grade_lower() -> None:
    """Both sides are cited, and the step shrinks."""
    assert _grade({"a": SEVERAL}, disputed_by=["report.a"]) == "slight"


def test_praise_of_the_own_post_is_one_grade_lower() -> None:
    """Holders who all say that their post is good weigh less than others who say so."""
    assert _grade({"a": OWN}) == "slight"
    assert _grade({"a": SEVERAL}) == "fair"


def test_one_other_voice_lifts_praise_of_the_own_post() -> None:
    """Only where everyone who supports it holds the post is it lowered."""
    assert _grade({"a": OWN, "b": ONE}) == "fair"


def test_disputed_praise_is_still_one_grade_lower() -> None:
    """Two reasons do not lower it twice."""
    assert _grade({"a": OWN}, disputed_by=["report.a"]) == "slight"


def test_blame_of_another_model_serves_the_own_post() -> None:
    """A holder who counts against another model of the decision speaks for the own one."""
    against_other = {"favours": [], "counts_against": ["branch_librarians"]}
    assert _grade({"a": OWN}, "branch_librarians", **against_other) == "slight"


def test_blame_of_the_own_post_is_not_lowered() -> None:
    """A holder who speaks against the own post is believed in full."""
    against_own = {"favours": [], "counts_against": ["one_librarian", "branch_librarians"]}
    assert _grade({"a": OWN}, "one_librarian", **against_own) == "fair"
    assert _grade({"a": OWN}, "branch_librarians", **against_own) == "fair"


def test_a_holder_of_another_decision_is_no_partisan() -> None:
    """Who heads the school's library has no stake in who leads the branches."""
    elsewhere = {**SEVERAL, "holds": "own_house"}
    assert _grade({"a": elsewhere}, "branch_librarians", favours=[], counts_against=["branch_librarians"]) == "fair"


def test_the_cost_of_moving_serves_those_who_stay() -> None:
    """Where moves are counted against, holders serve their post against every other, not against itself."""
    moving = {"favours": [], "counts_against_moves": {"at_least": "retitle"}}
    assert _grade({"a": OWN}, "branch_librarians", **moving) == "slight"
    assert _grade({"a": OWN}, "one_librarian", **moving) == "fair"


def test_the_lowest_grade_is_the_floor() -> None:
    """Slight is lowered to the grade below it where the rule set has one, else it stays."""
    assert _grade({"a": ONE}, disputed_by=["report.a"]) == "faint"
    head = TINY.head.model_copy(update={"grades": TINY.head.grades[1:]})
    pack = replace(_pack({"report": {"a": ONE}}), head=head)
    argument = _argument(supported_by=["report.a"], disputed_by=["report.a"])
    assert grade_of(argument, "one_librarian", pack).id == "slight"


def test_the_reason_is_told_in_words() -> None:
    """What is shown in an explanation names the evidence and what lowered it."""
    argument = TINY.criteria["nearness"].arguments[2]
    grade, reason = graded(argument, "one_librarian", TINY)
    assert grade.id == "slight"
    assert reason == (
        "several people say it; one grade lower because another finding disputes it "
        "and everyone who says it holds the post that it serves"
    )
