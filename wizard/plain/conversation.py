"""The conversation of plain mode: which place one is in, what a line means there, what is said after a change."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from wizard.problems import Unreadable
from wizard.session.change import NotTaken

from .commands import EVERYWHERE, command_in
from .lines import shown
from .place import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.report.document import Block, Document
    from wizard.report.spoken import KeyOf, Spoken
    from wizard.session.change import Change
    from wizard.session.saving import SaveRefused
    from wizard.session.session import Session

    from .commands import Command
    from .lines import Lines
    from .place import Place
    from .work import Work

WHERE = {
    "beside": "Your answers are safe: they are kept beside the file, and will be offered next time.",
    "drafts": "Your answers are safe: they are kept in your own folder, and will be offered next time.",
    "nowhere": "Your answers are in memory only: save them under another name before you stop.",
}
OFFERED = {
    "try_again": "save, to try again",
    "save_as": "save as and a name, to keep yours in another file",
    "overwrite": "overwrite, to put yours in its place (the version there is kept with the ending .bak)",
    "reload": "reload, to take up the file as it is there (undo brings yours back)",
}


HERE = {
    "next": "f",
    "priorities": "p",
    "flips": "flips",
    "explain": "explain",
    "robustness": "firm",
    "assess": "r",
    "what-if": "i",
}
"""Commands of the shell that documents name, and what is typed here instead."""


class Left(Exception):
    """The person stops."""


class Conversation:
    """Places are left in the order in which they were come to; the same sort of place is never open twice."""

    def __init__(self, lines: Lines, work: Work) -> None:
        self.lines = lines
        self.work = work
        self.places: list[Place] = []
        self.hidden = False
        self._said: dict[str, str] = {}
        self._refused_before = False

    @property
    def session(self) -> Session:
        """What is being worked on."""
        assert self.work.session is not None
        return self.work.session

    # ---- saying and asking ----

    def say(self, *lines: str) -> None:
        """Each a line."""
        self.lines.say(*lines)

    def spoken(self, what: Document | Iterable[Block], key_of: KeyOf | None = None) -> Spoken:
        """A document, or some blocks, as sentences; commands of the shell become what can be typed here."""
        from wizard.report.document import Document
        from wizard.report.session_variants import subject_of
        from wizard.report.spoken import spoken, spoken_document

        found = spoken_document(what, key_of) if isinstance(what, Document) else spoken(what, key_of)
        lines = typed_here(found.lines, subject_of(self.session).file)
        return found._replace(lines=tuple(lines))

    def read_out(self, what: Document | Iterable[Block]) -> None:
        """Says a document, or some blocks."""
        self.lines.say_all(self.spoken(what).lines)

    def fill_in(self, prompt: str, help: str = "") -> str:
        """A few words in between; nothing for Enter alone. Raises Cancelled for 'b', Left for 'q'."""
        while True:
            line = self.lines.ask(prompt)
            plain = line.casefold()
            if plain in ("b", "back"):
                raise Cancelled
            if plain in ("q", "quit", "exit"):
                raise Left
            if plain != "?":
                return line
            self.say(help or "Type what is asked for, b to go back without it, or q to stop.")

    def not_understood(self, line: str, more: str = "") -> None:
        """What was typed is neither an answer nor a command."""
        near = _near(line, self._commands())
        meant = f" Did you mean {near}?" if near else ""
        self.say(f"“{shown(line)}” is not understood here.{meant} {more or 'Type ? for help.'}")

    # ---- places ----

    def go(self, place: Place) -> None:
        """To a place; an earlier one of the same sort is left for good."""
        self.places = [each for each in self.places if type(each) is not type(place)]
        self.places.append(place)
        place.arrive()

    def leave_place(self) -> None:
        """Back to the place before; in the first one, it stays."""
        if len(self.places) > 1:
            self.places.pop()
        self.places[-1].resume()

    def run(self) -> None:
        """Line after line. Raises Left and NoMoreInput when it is over."""
        while True:
            place = self.places[-1]
            line = self.lines.ask(place.prompt())
            try:
                self._understand(place, line)
            except Cancelled:
                self.say("Left as it was.")
            except NotTaken as fault:
                self.say(" ".join(each for each in (fault.message, fault.hint) if each))
            except Unreadable as fault:
                self.tell_problems(fault)

    def _understand(self, place: Place, line: str) -> None:
        if not line:
            place.blank()
            return
        found = None if place.claims(line) else command_in(line, self._commands())
        if found is None:
            place.take(line)
            return
        self.perform(found.command, found.rest)

    def perform(self, command: Command, rest: str = "") -> None:
        """Does what a command says. Raises Cancelled, Left, NotTaken, Unreadable."""
        place = self.places[-1]
        module, _, name = command.does.partition(":")
        function = getattr(import_module(f"wizard.plain.{module}"), name)
        function(place if command in place.COMMANDS else self, rest)

    def _commands(self) -> tuple[Command, ...]:
        return (*self.places[-1].COMMANDS, *self.everywhere())

    def everywhere(self) -> tuple[Command, ...]:
        """What can be typed everywhere; before a file is chosen, only what needs none."""
        if self.work.session is not None:
            return EVERYWHERE
        return tuple(each for each in EVERYWHERE if each.words[0] in ("open", "b", "?", "q"))

    # ---- what is said after something happened ----

    def tell_problems(self, fault: Unreadable) -> None:
        """Why a file cannot be read."""
        from wizard.problems.printing import all_as_text

        self.lines.say_all(all_as_text(dict.fromkeys(fault.problems)).split("\n"))

    def changed(self, change: Change | None, words: str | None = None) -> None:
        """To be called after every change: says it, saves it, and says how the result moved where that is shown."""
        if change is not None:
            from wizard.report.changes_made import change_made

            self.say(words if words is not None else change_made(self.session.rules, change))
            self.settle(self.work.save())
            self.tell_moved()

    def settle(self, refused: SaveRefused | None) -> None:
        """Says what stood in the way of saving, at length the first time only."""
        if refused is None:
            if self._refused_before:
                self.say("Saved again.")
            self._refused_before = False
            return
        if self._refused_before:
            self.say("Still not saved. Type save to hear why.")
            return
        self.tell_refusal(refused)
        self._refused_before = True

    def tell_refusal(self, refused: SaveRefused) -> None:
        """Why nothing was saved, where the work is meanwhile, and what can be done."""
        problem = refused.problem
        self.say(f"Not saved. {problem.message} {problem.hint or ''}".rstrip())
        self.say(*([WHERE[refused.kept]] if refused.kept else []))
        self.say(*(f"You can type {OFFERED[each]}." for each in refused.offers))

    def seen(self) -> bool:
        """Whether a result may be shown; that it was seen is put on record. Else it is said why not."""
        session = self.session
        if session.show_ranking():
            self.settle(self.work.save())
            self._said = self._verdicts()
            return True
        core = session.core
        self.say(
            f"This is shown once the {core.of} questions that matter most have answers, so that no result sways one.",
            f"{core.of - core.done} of them are left. Not sure is an answer too. Type g to go on with them, or rest to "
            "answer all of them with not sure.",
        )
        return False

    def tell_moved(self) -> None:
        """How the verdicts moved with the last change, while they are shown."""
        from wizard.report.figures import put

        if self.hidden or not self.session.ranking_visible:
            return
        before, self._said = self._said, self._verdicts()
        if not before:
            return
        for title, said in self._said.items():
            if before.get(title) != said:
                self.say(f"{put(title)} Now: {said}")

    def _verdicts(self) -> dict[str, str]:
        from wizard.report.standing_so_far import in_a_line

        return {each.decision.title: in_a_line(each) for each in self.session.assessment.decisions}


def typed_here(lines: Iterable[str], file: str) -> Iterator[str]:
    """'wizard flips our.yaml' as 'type flips'; a command with options that only the shell understands stays."""
    names = "|".join(HERE)
    pattern = re.compile(rf'wizard ({names}) "?{re.escape(file)}"?(?: --decision \w+)?(?! --)')
    for line in lines:
        yield pattern.sub(lambda found: f"type {HERE[found.group(1)]}", line)


def _near(line: str, commands: Iterable[Command]) -> str:
    from difflib import get_close_matches

    words = [each for command in commands for each in command.words if len(each) > 2]
    close = get_close_matches(line.casefold()[:40], words, n=1, cutoff=0.75)
    return close[0] if close else ""
