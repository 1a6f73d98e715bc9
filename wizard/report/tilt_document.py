"""The document of `wizard pack tilt`: which way a rule set leans, and whose evidence stands behind each model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.pack_test import VERDICT_WORDS

from .document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from .figures import counted, listed, percent
from .verdict_words import ADVICE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from wizard.proof.behind_models import Behind, Findings, Side
    from wizard.proof.random_answers import Way
    from wizard.proof.tilt import DecisionTilt, ModelTilt, Tilt
    from wizard.schema.decision import Decision
    from wizard.schema.pack import Pack

WAY_TITLES: dict[Way, str] = {
    "evenly": "Every answer as likely as any other",
    "by_priors": "Answers as likely as the rule set expects",
}

VOICES = {"one_person": "one person", "several": "several people", "all": "all who were asked", "report": "a report"}
METHODS = {
    "interview": "interview",
    "report_conclusion": "report's conclusion",
    "evaluation": "evaluation",
    "inspection": "inspection",
    "statute": "law",
    "consultation": "consultation",
    "opinion": "opinion",
}


def tilt_document(found: Tilt) -> Document:
    """The whole document."""
    head = found.pack.head
    return Document(
        title="Which way the rule set leans",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            *(Paragraph(each) for each in how_drawn(found)),
            Paragraph(ADVICE),
            *(_decision(found, decision) for decision in found.pack.decisions.values()),
        ),
    )


def how_drawn(found: Tilt) -> tuple[str, ...]:
    """What was done, with the sizes of the samples."""
    first = found.drawn["evenly"][0]
    period = found.pack.head.period
    return (
        f"Random answer sets ({first.sets:,}) were held against the rules, with the priorities nobody has set: "
        "once with every answer as likely as any other, once as likely as the rule set expects before it asks. "
        "Every question is answered; today's arrangement is one of the models, and the decision falls in "
        f"{period.first} to {period.last}. The draw is the same each time.",
        f"How often each model leads is counted over all of them, verdicts over the first {first.sample}, since each "
        "takes a whole assessment. Answers that go together in life are drawn apart here: this shows the lean of the "
        "rules and is no picture of councils.",
    )


def _decision(found: Tilt, decision: Decision) -> Section:
    blocks: list[Block] = []
    for way, results in found.drawn.items():
        result = next(each for each in results if each.decision == decision.id)
        blocks.append(Section(WAY_TITLES[way], _drawn(found.pack, result)))
    blocks.append(Section("Whose evidence it is", _evidence(found.pack, found.behind[decision.id])))
    return Section(decision.title, tuple(blocks))


def _drawn(pack: Pack, result: DecisionTilt) -> tuple[Block, ...]:
    columns = (
        Column("model"),
        *(Column(title, figures=True) for title in ("leads in 100", "open in 100", "lowest", "mean", "highest")),
    )
    table = Table(columns, tuple(_row(pack, each) for each in result.models))
    said = f"Today's arrangement leads in {percent(result.stayed)} of 100."
    if result.none_open:
        said += f" No model is open in {percent(result.none_open)} of 100."
    verdicts = [f"{VERDICT_WORDS[kind]} {count}" for kind, count in result.verdicts.items()]
    return (table, Paragraph(said), Paragraph(f"Verdicts in {result.sample}: {listed(verdicts)}."))


def _row(pack: Pack, each: ModelTilt) -> tuple[str, ...]:
    totals = (one_decimal(value) for value in (each.lowest, each.mean, each.highest))
    return (pack.models[each.model].title, percent(each.led), percent(each.opened), *totals)


def one_decimal(value: Fraction | None) -> str:
    """A total to one decimal; a dash where there is none."""
    return "-" if value is None else f"{float(value):.1f}"


def _evidence(pack: Pack, behind: Behind) -> tuple[Block, ...]:
    said = f"{counted(behind.arguments, 'argument')}, {counted(behind.findings.total, 'finding')}"
    whole = Paragraph(f"In all: {said}{_whose(pack, behind.findings)}.")
    columns = (
        Column("model"),
        *(Column(title, figures=True) for title in ("for", "against", "against moving", "findings for", "against")),
    )
    rows = tuple(
        (
            pack.models[each.model].title,
            str(each.favour.arguments),
            str(each.against.arguments),
            str(each.against_moving.arguments),
            str(each.favour.findings.total),
            str(each.against.findings.total),
        )
        for each in behind.models
    )
    items = tuple(
        Item(
            pack.models[each.model].title,
            notes=tuple(filter(None, (_side(pack, "for", each.favour), _side(pack, "against", each.against)))),
        )
        for each in behind.models
    )
    return (whole, Table(columns, rows), Items(items))


def _side(pack: Pack, words: str, side: Side) -> str:
    if not side.arguments:
        return ""
    grades = [f"{side.grades[each.id]} {each.id}" for each in reversed(pack.head.grades) if each.id in side.grades]
    judged = f", {side.judgements} without a finding" if side.judgements else ""
    return f"{words}: {listed(grades)}{judged}{_whose(pack, side.findings)}"


def _whose(pack: Pack, findings: Findings) -> str:
    """'; findings by voice: ...; by method: ...; by holders of a post: ...'."""
    if not findings.total:
        return ""
    holders = {pack.models[each].name: count for each, count in findings.holders.items() if each}
    return (
        f"; findings by voice: {_counts({VOICES.get(each, each): count for each, count in findings.voices.items()})}"
        f"; by method: {_counts({METHODS.get(each, each): count for each, count in findings.methods.items()})}"
        f"; by holders of a post: {_counts(holders) or 'none'}"
    )


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{words} {count}" for words, count in counts.items())
