"""What is sealed stays as it is, safe on the disk, and unseen until all are in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from tests.workshop.conftest import TINY, WorkshopOf, again
from wizard.council_file import NotSaved
from wizard.problems import Unreadable
from wizard.schema.workshop import Sheet
from wizard.session.change import NotTaken
from wizard.workshop.workshop import Workshop

SAID = {"answers": {"roof": "bad", "wishes": ["quiet"]}, "priorities": {"leadership": [["change"], ["readers"]]}}


def sheet(room: Workshop, id: str, **said: object) -> Sheet:
    """A sheet of somebody who sits in the room."""
    whole = {"id": id, "workshop": room.file.id, "who": id, "came_by": "browser", **(said or SAID)}
    return Sheet.model_validate(whole)


def test_a_sealed_sheet_outlives_the_program(workshop_of: WorkshopOf) -> None:
    """Another process reads it as it was put in, to the letter."""
    workshop = workshop_of()
    workshop.put_in("Care team", "paper", **SAID)
    workshop.open_sheets()
    (found,) = again(workshop.folder).opened
    assert found.who == "Care team" and found.answers == SAID["answers"]
    assert found.priorities == {"leadership": (("change",), ("readers",))}


def test_sheets_are_not_given_out_before_all_are_in(workshop_of: WorkshopOf) -> None:
    """Nor opened, unless the facilitator says that they go on without those who are missing."""
    workshop = workshop_of(expected=2)
    workshop.put_in("Care team", "paper", **SAID)
    for do in (lambda: workshop.opened, workshop.open_sheets):
        with pytest.raises(NotTaken, match="1 of 2 is in"):
            do()
    assert not workshop.is_open
    workshop.open_sheets(without_waiting=True)
    assert [each.who for each in workshop.opened] == ["Care team"]


def test_nothing_can_be_opened_where_nothing_is_in(workshop_of: WorkshopOf) -> None:
    """Going on without those who are missing needs somebody to go on with."""
    with pytest.raises(NotTaken, match="nothing to open"):
        workshop_of().open_sheets(without_waiting=True)


def test_whoever_sits_down_is_waited_for_until_they_leave(workshop_of: WorkshopOf) -> None:
    """Joined and not sealed is waited for; let go is not; and whoever is back is again."""
    workshop = workshop_of()
    seat, _ = workshop.take_seat("Finance team")
    workshop.put_in("Care team", "paper", **SAID)
    assert workshop.presence == (("Care team",), ("Finance team",), 2)
    workshop.let_go(seat.id)
    assert workshop.presence.all_in
    workshop.let_go(seat.id, left=False)
    assert not workshop.presence.all_in
    workshop.seal(sheet(workshop, seat.id))
    assert workshop.presence.all_in
    with pytest.raises(NotTaken):
        workshop.let_go(seat.id)


def test_a_sealed_sheet_cannot_be_changed(workshop_of: WorkshopOf) -> None:
    """Neither sealed again, nor drafted again; and nothing at all once the sheets are open."""
    workshop = workshop_of()
    seat, _ = workshop.take_seat("Care team")
    workshop.seal(sheet(workshop, seat.id))
    for do in (workshop.seal, workshop.keep_draft):
        with pytest.raises(NotTaken, match="sealed"):
            do(sheet(workshop, seat.id, answers={"roof": "sound"}))
    workshop.open_sheets()
    with pytest.raises(NotTaken, match="are open"):
        workshop.put_in("Late", "paper", **SAID)
    with pytest.raises(NotTaken, match="are open"):
        workshop.take_seat("Late")
    assert workshop.opened[0].answers == SAID["answers"]


def test_a_draft_is_kept_until_it_is_sealed(workshop_of: WorkshopOf) -> None:
    """A draft counts for nothing, but is there again for its own person."""
    workshop = workshop_of()
    seat, _ = workshop.take_seat("Care team")
    workshop.keep_draft(sheet(workshop, seat.id, answers={"roof": "patched"}))
    other = again(workshop.folder)
    draft = other.draft(seat.id)
    assert draft is not None and draft.answers == {"roof": "patched"} and other.presence.sealed == ()
    other.seal(draft)
    assert other.draft(seat.id) is None and other.presence.sealed == ("Care team",)


def test_somebody_comes_back_by_their_code_and_by_nothing_else(workshop_of: WorkshopOf) -> None:
    """However it is typed. Neither code nor browser's key is written down anywhere as it is."""
    workshop = workshop_of()
    seat, code = workshop.take_seat("Care team", "a browser's key")
    workshop.take_seat("Finance team")
    assert workshop.seat_of("a browser's key") == seat and workshop.seat_of("another's") is None
    assert workshop.come_back("abcd-efgh", "third") is None and workshop.come_back("", "third") is None
    found = workshop.come_back(f" {code.upper().replace('-', ' ')} ", "another's")
    assert found is not None and found.id == seat.id
    assert again(workshop.folder).seat_of("another's") == found
    written = "".join(each.read_text(encoding="utf-8") for each in workshop.folder.rglob("*.yaml"))
    assert code not in written and "browser's key" not in written


