"""What becomes of the script in one hour, and where there is no machine in the room."""

from __future__ import annotations

from .script_parts import ALL, EACH, NOBODY, TEAMS, YOU, Block, Part, Script

ONE_HOUR = Script(
    "One hour: the council's own question alone",
    60,
    (
        Block(
            "welcome",
            "Welcome",
            (
                Part(
                    5,
                    "The rules of the room, and what is asked of each.",
                    YOU,
                    "the join code",
                    "wizard workshop serve FOLDER --open --host ADDRESS",
                ),
            ),
        ),
        Block(
            "group",
            "The council's own question",
            (
                Part(6, "Read the facts; they were sent the day before.", NOBODY, "how many have a seat"),
                Part(17, "Answer apart, and seal.", NOBODY, "how many are in", "each one's sheet"),
                Part(8, "Open the sheets: the spread.", YOU, "the spread", "the projector's page: open"),
                Part(
                    14,
                    "The two disagreements on which most hangs.",
                    ALL,
                    "the disagreements in order",
                    "the projector's page",
                ),
                Part(
                    4,
                    "Who does not stand behind it writes that down. Save.",
                    EACH,
                    "the joined result",
                    "wizard workshop result FOLDER --save joined.yaml",
                ),
            ),
        ),
        Block(
            "close",
            "Close",
            (
                Part(
                    6, "What is to be found out, by whom, by when.", ALL, "what to find out", "wizard next joined.yaml"
                ),
            ),
        ),
    ),
)

NO_MACHINE = Script(
    "No machine in the room: paper only",
    120,
    (
        Block(
            "welcome",
            "Welcome",
            (Part(8, "Why we are here, and the rules of the room.", YOU, "flip chart: the rules"),),
        ),
        Block(
            "case",
            "A place in the reports",
            (
                Part(3, "Teams; sheets handed out.", YOU, "nothing"),
                Part(6, "Read the facts.", NOBODY, "nothing"),
                Part(13, "Foretell, name risks, hand the sheet in, folded.", TEAMS, "flip chart: how many are in"),
                Part(
                    4,
                    "Read the sheets out; a stroke for each model, a stroke for each risk.",
                    YOU,
                    "flip chart: the strokes",
                ),
                Part(
                    8,
                    "Read out what the evidence says, what the place did and what became of it.",
                    YOU,
                    "nothing",
                    "the facilitator's notes",
                ),
                Part(
                    4,
                    "The risks: read out those that are there; who named them?",
                    TEAMS,
                    "flip chart: risks nobody saw",
                    "the facilitator's notes",
                ),
                Part(7, "Two of the questions for discussion.", ALL, "nothing", "the facilitator's notes"),
            ),
        ),
        Block("break", "Break", (Part(8, "Break. Put out the facts of the council.", NOBODY, "nothing"),)),
        Block(
            "group",
            "The council's own question",
            (
                Part(4, "What is asked of each, and who will see what.", YOU, "flip chart: the rules"),
                Part(7, "Read the facts; say aloud if one is wrong.", ALL, "nothing"),
                Part(17, "Answer apart; fold the sheet and put it in the box.", NOBODY, "flip chart: how many are in"),
                Part(
                    9,
                    "Open the box; two people read out, one makes strokes, question by question.",
                    TEAMS,
                    "flip chart: the strokes",
                ),
                Part(
                    9,
                    (
                        "The two questions on which the strokes lie furthest apart. What hangs on them is not "
                        "known yet: say so."
                    ),
                    ALL,
                    "the strokes",
                ),
                Part(
                    4,
                    "Who does not stand behind the commonest answers writes that on the back of the sheet.",
                    EACH,
                    "nothing",
                ),
            ),
        ),
        Block(
            "close",
            "Close",
            (
                Part(
                    9,
                    (
                        "What is to be found out, by whom. The sheets are keyed in afterwards, and the result is "
                        "sent to all."
                    ),
                    YOU,
                    "flip chart: who does what",
                    "wizard workshop key-in FOLDER --name NAME",
                ),
            ),
        ),
    ),
)
