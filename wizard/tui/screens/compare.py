"""Which council files to set side by side: the work on the desk, recent ones, a folder's, case studies, examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.widgets import Button, Input, Static

from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.places import entries_of, file_words, shipped_examples, shipped_reports
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

WORK = "(work)"
HINT = "part of a name; or type a file or a folder and press Enter"
HOW = "Space, a digit or a click marks a file; mark two or more. The others are held against the first one marked."


class Offered(NamedTuple):
    """A file that can be marked: its id in the list, its name, and where it is."""

    id: str
    label: str
    note: str


class CompareScreen(Page):
    """Marks stay whatever is searched for; Enter in the list compares."""

    NAME = "compare"
    HEADING = "Compare council files"
    ABOUT = (
        "Mark two or more council files; the others are held against the first one in the list that is marked. Files "
        "opened lately, those in the current folder, the case studies and the made-up councils stand here; type the "
        "name of a folder to add what it holds."
    )
    ACTIONS = (
        Action("screen.compare", "Compare", "Sets the marked files side by side.", ("ctrl+g",), 4),
        Action("screen.unmark", "Unmark all", "Takes all marks away.", ("ctrl+u",), 8),
        Action("screen.down", "To the list", "From the words you type down into the list.", ("down",), hidden=True),
    )
    DEFAULT_CSS = """
    CompareScreen #how { padding: 0 2; color: $text-muted; height: auto; max-width: 110; }
    CompareScreen ChoiceList { height: 1fr; max-width: 110; }
    CompareScreen #marked { padding: 0 2; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[Offered] = []
        self._marked: dict[str, None] = {}

    def body(self) -> Iterable[Widget]:
        """How it is done, the search, the list, how many are marked."""
        yield Static(HOW, id="how", markup=False)
        yield AnswerField(lambda _: "", example="search", hint=HINT, words=True, id="words")
        yield ChoiceList(kind="several")
        yield Static(id="marked", markup=False)
        yield ButtonRow(Press("Unmark all", action="screen.unmark"), next="Compare")

    def on_mount(self) -> None:
        """Gathers what there is; the work on the desk is marked."""
        self._offered = list(self._offers())
        if self.wizard.session is not None:
            self._marked[WORK] = None
        self._fill("")
        self.query_one(ChoiceList).focus()

    def _offers(self) -> Iterator[Offered]:
        session = self.wizard.session
        own = session.path.absolute() if session is not None and session.path is not None else None
        if session is not None:
            yield Offered(WORK, session.file.title, "what you are working on, as it stands now")
        seen = {own}
        for path in self.wizard.desk.settings.recent:
            if path not in seen and path.exists():
                seen.add(path)
                yield Offered(str(path), file_words(path), f"opened lately: {path}")
        for each in self._in(Path.cwd()):
            if Path(each.id) not in seen:
                seen.add(Path(each.id))
                yield each
        for note, paths in (("a case study", shipped_reports()), ("made up, for learning", shipped_examples())):
            for path in paths:
                if path.absolute() not in seen:
                    seen.add(path.absolute())
                    yield Offered(str(path), file_words(path), note)

    def _in(self, folder: Path) -> list[Offered]:
        try:
            paths = [each.path.absolute() for each in entries_of(folder) if not each.is_folder]
        except OSError as fault:
            self.say(f"{folder} cannot be looked into: {fault.strerror or 'no reason given'}.")
            return []
        return [Offered(str(path), file_words(path), f"in {path.parent}") for path in paths]

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [
            each for each in self._offered if all(word in f"{each.label} {each.note}".casefold() for word in wanted)
        ]
        self.query_one(ChoiceList).show([Choice(*each) for each in found], chosen=self._marked)
        self._say_marked()

    def _say_marked(self) -> None:
        marked = self._marked_in_order()
        names = "; ".join(each.label for each in marked)
        self.query_one("#marked", Static).update(f"{len(marked)} marked: {names}" if marked else "None is marked yet.")

    def _marked_in_order(self) -> list[Offered]:
        return [each for each in self._offered if each.id in self._marked]

    @on(AnswerField.Changed)
    def _search(self, event: AnswerField.Changed) -> None:
        if type(event) is AnswerField.Changed:
            self._fill(event.text)

    @on(AnswerField.GoOn)
    def _named(self, event: AnswerField.GoOn) -> None:
        """A file or a folder that was typed is added; of words that were searched for the first one found is marked."""
        try:
            path = Path(event.text.strip("\"' ")).expanduser().absolute()
            added = self._in(path) if path.is_dir() else [Offered(str(path), file_words(path), str(path.parent))]
            there = bool(event.text) and (path.is_dir() or path.is_file())
        except (OSError, ValueError, RuntimeError):
            there = False
        choices = self.query_one(ChoiceList)
        if not there:
            if choices.choices:
                choices.focus()
                choices.choose(0)
            else:
                self.say("There is no such file or folder, and no name has those words.")
            return
        known = {each.id for each in self._offered}
        new = [each for each in added if each.id not in known]
        self._offered = [*new, *self._offered] if WORK not in known else [self._offered[0], *new, *self._offered[1:]]
        if path.is_file():
            self._marked[str(path)] = None
        event.field.restart("")
        self._fill("")
        choices.focus()
        self.say(f"{len(new) or 'No'} more to choose from, in {path if path.is_dir() else path.parent}.")

    @on(ChoiceList.Chosen)
    def _mark(self, event: ChoiceList.Chosen) -> None:
        seen = {each.id for each in event.choice_list.choices}
        for each in seen - set(event.chosen):
            self._marked.pop(each, None)
        self._marked.update(dict.fromkeys(event.chosen))
        self._say_marked()

    @on(ChoiceList.GoOn)
    @on(Button.Pressed, "#next")
    def action_compare(self) -> None:
        """On to the comparison."""
        marked = self._marked_in_order()
        if len(marked) < 2:
            self.say("Mark at least two council files: Space or a click marks one.")
            return
        paths = [Path(each.id) for each in marked if each.id != WORK]
        self.wizard.open_page("compared", paths, WORK in self._marked)

    def action_unmark(self) -> None:
        """Takes all marks away."""
        self._marked.clear()
        self.query_one(ChoiceList).set_chosen(())
        self._say_marked()

    def action_down(self) -> None:
        """Into the list."""
        if isinstance(self.focused, Input):
            self.query_one(ChoiceList).focus()
