"""A whole rule set on a page or two."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import Protocol

from wizard.pack.parsed import ParsedPack

from .lines import labelled, text


class _Titled(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def show_pack(parsed: ParsedPack) -> list[str]:
    """What the rule set is, and everything in it by name."""
    pack = parsed.pack
    head = pack.head
    lines = [f"{head.id} {head.version}: {head.title}", *text(head.summary)]
    lines += labelled("For", head.jurisdiction)
    lines += labelled("Evidence from", f"{head.period.first} to {head.period.last}. {head.period.because}")
    for base in pack.built_on:
        lines += labelled("Builds on", f"{base.id} {base.version} (written for {base.written_for})")
    lines += labelled("Fingerprint", pack.fingerprint)
    arguments = [argument for criterion in pack.criteria.values() for argument in criterion.arguments]
    findings = [finding for source in pack.sources.values() for finding in source.findings]
    counts = (
        _count(pack.decisions, "decision"),
        _count(pack.models, "model"),
        _count(pack.questions, "question"),
        _count(pack.criteria, "criterion", "criteria"),
        _count(arguments, "argument"),
        _count(pack.poor_fits, "poor fit"),
        _count(pack.risks, "risk"),
        _count(pack.measures, "measure"),
        _count(findings, "finding"),
        _count(pack.sources, "source"),
    )
    lines += text(", ".join(counts) + ".")
    for decision in pack.decisions.values():
        lines += _decision(parsed, decision.id)
    lines += ["", "Questions"]
    for section in pack.sections:
        core = sum(question.core for question in section.questions)
        note = f", {core} of them core" if core else ""
        lines += text(f"{section.section}: {section.title} ({_count(section.questions, 'question')}{note})")
        lines += text(", ".join(question.id for question in section.questions), 4)
    lines += _weights(parsed)
    lines += ["", "Grades of evidence"]
    for grade in head.grades:
        lines += text(f"{grade.id}: moves a score by {grade.step}; {grade.means}")
    lines += ["", "Sources"]
    for source in pack.sources.values():
        lines += text(f"{source.id}: {source.title}, {source.date} ({_count(source.findings, 'finding')})")
    return lines


def _decision(parsed: ParsedPack, decision: str) -> list[str]:
    pack = parsed.pack
    lines = ["", f"{decision}: {pack.decisions[decision].question}"]
    lines += _named("Models", pack.models_of(decision))
    for group in pack.head.groups:
        criteria = [
            criterion
            for criterion in pack.criteria.values()
            if criterion.decision == decision and criterion.group == group.id
        ]
        if criteria:
            lines.append(f"  Criteria: {group.title}")
            for criterion in criteria:
                lines += text(f"{criterion.id}: {criterion.title} ({_count(criterion.arguments, 'argument')})", 4)
    lines += _named("Poor fits", (each for each in pack.poor_fits.values() if each.decision == decision))
    lines += _named("Risks", (each for each in pack.risks.values() if each.decision == decision))
    return lines + _named("Measures", (each for each in pack.measures.values() if each.decision == decision))


def _weights(parsed: ParsedPack) -> list[str]:
    """The weights that it declares; nothing where it declares none."""
    declared = [
        f"{decision}, {each}: {entry.weight:g} in 100, by {entry.set_by}: {entry.why}"
        for decision, entries in parsed.pack.head.weights.items()
        for each, entry in entries.items()
    ]
    lines = [line for each in declared for line in text(each)]
    return ["", "Weights where a council file states none", *lines] if lines else []


def _named(label: str, things: Iterable[_Titled]) -> list[str]:
    lines = [line for thing in things for line in text(f"{thing.id}: {thing.title}", 4)]
    return [f"  {label}", *lines] if lines else []


def _count(things: Sized, one: str, several: str | None = None) -> str:
    number = len(things)
    return f"{number} {one if number == 1 else several or one + 's'}"
