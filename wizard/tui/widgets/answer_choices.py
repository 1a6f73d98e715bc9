"""What can be chosen as the answer to a question, and what a choice means to a council file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen, NotSure, OneOf
from wizard.conditions.domain import NOT_SURE_WORD
from wizard.report.asking_words import NONE_OF_THESE, NOT_SURE
from wizard.session.giving import AS_IT_STANDS, taken

from .choice_list import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer
    from wizard.session.change import AnswerGiven
    from wizard.session.typed import Rough

    from .choice_list import Kind

NONE_ID = " none of these"
"""No option can be called so: ids hold no blanks."""

YES_NO = {"yes": "Yes", "no": "No"}


class Asked(NamedTuple):
    """A question as it is to be shown: its answer, rough ones to choose from, and sentences that stand below it."""

    domain: Domain
    given: AnswerGiven | None
    remarks: tuple[str, ...] = ()
    rough: tuple[Rough, ...] = ()


def choices_of(asked: Asked) -> Iterable[Choice]:
    """Every answer there is to choose, 'none of these' where several can be, and 'not sure' last."""
    domain = asked.domain
    if domain.is_numeric:
        yield from (Choice(each.words, each.words[:1].upper() + each.words[1:]) for each in asked.rough)
    else:
        titles = YES_NO if domain.kind == "yes_no" else {}
        yield from (Choice(each, titles.get(each) or domain.option_title(each)) for each in domain.options)
    if domain.kind == "choices":
        yield Choice(NONE_ID, NONE_OF_THESE, alone=True)
    yield Choice(NOT_SURE_WORD, NOT_SURE, alone=True)


def kind_of(asked: Asked, either: bool) -> Kind:
    """Whether one or several can be marked; `either` says that several are, of which one holds."""
    return "several" if either or asked.domain.kind == "choices" else "one"


def marked_in(asked: Asked) -> list[str]:
    """The ids of what the answer that stands comes to."""
    if asked.given is None:
        return []
    answer = asked.given.answer
    if isinstance(answer, NotSure):
        return [NOT_SURE_WORD]
    if isinstance(answer, (Chosen, OneOf)):
        return [each for each in asked.domain.options if each in answer.options] or [NONE_ID]
    return [each.words for each in asked.rough if means_the_same(asked, each.written)]


def written_of(asked: Asked, chosen: tuple[str, ...]) -> RawAnswer | None:
    """What was marked, as a council file would have it; None where nothing is."""
    if not chosen:
        return None
    if chosen == (NOT_SURE_WORD,):
        return NOT_SURE_WORD
    if asked.domain.is_numeric:
        return next(each.written for each in asked.rough if each.words == chosen[0])
    if asked.domain.kind == "choices":
        return [] if chosen == (NONE_ID,) else list(chosen)
    return {"one_of": list(chosen)} if len(chosen) > 1 else chosen[0]


def means_the_same(asked: Asked, written: RawAnswer) -> bool:
    """Whether what is written means the answer that stands. Raises NotTaken for what is no answer."""
    if asked.given is None:
        return False
    return taken(asked.domain, written, AS_IT_STANDS, AS_IT_STANDS, None).answer == asked.given.answer
