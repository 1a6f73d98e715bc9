"""What if: the council file beside up to four variations of it, and at once what moved and why."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Button
from textual.worker import get_current_worker

from wizard.tui.page import Page
from wizard.tui.screen_registry import is_there
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.document_panel import WIDEST, DocumentPanel
from wizard.tui.widgets.variant_tabs import Tab, VariantTabs

from .what_if_actions import WHAT_IF_ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.report.levers import DecisionLevers
    from wizard.report.what_if_shown import Shown
    from wizard.session.change import Change
    from wizard.session.session import Session
    from wizard.session.state import State

ALL = "(all)"
"""In the place of an id; no id has brackets."""
MANY_COLUMNS = 200


class WhatIfScreen(Page):
    """Shows one what-if beside the base, or all side by side; the first change begins one where there is none yet."""

    NAME = "what_if"
    HEADING = "What if"
    ABOUT = (
        "Vary an answer, a priority or which models are on the table, and see at once what that moves and why. The "
        "council file itself stays as it is until you take a what-if over. Up to four stand beside it; A, B, C and D "
        "switch between them, S shows all of them side by side."
    )
    ACTIONS = WHAT_IF_ACTIONS
    DEFAULT_CSS = """
    WhatIfScreen.-narrow .wide, WhatIfScreen.-tiny .wide { display: none; }
    WhatIfScreen.-narrow .wider, WhatIfScreen.-tiny .wider, WhatIfScreen.-normal .wider { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: str | None = None
        """The id of the what-if that is shown, `ALL`, or None where there is none."""
        self.levers: tuple[DecisionLevers, ...] = ()
        self._known: tuple[str, ...] = ()
        self._seen: State | None = None

    # ---- what there is ----

    def body(self) -> Iterable[Widget]:
        """The names, the document, the buttons."""
        yield VariantTabs()
        yield DocumentPanel()
        yield ButtonRow(
            Press("Priorities", action="screen.weigh", id="weigh").add_class("wide"),
            Press("Models", action="screen.models", id="models").add_class("wider"),
            Press("More", action="app.commands", id="more"),
            next="Vary an answer",
        )

    @property
    def session(self) -> Session | None:
        """The work on the desk."""
        return self.wizard.session

    @property
    def variant(self) -> str | None:
        """The id of the what-if that is shown; None where none or all are."""
        return None if self.shown == ALL else self.shown

    def on_mount(self) -> None:
        """Shows what is kept in the file; what the ranking shows counts as seen."""
        if self.session is None:
            return
        self.session.show_ranking()
        self._known = self._ids()
        self.shown = self._known[0] if self._known else None
        if len(self._known) > 1 and self.app.size.width >= 120:
            self.shown = ALL
        self.query_one(DocumentPanel).focus()
        self.on_work_changed()

    def on_screen_resume(self) -> None:
        """Something may have been varied meanwhile: a what-if that was begun there is shown."""
        if self._seen is not None and self.session is not None and self._seen is not self.session.state:
            self.on_work_changed()

    def on_work_changed(self) -> None:
        """Shows everything as it is now; what takes time is done aside."""
        session = self.session
        if session is None:
            return
        self._seen = session.state
        ids = self._ids()
        begun = [each for each in ids if each not in self._known]
        self._known = ids
        if begun:
            self.shown = begun[-1]
        if self.shown not in (*ids, ALL) or (self.shown == ALL and len(ids) < 2):
            self.shown = ids[-1] if ids else None
        self._show_tabs(session)
        self.refresh_bindings()
        self.run_worker(lambda: self._reckon(session), thread=True, exclusive=True, group="what_if")

    def _ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.session.state.variants) if self.session is not None else ()

    def _show_tabs(self, session: Session) -> None:
        from wizard.report.variant import letter

        variants = session.state.variants
        tabs = [Tab(f"{letter(place)} {each.what_if.title}", _action(place)) for place, each in enumerate(variants)]
        if len(variants) > 1:
            tabs.append(Tab("All side by side", "screen.side_by_side"))
        strip = self.query_one(VariantTabs)
        strip.display = bool(tabs)
        here = [_action(place) for place, each in enumerate(variants) if each.id == self.shown]
        strip.tabs, strip.shown = tuple(tabs), here[0] if here else "screen.side_by_side"
        kept = self.variant is not None and session.state.variant(self.variant).kept
        self.header.title = f"What if: {session.file.title}" + (" (kept in the file)" if kept else "")

    # ---- what it comes to, aside ----

    def _reckon(self, session: Session) -> None:
        from wizard.report.levers import levers_of
        from wizard.report.session_variants import subject_of, variants_of, variation_subject
        from wizard.report.what_if_shown import all_shown, none_shown, one_shown

        worker = get_current_worker()

        def tell(shown: Shown, levers: tuple[DecisionLevers, ...], anew: bool) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._tell, shown, levers, anew)

        # A what-if that was taken away meanwhile: another worker is on its way.
        with suppress(KeyError):
            subject, which = subject_of(session), self.shown
            if which == ALL:
                tell(all_shown(subject, variants_of(session)), (), True)
                return
            found = next((each for each in variants_of(session) if each.id == which), None)
            empty = found is None or session.state.variant(found.id or "").is_empty
            about = variation_subject(session, found.id if found is not None else None)

            def shown(levers: tuple[DecisionLevers, ...] | None) -> Shown:
                if found is None:
                    return none_shown(subject, levers)
                return one_shown(subject, found, levers, empty=empty)

            tell(shown(None), (), True)
            levers: list[DecisionLevers] = []
            for each in levers_of(session.rules, about):
                if worker.is_cancelled:
                    return
                levers.append(each)
            tell(shown(tuple(levers)), tuple(levers), False)

    def _tell(self, shown: Shown, levers: tuple[DecisionLevers, ...], anew: bool) -> None:
        self.levers = levers
        widest = MANY_COLUMNS if self.shown == ALL else WIDEST
        # The levers stand at the end: whoever reads on meanwhile stays where they are.
        self.query_one(DocumentPanel).show(shown.blocks, shown.key_of, widest=widest, from_top=anew, compact=True)

    @on(DocumentPanel.Opened)
    def _opened(self, event: DocumentPanel.Opened) -> None:
        kind, _, what = event.key.partition(":")
        if kind == "answer":
            self.wizard.open_page("vary_answer", what, self.variant, self.levers)
        elif kind == "argument":
            if is_there("argument"):
                self.wizard.open_page("argument", what)
        else:
            self.wizard.open_page(f"vary_{kind}", self.variant)

    # ---- what can be done ----

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the one that is shown stands nowhere while none is."""
        session = self.session
        if session is None:
            return super().check_action(action, parameters)
        variants = session.state.variants
        one = None if self.variant is None else next((each for each in variants if each.id == self.variant), None)
        if action in ("begin", "copy"):
            from wizard.session.varying import MOST

            return len(variants) < MOST and (action == "begin" or one is not None)
        if action == "side_by_side":
            return len(variants) > 1 and self.shown != ALL
        if action in ("name", "remove"):
            return one is not None
        if action in ("keep", "let_go", "take_over"):
            return one is not None and not one.is_empty and (action == "take_over" or one.kept is (action == "let_go"))
        return super().check_action(action, parameters)

    def action_show(self, place: int) -> None:
        """Shows one of them by its place, from 0."""
        ids = self._ids()
        if place < len(ids):
            self.shown = ids[place]
            self.on_work_changed()

    def action_side_by_side(self) -> None:
        """Shows all of them."""
        if len(self._ids()) > 1:
            self.shown = ALL
            self.on_work_changed()

    @on(Button.Pressed, "#next")
    def action_vary(self) -> None:
        """To the list of questions."""
        self._vary("vary_question", self.levers)

    def action_weigh(self) -> None:
        """To the weights."""
        self._vary("vary_weights")

    def action_models(self) -> None:
        """To the models."""
        self._vary("vary_models")

    def _vary(self, page: str, *more: Any) -> None:
        if self.shown == ALL:
            self.say("Choose one of the what-ifs first (A, B, C or D): what you vary is varied there.")
        else:
            self.wizard.open_page(page, self.variant, *more)

    def action_name(self) -> None:
        """To the name and the note."""
        self.wizard.open_page("vary_name", self.variant)

    def action_begin(self) -> None:
        """Begins another."""
        self._do("begin_what_if")

    def action_copy(self) -> None:
        """Begins another like this one."""
        session = self.session
        assert session is not None and self.variant is not None
        title = session.state.variant(self.variant).what_if.title
        self._do("begin_what_if", f"{title[:180]}, copied", like=self.variant)

    def action_keep(self) -> None:
        """Keeps it in the file."""
        self._do("keep_what_if", self.variant)

    def action_let_go(self) -> None:
        """Keeps it out of the file."""
        self._do("keep_what_if", self.variant, keep=False)

    def action_take_over(self) -> None:
        """Makes its answers those of the council file."""
        self._do("take_over", self.variant)

    def action_remove(self) -> None:
        """Takes it away."""
        self._do("remove_what_if", self.variant)

    def _do(self, what: str, *arguments: Any, **named: Any) -> None:
        """One change of the session, and everything that follows from it."""
        from wizard.session.change import NotTaken

        session = self.session
        assert session is not None
        try:
            done: Change | str | None = getattr(session, what)(*arguments, **named)
        except NotTaken as refused:
            self.say(f"{refused.message} {refused.hint or ''}".strip())
            return
        if done is None:
            self.say("The council file says so already.")
            return
        self.wizard.made(session.changes[-1])
        self.on_work_changed()


def _action(place: int) -> str:
    return f"screen.show({place})"
