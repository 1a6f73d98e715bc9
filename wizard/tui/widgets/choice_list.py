"""A numbered list to choose from: one answer `(x)`, several `[x]`, or a menu whose entries open at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from rich.segment import Segment
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from .hanging import Hanging
from .in_view import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType

Kind = Literal["one", "several", "menu"]


class Choice(NamedTuple):
    """One entry. `note` stands under the label. Choosing one that is `alone` (such as 'not sure') clears the others."""

    id: str
    label: str
    note: str = ""
    alone: bool = False


class ChoiceList(OptionList):
    """Digits 1 to 9, the mouse, Space and Enter choose; long labels wrap and are never cut.

    Posts `Chosen` when what is chosen changes, and `GoOn` when Enter is pressed (in a menu: when an
    entry is opened in any way). Enter chooses the entry it stands on where nothing else was chosen.
    """

    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        max-height: 100%;
        padding: 0 1;
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        border: none;
        &:focus { border: none; background-tint: transparent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"number({digit})", f"Choose {digit}", show=False) for digit in range(1, 10)),
        Binding("space", "mark", "Choose", show=False),
    ]
    HELP = (
        "A list to choose from. The digits 1 to 9 choose directly; the arrow keys move and Enter chooses and goes on. "
        "A click chooses too."
    )

    class Chosen(Message):
        """What is chosen has changed: the ids, in the order of the list."""

        def __init__(self, choice_list: ChoiceList, chosen: tuple[str, ...]) -> None:
            super().__init__()
            self.choice_list = choice_list
            self.chosen = chosen

        @property
        def control(self) -> ChoiceList:
            """The list."""
            return self.choice_list

    class GoOn(Message):
        """The person is done here. In a menu `chosen` holds the entry that was opened."""

        def __init__(self, choice_list: ChoiceList, chosen: tuple[str, ...]) -> None:
            super().__init__()
            self.choice_list = choice_list
            self.chosen = chosen

        @property
        def control(self) -> ChoiceList:
            """The list."""
            return self.choice_list

    def __init__(
        self, choices: Iterable[Choice] = (), *, kind: Kind = "one", chosen: Iterable[str] = (), id: str | None = None
    ) -> None:
        super().__init__(id=id, markup=False)
        self.kind: Kind = kind
        self.choices: Sequence[Choice] = ()
        self._chosen: set[str] = set()
        self.show(choices, chosen=chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids chosen, in the order of the list."""
        return tuple(each.id for each in self.choices if each.id in self._chosen)

    def show(self, choices: Iterable[Choice], *, kind: Kind | None = None, chosen: Iterable[str] = ()) -> None:
        """Shows other choices in place of these; the first one chosen, else the first, is the one stood on."""
        self.kind = kind or self.kind
        self.choices = tuple(choices)
        self._chosen = set(chosen)
        self.set_options([Option(self._prompt(number), id=each.id) for number, each in enumerate(self.choices)])
        first = next((number for number, each in enumerate(self.choices) if each.id in self._chosen), 0)
        self.highlighted = first if self.choices else None

    def set_chosen(self, chosen: Iterable[str]) -> None:
        """Marks these and no others, as after an undo; posts nothing."""
        before, self._chosen = self._chosen, set(chosen)
        for number, each in enumerate(self.choices):
            if each.id in before ^ self._chosen:
                self.replace_option_prompt_at_index(number, self._prompt(number))

    def choose(self, number: int) -> None:
        """Chooses the entry at `number` (from 0) as a digit does; past the end nothing happens."""
        if number >= len(self.choices):
            return
        self.highlighted = number
        if self.kind == "menu":
            self.post_message(self.GoOn(self, (self.choices[number].id,)))
        else:
            self._mark(self.choices[number])

    def action_number(self, digit: int) -> None:
        """A digit was pressed."""
        self.choose(digit - 1)

    def action_mark(self) -> None:
        """Space was pressed."""
        if self.highlighted is not None:
            self.choose(self.highlighted)

    def action_select(self) -> None:
        """Enter was pressed, or an entry clicked (see `_on_click`)."""
        if self.highlighted is None:
            return
        entry = self.choices[self.highlighted]
        if self.kind == "menu":
            self.post_message(self.GoOn(self, (entry.id,)))
            return
        if not (self._chosen if self.kind == "several" else entry.id in self._chosen):
            self._mark(entry)
        self.post_message(self.GoOn(self, self.chosen))

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses, and opens only in a menu: a slip of the hand must not leave the question."""
        # Textual would call the handler of OptionList too, which goes on at once.
        event.prevent_default()
        number: int | None = event.style.meta.get("option")
        if number is not None:
            self.choose(number)

    def _mark(self, entry: Choice) -> None:
        if self.kind == "one":
            after = {entry.id}
        elif entry.id in self._chosen:
            after = self._chosen - {entry.id}
        elif entry.alone:
            after = {entry.id}
        else:
            alone = {each.id for each in self.choices if each.alone}
            after = (self._chosen - alone) | {entry.id}
        if after != self._chosen:
            self.set_chosen(after)
            self.post_message(self.Chosen(self, self.chosen))

    def _prompt(self, number: int) -> Hanging:
        entry = self.choices[number]
        digit = str(number + 1) if number < 9 else " "
        left, right = ("(", ")") if self.kind == "one" else ("[", "]")
        sign = f"{left}{'x' if entry.id in self._chosen else ' '}{right} " if self.kind != "menu" else " "
        label = Content(entry.label)
        body = Content.assemble(label, "\n", (entry.note, "not bold")) if entry.note else label
        return Hanging(Content(f"  {digit} {sign}"), body)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Whatever scrolls around the list follows the entry stood on."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and self.is_mounted and self.has_focus:
            bring_into_view(self, self._index_to_line.get(highlighted, 0), self._heights.get(highlighted, 1))

    def render_line(self, y: int) -> Strip:
        """A line, with a pointer before the entry stood on, so that it is seen without colour."""
        strip = super().render_line(y)
        if self.highlighted is None or not self.has_focus:
            return strip
        first = self._index_to_line.get(self.highlighted)
        if first is None or y + self.scroll_offset.y != first or strip.cell_length < 2:
            return strip
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(">", style)], 1), strip.crop(1)])
