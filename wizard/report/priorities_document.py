"""The document of `wizard priorities`: who leads under which priorities, what is worth asking, what people have set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.priorities import MIXES
from wizard.engine.trade_offs import priorities_of

from .declared_weights import declared_in, declared_weight_words
from .document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from .figures import listed, of_hundred, sentence
from .priorities_words import (
    HOW_COUNTED,
    NOT_RANKED,
    WHOSE_THEY_ARE,
    answer_words,
    bearing_words,
    none_asked_words,
    portrait_words,
    question_words,
    stake_words,
    trade_off_set_words,
    weight_set_words,
)
from .ranking import is_ranked
from .verdict_words import ADVICE, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult
    from wizard.engine.trade_offs import PrioritiesFound, TradeOff
    from wizard.schema.council import TradeOffEntry, WeightEntry

    from .subject import Subject

WORTH_ASKING = "Worth asking"
TO_SET = (
    ("--prefer A,B", "A matters more than B; where nobody can say, --cannot-say A,B"),
    ("--swing A=100,B=60,...", "points for how much the step from worst to best matters in each group"),
    ("--rank A,B=C,...", "an order of all groups, what matters most first; '=' joins what matters the same"),
    ("--weight A=30,...", "weights in 100; the others share what is left"),
)


def priorities_document(subject: Subject, decisions: Sequence[str]) -> Document:
    """The whole document, for the decisions named."""
    found = subject.assessment
    return Document(
        title=f"{subject.council.title}: priorities",
        aside=f"rule set: {subject.pack.head.title} ({subject.pack.head.version})",
        blocks=(
            Paragraph(f"{WHOSE_THEY_ARE} {ADVICE}"),
            *notice_blocks(subject),
            *(decision_section(subject, found.decision(each)) for each in decisions),
            _how_to_set(subject),
            Section("How this is counted", (Paragraph(HOW_COUNTED.format(mixes=MIXES)),)),
        ),
    )


def notice_blocks(subject: Subject) -> tuple[Block, ...]:
    """What stands at the top of everything."""
    notices = subject.assessment.notices
    return tuple(Paragraph(f"Note: {notice_words(each, subject.assessment)}", strong=("Note:",)) for each in notices)


def answered_pairs(subject: Subject, result: DecisionResult) -> list[list[str]]:
    """The pairs of groups that somebody was asked about, also where nobody could say."""
    return [list(entry.of) for entry in subject.council.trade_offs.get(result.decision.id, ())]


def decision_section(subject: Subject, result: DecisionResult) -> Section:
    """One decision: who comes first under which priorities, what is worth asking, what has been set."""
    verdict = verdict_sentence(subject.assessment, result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    if is_ranked(result):
        found = priorities_of(subject.assessment, result, answered_pairs(subject, result))
        blocks += [Paragraph(sentence(bearing_words(result, found)))]
        blocks += how_often(subject, result, found)
        blocks += where_each_leads(result, found)
        blocks += _worth_asking(subject, result, found)
    else:
        blocks += [Paragraph(NOT_RANKED)]
    return Section(result.decision.title, (*blocks, *set_by_people(subject, result)))


def how_often(subject: Subject, result: DecisionResult, found: PrioritiesFound) -> list[Block]:
    """How often each model comes first, over all mixes and with what was set."""
    if found.bearing == "no_choice":
        return []
    is_set = bool(subject.assessment.case.stated(result.decision.id) or set_trade_offs(subject, result))
    rows = tuple(
        (
            result.standing(model).model.title,
            of_hundred(share),
            of_hundred(found.as_set[model]) if is_set else "",
        )
        for model, share in found.over_all.items()
    )
    columns = (Column("model"), Column("over all mixes"), Column("with what has been set"))
    return [Section("How often each comes first", (Table(columns, rows),))]


def where_each_leads(result: DecisionResult, found: PrioritiesFound) -> list[Block]:
    """The priorities under which each comes first; nothing where they decide nothing."""
    if found.bearing not in ("open", "settled"):
        return []
    top = [each for each in found.portraits if each.model in (found.first, found.rival)]
    others = [each for each in found.portraits if each not in top and each.groups]
    items = tuple(Item(portrait_words(result, each)) for each in (*top, *others))
    return [Section("Where each comes first", (Items(items),))]


def _worth_asking(subject: Subject, result: DecisionResult, found: PrioritiesFound) -> list[Block]:
    if not found.trade_offs:
        return [Paragraph(words)] if (words := none_asked_words(found)) else []
    items = tuple(
        Item(
            question_words(each),
            "numbered",
            None,
            (
                stake_words(result, each.first),
                stake_words(result, each.second),
                answer_words(result, each.first, each.if_first),
                answer_words(result, each.second, each.if_second),
                f"to answer it: {listed(options_for(each), 'or')}",
            ),
        )
        for each in found.trade_offs
    )
    how = f"Put the answer behind: {subject.priorities} --decision {result.decision.id}"
    return [Section(WORTH_ASKING, (Items(items), Paragraph(how)))]


def options_for(each: TradeOff) -> tuple[str, str, str]:
    """The options that answer a trade-off: for the first, for the second, and for no view."""
    one, other = each.first.group, each.second.group
    return (f"--prefer {one},{other}", f"--prefer {other},{one}", f"--cannot-say {one},{other}")


def set_weights(subject: Subject, result: DecisionResult) -> dict[str, WeightEntry]:
    """The weights that were set in a decision, by group or criterion."""
    return dict(subject.council.weights.get(result.decision.id, {}))


def set_trade_offs(subject: Subject, result: DecisionResult) -> tuple[TradeOffEntry, ...]:
    """The trade-offs that were answered in a decision."""
    return tuple(subject.council.trade_offs.get(result.decision.id, ()))


def set_by_people(subject: Subject, result: DecisionResult) -> tuple[Section, ...]:
    """Every weight and trade-off that a person set in a decision, with who, when and why."""
    items = [
        Item(weight_set_words(subject.pack, each, entry), notes=_why(entry))
        for each, entry in set_weights(subject, result).items()
    ]
    items += [
        Item(declared_weight_words(subject.pack, each, entry), notes=(f"why: {entry.why}",))
        for each, entry in declared_in(subject.assessment, result.decision.id).items()
    ]
    items += [
        Item(sentence(trade_off_set_words(subject.pack, entry)), notes=_why(entry))
        for entry in set_trade_offs(subject, result)
    ]
    said: Block = Items(tuple(items)) if items else Paragraph("Nothing: every group counts the same.")
    return (Section("What people have set", (said,)),)


def _why(entry: WeightEntry | TradeOffEntry) -> tuple[str, ...]:
    return (f"why: {entry.why}",) if entry.why else ()


def _how_to_set(subject: Subject) -> Section:
    rows = tuple((option, sentence(what)) for option, what in TO_SET)
    table = Table((Column("option"), Column("what it says")), rows, self_explaining=True)
    example = Paragraph(f"Add one of these to: {subject.priorities}")
    keeps = (
        "Each shows what it would make of the result and changes nothing. To keep it in the council file add --save "
        "--set-by ROLE --why TEXT, and --before-result or --after-result: whether whoever says it has seen a result."
    )
    return Section("To set priorities", (example, table, Paragraph(keeps)))
