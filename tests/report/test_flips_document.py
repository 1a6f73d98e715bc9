"""What would change a result, in words: true of every change that is told, and never firmer than its verdict."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

from hypothesis import given, settings

from tests.engine import random_packs as small
from tests.report.changing_subjects import (
    QUOTED,
    WORKSHOP,
    changed,
    quotable,
    section,
    sentences,
    small_subject,
)
from tests.report.conftest import FULL
from tests.report.test_assessment_text import ANSWERS, strings_in
from wizard.conditions.answers import Answer
from wizard.engine import Rules
from wizard.engine.changing.possible import with_changes
from wizard.engine.changing.settled import Settled
from wizard.engine.changing.what_would_change import WouldChange, what_would_change
from wizard.engine.results import VerdictKind
from wizard.report.document import Section
from wizard.report.flip_words import alike, turned_sentence
from wizard.report.flips_document import NONE_DOES, NOTHING_MISSING, flips_document
from wizard.report.flips_json import flips_json
from wizard.report.ranking import is_ranked
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.schema.pack import Pack

FEW = settings(max_examples=25, deadline=None)
UNLOCKED = tuple(small.DOMAINS)

MISSING = Section("There is no such section", ())
ONLY_OF: dict[VerdictKind, str] = {
    "clear": "the evidence would point clearly to it",
    "leans": "the evidence would lean to it",
    "depends_on_priorities": "it would depend on your priorities",
    "too_close": "it would be too close to call",
    "not_enough_known": "not enough would be known",
    "only_one_open": "would be the only one open",
}
"""The words that belong to one class and to no other."""


def told(subject: Subject, rules: Rules, unlocked: Any = ()) -> tuple[list[WouldChange], Any]:
    """What would change each decision, and the document of it."""
    found = [what_would_change(rules, each, subject.assessment.case, unlocked) for each in rules.decisions]
    return found, flips_document(subject, rules, found, unlocked)


@FEW
@given(small.packs(), small.partial_answers())
def test_every_sentence_quotes_what_there_is(pack: Pack, answers: dict[str, Answer]) -> None:
    """Each question, answer and title in quotation marks is one of the rule set; no word of the workshop is there."""
    subject, rules = small_subject(pack, answers)
    _, document = told(subject, rules, UNLOCKED)
    text = text_of(document, 80)
    assert {quoted for each in sentences(document) for quoted in QUOTED.findall(each)} <= quotable(pack)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    plain = text
    for each in quotable(pack) | set(pack.models):
        plain = plain.replace(each, "")
    found = WORKSHOP.search(plain)
    assert found is None, found


@FEW
@given(small.packs(), small.known_answers() | small.partial_answers())
def test_words_of_the_class_are_those_of_the_verdict(pack: Pack, answers: dict[str, Answer]) -> None:
    """Assessed afresh with the change made, the council gets the class, and the model, that the sentence says."""
    subject, rules = small_subject(pack, answers)
    found, _ = told(subject, rules, UNLOCKED)
    for each in (*found[0].shown, *found[0].found_out):
        said = turned_sentence(rules, answers, alike([each])[0])
        if each.verdict is None:
            assert not any(words in said for words in ONLY_OF.values())
            continue
        after = changed(subject, rules, with_changes(answers, each.flip.changes)).assessment.decisions[0]
        verdict = after.verdict
        kinds = [kind for kind, words in ONLY_OF.items() if words in said]
        if "at most" in said:
            assert kinds == [] and verdict.kind == "only_one_open" and after.competing[0].openness == "not_known"
        else:
            assert kinds == [verdict.kind]
        first = [standing for standing in after.competing if standing.total == after.competing[0].total]
        named = verdict.leader or verdict.so_far
        names = [pack.models[named].name] if named else [standing.model.name for standing in first]
        words = ["point to {}"] if verdict.so_far else ["{} would", "at most {} would"]
        assert any(each.format(name) in said for name in names for each in words)
        assert ("share the first place" in said) == (
            len(first) > 1 and verdict.so_far is None and verdict.kind != "only_one_open"
        )


@FEW
@given(small.packs(), small.known_answers() | small.partial_answers())
def test_what_is_told_as_one_has_one_outcome(pack: Pack, answers: dict[str, Answer]) -> None:
    """Nothing is lost by telling alike changes together, and each told together brings the same first and class."""
    subject, rules = small_subject(pack, answers)
    found, _ = told(subject, rules, UNLOCKED)
    for turned in (found[0].shown, found[0].found_out):
        groups = alike(turned)
        assert sum(len(each.leads) for each in groups) == len(turned)
        kinds = {
            change: (each.flip.leader, each.verdict and each.verdict.kind)
            for each in turned
            for change in each.flip.changes
            if len(each.flip.changes) == 1
        }
        for group in groups:
            if len(group.together) == 1:
                outcome = group.leader, group.verdict and group.verdict.kind
                assert {kinds[change] for change in group.together[0]} == {outcome}


@FEW
@given(small.packs(), small.known_answers() | small.partial_answers())
def test_the_first_model_is_never_said_to_come_first_by_a_change(pack: Pack, answers: dict[str, Answer]) -> None:
    """'Would come first' is said of others only, and of none where no model may be named."""
    subject, rules = small_subject(pack, answers)
    found, document = told(subject, rules, UNLOCKED)
    text = " ".join(sentences(document)).casefold()
    result = subject.assessment.decisions[0]
    names = [each.name for each in pack.models.values()]
    if is_ranked(result):
        leader = found[0].tried.leader
        names = [pack.models[leader].name] if leader else names
    else:
        assert section(document, "What would change it") is None and "another model" not in text
    assert [name for name in names if f"{name} would come first" in text] == []


@FEW
@given(small.packs(), small.known_answers() | small.partial_answers())
def test_it_is_said_that_none_does_where_none_does(pack: Pack, answers: dict[str, Answer]) -> None:
    """And only there; how much was tried stands beside it, and how many more flips there are."""
    subject, rules = small_subject(pack, answers)
    found, document = told(subject, rules, UNLOCKED)
    tried = found[0].tried
    part = section(document, "What would change it")
    if part is None:
        return
    said = " ".join(sentences(part))
    assert (NONE_DOES in said) == (not tried.flips and tried.singles > 0)
    if tried.singles:
        assert f"{tried.singles} change" in said and f"{tried.pairs} change" in said
    more = len(tried.flips) - len(found[0].shown)
    assert (f"and {more} more:" in said) == (more > 0)


@FEW
@given(small.packs(), small.known_answers() | small.partial_answers())
def test_every_other_model_is_accounted_for(pack: Pack, answers: dict[str, Answer]) -> None:
    """What would have to be true, that no way was found, or why it is not open: each other model has its line."""
    subject, rules = small_subject(pack, answers)
    found, document = told(subject, rules, UNLOCKED)
    part = section(document, "What would have to be true")
    result = subject.assessment.decisions[0]
    assert (part is None) == (not is_ranked(result) or not result.competing)
    if part is not None:
        said = " ".join(sentences(part)).casefold()
        others = [model for model in pack.models.values() if model.id != found[0].tried.leader]
        assert [model.name for model in others if model.name not in said] == []


def test_what_was_left_alone_is_told_and_how_to_try_it(rules: Rules, full: Subject) -> None:
    """Answers that a council cannot change by name; those tried at a wish, and those that could not be, likewise."""
    _, document = told(full, rules)
    how = " ".join(sentences(section(document, "How this was tried") or document))
    assert "because a council cannot change them: decision date; led today; readers." in how
    assert 'wizard flips newtown.yaml --unlock "decision date"' in how
    _, freed = told(full, rules, ("readers", "school_pays"))
    how = " ".join(sentences(section(freed, "How this was tried") or freed))
    assert "at your wish, although the rule set counts them as fixed: readers." in how
    assert "for want of a known answer that bears on it: school pays." in how
    assert "readers" not in how.split("To change one")[0].split("cannot change them:")[1]


def test_an_answer_known_in_part_is_not_called_unchangeable(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """It is left as it is because it is not known which of several it is."""
    subject = subject_of({"head_leaving": {"one_of": ["yes", "no"]}, "readers": "300", "led_today": ["one_librarian"]})
    how = " ".join(sentences(section(told(subject, rules)[1], "How this was tried") or MISSING))
    assert "known only in part: head leaving." in how


def test_a_poor_fit_and_a_condition_tell_what_mends_them(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """The answer to change, and the rule set's remedy; where no answer does, that none does."""
    subject = subject_of(
        {"head_leaving": "yes", "readers": "300", "led_today": ["one_librarian"], "decision_date": "2009"}
    )
    part = section(told(subject, rules)[1], "What removes")
    assert part is not None
    said = sentences(part)
    assert "A lone head who leaves: a poor fit of one librarian for all." in said
    assert "Somebody to stand in: a condition that is not met, of one librarian for all." in said
    assert said.count("“head leaving”: from “yes” to “no”") == 2
    assert "what to do: Find the next head before the present one leaves." in said
    school = subject_of(
        {"housed_today": ["own_house"], "school_willing": "no", "roof": "bad", "decision_date": "2010-06"}
    )
    part = section(section(told(school, rules)[1], "Where the books stand") or MISSING, "What removes")
    assert part is not None and "no single answer that a council could change does it" in sentences(part)


