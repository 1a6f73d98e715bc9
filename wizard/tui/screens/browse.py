"""A list of council files to open: those that ship with the program, recent ones, or what a folder holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from wizard.tui.page import Page
from wizard.tui.places import ENDINGS, entries_of, file_words
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

UP = ".."


class BrowseScreen(Page):
    """Shows `files` where they are given, else recent files and the current folder, from which one can go anywhere.

    What is chosen is opened as work or, with `page`, on the screen of that name.
    """

    NAME = "browse"
    ABOUT = (
        "Council files are text files whose names end in .yaml. Choose one from the list, go into a folder, or type "
        "the name of a file."
    )
    DEFAULT_CSS = """
    BrowseScreen ChoiceList { height: 1fr; max-width: 100; }
    BrowseScreen #where { padding: 0 2; color: $text-muted; height: auto; }
    """

    def __init__(self, title: str, files: Sequence[Path] | None = None, page: str | None = None) -> None:
        super().__init__()
        self._title, self._files, self._page = title, files, page
        self._folder = Path.cwd()

    def body(self) -> Iterable[Widget]:
        """Where one is, the list, and a field for a name."""
        yield Static(id="where", markup=False)
        yield ChoiceList(kind="menu")
        if self._files is None:
            yield AnswerField(self._fault, example="or type the name of a file", words=True, id="name")
        yield ButtonRow(next=None)

    def on_mount(self) -> None:
        """Fills the list."""
        self.header.title = self._title
        self.query_one(ChoiceList).focus()
        if self._files is not None:
            self.query_one("#where", Static).display = False
            self.query_one(ChoiceList).show([Choice(str(path), file_words(path)) for path in self._files])
        else:
            self._show_folder(self._folder)

    def _show_folder(self, folder: Path) -> None:
        try:
            choices = list(self._in(folder))
        except OSError as fault:
            self.say(f"{folder} cannot be looked into: {fault.strerror or 'no reason given'}.")
            return
        self._folder = folder
        self.query_one("#where", Static).update(f"In {folder}")
        self.query_one(ChoiceList).show(choices)

    def _in(self, folder: Path) -> Iterator[Choice]:
        here = entries_of(folder)
        if folder == Path.cwd():
            recent: tuple[Path, ...] = self.wizard.desk.settings.recent
            yield from (Choice(str(path), file_words(path), f"opened lately: {path}") for path in recent)
        else:
            recent = ()
        if folder != folder.parent:
            yield Choice(UP, "To the folder above")
        for entry in here:
            if entry.is_folder:
                yield Choice(str(entry.path), f"{entry.path.name}/", "")
            elif entry.path not in recent:
                yield Choice(str(entry.path), entry.path.name)

    @on(ChoiceList.GoOn)
    def _chosen(self, event: ChoiceList.GoOn) -> None:
        path = self._folder.parent if event.chosen[0] == UP else Path(event.chosen[0])
        if path.is_dir():
            self._show_folder(path)
        elif self._page is not None:
            self.wizard.open_page(self._page, path)
        else:
            self.wizard.open_file(path)

    @on(AnswerField.GoOn)
    def _named(self, event: AnswerField.GoOn) -> None:
        path = self._path_of(event.text)
        if path.is_dir():
            event.field.restart("")
            self._show_folder(path)
        elif event.text:
            self.wizard.open_file(path)

    def _path_of(self, text: str) -> Path:
        return self._folder / Path(text.strip("\"' ")).expanduser()

    def _fault(self, text: str) -> str:
        if not text:
            return ""
        try:
            path = self._path_of(text)
            if path.is_dir():
                return ""
            if not path.exists():
                return "There is no such file or folder yet."
        except (OSError, ValueError, RuntimeError):
            return "That cannot be the name of a file."
        return "" if path.suffix.lower() in ENDINGS else "Council files end in .yaml."
