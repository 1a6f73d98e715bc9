"""The document of `wizard assess`: per decision what the evidence points to, how firmly, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .closing_sections import disagreements, find_out_next, who_was_not_asked
from .design_sections import design_sections
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import listed, sentence
from .known_so_far import known_so_far
from .ranking import is_ranked, ranking
from .reason_items import case_sections
from .staying import staying
from .verdict_words import ADVICE, core_words, firmness, held_back_by, notice_words, verdict_sentence

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

    from .subject import Subject


def assessment_document(subject: Subject) -> Document:
    """The whole document. Notices stand at the top; what is common to the decisions at the end."""
    pack = subject.pack.head
    closing = (find_out_next(subject), disagreements(subject), who_was_not_asked(subject))
    return Document(
        title=subject.council.title,
        aside=f"rule set: {pack.title} ({pack.version})",
        blocks=(
            Paragraph(answered_words(subject) + " " + ADVICE),
            *_notices(subject),
            *_after_the_choice(subject),
            *_set_by_people(subject),
            *(decision_section(subject, result) for result in subject.assessment.decisions),
            *(section for section in closing if section is not None),
        ),
    )


def answered_words(subject: Subject) -> str:
    """'Answered 14 of 46 questions (9 of the 12 that matter most).'"""
    found = subject.assessment
    core = f" ({found.core_answered} of the {found.core_asked} that matter most)" if found.core_asked else ""
    return f"Answered {found.answered} of {found.asked} questions{core}."


def decision_section(subject: Subject, result: DecisionResult) -> Section:
    """One decision: the verdict, and under it only what that verdict has a right to say."""
    verdict = verdict_sentence(subject.assessment, result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    firmly = firmness(result)
    blocks += [Paragraph(firmly)] if firmly else []
    blocks += [Paragraph(words) for words in held_back_by(result)]
    if not is_ranked(result):
        blocks += _answer_first(subject, result)
        return Section(result.decision.title, (*blocks, *known_so_far(subject, result)))
    blocks += ranking(subject, result)
    blocks += _answer_first(subject, result)
    blocks += case_sections(subject, result)
    stay = staying(subject, result)
    blocks += [stay] if stay else []
    blocks += design_sections(subject, result)
    return Section(result.decision.title, tuple(blocks))


def _answer_first(subject: Subject, result: DecisionResult) -> list[Block]:
    verdict = result.verdict
    if verdict.kind != "not_enough_known":
        return []
    blocks: list[Block] = [Paragraph(core_words(subject.assessment, result))] if verdict.core_asked else []
    if verdict.answer_first:
        asked = [subject.questions[question] for question in verdict.answer_first]
        items = tuple(Item(each.ask, "numbered", f"ask: {each.ask_whom}") for each in asked)
        blocks.append(Section("Answer first", (Items(items),)))
    return blocks


def _notices(subject: Subject) -> tuple[Block, ...]:
    notices = subject.assessment.notices
    return tuple(Paragraph(f"Note: {notice_words(each, subject.assessment)}", strong=("Note:",)) for each in notices)


def _after_the_choice(subject: Subject) -> tuple[Block, ...]:
    """A case study may tell how a place stood once it had chosen: such answers can only look as if they led there."""
    late = subject.after_the_choice
    if not late:
        return ()
    said = "1 answer describes" if late == 1 else f"{late} answers describe"
    words = f"Note: {said} the council after its choice was made. 'wizard consistency' leaves such answers out."
    return (Paragraph(words, strong=("Note:",)),)


def _set_by_people(subject: Subject) -> tuple[Block, ...]:
    """Weights and models off the table are people's doing: whoever reads the result is told."""
    said = []
    titles = {group.id: group.title for group in subject.pack.head.groups}
    titles |= {criterion.id: criterion.title for criterion in subject.pack.criteria.values()}
    for weights in subject.council.weights.values():
        for each, entry in weights.items():
            remarks = [f"by {entry.set_by}"] if entry.set_by else []
            remarks += [entry.when.replace("_", " the ")] if entry.when else []
            by = f" ({', '.join(remarks)})" if remarks else ""
            said.append(f"{titles.get(each, each.replace('_', ' '))} {entry.weight:g} in 100{by}")
    words = f"Weights that were set, and are kept in every mix of priorities: {listed(said)}"
    return (Paragraph(sentence(words)),) if said else ()