@given(answers=ANSWERS)
@settings(max_examples=30, deadline=None)
def test_json_leaves_sensitive_answers_out(answers: dict[str, Any], rules: Rules, subject_of: Any) -> None:
    """Whatever the head librarian's plans are, no change of that answer and no sentence tells them."""
    subject = subject_of(answers)
    found, _ = told(subject, rules, tuple(rules.domains))
    read = json.loads(flips_json(subject, rules, found))
    changes = [each for each in _dicts(read) if each.get("question") == "head_leaving" and "private" in each]
    known = answers.get("head_leaving") in ("yes", "no")
    for each in changes:
        assert each["private"] == known
        assert not known or [each[key] for key in ("option", "adds", "low", "high", "before")] == [None] * 5
    if known:
        about = subject.questions["head_leaving"].named
        assert [text for text in strings_in(read) if f"“{about}”: from" in text or f"“{about}” were “" in text] == []


@given(answers=ANSWERS)
@settings(max_examples=20, deadline=None)
def test_json_keys_stay(answers: dict[str, Any], rules: Rules, subject_of: Any) -> None:
    """The same keys whatever is known; without a ranking nothing that tells an order."""
    subject = subject_of(answers)
    found, _ = told(subject, rules)
    read = json.loads(flips_json(subject, rules, found))
    assert list(read) == ["shape", "advice", "pack", "council", "answered", "asked", "notices", "unlocked", "decisions"]
    for each, would in zip(read["decisions"], found, strict=True):
        assert list(each) == DECISION_KEYS
        for flip in (*each["flips"], *each["found_out"]):
            assert list(flip) == ["changes", "leader", "lead", "verdict", "says"]
            assert [list(change) for change in flip["changes"]] == [CHANGE_KEYS] * len(flip["changes"])
        assert [list(one) for one in each["required"]] == [REQUIRED_KEYS] * len(each["required"])
        assert [list(one) for one in each["mended"]] == [MENDED_KEYS] * len(each["mended"])
        if not each["ranked"]:
            assert [each[key] for key in ("first", "first_says", "flips", "found_out", "required")] == [
                None,
                None,
                [],
                [],
                [],
            ]
        else:
            assert len(each["flips"]) == len(would.tried.flips)
            assert len(each["found_out"]) == sum(len(one.turning) for one in would.open)


