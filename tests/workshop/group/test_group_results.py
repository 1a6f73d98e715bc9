"""A group's result: each one's alone, the joined one, and what hangs on each disagreement."""

from __future__ import annotations

import pytest

from tests.workshop.conftest import WorkshopOf, again
from wizard.conditions.answers import OneOf
from wizard.council_file import create_council, new_text, read_council, read_written
from wizard.engine import assess
from wizard.proof.council_case import case_of
from wizard.report.spoken import spoken_document
from wizard.report.text import text_of
from wizard.session.change import NotTaken
from wizard.workshop.group.document import group_document
from wizard.workshop.group.joined_file import joined_file
from wizard.workshop.group.result import GroupResult, group_result
from wizard.workshop.group.voices import pointed_to
from wizard.workshop.group.words import people_words
from wizard.workshop.workshop import Workshop

FIRST, THEN = [["readers"], ["change"]], [["change"], ["readers"]]
SHEETS = {
    "Care team": {"answers": {"roof": "bad", "wishes": ["quiet"]}, "priorities": {"leadership": FIRST}},
    "Finance team": {"answers": {"roof": "sound", "wishes": ["quiet"]}, "priorities": {"leadership": THEN}},
    "Chief librarian": {"answers": {"roof": "bad", "wishes": "not_sure"}, "priorities": {"leadership": FIRST}},
}


def held(workshop: Workshop, sheets: dict[str, dict[str, object]] = SHEETS) -> GroupResult:
    """The result once these sheets are in and open."""
    for who, said in sheets.items():
        workshop.put_in(who, "paper", **said)
    workshop.open_sheets()
    return group_result(workshop)


def test_nothing_is_told_before_the_sheets_are_open(workshop_of: WorkshopOf) -> None:
    """Not even to whoever runs the program."""
    workshop = workshop_of()
    workshop.put_in("Care team", "paper", **SHEETS["Care team"])
    with pytest.raises(NotTaken, match="sealed"):
        group_result(workshop)


def test_each_ones_result_is_that_of_their_own_council_file(workshop_of: WorkshopOf) -> None:
    """The facts that all share and their own answers and order: nobody else's sheet touches it."""
    found = held(workshop_of())
    for voice in found.voices:
        case = voice.assessment.case
        order = THEN if voice.who == "Finance team" else FIRST
        assert case.answers["roof"] == voice.answers["roof"]
        assert case.trade_offs["leadership"] == (tuple(each[0] for each in order),)
        assert voice.assessment == assess(found.workshop.rules, case)


def test_what_the_facts_file_judged_or_weighed_before_counts_for_nothing(workshop_of: WorkshopOf) -> None:
    """The roof was 'sound' in the file, and readers weighed 90: each is asked anew, unswayed. The rest stands."""
    found = held(workshop_of(), {"Care team": {"answers": {"wishes": ["quiet"]}}})
    case = found.assessment.case
    assert "roof" not in case.answers and set(case.weights["leadership"]) == {"nearness"}
    assert case.answers["head_leaving"] == OneOf(frozenset(["yes"]))


def test_the_joined_answers_are_those_of_the_majority(workshop_of: WorkshopOf) -> None:
    """Two of three on the roof; on the order of groups likewise."""
    found = held(workshop_of())
    assert found.case.answers["roof"] == OneOf(frozenset(["bad"]))
    assert found.pairs == {"leadership": (("readers", "change"),)}


def test_disagreements_come_by_what_hangs_on_them(workshop_of: WorkshopOf) -> None:
    """What turns more comes first, then what moves more verdicts, then the wider spread of the lead."""
    found = held(workshop_of())
    keys = [(len(each.turns), len(each.moves), each.spread) for each in found.disagreements]
    assert keys == sorted(keys, reverse=True)
    assert {each.on for each in found.disagreements} == {"roof", "leadership"}
    for each in found.disagreements:
        for with_it in each.outcomes:
            for result in with_it.assessment.decisions:
                named = {pointed_to(result), pointed_to(found.assessment.decision(result.decision.id))}
                assert len(named) == 1 or result.decision.id in each.turns


