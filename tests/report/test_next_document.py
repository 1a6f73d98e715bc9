"""What to find out next, in words: in order, from whom, why, and when asking can stop."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from tests.engine import random_packs as small
from tests.report.changing_subjects import QUOTED, WORKSHOP, changed, quotable, section, sentences, small_subject
from tests.report.conftest import FULL
from tests.report.test_assessment_text import ANSWERS
from wizard.conditions.answers import Answer
from wizard.engine import Rules
from wizard.engine.changing.next_question import Questions, questions_to_ask
from wizard.engine.changing.possible import with_changes
from wizard.report.document import Items, Section
from wizard.report.next_document import MOST_QUESTIONS, NOTHING, next_document
from wizard.report.next_json import next_json
from wizard.report.next_words import NEEDED, STOP, reasons_why, stop_words, turning_words
from wizard.report.ranking import is_ranked
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.schema.pack import Pack

FEW = settings(max_examples=25, deadline=None)
MISSING = Section("There is no such section", ())


def items_of(part: Section) -> list[Any]:
    """The items of a section."""
    return [item for block in part.blocks if isinstance(block, Items) for item in block.items]


@FEW
@given(small.packs(), small.partial_answers())
def test_five_are_shown_and_the_weightiest_first(pack: Pack, answers: dict[str, Answer]) -> None:
    """Needed ones, then by how likely the answer is to turn the lead; each with its person; the rest is counted."""
    subject, rules = small_subject(pack, answers)
    found = questions_to_ask(rules, subject.assessment)
    part = section(next_document(subject, rules, found), "Find out next") or MISSING
    items = items_of(part)
    assert sorted(each.question for each in found.by_weight) == sorted(each.question for each in found.questions)
    assert [item.text for item in items] == [
        subject.questions[each.question].ask for each in found.by_weight[:MOST_QUESTIONS]
    ]
    needed = [each.needed for each in found.by_weight]
    chances = [each.chance for each in found.by_weight if not each.needed]
    assert needed == sorted(needed, reverse=True) and chances == sorted(chances, reverse=True)
    for item, each in zip(items, found.by_weight, strict=False):
        assert item.aside.endswith("anyone") and item.aside.startswith("not sure" if each.not_sure else "ask:")
        assert item.notes
    more = len(found.questions) - len(items)
    assert any(f"and {more} more: wizard next newtown.yaml --most" in each for each in sentences(part)) == (more > 0)
    every = section(next_document(subject, rules, found, 99), "Find out next") or MISSING
    assert len(items_of(every)) == len(found.questions)


@FEW
@given(small.packs(), small.partial_answers())
def test_it_is_said_to_stop_only_where_that_was_found(pack: Pack, answers: dict[str, Answer]) -> None:
    """'Nothing can' only where that is certain, 'none was found' where it is not; never while too little is known."""
    subject, rules = small_subject(pack, answers)
    found = questions_to_ask(rules, subject.assessment)
    result = subject.assessment.decisions[0]
    for state in ("can_change", "none_found", "may_close", "cannot_change"):
        said = stop_words(subject, result, replace(found, settled={result.decision.id: state}))
        ranked = is_ranked(result)
        stops = state in ("none_found", "cannot_change")
        assert (STOP in said) == (ranked and stops and not result.verdict.answer_first)
        assert ("Nothing that is missing can" in said) == (ranked and state == "cannot_change")
        assert ("was found" in said) == (ranked and state == "none_found")
    text = " ".join(sentences(next_document(subject, rules, found)))
    assert ("Asking can stop" in text) == (found.may_stop and bool(found.questions))


@FEW
@given(small.packs(), small.partial_answers())
def test_an_answer_said_to_turn_the_lead_does(pack: Pack, answers: dict[str, Answer]) -> None:
    """Assessed afresh with that answer, the model it names comes first, or shares the first place."""
    subject, rules = small_subject(pack, answers)
    for each in questions_to_ask(rules, subject.assessment).questions:
        for found in each.by_decision.values():
            for flip in found.turning:
                (said,) = turning_words(rules, [flip])
                assert f"would put {pack.models[flip.leader].name} first" in said
                if flip.changes[0].option is None:
                    after = changed(subject, rules, with_changes(answers, flip.changes)).assessment.decisions[0]
                    assert after.standing(flip.leader).total == after.competing[0].total


@FEW
@given(small.packs(), small.partial_answers())
def test_no_order_is_told_before_enough_is_known(pack: Pack, answers: dict[str, Answer]) -> None:
    """Without a ranking no model is named and nothing is said to come first; what is quoted exists."""
    subject, rules = small_subject(pack, answers)
    found = questions_to_ask(rules, subject.assessment)
    document = next_document(subject, rules, found, 99)
    text = " ".join(sentences(document)).casefold()
    if not is_ranked(subject.assessment.decisions[0]):
        assert [model.name for model in pack.models.values() if model.name in text] == []
        assert "another model" not in text and "you can stop" not in text
    assert {quoted for each in sentences(document) for quoted in QUOTED.findall(each)} <= quotable(pack)


@given(answers=ANSWERS)
@settings(max_examples=30, deadline=None)
def test_every_text_fits_and_keeps_to_plain_words(answers: dict[str, Any], rules: Rules, subject_of: Any) -> None:
    """No line runs over, no word of the workshop, and each share stands for a chance that is there."""
    subject = subject_of(answers)
    found = questions_to_ask(rules, subject.assessment)
    text = text_of(next_document(subject, rules, found, 99), 60)
    assert [line for line in text.splitlines() if len(line) > 60] == []
    assert WORKSHOP.search(text) is None
    for each in found.questions:
        said = " ".join(reasons_why(subject, rules, each))
        shown = [
            decision
            for decision, open_one in each.by_decision.items()
            if open_one.chance and is_ranked(subject.assessment.decision(decision))
        ]
        assert len(re.findall(r"in \d+ of 100 cases", said)) == len(shown)
        first_ones = [each.question in result.verdict.answer_first for result in subject.assessment.decisions]
        assert said.casefold().count(NEEDED) == sum(first_ones)


def test_what_nobody_knew_is_marked_to_be_found_out(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Asked and not sure: it is not asked again, but somebody else may know."""
    subject = subject_of({**FULL, "readers": "not_sure"})
    found = questions_to_ask(rules, subject.assessment)
    part = section(next_document(subject, rules, found, 99), "Find out next") or MISSING
    asides = {item.text: item.aside for item in items_of(part)}
    asks = "How many readers borrowed a book last year?"
    assert asides[asks] == "not sure so far; find out from: the lending system"
    assert all(aside.startswith("ask: ") for text, aside in asides.items() if text != asks)


