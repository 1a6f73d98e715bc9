"""What can be done on the what-if screen, and by which keys."""

from __future__ import annotations

from wizard.tui.actions import Action

LETTERS = "ABCD"
"""What stands for each what-if, as in the documents."""

WHAT_IF_ACTIONS = (
    Action("screen.vary", "Vary an answer", "Choose a question and give it another answer here.", ("v",), 4),
    Action("screen.weigh", "Priorities", "Give a group of criteria another weight here.", ("p",), 8),
    Action("screen.models", "Models", "Take a model off the table here, or put it back.", ("m",), 9),
    Action("screen.side_by_side", "Side by side", "All what-ifs beside the council file.", ("s",), 10),
    Action("screen.begin", "New what-if", "Begins another one, in which nothing is otherwise yet.", ("n",), 11),
    Action("screen.copy", "Copy this what-if", "Begins another one with what is otherwise in this one.", ("l",)),
    Action("screen.name", "Name and note", "Gives this what-if a name, and a note.", ("r",), 12),
    Action("screen.keep", "Keep in the council file", "Keeps this what-if in the file, to show again.", ("k",), 13),
    Action("screen.let_go", "Keep out of the council file", "No longer keeps this what-if in the file.", ("k",)),
    Action("screen.take_over", "Take over", "Makes this what-if's answers those of the council file.", ("t",)),
    Action("screen.remove", "Take this what-if away", "Takes it away; Ctrl+Z brings it back.", ("delete", "x")),
    *(
        Action(
            f"screen.show({place})",
            f"Show {each}",
            "Shows that what-if.",
            (each.lower(), str(place + 1)),
            hidden=True,
        )
        for place, each in enumerate(LETTERS)
    ),
)
