"""What new priorities would make of a result: before and after, side by side.

Where somebody sets them before having seen a result, the result is not shown here either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from .figures import of_hundred, sentence, whole
from .priorities_document import notice_blocks
from .priorities_words import title_of, trade_off_set_words, weight_set_words
from .ranking import is_ranked
from .verdict_words import ADVICE, verdict_sentence

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.engine.results import DecisionResult
    from wizard.proof.setting_priorities import NewPriorities

    from .subject import Subject

NOT_SHOWN = (
    "These priorities are set before the result was seen, so what they make of it is not shown here. "
    "To see the result: {assess}"
)


class PrioritiesChanged(NamedTuple):
    """The council before and after, for one decision. `seen` says whether the result may be shown, `saved` whether
    the council file now says it."""

    before: Subject
    after: Subject
    decision: str
    new: NewPriorities
    seen: bool
    saved: bool

    @property
    def results(self) -> tuple[DecisionResult, DecisionResult]:
        """The decision's result before and after."""
        return self.before.assessment.decision(self.decision), self.after.assessment.decision(self.decision)


class ShareMoved(NamedTuple):
    """What one group counts in the whole, or one criterion in its group, before and after (0 to 1)."""

    id: str
    title: str
    before: Fraction
    after: Fraction


def priorities_changed_document(changed: PrioritiesChanged) -> Document:
    """The whole document."""
    pack = changed.before.pack
    result = changed.results[0]
    kept = f"Saved in {changed.after.file}." if changed.saved else "Nothing was saved: add --save to keep it."
    return Document(
        title=f"{changed.before.council.title}: new priorities",
        aside=f"rule set: {pack.head.title} ({pack.head.version})",
        blocks=(
            Paragraph(f"{kept} {ADVICE}"),
            *notice_blocks(changed.before),
            Section(result.decision.title, changed_blocks(changed)),
        ),
    )


def changed_blocks(changed: PrioritiesChanged) -> tuple[Block, ...]:
    """What was said, what it takes the place of, what each then counts and, where it may be shown, the result."""
    return (*_said(changed), *_weights(changed), *_results(changed))


def shares_moved(changed: PrioritiesChanged) -> list[ShareMoved]:
    """Every share of the wholes that were touched, in the order of the criteria."""
    before, after = changed.results
    groups = list(dict.fromkeys(each.group for each in before.criteria))
    touched = set(changed.new.touched)
    found = []
    if touched.intersection(groups):
        one, other = _of_groups(before), _of_groups(after)
        found += [ShareMoved(each, title_of(changed.before.pack, each), one[each], other[each]) for each in groups]
    for group in groups:
        members = [each for each in before.criteria if each.group == group]
        if touched.intersection(each.id for each in members if each.id not in groups):
            parts = [_within_group(subject, changed.decision, group) for subject in (changed.before, changed.after)]
            found += [ShareMoved(each.id, each.title, parts[0][each.id], parts[1][each.id]) for each in members]
    return found


def _of_groups(result: DecisionResult) -> dict[str, Fraction]:
    shares: dict[str, Fraction] = {}
    for each in result.criteria:
        shares[each.group] = shares.get(each.group, result.weights[each.id] * 0) + result.weights[each.id]
    return shares


def _within_group(subject: Subject, decision: str, group: str) -> dict[str, Fraction]:
    """From what was stated, as the criteria of a group that weighs nothing have shares too."""
    from wizard.engine.case import shares_within

    return shares_within(subject.assessment.decision(decision).criteria, subject.assessment.case.stated(decision))[
        group
    ]


def _said(changed: PrioritiesChanged) -> list[Block]:
    pack, new, decision = changed.before.pack, changed.new, changed.decision
    weights = new.file.weights.get(decision, {})
    compared = [each for each in new.file.trade_offs.get(decision, ()) if set(each.of) <= set(new.touched)]
    gave_weights = all(each in weights for each in new.touched)
    said = (
        [weight_set_words(pack, each, weights[each]) for each in new.touched]
        if gave_weights
        else [sentence(trade_off_set_words(pack, each)) for each in compared]
    )
    blocks: list[Block] = [Section("What is said", (Items(tuple(Item(each) for each in said)),))]
    replaced = [weight_set_words(pack, each, entry) for each, entry in new.replaced_weights.items()]
    replaced += [sentence(trade_off_set_words(pack, each)) for each in new.replaced_trade_offs]
    if replaced:
        blocks.append(Section("What it takes the place of", (Items(tuple(Item(each) for each in replaced)),)))
    return blocks


def _weights(changed: PrioritiesChanged) -> list[Block]:
    rows = tuple((each.title, in_100(each.before), in_100(each.after)) for each in shares_moved(changed))
    columns = (Column("counts, in 100"), Column("before", figures=True), Column("after", figures=True))
    return [Section("What each counts", (Table(columns, rows),))] if rows else []


def in_100(share: Fraction) -> str:
    """A share from 0 to 1 in 100, with a decimal where it needs one."""
    return f"{whole(share * 1000) / 10:g}"


def _results(changed: PrioritiesChanged) -> list[Block]:
    if not changed.seen:
        return [Paragraph(NOT_SHOWN.format(assess=changed.after.command("assess")))]
    before, after = changed.results
    said = [
        verdict_sentence(subject.assessment, result)
        for subject, result in ((changed.before, before), (changed.after, after))
    ]
    blocks: list[Block] = [
        Paragraph(f"Before: {said[0].text}", strong=said[0].names),
        Paragraph(f"After: {said[1].text}", strong=said[1].names),
    ]
    if is_ranked(before) and is_ranked(after):
        blocks.append(_models(before, after))
    return [Section("What it makes of the result", tuple(blocks))]


def _models(before: DecisionResult, after: DecisionResult) -> Table:
    rows = tuple(
        (
            each.model.title,
            str(whole(before.standing(each.model.id).total)),
            str(whole(each.total)),
            of_hundred(before.standing(each.model.id).first_priorities),
            of_hundred(each.first_priorities),
        )
        for each in after.competing
    )
    columns = (
        Column("model"),
        Column("total before", figures=True),
        Column("after", figures=True),
        Column("first in mixes of priorities: before", figures=True),
        Column("after", figures=True),
    )
    return Table(columns, rows)
