"""The menus: what to begin with before a file is chosen, and what can be done with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from wizard.report.figures import counted
from wizard.session.file_names import file_words

from .commands import EVERYWHERE, Command, command_in
from .lines import number_of
from .place import Place

if TYPE_CHECKING:
    from wizard.session.session import Session

    from .conversation import Conversation

INTRODUCTION = (
    "Should one director lead both children's and adults' social services, or two? How closely should adult care be "
    "joined to the NHS?",
    "Answer some questions about a council, and hear what five published reports say for it.",
    "It advises; it never decides. Every answer is kept as you give it, so you can stop at any time with q.",
)
MENU = ("g", "s", "r", "i", "c", "l", "compare", "p", "flips", "f", "firm")
"""What the menu offers by number; the rest is in the help."""


class Welcome(Place):
    """Before a council file is chosen. The numbers of its entries never change."""

    ABOUT = "A council file holds your answers about one council. Type a number to choose what to begin with."
    ENTRIES: ClassVar[tuple[str, ...]] = (
        "a new council file",
        "open a council file by its name",
        "go on with the file opened last",
        "take up work that was not saved",
        "the places in the reports",
        "made-up councils, for learning",
    )

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        self.recent = [each for each in talk.work.settings.recent if _is_there(each)]
        self.left = talk.work.left_unsaved()

    def arrive(self) -> None:
        """The menu, with what there is to go on with."""
        say = self.talk.say
        say("", "The council wizard", *INTRODUCTION)
        notes = {
            3: f": {self.recent[0]}" if self.recent else ": none yet",
            4: f": {counted(len(self.left), 'piece')}" if self.left else ": none",
        }
        say(*(f"{number}: {each}{notes.get(number, '')}" for number, each in enumerate(self.ENTRIES, start=1)))

    def prompt(self) -> str:
        """A number."""
        return f"Answer 1 to {len(self.ENTRIES)}, q to stop, ? for help:"

    def take(self, line: str) -> None:
        """Opens what was chosen."""
        from . import opening

        talk = self.talk
        if line == "1":
            _take_up(talk, opening.begun(talk))
        elif line == "2":
            name = talk.fill_in("Name of the council file; Enter to leave it:").strip("\"'")
            _take_up(talk, opening.opened(talk, name) if name else None)
        elif line == "3":
            if not self.recent:
                talk.say("No file was opened yet.")
            else:
                _take_up(talk, opening.opened(talk, str(self.recent[0])))
        elif line == "4":
            self._unsaved()
        elif line in ("5", "6"):
            _take_up(talk, _chosen(talk, shipped(reports=line == "5")))
        else:
            talk.not_understood(line, f"Type a number from 1 to {len(self.ENTRIES)}.")

    def help(self) -> list[str]:
        """What the numbers do."""
        return [self.ABOUT, *(f"{number}: {each}" for number, each in enumerate(self.ENTRIES, start=1))]

    def _unsaved(self) -> None:
        from . import opening

        if not self.left:
            self.talk.say("No work was left unsaved.")
            return
        self.talk.say(*(f"{number}: {opening.left_words(each)}" for number, each in enumerate(self.left, start=1)))
        line = self.talk.fill_in(f"Answer 1 to {len(self.left)}, Enter to leave it:")
        if number := number_of(line, len(self.left)):
            _take_up(self.talk, opening.taken_up(self.talk, self.left[number - 1]))
        else:
            self.talk.say("Left as it was.")


class Hub(Place):
    """The council file and everything that can be done with it."""

    ABOUT = "The menu. Type a number, or any of the words below; they can be typed everywhere."

    def arrive(self) -> None:
        """How far one is, and the menu."""
        self.resume()
        self.talk.say(
            "Menu:", *(f"{number}: {each.help} ({each.words[0]})" for number, each in enumerate(_menu(), start=1))
        )

    def resume(self) -> None:
        """How far one is."""
        session = self.session
        core, plan = session.core, session.plan
        matter = f"{core.done} of the {core.of} questions that matter most have answers"
        self.talk.say("", session.file.title, f"{matter}; {plan.done} of {plan.of} in all.")

    def prompt(self) -> str:
        """A number or a word."""
        return f"Answer 1 to {len(MENU)}, Enter to go on with the questions, m for the menu, ? for help:"

    def take(self, line: str) -> None:
        """What a number of the menu stands for."""
        if number := number_of(line, len(MENU)):
            self.talk.perform(_menu()[number - 1])
        else:
            self.talk.not_understood(line)

    def blank(self) -> None:
        """Goes on with the questions."""
        self.talk.perform(_menu()[0])

    def back(self) -> None:
        """There is nothing before."""
        self.talk.say("This is the first menu. Type q to stop.")


def _menu() -> list[Command]:
    return [found.command for each in MENU if (found := command_in(each, EVERYWHERE)) is not None]


def menu(talk: Conversation, _: str) -> None:
    """Back to the menu."""
    talk.places = [Hub(talk)]
    talk.places[-1].arrive()


def work_on(talk: Conversation, session: Session) -> None:
    """Goes on with a council file: its first question where nothing is answered yet, else the menu."""
    talk.work.take_up(session)
    talk.hidden = False
    for notice in session.opened_with:
        talk.say(f"{notice.message} {notice.hint or ''}".rstrip())
    if session.path is None:
        talk.say("This file is left as it is: what you answer is kept. Type save as and a name to put it in a file.")
    else:
        if session.file_is == "never_saved":
            talk.settle(talk.work.settle(session.save()))
        talk.say(f"Every answer is saved in {session.path} as you give it.")
    if session.not_kept is not None:
        talk.say(f"{session.not_kept.message} {session.not_kept.hint or ''}".rstrip())
    talk.places = [Hub(talk)]
    following = session.next_to_ask() if not session.answers else None
    if following is None:
        talk.places[-1].arrive()
        return
    from .interview import Interviewing

    talk.say("", session.file.title, _how_long(session))
    talk.say("Not sure is an answer too. s leaves a question for now, w says why it is asked, ? what else there is.")
    talk.go(Interviewing(talk, following))


def _how_long(session: Session) -> str:
    core = session.core
    minutes = counted(core.minutes_left, "minute")
    return f"{counted(core.of, 'question')} matter{'s' if core.of == 1 else ''} most; about {minutes}."


def shipped(*, reports: bool) -> list[Path]:
    """Council files that came with the program: the places in the reports, or the made-up councils."""
    from wizard.pack.finding import council_files_of_reports, shipped_council_files

    if reports:
        return council_files_of_reports()
    return [path for path in shipped_council_files() if path.parent.name == "examples"]


def _chosen(talk: Conversation, paths: list[Path]) -> Session | None:
    from . import opening

    if not paths:
        talk.say("None came with the program.")
        return None
    talk.say(*(f"{number}: {file_words(each)}" for number, each in enumerate(paths, start=1)))
    line = talk.fill_in(f"Answer 1 to {len(paths)}, Enter to leave it:")
    if number := number_of(line, len(paths)):
        return opening.opened(talk, str(paths[number - 1]))
    talk.say("Left as it was.")
    return None


def _take_up(talk: Conversation, session: Session | None) -> None:
    if session is not None:
        work_on(talk, session)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
