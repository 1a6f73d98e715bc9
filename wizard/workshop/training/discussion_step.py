"""Questions for discussion: those written for the case, then those that its own gaps give rise to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Item, Items, Paragraph, Section
from wizard.report.figures import sentence
from wizard.report.reason_items import favours, not_known

from .evidence_step import first_two
from .why import questions_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.results import DecisionResult
    from wizard.schema.workshop import Sheet

    from .study import Study

MOST_NOT_KNOWN = 3
MOST_TO_BE_TRUE = 3

NO_ANSWERS = "None of these has an answer at the back of the book."


def to_discuss(study: Study, _: Sequence[Sheet]) -> Section:
    """What to talk about, the case's own questions first."""
    written = tuple(Item(sentence(each), "numbered") for each in study.outcome.discuss)
    sections = [Section("On this place", (Items(written),))] if written else []
    for result in study.results:
        sections += [each for each in (_not_known(study, result), _other_way(study, result)) if each is not None]
    return Section("Questions for discussion", (Paragraph(NO_ANSWERS), *sections))


def _not_known(study: Study, result: DecisionResult) -> Section | None:
    """What could move the result most and was not known, and who could tell."""
    questions = study.pack.questions
    items = tuple(
        Item(sentence(questions[each.question].ask), "point", f"who could tell: {questions[each.question].ask_whom}")
        for each in result.unknowns[:MOST_NOT_KNOWN]
    )
    if not items:
        return None
    ask = Paragraph("Whom would you have asked, and would you have waited for the answer?")
    return Section(_titled(study, "What was not known", result), (Items(items), ask))


def _other_way(study: Study, result: DecisionResult) -> Section | None:
    """What would have to be so for the model that the place did not choose."""
    did = study.outcome.did.get(result.decision.id)
    other = next((each for each in first_two(result) if each.model.id != did), None)
    if other is None:
        return None
    title = _titled(study, f"What would have to be true for {other.model.name} to be the better choice?", result)
    return Section(title, tuple(_would_have_to(study, result, other.model.id)))


def _would_have_to(study: Study, result: DecisionResult, model: str) -> Iterator[Items | Paragraph]:
    hanging = [each for each in not_known(result, model) if favours(each)][:MOST_TO_BE_TRUE]
    items = []
    for each in hanging:
        truth = each.truth
        waits = questions_words(study, truth) if isinstance(truth, frozenset) else ""
        items.append(Item(sentence(each.argument.because), "not_known", f"hangs on {waits}"))
    if items:
        yield Paragraph("These would speak for it, if what they hang on turned out so:")
        yield Items(tuple(items))
    else:
        yield Paragraph(
            "Nothing that was not known would speak for it: which of the reasons against it would have to fall?"
        )


def _titled(study: Study, title: str, result: DecisionResult) -> str:
    """Where two decisions are foretold, each says which it is."""
    return title if len(study.results) == 1 else f"{result.decision.title} {title}"
