"""What-ifs beside the base: each a set of changes with its own result, kept in the file where that is wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wizard.council_file import new_text
from wizard.proof.what_if import try_out, variation_of
from wizard.session.change import NotTaken
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.session.varying import MOST

Answers = Callable[[Session], Session]


@pytest.fixture
def session(tiny: RuleSet, answered_core: Answers) -> Session:
    found = answered_core(Session.new(tiny, None, "Ours"))
    found.answer("readers", "300")
    return found


def test_a_what_if_changes_nothing_but_itself(session: Session) -> None:
    """The base and its result stand; the what-if has the base's answers but for its own."""
    before, result = session.file, session.assessment
    variant = session.begin_what_if("Many readers")
    session.answer("readers", "9000", variant=variant)
    assert session.file == before.model_copy(update={"record": session.record}) and session.assessment is result
    other = session.assessment_of(variant)
    assert other.case.answers["readers"] != result.case.answers["readers"]
    assert {**other.case.answers, "readers": None} == {**result.case.answers, "readers": None}
    assert session.answer_of("head_leaving", variant) == session.answer_of("head_leaving")


def test_a_what_if_comes_to_what_the_command_makes_of_it(session: Session) -> None:
    """Answers, weights and models off the table: the same result as `wizard what-if` has of the kept one."""
    variant = session.begin_what_if()
    session.answer("readers", "9000", variant=variant)
    session.set_weights("leadership", {"readers": "80"}, variant=variant)
    session.take_off_the_table("library_trust", "Nobody to run it", variant=variant)
    what_if = session.state.variant(variant).what_if
    tried = try_out(session.rules, session.assessment, variation_of(session.rules, what_if))
    assert session.assessment_of(variant) == tried.comparison.after


def test_an_answer_like_the_bases_is_no_change_of_a_what_if(session: Session) -> None:
    """And taking a change back leaves the base's answer."""
    variant = session.begin_what_if()
    assert session.answer("readers", "300", variant=variant) is None
    session.answer("readers", "9000", variant=variant)
    session.forget("readers", variant=variant)
    assert session.answer_of("readers", variant) == session.answer_of("readers")
    assert session.state.variant(variant).is_empty


def test_only_what_is_kept_goes_into_the_file(session: Session) -> None:
    """With its title and its note; what was only tried is counted, and said no more of."""
    kept, tried = session.begin_what_if("If two heads left"), session.begin_what_if()
    session.answer("readers", "9000", variant=kept)
    session.answer("readers", "20", variant=tried)
    session.note_what_if(kept, "Said at the meeting")
    session.keep_what_if(kept)
    (what_if,) = session.file.what_ifs
    assert (what_if.id, what_if.title, what_if.note) == (
        "if_two_heads_left",
        "If two heads left",
        "Said at the meeting",
    )
    assert session.file.record.variants_tried == 2 and "20" not in new_text(session.file).split("what_ifs")[1]
    session.keep_what_if(kept, keep=False)
    assert session.file.what_ifs == ()


def test_a_what_if_is_counted_once_it_differs(session: Session) -> None:
    """Begun and left alone it was not tried; undone it was."""
    variant = session.begin_what_if()
    assert session.record.variants_tried is None
    session.answer("readers", "9000", variant=variant)
    session.answer("readers", "20", variant=variant)
    session.undo()
    session.undo()
    assert session.record.variants_tried == 1


def test_there_are_four_at_most(session: Session) -> None:
    """More columns cannot be taken in; one has to go first."""
    ids = [session.begin_what_if() for _ in range(MOST)]
    with pytest.raises(NotTaken, match="4 what-ifs"):
        session.begin_what_if()
    session.remove_what_if(ids[0])
    assert session.begin_what_if() not in ids[1:]


def test_a_what_if_can_begin_like_another(session: Session) -> None:
    """Then both go their own ways."""
    first = session.begin_what_if("First")
    session.answer("readers", "9000", variant=first)
    second = session.begin_what_if("Second", like=first)
    session.answer("readers", "20", variant=second)
    assert session.answer_of("readers", first) != session.answer_of("readers", second)
    assert session.record.variants_tried == 2


def test_what_cannot_stand_in_a_file_is_refused(session: Session) -> None:
    """A what-if cannot put a model back that the base rules out; nor is an empty one worth keeping."""
    variant = session.begin_what_if()
    session.take_off_the_table("library_trust", "Nobody to run it")
    with pytest.raises(NotTaken, match="council file itself"):
        session.put_back("library_trust", variant=variant)
    with pytest.raises(NotTaken, match="Nothing is otherwise"):
        session.keep_what_if(variant)


def test_weights_of_a_what_if_are_held_against_those_of_the_base(session: Session) -> None:
    """Together they may not come to more than the whole."""
    session.set_weights("leadership", {"readers": "70"})
    variant = session.begin_what_if()
    with pytest.raises(NotTaken):
        session.set_weights("leadership", {"change": "40"}, variant=variant)
    session.set_weights("leadership", {"change": "30"}, variant=variant)
    assert session.file.weights["leadership"].keys() == {"readers"}
    assert session.state.variant(variant).what_if.weights["leadership"].keys() == {"change"}
