"""What a person can do, said once: keys, the line at the foot, the list of commands and F1 all read it here.

A screen has `ACTIONS` of its own beside these. Ctrl+N, T and W belong to browsers, Ctrl+H, M, I and J to
terminals (backspace, Enter, Tab, line feed), so no action uses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import Binding

FORBIDDEN_KEYS = frozenset(f"ctrl+{letter}" for letter in "ntwhmij")

_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "question_mark": "?",
    "left": "Left",
    "right": "Right",
}


class Action(NamedTuple):
    """One thing a person can do.

    `name` is Textual's name of the action, with where it lives: `app.help`, `screen.evidence`. `keys` may
    be empty: then it stands only in the list of commands. `rank` decides what the foot of a narrow screen
    still shows, lowest first; None never stands there. A `hidden` action has a key but is left out of
    lists that would only repeat it.
    """

    name: str
    title: str
    help: str
    keys: tuple[str, ...] = ()
    rank: int | None = None
    hidden: bool = False


APP_ACTIONS = (
    Action("app.help", "Help", "What the thing you are on does, and every key of this screen.", ("f1",), 1),
    Action("app.back", "Back", "To where you came from. Nothing is lost.", ("escape",), 2),
    Action("app.undo", "Undo", "Takes the last change back.", ("ctrl+z",), 3),
    Action("app.redo", "Redo", "Does again what was undone.", ("ctrl+y",), 6),
    Action("app.commands", "Commands", "Everything that can be done here, to search by a word.", ("ctrl+p",), 5),
    Action("app.what_if", "What if", "Vary answers and priorities, and see at once what that moves."),
    Action("app.compare", "Compare council files", "Any number of council files side by side, and why they differ."),
    Action("app.evidence", "The evidence", "Every finding of the reports, to search, and what rests on each."),
    Action("app.save_as", "Save under a name", "Keeps the work in a file of another name and goes on there."),
    Action("app.next_theme", "Colours", "Dark, light or without colour; kept for next time.", ("f2",), 7),
    Action("app.quit", "Quit", "Ends the program. It never asks, since every answer is kept.", ("q", "ctrl+q"), 0),
)


def bindings_of(actions: Iterable[Action]) -> list[Binding]:
    """The key bindings of the actions. Raises ValueError for a key that a terminal or a browser takes."""
    return list(_bindings(actions))


def _bindings(actions: Iterable[Action]) -> Iterator[Binding]:
    from textual.binding import Binding

    for action in actions:
        for key in action.keys:
            if key in FORBIDDEN_KEYS:
                raise ValueError(f"{key} is taken by browsers or terminals; give '{action.name}' another key.")
            yield Binding(key, action.name, action.title, show=False, tooltip=action.help)


def key_words(key: str) -> str:
    """A key as it is written on screen: 'F1', 'Ctrl+Z', 'Esc', 'E'."""
    *held, last = key.split("+")
    words = [part.capitalize() for part in held]
    return "+".join([*words, _SHOWN.get(last, last.upper() if len(last) <= 3 else last.capitalize())])
