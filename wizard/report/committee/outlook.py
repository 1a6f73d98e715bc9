"""What would change the result, and what to find out next and from whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.engine.trade_offs import priorities_of
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import sentence
from wizard.report.flip_words import alike, turned_sentence
from wizard.report.flips_document import NOTHING_MISSING, tried_words
from wizard.report.next_words import reasons_why, whom_words
from wizard.report.priorities_document import answered_pairs
from wizard.report.priorities_words import bearing_words, portrait_words
from wizard.report.ranking import is_ranked

from .case import by_decision
from .figures_shown import shares_figure, tornado_figure

if TYPE_CHECKING:
    from wizard.engine.changing.next_question import ToAsk
    from wizard.engine.changing.what_would_change import Turned
    from wizard.engine.results import DecisionResult

    from .paper import Paper
    from .tried import Tried

CHANGE, FIND_OUT = "What would change it", "What to find out next"
MOST_CHANGES, MOST_QUESTIONS = 3, 5
NOT_TOLD = "What would change it rests on answers that are kept private: the exempt version has it."


def changing(paper: Paper, tried: Tried) -> Section:
    """Per decision the smallest changes that put another model first, priorities, and one answer at a time."""
    return by_decision(paper, CHANGE, [(result, _changing(paper, tried, result)) for result in paper.results])


def _changing(paper: Paper, tried: Tried, result: DecisionResult) -> tuple[Block, ...]:
    if not is_ranked(result) or not result.competing:
        return (Paragraph("Nothing comes first yet that anything could change."),)
    blocks: list[Block] = _answers_changed(paper, tried, result)
    if not paper.withheld:
        found = priorities_of(paper.subject.assessment, result, answered_pairs(paper.subject, result))
        blocks.append(Paragraph(sentence(bearing_words(result, found))))
        shown = [each for each in found.portraits if each.groups and each.model in (found.first, found.rival)]
        blocks += [Items(tuple(Item(portrait_words(result, each)) for each in shown))] if shown else []
        shares = shares_figure(paper, result)
        blocks += [shares] if shares else []
        firm = tried.firm.get(result.decision.id)
        figure = tornado_figure(paper, result, firm.tornado if firm else None)
        blocks += [figure] if figure else []
    return tuple(blocks)


def _answers_changed(paper: Paper, tried: Tried, result: DecisionResult) -> list[Block]:
    would = tried.would[result.decision.id]
    if would.tried.leader != result.competing[0].model.id:
        return [Paragraph(NOT_TOLD)]
    found = told_of(paper, would.found_out)
    said = [*sentences(paper, told_of(paper, would.shown)), *sentences(paper, found)]
    blocks: list[Block] = [Items(tuple(Item(each) for each in said))] if said else []
    blocks.append(Paragraph(tried_words(would)))
    if not found:
        missing = (
            "What the answers kept private could do is not told." if paper.withheld else NOTHING_MISSING[would.settled]
        )
        blocks.append(Paragraph(missing))
    return blocks


def told_of(paper: Paper, turned: tuple[Turned, ...]) -> list[Turned]:
    """The changes that may be told in this version."""
    hidden = paper.private if paper.withheld else frozenset()
    return [each for each in turned if not any(change.question in hidden for change in each.flip.changes)]


def sentences(paper: Paper, turned: list[Turned], most: int = MOST_CHANGES) -> list[str]:
    """The changes as sentences, those of one answer with the same outcome as one."""
    answers = paper.subject.assessment.case.answers
    return [turned_sentence(paper.rules, answers, each, hiding=paper.hides) for each in alike(turned)[:most]]


def find_out(paper: Paper, tried: Tried) -> Section:
    """The questions that matter most, whom to ask, and what hangs on each; over all decisions of the report."""
    asked = worth_asking(paper, tried)
    if not asked:
        return Section(FIND_OUT, (Paragraph("No answer that is missing could change anything that is reported here."),))
    # Only the decisions reported on are told of.
    subject = replace(paper.subject, assessment=replace(paper.subject.assessment, decisions=paper.results))
    items = tuple(
        Item(
            paper.subject.questions[each.question].ask,
            "numbered",
            whom_words(subject, each),
            tuple(reasons_why(subject, paper.rules, each)),
        )
        for each in asked[:MOST_QUESTIONS]
    )
    left = len(asked) - MOST_QUESTIONS
    more = f"{left} more {'question bears' if left == 1 else 'questions bear'} on it less."
    return Section(FIND_OUT, (Items(items), *((Paragraph(more),) if left > 0 else ())))


def worth_asking(paper: Paper, tried: Tried) -> list[ToAsk]:
    """The questions worth asking for the decisions reported on, what matters most first."""
    wanted = {result.decision.id for result in paper.results}
    needed = {each for result in paper.results for each in result.verdict.answer_first}
    return [
        each
        for each in tried.questions.by_weight
        if each.question not in paper.private
        and (wanted & (each.by_decision.keys() | set(each.holds_back)) or each.question in needed)
    ]
