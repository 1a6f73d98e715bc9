"""A field for a number, a date or a few words, with what is wrong said beside it while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

Check = Callable[[str], str]
"""What is wrong with a text, in a sentence; nothing where it will do. An empty text is asked about too."""


class UndoableInput(Input):
    """An input whose typing can be taken back word by word; when nothing is left, Ctrl+Z means the last answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "take_back", "Undo typing", show=False),
        Binding("ctrl+y", "type_again", "Redo typing", show=False),
    ]

    def __init__(self, value: str, placeholder: str) -> None:
        self._settle()
        super().__init__(value=value, placeholder=placeholder, select_on_focus=False)
        # A blinking cursor would write to the terminal while nothing happens.
        self.cursor_blink = False

    def _settle(self) -> None:
        self._before: list[str] = []
        self._after: list[str] = []
        self._grew = True
        self._stepping = False

    def restart(self, value: str) -> None:
        """Another value, from which taking back begins anew."""
        self._stepping = True
        self.value = value
        self._settle()

    def watch_value(self, before: str, value: str) -> None:
        """Keeps what stood there where a word begins, and where writing turns to rubbing out or back."""
        if self._stepping or before == value:
            return
        grows = len(value) > len(before)
        starts_word = grows and (not before or before[-1] in " -/")
        if starts_word or grows != self._grew or not self._before:
            self._before.append(before)
        self._grew = grows
        self._after.clear()

    def action_take_back(self) -> None:
        """Back to what stood there before the last word, or to the app's undo."""
        self._step(self._before, self._after, "undo")

    def action_type_again(self) -> None:
        """Forward again, or to the app's redo."""
        self._step(self._after, self._before, "redo")

    def _step(self, source: list[str], target: list[str], else_app: str) -> None:
        if not source:
            self.app.call_next(self.app.run_action, f"app.{else_app}")
            return
        target.append(self.value)
        self._stepping = True
        self.value = source.pop()
        self.cursor_position = len(self.value)
        self._stepping = False


class AnswerField(HorizontalGroup):
    """The field, its unit, and beside them (below, where narrow) the message about what was typed.

    Posts `Changed` with every key and `GoOn` on Enter where the text will do.
    """

    # The rules for narrow screens begin at the screen.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    AnswerField { height: auto; padding: 0 1; }
    AnswerField UndoableInput {
        width: 24; height: 3; padding: 0 1;
        color: $foreground; background: $surface; border: round $border-blurred;
    }
    AnswerField.-words UndoableInput { width: 1fr; }
    AnswerField UndoableInput:focus { border: heavy $border; background-tint: transparent; }
    AnswerField UndoableInput:ansi > .input--cursor {
        text-style: reverse; color: ansi_default; background: ansi_default;
    }
    AnswerField UndoableInput > .input--placeholder { color: $text-muted; text-style: italic; }
    AnswerField Static { width: 1fr; height: auto; min-height: 3; padding: 1 1 0 1; }
    AnswerField.-wrong Static { color: $warning; text-style: bold; }
    .-tiny AnswerField, .-narrow AnswerField { layout: vertical; }
    .-tiny AnswerField Static, .-narrow AnswerField Static { padding: 0 1; min-height: 1; width: 100%; }
    """

    class Changed(Message):
        """The text is another one; `fault` says what is wrong with it, or nothing."""

        def __init__(self, field: AnswerField, text: str, fault: str) -> None:
            super().__init__()
            self.field, self.text, self.fault = field, text, fault

        @property
        def control(self) -> AnswerField:
            """The field."""
            return self.field

    class GoOn(Changed):
        """Enter was pressed on a text that will do."""

    def __init__(
        self,
        check: Check,
        *,
        value: str = "",
        example: str = "",
        hint: str = "",
        words: bool = False,
        id: str | None = None,
    ) -> None:
        """`example` stands in the empty field; `hint` (the unit, the range) beside it while nothing is wrong."""
        super().__init__(id=id, classes="-words" if words else None)
        self._check = check
        self._hint = hint
        self.input = UndoableInput(value, example)
        self._message = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The field and what is said about it."""
        yield self.input
        yield self._message

    def on_mount(self) -> None:
        """Says at once what is wrong with a value that came from elsewhere."""
        self._judge(said_when_empty=False)

    @property
    def value(self) -> str:
        """The text, without blanks at its ends."""
        return self.input.value.strip()

    @property
    def fault(self) -> str:
        """What is wrong with the text now; nothing where it will do."""
        return self._check(self.value)

    @property
    def hint(self) -> str:
        """What stands beside the field while nothing is wrong."""
        return self._hint

    @hint.setter
    def hint(self, words: str) -> None:
        self._hint = words
        self._judge(said_when_empty=False)

    def complain(self) -> bool:
        """Says what is wrong, an empty field included, and whether anything is."""
        return bool(self._judge(said_when_empty=True))

    def restart(self, value: str) -> None:
        """Shows another value, as after an undo; posts nothing."""
        with self.prevent(Input.Changed):
            self.input.restart(value)
        self._judge(said_when_empty=False)

    def _judge(self, said_when_empty: bool) -> str:
        fault = self.fault
        shown = fault if self.value or said_when_empty else ""
        self.set_class(bool(shown), "-wrong")
        self._message.update(Content(f"! {shown}" if shown else self._hint))
        return fault

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self, self.value, self._judge(said_when_empty=False)))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        fault = self._judge(said_when_empty=True)
        if not fault:
            self.post_message(self.GoOn(self, self.value, fault))