DECISION_KEYS = [
    *["decision", "title", "verdict", "ranked", "first", "first_says", "tried", "flips", "found_out"],
    *["settled", "settled_says", "required", "mended"],
]
CHANGE_KEYS = ["question", "named", "asks", "kind", "private", "option", "adds", "low", "high", "before", "says"]
REQUIRED_KEYS = ["model", "title", "openness", "why_not", "found", "smallest", "changes", "leader", "lead"]
MENDED_KEYS = ["kind", "id", "model", "says", "changes", "mends", "remedy"]


def _dicts(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(each for one in value.values() for each in _dicts(one))]
    return [each for one in value for each in _dicts(one)] if isinstance(value, list) else []


def test_several_missing_answers_are_told_from_none(rules: Rules, full: Subject) -> None:
    """Where nothing can turn it that is said outright; where together they could, that; where none was found, that."""
    found, _ = told(full, rules)
    for state, words in NOTHING_MISSING.items():
        as_if = [replace(each, settled=state, found_out=(), open=()) for each in found]
        part = section(flips_document(full, rules, as_if), "Finding out")
        assert part is not None and sentences(part) == [words]
    assert len(set(NOTHING_MISSING.values())) == len(get_args(Settled)) == len(NOTHING_MISSING)


def test_models_that_are_not_open_for_one_reason_share_a_line(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """A page does not say one thing twice."""
    off = {"library_trust": "Nobody wants it", "one_librarian": "Nobody wants it"}
    subject = subject_of(FULL, off)
    said = " ".join(sentences(section(told(subject, rules)[1], "What would have to be true") or MISSING))
    assert "were taken off the table. Nobody wants it." in said and said.count("Nobody wants it") == 1


def test_with_nothing_open_it_is_said_why(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """No first model, no change that would put another there: only why each is closed."""
    subject = subject_of(
        FULL, dict.fromkeys(["library_trust", "one_librarian", "branch_librarians"], "Nobody wants it")
    )
    part = section(told(subject, rules)[1], "Who leads the branches") or MISSING
    assert sentences(part) == [
        "None is open to the council.",
        "One librarian for all, a librarian in each branch and a trust were taken off the table. Nobody wants it.",
    ]