def test_a_condition_of_the_first_model_is_named(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """What hangs on an answer beside the totals is told with the title that it stands under in the result."""
    subject = subject_of({"led_today": ["one_librarian"], "readers": "300", "decision_date": "2010-06"})
    found = questions_to_ask(rules, subject.assessment)
    (leaving,) = [each for each in found.questions if each.question == "head_leaving"]
    held = replace(leaving, holds_back=("leadership",))
    assert "a poor fit or a condition of a model" in " ".join(reasons_why(subject, rules, held))
    known = subject_of({**FULL, "led_today": ["one_librarian"], "head_leaving": {"one_of": ["yes", "no"]}})
    said = " ".join(reasons_why(known, rules, replace(leaving, by_decision={}, holds_back=("leadership",))))
    assert "decides a condition of one librarian for all: “Somebody to stand in”" in said.replace("Decides", "decides")
    assert "decides a poor fit of one librarian for all: “A lone head who leaves”" in said


def test_with_nothing_left_to_ask_that_is_said(rules: Rules, full: Subject) -> None:
    """And no list is begun."""
    none = Questions((), {"leadership": "cannot_change", "housing": "cannot_change"})
    part = section(next_document(full, rules, none), "Find out next") or MISSING
    assert sentences(part) == [NOTHING]


@given(answers=ANSWERS)
@settings(max_examples=20, deadline=None)
def test_json_keys_stay(answers: dict[str, Any], rules: Rules, subject_of: Any) -> None:
    """The same keys whatever is known; every question is there; without a ranking nothing that tells an order."""
    subject = subject_of(answers)
    found = questions_to_ask(rules, subject.assessment)
    read = json.loads(next_json(subject, rules, found))
    assert list(read) == HEAD_KEYS
    assert len(read["questions"]) == read["questions_found"] == len(found.questions)
    ranked = {each["decision"]: each["ranked"] for each in read["decisions"]}
    for each in read["decisions"]:
        assert list(each) == ["decision", "title", "verdict", "ranked", "settled", "says"]
    for question in read["questions"]:
        assert list(question) == QUESTION_KEYS
        for one in question["decisions"]:
            assert list(one) == ["decision", "chance", "worth", "swing", "turning"]
            told = one["chance"] is not None
            assert told == ranked[one["decision"]] and (told or one["turning"] == [])
        for one in question["holds_back"]:
            assert list(one) == ["decision", "model", "conditions", "poor_fits"]
            assert (one["model"] is not None) == ranked[one["decision"]]
    fewer = json.loads(next_json(subject, rules, found, 1))
    assert fewer["questions"] == read["questions"][:1] and fewer["questions_found"] == read["questions_found"]


HEAD_KEYS = [
    *["shape", "advice", "pack", "council", "answered", "asked", "notices", "may_stop", "decisions"],
    *["questions_found", "questions"],
]
QUESTION_KEYS = [
    "question",
    "asks",
    "ask_whom",
    "section",
    "needed",
    "not_sure",
    "says",
    "decisions",
    "holds_back",
    "opens",
]


def test_json_leaves_out_what_is_known_in_part_of_a_sensitive_question(
    rules: Rules, subject_of: Callable[..., Subject]
) -> None:
    """Text names the answers that would turn the lead; JSON, which travels further, does not."""
    today = ["one_librarian", "library_trust"]
    subject = subject_of({**FULL, "led_today": today, "head_leaving": {"one_of": ["yes", "no"]}})
    found = questions_to_ask(rules, subject.assessment)
    each = next(each for each in found.questions if each.question == "head_leaving")
    assert each.by_decision["leadership"].turning
    assert "“yes”" in " ".join(reasons_why(subject, rules, each))
    read = json.loads(next_json(subject, rules, found))
    (question,) = [one for one in read["questions"] if one["question"] == "head_leaving"]
    assert "“yes”" not in " ".join(question["says"]) and "in " in " ".join(question["says"])
    turning = [one["change"] for part in question["decisions"] for one in part["turning"]]
    assert turning and all(change["private"] and change["option"] is None for change in turning)


def test_whether_the_only_one_left_is_open_is_worth_asking(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """No other model can come first, yet nobody is told to stop: it may turn out that none is open."""
    answers = {**FULL, "decision_date": {"between": ["2010-01", "2010-12"]}}
    subject = subject_of(answers, {"one_librarian": "No.", "branch_librarians": "No."})
    found = questions_to_ask(rules, subject.assessment)
    result = subject.assessment.decisions[0]
    assert STOP not in stop_words(subject, result, found)
    assert "No other model is open" in stop_words(subject, result, found)
    (date,) = [each for each in found.by_weight if each.question == "decision_date"]
    assert any("ecides whether a trust is open" in each for each in reasons_why(subject, rules, date))
    assert NOTHING not in sentences(next_document(subject, rules, found))


def test_an_answer_that_only_opens_or_closes_is_not_said_to_move_totals(
    rules: Rules, subject_of: Callable[..., Subject]
) -> None:
    """Before anything is ranked: no '0 points' apart, but that it decides which models are open."""
    subject = subject_of({"wishes": ["longer_hours"], "led_today": ["library_trust"], "readers": "2000"})
    assert not is_ranked(subject.assessment.decisions[0])
    found = questions_to_ask(rules, subject.assessment)
    said = [words for each in found.questions for words in reasons_why(subject, rules, each)]
    assert not any("apart by 0 points" in words for words in said)
    (date,) = [each for each in found.questions if each.question == "decision_date"]
    assert any("decides which models are open" in words for words in reasons_why(subject, rules, date))
