"""What the evidence says of a place without what only the place itself says: the verdict, and both sides of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence
from wizard.report.reason_items import counts_against, favours, holding
from wizard.report.subject import runner_up, spoken_for
from wizard.report.verdict_words import ADVICE, core_words, firmness, held_back_by, notice_words, verdict_sentence

from .why import voices_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult, Standing
    from wizard.report.document import Sign
    from wizard.schema.workshop import Sheet

    from .study import Study

MOST_REASONS, MOST_OF_TWO = 3, 2
"""Each way: of one model, and where two are set side by side. Whoever wants all of them opens the case by itself."""

POINTS_NOWHERE = (
    "So the evidence points to no one model, and no foretelling was right or wrong. The two that come first so far:"
)


def what_evidence_says(study: Study, _: Sequence[Sheet]) -> Section:
    """The verdict on each decision, how firm it is, and what speaks for and against."""
    notices = tuple(Paragraph(notice_words(each, study.assessment)) for each in study.assessment.notices)
    decisions = tuple(_decision(study, each) for each in study.results)
    return Section(
        "What the evidence says", (Paragraph(left_out_words(study)), *notices, *decisions, Paragraph(ADVICE))
    )


def left_out_words(study: Study) -> str:
    """What was left out of the rules, so that the place does not bear witness to itself."""
    findings, arguments = len(study.left.findings), len(study.left.arguments)
    if not findings:
        return "No finding comes from this place alone, so nothing had to be left out."
    goes = f", and with {_it(findings)} {counted(arguments, 'reason')} that nothing else supports" if arguments else ""
    return (
        f"This place's own evidence is left out: {counted(findings, 'finding')} that {_come(findings)} from it "
        f"alone{goes}. Only what was known before counts: {counted(len(study.before), 'fact')}."
    )


def first_two(result: DecisionResult) -> tuple[Standing, ...]:
    """The models whose case is heard: the one pointed to and the runner-up, else the first two so far."""
    second = runner_up(result)
    if result.verdict.leader is not None:
        return (result.standing(result.verdict.leader), *((second,) if second is not None else ()))
    return result.competing[:2]


def _decision(study: Study, result: DecisionResult) -> Section:
    said = verdict_sentence(study.assessment, result)
    blocks: list[Block] = [Paragraph(said.text.replace("as your answers say", "as the facts say"), strong=said.names)]
    firmly = firmness(result)
    blocks += [Paragraph(each) for each in (*((firmly,) if firmly else ()), *held_back_by(result))]
    if result.verdict.kind == "not_enough_known":
        blocks.append(Paragraph(core_words(study.assessment, result)))
    unknown = len(result.unknowns)
    if unknown:
        blocks.append(
            Paragraph(f"{counted(unknown, 'question')} that could move the result {_was(unknown)} not known.")
        )
    return Section(result.decision.title, (*blocks, *_cases(study, result)))


def _cases(study: Study, result: DecisionResult) -> tuple[Block, ...]:
    """One model is pointed to: for, against, and the best case for the next. Else both sides of the first two."""
    leader = result.verdict.leader
    standings = first_two(result)
    if leader is None:
        nowhere = (Paragraph(POINTS_NOWHERE),) if len(spoken_for(result)) < 2 and standings else ()
        sides = tuple(_both_sides(study, result, each) for each in standings)
        return (*nowhere, *sides)
    own = (
        Section("For it", _reasons(study, "for", result, leader)),
        Section("Against it", _reasons(study, "against", result, leader)),
    )
    others = tuple(
        Section(f"The strongest case for {each.model.name}", _reasons(study, "for", result, each.model.id))
        for each in standings[1:]
    )
    return (*own, *others)


def _both_sides(study: Study, result: DecisionResult, standing: Standing) -> Section:
    model = standing.model.id
    sides: tuple[Sign, ...] = ("for", "against")
    items = [each for sign in sides for each in _items(study, sign, result, model, MOST_OF_TWO)]
    title = f"For and against {standing.model.name}"
    return Section(title, (Items(tuple(items)) if items else Paragraph(NOTHING_HOLDS),))


NOTHING_HOLDS = "Nothing in the reports that holds on what was known before."


def _reasons(study: Study, sign: Sign, result: DecisionResult, model: str) -> tuple[Block, ...]:
    items = _items(study, sign, result, model, MOST_REASONS)
    return (Items(items) if items else Paragraph(NOTHING_HOLDS),)


def _items(study: Study, sign: Sign, result: DecisionResult, model: str, most: int) -> tuple[Item, ...]:
    towards = favours if sign == "for" else counts_against
    return tuple(
        Item(sentence(each.argument.because), sign, voices_words(study, each.argument))
        for each in holding(result, model, towards)[:most]
    )


def _it(count: int) -> str:
    return "it" if count == 1 else "them"


def _come(count: int) -> str:
    return "comes" if count == 1 else "come"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
