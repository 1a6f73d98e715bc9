"""What must be in place, what does not fit, and the risk register in the council's own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.report.charts import MatrixChart
from wizard.report.charts.matrix import band_of
from wizard.report.design_sections import MOST_MITIGATIONS, mitigation_words, moving_words
from wizard.report.document import Block, Column, Figure, Item, Items, Paragraph, Section, Sign, Table
from wizard.report.figures import counted, listed, sentence
from wizard.report.ranking import is_ranked
from wizard.report.subject import spoken_for

from .case import by_decision
from .risk_scale import scale_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.results import DecisionResult, LevelFound, RiskFound, Standing

    from .paper import Paper

RISKS, CONDITIONS = "Risks", "What must be in place, and what does not fit"
MOST_RISKS, MOST_OF_SEVERAL = 8, 3
TO_SET = "to be set"
REGISTER = (
    ("No.", 6),
    ("Risk", 20),
    ("Likelihood", 9),
    ("Impact", 7),
    ("Score", 9),
    ("What lowers it", 27),
    ("Owner", 7),
    ("Residual", 8),
    ("Review date", 7),
)
"""The columns and how wide they should be, of 100."""

PRIVATE = "rests on an answer that is kept private"


class Scored(NamedTuple):
    """A risk with its number and its place on the council's scale."""

    mark: str
    found: RiskFound
    likelihood: int
    impact: int

    @property
    def score(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact


def risks(paper: Paper) -> Section:
    """Per decision the register of every model that is spoken for, with its matrix; the scale is declared below."""
    section = by_decision(paper, RISKS, [(result, _risks(paper, result)) for result in paper.results])
    return section._replace(blocks=(*section.blocks, Paragraph(scale_words(paper.scale))))


def _risks(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    if not is_ranked(result):
        return (Paragraph("Nothing is pointed to yet, so there is no one design whose risks could be registered."),)
    spoken = spoken_for(result)
    most = MOST_RISKS if len(spoken) == 1 else MOST_OF_SEVERAL
    blocks: list[Block] = [Paragraph("No model is open, so there are no risks to register.")] if not spoken else []
    for each in spoken:
        scored = scored_risks(paper, result, each)
        if not scored:
            blocks.append(Paragraph(sentence(f"The rule set knows of no risk of {each.model.name} that arises here")))
            continue
        blocks.append(matrix_figure(paper, each, scored[:most]))
        blocks.append(_register(paper, each, scored[:most], MOST_MITIGATIONS if len(spoken) == 1 else 1))
        left = len(scored) - most
        blocks += (
            [Paragraph(f"{counted(left, 'more risk')} with lower scores or less sure to arise.")] if left > 0 else []
        )
    return tuple(blocks)


def scored_risks(paper: Paper, result: DecisionResult, standing: Standing) -> list[Scored]:
    """The risks of a model that arise or may, those that arise first, then by their scores."""
    scale = paper.scale
    letter = chr(ord("A") + paper.results.index(result)) if paper.several else "R"
    first = letter + (str(standing.model.order) + "." if len(spoken_for(result)) > 1 else "")
    found = [
        Scored("", each, scale.likelihood[each.likelihood.level], scale.impact[each.impact.level])
        for each in paper.subject.assessment.risks_of(result.decision.id, standing.model.id)
        if not paper.rests_on_private(each.arises)
    ]
    found.sort(key=lambda each: (each.found.arises is not True, -each.score))
    return [each._replace(mark=f"{first}{number}") for number, each in enumerate(found, start=1)]


def _register(paper: Paper, standing: Standing, scored: Sequence[Scored], mitigations: int) -> Table:
    columns = tuple(Column(title, width=width) for title, width in REGISTER)
    rows = tuple(_row(paper, each, mitigations) for each in scored)
    return Table(columns, rows, wide=True, caption=f"Risk register of {standing.model.name}")


def _row(paper: Paper, each: Scored, mitigations: int) -> tuple[str, ...]:
    risk, scale = each.found.risk, paper.scale
    lowered = "; ".join(
        mitigation_words(one) + paper.citing.brackets(one.supported_by) for one in risk.mitigations[:mitigations]
    )
    band = scale.bands[band_of(scale.bands, each.score)][0]
    arises = [] if each.found.arises is True else ["may not arise: not known"]
    remarks = [
        *arises,
        *_moving(paper, "likelihood", each.found.likelihood),
        *_moving(paper, "impact", each.found.impact),
    ]
    title = risk.title + paper.citing.brackets(risk.supported_by) + (f" ({'; '.join(remarks)})" if remarks else "")
    return (
        each.mark,
        title,
        str(each.likelihood),
        str(each.impact),
        f"{each.score} {band}",
        lowered,
        TO_SET,
        TO_SET,
        TO_SET,
    )


def _moving(paper: Paper, noun: str, level: LevelFound) -> Iterator[str]:
    if any(paper.rests_on_private(shift.truth) for shift in level.shifts):
        yield f"{noun} {PRIVATE}"
    elif words := moving_words(level):
        yield f"{noun} {words}"


def matrix_figure(paper: Paper, standing: Standing, scored: Sequence[Scored]) -> Figure:
    """The register in a grid."""
    scale = paper.scale
    cells: dict[tuple[int, int], tuple[str, ...]] = {}
    for each in sorted(scored, key=lambda one: (-one.score, -one.likelihood)):
        key = each.likelihood, each.impact
        cells[key] = (*cells.get(key, ()), each.mark)
    rows = tuple(
        (
            f"{likelihood} {scale.likelihoods[likelihood - 1]}",
            f"{impact} {scale.impacts[impact - 1]}",
            f"{likelihood * impact} {scale.bands[band_of(scale.bands, likelihood * impact)][0]}",
            ", ".join(marks),
        )
        for (likelihood, impact), marks in cells.items()
    )
    gravest = listed([f"{each.mark} {each.found.risk.title}" for each in scored if each.score == scored_most(scored)])
    words = f"Likelihood from left to right, impact from below upwards. Gravest, at {scored_most(scored)}: {gravest}."
    chart = MatrixChart(scale.likelihoods, scale.impacts, cells, scale.bands)
    columns = (Column("Likelihood"), Column("Impact"), Column("Score"), Column("Risks"))
    return Figure(f"Risk matrix of {standing.model.name}", words, chart, Table(columns, rows, row_heads=False))


def scored_most(scored: Sequence[Scored]) -> int:
    """The highest score."""
    return max(each.score for each in scored)


def conditions(paper: Paper) -> Section:
    """Per decision the conditions and the poor fits of what the verdict names."""
    return by_decision(paper, CONDITIONS, [(result, _conditions(paper, result)) for result in paper.results])


def _conditions(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    if not is_ranked(result):
        return (Paragraph("Nothing is pointed to yet."),)
    blocks: list[Block] = []
    for each in spoken_for(result):
        items = [*_poor_fits(paper, result, each), *_preconditions(paper, result, each)]
        items.sort(key=lambda item: ("against", "not_known", "met").index(item.sign))
        said: Block = (
            Items(tuple(items)) if items else Paragraph("The reports name no condition, and no poor fit holds.")
        )
        blocks.append(Section(sentence(each.model.name).rstrip("."), (said,)))
    return tuple(blocks) or (Paragraph("No model is open."),)


def _poor_fits(paper: Paper, result: DecisionResult, standing: Standing) -> Iterator[Item]:
    mine = [each for each in result.poor_fits if each.model == standing.model.id]
    hidden = sum(paper.rests_on_private(each.truth) for each in mine)
    open_ones = [each.poor_fit.title for each in mine if isinstance(each.truth, frozenset)]
    for each in mine:
        if each.truth is True:
            fit = each.poor_fit
            words = f"Poor fit: {fit.title}. {fit.because}"
            yield Item(sentence(words), "against", paper.citing.aside(fit), (f"to remove it: {fit.remedy}",))
    left = len(open_ones) - hidden
    if left:
        yield Item(f"Not known yet of {counted(left, 'poor fit')} it could have.", "not_known")
    if hidden:
        yield Item(
            sentence(f"{counted(hidden, 'poor fit')} it could have {'rest' if hidden > 1 else 'rests'}{PRIVATE[5:]}"),
            "not_known",
        )


def _preconditions(paper: Paper, result: DecisionResult, standing: Standing) -> Iterator[Item]:
    for each in (found for found in result.preconditions if found.model == standing.model.id):
        need = each.precondition
        if each.truth is True:
            yield Item(f"Met: {need.title}", "met", paper.citing.aside(need))
        elif each.truth is False:
            yield Item(
                f"Not met: {need.title}", "against", paper.citing.aside(need), (f"to put it in place: {need.remedy}",)
            )
        else:
            state = "Rests on a private answer" if paper.rests_on_private(each.truth) else "Not known"
            sign: Sign = "not_known"
            yield Item(f"{state}: {need.title}", sign, paper.citing.aside(need))
