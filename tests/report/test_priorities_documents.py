"""Priorities on paper: what moves, what is worth asking, who set what; and the same in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.report.conftest import FULL
from wizard.conditions.domain import Domain, understand
from wizard.engine import Case, Rules, assess
from wizard.engine.trade_offs import GroupWeight, Portrait, PrioritiesFound, priorities_of
from wizard.report.assessment_document import assessment_document
from wizard.report.json_form import json_of
from wizard.report.priorities_document import priorities_document
from wizard.report.priorities_json import priorities_json
from wizard.report.priorities_words import bearing_words, none_asked_words, portrait_words, within
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.schema.council import CouncilFile

FOREIGN = re.compile(r"SMAA|Monte|seed|hash|draws|simplex|centroid|acceptab|percentile|elicit", re.IGNORECASE)


@pytest.fixture
def subject(rules: Rules) -> Callable[..., Subject]:
    """A council of the tiny rule set with `more` in its file."""

    def make(answers: dict[str, Any] = FULL, **more: Any) -> Subject:
        domains = {question.id: Domain(question) for question in rules.pack.questions.values()}
        council = CouncilFile.model_validate(
            {"id": "newtown", "title": "Newtown", "pack": {"id": "tiny"}, "answers": answers, **more}
        )
        understood = {question: understand(domains[question], written) for question, written in answers.items()}
        from wizard.proof.council_case import case_of

        case = replace(case_of(_Council(council)), answers=understood)
        return Subject(assess(rules, case), council, "newtown.yaml")

    return make


class _Council:
    def __init__(self, file: CouncilFile) -> None:
        self.file, self.answers, self.notices = file, {}, ()


def words(subject: Subject, *decisions: str) -> str:
    document = priorities_document(subject, decisions or [each.decision.id for each in subject.assessment.decisions])
    return " ".join(text_of(document, 100).split())


ANSWERED = {
    "leadership": [
        {
            "of": ["readers", "change"],
            "says": "change",
            "set_by": "the head",
            "when": "after_result",
            "why": "No money.",
        }
    ]
}


def test_the_page_is_in_plain_words_and_says_whose_priorities_are(subject: Callable[..., Subject]) -> None:
    """No word of the literature; that the reports give no weights; that it is advice; how to set them."""
    text = words(subject())
    assert not FOREIGN.search(text)
    assert "the reports give no weights" in text and "Advice, not a decision" in text
    assert "wizard priorities newtown.yaml" in text and "--prefer A,B" in text and "within 3 in 100" in text


def test_shares_are_those_of_the_result(subject: Callable[..., Subject]) -> None:
    """What the page says of a model is what the verdict rests on."""
    made = subject()
    result = made.assessment.decision("leadership")
    whole = json.loads(priorities_json(made, ["leadership"]))["decisions"][0]
    shares = {each.model.id: round(each.first_priorities, 4) for each in result.competing}
    assert whole["with_what_was_set"] == whole["over_all_mixes"] == shares


def test_what_was_answered_stands_there_with_who_when_and_why(subject: Callable[..., Subject]) -> None:
    """On the priorities page, on the page of the result, and in both JSONs."""
    made = subject(trade_offs=ANSWERED)
    said = "cost of changing over what readers gain (by the head, after the result)"
    text = words(made, "leadership")
    assert said in text and "why: No money." in text and "with what has been set" in text
    assert said in " ".join(text_of(assessment_document(made), 100).split())
    entry = {"of": ["readers", "change"], "set_by": "the head", "when": "after_result", "why": "No money."}
    (set_here,) = json.loads(priorities_json(made, ["leadership"]))["decisions"][0]["trade_offs_answered"]
    assert entry.items() <= set_here.items() and set_here["answer"] == "change"
    decisions = json.loads(json_of([made]))["councils"][0]["decisions"]
    assert [each["trade_offs"] for each in decisions] == [[{**entry, "answer": "change"}], []]


def test_nobody_can_say_is_told_as_such_and_moves_nothing(subject: Callable[..., Subject]) -> None:
    """ "No view" stands on the page; every figure is as without it, and the pair is not asked again."""
    no_view = {"leadership": [{"of": ["readers", "change"], "says": "cannot_say", "set_by": "the board"}]}
    made, plain = subject(trade_offs=no_view), subject()
    assert "no view on what readers gain or the cost of changing (by the board)" in words(made, "leadership").replace(
        "No", "no"
    )
    assert made.assessment.decision("leadership").standings == plain.assessment.decision("leadership").standings
    asked = json.loads(priorities_json(made, ["leadership"]))["decisions"][0]["worth_asking"]
    assert asked == []


def test_where_nothing_was_set_the_result_page_says_nothing_of_it(subject: Callable[..., Subject]) -> None:
    """No empty sentence."""
    text = text_of(assessment_document(subject()), 100)
    assert "Trade-offs" not in text and "Weights that were set" not in text


def test_before_enough_is_known_no_model_is_named_as_leading(subject: Callable[..., Subject]) -> None:
    """Priorities can be set, but who leads under which is not shown: neither in text nor in JSON."""
    made = subject({"decision_date": "2010-06"})
    text = words(made, "leadership")
    assert "comes first in" not in text.split("How this is counted".upper())[0] and "before the result was seen" in text
    whole = json.loads(priorities_json(made, ["leadership"]))["decisions"][0]
    assert whole["ranked"] is False and "over_all_mixes" not in whole and "worth_asking" not in whole


def _found(**more: Any) -> PrioritiesFound:
    parts: dict[str, Any] = {
        "bearing": "open", "over_all": {}, "as_set": {}, "first": None, "rival": None, "answered": 0,
        "trade_offs": (), "portraits": (),
    }  # fmt: skip
    return PrioritiesFound(**(parts | more))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"bearing": "settled"}, "do not change this: ONE comes first in 94 of 100 mixes of priorities. No opinion"),
        ({}, "can change this: ONE comes first in 94 of 100 mixes of priorities, TWO in 6 of 100."),
        ({"bearing": "no_choice"}, "nothing for priorities to settle"),
        ({"bearing": "nothing_to_weigh"}, "only one thing to weigh"),
        ({"bearing": "same_lead"}, "share the first place in every mix"),
        ({"bearing": "all_set", "as_set": {"one_librarian": 1.0}}, "Every weight has been set: with these, ONE comes"),
        ({"bearing": "all_set"}, "share the first place"),
    ],
)  # fmt: skip
def test_whether_priorities_matter_is_one_sentence(subject: Callable[..., Subject], more: dict, said: str) -> None:
    """Each class has words of its own, and the shares in them are those found."""
    shares = {"one_librarian": 0.94, "branch_librarians": 0.06}
    found = _found(**{"first": "one_librarian", "rival": "branch_librarians", "as_set": shares, **more})
    result = subject().assessment.decision("leadership")
    names = {each.model.id: each.model.name for each in result.standings}
    expected = said.replace("ONE", names["one_librarian"]).replace("TWO", names["branch_librarians"])
    assert expected in bearing_words(result, found)


def test_portraits_name_what_weighs_more_than_usual(subject: Callable[..., Subject]) -> None:
    """At most two groups, the largest difference first; nothing where it is within the error or rests on few mixes."""
    result = subject().assessment.decision("leadership")
    name = result.standing("one_librarian").model.name
    groups = (
        GroupWeight("a", "NHS matters", 0.2, 0.25), GroupWeight("b", "What people gain", 0.2, 0.3),
        GroupWeight("c", "Third", 0.2, 0.23), GroupWeight("d", "Fourth", 0.2, 0.1),
    )  # fmt: skip
    portrait = Portrait("one_librarian", 0.62, 620, groups)
    said = portrait_words(result, portrait)
    assert (
        f"{name} comes first in 62 of 100 mixes of priorities, most of all where what people gain and NHS matters "
        in (said[0].lower() + said[1:])
    )
    assert said.endswith("weigh more than usual (30 in 100 rather than 20; 25 in 100 rather than 20).")
    even = tuple(group._replace(when_first=group.usual + 0.01) for group in groups)
    assert portrait_words(result, portrait._replace(groups=even)).endswith("whichever group weighs more.")
    assert "too few to say where" in portrait_words(result, portrait._replace(mixes=3, share=0.003))
    never = portrait_words(result, Portrait("one_librarian", 0.0, 0, ()))
    assert "in none of the mixes" in never and "0 of 100" not in never


def test_why_nothing_is_asked_is_told() -> None:
    """Three answers are enough; or no question about two groups would move it; otherwise silence."""
    assert "3 trade-offs have been answered" in none_asked_words(_found(answered=3))
    assert "No either/or question" in none_asked_words(_found(answered=1))
    assert none_asked_words(_found(bearing="settled")) == ""


def test_a_trade_off_says_what_is_at_stake_and_what_each_answer_makes(subject: Callable[..., Subject]) -> None:
    """Both groups with their criteria, the model each speaks for, the shares under either answer, how to answer."""
    made = subject()
    result = made.assessment.decision("leadership")
    found = priorities_of(made.assessment, result)
    assert found.trade_offs, "the tiny rule set no longer has a trade-off: choose other answers"
    text, (asked,) = words(made, "leadership"), found.trade_offs
    for stake in (asked.first, asked.second):
        assert f"{stake.title} speaks for {result.standing(stake.better).model.name}" in text
        assert all(within(each) in text for each in stake.criteria)
    assert "Which matters more: " in text
    assert f"--prefer {asked.first.group},{asked.second.group}" in text
    assert f"--cannot-say {asked.first.group},{asked.second.group}" in text


def test_titles_within_a_sentence_keep_names_in_capitals() -> None:
    """'Leadership capacity' loses its capital, 'NHS finances' does not."""
    assert within("Leadership capacity") == "leadership capacity"
    assert within("NHS finances") == "NHS finances"
    assert within("") == ""


def test_case_is_the_file(subject: Callable[..., Subject]) -> None:
    """The engine is given the pairs, more important first; an answer that is none gives no pair."""
    assert subject(trade_offs=ANSWERED).assessment.case.trade_offs == {"leadership": (("change", "readers"),)}
    assert Case().trade_offs == {}
