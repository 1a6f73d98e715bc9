"""One page of a result: its blocks, and what its entries open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.report.document import Item, Paragraph
from wizard.report.subject import Subject
from wizard.report.verdict_words import verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import DecisionResult
    from wizard.report.document import Block
    from wizard.schema.base import Evidenced

Kind = Literal["argument", "finding", "criterion", "question"]
Row = tuple[str, ...]


class ResultPage(NamedTuple):
    """What stands on a page. `opens` gives for entries and rows of tables what they open.

    That is a kind and an id with a colon between: `argument:CRITERION.ARGUMENT`, `finding:SOURCE.FINDING`,
    `criterion:ID`, `question:ID`.
    """

    blocks: tuple[Block, ...]
    opens: Mapping[Item | Row, str]


@dataclass(frozen=True)
class Placed(Subject):
    """A subject for a face that has places where the command line has commands.

    `places` gives for the name of a command the words for where the same is found; `flips` stands for a list that is
    too long, `unlock` for changing an answer that a council cannot change.
    """

    places: Mapping[str, str] = field(default_factory=dict)

    def command(self, name: str, options: str = "") -> str:
        """Where to look, in place of a command."""
        wanted = "unlock" if options.startswith("--unlock") else name
        return self.places[wanted] if wanted in self.places else super().command(name, options)


class Opening:
    """Gathers what entries open while a page is made."""

    def __init__(self) -> None:
        self.opens: dict[Item | Row, str] = {}

    def item(self, item: Item, kind: Kind, id: str) -> Item:
        """The same item, remembered with what it opens."""
        self.opens[item] = f"{kind}:{id}"
        return item

    def row(self, row: Row, kind: Kind, id: str) -> Row:
        """The same row, remembered with what it opens."""
        self.opens[row] = f"{kind}:{id}"
        return row

    def evidence(self, item: Item, rests_on: Evidenced) -> Item:
        """The same item; it opens the first finding that supports it, where there is one."""
        cited = rests_on.supported_by
        return self.item(item, "finding", cited[0]) if cited else item


def verdict_block(subject: Subject, result: DecisionResult) -> Paragraph:
    """The sentence that stands at the head of every page."""
    verdict = verdict_sentence(subject.assessment, result)
    return Paragraph(verdict.text, strong=verdict.names)
