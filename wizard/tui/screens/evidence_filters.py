"""Narrowing the evidence down: by report, place, who says it, method, and what it bears on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.widget import Widget

    from wizard.proof.evidence_library import EvidenceLibrary, Facet, Wanted

ANY = "*"
"""The entry that takes a filter away. No id can be written so."""


class EvidenceFiltersScreen(Page):
    """First the filters there are, then the values of one; `choose` is told what is wanted after that."""

    NAME = "evidence_filters"
    HEADING = "Narrow the evidence down"
    ABOUT = (
        "Choose what to narrow the findings down by, then to what. Several can be set one after the other. Beside each "
        "stands how many findings are left then."
    )
    DEFAULT_CSS = """
    EvidenceFiltersScreen ChoiceList { height: 1fr; max-width: 100; }
    """

    def __init__(
        self,
        library: EvidenceLibrary,
        wanted: Wanted,
        choose: Callable[[Wanted], None],
        facet: Facet | None = None,
    ) -> None:
        super().__init__()
        self._library, self._wanted, self._choose, self._facet = library, wanted, choose, facet

    def body(self) -> Iterable[Widget]:
        """The list, and the way back."""
        yield ChoiceList(self._values(self._facet) if self._facet else self._filters(), kind="menu")
        yield ButtonRow(next=None)

    def on_mount(self) -> None:
        """Says in the heading which filter this is."""
        if self._facet is not None:
            from wizard.report.evidence.filter_words import FACET_WORDS

            self.header.title = FACET_WORDS[self._facet]

    def _filters(self) -> Iterator[Choice]:
        from wizard.proof.evidence_library import FACETS
        from wizard.report.evidence.filter_words import FACET_WORDS, value_words

        narrowed = self._wanted.narrowed
        for facet in FACETS:
            # Reasons are too many to list; one that is set can be taken away.
            if facet in narrowed:
                yield Choice(facet, FACET_WORDS[facet], value_words(self._library, facet, narrowed[facet]))
            elif facet != "argument":
                yield Choice(facet, FACET_WORDS[facet], "any")

    def _values(self, facet: Facet) -> Iterator[Choice]:
        from wizard.report.evidence.filter_words import choices_in_words

        yield Choice(ANY, "Any")
        for value, words, count in choices_in_words(self._library, facet, self._wanted):
            yield Choice(value, words, count)

    @on(ChoiceList.GoOn)
    def _chosen(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        chosen = event.chosen[0]
        if self._facet is None:
            self.wizard.open_page("evidence_filters", self._library, self._wanted, self._narrow, chosen)
        else:
            self._narrow(self._wanted.by(self._facet, None if chosen == ANY else chosen))

    def _narrow(self, wanted: Wanted) -> None:
        """Goes back to the findings, from the values by way of the filters."""
        self.app.pop_screen()
        self._choose(wanted)
