"""What differs and what moved, in words: the same for what-ifs and for councils side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen, OneOf
from wizard.conditions.domain import Domain, answer_words

from .design_sections import level_name
from .figures import listed, percent, whole
from .verdict_words import firmness, verdict_sentence

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.conditions.answers import Answer
    from wizard.conditions.deciding import Truth
    from wizard.engine.compared import Changes, LeadMoved, OffTheTableChanged, TradeOffsChanged, Turn
    from wizard.engine.results import Assessment, DecisionResult, RiskFound, Standing
    from wizard.schema.pack import Pack

NO_EFFECT = "it does not arise, as other questions are answered, and so changes nothing"
OPENNESS = {
    "open": "open",
    "not_known": "may not be open: not known",
    "not_open": "not open",
    "off_the_table": "taken off the table",
}
FOUND, MET, HOLDS = ("found", "not found"), ("met", "not met"), ("holds", "does not hold")


class Sides(NamedTuple):
    """What the two sides of a comparison are called; `there` says where the second one is, as in 'Then it holds'."""

    before: str
    after: str
    there: str

    def turned(self, turn: Turn) -> str:
        """'Then it does not hold', 'For B likelier'."""
        said = {
            "began": "it holds",
            "ceased": "it does not hold",
            "likelier": "likelier",
            "less_likely": "less likely",
        }
        return f"{self.there} {said[turn]}"

    def say(self, before: str, after: str) -> str:
        """'now: found; what if: not found'."""
        return f"{self.before}: {before}; {self.after}: {after}"


def changes_words(pack: Pack, changes: Changes, without_effect: frozenset[str] = frozenset()) -> list[str]:
    """'Changed X from A to B', a sentence for each change; empty where nothing differs."""
    said = []
    for each in changes.answers:
        question = pack.questions[each.question]
        before, after = (_quoted(pack, each.question, answer) for answer in (each.before, each.after))
        remark = f"; {NO_EFFECT}" if each.question in without_effect else ""
        said.append(f"Changed “{question.ask}” from {before} to {after}{remark}.")
    for weight in changes.weights:
        name = weight_name(pack, weight.decision, weight.of)
        said.append(f"Changed {name} from {weight_words(weight.before)} to {weight_words(weight.after)}.")
    said += [_trade_offs(pack, each) for each in changes.trade_offs]
    said += [_off_the_table(pack, model) for model in changes.off_the_table]
    return said


def answer_in_words(pack: Pack, question: str, answer: Answer | None) -> str:
    """An answer as a person reads it."""
    return answer_words(Domain(pack.questions[question]), answer)


def _quoted(pack: Pack, question: str, answer: Answer | None) -> str:
    """An answer inside a sentence: titles of options are sentences of their own, and stand in quotation marks."""
    words = answer_in_words(pack, question, answer)
    titled = isinstance(answer, (OneOf, Chosen)) and answer.options and pack.questions[question].options
    return f"“{words}”" if titled else words


def weight_name(pack: Pack, decision: str, of: str) -> str:
    """'the weight of “Capacity” (Who leads?)'."""
    titles = {group.id: group.title for group in pack.head.groups}
    title = titles.get(of) or (pack.criteria[of].title if of in pack.criteria else of.replace("_", " "))
    return f"the weight of “{title}” ({pack.decisions[decision].title})"


def weight_words(weight: Fraction | None) -> str:
    """'30 in 100', or that nobody stated one."""
    return "not set" if weight is None else f"{float(weight):g} in 100"


def trade_off_words(pack: Pack, pairs: tuple[tuple[str, str], ...]) -> str:
    """'“Capacity” before “Change”', for each pair; 'none' without any."""
    titles = {group.id: group.title for group in pack.head.groups}
    return listed([f"“{titles.get(one, one)}” before “{titles.get(other, other)}”" for one, other in pairs]) or "none"


def _trade_offs(pack: Pack, changed: TradeOffsChanged) -> str:
    before, after = trade_off_words(pack, changed.before), trade_off_words(pack, changed.after)
    return f"Changed what matters more ({pack.decisions[changed.decision].title}) from {before} to {after}."


def _off_the_table(pack: Pack, changed: OffTheTableChanged) -> str:
    title = pack.models[changed.model].title if changed.model in pack.models else changed.model
    if changed.after is None:
        return f"Put “{title}” back on the table (it was off: {_bare(changed.before)})."
    if changed.before is None:
        return f"Took “{title}” off the table: {_bare(changed.after)}."
    return f"Changed why “{title}” is off the table from “{_bare(changed.before)}” to “{_bare(changed.after)}”."


def _bare(reason: str | None) -> str:
    return (reason or "").rstrip(".")


def verdict_words(assessment: Assessment, result: DecisionResult) -> tuple[str, tuple[str, ...]]:
    """The verdict's sentence and how firm it is, and the models' names that deserve weight."""
    verdict = verdict_sentence(assessment, result)
    firmly = firmness(result)
    return f"{verdict.text} {firmly}" if firmly else verdict.text, verdict.names


def tenths(value: Fraction) -> str:
    """A total with one decimal: '53.9'."""
    count = whole(value * 10)
    return f"{count // 10}.{count % 10}"


def moved_words(before: Fraction, after: Fraction) -> str:
    """By how much a total moved, so that it agrees with the two totals as `tenths` prints them: '+0.6', 'same'."""
    if before == after:
        return "same"
    count = whole(after * 10) - whole(before * 10)
    if not count:
        return "under 0.1"
    return f"{'+' if count > 0 else '-'}{abs(count) // 10}.{abs(count) % 10}"


def argument_state(truth: Truth, chance: Fraction) -> str:
    """'holds', 'does not hold' or 'not known, a chance of 40 in 100'."""
    if isinstance(truth, bool):
        return HOLDS[0] if truth else HOLDS[1]
    return f"not known, a chance of {percent(chance)} in 100"


def state_words(truth: Truth, words: tuple[str, str]) -> str:
    """One of the two words, or 'not known'."""
    return "not known" if not isinstance(truth, bool) else words[0] if truth else words[1]


def risk_state(found: RiskFound) -> str:
    """'likely, major'; that it does not arise, or may not."""
    if found.arises is False:
        return "does not arise"
    levels = f"{level_name(found.likelihood)}, {level_name(found.impact)}"
    return levels if found.arises is True else f"{levels} (may not arise: not known)"


def openness_state(standing: Standing) -> str:
    """Whether a model is open."""
    return OPENNESS[standing.openness]


def lead_sentence(result: DecisionResult, lead: LeadMoved, before: str, after: str, sides: Sides) -> str:
    """How the lead of one model over another moved; `before` and `after` are its figures as they are printed."""
    first, second = (result.standing(model).model.name for model in (lead.first, lead.second))
    stands = f"the lead of {first} over {second} is {before} points ({sides.before})"
    return f"{stands} and {after} ({sides.after})"
