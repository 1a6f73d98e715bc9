"""What can be varied in a what-if, ready for lists on a screen: questions, priorities and models, each as it stands."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen, OneOf

from .comparing_words import answer_in_words, weight_words
from .figures import percent, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wizard.schema.question import Question
    from wizard.session.session import Session

    from .levers import DecisionLevers, Lever

VARIED = "varied here"
ADDING, LEAVING_OUT, ALONE = "if among the answers", "if not among the answers", "if this were the answer"


class Entry(NamedTuple):
    """Something to choose: what it is called, and how it stands."""

    id: str
    label: str
    note: str


def questions_to_vary(
    session: Session, variant: str | None, levers: Sequence[DecisionLevers] = (), words: str = ""
) -> list[Entry]:
    """The questions that all the words occur in: those that would turn the result first, then section by section.

    Words found in the question itself come before such as are found only in its section or its answer.
    Those that do not arise come last: what is answered to them changes nothing.
    """
    turning: dict[str, list[Lever]] = {}
    for lever in (each for decision in levers for each in decision.levers):
        turning.setdefault(lever.question, []).append(lever)
    wanted = words.casefold().split()
    found: list[tuple[bool, int, Entry]] = []
    arise = session.questions_asked(variant)
    for section in session.rules.pack.sections:
        for question in section.questions:
            entry = _question(session, variant, section.title, question, turning.get(question.id, ()), arise)
            said = f"{entry.label} {entry.note} {question.named}".casefold()
            if all(word in said for word in wanted):
                rank = 0 if question.id in turning else 1 if question.id in arise else 2
                elsewhere = not all(word in entry.label.casefold() for word in wanted)
                found.append((elsewhere, rank, entry))
    return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])]


def _question(
    session: Session,
    variant: str | None,
    section: str,
    question: Question,
    levers: Iterable[Lever],
    arise: frozenset[str],
) -> Entry:
    said = answer_in_words(session.rules.pack, question.id, session.answer_of(question.id, variant))
    own = variant is not None and question.id in session.state.variant(variant).answers
    notes = [f"{section}. Now{f' ({VARIED})' if own else ''}: {said}"]
    notes += ["Does not arise as things stand."] if question.id not in arise else []
    notes += [sentence(f"Would turn it: {each}") for each in dict.fromkeys(lever.outcome for lever in levers)]
    return Entry(question.id, question.ask, "\n".join(notes))


def turning_words(levers: Sequence[DecisionLevers], question: str) -> list[str]:
    """All that is said of one question's other answers."""
    return [each.sentence for decision in levers for each in decision.levers if each.question == question]


def option_notes(
    session: Session, variant: str | None, levers: Sequence[DecisionLevers], question: str
) -> dict[str, str]:
    """For each option of a question, how it stands in the council file and what it would turn; none for numbers."""
    stands = session.answer_of(question)
    file = stands.options if isinstance(stands, (OneOf, Chosen)) else frozenset()
    notes: dict[str, list[str]] = {each: ["so in the council file"] for each in file}
    for lever in (each for decision in levers for each in decision.levers if each.question == question):
        for option in lever.options:
            when = ALONE if lever.adds is None else ADDING if lever.adds else LEAVING_OUT
            notes.setdefault(option, []).append(f"{when}, {lever.outcome}")
    return {each: "; ".join(dict.fromkeys(said)) for each, said in notes.items()}


def weights_to_vary(session: Session, variant: str | None) -> Iterator[Entry]:
    """Every group and criterion of every decision; the ids are `DECISION:ID`."""
    pack = session.rules.pack
    titles = {group.id: group.title for group in pack.head.groups}
    for result in session.assessment_of(variant).decisions:
        decision = result.decision
        stated = _weights_stated(session, variant, decision.id)
        weighable = session.view.weighable[decision.id]
        for group in (each for each, within in weighable.items() if within is None):
            members = [each for each in result.criteria if each.group == group]
            share = sum((result.weights[each.id] for each in members), start=Fraction(0))
            how = f"Weighs {percent(share)} in 100 of the whole; {_stated(stated.get(group))}"
            yield Entry(f"{decision.id}:{group}", titles.get(group, group), f"{sentence(decision.title)} {how}")
            for each in members if len(members) > 1 else ():
                within = percent(result.weights[each.id] / share) if share else "0"
                note = (
                    f"Within “{titles.get(group, group)}”. Weighs {within} in 100 of it; {_stated(stated.get(each.id))}"
                )
                yield Entry(f"{decision.id}:{each.id}", f"- {each.title}", note)


def _weights_stated(session: Session, variant: str | None, decision: str) -> dict[str, str]:
    """The weights that are stated, and by whom, as words."""
    case = session.assessment_of(variant).case
    by_people = case.weights.get(decision, {})
    return {
        each: f"set by {'a person' if each in by_people else 'the rule set'}: {weight_words(weight)}"
        for each, weight in case.stated(decision).items()
    }


def _stated(words: str | None) -> str:
    return words or "not set: it shares what the others leave"


def models_to_vary(session: Session, variant: str | None) -> Iterator[Entry]:
    """Every model of every decision, and whether it is on the table."""
    off = session.assessment_of(variant).case.off_the_table
    for result in session.assessment_of(variant).decisions:
        for model in sorted((each.model for each in result.standings), key=lambda each: each.order):
            standing = result.standing(model.id)
            how = (
                f"off the table: {sentence(off[model.id])} Choose it to put it back."
                if model.id in off
                else "on the table"
            )
            if standing.openness == "not_open":
                how = f"not open: {standing.why_not}" if standing.why_not else "not open"
            yield Entry(model.id, model.title, f"{sentence(result.decision.title)} {sentence(how)}")
