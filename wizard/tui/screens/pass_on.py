"""Export: the result as a file for others. No file is overwritten unless the person says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Button, Static
from textual.worker import get_current_worker

from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.report.passing_on import Thing

WORKING = "Writing. A report takes a few seconds: everything in it is counted anew."


class PassOnScreen(Page):
    """What, and in which file; the ending of its name says how it is written."""

    NAME = "pass_on"
    HEADING = "Export"
    ABOUT = (
        "Writes the result into a file that you can send or print. The council file itself is not changed. Reports "
        "marked for publication leave out what is sensitive."
    )
    DEFAULT_CSS = """
    PassOnScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    PassOnScreen Static.ask { padding: 1 2 0 2; text-style: bold; }
    PassOnScreen ChoiceList { max-width: 100; max-height: 100h; }
    PassOnScreen #over { display: none; }
    PassOnScreen.-there #over { display: block; }
    PassOnScreen.-low Static.ask { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._named_by_hand = False
        self._things: dict[str, Thing] = {}

    def body(self) -> Iterable[Widget]:
        """What to write, and where."""
        from wizard.report.passing_on import things

        self._things = {each.id: each for each in things()}
        first = next(iter(self._things))
        with VerticalScroll(can_focus=False):
            yield ChoiceList([Choice(each.id, each.title, each.note) for each in self._things.values()], chosen=[first])
            yield Static("In this file", classes="ask", markup=False)
            yield AnswerField(self._fault, value=self._usual_name(first), hint=self._hint, words=True, id="name")
        yield ButtonRow(Press("Write over it", id="over"), next="Write")

    def on_mount(self) -> None:
        """Begins with what to write."""
        self.query_one(ChoiceList).focus()

    @property
    def _folder(self) -> Path:
        session = self.wizard.session
        return session.path.parent.absolute() if session is not None and session.path is not None else Path.cwd()

    @property
    def _hint(self) -> str:
        return f"in {self._folder}"

    @property
    def _thing(self) -> Thing:
        chosen = self.query_one(ChoiceList).chosen
        return self._things[chosen[0] if chosen else next(iter(self._things))]

    def _usual_name(self, thing: str) -> str:
        session = self.wizard.session
        stem = session.file.id if session is not None else "council"
        kind = "" if thing in ("text", "json") else f"_{thing}"
        return f"{stem}{kind}{self._things[thing].endings[0]}"

    def _path(self) -> Path:
        return self._folder / Path(self.query_one(AnswerField).value.strip("\"' ")).expanduser()

    def _fault(self, text: str) -> str:
        from wizard.report.passing_on import ending_fault

        if not text or not text.isprintable():
            return "Type a name for the file."
        try:
            if not self._path().parent.is_dir():
                return f"There is no folder {self._path().parent}."
        except (OSError, ValueError, RuntimeError):
            return "That cannot be the name of a file."
        return ending_fault(self._thing, text)

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        field = self.query_one(AnswerField)
        field.restart(field.value if self._named_by_hand else self._usual_name(event.chosen[0]))
        self.remove_class("-there")

    @on(AnswerField.Changed, "#name")
    def _renamed(self, event: AnswerField.Changed) -> None:
        if type(event) is AnswerField.Changed:
            self._named_by_hand = bool(event.text) and event.text not in map(self._usual_name, self._things)
            self.remove_class("-there")

    @on(ChoiceList.GoOn)
    def _to_name(self) -> None:
        self.query_one(AnswerField).input.focus()

    @on(AnswerField.GoOn)
    @on(Button.Pressed, "#next")
    def _write(self) -> None:
        field = self.query_one(AnswerField)
        if field.complain():
            field.input.focus()
            return
        if self._path().exists():
            self.add_class("-there")
            self.say("There is such a file already. Take another name, or press “Write over it”.")
            self.query_one("#over", Press).focus()
            return
        self._begin(over=False)

    @on(Button.Pressed, "#over")
    def _over(self) -> None:
        field, session = self.query_one(AnswerField), self.wizard.session
        if field.complain() or session is None:
            return
        if session.path is not None and self._path().resolve() == session.path.resolve():
            self.say("That is the council file itself: it is never written over by a result.")
            return
        self._begin(over=True)

    def _begin(self, *, over: bool) -> None:
        session, thing, path = self.wizard.session, self._thing, self._path()
        if session is None:
            return
        self.say(WORKING)
        file = session.file

        def write() -> None:
            from wizard.council_file import NotSaved, put
            from wizard.problems import Unreadable
            from wizard.report.passing_on import made
            from wizard.report.subject import Subject

            named = str(session.path) if session.path is not None else f"{file.id}.yaml"
            try:
                data = made(thing, path.name, Subject(session.assessment, file, named), session.rules)
                # Whoever went away meanwhile does not want it any more.
                if get_current_worker().is_cancelled:
                    return
                put(path, data, over=over)
            except (NotSaved, Unreadable) as fault:
                problem = fault.problems[0]
                # What is not installed is told of a format, which then is the place of the problem.
                what = f"{problem.place.file} " if problem.check == "missing-extra" else ""
                self.app.call_from_thread(self.say, f"{what}{problem.message} {problem.hint or ''}".strip())
                return
            self.app.call_from_thread(self._written, path)

        self.run_worker(write, thread=True, exclusive=True)

    def _written(self, path: Path) -> None:
        if self.is_current:
            self.app.pop_screen()
        self.wizard.page.say(f"Written: {path}")
