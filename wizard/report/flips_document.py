"""The document of `wizard flips`: per decision what would put another model first, and what mends a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .change_words import change_words
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import counted, listed, sentence
from .flip_words import alike, by_words, first_by_totals, needs_words, turned_sentence
from .mended_items import mended_section
from .ranking import is_ranked
from .verdict_words import ADVICE, core_words, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wizard.engine.changing.requirements import Requirement
    from wizard.engine.changing.settled import Settled
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Standing

    from .subject import Subject

NONE_DOES = "No change of one or two of these answers does."
NOTHING_FIRST = (
    "Nothing comes first yet that another answer could overturn. What to answer, and whom to ask, says: {command}"
)
HOW_TRIED = (
    "Every answer that a council could change was changed in every way that a rule looks at, alone and in twos; "
    "all other answers were left as they are. A change is told where another model then comes first by the totals. "
    "That is no advice to change an answer: it shows what the result rests on."
)
NOTHING_MISSING: dict[Settled, str] = {
    "cannot_change": "Nothing that is not known yet can put another model first.",
    "none_found": "No answer that is missing was found to put another model first.",
    "may_close": "No other model is open; what is not known yet decides whether this one is.",
    "can_change": "No answer that is missing would put another model first by itself; several together could.",
}


def flips_document(
    subject: Subject, rules: Rules, found: Sequence[WouldChange], unlocked: Collection[str] = ()
) -> Document:
    """The whole document, for the decisions in `found`; `unlocked` are the questions that were tried all the same."""
    head = subject.pack.head
    notices = subject.assessment.notices
    return Document(
        title=f"{subject.council.title}: what would change it",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(ADVICE),
            *(Paragraph(f"Note: {notice_words(each, subject.assessment)}", strong=("Note:",)) for each in notices),
            *(_decision(subject, rules, each) for each in found),
            *_how_tried(subject, [each for each in found if is_told(subject, each)], unlocked),
        ),
    )


def is_told(subject: Subject, would: WouldChange) -> bool:
    """Whether there is a first model that may be named, so that it can be said what would put another there."""
    result = subject.assessment.decision(would.decision)
    return is_ranked(result) and bool(result.competing)


def _decision(subject: Subject, rules: Rules, would: WouldChange) -> Section:
    result = subject.assessment.decision(would.decision)
    verdict = verdict_sentence(subject.assessment, result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    if not is_ranked(result):
        blocks.append(Paragraph(core_words(subject.assessment, result)))
        blocks.append(Paragraph(NOTHING_FIRST.format(command=subject.command("next"))))
    elif result.competing:
        by_totals = first_by_totals(result)
        blocks += [Paragraph(by_totals)] if by_totals else []
        blocks += [
            _changing(subject, rules, would),
            _finding_out(subject, rules, would),
            _required(subject, rules, would),
        ]
    else:
        blocks.append(Items(tuple(not_open_items(result.standings))))
    blocks += mended_section(subject, rules, would)
    return Section(result.decision.title, tuple(blocks))


def _changing(subject: Subject, rules: Rules, would: WouldChange) -> Section:
    tried = would.tried
    blocks: list[Block] = []
    if would.shown:
        told = [turned_sentence(rules, subject.assessment.case.answers, each) for each in alike(would.shown)]
        blocks.append(Items(tuple(Item(each) for each in told)))
        more = len(tried.flips) - len(would.shown)
        blocks += [Paragraph(f"and {more} more: {subject.command('flips', '--format json')}")] if more else []
    blocks.append(Paragraph(tried_words(would)))
    return Section("What would change it", tuple(blocks))


def tried_words(would: WouldChange) -> str:
    """How much was tried, after the plain sentence where nothing does."""
    tried = would.tried
    if not tried.singles:
        return "None of the answers that a council could change is known: there was nothing to try."
    changes = f"{counted(tried.singles, 'change')} of one answer and {counted(tried.pairs, 'change')} of two"
    said = f"Tried: {changes}, in {counted(len(tried.changeable), 'answer')} that a council could change."
    return said if tried.flips else f"{NONE_DOES} {said}"


def _finding_out(subject: Subject, rules: Rules, would: WouldChange) -> Section:
    title = "Finding out: answers that are not known yet"
    if not would.found_out:
        return Section(title, (Paragraph(NOTHING_MISSING[would.settled]),))
    told = [turned_sentence(rules, subject.assessment.case.answers, each) for each in alike(would.found_out)]
    more = sum(len(each.turning) for each in would.open) - len(would.found_out)
    rest = f"and {more} more: {subject.command('flips', '--format json')}"
    blocks: tuple[Block, ...] = (Items(tuple(Item(each) for each in told)),)
    return Section(title, (*blocks, Paragraph(rest)) if more else blocks)


def _required(subject: Subject, rules: Rules, would: WouldChange) -> Section:
    """What would have to be true for each model that does not come first, or why it cannot."""
    result = subject.assessment.decision(would.decision)
    items = [_required_item(subject, rules, would, each) for each in would.required if each.flip is not None]
    items += _without_a_way(result, would)
    flipped = {each.model for each in would.required if each.flip is not None}
    items += not_open_items([each for each in result.standings if each.model.id not in flipped])
    return Section("What would have to be true for another", (Items(tuple(items)),))


def _required_item(subject: Subject, rules: Rules, would: WouldChange, each: Requirement) -> Item:
    flip = each.flip
    assert flip is not None
    name = subject.pack.models[each.model].name
    if flip in [turned.flip for turned in would.shown]:
        count = len(flip.changes)
        return Item(
            sentence(f"{name}: {'one change' if count == 1 else 'two changes together'} would do, as told above")
        )
    answers = subject.assessment.case.answers
    words = sentence(f"{name} would come first{by_words([flip.lead])} if {needs_words(flip)}")
    aside = None if each.smallest else "found step by step: fewer answers might do"
    return Item(words, "point", aside, tuple(change_words(rules, answers, [change]) for change in flip.changes))


def not_open_items(standings: Sequence[Standing]) -> list[Item]:
    """Why models are not open, those with one reason together."""
    by_reason: dict[tuple[str, str | None], list[Standing]] = {}
    for each in standings:
        if each.openness in ("not_open", "off_the_table"):
            by_reason.setdefault((each.openness, each.why_not), []).append(each)
    items = []
    for (openness, why), alike_ones in by_reason.items():
        names = listed([each.model.name for each in alike_ones])
        plural = len(alike_ones) > 1
        said = ("are" if plural else "is") + " not open"
        if openness == "off_the_table":
            said = ("were" if plural else "was") + " taken off the table"
        items.append(Item(" ".join([sentence(f"{names} {said}"), *([sentence(why)] if why else [])])))
    return items


def _without_a_way(result: DecisionResult, would: WouldChange) -> list[Item]:
    """The models that compete and that no set of answers was found for, in one sentence."""
    from wizard.engine.changing.requirements import MOST_CHANGES

    competing = [each.model.id for each in result.competing]
    names = [
        result.standing(each.model).model.name
        for each in would.required
        if each.flip is None and each.model in competing
    ]
    if not names:
        return []
    none = f"For {listed(names)} no way was found that changes or finds out at most {MOST_CHANGES} answers"
    return [Item(sentence(none))]


def _how_tried(subject: Subject, found: Sequence[WouldChange], unlocked: Collection[str]) -> tuple[Section, ...]:
    """What was tried and what was left alone, over the decisions for which anything is told; none without one."""
    if not found:
        return ()
    blocks: list[Block] = [Paragraph(HOW_TRIED)]
    locked = list(dict.fromkeys(question for each in found for question in each.tried.locked))
    fixed = [each for each in locked if each not in unlocked and not subject.questions[each].changeable]
    in_part = [each for each in locked if each not in fixed]
    if fixed:
        example = subject.command("flips", f'--unlock "{subject.questions[fixed[0]].named}"')
        blocks.append(
            Paragraph(
                f"Left as they are, because a council cannot change them: {_named(subject, fixed)}. "
                f"To change one all the same: {example}"
            )
        )
    if in_part:
        blocks.append(Paragraph(f"Left as they are, because they are known only in part: {_named(subject, in_part)}."))
    tried = {question for each in found for question in each.tried.changeable}
    freed = [each for each in unlocked if each in tried and not subject.questions[each].changeable]
    if freed:
        blocks.append(
            Paragraph(f"Changed at your wish, although the rule set counts them as fixed: {_named(subject, freed)}.")
        )
    idle = [each for each in unlocked if each not in tried and each not in locked]
    if idle:
        blocks.append(Paragraph(f"Not changed, for want of a known answer that bears on it: {_named(subject, idle)}."))
    return (Section("How this was tried", tuple(blocks)),)


def _named(subject: Subject, questions: Sequence[str]) -> str:
    """The questions in a few words each, as `--unlock` understands them; apart, as some have a comma or an 'and'."""
    return "; ".join(subject.questions[each].named for each in questions)
