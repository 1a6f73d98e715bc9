"""What comes out: the pages of the result, what would change it, what to find out next, how firm it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.result_pages import PAGES, page_of
from wizard.report.session_variants import subject_of

from .lines import number_of, shown
from .reading import Reading, view_of

if TYPE_CHECKING:
    from wizard.report.result_pages import PageKind
    from wizard.session.session import Session

    from .conversation import Conversation


class Result(Reading):
    """Ten pages, each by its digit."""

    ABOUT = (
        "The result, page by page: type the digit of a page. Entries that begin with a number can be opened: type o "
        "and the number. Enter goes back."
    )

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        self.kind = PAGES[0]
        self._told = False

    def arrive(self) -> None:
        """The page one is on, made afresh; the first time, what the others hold."""
        if not self.talk.seen():
            self.talk.leave_place()
            return
        if len(self.views) > 1:
            super().arrive()
            return
        self._read_page(self.kind)
        if not self._told:
            self._told = True
            self.talk.say("", "The pages:", *(f"{each.key}: {each.title}. {each.about}" for each in PAGES))

    def resume(self) -> None:
        """An undo may have taken back what the result may be shown for."""
        if self.session.ranking_allowed:
            super().resume()
        else:
            self.arrive()

    def prompt(self) -> str:
        """Digits are pages."""
        return f"Page 0 to 9, {self.entries()}Enter to go back, ? for help:"

    def take(self, line: str) -> None:
        """The page of a digit."""
        for each in PAGES:
            if line.casefold() in (each.key, each.title.casefold()):
                self.kind, self.views = each, []
                self.arrive()
                return
        self.talk.say(f"“{shown(line)}” is not a page. The pages: {'; '.join(f'{p.key} {p.title}' for p in PAGES)}.")

    def help(self) -> list[str]:
        """Every page."""
        return [self.ABOUT, *(f"{each.key}: {each.title}. {each.about}" for each in PAGES)]

    def _read_page(self, kind: PageKind) -> None:
        if kind.working:
            self.talk.say(kind.working)
            self.talk.lines.flush()
        page = page_of(kind, subject_of(self.session), self.session.rules)
        title = f"{kind.title}: {self.session.file.title}"
        self.views = []
        self.show(view_of(self.talk, page.blocks, lambda what: page.opens.get(what), title))


def result(talk: Conversation, _: str) -> None:
    """The result, once enough is answered."""
    if talk.seen():
        talk.go(Result(talk))


def flips(talk: Conversation, _: str) -> None:
    """What would change it, in full."""
    if talk.seen():
        result_at(talk, "what_changes_it")


def find_out(talk: Conversation, _: str) -> None:
    """What to find out next, and from whom."""
    if talk.seen():
        result_at(talk, "find_out")


def firm(talk: Conversation, _: str) -> None:
    """How firm it is."""
    if talk.seen():
        result_at(talk, "how_firm")


def result_at(talk: Conversation, module: str) -> None:
    """The result, opened at one of its pages."""
    place = Result(talk)
    place.kind = next(each for each in PAGES if each.module == module)
    place._told = True
    talk.go(place)


def explain(talk: Conversation, rest: str) -> None:
    """Every score taken apart, one criterion at a time."""
    if not talk.seen():
        return
    from wizard.report.explanation import explanation

    criteria = _criteria(talk.session)
    words = rest
    if not words:
        talk.say(*(f"{number}: {title}" for number, (_, title) in criteria.items()))
        words = talk.fill_in(f"Which criterion? 1 to {len(criteria)}, Enter to leave it:")
    found = criteria.get(number_of(words, len(criteria)))
    if found is None:
        talk.say("Left as it was." if not words else f"Type explain and a number from 1 to {len(criteria)}.")
        return
    talk.say("")
    talk.read_out(explanation(subject_of(talk.session), criterion=found[0]))


def _criteria(session: Session) -> dict[int, tuple[str, str]]:
    pack = session.rules.pack
    every = [each for decision in pack.decisions for each in pack.criteria.values() if each.decision == decision]
    return {number: (each.id, each.title) for number, each in enumerate(every, start=1)}


def hide(talk: Conversation, _: str) -> None:
    """No word any more on how the result moves."""
    talk.hidden = True
    talk.say("How the result moves is not told any more while you answer. Type show to hear it again.")


def show(talk: Conversation, _: str) -> None:
    """How the result moves is told again, once it may be."""
    talk.hidden = False
    if talk.seen():
        talk.say("From now on it is told how the result moves.")
