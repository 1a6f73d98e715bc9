"""Every finding of the rule set, to be searched as one types and narrowed down in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input, Static

from wizard.tui.actions import Action
from wizard.tui.linked_page import open_target
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.choice_list import Choice, ChoiceList
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary, Wanted

FIRST_SHOWN, MORE_SHOWN = 20, 60
"""A list of all of them would take too long to lay out at every key; nobody reads so far down either."""

MORE = "*"
"""The entry that shows more. No finding has such an id."""


class EvidenceScreen(Page):
    """The evidence library. Each of the names opens it with only what bears on that.

    `question`, `model` and `criterion` are ids; `argument` is `criterion.argument` and shows what that argument
    cites; `finding` is `source.finding` and shows that one; `place` is a place as findings name it.
    """

    NAME = "evidence"
    HEADING = "The evidence"
    ABOUT = (
        "Every finding that the rule set draws from the reports. Type words to search what they say, where it stands "
        "and who says it; F3 narrows them down. Open one to see who says so, where to look it up, what rests on it."
    )
    ACTIONS = (
        Action("screen.narrow", "Narrow down", "By report, place, who says it, and what it bears on.", ("f3",), 3),
        Action(
            "screen.show_all", "Show all", "Takes away the words and everything it is narrowed down by.", ("f4",), 4
        ),
        Action("screen.disagreements", "Disagreements", "Reasons with findings on both sides.", ("f5",), 8),
        Action("screen.not_asked", "Who was never asked", "What the reports cannot know.", ("f6",), 9),
        Action("screen.down", "To the list", "From the words down into the list.", ("down",), hidden=True),
        Action("screen.words", "To the words", "From the list to the words to search for.", ("slash",), hidden=True),
    )
    DEFAULT_CSS = """
    EvidenceScreen #narrowed { padding: 0 2; color: $text-muted; height: auto; }
    EvidenceScreen Horizontal { height: 1fr; }
    EvidenceScreen ChoiceList { height: 1fr; width: 1fr; }
    EvidenceScreen DocumentPanel { display: none; width: 1fr; border-left: solid $border-blurred; }
    EvidenceScreen.-very-wide DocumentPanel { display: block; }
    EvidenceScreen.-asked.-narrow #disagreements, EvidenceScreen.-asked.-tiny #disagreements { display: none; }
    """

    def __init__(
        self,
        *,
        question: str | None = None,
        argument: str | None = None,
        finding: str | None = None,
        model: str | None = None,
        criterion: str | None = None,
        place: str | None = None,
    ) -> None:
        super().__init__()
        from wizard.proof.evidence_library import Wanted

        self._asked = Wanted(
            question=question, argument=argument, finding=finding, model=model, criterion=criterion, place=place
        )
        self._library: EvidenceLibrary | None = None
        self._here: Assessment | None = None
        self._most = FIRST_SHOWN

    def body(self) -> Iterable[Widget]:
        """The words to search for, how many were found, the list and, where there is room, the one stood on."""
        yield AnswerField(lambda _: "", example="type words, such as: succession", words=True, id="words")
        yield Static(id="narrowed", markup=False)
        with Horizontal():
            yield ChoiceList(kind="menu")
            yield DocumentPanel()
        yield ButtonRow(
            Press("Narrow down", action="screen.narrow"),
            Press("Show all", id="show_all", action="screen.show_all"),
            Press("Disagreements", id="disagreements", action="screen.disagreements"),
            next=None,
        )

    def on_mount(self) -> None:
        """Gets the findings ready."""
        self.query_one(AnswerField).hint = "Getting the findings ready."
        self.query_one("#narrowed").display = False
        self.query_one("#show_all").display = False
        self.run_worker(self._load, thread=True, exclusive=True)

    def on_work_changed(self) -> None:
        """What holds here may hold no more."""
        self.run_worker(self._load, thread=True, exclusive=True)

    def _load(self) -> None:
        from wizard.problems import Unreadable

        session = self.wizard.session
        try:
            library = self.wizard.desk.library()
        except Unreadable as fault:
            self.app.call_from_thread(self.say, fault.problems[0].message)
            return
        self.app.call_from_thread(self._ready, library, None)
        if session is not None:
            self.app.call_from_thread(self._ready, library, session.assessment)

    def _ready(self, library: EvidenceLibrary, here: Assessment | None) -> None:
        if not self.is_mounted:
            return
        first = self._library is None
        self._library, self._here = library, here
        if first:
            self._search()
        else:
            self._preview_next()

    # ---- searching ----

    @on(AnswerField.Changed)
    def _typed(self, event: AnswerField.Changed) -> None:
        self._want(self._asked._replace(words=event.text))

    @on(AnswerField.GoOn)
    def _first_one(self) -> None:
        self.query_one(ChoiceList).focus()

    def _want(self, wanted: Wanted) -> None:
        self._asked, self._most = wanted, FIRST_SHOWN
        self._search()

    def _search(self, stand_on: int = 0) -> None:
        library = self._library
        if library is None:
            return
        from wizard.report.evidence.filter_words import count_words, narrowed_words, nothing_words
        from wizard.report.evidence.finding_words import entry_note

        found = library.found(self._asked)
        shown = found[: self._most]
        choices = [Choice(each.id, each.finding.says, entry_note(each)) for each in shown]
        if len(found) > len(shown):
            choices.append(Choice(MORE, f"and {len(found) - len(shown)} more: show them"))
        listed = self.query_one(ChoiceList)
        listed.show(choices)
        if stand_on:
            listed.highlighted = min(stand_on, len(choices) - 1)
        self.query_one(AnswerField).hint = f"{count_words(len(found), len(library.entries))}."
        said = [*narrowed_words(library, self._asked), *([] if found else [nothing_words(library, self._asked)])]
        self.query_one("#narrowed", Static).update("   ".join(said))
        self.query_one("#narrowed").display = bool(said)
        asked = bool(self._asked.narrowed or self._asked.words)
        self.query_one("#show_all").display = asked
        # Where the screen is narrow there is room for one of the two.
        self.set_class(asked, "-asked")
        self.refresh_bindings()
        self._preview_next()

    @on(ChoiceList.OptionHighlighted)
    def _preview_next(self) -> None:
        """The list is painted first: it is what a person who types looks at."""
        if self.query_one(DocumentPanel).display:
            self.call_after_refresh(self._preview)

    def _preview(self) -> None:
        panel, listed = self.query_one(DocumentPanel), self.query_one(ChoiceList)
        if self._library is None:
            return
        entry = listed.choices[listed.highlighted] if listed.highlighted is not None and listed.choices else None
        if entry is None or entry.id == MORE:
            panel.show(())
            return
        from wizard.report.evidence.finding_document import finding_document

        linked = finding_document(self._library, entry.id, self._here)
        panel.show(linked.document, linked.key_of)

    # ---- going on ----

    @on(ChoiceList.GoOn)
    def _opened(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        if event.chosen[0] == MORE:
            stood_on, self._most = self._most, self._most + MORE_SHOWN
            self._search(stood_on)
        else:
            self.wizard.open_page("finding", event.chosen[0])

    @on(DocumentPanel.Opened)
    def _follow(self, event: DocumentPanel.Opened) -> None:
        open_target(self.wizard, event.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be taken away is offered only where there is something."""
        if action == "show_all":
            return bool(self._asked.narrowed or self._asked.words)
        if action == "narrow":
            return self._library is not None
        return True

    def action_narrow(self) -> None:
        """Opens what it can be narrowed down by."""
        if self._library is not None:
            self.wizard.open_page("evidence_filters", self._library, self._asked, self._want)

    def action_show_all(self) -> None:
        """All findings again."""
        from wizard.proof.evidence_library import Wanted

        self.query_one(AnswerField).restart("")
        self._want(Wanted())

    def action_disagreements(self) -> None:
        """Where findings contradict each other."""
        self.wizard.open_page("disagreements")

    def action_not_asked(self) -> None:
        """Who does not speak."""
        self.wizard.open_page("not_asked")

    def action_down(self) -> None:
        """Into the list."""
        if isinstance(self.focused, Input):
            self.query_one(ChoiceList).focus()

    def action_words(self) -> None:
        """To the words."""
        self.query_one(Input).focus()
