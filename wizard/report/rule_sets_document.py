"""The document of `wizard pack diff`: what differs between two rule sets, and which results move because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .comparing_words import verdict_words
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import counted, hundredths, hundredths_that_add_up, listed, percent, sentence
from .ranking import is_ranked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.results import Cap
    from wizard.proof.results_apart import CouncilApart, CriterionApart, DecisionApart
    from wizard.proof.rule_sets_apart import ObjectDiffers, PartDiffers
    from wizard.proof.versions_apart import VersionDue
    from wizard.schema.pack import Pack

MOST_PARTS, MOST_CRITERIA = 8, 5
LONGEST_SHOWN = 60
_HOW = {"added": "added", "taken_away": "taken away", "changed": "changed"}
_CAPS = {
    "outside_period": "the decision lies outside the years of the evidence",
    "date_not_known": "the date of the decision is not known",
    "core_only": "only the questions that matter most are answered",
    "openness_not_known": "whether it is open is not known",
}


class NamedCouncil(NamedTuple):
    """A council file: its name, its title, and what both rule sets make of it."""

    file: str
    title: str
    apart: CouncilApart


class RuleSetsApart(NamedTuple):
    """All that there is to say: the two rule sets, what differs, the council files, and the version that is due."""

    before: Pack
    after: Pack
    objects: tuple[ObjectDiffers, ...]
    councils: tuple[NamedCouncil, ...]
    skipped: int
    version: VersionDue

    @property
    def moving(self) -> tuple[NamedCouncil, ...]:
        """The council files whose result moves."""
        return tuple(each for each in self.councils if each.apart.moves)


def rule_sets_document(found: RuleSetsApart) -> Document:
    """The whole document."""
    one, other = (f"{pack.head.id} {pack.head.version}" for pack in (found.before, found.after))
    blocks: list[Block] = [Paragraph(f"From {one} to {other}. {version_words(found)}")]
    blocks += _objects(found.objects)
    blocks += _councils(found)
    return Document("What differs between two rule sets", f"{one} -> {other}", tuple(blocks))


def version_words(found: RuleSetsApart) -> str:
    """Whether the version must move."""
    due, version = found.version, found.after.head.version
    if due.due == "another_rule_set":
        return "The two have different ids, so each numbers its versions by itself."
    if due.due == "none":
        return "Nothing differs, so nothing need be numbered anew."
    if due.due == "second":
        why = "Results of council files move, so the second number of the version must too"
        return f"{why}: it has ({version})." if due.moved else f"{why}: write {due.at_least} or more, not {version}."
    tried = (
        f"none of {counted(len(found.councils), 'council file')} moves"
        if found.councils
        else "no council file was tried"
    )
    if not found.councils:
        return f"Something differs, and {tried}: --scenarios DIR finds out which number of the version must move."
    why = f"Something differs, but {tried}: the third number of the version is enough"
    return f"{why} ({version})." if due.moved else f"{why}, such as {due.at_least}."


def _objects(objects: Sequence[ObjectDiffers]) -> Iterator[Block]:
    if not objects:
        yield Paragraph("The rules say the same; at most comments or the layout of files differ.")
        return
    kinds = dict.fromkeys(each.kind for each in objects)
    for kind in kinds:
        those = [each for each in objects if each.kind == kind]
        items = tuple(Item(object_words(each), notes=tuple(_notes(each))) for each in those)
        yield Section(_heading(kind, len(those)), (Items(items),))


def _heading(kind: str, count: int) -> str:
    if kind == "head":
        return "The head (pack.yaml)"
    plurals = {"criterion": "criteria"}
    noun = kind.replace("_", " ")
    return sentence(counted(count, noun, plurals.get(kind))).rstrip(".")


def object_words(each: ObjectDiffers) -> str:
    """'waiting (Short waits): changed'."""
    if each.kind == "head":
        return "Changed"
    named = f"{each.id} ({_short(each.title)})" if each.title else each.id
    return f"{named}: {_HOW[each.how]}"


def _notes(each: ObjectDiffers) -> Iterator[str]:
    yield from map(part_words, each.parts[:MOST_PARTS])
    left = len(each.parts) - MOST_PARTS
    if left > 0:
        yield f"and {left} more"


def part_words(part: PartDiffers) -> str:
    """'arguments, many_visitors, when, visitors, at_least: 300, was 400'; long texts are only said to be reworded."""
    where = ", ".join(part.path)
    shown = [text for text in (part.before, part.after) if text is not None]
    if part.how != "changed":
        # What stands in a list, or has parts of its own, is named by its path already.
        told = shown[0] if shown and shown[0] != "yes" and len(shown[0]) <= LONGEST_SHOWN else ""
        return f"{where}: {_HOW[part.how]}{f' ({told})' if told else ''}"
    if len(shown) < 2 or max(map(len, shown)) > LONGEST_SHOWN:
        return f"{where}: {'reworded' if len(shown) == 2 else 'changed'}"
    return f"{where}: {part.after}, was {part.before}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3].rstrip()}..."


def _councils(found: RuleSetsApart) -> Iterator[Block]:
    if not found.councils and not found.skipped:
        return
    count = counted(len(found.councils), "council file")
    said = f"{len(found.moving)} of {count} come{'s' if len(found.moving) == 1 else ''} out otherwise."
    if found.skipped:
        said += (
            f" {counted(found.skipped, 'other')} in that folder belong{'s' if found.skipped == 1 else ''} to neither."
        )
    blocks: list[Block] = [Paragraph(said)]
    blocks += [Section(f"{each.title} ({each.file})", tuple(_council(each))) for each in found.moving]
    yield Section("Council files", tuple(blocks))


def _council(council: NamedCouncil) -> Iterator[Block]:
    apart = council.apart
    if apart.left_out:
        yield Paragraph(f"Answers that the other rule set has no use for: {listed(apart.left_out)}.")
    for decision in apart.decisions:
        if decision.moves:
            yield Section(decision.after.decision.title, tuple(_decision(apart, decision)))
    for side, other, words in (
        (apart.before, apart.after, "is not settled any more"),
        (apart.after, apart.before, "is settled now"),
    ):
        known = {each.decision.id for each in other.decisions}
        gone = [f"“{each.decision.title}”" for each in side.decisions if each.decision.id not in known]
        if gone:
            yield Paragraph(f"{listed(gone)} {words}.")


def _decision(apart: CouncilApart, decision: DecisionApart) -> Iterator[Block]:
    (one, names), (other, more) = (
        verdict_words(found, result)
        for found, result in ((apart.before, decision.before), (apart.after, decision.after))
    )
    if one == other:
        yield Paragraph(f"As before: {one}", strong=names)
    else:
        yield Paragraph(f"Before: {one}", strong=names)
        yield Paragraph(f"Now: {other}", strong=more)
    caps = [f"no longer held back: {cap_words(each)}" for each in decision.caps_gone]
    caps += [f"now held back: {cap_words(each)}" for each in decision.caps_new]
    if caps:
        yield Paragraph(sentence("; ".join(caps)))
    yield from _why(decision)


def is_told(decision: DecisionApart) -> bool:
    """Whether leads may be told in points: not before enough is known with both rule sets."""
    return decision.pair is not None and is_ranked(decision.before) and is_ranked(decision.after)


def _why(decision: DecisionApart) -> Iterator[Block]:
    if not is_told(decision) or decision.pair is None:
        yield Paragraph("Beside the verdict, totals, poor fits, conditions, risks or measures come out otherwise.")
        return
    if not decision.criteria:
        yield Paragraph("No total moves; what stands beside the totals does: poor fits, conditions, risks or measures.")
        return
    first, second = (decision.after.standing(each).model.name for each in decision.pair)
    yield Paragraph(
        f"The lead of {first} over {second} was {hundredths(decision.lead_before)}, "
        f"and is {hundredths(decision.lead_after)}. What moves it:"
    )
    shown, left = decision.criteria[:MOST_CRITERIA], decision.criteria[MOST_CRITERIA:]
    rest = sum((each.adds for each in left), start=decision.lead_before * 0)
    figures = hundredths_that_add_up([*(each.adds for each in shown), *([rest] if left else [])])
    items = [
        Item(f"{points}  {each.criterion.title}", notes=tuple(criterion_words(each)))
        for points, each in zip(figures, shown, strict=False)
    ]
    if left:
        items.append(Item(f"{figures[-1]}  {counted(len(left), 'more criterion', 'more criteria')}"))
    yield Items(tuple(items))


def criterion_words(each: CriterionApart) -> Iterator[str]:
    """Why a criterion moves the lead: it is new or gone, weighs otherwise, or an argument moves otherwise."""
    if each.weight_before is None:
        yield f"new; it weighs {percent(each.weight_after or 0 * each.adds)} in 100"
    elif each.weight_after is None:
        yield f"taken away; it weighed {percent(each.weight_before)} in 100"
    elif each.weight_before != each.weight_after:
        yield f"weighs {percent(each.weight_after)} in 100, was {percent(each.weight_before)}"
    for argument in each.arguments:
        if argument.before is None:
            yield f"new: {sentence(argument.argument.because)}"
        elif argument.after is None:
            yield f"gone: {sentence(argument.argument.because)}"
        else:
            points, was = hundredths(argument.after), hundredths(argument.before)
            yield f"{points} here, was {was}: {sentence(argument.argument.because)}"


def cap_words(cap: Cap) -> str:
    """What holds a verdict back."""
    return f"unless {cap.unless}" if cap.unless else _CAPS.get(cap.kind, cap.kind.replace("_", " "))