def test_being_of_one_mind_is_no_disagreement(workshop_of: WorkshopOf) -> None:
    """Nor is being unsure where others are not."""
    same = {who: {"answers": {"roof": "bad", "wishes": each}} for who, each in (("A", ["quiet"]), ("B", "not_sure"))}
    assert held(workshop_of(), same).disagreements == ()


def test_the_joined_file_comes_to_the_joined_result(workshop_of: WorkshopOf) -> None:
    """Saved and opened again, by any command, it says what the room saw; and it says that it is the room's."""
    found = held(workshop_of())
    rule_set = found.workshop.rule_set
    path = found.workshop.folder / "joined.yaml"
    create_council(path, joined_file(found), rule_set.view)
    read = read_council(read_written(path), rule_set.view)
    assert assess(rule_set.rules, case_of(read)).decisions == found.assessment.decisions
    assert read.file.group is not None and read.file.group.people == ("Care team", "Chief librarian", "Finance team")
    assert read.file.group.asked == found.workshop.file.questions
    assert read.file.derived_from is not None and read.file.derived_from.digest == found.workshop.facts.digest


def test_who_answered_otherwise_stands_in_the_file_and_so_does_who_objects(workshop_of: WorkshopOf) -> None:
    """The minority is not lost: their answer, whether it would turn the result, and their own words."""
    found = held(workshop_of())
    finance = next(each.sheet.id for each in found.voices if each.who == "Finance team")
    found.workshop.object_to(finance, "leadership", "Nobody asked what it costs.")
    dissent = joined_file(group_result(again(found.workshop.folder))).dissent
    assert [(each.on, each.who, each.says, each.why) for each in dissent] == [
        ("roof", ("Finance team",), "sound", None),
        ("leadership", ("Finance team",), dissent[-1].says, "Nobody asked what it costs."),
    ]
    turning = {each.on for each in found.disagreements if each.turns}
    assert dissent[0].turns == ("roof" in turning)


def test_where_nobody_has_a_majority_everybodys_answer_is_kept(workshop_of: WorkshopOf) -> None:
    """It counts as any of them; who said which is in the file all the same, and so is who orders the other way."""
    split = {
        "A": {"answers": {"roof": "bad"}, "priorities": {"leadership": FIRST}},
        "B": {"answers": {"roof": "sound"}, "priorities": {"leadership": FIRST}},
        "C": {"priorities": {"leadership": THEN}},
    }
    file = joined_file(held(workshop_of(), split))
    assert [(each.on, each.who, each.says) for each in file.dissent] == [
        ("roof", ("A",), "bad"),
        ("roof", ("B",), "sound"),
    ]
    (order,) = file.trade_offs["leadership"]
    assert order.says == "readers" and order.set_by == "2 of 3 in a workshop" and order.why is not None
    assert order.why.endswith("C.")


def test_sheets_that_all_agree_leave_no_dissent(workshop_of: WorkshopOf) -> None:
    """And an answer that only one gave is that one's: no more than half of one is one."""
    found = held(workshop_of(), {"A": SHEETS["Care team"]})
    assert joined_file(found).dissent == () and found.disagreements == ()
    assert "no majority" not in new_text(joined_file(found))


def test_the_document_says_who_points_where_and_what_to_talk_about(workshop_of: WorkshopOf) -> None:
    """Names, counts, the joined verdict, the rule of joining; and it can be read out line by line."""
    found = held(workshop_of())
    text = " ".join(text_of(group_document(found), 100).split())
    for said in ("3 sheets", "Care team", "together", "Bad – 2; Sound – 1", "what more than half"):
        assert said in text
    assert "A secret" not in text and "head librarian leave" not in text.lower()
    assert any("Finance team" in line for line in spoken_document(group_document(found)).lines)


def test_a_group_of_many_is_counted_not_listed() -> None:
    """Sixteen names in one sentence are read by nobody."""
    assert people_words(["A", "B", "C"]) == "A, B and C"
    assert people_words([f"Team {number}" for number in range(16)]) == "16 of you"


def test_the_mark_of_a_rehearsal_stands_on_its_document(workshop_of: WorkshopOf) -> None:
    """Nobody takes made-up answers for a result."""
    found = held(workshop_of(rehearsal=True))
    assert "Rehearsal" in group_document(found).mark and not group_document(held(workshop_of("real"))).mark
    assert "Confidential" in group_document(held(workshop_of("closed", confidential=True))).mark
