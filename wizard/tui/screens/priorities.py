"""Priorities: whether they change the result at all, what is worth asking about them, and every way of setting them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.worker import get_current_worker

from wizard.report.document import Paragraph
from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from wizard.report.document import Block
    from wizard.report.priorities_on_screen import EitherOr
    from wizard.session.session import Session
    from wizard.session.state import State

WORKING = "Counting which model comes first under which priorities."
WAYS = {
    "swing": ("Give points to how much each group's step from worst to best matters", ""),
    "rank": ("Put the groups in an order, what matters most first", ""),
    "weight": ("Say how much of 100 each group should count", ""),
}


class PrioritiesScreen(Page):
    """One decision at a time: the words above, what can be done below."""

    NAME = "priorities"
    HEADING = "Priorities"
    ABOUT = (
        "How much each group of criteria should count is for people to say: the reports give no weights. First you are "
        "told whether your priorities change the result; where they do not, no opinion is needed. Whatever you set can "
        "be taken back, and who set it, why, and whether the result had been seen by then stands in every report."
    )
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("screen.other", "Other question", "The priorities of the other question being settled.", ("d",), 8),
    )
    DEFAULT_CSS = """
    PrioritiesScreen ChoiceList { max-height: 11; border-top: solid $border-blurred; max-width: 110; }
    PrioritiesScreen ChoiceList:focus { border-top: solid $border; }
    PrioritiesScreen.-low ChoiceList { max-height: 7; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._decision = 0
        self._shown: tuple[State, int] | None = None
        self._asked: tuple[EitherOr, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The words, the menu, and the way back."""
        yield DocumentPanel()
        yield ChoiceList(kind="menu")
        yield ButtonRow(next=None)

    @property
    def session(self) -> Session:
        """The work on the desk."""
        session = self.wizard.session
        assert session is not None
        return session

    @property
    def decision(self) -> str:
        """The question whose priorities are shown."""
        return self.session.rules.decisions[self._decision].decision.id

    def on_mount(self) -> None:
        """Begins in the list."""
        self.query_one(ChoiceList).focus()

    def on_screen_resume(self) -> None:
        """Something may have been set meanwhile."""
        self.on_work_changed()

    def on_work_changed(self) -> None:
        """Counts again where anything is otherwise."""
        session, decision, place = self.session, self.decision, self._decision
        if self._shown == (session.state, place):
            return
        self._shown = (session.state, place)
        self.header.title = f"Priorities: {session.rules.pack.decisions[decision].title}"
        self.query_one(DocumentPanel).show((Paragraph(WORKING),))
        file, state = session.file, session.state

        def count() -> None:
            from wizard.report.priorities_on_screen import either_or, priorities_blocks, priorities_found
            from wizard.report.subject import Subject

            subject = Subject(session.assessment, file, "")
            result = subject.assessment.decision(decision)
            found = priorities_found(subject, result)
            blocks = priorities_blocks(subject, result, found)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._counted, (state, place), blocks, either_or(found))

        self._fill(())
        self.run_worker(count, thread=True, exclusive=True)

    def _counted(self, of: tuple[State, int], blocks: tuple[Block, ...], asked: tuple[EitherOr, ...]) -> None:
        if of == self._shown:
            self.query_one(DocumentPanel).show(blocks)
            self._fill(asked)

    def _fill(self, asked: tuple[EitherOr, ...]) -> None:
        self._asked = asked
        choices = tuple(self._choices())
        if choices != self.query_one(ChoiceList).choices:
            self.query_one(ChoiceList).show(choices)

    def _choices(self) -> Iterator[Choice]:
        from wizard.report.priorities_words import title_of

        session, decision = self.session, self.decision
        for number, each in enumerate(self._asked):
            yield Choice(f"ask:{number}", each.ask)
        for way, (label, note) in WAYS.items():
            yield Choice(f"way:{way}", label, note)
        yield Choice("within", "Weigh the criteria within one group")
        stated = session.file.weights.get(decision, {})
        if stated:
            yield Choice("undo_weights", "Take every weight back", "Groups and criteria then count the same again.")
        for number, entry in enumerate(session.file.trade_offs.get(decision, ())):
            one, other = (title_of(session.rules.pack, group) for group in entry.of)
            yield Choice(f"undo:{number}", f"Take back the answer about: {one} / {other}")
        if len(session.rules.decisions) > 1:
            yield Choice("other", "The priorities of the other question")

    @on(ChoiceList.GoOn)
    def _do(self, event: ChoiceList.GoOn) -> None:
        what, _, which = event.chosen[0].partition(":")
        session, decision = self.session, self.decision
        if what == "ask":
            self.wizard.open_page("trade_off", decision, self._asked[int(which)])
        elif what == "way":
            self.wizard.open_page("weigh", decision, which)
        elif what == "within":
            self.wizard.open_page("weigh_within", decision)
        elif what == "other":
            self.action_other()
        else:
            if what == "undo_weights":
                change = session.remove_weights(decision, tuple(session.file.weights.get(decision, {})))
            else:
                change = session.forget_comparison(decision, session.file.trade_offs[decision][int(which)].of)
            self.wizard.made(change)
            self.on_work_changed()

    def action_other(self) -> None:
        """The next question being settled."""
        self._decision = (self._decision + 1) % len(self.session.rules.decisions)
        self.on_work_changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With one question there is no other."""
        session = self.wizard.session
        return action != "other" or (session is not None and len(session.rules.decisions) > 1)
