"""The council file that a group's sheets come to: an ordinary one, to be opened, varied and reported like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.answers import Between, Chosen, NotSure
from wizard.conditions.domain import NOT_SURE_WORD
from wizard.report.figures import counted
from wizard.schema.council import AnswerEntry, DerivedFrom, Dissent, GroupRecord, TradeOffEntry
from wizard.session.naming import id_from
from wizard.session.typed import value_text
from wizard.workshop.marks import REHEARSAL

from .joining import support_of
from .voices import pointed_to
from .words import MOST_NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.conditions.answers import Answer
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer
    from wizard.schema.council import CouncilFile, WeightEntry
    from wizard.workshop.workshop import Workshop

    from .result import AskedApart, GroupResult


def joined_file(found: GroupResult) -> CouncilFile:
    """The facts with the group's answers and priorities, who took part, and who would have answered otherwise."""
    workshop = found.workshop
    before = workshop.facts.file
    people = tuple(each.who for each in found.voices)
    title = f"{before.title}, answered by {counted(len(people), 'person or team', 'people or teams')}"
    asked = {each.question: each for each in found.asked}
    answers = {question: each for question, each in before.answers.items() if question not in asked}
    # In the order of asking, as a file that was laid out by the program has them.
    answers.update({question: entry for question, each in asked.items() if (entry := _entry(found, each)) is not None})
    return before.model_copy(
        update={
            "id": id_from(f"{before.id}_together"),
            "title": _marked(found, title),
            "derived_from": DerivedFrom(id=before.id, file=workshop.file.council, digest=workshop.facts.digest),
            "answers": answers,
            "weights": weights_within(workshop),
            "trade_offs": {
                **{each: kept for each, kept in before.trade_offs.items() if each not in workshop.file.decisions},
                **{each: tuple(_trade_offs(found, each)) for each in found.pairs},
            },
            "group": GroupRecord(
                workshop=_marked(found, workshop.file.title), people=people, asked=workshop.file.questions
            ),
            "dissent": (*_answered_otherwise(found), *_objections(found)),
            "what_ifs": (),
            "expect": {},
        }
    )


def _marked(found: GroupResult, title: str) -> str:
    """A title, under the mark of a rehearsal: a file of made-up answers is never taken for a room's."""
    return f"{REHEARSAL}. {title}" if found.workshop.file.rehearsal else title


def written(domain: Domain, answer: Answer) -> RawAnswer:
    """An answer as a council file writes it."""
    if isinstance(answer, NotSure):
        return NOT_SURE_WORD
    if isinstance(answer, Between):
        low, high = value_text(domain, answer.low), value_text(domain, answer.high)
        return low if low == high else {"between": [low, high]}
    options = [each for each in domain.options if each in answer.options]
    if isinstance(answer, Chosen):
        return options
    return options[0] if len(options) == 1 else {"one_of": options}


def _entry(found: GroupResult, asked: AskedApart) -> RawAnswer | None:
    if asked.joined is None:
        return None
    domain = found.workshop.rules.domains[asked.question]
    said = written(domain, asked.joined)
    parts = said if isinstance(said, dict) else {"is": said}
    source = f"workshop: {_marked(found, found.workshop.file.title)}"
    entry = AnswerEntry.model_validate({**parts, "from": source, "note": _how_joined(asked)})
    return {key: value for key, value in entry.model_dump(by_alias=True).items() if value is not None}


def _how_joined(asked: AskedApart) -> str:
    """How many of those who answered gave the answer that counts, or that no answer had more than half."""
    agreed = sum(len(each.who) for each in asked.positions if each.said == asked.joined)
    of = sum(len(each.who) for each in asked.positions)
    if agreed == of:
        return f"All {of} who answered apart say so." if of > 1 else "Only one answered apart, and says so."
    if 2 * agreed > of or (2 * agreed == of and isinstance(asked.joined, NotSure)):
        return f"{agreed} of the {of} who answered apart say so."
    if isinstance(asked.joined, Chosen):
        return f"What more than half of the {of} who answered apart chose."
    return f"No answer had more than half of the {of} that were given apart."


def weights_within(workshop: Workshop) -> dict[str, dict[str, WeightEntry]]:
    """The facts' weights of criteria within their groups; those of the groups themselves are asked of each anew."""
    kept = {}
    for decision, entries in workshop.facts.file.weights.items():
        weighable = workshop.rule_set.view.weighable[decision]
        asked = decision in workshop.file.decisions
        left = {each: entry for each, entry in entries.items() if not asked or weighable[each] is not None}
        if left:
            kept[decision] = left
    return kept


def _trade_offs(found: GroupResult, decision: str) -> Iterator[TradeOffEntry]:
    orders = {each.who: each.orders[decision] for each in found.voices if decision in each.orders}
    for one, other in found.pairs[decision]:
        by = f"{support_of((one, other), orders.values())} of {len(orders)} in a workshop"
        otherwise = [who for who, order in orders.items() if support_of((other, one), [order])]
        whose = ", ".join(otherwise) if len(otherwise) <= MOST_NAMED else str(len(otherwise))
        why = f"Otherwise: {whose}." if otherwise else None
        yield TradeOffEntry(of=[one, other], says=one, set_by=by, when="before_result", why=why)


def _answered_otherwise(found: GroupResult) -> Iterator[Dissent]:
    """Everybody's answer that is not the joined one; where no answer has more than half, every one of them."""
    turning = {each.on: each for each in found.disagreements if not each.of_priorities}
    for asked in found.asked:
        domain = found.workshop.rules.domains[asked.question]
        for position in asked.positions:
            answer = position.said
            if isinstance(answer, (NotSure, tuple)) or answer == asked.joined:
                continue
            at = turning.get(asked.question)
            outcome = next((each for each in at.outcomes if each.position == position), None) if at else None
            turns = outcome is not None and any(
                pointed_to(result) != pointed_to(found.assessment.decision(result.decision.id))
                for result in outcome.assessment.decisions
            )
            yield Dissent(on=asked.question, who=position.who, says=written(domain, answer), turns=turns)


def _objections(found: GroupResult) -> Iterator[Dissent]:
    voices = {each.sheet.id: each for each in found.voices}
    for objection in found.objections:
        for decision, words in objection.says.items():
            voice = voices.get(objection.id)
            own = pointed_to(voice.assessment.decision(decision)) if voice is not None else None
            yield Dissent(on=decision, who=(objection.who,), says=own, why=words)
