"""Every change can be taken back and made again, whatever it was; what cannot be taken changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.random_packs import MODELS, argument, criterion, pack_of, written_answers
from wizard.conditions.answers import NOT_SURE, Between, OneOf
from wizard.council_file import new_text, read_council, view_of
from wizard.council_file.written import written_in
from wizard.engine import compile_rules
from wizard.schema.council import InterviewRecord
from wizard.session.change import AnswerChange, NotTaken, OffTheTableChange, WeightsChange
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.session.state import State, case_in, state_of

PACK = pack_of(
    criterion("ease", argument("few", {"people": {"below": "20"}}, (MODELS[0],))),
    criterion("care", argument("poor", {"level": "poor"}, (MODELS[1],))),
    criterion("cost", argument("shared", {"how_shared": "good"}, (), (MODELS[0],)), group="second_group"),
)
SMALL = RuleSet(Path("small"), compile_rules(PACK), view_of(PACK))

Operation = Callable[[Session], Any]

questions = st.sampled_from(list(SMALL.rules.domains))
words = st.one_of(st.none(), st.text(max_size=12))
variants = st.one_of(st.none(), st.sampled_from(["what_if_1", "what_if_2", "named"]))


def _operation(name: str, *arguments: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]) -> Any:
    return st.tuples(st.just(name), st.tuples(*arguments), st.fixed_dictionaries(named))


def _answers() -> st.SearchStrategy[Any]:
    def of(question: str) -> st.SearchStrategy[Any]:
        written = st.one_of(written_answers()[question], st.just("not_sure"), st.just("nonsense"))
        more = {"note": words, "from_": words, "variant": variants}
        return _operation("answer", st.just(question), written, **more)

    return questions.flatmap(of)


operations = st.one_of(
    _answers(),
    _answers(),
    _operation("forget", questions, variant=variants),
    _operation("not_sure", questions, variant=variants),
    _operation(
        "set_weights",
        st.just("who_heads"),
        st.dictionaries(st.sampled_from(["first_group", "second_group", "ease", "care"]), st.integers(0, 70).map(str)),
        variant=variants,
    ),
    _operation("remove_weights", st.just("who_heads"), st.just(["first_group", "ease"]), variant=variants),
    _operation("take_off_the_table", st.sampled_from(MODELS), st.text(max_size=8), variant=variants),
    _operation("put_back", st.sampled_from(MODELS), variant=variants),
    _operation("rename", st.text(max_size=12)),
    _operation("tell_about", council=words, note=words),
    _operation("begin_what_if", st.sampled_from([None, "Named"])),
    _operation("begin_what_if", st.none(), like=variants),
    _operation("remove_what_if", st.sampled_from(["what_if_1", "named"])),
    _operation("keep_what_if", st.sampled_from(["what_if_1", "named"]), keep=st.booleans()),
    _operation("rename_what_if", st.sampled_from(["what_if_1", "named"]), st.text(max_size=12)),
    _operation("note_what_if", st.sampled_from(["what_if_1", "named"]), words),
)


def _done(session: Session, operation: Any) -> None:
    """Does it; what cannot be taken, or names a what-if that is not there, must change nothing."""
    name, arguments, named = operation
    before = session.state
    try:
        getattr(session, name)(*arguments, **named)
    except (NotTaken, KeyError):
        assert session.state is before


def _begun() -> Session:
    return Session.new(SMALL, None, "Ours")


@settings(max_examples=150)
@given(st.lists(operations, max_size=25))
def test_undo_is_the_inverse_of_every_change_and_redo_of_every_undo(wanted: list[Any]) -> None:
    """Back through all of it to the very beginning, state by state, and forth again to the very end."""
    session = _begun()
    states: list[State] = [session.state]
    for each in wanted:
        _done(session, each)
        if session.state is not states[-1]:
            assert session.state != states[-1]
            states.append(session.state)
    changes = session.changes
    assert len(changes) == len(states) - 1
    for state, change in zip(reversed(states[:-1]), reversed(changes), strict=True):
        assert session.undo() is change and session.state == state
    assert session.undo() is None and not session.unsaved
    for state, change in zip(states[1:], changes, strict=True):
        assert session.redo() is change and session.state == state
    assert session.redo() is None and session.changes == changes


@settings(max_examples=100)
@given(st.lists(operations, max_size=15))
def test_whatever_was_done_can_be_saved_and_means_the_same(wanted: list[Any]) -> None:
    """Every state that can be reached is a council file that reads back: the same answers, cases and what-ifs."""
    session = _begun()
    for each in wanted:
        _done(session, each)
    data = new_text(session.file).encode("utf-8")
    again = state_of(read_council(written_in(data, Path("ours.yaml")), SMALL.view))
    kept = [each.id for each in session.state.variants if each.kept]
    assert again.answers == session.answers and again.file.title == session.file.title
    for variant in (None, *kept):
        assert case_in(SMALL.rules, again, variant) == case_in(SMALL.rules, session.state, variant)


def test_a_new_change_ends_what_could_be_done_again() -> None:
    """Redo never mixes two pasts."""
    session = _begun()
    session.answer("people", "5")
    session.undo()
    assert session.can_redo
    session.answer("people", "7")
    assert not session.can_redo and session.redo() is None


def test_a_change_says_what_it_was_and_what_it_became() -> None:
    """Enough for 'changed X from A to B', with notes and sources."""
    session = _begun()
    assert session.answer("level", "poor", note="two views", from_="the survey") is not None
    change = session.answer("level", "good")
    assert isinstance(change, AnswerChange) and change.question == "level"
    assert change.before is not None and change.after is not None
    assert change.before.answer == OneOf(frozenset(["poor"])) and change.after.answer == OneOf(frozenset(["good"]))
    assert (change.before.note, change.before.from_) == ("two views", "the survey")
    off = session.take_off_the_table(MODELS[0], "No partner")
    assert off == OffTheTableChange(MODELS[0], None, "No partner")


def test_a_source_goes_with_its_answer_and_a_note_stays() -> None:
    """Where one answer came from says nothing of another; both can be given anew or taken away."""
    session = _begun()
    session.answer("people", "5", note="counted", from_="the list")
    session.answer("people", "05")
    assert session.given("people")._replace(written="") == ((Between(5, 5)), "", "counted", "the list", None)
    session.answer("people", "6")
    given = session.given("people")
    assert given is not None and (given.note, given.from_) == ("counted", None)
    session.answer("people", "6", note=None, from_="another list")
    assert session.file.answers["people"] == {"is": "6", "from": "another list"}
    session.answer("people", "6", from_="  ")
    assert session.file.answers["people"] == "6"


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("people", "many"),
        ("people", "101"),
        ("people", {"between": ["9", "3"]}),
        ("people", {"one_of": ["1", "2"]}),
        ("people", {"is": {"is": "3"}}),
        ("people", {"is": "3", "because": "so"}),
        ("people", {"is": "3", "known": "perhaps"}),
        ("people", ["3"]),
        ("people", 3),
        ("people", None),
        ("level", "god"),
        ("level", ["poor", "good"]),
        ("wanted", ["kitchen", "attic"]),
        ("shared", "maybe"),
        ("decided_on", "soon"),
        ("nobody_asked", "yes"),
    ],
)
def test_a_wrong_answer_is_told_and_changes_nothing(question: str, written: Any) -> None:
    """In the words of the question; what was answered before stands, and nothing can be undone that was not done."""
    session = _begun()
    with pytest.raises(NotTaken) as caught:
        session.answer(question, written)
    assert caught.value.message and not session.can_undo and session.answers == {}


def test_a_misspelt_answer_gets_a_suggestion() -> None:
    """The hint names what was probably meant."""
    with pytest.raises(NotTaken) as caught:
        _begun().answer("level", "god")
    assert caught.value.hint == "Did you mean 'good'?"


def test_not_sure_is_an_answer_and_forgetting_is_none() -> None:
    """'Not sure' is stored; a forgotten question is as one never asked."""
    session = _begun()
    session.not_sure("level")
    assert session.answer_of("level") == NOT_SURE and session.file.answers == {"level": "not_sure"}
    session.forget("level")
    assert session.answer_of("level") is None and session.file.answers == {}
    assert session.forget("level") is None


def test_giving_the_same_answer_again_is_no_change() -> None:
    """Enter on what stands there leaves nothing to undo."""
    session = _begun()
    session.answer("level", {"is": "poor"})
    assert session.answer("level", "poor") is None and len(session.changes) == 1


def test_an_answer_to_a_question_that_does_not_arise_is_kept_and_inert() -> None:
    """It moves nothing while it is out of the way, goes into the file, and counts again when the question returns."""
    session = _begun()
    for question, written in {"people": "50", "level": "fair", "shared": "yes", "how_shared": "good"}.items():
        session.answer(question, written)
    with_it = session.assessment.decision("who_heads").standing(MODELS[0]).total
    session.answer("shared", "no")
    assert session.is_asked("how_shared") is False and session.file.answers["how_shared"] == "good"
    without = session.assessment.decision("who_heads").standing(MODELS[0]).total
    assert without > with_it
    session.forget("how_shared")
    assert session.assessment.decision("who_heads").standing(MODELS[0]).total == without
    session.undo()
    session.answer("shared", "yes")
    assert session.assessment.decision("who_heads").standing(MODELS[0]).total == with_it


def test_whether_a_question_arises_may_hang_on_another() -> None:
    """Undecided because of the question that decides it."""
    session = _begun()
    assert session.is_asked("how_shared") == frozenset(["shared"]) and session.is_asked("level") is True


def test_weights_know_whether_the_result_was_seen() -> None:
    """Before the ranking was shown they are 'before the result', after it they are not, unless it is said otherwise."""
    session = _begun()
    session.set_weights("who_heads", {"first_group": "30"})
    session.record = InterviewRecord(ranking_seen="yes")
    change = session.set_weights("who_heads", {"ease": "60"})
    assert isinstance(change, WeightsChange) and change.before == {"ease": None}
    entries = session.file.weights["who_heads"]
    assert (entries["first_group"].when, entries["ease"].when) == ("before_result", "after_result")
    assert session.assessment.decision("who_heads").weights["ease"] == pytest.approx(0.18)


@pytest.mark.parametrize(
    "weights", [{"first_group": "101"}, {"nobody": "3"}, {"first_group": "60", "second_group": "50"}]
)
def test_weights_that_cannot_be_meant_are_told(weights: dict[str, str]) -> None:
    """Over a hundred, or of nothing there is: nothing changes."""
    session = _begun()
    with pytest.raises(NotTaken):
        session.set_weights("who_heads", weights)
    assert session.file.weights == {} and not session.can_undo


def test_the_result_is_reasoned_out_once_for_each_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking again, a new title, and undo cost nothing: the same values give the very same result."""
    session = _begun()
    session.answer("people", "5")
    first = session.assessment
    session.rename("Another")
    assert session.assessment is first
    session.answer("people", "6")
    assert session.assessment is not first
    session.undo()
    assert session.assessment is first
