"""Work on the desk: begun, opened, saved by itself, refused, recovered; nothing is ever lost unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import LARGE, Bench, Driven, click_words, drive, screen_text, settled
from wizard.pack import find_council_file
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.tui.file_names import fault_of_new, name_from, typed_path
from wizard.tui.places import file_words
from wizard.tui.screen_registry import is_there
from wizard.tui.screens.reading import ReadingScreen
from wizard.tui.screens.welcome import WelcomeScreen


@pytest.fixture(autouse=True)
def _only_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after the shell has tests of its own."""
    others = ("question", "result")
    monkeypatch.setattr("wizard.tui.screens.opening.is_there", lambda name: name not in others and is_there(name))


def test_a_council_file_opens_and_its_result_is_read(tmp_path: Path) -> None:
    """From the menu to the last line of the result; the file is offered when one comes back, and is not touched."""
    shipped = find_council_file("scenarios/examples/small_unitary.yaml")
    file = tmp_path / "ours.yaml"
    file.write_bytes(shipped.read_bytes())

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        await settled(pilot)
        assert "Answered" in screen_text(app)
        await pilot.press("end")
        assert "interviewed" in screen_text(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        assert "Go on with Ours" in screen_text(app)
        await pilot.press("q")
        assert app.left
        assert app.parting_words.endswith(f"wizard tui {file}")

    drive(script, file=file, size=LARGE)
    assert file.read_bytes() == shipped.read_bytes()


def test_what_came_with_the_program_is_not_offered_to_go_on_with() -> None:
    """A case study is opened as a copy without a name: it is not written to, and not among one's own files."""
    file = find_council_file("scenarios/examples/small_unitary.yaml")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert app.session is not None
        assert app.session.path is None
        assert app.desk.settings.recent == ()

    drive(script, file=file.absolute())


def test_a_new_file_is_begun_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the file follows the council's until one types another; a name that is taken is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newtown.yaml").touch()

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("begin")
        await settled(pilot)
        await pilot.press("enter")
        assert "! Type a name" in screen_text(app)
        await pilot.press(*"Newtown")
        assert "newtown.yaml" in screen_text(app)
        assert "! There is such a file" in screen_text(app)
        await pilot.press(*" 2", "enter", "enter")
        await settled(pilot)
        assert app.session is not None
        assert app.session.path == tmp_path / "newtown_2.yaml"
        assert "Saved 12:00" in screen_text(app)

    drive(script)
    assert "title: Newtown 2" in (tmp_path / "newtown_2.yaml").read_text(encoding="utf-8")


def test_every_change_is_saved_by_itself(newtown: Session) -> None:
    """What was answered stands in the file before the next key."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.made(newtown.answer("readers", "300"))
        await pilot.pause()
        assert newtown.path is not None
        assert "readers: 300" in newtown.path.read_text(encoding="utf-8")
        assert "Saved 12:00" in screen_text(app)

    drive(script, page=Bench(), session=newtown)


@pytest.mark.parametrize("way", ["Keep mine under another name", "Put mine in its place", "Take up the file"])
def test_a_file_changed_by_someone_else_is_not_overwritten_unasked(newtown: Session, way: str) -> None:
    """It is said plainly, the work is kept, and each way on does what it says."""
    newtown.save()
    path = newtown.path
    assert path is not None
    theirs = path.read_text(encoding="utf-8").replace("Newtown", "Theirs")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        path.write_text(theirs, encoding="utf-8")
        app.made(newtown.answer("readers", "300"))
        await settled(pilot)
        assert "Your answers are safe" in screen_text(app)
        assert "NOT SAVED" in screen_text(app)
        assert path.read_text(encoding="utf-8") == theirs
        await click_words(pilot, way)
        if way.startswith("Keep"):
            await pilot.press("end", *["backspace"] * 5, *"_b.yaml", "enter")
            await settled(pilot)
            assert newtown.path == path.with_name("newtown_b.yaml")
            assert path.read_text(encoding="utf-8") == theirs
        elif way.startswith("Put"):
            assert "readers: 300" in path.read_text(encoding="utf-8")
            assert path.with_name("newtown.yaml.bak").read_text(encoding="utf-8") == theirs
        else:
            assert newtown.file.title == "Theirs"
            assert newtown.answer_of("readers") is None
        assert "Saved 12:00" in screen_text(app)

    drive(script, page=Bench(), session=newtown)


def test_going_on_without_saving_is_told_on_the_badge(newtown: Session) -> None:
    """The work goes on in memory and beside the file, and is offered when one comes back after a crash."""
    newtown.save()
    path = newtown.path
    assert path is not None

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        path.unlink()
        app.made(newtown.answer("readers", "300"))
        await settled(pilot)
        await click_words(pilot, "Go on for now")
        assert "NOT SAVED" in screen_text(app)

    drive(script, page=Bench(), session=newtown)

    async def afterwards(app: Driven, pilot: Pilot[None]) -> None:
        assert "Take up unsaved work: Newtown" in screen_text(app)
        assert "1 answer; its file is not there any more" in screen_text(app)

    drive(afterwards, recent=[path])


def test_work_without_a_file_gets_one_when_it_is_wanted(tiny: RuleSet, tmp_path: Path) -> None:
    """Through the list of commands: saved under a name, and from then on by itself."""
    session = Session.new(tiny, None, "Newtown")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.made(session.answer("readers", "300"))
        await settled(pilot)
        assert "No file yet" in screen_text(app)
        await pilot.press("ctrl+q")
        assert "They are kept, and offered" in app.parting_words
        app.desk.take_up(session)
        await pilot.press("ctrl+p", *"save under", "enter")
        await settled(pilot)
        field = app.screen.query_one("AnswerField")
        field.restart(str(tmp_path / "named"))  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settled(pilot)
        assert session.path == tmp_path / "named.yaml"
        assert "Saved 12:00" in screen_text(app)

    drive(script, page=Bench(), session=session)


def test_names_of_files(tmp_path: Path) -> None:
    """What a person types is understood: no ending, quotation marks, other folders; and faults are told."""
    (tmp_path / "there.yaml").touch()
    assert typed_path("ours", tmp_path) == tmp_path / "ours.yaml"
    assert typed_path('"our council.yml"', tmp_path) == tmp_path / "our council.yml"
    assert name_from("Our Council, 2008") == "our_council_2008.yaml"
    assert name_from("???") == "our_council.yaml"
    assert len(name_from("word " * 30)) <= 45
    assert fault_of_new("ours", tmp_path) == ""
    for wrong in ("", "there", "ours.txt", "no/such/folder/ours", "a\0b"):
        assert fault_of_new(wrong, tmp_path) != "", wrong


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("city_of_london_2005.yaml", "City of London, 2005"),
        ("shared_with_nhs.yaml", "Shared with NHS"),
        ("Our Council.yml", "Our Council"),
        ("_.yaml", ""),
    ],
)
def test_files_are_called_by_their_names(name: str, words: str) -> None:
    """Before a file was read its name is all there is, put as a person would."""
    assert file_words(Path(name)) == words
