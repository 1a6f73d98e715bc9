"""The first page of a result: everything that a busy person must know, on one small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.assessment_document import after_the_choice_blocks, answered_words
from wizard.report.document import Block, Column, Item, Items, Paragraph, Section, Table
from wizard.report.figures import counted, sentence, whole
from wizard.report.ranking import TODAY, is_ranked, rank_words
from wizard.report.reason_items import favours, holding
from wizard.report.subject import runner_up
from wizard.report.verdict_words import ADVICE, core_words, firmness, held_back_by, verdict_sentence

from .page import Opening, ResultPage

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Standing
    from wizard.report.subject import Subject
    from wizard.schema.question import Question

BAR = 12
"""Characters of a bar: enough to tell 50 from 60, and a name still fits beside it on 80 columns."""

SURE, PERHAPS, EMPTY = "█", "▒", "·"
MOST_MODELS = 3


def page(subject: Subject, _: Rules) -> ResultPage:
    """Both decisions, each with its models and the best case for the runner-up; then what to do next."""
    opening = Opening()
    return ResultPage(
        (
            *after_the_choice_blocks(subject),
            *(_decision(subject, result, opening) for result in subject.assessment.decisions),
            _next(subject, opening),
            Paragraph(f"{answered_words(subject)} {ADVICE}"),
        ),
        opening.opens,
    )


def _decision(subject: Subject, result: DecisionResult, opening: Opening) -> Section:
    verdict = verdict_sentence(subject.assessment, result)
    firmly = firmness(result)
    said = " ".join([verdict.text, *([firmly] if firmly else []), *held_back_by(result)])
    blocks: list[Block] = [Paragraph(said, strong=verdict.names)]
    if not is_ranked(result):
        blocks.append(Paragraph(core_words(subject.assessment, result)))
        return Section(result.decision.title, tuple(blocks))
    blocks += ranked_models(result)
    blocks += _other_side(result, opening)
    return Section(result.decision.title, tuple(blocks))


def ranked_models(result: DecisionResult, most: int = MOST_MODELS) -> list[Block]:
    """The first few models with a bar and a number each, staying marked, and how many more there are."""
    competing = result.competing
    shown = list(competing[:most])
    # Where today's arrangement stands further down it is shown too: it is what everything is compared with.
    shown += [each for each in competing[most:] if each.is_today]
    rows = [
        (rank_words(each, competing), each.model.title, bar(each), str(whole(each.total)), _remarks(each))
        for each in shown
    ]
    left = len(competing) - len(shown)
    rows += [("", f"and {counted(left, 'more model')}: 3 Options", "", "", "")] if left else []
    columns = (Column("rank"), Column("model"), Column("bar"), Column("total", figures=True), Column("remarks"))
    return [Table(columns, tuple(rows), self_explaining=True)] if rows else []


def bar(standing: Standing) -> str:
    """The total on a scale from 0 to 100: full up to what is sure, shaded up to what is possible."""

    def upto(points: Fraction) -> int:
        return min(BAR, max(0, whole(points * BAR / 100)))

    low, high = upto(standing.low), upto(standing.high)
    return SURE * low + PERHAPS * (high - low) + EMPTY * (BAR - max(low, high))


def _remarks(standing: Standing) -> str:
    doubt = "may not be open" if standing.openness == "not_known" else ""
    return " ".join(part for part in (TODAY if standing.is_today else "", doubt) if part)


def _other_side(result: DecisionResult, opening: Opening) -> list[Block]:
    """The weightiest reason for the runner-up, of which the first sentence must do here."""
    second = runner_up(result)
    reasons = holding(result, second.model.id, favours) if second is not None else []
    if second is None or not reasons:
        return []
    best = reasons[0]
    words = f"The best case for {second.model.name}: {first_sentence(best.argument.because)}"
    return [Items((opening.item(Item(words), "argument", f"{best.criterion}.{best.argument.id}"),))]


def first_sentence(text: str) -> str:
    """The first sentence of a text, whole; the rest stands a key away."""
    first, stop, rest = text.partition(". ")
    return sentence(first if stop and rest[:1].isupper() else text)


def _next(subject: Subject, opening: Opening) -> Items | Paragraph:
    items = tuple(
        opening.item(Item(f"Find out next: {each.ask} (ask: {each.ask_whom})", "not_known"), "question", each.id)
        for each in first_to_answer(subject)
    )
    return Items(items) if items else Paragraph("Every answer that bears on the result is known.")


def first_to_answer(subject: Subject, most: int = 1) -> list[Question]:
    """What is needed before anything can be said, else the unknown answers that could move a total furthest."""
    needed: dict[str, None] = {}
    worth: dict[str, tuple[Fraction, int]] = {}
    for result in subject.assessment.decisions:
        needed.update(dict.fromkeys(result.verdict.answer_first))
        for each in result.unknowns:
            worth[each.question] = max(worth.get(each.question, (each.points * 0, 0)), (each.points, each.others))
    ranked = sorted(worth, key=lambda question: worth[question], reverse=True)
    return [subject.questions[each] for each in list(dict.fromkeys((*needed, *ranked)))[:most]]


def copied_words(subject: Subject) -> str:
    """What the evidence points to as a few lines of text, to be put into a letter."""
    lines = [subject.council.title, ""]
    for result in subject.assessment.decisions:
        verdict, firmly = verdict_sentence(subject.assessment, result).text, firmness(result)
        lines += [result.decision.title, " ".join([verdict, *([firmly] if firmly else []), *held_back_by(result)])]
        if is_ranked(result):
            lines += [_line(each, rank_words(each, result.competing)) for each in result.competing]
        lines.append("")
    pack = subject.pack.head
    return "\n".join([*lines, f"{answered_words(subject)} {ADVICE}", f"Rule set: {pack.title} ({pack.version})"])


def _line(standing: Standing, rank: str) -> str:
    return f"{rank}  {standing.model.title}: {whole(standing.total)}  {_remarks(standing)}".rstrip()
