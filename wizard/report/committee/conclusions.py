"""The conclusion of each decision in the words of its class, and what a committee is advised to do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wizard.report.figures import counted, listed, sentence
from wizard.report.verdict_words import (
    VerdictSentence,
    firmness,
    held_back_by,
    verdict_sentence,
)

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

    from .paper import Paper


def conclusion(paper: Paper, result: DecisionResult) -> VerdictSentence:
    """What the evidence points to. Where figures would tell private answers, without them."""
    if paper.withheld and result.verdict.kind == "depends_on_priorities":
        names = [result.standing(model).model.name for model in result.verdict.rivals]
        said = f"{names[0]} comes first under some, {listed(names[1:])} under others"
        return VerdictSentence(sentence(f"It depends on your priorities: {said}"), tuple(names))
    return verdict_sentence(paper.subject.assessment, result)


def how_firm(paper: Paper, result: DecisionResult) -> tuple[str, ...]:
    """How firmly, and what keeps it from being firmer; the count is left out where it would tell private answers."""
    firmly = None if paper.withheld else firmness(result)
    held = held_back_by(result)
    return (*((firmly,) if firmly else ()), *held)


def advice(paper: Paper, result: DecisionResult) -> str:
    """What the committee is advised to do: no more than the class of the verdict has a right to say."""
    return sentence(_ADVICE[result.verdict.kind](result))


def withheld_words(paper: Paper, in_short: bool = False) -> str:
    """What a public version leaves out, and that the conclusion rests on it all the same; nothing where it does not."""
    if not paper.withheld:
        return ""
    count = len(paper.private)
    kept = f"{counted(count, 'answer')} that {'is' if count == 1 else 'are'} kept private"
    if in_short:
        return f"Rests on {kept}; what would tell {'it' if count == 1 else 'them'} is left out."
    return (
        f"The conclusion takes account of {kept}. "
        "This version leaves out what would tell them: reasons, conditions and risks that rest on them, and figures "
        "that they enter. Ranges are as wide as those answers could make them."
    )


def _leader(result: DecisionResult) -> tuple[str, bool]:
    standing = result.standing(result.verdict.leader or "")
    return standing.model.name, standing.stays


def _clear(result: DecisionResult) -> str:
    name, stays = _leader(result)
    return f"keep {name}, and join up the front line" if stays else f"take {name} forward"


def _leans(result: DecisionResult) -> str:
    name, stays = _leader(result)
    if stays:
        return f"make no change for now: keep {name}, join up the front line, and settle what is not known"
    return f"examine {name} first, and settle what holds it back before anything is decided"


def _too_close(result: DecisionResult) -> str:
    names = listed([result.standing(model).model.name for model in result.verdict.close])
    return f"prefer none of {names} on this evidence alone, and find out what is not known"


def _depends(result: DecisionResult) -> str:
    return "say first which priorities should count for more, since that decides between the models named"


def _not_enough_known(result: DecisionResult) -> str:
    return "choose no model yet, and have the questions answered that matter most"


def _only_one_open(result: DecisionResult) -> str:
    return f"note that {_leader(result)[0]} is the only model left to choose, which does not make it a good one"


def _none_open(result: DecisionResult) -> str:
    return "note that no model is open, and look again at what was ruled out and why"


_ADVICE: dict[str, Callable[[DecisionResult], str]] = {
    "clear": _clear,
    "leans": _leans,
    "too_close": _too_close,
    "depends_on_priorities": _depends,
    "not_enough_known": _not_enough_known,
    "only_one_open": _only_one_open,
    "none_open": _none_open,
}
