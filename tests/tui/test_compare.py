"""Council files side by side on screen: marked by keys or mouse, faults told, and what differs with its reasons."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from tests.tui.conftest import TINY
from tests.tui.contrast import faint
from tests.tui.driving import (
    LARGE,
    SMALL,
    USUAL,
    Driven,
    assert_snapshot,
    click_words,
    drive,
    screen_text,
    settled,
)
from wizard.report.councils_read import councils_document, councils_read
from wizard.report.document import Column, Table
from wizard.report.text import text_of
from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session
from wizard.tui.screens.compare import CompareScreen
from wizard.tui.screens.compared import ComparedScreen
from wizard.tui.screens.welcome import WelcomeScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.choice_list import ChoiceList
from wizard.tui.widgets.document_lines import laid_out
from wizard.tui.widgets.document_panel import DocumentPanel

SIZES = pytest.mark.parametrize("size", [USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
ANSWERS = "decision_date: 2010-05\n  led_today: [branch_librarians]\n  head_leaving: yes\n  readers: {readers}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three councils of one rule set, a faulty file, and nothing else that could be offered."""
    (tmp_path / "councils").mkdir()
    monkeypatch.chdir(tmp_path / "councils")
    for name in ("shipped_reports", "shipped_examples"):
        monkeypatch.setattr(f"wizard.tui.screens.compare.{name}", list)
    for name, readers in (("alder", 300), ("birch", 40000), ("cedar", 300)):
        _council(tmp_path / "councils" / f"{name}.yaml", name, readers)
    (tmp_path / "councils" / "dill.yaml").write_text(
        "id: dill\ntitle: Dill\npack: {id: tiny}\nanswers: {reders: 3}\n", encoding="utf-8"
    )
    monkeypatch.setattr("wizard.session.rule_sets.find_pack", lambda name: TINY)
    return tmp_path / "councils"


def _council(path: Path, name: str, readers: int) -> None:
    answers = ANSWERS.format(readers=readers)
    path.write_text(
        f"id: {name}\ntitle: {name.title()} [x]\npack: {{id: tiny}}\nanswers:\n  {answers}", encoding="utf-8"
    )


