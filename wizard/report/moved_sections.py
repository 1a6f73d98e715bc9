"""What moved on one decision: totals side by side, the reasons with their evidence, and what stands beside."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.engine.compared import ReasonMoved

from .comparing_words import (
    FOUND,
    MET,
    Sides,
    argument_state,
    lead_sentence,
    moved_words,
    openness_state,
    risk_state,
    state_words,
    tenths,
)
from .document import Block, Column, Item, Items, Paragraph, Sign, Table
from .evidence_words import evidence_aside, said_by
from .figures import counted, hundredths, hundredths_that_add_up, listed, percent, sentence
from .ranking import TODAY, in_order, is_ranked
from .subject import spoken_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.compared import ArgumentMoved, DecisionCompared, LeadMoved, OpennessMoved, WeightMoved
    from wizard.engine.results import DecisionResult
    from wizard.schema.base import Evidenced
    from wizard.schema.pack import Pack

MOST_REASONS = 6
MOST_OF_SEVERAL = 4
"""Where several variants or councils are told one after the other."""

MOST_BESIDE = 6

LEAST_TOLD = Fraction(1, 20)
"""In points: less is no more than rounding to a reader who sees totals with one decimal."""

NO_ORDER = "They stand in no order: too little is known to rank them."
NOT_SHOWN = {"not_open": "not open", "off_the_table": "not open"}


def totals_table(results: Sequence[DecisionResult], labels: Sequence[str], moves: bool) -> tuple[Block, ...]:
    """Every model's total under each label; with `moves`, by how much it differs from the first.

    Totals are shown as the assessment itself would: none before a first answer that matters.
    """
    if not any(_told(each) for each in results):
        return ()
    alone = moves and len(results) == 2
    columns = [Column("model"), *(Column(label, figures=True) for label in labels)]
    columns += [Column("moved", figures=True)] if alone else []
    rows = []
    for standing in in_order(results[0]):
        model = standing.model.id
        cells = [
            _cell(each, model, results[0] if moves and not alone and number else None)
            for number, each in enumerate(results)
        ]
        cells += [_moved(results[0], results[1], model)] if alone else []
        today = f" {TODAY}" if standing.is_today and all(each.standing(model).is_today for each in results) else ""
        rows.append((f"{standing.model.title}{today}", *cells))
    table = Table(tuple(columns), tuple(rows), wide=True)
    return (table,) if is_ranked(results[0]) else (table, Paragraph(NO_ORDER))


def _told(result: DecisionResult) -> bool:
    return is_ranked(result) or bool(result.verdict.core_answered)


def _cell(result: DecisionResult, model: str, base: DecisionResult | None) -> str:
    standing = result.standing(model)
    if not _told(result):
        return "not yet"
    if standing.openness in NOT_SHOWN:
        return NOT_SHOWN[standing.openness]
    moved = _moved(base, result, model) if base else ""
    return f"{tenths(standing.total)} {moved}".rstrip()


def _moved(before: DecisionResult, after: DecisionResult, model: str) -> str:
    sides = [each.standing(model) for each in (before, after)]
    if not (_told(before) and _told(after)) or any(each.openness in NOT_SHOWN for each in sides):
        return ""
    return moved_words(sides[0].total, sides[1].total)


def nothing_to_tell(pack: Pack, compared: DecisionCompared, sides: Sides) -> bool:
    """Whether nothing moved that may be told: risks of models that nothing points to move unseen."""
    seen = compared.arguments or compared.weights_moved or beside_items(pack, compared, sides)
    return not seen and compared.before.verdict == compared.after.verdict


def why_blocks(
    pack: Pack, compared: DecisionCompared, sides: Sides, most: int, *, to_scroll: bool = False
) -> tuple[Block, ...]:
    """The weightiest reasons for the move with their evidence, and what changed beside the totals.

    Where the reader can scroll, nothing that another command would have to list is left out.
    """
    ranked = is_ranked(compared.before) and is_ranked(compared.after)
    lead = compared.lead if ranked else None
    if lead:
        reasons = _lead_blocks(pack, compared, lead, sides, most)
    else:
        reasons = _unranked(pack, compared, sides, len(compared.arguments) if to_scroll else most)
    beside = beside_items(pack, compared, sides)
    if not beside:
        return reasons
    shown = beside if to_scroll else beside[:MOST_BESIDE]
    return (*reasons, Paragraph("Beside the totals:"), Items(shown), *_more(len(beside) - len(shown)))


def _more(count: int) -> tuple[Paragraph, ...]:
    return (Paragraph(f"and {count} more, which --format json lists"),) if count > 0 else ()


def _lead_blocks(pack: Pack, compared: DecisionCompared, lead: LeadMoved, sides: Sides, most: int) -> tuple[Block, ...]:
    """The lead before, what adds to it or takes from it, and the lead after; the figures printed add up."""
    parts: list[ReasonMoved | WeightMoved] = sorted([*lead.reasons, *lead.weights], key=lambda each: -abs(each.adds))
    # One shifted weight moves every other a little: what is too little to matter is told together.
    most = min(most, max(1, sum(abs(each.adds) >= LEAST_TOLD for each in parts)))
    rest = sum((each.adds for each in parts[most:]), Fraction(0))
    shown = hundredths_that_add_up([lead.before, *(each.adds for each in parts[:most]), rest])
    opening = sentence(lead_sentence(compared.after, lead, shown[0], hundredths(lead.after), sides))
    if not parts:
        return (Paragraph(_nothing_adds(compared)),)
    told = zip(parts[:most], shown[1 : most + 1], strict=True)
    items = [_part_item(pack, compared, each, figure, sides) for each, figure in told]
    blocks: list[Block] = [Paragraph(f"{opening} What adds to it (+) or takes from it (-):"), Items(tuple(items))]
    if len(parts) > most:
        blocks.append(Paragraph(f"and {counted(len(parts) - most, 'smaller one')}, together {shown[-1]}"))
    return tuple(blocks)


def _nothing_adds(compared: DecisionCompared) -> str:
    first, then = ([each.model.id for each in side.competing[:1]] for side in (compared.before, compared.after))
    if first != then and compared.openness:
        return "What comes first differs because of which models are open, not because of an argument or a weight."
    if compared.arguments:
        return "The lead stays as it is: what holds otherwise bears on both alike, or on neither."
    return "The lead stays as it is: no argument holds otherwise."


def _part_item(
    pack: Pack, compared: DecisionCompared, part: ReasonMoved | WeightMoved, figure: str, sides: Sides
) -> Item:
    sign: Sign = "for" if part.adds > 0 else "against"
    if isinstance(part, ReasonMoved):
        return _argument_item(pack, part.moved, sign, sides, f"{_states(part.moved, sides)}; {figure} points")
    return _weight_item(compared, part, sign, figure, sides)


def _weight_item(compared: DecisionCompared, part: WeightMoved, sign: Sign, figure: str, sides: Sides) -> Item:
    """A weight that changed: more weight helps whichever of the two scores higher on the criterion."""
    title = next(each.title for each in compared.before.criteria if each.id == part.criterion)
    lead = compared.lead
    heavier = part.after > part.before
    words = f"{sides.there} “{title}” weighs {'more' if heavier else 'less'}"
    if lead is not None:
        better = lead.first if (part.adds > 0) is heavier else lead.second
        words += f"; it speaks for {compared.after.standing(better).model.name}"
    weights = sides.say(f"{percent(part.before)} in 100", f"{percent(part.after)} in 100")
    return Item(sentence(words), sign, None, (f"{weights}; {figure} points",))


def _unranked(pack: Pack, compared: DecisionCompared, sides: Sides, most: int) -> tuple[Block, ...]:
    """Where no lead may be told: which arguments bear otherwise, and on what."""
    weights = compared.after.weights

    def weightiest(moved: ArgumentMoved) -> tuple[bool, Fraction]:
        known = isinstance(moved.after, bool)
        return not known, -max(abs(points) for _, points in moved.points) * weights[moved.criterion]

    ordered = sorted(compared.arguments, key=weightiest)
    if not ordered:
        return (Paragraph(f"No argument holds otherwise{'; only weights differ' if compared.weights_moved else ''}."),)
    items = []
    for moved in ordered[:most]:
        names = {model: compared.after.standing(model).model.name for model, _ in moved.points}
        bears = [f"{'for' if model in moved.argument.favours else 'against'} {name}" for model, name in names.items()]
        items.append(_argument_item(pack, moved, "point", sides, f"{_states(moved, sides)}; it counts {listed(bears)}"))
    return (Paragraph("What holds otherwise:"), Items(tuple(items)), *_more(len(ordered) - most))


def _states(moved: ArgumentMoved, sides: Sides) -> str:
    return sides.say(argument_state(moved.before, moved.chance_before), argument_state(moved.after, moved.chance_after))


def _argument_item(pack: Pack, moved: ArgumentMoved, sign: Sign, sides: Sides, note: str) -> Item:
    argument = moved.argument
    return Item(argument_text(moved, sides), sign, evidence_aside(pack, argument), (note, *_disputed(pack, argument)))


def argument_text(moved: ArgumentMoved, sides: Sides) -> str:
    """The sentence of an argument that moved. Its words say what is so where it holds: whether it does comes first."""
    return f"{sides.turned(moved.turn)}: {sentence(moved.argument.because)}"


def _disputed(pack: Pack, rests: Evidenced) -> tuple[str, ...]:
    return (f"disputed by {said_by(pack, rests.disputed_by)}",) if rests.disputed_by else ()


def beside_items(pack: Pack, compared: DecisionCompared, sides: Sides) -> tuple[Item, ...]:
    """Openness, poor fits and conditions that changed, and risks, of the models that either verdict speaks for.

    What changes alike for several models is told once. Risks belong to a design: where nothing is pointed to
    there is none.
    """
    spoken = [each for result in (compared.before, compared.after) for each in spoken_for(result)]
    # Of a model that is closed on either side its openness says enough.
    both = {each.model.id for each in compared.before.competing} & {each.model.id for each in compared.after.competing}
    names = {each.model.id: each.model.name for each in spoken or compared.after.competing if each.model.id in both}
    alike: dict[_Beside, list[str]] = {}
    for model, part in _beside_parts(pack, compared, sides, risks=bool(spoken)):
        if model in names:
            alike.setdefault(part, []).append(names[model])
    items = (
        Item(sentence(f"{part.what} {listed(models)}: {part.title}"), part.sign, part.aside, (part.states,))
        for part, models in alike.items()
    )
    return (*(_openness_item(each, sides) for each in compared.openness), *items)


class _Beside(NamedTuple):
    """Something beside the totals that changed, whichever model it is of."""

    what: str
    title: str
    sign: Sign
    aside: str | None
    states: str


def _beside_parts(
    pack: Pack, compared: DecisionCompared, sides: Sides, *, risks: bool
) -> Iterator[tuple[str, _Beside]]:
    """Each model with what changed of it."""
    for fit in compared.poor_fits:
        sign, rule = _sign(fit.after.truth, bad=True), fit.after.poor_fit
        states = sides.say(state_words(fit.before.truth, FOUND), state_words(fit.after.truth, FOUND))
        yield fit.after.model, _Beside("Poor fit of", rule.title, sign, evidence_aside(pack, rule), states)
    for need in compared.preconditions:
        sign, must = _sign(need.after.truth, bad=False), need.after.precondition
        states = sides.say(state_words(need.before.truth, MET), state_words(need.after.truth, MET))
        yield need.after.model, _Beside("Needed for", must.title, sign, evidence_aside(pack, must), states)
    for risk in compared.risks if risks else ():
        before, after = risk_state(risk.before), risk_state(risk.after)
        # The levels of a risk that does not arise are not told, so they may differ unseen.
        if before != after:
            yield risk.after.model, _Beside("Risk of", risk.after.risk.title, "point", None, sides.say(before, after))


def _openness_item(moved: OpennessMoved, sides: Sides) -> Item:
    why = moved.after.why_not or moved.before.why_not
    states = sides.say(openness_state(moved.before), openness_state(moved.after))
    notes = (states, f"why: {why}") if why else (states,)
    return Item(sentence(f"Whether {moved.after.model.name} can be chosen"), "point", None, notes)


def _sign(truth: object, *, bad: bool) -> Sign:
    if not isinstance(truth, bool):
        return "not_known"
    return "against" if truth is bad else "met"
