"""Where things stand while questions are still being answered: to stand beside a question, and in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Item, Items, Paragraph, Section
from .figures import listed, put, range_words, sentence, whole
from .ranking import is_ranked, rank_words
from .verdict_words import core_words, firmness, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult, Standing

    from .subject import Subject

CLOSED = ("not_open", "off_the_table")


def standing_so_far(subject: Subject) -> tuple[Section, ...]:
    """For each decision what the evidence points to, how firmly, and the ranking where there may be one."""
    return tuple(Section(result.decision.title, _standing(subject, result)) for result in subject.assessment.decisions)


def _standing(subject: Subject, result: DecisionResult) -> tuple[Block, ...]:
    verdict = verdict_sentence(subject.assessment, result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    if not is_ranked(result):
        # What opens a decision counts for more than how many are answered.
        return (*blocks, Paragraph(core_words(subject.assessment, result)))
    firmly = firmness(result)
    blocks += [Paragraph(firmly)] if firmly else []
    # A table would leave each column a word wide beside a question.
    items = tuple(Item(_placed(each, result.competing)) for each in result.competing)
    closed = [each.model.name for each in result.standings if each.openness in CLOSED]
    shut = [Paragraph(sentence(f"Not open: {listed(closed)}"))] if closed else []
    return (*blocks, Items(items), *shut)


def _placed(standing: Standing, competing: Sequence[Standing]) -> str:
    """'1  One director for both: 58, between 58 and 59'."""
    remarks = [range_words(standing.low, standing.high), "may not be open" if standing.openness == "not_known" else ""]
    remarks.append("today's" if standing.is_today else "")
    said = ", ".join(each for each in (str(whole(standing.total)), *remarks) if each)
    return f"{rank_words(standing, competing)}  {standing.model.title}: {said}"


def notices(subject: Subject) -> tuple[Paragraph, ...]:
    """What stands above every result, such as that the decision lies outside the years of the reports."""
    found = subject.assessment.notices
    return tuple(Paragraph(f"Note: {notice_words(each, subject.assessment)}", strong=("Note:",)) for each in found)


def in_a_line(result: DecisionResult) -> str:
    """'Who leads? Leans to one director for both.': the decision, and the verdict without its figures."""
    title = result.decision.title
    return f"{put(title)} {_briefly(result)}"


def _briefly(result: DecisionResult) -> str:
    verdict = result.verdict

    def named(models: tuple[str, ...], last: str) -> str:
        return listed([result.standing(each).model.name for each in models], last)

    leader = named((verdict.leader,), "") if verdict.leader is not None else ""
    if verdict.kind == "not_enough_known":
        so_far = f"; so far it points to {named((verdict.so_far,), '')}" if verdict.so_far is not None else ""
        return f"Not enough known yet{so_far}."
    said = {
        "clear": f"points clearly to {leader}",
        "leans": f"leans to {leader}{_unless(result)}",
        "depends_on_priorities": f"depends on your priorities: {named(verdict.rivals, 'or')}",
        "too_close": f"too close to call: {named(verdict.close, 'or')}",
        "only_one_open": f"only one is open: {leader}{_unless(result)}",
        "none_open": "none is open to the council",
    }
    return sentence(said[verdict.kind])


def _unless(result: DecisionResult) -> str:
    """A condition that holds the lead back is never left unsaid, only put in two words."""
    return ", on conditions" if any(each.unless for each in result.verdict.caps) else ""
