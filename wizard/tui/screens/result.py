"""The result: both questions, page by page, from the sentence down to every finding; and the ways on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.worker import get_current_worker

from wizard.report.document import Paragraph
from wizard.report.result_pages import PAGES
from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.screen_registry import is_there
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.document_panel import DocumentPanel
from wizard.tui.widgets.tab_line import Tab, TabLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.report.result_pages import PageKind
    from wizard.report.result_pages.page import Placed, ResultPage
    from wizard.session.state import State

SUMMARY = 0
PLACES = {
    "explain": "the page Design (0)",
    "priorities": "Priorities (P)",
    "next": "Find out (8)",
    "flips": "too many to be told here",
    "unlock": "a what-if (W)",
}
"""Where this screen has what the command line has a command for."""

NOT_COPIED = "If nothing can be pasted, this terminal does not allow it: X puts the same into a file."


class ResultScreen(Page):
    """Ten pages; each is made when it is first looked at, those that take a moment with a word on what is done."""

    NAME = "result"
    HEADING = "What the evidence points to"
    ABOUT = (
        "The result of your answers. It advises, never decides. The digits open its pages, Left and Right go from one "
        "to the next. What is underlined opens: Up and Down go there, Enter or a click opens it."
    )
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("screen.answer", "Answer more", "On to the next question that matters.", ("a",), 11),
        Action("screen.priorities", "Priorities", "What should count for more, and what that changes.", ("p",), 12),
        Action("screen.what_if", "What if", "Try other answers beside these; nothing is changed.", ("w",), 13),
        Action("screen.compare", "Compare", "Sets this beside other council files.", ("c",), 14),
        Action("screen.pass_on", "Export", "A file to pass on: text, a web page, a report to members.", ("x",), 15),
        Action("screen.copy", "Copy", "Copies what the evidence points to, to be pasted into a letter.", ("y",), 8),
        Action("screen.next_question", "Next question", "Down to where the page turns to the other.", ("d",), 9),
        Action("screen.evidence", "Evidence", "Every finding of the reports, to search.", ("e",), 10),
        *(Action(f"screen.show({number})", each.title, each.about, (each.key,)) for number, each in enumerate(PAGES)),
        Action("screen.step(1)", "Next page", "To the page after this one.", ("right",), hidden=True),
        Action("screen.step(-1)", "Page before", "To the page before this one.", ("left",), hidden=True),
    )
    DEFAULT_CSS = """
    ResultScreen #pages { height: 1fr; layout: vertical; }
    ResultScreen.-very-wide #pages { layout: horizontal; }
    ResultScreen Press { padding: 0; }
    ResultScreen.-narrow .-more, ResultScreen.-tiny .-more { display: none; }
    ResultScreen #more { display: none; }
    ResultScreen.-narrow #more, ResultScreen.-tiny #more { display: block; }
    """

    def __init__(self, page: int = SUMMARY) -> None:
        super().__init__()
        self._at = page
        self._state: State | None = None
        self._subject: Placed | None = None
        self._pages: dict[int, ResultPage] = {}
        self._stood_at: dict[int, float] = {}

    def body(self) -> Iterable[Widget]:
        """The titles of the pages, the page, and the ways on."""
        with Container(id="pages"):
            yield TabLine([Tab(each.key, each.title, f"screen.show({place})") for place, each in enumerate(PAGES)])
            yield DocumentPanel()
        yield ButtonRow(
            *(Press(title, action=f"screen.{action}", main=main) for title, action, main in self._ways(first=True)),
            *self._more(),
            Press("More", id="more", action="app.commands"),
            back=None,
            next=None,
        )

    def _ways(self, first: bool) -> Iterable[tuple[str, str, bool]]:
        every = (
            ("Answer more", "answer", True),
            ("Priorities", "priorities", True),
            ("What if", "what_if", False),
            ("Compare", "compare", False),
            ("Export", "pass_on", False),
        )
        return [each for each in every if each[2] is first and self.check_action(each[1], ())]

    def _more(self) -> Iterable[Press]:
        for title, action, _ in self._ways(first=False):
            button = Press(title, action=f"screen.{action}")
            button.add_class("-more")
            yield button

    def on_mount(self) -> None:
        """Begins on the page that is wanted."""
        self.query_one(DocumentPanel).focus()

    def on_screen_resume(self) -> None:
        """Something may have been answered meanwhile."""
        self.on_work_changed()

    def on_work_changed(self) -> None:
        """What was made for other answers is let go."""
        session = self.wizard.session
        if session is None or session.state is self._state:
            return
        self.header.title = session.file.title
        self._state, self._subject = session.state, None
        self._pages.clear()
        self._stood_at.clear()
        self._show()

    # ---- pages ----

    @property
    def kind(self) -> PageKind:
        """The page that is shown."""
        return PAGES[self._at]

    def action_show(self, page: int) -> None:
        """Another page, as it was left."""
        if page == self._at:
            return
        self._stood_at[self._at] = self.query_one(DocumentPanel).scroll_offset.y
        self._at = page
        self._show()

    def action_step(self, by: int) -> None:
        """The next page, or the one before; the last is followed by the first."""
        self.action_show((self._at + by) % len(PAGES))

    def action_next_question(self) -> None:
        """To the part of the page that is about the other question; from the last one to the top."""
        panel = self.query_one(DocumentPanel)
        titles = self._titles()
        lines = [panel.line_of(each) for each in panel.sections if any(title in each for title in titles)]
        below = [line for line in lines if line > panel.scroll_offset.y]
        panel.scroll_to(y=below[0] if below and panel.scroll_offset.y < panel.max_scroll_y else 0, animate=False)

    def _titles(self) -> list[str]:
        return [each.decision.title for each in self._subject.assessment.decisions] if self._subject else []

    def _show(self) -> None:
        self.query_one(TabLine).current = self._at
        panel, made = self.query_one(DocumentPanel), self._pages.get(self._at)
        session = self.wizard.session
        if made is not None:
            start = self._stood_at.get(self._at, 0)
            panel.show(made.blocks, made.opens.get, compact=self._at == SUMMARY, start=start)
        elif session is not None:
            panel.show((Paragraph(self.kind.working),) if self.kind.working else ())
            state, at, rules, file = session.state, self._at, session.rules, session.file
            name = str(session.path) if session.path is not None else f"{file.id}.yaml"

            def make() -> None:
                from wizard.report.result_pages import page_of
                from wizard.report.result_pages.page import Placed

                subject = self._subject or Placed(session.assessment, file, name, places=PLACES)
                if get_current_worker().is_cancelled:
                    return
                page = page_of(PAGES[at], subject, rules)
                if not get_current_worker().is_cancelled:
                    self.app.call_from_thread(self._made, state, at, subject, page)

            self.run_worker(make, thread=True, exclusive=True, group="page")

    def _made(self, state: State, at: int, subject: Placed, page: ResultPage) -> None:
        if state is not self._state:
            return
        self._subject = subject
        self._pages[at] = page
        self._put_on_record(subject)
        if at == self._at:
            self._show()

    def _put_on_record(self, subject: Placed) -> None:
        from wizard.report.ranking import is_ranked

        session = self.wizard.session
        if session is not None and any(is_ranked(each) for each in subject.assessment.decisions):
            session.show_ranking()
            session.ranking_was_seen()

    def words_for_help(self) -> list[str]:
        """What the page holds comes first."""
        return [f"The page {self.kind.title}. {self.kind.about}", *super().words_for_help()]

    # ---- what entries open ----

    @on(DocumentPanel.Opened)
    def _open(self, event: DocumentPanel.Opened) -> None:
        kind, _, id = event.key.partition(":")
        if kind in ("argument", "finding") and is_there(kind):
            self.wizard.open_page(kind, id)
        elif kind == "criterion" and is_there("evidence"):
            from .evidence import EvidenceScreen

            self.app.push_screen(EvidenceScreen(criterion=id))
        elif kind == "question" and is_there(kind):
            self.wizard.open_page("question", id)

    # ---- ways on ----

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What leads to a screen that is not there stands nowhere."""
        screens = {
            "answer": "question",
            "priorities": "priorities",
            "what_if": "what_if",
            "compare": "compare",
            "evidence": "evidence",
            "pass_on": "pass_on",
        }
        return is_there(screens[action]) if action in screens else True

    def action_answer(self) -> None:
        """Back to the questions where one came from there, else on to the one that matters most."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if getattr(below, "NAME", "") in ("question", "interview"):
            self.app.pop_screen()
        else:
            self.wizard.open_page("question")

    def action_priorities(self) -> None:
        """What should count for more."""
        self.wizard.open_page("priorities")

    def action_what_if(self) -> None:
        """Other answers beside these."""
        self.wizard.open_page("what_if")

    def action_compare(self) -> None:
        """This beside other council files."""
        self.wizard.open_page("compare")

    def action_evidence(self) -> None:
        """The evidence library."""
        self.wizard.open_page("evidence")

    def action_pass_on(self) -> None:
        """A file for others."""
        self.wizard.open_page("pass_on")

    def action_copy(self) -> None:
        """Copies the conclusions, as text."""
        if self._subject is None:
            return
        from wizard.report.result_pages.in_short import copied_words

        self.app.copy_to_clipboard(copied_words(self._subject))
        self.say(f"Copied: what the evidence points to, as text. {NOT_COPIED}")
