"""Something that was read out and whose entries lead on: a reason to its findings, a finding to what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from .commands import Command
from .lines import number_of
from .place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.report.document import Block, Document
    from wizard.report.evidence.linked import Linked
    from wizard.report.spoken import KeyOf

    from .conversation import Conversation

MOST_VIEWS = 30
LONG = 12
"""Lines: what is longer is not read out again unasked when one comes back to it."""


class View(NamedTuple):
    """What is read out: its title, its lines, and what the entries among them open."""

    title: str
    lines: tuple[str, ...]
    keys: tuple[str, ...]


class Reading(Place):
    """Reads out a document; 'o 3' opens what begins with '3:', and back goes back through what was opened."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(("o", "open entry"), "opens the entry of that number", "reading:open_entry", "NUMBER"),
        Command(("again", "repeat"), "reads it out again", "reading:again"),
    )
    ABOUT = "Entries that begin with a number can be opened: type o and the number. Enter goes back."

    def __init__(self, talk: Conversation, linked: Linked | None = None) -> None:
        super().__init__(talk)
        self.views: list[View] = [view_of(talk, linked.document, linked.key_of)] if linked is not None else []

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be opened."""
        return self.views[-1].keys if self.views else ()

    def arrive(self) -> None:
        """Reads it out."""
        self.talk.say("")
        self.talk.lines.say_all(self.views[-1].lines)

    def resume(self) -> None:
        """On coming back, what is long is only named."""
        view = self.views[-1]
        if len(view.lines) > LONG:
            self.talk.say("", f"Back at: {view.title}", "Type again to hear it again.")
        else:
            self.arrive()

    def show(self, view: View) -> None:
        """Reads out something else, and remembers where one was."""
        self.views = [*self.views, view][-MOST_VIEWS:]
        Reading.arrive(self)

    def entries(self) -> str:
        """How an entry is opened, for a prompt."""
        most = len(self.keys)
        if most > 1:
            return f"o 1 to o {most} to open an entry, "
        return "o 1 to open the entry, " if most else ""

    def prompt(self) -> str:
        """What can be typed."""
        return f"Type {self.entries()}Enter to go back, ? for help:"

    def take(self, line: str) -> None:
        """A number alone is meant as one to open."""
        if number_of(line, len(self.keys)):
            open_entry(self, line)
        else:
            super().take(line)

    def blank(self) -> None:
        """Enter goes back."""
        self.back()

    def back(self) -> None:
        """To what was read before, else to the place before."""
        if len(self.views) > 1:
            self.views.pop()
            self.resume()
        else:
            super().back()


def view_of(talk: Conversation, what: Document | Iterable[Block], key_of: KeyOf, title: str = "") -> View:
    """A document or some blocks, ready to be read out."""
    found = talk.spoken(what, key_of)
    return View(title or found.lines[0], (title, *found.lines) if title else found.lines, found.keys)


def again(place: Reading, _: str) -> None:
    """Reads it out again."""
    place.arrive()


def open_entry(place: Reading, rest: str) -> None:
    """Opens what an entry leads to."""
    number = number_of(rest, len(place.keys))
    if not number:
        most = len(place.keys)
        place.talk.say(f"Type o and a number from 1 to {most}." if most else "Nothing here can be opened.")
        return
    kind, _, id = place.keys[number - 1].partition(":")
    if kind == "question":
        from .answers import ChangeOne

        place.talk.go(ChangeOne(place.talk, id))
        return
    place.show(_behind(place, kind, id))


def _behind(place: Reading, kind: str, id: str) -> View:
    """What stands behind an entry."""
    talk, session = place.talk, place.session
    library = talk.work.library
    here = session.assessment if session.ranking_visible else None
    if (kind == "argument" and id not in library.arguments) or (kind == "finding" and not library.holds(id)):
        from wizard.report.evidence.linked import of_another_rule_set

        linked = of_another_rule_set(library)
    elif kind == "argument":
        from wizard.report.evidence.argument_document import argument_document

        linked = argument_document(library, id, here)
    elif kind == "finding":
        from wizard.report.evidence.finding_document import finding_document

        linked = finding_document(library, id, here)
    elif kind == "criterion":
        from wizard.report.explanation import explanation
        from wizard.report.session_variants import subject_of

        return view_of(talk, explanation(subject_of(session), criterion=id), lambda _: None)
    else:
        linked = _of_place(talk, id)
    return view_of(talk, linked.document, linked.key_of)


def _of_place(talk: Conversation, place: str) -> Linked:
    """A place's case study where there is one, else what the reports tell of it. Raises Unreadable."""
    from wizard.proof.evidence_library import Wanted
    from wizard.proof.outcomes import case_studies_of
    from wizard.report.evidence.found_document import found_document

    from .hub import shipped
    from .studies import case_study

    studies = case_studies_of(place, shipped(reports=True), talk.work.library.pack)
    return case_study(talk, studies[0]) if len(studies) == 1 else found_document(talk.work.library, Wanted(place=place))
