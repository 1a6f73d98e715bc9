"""The answers so far, each with a number that never changes; and changing one, by its number or by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.figures import counted

from .lines import number_of, shown
from .question import QuestionPlace, spoken_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.session.session import Session

    from .conversation import Conversation

MOST_FOUND = 12
HOW_TO_NAME = "Type c and a number, or c and some words of the question."


class ChangeOne(QuestionPlace):
    """One question, in the council file or in a what-if; then back to where one came from."""

    def __init__(self, talk: Conversation, question: str, variant: str | None = None) -> None:
        super().__init__(talk, question)
        self._variant = variant

    @property
    def variant(self) -> str | None:
        """The what-if that the answer belongs to."""
        return self._variant

    def heading(self) -> str:
        """In which what-if."""
        if self._variant is None:
            return ""
        return f"In the what-if “{self.session.state.variant(self._variant).what_if.title}”:"

    def after(self) -> None:
        """Back."""
        self.talk.leave_place()

    def on_undo(self, question: str | None) -> None:
        """Stays on its own question; where its what-if went, goes back."""
        if self._variant is not None and all(each.id != self._variant for each in self.session.state.variants):
            self.talk.leave_place()
        else:
            self.arrive()


def numbered(session: Session) -> dict[int, str]:
    """Every question of the rule set by its number."""
    return dict(enumerate(session.rules.domains, start=1))


def listed(talk: Conversation, rest: str) -> None:
    """What is answered, section by section; with 'all' what is not, too."""
    session = talk.session
    every = rest.casefold() in ("all", "everything")
    numbers = {question: number for number, question in numbered(session).items()}
    plan = session.plan
    talk.say("", f"{session.file.title}: {plan.done} of {plan.of} questions that arise have answers.")
    for section in plan.sections:
        shown_ones = [each for each in section.questions if every or each.id in session.answers]
        talk.say(*([f"{section.title.rstrip('.')}:"] if shown_ones else []))
        for each in shown_ones:
            given = session.answer_of(each.id)
            inert = " (does not arise)" if each.state == "does_not_arise" else ""
            said = spoken_answer(session.rules.domains[each.id], given)
            talk.say(f"{numbers[each.id]}: {each.question.named}: {said}{inert}.")
    talk.say(f"To change one: c and its number.{'' if every else ' l all reads out every question.'}")


def change(talk: Conversation, rest: str) -> None:
    """Changes an answer of the council file."""
    to_change(talk, rest)


def to_change(talk: Conversation, rest: str, variant: Callable[[], str] | None = None) -> None:
    """Asks the question that is meant again, in a what-if where one is given; that is begun only then."""
    words = rest or talk.fill_in("Which question? Its number, or some of its words:", HOW_TO_NAME)
    found = _meant(talk.session, words)
    if len(found) == 1:
        talk.go(ChangeOne(talk, found[0], variant() if variant is not None else None))
    elif not found:
        talk.say(f"No question is meant by “{shown(words)}”. {HOW_TO_NAME} l all reads out every question.")
    else:
        _tell_several(talk, found)


def _tell_several(talk: Conversation, found: list[str]) -> None:
    numbers = {question: number for number, question in numbered(talk.session).items()}
    talk.say(f"{counted(len(found), 'question')} could be meant. Type c and the number of one:")
    for each in found[:MOST_FOUND]:
        talk.say(f"{numbers[each]}: {talk.session.rules.domains[each].question.ask}")
    if len(found) > MOST_FOUND:
        talk.say(f"And {len(found) - MOST_FOUND} more: type more words.")


def _meant(session: Session, words: str) -> list[str]:
    """The question of a number or an id, else all that have every word in what they ask or answer."""
    numbers = numbered(session)
    if words.isascii() and words.isdigit():
        number = number_of(words, len(numbers))
        return [numbers[number]] if number else []
    if words in session.rules.domains:
        return [words]
    wanted = words.casefold().split()
    found = []
    for each, domain in session.rules.domains.items():
        asked = domain.question
        text = " ".join([asked.ask, asked.named, *(option.title for option in asked.options)]).casefold()
        if wanted and all(word in text for word in wanted):
            found.append(each)
    in_name = [each for each in found if all(word in _name(session, each) for word in wanted)]
    return in_name if len(in_name) == 1 else found


def _name(session: Session, question: str) -> str:
    asked = session.rules.domains[question].question
    return f"{asked.named} {asked.ask}".casefold()
