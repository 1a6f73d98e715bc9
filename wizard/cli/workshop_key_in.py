"""`wizard workshop key-in FOLDER --name NAME`: puts in a sheet that was filled in on paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .taking import told
from .usage import Misused, Parser
from .workshop_folder import opened, takes_workshop

if TYPE_CHECKING:
    from wizard.plain.lines import Lines
    from wizard.workshop.paper import Paper
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Puts in an answer sheet that was filled in on paper. It asks entry by entry, with the letters that are
printed on the sheet; Enter leaves an entry out, 'back' goes one back, and nothing is sealed before you have read all
of it over and said yes. With --file the lines of a file are read instead, one for each entry, such as: 3 b"""
LARGEST = 200_000
"""Characters of a file: no sheet is longer."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing sealed."""
    parser = Parser("wizard workshop key-in", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("--name", metavar="NAME", required=True, help="whose sheet it is: a role or a team")
    parser.add_argument(
        "--file", metavar="FILE", help="read the keyed lines of this file; - is what comes in by a pipe"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.workshop.keying import parts_of, read_lines
    from wizard.workshop.paper import paper_of

    workshop = opened(args)
    name = told(lambda: workshop.refuse_newcomer(args.name))
    paper = told(lambda: paper_of(workshop))
    if args.file is not None:
        _seal(workshop, name, told(lambda: parts_of(paper, read_lines(paper, _text(args.file), args.file))))
    else:
        from wizard.plain.lines import Lines

        if not keyed_in(Lines(sys.stdin, sys.stdout), workshop, paper, name):
            print("Nothing was sealed.")
            return 0
    print(f"Sealed: {name}. {_who_is_in(workshop)}")
    return 0


def _who_is_in(workshop: Workshop) -> str:
    presence = workshop.presence
    return f"{presence.in_words}."


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.read(LARGEST + 1)[:LARGEST]
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace") as file:
            text = file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise Misused(f"'{name}' could not be read: {words}. Nothing was sealed.") from None
    if len(text) > LARGEST:
        raise Misused(f"'{name}' is far too long for a sheet. Nothing was sealed.")
    if "\0" in text:
        raise Misused(f"'{name}' is not a file of text. Nothing was sealed.")
    return text


def keyed_in(lines: Lines, workshop: Workshop, paper: Paper, name: str) -> bool:
    """Asks for a whole sheet and seals it once that is confirmed; False where it is not. Raises Misused."""
    from wizard.plain.lines import NoMoreInput
    from wizard.session.change import NotTaken
    from wizard.workshop.keying import parts_of

    talk = _KeyingIn(lines, paper)
    try:
        talk.ask_all()
        while True:
            talk.read_over(name)
            try:
                parts = parts_of(paper, talk.said)
            except NotTaken as fault:
                lines.say(f"{fault.message} {fault.hint or ''}")
                parts = None
            if not talk.confirmed(can_seal=parts is not None):
                return False
            if talk.again is None and parts is not None:
                _seal(workshop, name, parts)
                return True
            talk.ask_again()
    except NoMoreInput:
        raise Misused("The input ended before the sheet was sealed with yes. Nothing was sealed.") from None


def _seal(workshop: Workshop, name: str, parts: dict[str, Any]) -> None:
    told(lambda: workshop.put_in(name, "paper", **parts))


class _KeyingIn:
    """Asks entry by entry. `said` is what was keyed in; `again` the entry that is to be asked once more."""

    def __init__(self, lines: Lines, paper: Paper) -> None:
        self.lines, self.paper = lines, paper
        self.said: dict[int, object] = {}
        self.again: int | None = None

    def ask_all(self) -> None:
        """Every entry once, and those that somebody goes back to."""
        self.lines.say(
            f"{self.paper.title}: {len(self.paper.entries)} entries.",
            "Key in what is ticked or written. Enter leaves out, back goes one back, clear empties an entry.",
        )
        number = 1
        while number <= len(self.paper.entries):
            number = max(1, number + self._ask(number))

    def ask_again(self) -> None:
        """The entry that is to be changed."""
        if self.again is not None:
            self._ask(self.again)
            self.again = None

    def _ask(self, number: int) -> int:
        """Asks for one entry until it is keyed in or left; gives how many entries to go on by."""
        from wizard.report.figures import sentence
        from wizard.session.change import NotTaken
        from wizard.workshop.keying import keyed, prompt_of, read_entry

        entry = self.paper.entries[number - 1]
        self.lines.say("", f"{number}. {sentence(entry.named)}")
        self.lines.say(*(f"{each.label}: {each.title}" for each in entry.choices))
        while True:
            stands = f" (Enter keeps {keyed(entry, self.said[number])})" if number in self.said else ""
            typed = self.lines.ask(f"{prompt_of(entry)}{stands}:")
            if typed.casefold() in ("back", "clear", ""):
                if typed.casefold() == "clear":
                    self.said.pop(number, None)
                return -1 if typed.casefold() == "back" else 1
            try:
                self.said[number] = read_entry(entry, typed)
            except NotTaken as fault:
                self.lines.say(" ".join(each for each in (fault.message, fault.hint) if each))
            else:
                return 1

    def read_over(self, name: str) -> None:
        """Reads out all that was keyed in."""
        from wizard.report.figures import sentence
        from wizard.workshop.keying import said_words

        self.lines.say("", f"Keyed in for {name}:")
        for each in self.paper.entries:
            said = said_words(each, self.said[each.number]) if each.number in self.said else "left out"
            self.lines.say(f"{each.number}. {sentence(each.named)} {said}")

    def confirmed(self, *, can_seal: bool) -> bool:
        """Whether it is to be sealed, or an entry keyed in again, whose number is then in `again`."""
        from wizard.plain.lines import number_of

        asked = "Seal it? yes, no, or" if can_seal else "It cannot be sealed so. Type no, or"
        while True:
            typed = self.lines.ask(f"{asked} the number of an entry to change:").casefold()
            if typed in ("no", "n"):
                return False
            if typed in ("yes", "y") and can_seal:
                return True
            self.again = number_of(typed, len(self.paper.entries)) or None
            if self.again is not None:
                return True
