"""The charts of a report: each with its words and the same figures as a table, all from the assessment."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.report.charts import (
    RangeRow,
    RangesChart,
    Reach,
    Share,
    SharesChart,
    Step,
    TornadoChart,
    WaterfallChart,
)
from wizard.report.document import Column, Figure, Table
from wizard.report.figures import hundredths, hundredths_that_add_up, of_hundred, range_words, sentence, whole
from wizard.report.ranking import model_words
from wizard.report.sensitivity_words import lead_words
from wizard.report.sum_of_reasons import differences

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult, Standing
    from wizard.engine.tornado import Tornado

    from .paper import Paper

MOST_STEPS, MOST_REACHES = 7, 8


def ranking_figure(paper: Paper, result: DecisionResult) -> Figure | None:
    """Where the models stand, and how far what is not known could move them; None where none is open."""
    rows = result.competing
    if not rows:
        return None
    totals = not paper.withheld
    chart = RangesChart(
        tuple(
            RangeRow(
                model_words(each) + (" (today)" if each.is_today and not each.stays else ""),
                float(each.total) if totals else None,
                float(each.low),
                float(each.high),
                _standing_words(each, totals),
                each.model.id == result.verdict.leader,
            )
            for each in rows
        )
    )
    columns = [Column("Model"), Column("Total", figures=True), Column("Range"), Column("Remarks")]
    cells = [
        (
            model_words(each),
            str(whole(each.total)) if totals else "",
            range_words(each.low, each.high) or f"{whole(each.low)} either way",
            _remarks(each),
        )
        for each in rows
    ]
    words = "Each dot is a model's total in points of 100, " if totals else "Each bar is the range of a model's total, "
    words += (
        "the bar how far the answers that are not known could move it." if totals else "with what is not told open."
    )
    words += " " + sentence(
        f"In order: {', '.join(f'{each.model.name} {_standing_words(each, totals)}' for each in rows)}"
    )
    return Figure(f"Where the models stand: {_short(result)}", words, chart, Table(tuple(columns), tuple(cells)))


def waterfall_figure(paper: Paper, result: DecisionResult, first: Standing, second: Standing) -> Figure | None:
    """The lead as a sum of reasons that adds up to the last digit; None where it would tell private answers."""
    found = differences(result, first.model.id, second.model.id)
    if paper.withheld or not found:
        return None
    adds = [part for _, _, part in found[:MOST_STEPS]]
    labels = [because for _, because, _ in found[:MOST_STEPS]]
    rest = found[MOST_STEPS:]
    if rest:
        adds.append(sum((part for _, _, part in rest), Fraction(0)))
        labels.append(f"{len(rest)} smaller reasons together")
    lead = first.total - second.total
    shown = hundredths_that_add_up(adds)
    steps = tuple(Step(label, float(part), figure) for label, part, figure in zip(labels, adds, shown, strict=True))
    names = (first.model.name, second.model.name)
    table = Table(
        (Column("Reason"), Column("Adds", figures=True)),
        (*zip(labels, shown, strict=True), (f"Together: {names[0]} minus {names[1]}", hundredths(lead))),
    )
    words = (
        f"Each reason adds points to {names[0]} (+) or to {names[1]} (-); together they are the difference of the two "
        f"totals, {hundredths(lead)}."
    )
    chart = WaterfallChart(*names, steps, float(lead), hundredths(lead))
    return Figure(f"Why {names[0]} stands where it does against {names[1]}", words, chart, table)


def shares_figure(paper: Paper, result: DecisionResult) -> Figure | None:
    """In how many mixes of priorities each model comes first; None where it would tell private answers."""
    rows = result.competing
    if paper.withheld or len(rows) < 2:
        return None
    chart = SharesChart(
        tuple(
            Share(
                each.model.title,
                each.first_priorities,
                of_hundred(each.first_priorities),
                each.model.id == result.verdict.leader,
            )
            for each in rows
        )
    )
    said = ", ".join(f"{each.model.name} in {of_hundred(each.first_priorities)}" for each in rows)
    table = Table(
        (Column("Model"), Column("Comes first in", figures=True)),
        tuple((each.model.title, of_hundred(each.first_priorities)) for each in rows),
    )
    words = f"Of 100 mixes of priorities, each as likely as any other where nobody set them: {said}."
    return Figure(f"Who comes first under which priorities: {_short(result)}", words, chart, table)


def tornado_figure(paper: Paper, result: DecisionResult, found: Tornado | None) -> Figure | None:
    """How far each answer alone could move the lead; None where nothing does, or it would tell private answers."""
    bars = [bar for bar in found.bars if bar.width][:MOST_REACHES] if found else []
    if found is None or paper.withheld or not bars:
        return None
    models = paper.subject.pack.models
    first, second = models[found.first].name, models[found.second].name
    asks = {bar.question: _subject_of(bar.question) for bar in bars}
    reaches = tuple(
        Reach(
            asks[bar.question],
            float(bar.low.lead),
            float(bar.high.lead),
            hundredths(bar.low.lead),
            hundredths(bar.high.lead),
        )
        for bar in bars
    )
    table = Table(
        (Column("Answer on"), Column("At the least"), Column("At the most"), Column("Could put another first")),
        tuple(
            (
                asks[bar.question],
                lead_words(bar.low.lead),
                lead_words(bar.high.lead),
                "yes" if any(end.first != found.first for end in (bar.low, bar.high)) else "no",
            )
            for bar in bars
        ),
    )
    words = (
        f"Each bar changes one answer, known or not, and leaves all others as they are: how far {first} then stands "
        f"before {second}, in points. As things are it stands {lead_words(found.lead)}."
    )
    chart = TornadoChart(first, second, float(found.lead), reaches)
    return Figure(f"One answer at a time: {_short(result)}", words, chart, table)


def _standing_words(each: Standing, totals: bool) -> str:
    low, high = whole(each.low), whole(each.high)
    between = f"{low} to {high}" if low != high else str(low)
    if not totals:
        return between
    return f"{whole(each.total)} ({between})" if low != high else str(whole(each.total))


def _remarks(each: Standing) -> str:
    said = ["today's arrangement"] if each.is_today else []
    said += ["may not be open"] if each.openness == "not_known" else []
    return "; ".join(said)


def _short(result: DecisionResult) -> str:
    """The decision's title as it stands after a colon."""
    title = result.decision.title.rstrip("?")
    return title[:1].lower() + title[1:]


def _subject_of(question: str) -> str:
    """What a question is about, by its id in plain letters."""
    words = question.replace("_", " ")
    return words[:1].upper() + words[1:]
