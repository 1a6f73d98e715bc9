"""What was foretold: which models, by how many; which reasons and risks were named most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .naming_people import foretellers_words
from .offered import sides_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult
    from wizard.schema.workshop import Sheet

    from .study import Study

MOST_SHOWN = 3
MOST_WORDS = 6

NO_RIGHT = (
    "Nobody is told right or wrong by the model they foretold: what counts is the reasons, and the risks you saw."
)


def what_was_foretold(study: Study, sheets: Sequence[Sheet]) -> Section:
    """For each decision how many foretold which model, and what was named most."""
    decisions = tuple(_decision(study, each, sheets) for each in study.results)
    risks = _named_most(sheets, [each.risks for each in sheets])
    lines = tuple(Item(sentence(study.pack.risks[risk].title), "point", _of(times, sheets)) for risk, times in risks)
    named = Items(lines) if lines else Paragraph("Nobody named a risk.")
    return Section("What you foretold", (Paragraph(NO_RIGHT), *decisions, Section("Risks named most", (named,))))


def _decision(study: Study, result: DecisionResult, sheets: Sequence[Sheet]) -> Section:
    id = result.decision.id
    by_model: dict[str, list[str]] = {}
    for each in sheets:
        if id in each.foretold:
            by_model.setdefault(each.foretold[id].model, []).append(each.who)
    ordered = sorted(by_model.items(), key=lambda entry: -len(entry[1]))
    models = tuple(
        Item(
            f"{study.pack.models[model].title}: {_of(len(who), sheets)}",
            "point",
            foretellers_words(who, len(sheets)) or None,
        )
        for model, who in ordered
    )
    silent = len(sheets) - sum(map(len, by_model.values()))
    blocks: list[Block] = [Items(models)] if models else []
    if silent:
        blocks.append(Paragraph(f"{counted(silent, 'sheet')} foretold nothing here."))
    return Section(result.decision.title, (*blocks, *_reasons(study, id, sheets)))


def _reasons(study: Study, decision: str, sheets: Sequence[Sheet]) -> list[Block]:
    """The reasons given most, and own words for the facilitator to read out."""
    foretold = [each.foretold[decision] for each in sheets if decision in each.foretold]
    arguments = {
        argument.id: (criterion.id, argument)
        for criterion in study.pack.criteria.values()
        if criterion.decision == decision
        for argument in criterion.arguments
    }
    most = _named_most(sheets, [each.reasons for each in foretold])
    items = tuple(
        Item(
            sentence(arguments[each][1].because),
            "point",
            _of(times, sheets),
            (f"it speaks {sides_words(study, *arguments[each])}",),
        )
        for each, times in most
    )
    words = [each.words for each in foretold if each.words is not None]
    own = tuple(Item(f"“{each}”") for each in words[:MOST_WORDS])
    blocks: list[Block] = [Section("Reasons given most", (Items(items),))] if items else []
    if own:
        more = len(words) - len(own)
        rest = (Paragraph(f"and {more} more: the facilitator reads them out."),) if more else ()
        blocks.append(Section("In your own words", (Items(own), *rest)))
    return blocks or [Paragraph("Nobody gave a reason.")]


def _named_most(sheets: Sequence[Sheet], named: Sequence[Sequence[str]]) -> list[tuple[str, int]]:
    counts = Counter(each for one in named for each in dict.fromkeys(one))
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_SHOWN]


def _of(times: int, sheets: Sequence[Sheet]) -> str:
    return f"{times} of {counted(len(sheets), 'sheet')}"
