"""What a person changed, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.council_file import view_of
from wizard.engine import compile_rules
from wizard.pack import find_pack, read_pack
from wizard.report.changes_made import change_made, change_redone, change_undone
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture
def session() -> Session:
    folder = find_pack(TINY)
    pack = read_pack(folder).pack
    return Session.new(RuleSet(folder, compile_rules(pack), view_of(pack)), None, "Newtown")


def _told(session: Session) -> str:
    return change_made(session.rules, session.changes[-1])


def test_answers_are_told_with_what_they_were(session: Session) -> None:
    """Given, changed, noted on, taken back; the question in a few words, the answers as the screen words them."""
    ask = session.rules.domains["readers"].question.named
    session.answer("readers", "300")
    assert _told(session) == f"Answered “{ask}” with “300”."
    session.answer("readers", "400")
    assert _told(session) == f"Changed “{ask}” from “300” to “400”."
    session.answer("readers", "400", note="counted")
    assert _told(session) == f"Changed what is noted on “{ask}”."
    session.forget("readers")
    assert _told(session) == f"Took back the answer to “{ask}”, which was “400”."
    session.not_sure("led_today")
    assert _told(session).endswith("with “not sure”.")


def test_every_other_change_has_its_sentence(session: Session) -> None:
    """Models, titles, what is said about the council, what-ifs: each told by its name, none by an id."""
    session.take_off_the_table("library_trust", "No partner")
    assert _told(session) == f"Taken off the table: {session.rules.pack.models['library_trust'].title}."
    session.put_back("library_trust")
    assert _told(session).startswith("Put back on the table: ")
    session.rename("Oldtown")
    assert _told(session) == "Changed the title from “Newtown” to “Oldtown”."
    session.tell_about(council="Oldtown Council")
    assert _told(session) == "Changed what is said about the council."
    variant = session.begin_what_if("With a partner")
    assert _told(session) == "Began the what-if “With a partner”."
    session.answer("readers", "300", variant=variant)
    assert _told(session).endswith("(in the what-if with a partner).")
    session.keep_what_if(variant)
    assert _told(session) == "Kept in the council file: the what-if “With a partner”."
    session.remove_what_if(variant)
    assert _told(session) == "Took away the what-if “With a partner”."


def test_undoing_is_told_as_such(session: Session) -> None:
    """The same sentence, said to be taken back or made again."""
    session.rename("Oldtown")
    undone = session.undo()
    assert undone is not None
    assert change_undone(session.rules, undone) == "Taken back: changed the title from “Newtown” to “Oldtown”."
    assert change_redone(session.rules, undone) == "Made again: changed the title from “Newtown” to “Oldtown”."
