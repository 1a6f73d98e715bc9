"""Every finding of a rule set, searched by words and narrowed down by who says it, where, and what rests on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from .citing import ROLES, Citing, Role, citings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.engine import Rules
    from wizard.schema.criterion import Argument, Criterion
    from wizard.schema.source import Finding, Source

Facet = Literal["report", "place", "who", "method", "model", "role", "question", "criterion", "argument"]
FACETS: tuple[Facet, ...] = ("report", "place", "who", "method", "model", "role", "question", "criterion", "argument")
"""What findings can be narrowed down by, beside words."""

HOLDS = "holds:"
"""Before the id of a model, in `Entry.who`: the speaker holds the post of that model."""

Who = Literal["report", "author", "consulted", "law", "inspectors", "evaluators", "others"]
_WHO_BY_METHOD: dict[str, Who] = {
    "report_conclusion": "report",
    "opinion": "author",
    "consultation": "consulted",
    "statute": "law",
    "inspection": "inspectors",
    "evaluation": "evaluators",
}
_NOT_WORDS = re.compile(r"[\W_]+")


class Entry(NamedTuple):
    """A finding. `who` is `holds:MODEL` or one of `Who`; `text` is what is searched, `cited` who cites it."""

    id: str
    source: Source
    finding: Finding
    who: str
    cited: tuple[Citing, ...]
    text: str


class Wanted(NamedTuple):
    """What is looked for; everything must hold. `finding` is an id, `argument` is `criterion.argument`.

    `model`, `role`, `question`, `criterion` and `argument` are asked of one and the same citation: a finding that
    supports something about one model and disputes something about another does not dispute anything about the first.
    """

    words: str = ""
    report: str | None = None
    place: str | None = None
    who: str | None = None
    method: str | None = None
    model: str | None = None
    role: Role | None = None
    question: str | None = None
    criterion: str | None = None
    argument: str | None = None
    finding: str | None = None

    @property
    def narrowed(self) -> dict[str, str]:
        """What is asked for beside the words, by its name."""
        return {name: value for name, value in self._asdict().items() if name != "words" and value is not None}

    def by(self, facet: Facet, value: str | None) -> Wanted:
        """The same, narrowed down to a value of a facet; to any for None."""
        return Wanted(**{**self._asdict(), facet: value})


class PlacedReason(NamedTuple):
    """An argument and the criterion it stands in."""

    criterion: Criterion
    argument: Argument

    @property
    def id(self) -> str:
        """`criterion.argument`."""
        return f"{self.criterion.id}.{self.argument.id}"


class EvidenceLibrary:
    """All findings, in the order of the reports. Made once for a rule set; looking something up changes nothing."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.pack = rules.pack
        cited: dict[str, list[Citing]] = {}
        for each in citings(rules):
            cited.setdefault(each.finding, []).append(each)
        self.entries = tuple(_entries(rules, cited))
        self._by_id = {entry.id: entry for entry in self.entries}
        self.arguments: Mapping[str, PlacedReason] = {
            placed.id: placed
            for criterion in rules.pack.criteria.values()
            for placed in (PlacedReason(criterion, argument) for argument in criterion.arguments)
        }

    def holds(self, finding: str) -> bool:
        """Whether there is a finding of this id."""
        return finding in self._by_id

    def entry(self, finding: str) -> Entry:
        """The finding of an id. Raises KeyError where there is none."""
        return self._by_id[finding]

    def found(self, wanted: Wanted) -> tuple[Entry, ...]:
        """The findings that are wanted, in the order of the reports."""
        words = [f" {word}" for word in _plain(wanted.words).split()]
        return tuple(
            entry for entry in self.entries if all(word in entry.text for word in words) and _is_wanted(entry, wanted)
        )

    def choices(self, facet: Facet, wanted: Wanted) -> dict[str, int]:
        """What `facet` can be narrowed down to, and how many findings are left then, the most first."""
        counts: dict[str, int] = {}
        for entry in self.found(wanted.by(facet, None)):
            for value in _values(entry, facet, wanted):
                counts[value] = counts.get(value, 0) + 1
        return dict(sorted(counts.items(), key=lambda each: -each[1]))

    def disputed(self) -> tuple[PlacedReason, ...]:
        """The arguments that some findings support and others dispute, in the order of their files."""
        return tuple(
            each for each in self.arguments.values() if each.argument.supported_by and each.argument.disputed_by
        )


def _entries(rules: Rules, cited: Mapping[str, list[Citing]]) -> Iterator[Entry]:
    for source in rules.pack.sources.values():
        for name, finding in source.findings.items():
            id = f"{source.id}.{name}"
            said = (finding.says, finding.where, *finding.places, finding.speaker, source.short, source.title)
            text = _plain(" ".join([*said, finding.phrase]))
            yield Entry(id, source, finding, who_says(finding), tuple(cited.get(id, ())), text)


def who_says(finding: Finding) -> str:
    """`holds:MODEL` for the holder of a post, else which sort of voice it is: see `Who`."""
    if finding.holds is not None:
        return f"{HOLDS}{finding.holds}"
    return _WHO_BY_METHOD.get(finding.method, "others")


def _plain(text: str) -> str:
    """Words alone, each after a blank, so that ' word' finds where one begins."""
    return f" {_NOT_WORDS.sub(' ', text.casefold()).strip()}"


def _is_wanted(entry: Entry, wanted: Wanted) -> bool:
    finding = entry.finding
    return (
        wanted.finding in (None, entry.id)
        and wanted.report in (None, entry.source.id)
        and (wanted.place is None or wanted.place in finding.places)
        and wanted.who in (None, entry.who)
        and wanted.method in (None, finding.method)
        and (not _asks_of_citations(wanted) or any(_bears(each, wanted) for each in entry.cited))
    )


def _asks_of_citations(wanted: Wanted) -> bool:
    return any((wanted.model, wanted.role, wanted.question, wanted.criterion, wanted.argument))


def _bears(citing: Citing, wanted: Wanted) -> bool:
    return (
        wanted.role in (None, citing.role)
        and (wanted.model is None or wanted.model in citing.models)
        and (wanted.question is None or wanted.question in citing.questions)
        and wanted.criterion in (None, citing.criterion)
        and wanted.argument in (None, citing.argument)
    )


def _values(entry: Entry, facet: Facet, wanted: Wanted) -> set[str]:
    if facet == "report":
        return {entry.source.id}
    if facet == "place":
        return set(entry.finding.places)
    if facet == "who":
        return {entry.who}
    if facet == "method":
        return {entry.finding.method}
    others = wanted.by(facet, None)
    return {value for each in entry.cited if _bears(each, others) for value in _values_of_citing(each, facet)}


def _values_of_citing(citing: Citing, facet: Facet) -> tuple[str, ...]:
    if facet == "model":
        return citing.models
    if facet == "question":
        return tuple(citing.questions)
    value = {"role": citing.role, "criterion": citing.criterion, "argument": citing.argument}[facet]
    return () if value is None else (value,)


__all__ = ["FACETS", "HOLDS", "ROLES", "Entry", "EvidenceLibrary", "Facet", "PlacedReason", "Wanted", "Who", "who_says"]
