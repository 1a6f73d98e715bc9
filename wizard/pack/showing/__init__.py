"""A rule set, or one object of it, in lines of text."""

from __future__ import annotations

from wizard.pack.parsed import ParsedPack
from wizard.pack.reading import ReadPack
from wizard.problems import Place, Problem, Unreadable

from .objects import show_criterion, show_decision, show_finding, show_measure, show_model, show_section, show_source
from .overview import show_pack
from .questions import show_question
from .warnings import show_poor_fit, show_risk

_BY_KIND = (
    ("decisions", show_decision),
    ("questions", show_question),
    ("models", show_model),
    ("criteria", show_criterion),
    ("poor_fits", show_poor_fit),
    ("risks", show_risk),
    ("measures", show_measure),
    ("sources", show_source),
)


def show(read: ReadPack, name: str | None = None) -> list[str]:
    """Lines about the rule set or, by id, about everything in it that is called `name`.

    `name` may be the id of a decision, section, question, model, criterion, poor fit, risk,
    measure or source, or `source.finding`. Raises Unreadable where nothing has that name; read with
    `every_source=True`, or findings that nothing cites are not found.
    """
    parsed = ParsedPack(read)
    if name is None:
        return show_pack(parsed)
    found: list[list[str]] = []
    for kind, show_one in _BY_KIND:
        if name in getattr(parsed.pack, kind):
            found.append(show_one(parsed, name))
    if name in (section.section for section in parsed.pack.sections):
        found.append(show_section(parsed, name))
    source, _, finding = name.partition(".")
    if source in parsed.pack.sources and finding in parsed.pack.sources[source].findings:
        found.append(show_finding(parsed, name))
    if not found:
        raise Unreadable([_unknown(parsed, name)])
    return [line for lines in found for line in (*lines, "")][:-1]


def names(read: ReadPack) -> list[str]:
    """Everything that `show` finds by name, in alphabetical order."""
    pack = read.pack
    found = {section.section for section in pack.sections}
    for kind, _ in _BY_KIND:
        found.update(getattr(pack, kind))
    found.update(f"{source.id}.{finding}" for source in pack.sources.values() for finding in source.findings)
    return sorted(found)


def _unknown(parsed: ParsedPack, name: str) -> Problem:
    from difflib import get_close_matches

    close = get_close_matches(name, names(ReadPack(parsed.pack, parsed.places)), n=1)
    hint = f"Did you mean '{close[0]}'?" if close else "Without a name, the whole rule set is listed."
    return Problem("unknown-name", Place(parsed.pack.head.id), f"Nothing in this rule set is called '{name}'.", hint)


__all__ = ["names", "show"]
