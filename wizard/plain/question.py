"""A question as it is asked line by line: read out, answered, put off, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wizard.conditions.domain import answer_words
from wizard.report.asking_words import SENSITIVE, not_arising_words, refusal_words
from wizard.session.change import NotTaken

from .answering import answer_in, can_be, how_words, is_option, options_of, prompt_for, title_of
from .commands import Command
from .place import Place

if TYPE_CHECKING:
    from wizard.conditions.answers import Answer
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer
    from wizard.schema.question import Question

    from .conversation import Conversation

ON_A_QUESTION = (
    Command(("w", "why"), "why it is asked, and whom to ask", "question:why"),
    Command(("e", "evidence"), "the arguments that look at it, with their findings", "question:evidence"),
    Command(("again", "repeat"), "reads the question out again", "question:again"),
    Command(("note",), "a note on the answer; alone it takes the note away", "question:note", "WORDS"),
    Command(("source", "from"), "where the answer comes from", "question:source", "WORDS"),
    Command(("forget", "clear"), "takes the answer back, as if it had never been asked", "question:forget"),
)
NO_ANSWER_YET = "There is no answer yet that a note could belong to."


class QuestionPlace(Place):
    """Asks `question`. A subclass says what its heading is and what comes after an answer."""

    COMMANDS: ClassVar[tuple[Command, ...]] = ON_A_QUESTION

    def __init__(self, talk: Conversation, question: str) -> None:
        super().__init__(talk)
        self.question = question

    @property
    def domain(self) -> Domain:
        """What can be answered."""
        return self.session.rules.domains[self.question]

    @property
    def asked(self) -> Question:
        """The question as the rule set has it."""
        return self.domain.question

    @property
    def stands(self) -> bool:
        """Whether there is an answer that Enter would keep."""
        return self.session.given(self.question, self.variant) is not None

    def heading(self) -> str:
        """What is said before the question."""
        return ""

    def remarks(self) -> list[str]:
        """What is said after the options."""
        return []

    def after(self) -> None:
        """Where to go once an answer stands."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Reads the question out."""
        say, domain, session = self.talk.say, self.domain, self.session
        say("", *([heading] if (heading := self.heading()) else []), self.asked.ask)
        say(*([how] if (how := how_words(domain)) else []))
        say(*(f"{number}: {title}" for number, title in enumerate(options_of(domain), start=1)))
        if session.is_asked(self.question, self.variant) is False:
            say(not_arising_words(session.rules, self.question))
        if self.asked.sensitive:
            say(SENSITIVE)
        say(*self.remarks())
        given = session.given(self.question, self.variant)
        if given is not None:
            say(f"Answered: {spoken_answer(domain, given.answer)}.")
            say(*([f"Where it comes from: {given.from_}"] if given.from_ else []))
            say(*([f"Note: {given.note}"] if given.note else []))

    def prompt(self) -> str:
        """What can be answered."""
        return prompt_for(self.domain, stands=self.stands)

    def claims(self, line: str) -> bool:
        """An option in full is an answer, whatever command has the same name."""
        return is_option(self.domain, line)

    def take(self, line: str) -> None:
        """An answer, or what is wrong with it; then it is asked again."""
        try:
            self.give(answer_in(self.domain, line))
        except NotTaken as fault:
            # The words for options name them already; those for numbers leave the id of the question out.
            hint = fault.hint if not self.domain.is_numeric else None
            said = refusal_words(self.domain, fault) if self.domain.is_numeric else fault.message
            self.talk.say(" ".join(each for each in (said, hint) if each))

    def give(self, written: RawAnswer) -> None:
        """Takes an answer up and goes on. Raises NotTaken."""
        session, before = self.session, self.stands
        change = session.answer(self.question, written, variant=self.variant)
        now = spoken_answer(self.domain, session.answer_of(self.question, self.variant))
        if change is None:
            self.talk.say(f"It stays as it was: {now}.")
        else:
            # The first answer to a question that was just read out need not repeat it.
            self.talk.changed(change, None if before or self.variant is not None else f"Answer: {now}.")
        self.after()

    def blank(self) -> None:
        """Enter keeps an answer that stands, and is none where there is none."""
        if self.stands:
            self.after()
        else:
            self.talk.say(f"Nothing was typed. {can_be(self.domain)}")

    def on_undo(self, question: str | None) -> None:
        """Goes to the question whose answer was taken back or given again."""
        if question is not None and self.variant is None:
            self.question = question
        self.arrive()

    def help(self) -> list[str]:
        """What can be answered here."""
        return [self.asked.ask, can_be(self.domain), *_stretches(self)]


def spoken_answer(domain: Domain, answer: Answer | None) -> str:
    """An answer as it is read out."""
    words = answer_words(domain, answer)
    return title_of(domain, words) if domain.kind == "yes_no" and words in domain.options else words


def _stretches(place: QuestionPlace) -> list[str]:
    """Between which bounds the rules tell, for whoever knows a number only roughly."""
    from wizard.session.typed import rough_answers

    rough = rough_answers(place.session.rules, place.question)
    return [f"Roughly will do. The rules tell apart: {'; '.join(each.words for each in rough)}."] if rough else []


# ---- what can be typed on a question ----


def why(place: QuestionPlace, _: str) -> None:
    """Why it is asked, and whom to ask."""
    asked = place.asked
    place.talk.say(f"Why: {asked.why}", f"Whom to ask: {asked.ask_whom}.")
    if asked.judgement:
        place.talk.say(f"A judgement: {asked.judgement}")
    left_out = not_arising_words(place.session.rules, place.question)
    if left_out and place.session.is_asked(place.question, place.variant) is False:
        place.talk.say(left_out)


def evidence(place: QuestionPlace, _: str) -> None:
    """The arguments that look at it."""
    from wizard.report.evidence.question_document import question_document

    from .reading import Reading

    linked = question_document(place.talk.work.library, place.question)
    place.talk.go(Reading(place.talk, linked))


def again(place: QuestionPlace, _: str) -> None:
    """Reads the question out again."""
    place.arrive()


def note(place: QuestionPlace, rest: str) -> None:
    """A note on the answer."""
    _told(place, note=rest or None)


def source(place: QuestionPlace, rest: str) -> None:
    """Where the answer comes from."""
    _told(place, from_=rest or None)


def forget(place: QuestionPlace, _: str) -> None:
    """Takes the answer back."""
    change = place.session.forget(place.question, variant=place.variant)
    if change is None:
        place.talk.say("There is no answer to take back.")
    else:
        place.talk.changed(change)
        place.arrive()


def _told(place: QuestionPlace, **said: str | None) -> None:
    session = place.session
    given = session.given(place.question, place.variant)
    if given is None:
        place.talk.say(NO_ANSWER_YET)
        return
    change = session.answer(place.question, given.written, variant=place.variant, **said)
    place.talk.changed(change, "Noted." if any(said.values()) else "Taken away.")
    if change is None:
        place.talk.say("It stays as it was.")
