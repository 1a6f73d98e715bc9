"""The script of two hours as data; its minutes add up."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """Some minutes of a script: what happens, who speaks, what is on the projector, and which command or page."""

    minutes: int
    what: str
    speaks: str
    shown: str
    use: str = ""


class Block(NamedTuple):
    """Parts that belong together: the welcome, the case, the break, the group, the close."""

    id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(each.minutes for each in self.parts)


class Script(NamedTuple):
    """A whole plan; `length` is what its minutes must add up to."""

    title: str
    length: int
    blocks: tuple[Block, ...]


YOU, ALL, TEAMS, EACH, NOBODY = "facilitator", "everybody", "the teams", "each in turn", "nobody"

TWO_HOURS = Script(
    "Two hours",
    120,
    (
        Block(
            "welcome",
            "Welcome",
            (
                Part(3, "Why we are here; what the five reports are, and whose voices they hold.", YOU, "the title"),
                Part(
                    5,
                    (
                        "The rules of the room: apart first, then together; sealed until all are in; roles or "
                        "teams for names; advice and no decision."
                    ),
                    YOU,
                    "the join code",
                    "wizard workshop serve CASE_FOLDER --open --host ADDRESS",
                ),
            ),
        ),
        Block(
            "case",
            "A place in the reports",
            (
                Part(
                    3,
                    "Teams of two or three; sheets handed out; each team takes its seat with the join code.",
                    YOU,
                    "the join code",
                    "the page to join",
                ),
                Part(6, "Read the facts.", NOBODY, "who has a seat"),
                Part(
                    13,
                    "Foretell what the evidence says; name risks; seal.",
                    TEAMS,
                    "how many are in",
                    "the team's sheet",
                ),
                Part(
                    3,
                    "Open the sheets: who foretold what.",
                    YOU,
                    "step 1, what you foretold",
                    "the projector's page: open, next",
                ),
                Part(4, "What the evidence says, without the place's own.", YOU, "step 2", "the projector's page"),
                Part(
                    4,
                    "What the place did, and what became of it. Agreeing with it is not being right.",
                    YOU,
                    "steps 3 and 4",
                    "the projector's page",
                ),
                Part(
                    4,
                    "Which findings decide; the risks: who spotted which, and what nobody saw.",
                    TEAMS,
                    "steps 5 and 6",
                    "the projector's page",
                ),
                Part(8, "Two of the questions for discussion.", ALL, "step 7", "the projector's page"),
            ),
        ),
        Block(
            "break",
            "Break",
            (
                Part(
                    8,
                    "Break. Stop the first server, start the second; put out the facts of the council.",
                    NOBODY,
                    "the join code",
                    "wizard workshop serve FOLDER --open --host ADDRESS",
                ),
            ),
        ),
        Block(
            "group",
            "The council's own question",
            (
                Part(
                    4,
                    "What is asked of each, who will see what, and that nobody talks before all are in.",
                    YOU,
                    "the join code",
                    "the page to join",
                ),
                Part(7, "Read the facts; say aloud if one is wrong.", ALL, "how many have a seat"),
                Part(
                    17,
                    "Answer apart, put the groups of criteria in order, seal.",
                    NOBODY,
                    "how many are in",
                    "each one's sheet",
                ),
                Part(
                    8,
                    "Open the sheets: what they point to together, what each points to, where you part.",
                    YOU,
                    "the spread",
                    "the projector's page: open",
                ),
                Part(
                    10,
                    ("The disagreement on which most hangs, then the next. Those who answer as fewest do speak first."),
                    ALL,
                    "the disagreements in order",
                    "the projector's page",
                ),
                Part(
                    4,
                    "Who does not stand behind it writes that down. Save the joined file.",
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
                    5,
                    "What is to be found out, by whom and by when; write the names of roles beside it.",
                    ALL,
                    "what to find out",
                    "wizard next joined.yaml",
                ),
                Part(
                    2,
                    "Who turns the result into a report, and who reads it before it goes further.",
                    YOU,
                    "the list",
                    "wizard report joined.yaml -o report.docx",
                ),
                Part(2, "One sentence each: what do you see otherwise than two hours ago?", EACH, "nothing"),
            ),
        ),
    ),
)
