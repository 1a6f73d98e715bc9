"""The reasons for and against a model, the weightiest first, each with who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Item, Items, Paragraph, Section, Sign
from .evidence_words import evidence_aside, evidence_notes
from .figures import sentence
from .subject import Subject, runner_up, spoken_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wizard.conditions.deciding import Truth
    from wizard.engine.results import DecisionResult, Reason, Standing
    from wizard.schema.base import Evidenced

MOST_REASONS = 6
"""Each way; a page that lists everything is read by nobody."""

MOST_OF_SEVERAL = 4
"""Where several models are set side by side."""


def case_sections(subject: Subject, result: DecisionResult) -> tuple[Section, ...]:
    """The case for and against each model that is spoken for, and the best case for the runner-up."""
    spoken = spoken_for(result)
    if len(spoken) != 1:
        return tuple(_side_by_side(subject, result, standing) for standing in spoken)
    model = spoken[0].model.id
    sections = [
        Section("For it", listing(subject, "for", holding(result, model, favours), MOST_REASONS)),
        Section("Against it", listing(subject, "against", holding(result, model, counts_against), MOST_REASONS)),
    ]
    second = runner_up(result)
    undecided = not_known(result, model, *([second.model.id] if second else []))
    if undecided:
        sections.append(Section("Not known yet", _undecided(subject, result, undecided, MOST_OF_SEVERAL)))
    if second is not None:
        sections.append(_best_case(subject, result, second, model))
    return tuple(sections)


def holding(result: DecisionResult, model: str, towards: Callable[[Reason], bool]) -> list[Reason]:
    """The reasons that hold for a model in one direction, the weightiest first."""
    found = [each for each in result.reasons if each.model == model and each.truth is True and towards(each)]
    return sorted(found, key=lambda each: -abs(each.weighted))


def not_known(result: DecisionResult, *models: str) -> list[Reason]:
    """The reasons that are undecided, those first that could move a total most; one of several models is told once."""
    found = [each for each in result.reasons if each.model in models and isinstance(each.truth, frozenset)]
    found.sort(key=lambda each: -(each.grade.step * result.weights[each.criterion]))
    return list({(each.criterion, each.argument.id): each for each in reversed(found)}.values())[::-1]


def favours(reason: Reason) -> bool:
    """Whether the argument, where it holds, raises the model's score."""
    return reason.model in reason.argument.favours


def counts_against(reason: Reason) -> bool:
    """Whether the argument, where it holds, lowers the model's score."""
    return not favours(reason)


def reason_item(subject: Subject, reason: Reason, sign: Sign) -> Item:
    """One reason as an item."""
    pack, argument = subject.pack, reason.argument
    return Item(sentence(argument.because), sign, evidence_aside(pack, argument), evidence_notes(pack, argument))


def fitting_item(subject: Subject, text: str, rests: Evidenced, truth: Truth) -> Item:
    """Something that suits the council, or may: then with what to ask."""
    suits = truth is True
    aside = evidence_aside(subject.pack, rests)
    return Item(sentence(text), "point" if suits else "not_known", aside, () if suits else (subject.ask(truth),))


def listing(subject: Subject, sign: Sign, reasons: Sequence[Reason], most: int) -> tuple[Block, ...]:
    """The weightiest reasons, and how many more there are."""
    if not reasons:
        return (Paragraph("Nothing in the reports that holds for this council."),)
    items = Items(tuple(reason_item(subject, each, sign) for each in reasons[:most]))
    return (items, *more_line(len(reasons) - most, subject.explain))


def more_line(count: int, command: str) -> tuple[Paragraph, ...]:
    """'and 3 more: wizard explain FILE', where there are more."""
    return (Paragraph(f"and {count} more: {command}"),) if count > 0 else ()


def _undecided(subject: Subject, result: DecisionResult, reasons: Sequence[Reason], most: int) -> tuple[Block, ...]:
    items = []
    for reason in reasons[:most]:
        way = "for" if favours(reason) else "against"
        remark = f"would count {way} {result.standing(reason.model).model.name}; {subject.ask(reason.truth)}"
        item = reason_item(subject, reason, "not_known")
        # The words of a reason say what is so where it holds: here that is not known.
        items.append(Item(f"If it is so: {item.text}", item.sign, item.aside, (remark, *item.notes)))
    return (Items(tuple(items)), *more_line(len(reasons) - most, subject.explain))


def _side_by_side(subject: Subject, result: DecisionResult, standing: Standing) -> Section:
    model = standing.model.id
    speaking = [
        (sign, reason)
        for sign, towards in (("for", favours), ("against", counts_against))
        for reason in holding(result, model, towards)[:MOST_OF_SEVERAL]
    ]
    items = tuple(reason_item(subject, reason, _sign(sign)) for sign, reason in speaking)
    count = sum(1 for each in result.reasons if each.model == model and each.truth is True)
    blocks: tuple[Block, ...] = (Items(items),) if items else listing(subject, "for", (), 0)
    undecided = not_known(result, model)
    asks = _undecided(subject, result, undecided, 1) if undecided else ()
    return Section(
        f"The case for and against {standing.model.name}",
        (*blocks, *more_line(count - len(items), subject.explain), *asks),
    )


def _sign(sign: str) -> Sign:
    return "for" if sign == "for" else "against"


def _best_case(subject: Subject, result: DecisionResult, second: Standing, leader: str) -> Section:
    """What speaks for the runner-up; reasons already printed against the leader are pointed to, not repeated."""
    printed = {each.argument.id for each in holding(result, leader, counts_against)[:MOST_REASONS]}
    speaking = holding(result, second.model.id, favours)
    fresh = [each for each in speaking if each.argument.id not in printed]
    opening = _opening(len(speaking) - len(fresh), bool(fresh))
    listed = listing(subject, "for", fresh, MOST_OF_SEVERAL) if fresh or not opening else ()
    return Section(f"The best case for {second.model.name}", (*opening, *listed))


def _opening(repeated: int, more_follow: bool) -> Iterable[Paragraph]:
    if not repeated:
        return ()
    which = "One of the reasons above speaks" if repeated == 1 else f"{repeated} of the reasons above speak"
    return (Paragraph(f"{which} against the leader and for this one{', and besides:' if more_follow else '.'}"),)
