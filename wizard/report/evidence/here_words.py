"""What an argument, a poor fit, a risk or a measure comes to here: it holds, it does not, or it hangs on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.figures import hundredths, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.conditions.deciding import Truth
    from wizard.engine.results import Assessment, DecisionResult, Reason
    from wizard.proof.citing import Citing

_SAID: dict[str, tuple[str, str]] = {
    "poor_fit": ("found here", "not found here"),
    "precondition": ("in place here", "not in place here"),
    "variant": ("would suit here", "would not suit here"),
    "measure": ("would help here", "not called for here"),
    "risk": ("arises here", "does not arise here"),
    "raised": ("is so here", "is not so here"),
    "lowered": ("is so here", "is not so here"),
}
_OF_RISK = ("likelihood", "impact", "mitigation")


def reason_words(assessment: Assessment, criterion: str, argument: str) -> list[str]:
    """A sentence for each way an argument stands here, with what it adds to the totals."""
    result = assessment.decision(assessment.pack.criteria[criterion].decision)
    reasons = [each for each in result.reasons if (each.criterion, each.argument.id) == (criterion, argument)]
    said = []
    for truth, alike in _by_truth(reasons):
        if truth is True:
            said.append(f"Holds here: {listed([_adds(result, each) for each in alike])}.")
        elif truth is False:
            said.append(f"Does not hold here{_unless_all(result, alike, reasons)}, so it adds nothing.")
        else:
            counts = listed([_adds(result, each) for each in alike])
            said.append(f"Not known here: it hangs on {_questions(assessment, truth)}. By its chance, {counts}.")
    return said


def truth_words(assessment: Assessment, citing: Citing) -> str:
    """Anything but an argument, for this council: 'found here', 'arises here', 'not known here: ...'; or nothing."""
    kind = "risk" if citing.kind in _OF_RISK else citing.kind
    if kind not in _SAID:
        return ""
    yes, no = _SAID[kind]
    truths = list(_truths(assessment.decision(citing.decision), citing, kind))
    if any(each is True for each in truths):
        return yes
    waiting = frozenset(question for each in truths if isinstance(each, frozenset) for question in each)
    if waiting:
        return f"not known here: it hangs on {_questions(assessment, waiting)}"
    return no if truths else ""


def _truths(result: DecisionResult, citing: Citing, kind: str) -> Iterator[Truth]:
    if kind == "poor_fit":
        yield from (each.truth for each in result.poor_fits if each.poor_fit.id == citing.of)
    elif kind == "precondition":
        named = (citing.of, getattr(citing.thing, "id", ""))
        yield from (each.truth for each in result.preconditions if (each.model, each.precondition.id) == named)
    elif kind == "variant":
        named = (citing.of, getattr(citing.thing, "id", ""))
        yield from (each.suits for each in result.variants if (each.model, each.variant.id) == named)
    elif kind == "measure":
        yield from (each.helps for each in result.measures if each.measure.id == citing.of)
    elif kind == "risk":
        yield from (each.arises for each in result.risks if each.risk.id == citing.of)
    else:
        risks = (each for each in result.risks if each.risk.id == citing.of)
        shifts = (shift for each in risks for shift in (*each.likelihood.shifts, *each.impact.shifts))
        yield from (each.truth for each in shifts if each.shift == citing.thing)


def _by_truth(reasons: Iterable[Reason]) -> list[tuple[Truth, list[Reason]]]:
    """Reasons that stand alike together: those that hold, those that are not known, those that do not."""
    groups: dict[Truth, list[Reason]] = {}
    for each in reasons:
        groups.setdefault(each.truth, []).append(each)
    return sorted(groups.items(), key=lambda group: (group[0] is False, group[0] is not True))


def _adds(result: DecisionResult, reason: Reason) -> str:
    return f"{hundredths(reason.weighted)} on the total of {result.standing(reason.model).model.name}"


def _unless_all(result: DecisionResult, alike: list[Reason], reasons: list[Reason]) -> str:
    if len(alike) == len(reasons):
        return ""
    return f" for {listed([result.standing(each.model).model.name for each in alike])}"


def _questions(assessment: Assessment, waiting: frozenset[str]) -> str:
    """The questions in the order of asking, each by a few words."""
    named = [f"“{each.named}”" for each in assessment.pack.questions.values() if each.id in waiting]
    return listed(named, "and")
