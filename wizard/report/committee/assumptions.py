"""The annex of assumptions: answers, unknowns, judgements, weights, the rule set with its tilt, and what is counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.domain import Domain, answer_words
from wizard.engine.completing import COMPLETIONS
from wizard.engine.priorities import MIXES
from wizard.report.document import Block, Column, Item, Items, Paragraph, Section, Table
from wizard.report.figures import counted, of_hundred, percent, sentence
from wizard.report.reason_conditions import PRIVATE
from wizard.report.robustness_subject import sure
from wizard.report.sensitivity_words import threshold_title, threshold_value

from .tried import DRAWS, TILT_SETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.engine.results import DecisionResult

    from .paper import Paper
    from .tried import Tried

ASSUMPTIONS = "Annex B: assumptions"
MOST_JUDGEMENTS = 12


def assumptions(paper: Paper, tried: Tried) -> Section:
    """The whole annex."""
    made = (_answers(paper), _unknowns(paper), _judgements(paper), _weights(paper), _firmness(paper, tried))
    parts = (*made, _tilt(paper, tried), _numbers(paper), _counted(paper))
    return Section(ASSUMPTIONS, tuple(each for each in parts if each is not None))


def _answers(paper: Paper) -> Section:
    """Every answer given. One to a sensitive question is told in the exempt version only, and marked there."""
    rows = tuple(_answer_rows(paper))
    if not rows:
        return Section("Answers given", (Paragraph("None."),))
    columns = (Column("Question"), Column("Answer"), Column("Where from"))
    return Section("Answers given", (Table(columns, rows, wide=True),))


def _answer_rows(paper: Paper) -> Iterator[tuple[str, str, str]]:
    written = paper.subject.council.answers
    # A public version's own case lacks the private answers; that there is one may be told.
    answers = paper.subject.assessment.case.answers
    for question in paper.subject.questions.values():
        raw = written.get(question.id)
        source = str(raw.get("from") or "") if isinstance(raw, dict) else ""
        if question.id in paper.private and paper.hides:
            yield question.ask, PRIVATE, ""
        elif question.id in answers and not (question.sensitive and paper.hides):
            mark = " (exempt)" if question.id in paper.private else ""
            yield question.ask, answer_words(Domain(question), answers[question.id]) + mark, source


def _unknowns(paper: Paper) -> Section:
    """The questions that are not answered and leave something undecided; what stands in for them."""
    asked = dict.fromkeys(
        unknown.question
        for result in paper.results
        for unknown in result.unknowns
        if not (paper.withheld and unknown.question in paper.private)
    )
    title = "Not known"
    if not asked:
        return Section(title, (Paragraph("Nothing that bears on this is left unknown."),))
    items = tuple(Item(paper.subject.questions[each].ask, "not_known") for each in asked)
    count = f"{counted(len(asked), 'question')} that bear{'s' if len(asked) == 1 else ''} on this"
    said = (
        f"{sentence(count)} An unknown answer counts by what is likely before anybody is asked; it is never taken for "
        "“no”, for nothing or for an average."
    )
    return Section(title, (Paragraph(said), Items(items)))


def _judgements(paper: Paper) -> Section:
    """The judgements behind the arguments that hold for models that compete, the weightiest first."""
    title = "Judgements it rests on"
    found: dict[tuple[str, str], tuple[float, str, str]] = {}
    for result in paper.results:
        competing = {each.model.id for each in result.competing}
        for reason in result.reasons:
            argument = reason.argument
            if reason.truth is True and reason.model in competing and argument.judgement:
                key, weight = (reason.criterion, argument.id), abs(float(reason.weighted))
                if key not in found or found[key][0] < weight:
                    found[key] = (weight, sentence(argument.because), sentence(argument.judgement))
    if not found:
        return Section(title, (Paragraph("None that holds for this council."),))
    shown = sorted(found.values(), key=lambda each: -each[0])
    table = Table(
        (Column("Reason"), Column("What is a judgement in it")),
        tuple(each[1:] for each in shown[:MOST_JUDGEMENTS]),
        wide=True,
    )
    left = len(shown) - MOST_JUDGEMENTS
    more = (Paragraph(f"{counted(left, 'more judgement')} behind reasons that weigh less."),) if left > 0 else ()
    return Section(title, (table, *more))


def _weights(paper: Paper) -> Section:
    groups = {group.id: group.title for group in paper.subject.pack.head.groups}
    tables = tuple(_weight_table(result, groups) for result in paper.results)
    said = "The reports give no weights. Groups weigh the same, and criteria within a group, unless somebody set them."
    return Section("Weights", (Paragraph(said), *tables))


def _weight_table(result: DecisionResult, groups: dict[str, str]) -> Table:
    rows = tuple(
        (each.title, groups.get(each.group, each.group.replace("_", " ")), percent(result.weights[each.id]))
        for each in result.criteria
    )
    columns = (Column("Criterion"), Column("Group"), Column("Weight in 100", figures=True))
    return Table(columns, rows, caption=f"Weights: {result.decision.title}")


def _firmness(paper: Paper, tried: Tried) -> Section | None:
    """How often each model comes first when priorities, unknowns, silences and grades vary all at once."""
    tables = []
    for result in paper.results:
        firm = tried.firm.get(result.decision.id)
        if firm is None or not firm.ranked or len(firm.competing) < 2:
            continue
        rows = tuple(
            (each.model.title, of_hundred(sure(firm.found.firmness.of(each.model.id).first))) for each in firm.competing
        )
        columns = (Column("Model"), Column("Comes first in", figures=True))
        tables.append(Table(columns, rows, caption=f"With everything varied: {result.decision.title}"))
    if not tables:
        return None
    said = (
        f"SMAA-2 over {DRAWS:,} draws: priorities, unknown answers, scores on which the reports are silent and the "
        "grades of the evidence vary together."
    )
    return Section("When everything varies at once", (Paragraph(said), *tables))


def _tilt(paper: Paper, tried: Tried) -> Section | None:
    """Which way the rule set leans before anybody has answered, and whose evidence stands behind each model."""
    if tried.tilt is None:
        return None
    pack = paper.subject.pack
    blocks: list[Block] = [
        Paragraph(
            f"How often each model leads over {TILT_SETS:,} random sets of answers, give or take 3 in 100: first with "
            "every answer as likely as any other, then as likely as the rule set expects. It says which way the rules "
            "lean, and nothing of real councils. The last two columns count arguments."
        )
    ]
    for result in paper.results:
        ways = [
            {
                model.model: model.led
                for each in decisions
                if each.decision == result.decision.id
                for model in each.models
            }
            for decisions in tried.tilt.drawn.values()
        ]
        behind = tried.tilt.behind[result.decision.id]
        rows = tuple(
            (
                pack.models[each.model].title,
                *(of_hundred(way[each.model]) for way in ways),
                str(each.favour.arguments),
                str(each.against.arguments + each.against_moving.arguments),
            )
            for each in behind.models
        )
        titles = ("Evenly", "As expected", "For it", "Against it")
        columns = (Column("Model"), *(Column(each, figures=True) for each in titles))
        blocks.append(Table(columns, rows, caption=f"Tilt: {result.decision.title}"))
    return Section("Tilt of the rule set", tuple(blocks))


def _numbers(paper: Paper) -> Section:
    """The rule set's own numbers, which are judgements too."""
    head = paper.subject.pack.head
    rows = []
    for name, because in head.thresholds.because.items():
        value = Fraction(str(getattr(head.thresholds, name)))
        rows.append((threshold_title(name), threshold_value(name, value), sentence(because)))
    rows += [(f"Evidence that is {each.id}: {each.means}", f"{each.step} points", "") for each in head.grades]
    columns = (Column("What it decides"), Column("Number"), Column("Because"))
    return Section("Numbers of the rule set", (Table(columns, tuple(rows), wide=True),))


def _counted(paper: Paper) -> Section:
    """What a person needs to have the same figures again."""
    pack = paper.subject.pack
    head = pack.head
    rows = (
        ("Rule set", f"{head.title} ({head.id})"),
        ("Version", head.version),
        *(("Builds on", f"{each.id} {each.version} (written for {each.written_for})") for each in pack.built_on),
        ("SHA-256 of its files", pack.fingerprint or "not kept"),
        ("Jurisdiction", head.jurisdiction),
        ("Years the evidence speaks for", f"{head.period.first} to {head.period.last}"),
        ("Seed", str(head.seed)),
        ("Completions of the unknown answers", str(COMPLETIONS)),
        ("Mixes of priorities behind a verdict", f"{MIXES:,}"),
        ("Draws when everything varies", f"{DRAWS:,}"),
        ("Council file", paper.subject.council.id),
    )
    table = Table((Column("What"), Column("Value")), rows, self_explaining=True)
    return Section("To have the same figures again", (table,))
