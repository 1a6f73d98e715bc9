"""The risks of what is spoken for: a matrix of five likelihoods and four impacts, and a register beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.design_sections import level_name, mitigation_words, moving_words
from wizard.report.document import Block, Column, Item, Items, Paragraph, Section, Table
from wizard.report.figures import counted, sentence
from wizard.report.ranking import is_ranked
from wizard.report.subject import spoken_for
from wizard.schema.levels import IMPACTS, LIKELIHOODS

from .page import Opening, ResultPage, verdict_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, RiskFound, Standing
    from wizard.report.subject import Subject

EMPTY = "·"
OURS = "Likelihood and impact are judgements of this rule set; the reports give no levels."
NOTHING_YET = "Too little is known to point to one design. The gravest risks of each model, in no order:"
MOST_OF_EACH, MOST_OF_SEVERAL = 3, 6
MOST_IN_FULL = 10
"""Further down stand risks of which the title and the levels must do."""


def page(subject: Subject, _: Rules) -> ResultPage:
    """Per decision the matrix and the register of every model that the verdict speaks of."""
    opening = Opening()
    sections = tuple(_decision(subject, result, opening) for result in subject.assessment.decisions)
    return ResultPage((*sections, Paragraph(OURS)), opening.opens)


def _decision(subject: Subject, result: DecisionResult, opening: Opening) -> Section:
    blocks: list[Block] = [verdict_block(subject, result)]
    if is_ranked(result):
        spoken = spoken_for(result)
        for each in spoken:
            blocks += risk_blocks(subject, result, each, opening, None if len(spoken) == 1 else MOST_OF_SEVERAL)
    elif result.verdict.core_answered:
        blocks.append(Paragraph(NOTHING_YET))
        for each in sorted(result.competing, key=lambda one: one.model.order):
            blocks += risk_blocks(subject, result, each, opening, MOST_OF_EACH)
    return Section(result.decision.title, tuple(blocks))


def risk_blocks(
    subject: Subject, result: DecisionResult, standing: Standing, opening: Opening, most: int | None = None
) -> list[Block]:
    """One model's matrix and register, the gravest first; at most `most` risks where that is said."""
    every = subject.assessment.risks_of(result.decision.id, standing.model.id)
    found = every[:most]
    title = f"Risks of {standing.model.name}"
    if not found:
        return [Section(title, (Paragraph("The rule set knows of no risk of it that arises here."),))]
    items = tuple(_item(number, each, opening) for number, each in enumerate(found, start=1))
    full, brief = items[:MOST_IN_FULL], items[MOST_IN_FULL:]
    shown: tuple[Block, ...] = (_matrix(found), Items(full))
    shown += (Paragraph("Less grave, or less sure to arise:"), Items(brief)) if brief else ()
    left = len(every) - len(found)
    more = (Paragraph(f"and {counted(left, 'more risk')}, less grave or less sure to arise."),) if left else ()
    return [Section(title, (*shown, *more))]


def _matrix(found: Sequence[RiskFound]) -> Table:
    """Likelihood from above down, impact from left to right: so it fits where a screen is narrow."""
    cells: dict[tuple[str, str], list[str]] = {}
    for number, each in enumerate(found, start=1):
        cells.setdefault((each.likelihood.level, each.impact.level), []).append(str(number))
    rows = tuple(
        (
            likelihood.replace("_", " "),
            *(", ".join(cells.get((likelihood, impact), ())) or EMPTY for impact in IMPACTS),
        )
        for likelihood in reversed(LIKELIHOODS)
    )
    return Table((Column("likelihood"), *(Column(each) for each in IMPACTS)), rows)


def _item(number: int, found: RiskFound, opening: Opening) -> Item:
    risk = found.risk
    levels = (("likelihood", found.likelihood), ("impact", found.impact))
    said = [f"{level_name(level)}{' ' + noun if noun == 'impact' else ''}" for noun, level in levels]
    said += [f"{noun} {words}" for noun, level in levels if (words := moving_words(level))]
    said += [] if found.arises is True else ["may not arise: not known"]
    aside = "; ".join(said)
    if number > MOST_IN_FULL:
        return opening.evidence(Item(f"{number}  {risk.title}", "point", aside), risk)
    notes = [f"to lower it: {mitigation_words(each)}" for each in risk.mitigations]
    notes += [f"a warning sign: {each}" for each in risk.warning_signs]
    return opening.evidence(Item(f"{number}  {risk.title}: {sentence(risk.says)}", "point", aside, tuple(notes)), risk)
