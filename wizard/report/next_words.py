"""What to find out next in words: why a question matters, and when asking can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .change_words import new_words, option_words
from .figures import listed, of_hundred, sentence
from .flip_words import tenths_words
from .ranking import is_ranked
from .verdict_words import core_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.engine.changing.finding_out import OpenQuestion
    from wizard.engine.changing.flips import Flip
    from wizard.engine.changing.next_question import Questions, ToAsk
    from wizard.engine.changing.possible import Change
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult

    from .subject import Subject

STOP = "you can stop here"
NEEDED = "needed before more can be said"


class HoldsBack(NamedTuple):
    """A poor fit or a condition of the model that comes first which a question decides."""

    kind: str
    title: str
    model: str


def stop_words(subject: Subject, result: DecisionResult, found: Questions) -> str:
    """Whether asking can stop for a decision, as a sentence."""
    if not is_ranked(result):
        return f"Too little is known to stop asking. {core_words(subject.assessment, result)}"
    if not result.competing:
        return "No model is open: it is not more answers that this wants."
    settled = found.settled[result.decision.id]
    if settled == "can_change":
        return "Answers that are missing could still put another model first."
    if settled == "may_close":
        return "No other model is open, but answers that are missing decide whether this one is."
    nothing = (
        "Nothing that is missing can put another model first"
        if settled == "cannot_change"
        else "No answer that is missing was found to put another model first"
    )
    if result.verdict.answer_first:
        return f"{nothing}, but too little is known of what matters most to say more."
    return f"{nothing}: {STOP}."


def whom_words(subject: Subject, each: ToAsk) -> str:
    """'ask: the chief executive'; of one that was asked and that nobody could answer 'not sure so far: find out ...'"""
    whom = subject.questions[each.question].ask_whom
    return f"not sure so far; find out from: {whom}" if each.not_sure else f"ask: {whom}"


def reasons_why(subject: Subject, rules: Rules, each: ToAsk, *, hiding: bool = False) -> list[str]:
    """Why a question matters, what weighs most first; for each decision that it bears on, under its title.

    With `hiding` nothing is said that would tell what is known in part of a sensitive question.
    """
    private = hiding and subject.questions[each.question].sensitive and each.question in subject.assessment.case.answers
    found = {result.decision.id: _reasons(rules, each, result, private) for result in subject.assessment.decisions}
    touched = {decision: "; ".join(said) for decision, said in found.items() if said}
    if len(subject.assessment.decisions) == 1:
        return [sentence(said) for said in touched.values()]
    return [_under(subject.pack.decisions[decision].title, said) for decision, said in touched.items()]


def _under(title: str, said: str) -> str:
    return f"{title} {sentence(said)}" if title.endswith("?") else f"{title}: {said}."


def turning_words(rules: Rules, flips: Iterable[Flip]) -> list[str]:
    """'“Yes” would put one director for both first', for each model that an answer would put there."""
    alike: dict[tuple[str, str | None, bool], list[Change]] = {}
    for flip in flips:
        change = flip.changes[0]
        alike.setdefault((flip.leader, change.option, change.adds), []).append(change)
    return [
        f"{_answer(rules, changes)} would put {rules.pack.models[leader].name} first"
        for (leader, _, _), changes in alike.items()
    ]


def held_back(result: DecisionResult, question: str) -> list[HoldsBack]:
    """The conditions and poor fits of the first model that hang on a question."""
    if not result.competing:
        return []
    first = result.competing[0].model.id
    conditions = [("condition", each.precondition.title, each.truth, each.model) for each in result.preconditions]
    fits = [("poor fit", each.poor_fit.title, each.truth, each.model) for each in result.poor_fits]
    return [
        HoldsBack(kind, title, model)
        for kind, title, truth, model in (*conditions, *fits)
        if model == first and isinstance(truth, frozenset) and question in truth
    ]


def _reasons(rules: Rules, each: ToAsk, result: DecisionResult, private: bool) -> list[str]:
    said = []
    if each.question in result.verdict.answer_first:
        said.append(NEEDED)
    ranked = is_ranked(result)
    found = each.by_decision.get(result.decision.id)
    opens = result.decision.id in each.opens
    if ranked:
        said += _moving(rules, found, private) if found is not None else []
        said += [f"decides whether {result.competing[0].model.name} is open"] if opens else []
    else:
        said += _apart(found, opens)
    if result.decision.id in each.holds_back:
        said += _holding(result, each.question) if ranked else ["decides a poor fit or a condition of a model"]
    return said


def _apart(found: OpenQuestion | None, opens: bool) -> list[str]:
    """What an answer could do where no model may be named yet."""
    said = []
    if found is not None and found.swing:
        said.append(f"could move the models' totals apart by {tenths_words(found.swing)}")
    if opens or (found is not None and not found.swing):
        said.append("decides which models are open")
    return said


def _moving(rules: Rules, found: OpenQuestion, private: bool) -> list[str]:
    """What an answer could do to the lead; nothing is said of a lead that no answer moves."""
    said = []
    if found.chance:
        said.append(f"the answer would put another model first in {of_hundred(found.chance)} cases")
        said += [] if private else turning_words(rules, found.turning)
    elif found.swing:
        said.append(f"could move the lead by up to {tenths_words(found.swing)}")
    return said


def _holding(result: DecisionResult, question: str) -> list[str]:
    found = held_back(result, question)
    said = []
    for kind in ("condition", "poor fit"):
        titles = [f"“{each.title}”" for each in found if each.kind == kind]
        name = result.competing[0].model.name
        if titles:
            said.append(f"decides a {kind} of {name}: {listed(titles)}")
    return said


def _answer(rules: Rules, changes: Sequence[Change]) -> str:
    change = changes[0]
    if change.option is None:
        return new_words(rules, changes)
    return f"{option_words(rules, change)} {'among the answers' if change.adds else 'left out of the answers'}"
