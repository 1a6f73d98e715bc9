"""The document of `wizard assess`: per decision what the evidence points to, how firmly, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .closing_sections import disagreements, find_out_next, go_on, who_was_not_asked
from .declared_weights import declared_words
from .design_sections import design_sections
from .dissent_words import group_in_brief
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import listed, sentence
from .known_so_far import known_so_far
from .priorities_words import by_words, title_of, trade_offs_set_words
from .ranking import is_ranked, ranking
from .reason_items import case_sections
from .staying import staying
from .verdict_words import ADVICE, core_words, firmness, held_back_by, notice_words, verdict_sentence

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult
    from wizard.schema.pack import BuiltOn, Pack

    from .subject import Subject


def assessment_document(subject: Subject) -> Document:
    """The whole document. Notices stand at the top; what is common to the decisions at the end."""
    pack = subject.pack.head
    closing = (find_out_next(subject), disagreements(subject), who_was_not_asked(subject), go_on(subject))
    return Document(
        title=subject.council.title,
        aside=f"rule set: {pack.title} ({pack.version})",
        blocks=(
            Paragraph(answered_words(subject) + " " + ADVICE),
            *((Paragraph(of_group),) if (of_group := group_in_brief(subject)) else ()),
            *(Paragraph(f"Note: {words}", strong=("Note:",)) for words in subject.remarks),
            *_notices(subject),
            *after_the_choice_blocks(subject),
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
    said = [notice_words(each, subject.assessment) for each in subject.assessment.notices]
    said += [moved_base_words(subject.pack, each) for each in subject.pack.built_on if each.has_moved]
    return tuple(Paragraph(f"Note: {words}", strong=("Note:",)) for words in said)


def moved_base_words(pack: Pack, base: BuiltOn) -> str:
    """That what a rule set builds on has changed since it was written."""
    return (
        f"the rule set builds on '{base.id}' as it was in version {base.written_for}; that is now at {base.version}. "
        f"'wizard pack check {pack.head.id}' says where to note that it has been looked at."
    )


def after_the_choice_blocks(subject: Subject) -> tuple[Block, ...]:
    """A case study may tell how a place stood once it had chosen: such answers can only look as if they led there."""
    late = subject.after_the_choice
    if not late:
        return ()
    said = "1 answer describes" if late == 1 else f"{late} answers describe"
    words = f"Note: {said} the council after its choice was made. 'wizard consistency' leaves such answers out."
    return (Paragraph(words, strong=("Note:",)),)


def _set_by_people(subject: Subject) -> tuple[Block, ...]:
    """Weights, answered trade-offs and models off the table are people's doing: whoever reads the result is told."""
    said = [
        f"{title_of(subject.pack, each)} {entry.weight:g} in 100{by_words(entry)}"
        for weights in subject.council.weights.values()
        for each, entry in weights.items()
    ]
    words = f"Weights that were set, and are kept in every mix of priorities: {listed(said)}"
    answered = trade_offs_set_words(subject.pack, subject.council)
    declared = declared_words(subject.assessment)
    told = (sentence(words) if said else "", answered, declared)
    return tuple(Paragraph(each) for each in told if each)
