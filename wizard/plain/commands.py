"""What can be typed anywhere, said once: the words for it, what it does, and where that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Command(NamedTuple):
    """Something to type. `words` are the ways to say it, the shortest first; `takes` what may follow it.

    `does` is `module:function` under `wizard.plain`, called with the conversation (in a place, with the place) and
    with what followed.
    """

    words: tuple[str, ...]
    help: str
    does: str
    takes: str = ""

    @property
    def shown(self) -> str:
        """'c NUMBER or words (change)'."""
        short, *others = self.words
        long = f" ({others[0]})" if others else ""
        return f"{short}{f' {self.takes}' if self.takes else ''}{long}"


class Typed(NamedTuple):
    """A command that was recognised, and what followed it."""

    command: Command
    rest: str


EVERYWHERE = (
    Command(("g", "go", "questions"), "go on with the questions, what matters most first", "interview:go_on"),
    Command(("s", "sections", "interview"), "the full interview, section by section", "interview:by_section"),
    Command(("r", "result"), "the result: what the evidence points to, and why", "results:result"),
    Command(("i", "what if", "what-if", "whatif", "if"), "what if something were otherwise", "what_if:what_if"),
    Command(("c", "change"), "change an answer", "answers:change", "NUMBER or words"),
    Command(("l", "list", "answers"), "the answers so far, with their numbers", "answers:listed", "all"),
    Command(("rest",), "answers what is left of the questions that matter most with not sure", "interview:rest"),
    Command(("compare",), "this council beside others", "comparing:compare", "FILE ..."),
    Command(("p", "priorities"), "what matters more: trade-offs, points, ranks, weights", "priorities:priorities"),
    Command(("flips", "would change"), "what would change the result", "results:flips"),
    Command(("f", "find out", "findout"), "what to find out next, and from whom", "results:find_out"),
    Command(("firm", "how firm", "robustness"), "how firm the result is", "results:firm"),
    Command(("explain",), "every score taken apart", "results:explain", "NUMBER of a criterion"),
    Command(("models", "off", "table"), "take a model off the table, or put it back", "models:models"),
    Command(("search", "evidence library"), "search the findings of the reports", "evidence:search", "words"),
    Command(("study", "studies"), "a place in the reports: what it did, what became of it", "studies:study", "NAME"),
    Command(("disagreements",), "where the reports disagree", "evidence:disagreements"),
    Command(("not asked",), "who was never asked", "evidence:not_asked"),
    Command(("x", "export"), "the result as a file for others: a report, one page, text", "exporting:export"),
    Command(("hide",), "hides how the result moves while you answer", "results:hide"),
    Command(("show",), "shows it again", "results:show"),
    Command(("z", "undo"), "take the last change back", "changing:undo"),
    Command(("redo",), "make it again", "changing:redo"),
    Command(("title", "rename"), "another title for this council file", "changing:title", "WORDS"),
    Command(("save",), "save now; every answer is saved as it is given", "filing:save"),
    Command(("save as",), "save under another name, and go on there", "filing:save_as", "FILE"),
    Command(("overwrite",), "put yours in the place of a file that was changed meanwhile", "filing:overwrite"),
    Command(("reload",), "take up the file as it stands on the disk", "filing:reload"),
    Command(("open",), "another council file", "filing:open_file", "FILE"),
    Command(("m", "menu"), "the menu", "hub:menu"),
    Command(("b", "back"), "back to where you came from", "changing:back"),
    Command(("?", "help", "h"), "what can be typed here", "changing:help_here"),
    Command(("q", "quit", "exit"), "stop; it never asks, as nothing is lost", "changing:leave"),
)
"""In the order in which help tells them."""

MOST_WORDS = 2


def command_in(line: str, commands: Iterable[Command]) -> Typed | None:
    """The command that a line says; one that takes nothing more must be the whole line."""
    by_words = {words: each for each in reversed(tuple(commands)) for words in each.words}
    parts = line.split(" ")
    for count in range(min(MOST_WORDS, len(parts)), 0, -1):
        found = by_words.get(" ".join(parts[:count]).casefold())
        rest = " ".join(parts[count:])
        if found is not None and (not rest or found.takes):
            return Typed(found, rest)
    return None