def test_a_lost_code_is_replaced_and_is_then_nobodys(workshop_of: WorkshopOf) -> None:
    """The new one brings them back; a seat that no browser ever took, such as one keyed in from paper, gets none."""
    workshop = workshop_of()
    seat, lost = workshop.take_seat("Care team", "their browser's key")
    code = workshop.give_new_code(seat.id)
    assert workshop.come_back(lost, "a finder's key") is None
    found = again(workshop.folder).come_back(code, "their new browser's key")
    assert found is not None and found.id == seat.id
    on_paper, _ = workshop.take_seat("Finance team")
    for id in (on_paper.id, "nobody"):
        with pytest.raises(NotTaken):
            workshop.give_new_code(id)


def test_nobody_is_called_what_windows_gives_to_no_file(workshop_of: WorkshopOf) -> None:
    """A team 'Con' is called so on its sheet; its file has another name."""
    workshop = workshop_of()
    sheet = workshop.put_in("Con", "paper", **SAID)
    assert sheet.who == "Con" and sheet.id != "con"


def test_facts_that_were_changed_meanwhile_are_told(workshop_of: WorkshopOf) -> None:
    """Not everybody may have judged the same facts: it stands above what comes out."""
    workshop = workshop_of()
    assert workshop.notices == ()
    facts = workshop.folder / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("readers: 300", "readers: 9000"), encoding="utf-8")
    (said,) = again(workshop.folder).notices
    assert "facts were changed" in said


def test_a_rule_set_that_moved_on_is_told(workshop_of: WorkshopOf) -> None:
    """As it is of a council file that was made with another version."""
    head = workshop_of().folder / "workshop.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 0.9.0"), encoding="utf-8")
    (said,) = again(head.parent).notices
    assert "0.9.0" in said and "1.0.0" in said


def test_two_of_one_name_are_told_apart(workshop_of: WorkshopOf) -> None:
    """Nobody can be taken for another in what is shown, however the letters stand."""
    workshop = workshop_of()
    workshop.take_seat("Care team")
    for name in ("care TEAM", " Care  team "):
        with pytest.raises(NotTaken, match="here already"):
            workshop.take_seat(name)
    workshop.put_in("Ärzte!", "paper", **SAID)
    workshop.put_in("Ärzte?", "paper", **SAID)
    assert len({each.id for each in workshop.seats} | set(workshop.presence.sealed)) == 3


def test_many_seal_at_once_and_none_is_lost(workshop_of: WorkshopOf) -> None:
    """A folder is held while something is written in it; those who come at the same moment wait."""
    workshop = workshop_of()
    seats = [workshop.take_seat(f"Team {number}")[0] for number in range(12)]
    threads = [Thread(target=workshop.seal, args=(sheet(workshop, each.id),)) for each in seats]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(again(workshop.folder).presence.sealed) == 12


def test_a_program_killed_while_sealing_leaves_a_whole_sheet_or_none(workshop_of: WorkshopOf) -> None:
    """Written beside, flushed and given its name: at every moment the folder can be opened."""
    workshop = workshop_of()
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from wizard.workshop.workshop import Workshop\n"
        f"workshop = Workshop.open(Path(sys.argv[1]), pack={TINY!r})\n"
        "print('ready', flush=True)\n"
        "for number in range(10_000):\n"
        "    workshop.put_in(f'Team {number}', 'paper', answers={'roof': 'bad'}, remark='x' * 5_000)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(workshop.folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(TINY).parents[2])},
    )
    assert child.stdout is not None and child.stdout.readline() == b"ready\n"
    while len(list((workshop.folder / "sheets").glob("*.yaml"))) < 20:
        assert child.poll() is None
    child.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    child.wait()
    child.stdout.close()
    found = again(workshop.folder)
    found.open_sheets(without_waiting=True)
    assert len(found.opened) >= 20 and all(len(each.remark or "") == 5_000 for each in found.opened)


