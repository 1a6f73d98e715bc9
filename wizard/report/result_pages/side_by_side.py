"""The options side by side: on each criterion how each does, in words and then in points; staying is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Column, Item, Items, Paragraph, Section, Table
from wizard.report.figures import level_words, percent, range_words, sentence, whole
from wizard.report.ranking import TODAY, in_order, is_ranked, not_open, rank_words
from wizard.report.staying import staying

from .page import Opening, ResultPage, verdict_block

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Standing
    from wizard.report.subject import Subject
    from wizard.schema.criterion import Criterion

SILENT = "silent"
HOW_TO_READ = (
    "Each criterion runs from 0 to 100; 50 is where the reports do not say, or balance. In brackets stands how much of "
    "the whole a criterion counts, in 100. “silent”: the reports say nothing of it, which counts as 50."
)
NO_ORDER = "Too little is known to say which comes first: the models stand in no order."


def page(subject: Subject, _: Rules) -> ResultPage:
    """Per decision a table of criteria and models, what is not open and why, and what each model is."""
    opening = Opening()
    sections = tuple(_decision(subject, result, opening) for result in subject.assessment.decisions)
    return ResultPage((Paragraph(HOW_TO_READ), *sections), opening.opens)


def _decision(subject: Subject, result: DecisionResult, opening: Opening) -> Section:
    blocks: list[Block] = [verdict_block(subject, result)]
    shown = [each for each in in_order(result) if each in result.competing]
    if shown:
        blocks += [] if is_ranked(result) else [Paragraph(NO_ORDER)]
        blocks.append(_table(result, shown, opening))
    blocks += not_open(subject, result)
    stay = staying(subject, result) if is_ranked(result) else None
    blocks += [stay] if stay else []
    blocks.append(Section("What each of them is", (Items(tuple(_model(each) for each in in_order(result))),)))
    return Section(result.decision.title, tuple(blocks))


def _table(result: DecisionResult, shown: list[Standing], opening: Opening) -> Table:
    columns = (Column("criterion"), *(Column(_heading(each)) for each in shown))
    rows = [_totals(result, shown)]
    rows += [opening.row(_row(result, each, shown), "criterion", each.id) for each in _weightiest(result)]
    return Table(columns, tuple(rows))


def _weightiest(result: DecisionResult) -> list[Criterion]:
    return sorted(result.criteria, key=lambda each: -result.weights[each.id])


def _heading(standing: Standing) -> str:
    doubt = " (may not be open)" if standing.openness == "not_known" else ""
    return f"{standing.model.title}{f' {TODAY}' if standing.is_today else ''}{doubt}"


def _totals(result: DecisionResult, shown: list[Standing]) -> tuple[str, ...]:
    ranked = is_ranked(result)
    return ("All together", *(_total(each, result, ranked) for each in shown))


def _total(standing: Standing, result: DecisionResult, ranked: bool) -> str:
    place = f"rank {rank_words(standing, result.competing)}, " if ranked else ""
    spread = range_words(standing.low, standing.high)
    return f"{place}{whole(standing.total)}{f' ({spread})' if spread else ''}"


def _row(result: DecisionResult, criterion: Criterion, shown: list[Standing]) -> tuple[str, ...]:
    weight = percent(result.weights[criterion.id])
    return (f"{criterion.title} ({weight})", *(_cell(result, criterion.id, each.model.id) for each in shown))


def _cell(result: DecisionResult, criterion: str, model: str) -> str:
    if (criterion, model) in result.silent:
        return SILENT
    score = result.scores[criterion, model]
    return f"{level_words(score)}, {whole(score)}"


def _model(standing: Standing) -> Item:
    model = standing.model
    today = f" {TODAY}" if standing.is_today else ""
    posts = f"director of children's services: {model.statutory_posts.childrens}; of adult social services: "
    notes = (posts + model.statutory_posts.adults, f"in law, as at {model.law.as_at}: {sentence(model.law.footing)}")
    return Item(f"{model.title}{today}: {sentence(model.summary)}", "point", None, notes)