async def _go_on(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def _panel(app: Driven) -> str:
    return " ".join(app.screen.query_one(DocumentPanel).text.split())


def _words(app: Driven) -> str:
    return " ".join(screen_text(app).split())


@SIZES
def test_files_are_marked_and_compared_by_keys_alone(folder: Path, size: tuple[int, int]) -> None:
    """Digits and Space mark, a search keeps the marks, Enter compares; one alone is told."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "1", "enter")
        assert "Mark at least two" in _words(app)
        await _go_on(pilot, "shift+tab")
        await pilot.press(*"birch")
        await _go_on(pilot, "down", "space")
        assert "2 marked: Alder; Birch" in _words(app)
        await _go_on(pilot, "enter")
        assert isinstance(app.screen, ComparedScreen)
        panel = _panel(app)
        assert "A: Alder [x]" in panel
        assert "Why B differs from A" in panel
        assert "When will" not in panel
        await _go_on(pilot, "o")
        assert "When will" in _panel(app)
        await _go_on(pilot, "escape")
        assert "2 marked" in _words(app)

    drive(script, size=size, page=CompareScreen())


@SIZES
def test_files_are_marked_and_compared_by_mouse_alone(folder: Path, size: tuple[int, int]) -> None:
    """From the first screen and back, without a key."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "Compare council files")
        assert isinstance(app.screen, CompareScreen)
        await click_words(pilot, "Alder")
        await click_words(pilot, "Cedar")
        await click_words(pilot, "[ Compare ]")
        assert "Nothing differs here between A and B" in _panel(app)
        await click_words(pilot, "[ Show every answer ]")
        assert "When will" in _panel(app)
        await click_words(pilot, "[ Only what differs ]")
        assert "When will" not in _panel(app)
        await click_words(pilot, "[ Back ]")
        await click_words(pilot, "[ Unmark all ]")
        assert "None is marked yet." in _words(app)
        await click_words(pilot, "[ Back ]")
        assert isinstance(app.screen, WelcomeScreen)

    drive(script, size=size)


def test_the_work_on_the_desk_is_compared_as_it_stands(folder: Path, newtown: Session) -> None:
    """It is marked already, comes first, and what is not saved counts."""
    newtown.answer("readers", "77")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "1 marked: Newtown" in _words(app)
        await _go_on(pilot, "down", "space", "enter")
        assert "A: Newtown" in _panel(app)
        assert "77" in _panel(app)

    drive(script, page=CompareScreen(), session=newtown)


def test_a_file_or_a_folder_can_be_typed(folder: Path, tmp_path: Path) -> None:
    """A folder adds what it holds, a file is marked at once; what is neither is told."""
    (tmp_path / "others").mkdir()
    _council(tmp_path / "others" / "elder.yaml", "elder", 500)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        field = app.screen.query_one("#words")
        field.restart(str(tmp_path / "others"))  # type: ignore[attr-defined]
        field.input.focus()  # type: ignore[attr-defined]
        await _go_on(pilot, "enter")
        assert "1 more to choose from" in _words(app)
        assert app.screen.query_one(ChoiceList).choices[0].label == "Elder"
        field.restart(str(tmp_path / "others" / "elder.yaml"))  # type: ignore[attr-defined]
        field.input.focus()  # type: ignore[attr-defined]
        await _go_on(pilot, "enter")
        assert "1 marked: Elder" in _words(app)
        field.input.focus()  # type: ignore[attr-defined]
        await pilot.press(*"zzz")
        await _go_on(pilot, "enter")
        assert "There is no such file or folder" in _words(app)

    drive(script, page=CompareScreen())


def test_faulty_files_are_told_and_the_others_compared(folder: Path) -> None:
    """Each fault with its place and how to mend it."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "1", "2", "4", "enter")
        panel = _panel(app)
        assert "Not compared" in panel
        assert "dill.yaml:4:" in panel
        assert "2 council files side by side" in panel

    drive(script, page=CompareScreen())


def test_files_made_with_another_rule_set_are_refused_in_its_words(folder: Path) -> None:
    """Their figures do not mean the same; where that leaves fewer than two, nothing is compared."""
    rules = RuleSets()
    paths = [folder / "alder.yaml", folder / "birch.yaml"]
    read = councils_read([*paths, Path("scenarios/examples/small_unitary.yaml")], _Either(rules))
    assert len(read.subjects) == 2
    said = " ".join(text_of(councils_document(read, changed_only=True), 100).split())
    assert "their figures do not mean the same" in said
    alone = councils_read([paths[0]], rules)
    assert alone.several is None
    assert "Comparing takes at least two" in text_of(councils_document(alone, changed_only=True), 100)


class _Either(RuleSets):
    """Gives the shipped rule set to the shipped file, although the tests' own is looked up for all others."""

    def __init__(self, rules: RuleSets) -> None:
        super().__init__()
        self._rules = rules

    def of(self, written):  # type: ignore[no-untyped-def]
        if written.pack.id == "tiny":
            return self._rules.of(written)
        from wizard.pack import find_pack

        return self._in(find_pack(written.pack.id))


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_screens_read_as_they_did(folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Word for word, at three sizes; and no text ends in an ellipsis."""
    _with_plain_places(monkeypatch)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for name, keys in _VISITS.items():
            await _go_on(pilot, *keys)
            assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
            assert "…" not in screen_text(app), name

    drive(script, size=size, page=CompareScreen())


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_screens_can_be_read_in_every_look(folder: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every letter at 4.5:1 or better, the same words whatever the look."""
    _with_plain_places(monkeypatch)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for name, keys in _VISITS.items():
            await _go_on(pilot, *keys)
            assert faint(app) == {}, name
            assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}, name
            assert_snapshot(app, f"{name}_80x24")

    drive(script, theme=theme, page=CompareScreen())


_VISITS: dict[str, tuple[str, ...]] = {"compare": ("1", "2", "3"), "compared": ("enter",)}


def _with_plain_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the files are differs from run to run."""
    inside = CompareScreen._in

    def plain(screen: CompareScreen, where: Path):  # type: ignore[no-untyped-def]
        return [each._replace(note="in this folder") for each in inside(screen, where)]

    monkeypatch.setattr(CompareScreen, "_in", plain)
    monkeypatch.setattr("wizard.report.councils_read.shown_as", lambda path: path.name)


TITLES = "ABCDEF"
WIDE = Table(
    (Column("question"), *(Column(each) for each in TITLES)),
    (("How are the branches led today?", *(f"By a librarian in branch number {each}" for each in "112233")),),
    wide=True,
)


def test_wide_tables_become_lists_or_are_scrolled_sideways() -> None:
    """Narrow: a list that names together what say the same. Sideways: one table, however wide it must be."""
    lines = [line.content.plain for line in laid_out((WIDE,), 60).lines]
    assert "    A, B: By a librarian in branch number 1" in lines
    assert max(map(len, lines)) <= 60
    wide = laid_out((WIDE,), 60, sideways=True)
    assert wide.width > 60
    assert wide.lines[0].content.plain.split() == ["question", *TITLES]


def test_what_is_off_the_screen_is_reached_sideways() -> None:
    """Right brings the last column into sight, Left the first one back; words on top stay within the screen."""
    from tests.tui.driving import Bench

    panel = DocumentPanel((WIDE,))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        panel.sideways = True
        await settled(pilot)
        assert "question" in screen_text(app)
        for _ in range(200):
            panel.action_scroll_right()
        await settled(pilot)
        assert "number 3" in " ".join(screen_text(app).split()) or "3" in screen_text(app)
        assert "question" not in screen_text(app)
        for _ in range(200):
            panel.action_scroll_left()
        await settled(pilot)
        assert "question" in screen_text(app)

    drive(script, page=Bench(panel), size=SMALL)
