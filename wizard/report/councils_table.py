"""Councils side by side: what each answered, and what people set in each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .comparing_words import answer_in_words, trade_off_words, weight_name, weight_words
from .document import Block, Column, Paragraph, Section, Table
from .figures import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wizard.engine.compared import SeveralCompared

    from .subject import Subject

Row = tuple[str, ...]


def answers_section(
    subjects: Sequence[Subject], several: SeveralCompared, labels: Sequence[str], changed_only: bool
) -> Section:
    """Questions by councils, in the order of asking; with `changed_only` without those on which all agree."""
    pack = subjects[0].pack
    agreed = sum(each.agree for each in several.questions)
    rows = [
        (pack.questions[each.question].ask, *(answer_in_words(pack, each.question, one) for one in each.answers))
        for each in several.questions
        if not (changed_only and each.agree)
    ]
    every = len(several.questions)
    said = f"{counted(every, 'question')} {'is' if every == 1 else 'are'} answered by at least one of them; "
    said += f"all say the same to {agreed or 'none'}."
    if changed_only and agreed:
        said += " Those are left out."
    table = _table("question", labels, rows)
    return Section("What they answered", (Paragraph(said), *table))


def set_by_people_section(
    subjects: Sequence[Subject], labels: Sequence[str], changed_only: bool
) -> tuple[Section, ...]:
    """Weights, trade-offs and models off the table, where any of the files sets some."""
    found = [*_weights(subjects), *_trade_offs(subjects), *_off_the_table(subjects)]
    rows = [row for row in found if not changed_only or len(set(row[1:])) > 1]
    return (Section("What people set", _table("what", labels, rows)),) if rows else ()


def _table(first: str, labels: Sequence[str], rows: Sequence[Row]) -> tuple[Block, ...]:
    columns = (Column(first), *(Column(label) for label in labels))
    return (Table(columns, tuple(rows), wide=True),) if rows else ()


def _weights(subjects: Sequence[Subject]) -> Iterator[Row]:
    pack = subjects[0].pack
    cases = [each.assessment.case for each in subjects]
    for decision in pack.decisions:
        for of in _keys(each.weights.get(decision, {}) for each in cases):
            stated: list[Fraction | None] = [each.weights.get(decision, {}).get(of) for each in cases]
            yield sentence(weight_name(pack, decision, of)).rstrip("."), *(weight_words(each) for each in stated)


def _trade_offs(subjects: Sequence[Subject]) -> Iterator[Row]:
    pack = subjects[0].pack
    cases = [each.assessment.case for each in subjects]
    for decision in _keys(each.trade_offs for each in cases):
        said = (trade_off_words(pack, tuple(each.trade_offs.get(decision, ()))) for each in cases)
        yield f"What matters more ({pack.decisions[decision].title})", *said


def _off_the_table(subjects: Sequence[Subject]) -> Iterator[Row]:
    pack = subjects[0].pack
    cases = [each.assessment.case for each in subjects]
    for model in _keys(each.off_the_table for each in cases):
        title = pack.models[model].title if model in pack.models else model
        off = (each.off_the_table.get(model) for each in cases)
        yield f"{title}: on the table?", *("yes" if reason is None else f"no: {reason}" for reason in off)


def _keys(mappings: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(key for each in mappings for key in each))
