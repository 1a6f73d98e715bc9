"""The questions asked of each apart, a page for each section, with the fields of the wizard's own question forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import Refused, answer_words, understand
from wizard.report.asking_words import refusal_words, takes_words
from wizard.session.change import NotTaken
from wizard.web.answering import (
    ANSWER,
    FIGURE,
    MAY_BE,
    OPTION,
    SEVERAL,
    Choice,
    answer_in,
    choices_of,
    filled_by,
    filled_with,
    may_be_several,
    title_of,
)
from wizard.web.exchange import Form
from wizard.web.fields import remarks, text_field
from wizard.web.markup import Html, joined, tag

from .saying import fault_words
from .sheet_pages import Said, Taken

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer
    from wizard.schema.question import QuestionFile
    from wizard.schema.workshop import Sheet
    from wizard.web.answering import Filled
    from wizard.workshop.workshop import Workshop

    from .sheet_pages import Faults, SheetPage

LEAVE_OUT = Choice("leave_out", "Leave it out: I do not answer this")
LEFT_OUT = "Left out"


def asked_pages(workshop: Workshop) -> list[SheetPage]:
    """A page for each section with questions that are asked here."""
    asked = frozenset(workshop.file.questions)
    sections = ((each, [one.id for one in each.questions if one.id in asked]) for each in workshop.rules.pack.sections)
    return [AskedPage(workshop, section, questions) for section, questions in sections if questions]


class AskedPage:
    """The questions of one section."""

    def __init__(self, workshop: Workshop, section: QuestionFile, questions: list[str]) -> None:
        self.id, self.title = section.section, section.title.rstrip(".")
        self._rules, self._questions = workshop.rules, questions

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """A group of fields for each question."""
        return joined(self._asked(each, sheet, sent, faults) for each in self._questions)

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """Every answer that can be taken, none for those left out; in the place of one that cannot, what stood."""
        answers, faults = dict(sheet.answers), {}
        for question in self._questions:
            try:
                written = self._answer(question, sheet, sent)
            except NotTaken as fault:
                domain = self._rules.domains[question]
                words = refusal_words(domain, fault) if domain.is_numeric else fault_words(fault)
                faults[self._first_field(question)] = words
            else:
                answers.pop(question, None)
                answers.update({question: written} if written is not None else {})
        return Taken(sheet.model_copy(update={"answers": answers}), faults)

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """Each question and its answer."""
        return tuple(
            Said(self._rules.domains[each].question.ask, self._words(each, sheet.answers.get(each)))
            for each in self._questions
        )

    def _words(self, question: str, written: RawAnswer | None) -> str:
        if written is None:
            return LEFT_OUT
        domain = self._rules.domains[question]
        try:
            words = answer_words(domain, understand(domain, written))
        except Refused:
            return "This cannot be read: answer it anew"
        return words[:1].upper() + words[1:]

    def _answer(self, question: str, sheet: Sheet, sent: Form) -> RawAnswer | None:
        part = _part_of(sent, question)
        if LEAVE_OUT.value in part.every(ANSWER):
            return None
        written = answer_in(self._rules, question, part, self._stands(question, sheet))
        if written is not None:
            try:
                understand(self._rules.domains[question], written)
            except Refused as refused:
                raise NotTaken(refused.fault.check, refused.fault.message, refused.fault.hint) from None
        return written

    def _stands(self, question: str, sheet: Sheet) -> Filled:
        return filled_with(self._rules, question, sheet.answers.get(question))

    def _first_field(self, question: str) -> str:
        return f"{FIGURE if self._rules.domains[question].is_numeric else f'{ANSWER}-0'}-{question}"

    # ---- fields ----

    def _asked(self, question: str, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        domain = self._rules.domains[question]
        shown = self._stands(question, sheet) if sent is None else filled_by(_part_of(sent, question))
        fault = faults.get(self._first_field(question), "")
        said, described = remarks(question, _hint(domain), fault)
        return tag(
            "fieldset",
            tag("legend", tag("h2", domain.question.ask)),
            *said,
            self._inner(question, domain, shown),
            _why(domain),
            aria_describedby=described,
            class_="has-error" if fault else None,
        )

    def _inner(self, question: str, domain: Domain, shown: Filled) -> Html:
        several = domain.kind == "choices"
        offered = (*choices_of(self._rules, question), *(() if several else (LEAVE_OUT,)))
        buttons = _boxes(question, ANSWER, "checkbox" if several else "radio", offered, shown.chosen)
        if domain.is_numeric:
            what = "The date" if domain.kind == "date" else "The figure"
            unit = f", in {domain.question.unit}" if domain.question.unit and domain.kind != "date" else ""
            label = f"{what}{unit}"
            figure = text_field(f"{FIGURE}-{question}", label, shown.figure, class_="short")
            rest = tag("fieldset", tag("legend", "Or say it otherwise", class_="sub"), buttons)
            return joined((figure, rest))
        return joined((buttons, _may_be(question, domain, shown) if may_be_several(domain) else None))


def _part_of(sent: Form, question: str) -> Form:
    """The fields of one question, under the names that they have on a page of their own."""
    names = ((each, f"{each}-{question}") for each in (ANSWER, FIGURE, MAY_BE))
    return Form({each: sent.every(name) for each, name in names if sent.has(name)})


def _boxes(question: str, name: str, kind: str, offered: tuple[Choice, ...], chosen: frozenset[str]) -> Html:
    return joined(
        tag(
            "div",
            tag(
                "input",
                type=kind,
                name=f"{name}-{question}",
                value=each.value,
                id=f"{name}-{place}-{question}",
                checked=each.value in chosen,
            ),
            tag("label", each.words, for_=f"{name}-{place}-{question}"),
            class_="choice",
        )
        for place, each in enumerate(offered)
    )


def _may_be(question: str, domain: Domain, shown: Filled) -> Html:
    options = tuple(Choice(f"{OPTION}{each}", title_of(domain, each)) for each in domain.options)
    boxes = _boxes(question, MAY_BE, "checkbox", options, shown.may_be)
    unseen = tag("span", f": {domain.question.ask}", class_="unseen")
    return tag(
        "details",
        tag("summary", "It may be one of several", unseen),
        tag("fieldset", tag("legend", "Tick all that it may be", class_="sub"), boxes),
        open=bool(shown.may_be) or SEVERAL in shown.chosen,
    )


def _hint(domain: Domain) -> str:
    if domain.is_numeric:
        return f"{takes_words(domain)} Empty leaves it out."
    return "Tick all that hold. Tick nothing to leave it out." if domain.kind == "choices" else "Choose one."


def _why(domain: Domain) -> Html:
    asked = domain.question
    said = [asked.why, *([f"A judgement: {asked.judgement}"] if asked.judgement else [])]
    unseen = tag("span", f": {asked.ask}", class_="unseen")
    return tag("details", tag("summary", "Why we ask", unseen), *(tag("p", each) for each in said))