@pytest.mark.parametrize(
    ("said", "check"),
    [
        ({"answers": {"roof": "leaky"}}, "unknown-answer"),
        ({"answers": {"readers": "300"}}, "unknown-question"),
        ({"priorities": {"leadership": [["readers"]]}}, "order-not-whole"),
        ({"priorities": {"leadership": [["readers"], ["readers", "change"]]}}, "named-twice"),
        ({"priorities": {"leadership": [["readers"], [], ["change"]]}}, "empty-tier"),
        ({"priorities": {"leading": [["readers"]]}}, "unknown-decision"),
        ({"foretold": {"leadership": {"model": "one_librarian"}}}, "unknown-decision"),
        ({"risks": ["fire_of_the_century"]}, "unknown-risk"),
        ({"workshop": "elsewhere"}, "other-workshop"),
    ],
)
def test_what_a_sheet_cannot_say_is_refused_before_it_is_written(
    workshop_of: WorkshopOf, said: dict[str, object], check: str
) -> None:
    """So that no sealed sheet is ever found unusable once it is opened."""
    workshop = workshop_of()
    seat, _ = workshop.take_seat("Care team")
    with pytest.raises(NotTaken) as caught:
        workshop.seal(sheet(workshop, seat.id, **said))
    assert caught.value.check == check and not workshop.is_sealed(seat.id)


def test_a_sheet_that_somebody_changed_by_hand_is_told_with_its_place(workshop_of: WorkshopOf) -> None:
    """File, line and column, as for every file of the program."""
    workshop = workshop_of()
    workshop.put_in("Care team", "paper", answers={"roof": "bad"})
    workshop.open_sheets()
    (path,) = (workshop.folder / "sheets").iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace("roof: bad", "roof: leaky"), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        _ = again(workshop.folder).opened
    (problem,) = caught.value.problems
    assert "leaky" in problem.message and (problem.place.line, problem.place.column) == (6, 9)


def test_a_folder_that_may_not_be_written_in_loses_nothing(
    workshop_of: WorkshopOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told; what was sealed before stands, and so does the draft."""
    workshop = workshop_of()
    seat, _ = workshop.take_seat("Care team")
    workshop.put_in("Finance team", "paper", **SAID)
    workshop.keep_draft(sheet(workshop, seat.id))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved, match="disk is full"):
        workshop.seal(sheet(workshop, seat.id))
    monkeypatch.undo()
    found = again(workshop.folder)
    assert found.presence == (("Finance team",), ("Care team",), 2)
    assert found.draft(seat.id) is not None


def test_an_objection_needs_a_sheet_and_open_sheets(workshop_of: WorkshopOf) -> None:
    """Who took no part, and who has not seen the result, has nothing to object to; empty words take one back."""
    workshop = workshop_of()
    one = workshop.put_in("Care team", "paper", **SAID)
    with pytest.raises(NotTaken):
        workshop.object_to(one.id, "leadership", "No.")
    workshop.open_sheets()
    with pytest.raises(NotTaken):
        workshop.object_to("somebody", "leadership", "No.")
    workshop.object_to(one.id, "leadership", "Nobody asked the readers.")
    assert [each.says for each in again(workshop.folder).objections] == [{"leadership": "Nobody asked the readers."}]
    workshop.object_to(one.id, "leadership", "  ")
    assert again(workshop.folder).objections == ()


def test_ids_from_outside_are_never_paths(workshop_of: WorkshopOf) -> None:
    """Whatever is asked for by name is looked up among the files of its folder."""
    workshop = workshop_of()
    for id in ("../workshop", "..", "", "a/b", "workshop.yaml", "x" * 5_000, "\0"):
        assert workshop.seat(id) is None and workshop.draft(id) is None and workshop.own_sheet(id) is None


def test_people_stand_in_the_order_that_people_put_them_in(workshop_of: WorkshopOf) -> None:
    """Table 2 before Table 10, small letters among large ones; figures of other scripts are letters here."""
    workshop = workshop_of()
    for who in ("Table 10", "table 2", "Board", "Table ²", "9"):
        workshop.put_in(who, "paper", **SAID)
    names = ("Board", "table 2", "Table 10", "Table ²", "9")
    assert workshop.presence.sealed == tuple(sorted(names, key=names.index))
    workshop.open_sheets()
    assert tuple(each.who for each in workshop.opened) == workshop.presence.sealed
