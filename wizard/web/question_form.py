"""A question as a form: native buttons and boxes with their labels, what is wrong beside the field, and why we ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import answer_words
from wizard.report.asking_words import SENSITIVE, not_arising_words, takes_words

from .answering import (
    ANSWER,
    FIGURE,
    MAY_BE,
    OPTION,
    SEVERAL,
    Filled,
    choices_of,
    filled_with,
    may_be_several,
    title_of,
)
from .markup import Html, in_lines, joined, tag
from .shell import button, errors_box, heading

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain

    from .answering import Choice
    from .visit import Visit


class Place(NamedTuple):
    """Where a question is asked: the form's address, where Back leads, and what is said before the question.

    `variant` is the what-if that the answer belongs to; `trying`, that it is one, be it there already or begun with
    the answer. `now` says why it is asked now. `can_wait` offers to leave it for now.
    """

    action: str
    back: str
    before: str
    at: str
    variant: str | None = None
    trying: bool = False
    now: str = ""
    can_wait: bool = False


class Fault(NamedTuple):
    """What is wrong with a field of the form, by the field's id."""

    field: str
    words: str


def question_body(visit: Visit, question: str, place: Place, fault: Fault | None, filled: Filled | None) -> Html:
    """The whole form; `filled` is what was sent, where it could not be taken."""
    session = visit.session
    given = session.given(question, place.variant)
    stands = filled_with(session.rules, question, None if given is None else given.written)
    shown = filled if filled is not None else stands
    parts = [
        tag("p", place.before, class_="position") if place.before else None,
        errors_box(((fault.field, fault.words),)) if fault is not None else None,
        visit.to_form(
            place.action,
            _asked(visit, question, shown, fault),
            _remarks(visit, question, place),
            _why(visit, question),
            _about(visit, question, place, fault),
            _buttons(place, stands=given is not None),
            novalidate="novalidate",
        ),
        tag("p", tag("a", "Back", href=place.back)),
    ]
    return joined(parts)


def first_field(domain: Domain) -> str:
    """The id of the field that a message about the answer leads to."""
    return FIGURE if domain.is_numeric else f"{ANSWER}-0"


def _asked(visit: Visit, question: str, shown: Filled, fault: Fault | None) -> Html:
    rules = visit.session.rules
    domain = rules.domains[question]
    wrong = fault is not None and fault.field == first_field(domain)
    described = " ".join(["hint"] + (["wrong"] if wrong else []))
    kind = "checkbox" if domain.kind == "choices" else "radio"
    choices = _choices(choices_of(rules, question), ANSWER, kind, shown.chosen)
    if domain.is_numeric:
        legend = tag("legend", "Or say it otherwise", class_="sub")
        inner = joined((_figure(domain, shown, described, wrong=wrong), tag("fieldset", legend, choices)))
    else:
        inner = choices
    may_be = _may_be(domain, shown) if may_be_several(domain) else None
    return tag(
        "fieldset",
        tag("legend", heading(domain.question.ask, focus=fault is None)),
        tag("p", _hint(domain), id="hint", class_="hint"),
        tag("p", tag("span", "Error: ", class_="unseen"), fault.words, id="wrong", class_="wrong")
        if wrong and fault is not None
        else None,
        inner,
        may_be,
        aria_describedby=described,
        class_="has-error" if wrong else None,
    )


def _hint(domain: Domain) -> str:
    if domain.is_numeric:
        return takes_words(domain)
    return "Tick all that hold." if domain.kind == "choices" else "Choose one."


def _choices(choices: tuple[Choice, ...], name: str, kind: str, chosen: frozenset[str]) -> Html:
    return joined(
        tag(
            "div",
            tag("input", type=kind, name=name, value=each.value, id=f"{name}-{place}", checked=each.value in chosen),
            tag("label", each.words, for_=f"{name}-{place}"),
            class_="choice",
        )
        for place, each in enumerate(choices)
    )


def _figure(domain: Domain, shown: Filled, described: str, *, wrong: bool) -> Html:
    label = "The date" if domain.kind == "date" else "The figure"
    unit = f", in {domain.question.unit}" if domain.question.unit and domain.kind != "date" else ""
    field = tag(
        "input",
        type="text",
        id=FIGURE,
        name=FIGURE,
        value=shown.figure,
        class_="short",
        autocomplete="off",
        aria_describedby=described,
        aria_invalid="true" if wrong else None,
    )
    return tag("div", tag("label", f"{label}{unit}", for_=FIGURE), field, class_="field")


def _may_be(domain: Domain, shown: Filled) -> Html:
    from .answering import Choice

    boxes = tuple(Choice(f"{OPTION}{each}", title_of(domain, each)) for each in domain.options)
    return tag(
        "details",
        tag("summary", "It may be one of several"),
        tag(
            "fieldset",
            tag("legend", "Tick all that it may be", class_="sub"),
            _choices(boxes, MAY_BE, "checkbox", shown.may_be),
        ),
        open=bool(shown.may_be) or SEVERAL in shown.chosen,
    )


def _remarks(visit: Visit, question: str, place: Place) -> Html:
    session = visit.session
    asked = session.rules.domains[question].question
    inert = session.is_asked(question, place.variant) is False
    said = [
        not_arising_words(session.rules, question) if inert else "",
        place.now,
        SENSITIVE if asked.sensitive else "",
    ]
    return joined(tag("p", each, class_="quiet-words") for each in said if each)


def _about(visit: Visit, question: str, place: Place, fault: Fault | None) -> Html | None:
    """A note and a source; in a what-if there is nothing to note on an answer that is only tried."""
    if place.trying:
        return None
    given = visit.session.given(question)
    note, source = (given.note or "", given.from_ or "") if given is not None else ("", "")
    sent = visit.form
    note, source = (sent.one("note"), sent.one("from")) if sent.has("note") else (note, source)
    return tag(
        "details",
        tag("summary", "Note and source"),
        tag(
            "div",
            tag("label", "Where the answer comes from", for_="from"),
            tag("input", type="text", id="from", name="from", value=source, autocomplete="off"),
            class_="field",
        ),
        tag(
            "div",
            tag("label", "A note on the answer", for_="note"),
            tag("textarea", in_lines(note), id="note", name="note", rows="4"),
            class_="field",
        ),
        open=bool(note or source) or (fault is not None and fault.field in ("note", "from")),
    )


def _buttons(place: Place, *, stands: bool) -> Html:
    if place.trying:
        forget = button("As in the council file", value="forget", quiet=True) if place.variant is not None else None
        return tag("div", button("See what moves", value="save"), forget, class_="buttons")
    return tag(
        "div",
        button("Save and go on", value="save"),
        button("Leave it for now", value="skip", quiet=True) if place.can_wait else None,
        button("Take the answer back", value="forget", quiet=True) if stands else None,
        class_="buttons",
    )


def _why(visit: Visit, question: str) -> Html:
    asked = visit.session.rules.domains[question].question
    said = [asked.why, f"Who would know: {asked.ask_whom}."]
    said += [f"A judgement: {asked.judgement}"] if asked.judgement else []
    more = tag("p", tag("a", "The evidence that looks at this answer", href=f"/evidence/question/{question}"))
    return tag("details", tag("summary", "Why we ask"), *(tag("p", each) for each in said), more)


def answer_said(visit: Visit, question: str, variant: str | None = None) -> str:
    """The answer that stands, in words: 'Not answered', 'Yes', '180,000'."""
    domain = visit.session.rules.domains[question]
    words = answer_words(domain, visit.session.answer_of(question, variant))
    return words[:1].upper() + words[1:]
