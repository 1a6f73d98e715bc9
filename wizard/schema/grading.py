"""How firm the evidence of an argument is: the step it moves a score by is never typed, it follows.

Base grade, from the findings that support the argument:

- firm: all who were asked say it; or law, inspection or evaluation; or two sources that are
  independent of each other (one that only draws on the other is the same witness);
- fair: several voices; or a report's own conclusion; or a consultation of several; or interviews
  in which two different people of one source speak;
- slight: one voice, an author's opinion, or a judgement without findings.

One grade lower, once, where a finding disputes it or where everyone who supports it holds a post
that it serves. The lowest grade of the rule set is the floor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .criterion import Argument
    from .pack import Pack
    from .pack_head import Grade
    from .source import Finding

_FIRM_METHODS = {
    "statute": "it is the law",
    "inspection": "an inspection found it",
    "evaluation": "an evaluation found it",
}


def grade_of(argument: Argument, model: str, pack: Pack) -> Grade:
    """The grade of an argument where it moves `model`. Every citation must exist."""
    return graded(argument, model, pack)[0]


def graded(argument: Argument, model: str, pack: Pack) -> tuple[Grade, str]:
    """The grade and, in words that follow "because", the reason for it."""
    base, reason = _base(argument, pack)
    lowered = _lowering(argument, model, pack)
    grades = pack.head.grades
    index = next(index for index, grade in enumerate(grades) if grade.id == base)
    if not lowered:
        return grades[index], reason
    if index == 0:
        return grades[0], f"{reason}; no grade is lower, though {lowered}"
    return grades[index - 1], f"{reason}; one grade lower because {lowered}"


def _base(argument: Argument, pack: Pack) -> tuple[str, str]:
    findings = {citation: pack.finding(citation) for citation in argument.supported_by}
    if not findings:
        return "slight", "it is a judgement, without a finding"
    reason = _firm_reason(findings, pack)
    if reason:
        return "firm", reason
    reason = _fair_reason(findings)
    if reason:
        return "fair", reason
    if all(finding.method == "opinion" for finding in findings.values()):
        return "slight", "it is one author's opinion"
    return "slight", "one person says it"


def _firm_reason(findings: dict[str, Finding], pack: Pack) -> str | None:
    for finding in findings.values():
        if finding.method in _FIRM_METHODS:
            return _FIRM_METHODS[finding.method]
        # An author's opinion of what everybody says is still one voice.
        if finding.voices == "all" and finding.method != "opinion":
            return "all who were asked say it"
    witnesses = {witness(citation.partition(".")[0], pack) for citation in findings}
    if len(witnesses) > 1:
        return "two independent reports agree" if len(witnesses) == 2 else "several independent reports agree"
    return None


def _fair_reason(findings: dict[str, Finding]) -> str | None:
    # People are told apart within a source: a paper that draws on a report quotes the same ones.
    voices: dict[str, set[tuple[str, str]]] = {}
    for citation, finding in findings.items():
        if finding.method == "opinion":
            continue
        if finding.method == "report_conclusion":
            return "it is a report's own conclusion"
        if finding.method == "consultation" and finding.voices in ("several", "report"):
            return "several answered so in a consultation"
        if finding.voices == "several":
            return "several people say it"
        if finding.method == "interview":
            voices.setdefault(citation.partition(".")[0], set()).add((finding.speaker, finding.where))
    return "different people say it" if any(len(people) > 1 for people in voices.values()) else None


def witness(source: str, pack: Pack) -> str:
    """The source that speaks in the end: one that only draws on another is the same witness."""
    seen = {source}
    while source in pack.sources:
        drawn_on = pack.sources[source].draws_on
        if drawn_on is None or drawn_on in seen:
            break
        source = drawn_on
        seen.add(source)
    return source


def _lowering(argument: Argument, model: str, pack: Pack) -> str | None:
    reasons = []
    if argument.disputed_by:
        reasons.append("another finding disputes it")
    if _is_own_praise(argument, model, pack):
        reasons.append("everyone who says it holds the post that it serves")
    return " and ".join(reasons) or None


def _is_own_praise(argument: Argument, model: str, pack: Pack) -> bool:
    """Whether everyone who supports the argument holds a model that it serves."""
    holders = [pack.finding(citation).holds for citation in argument.supported_by]
    if not holders:
        return False
    return all(holder is not None and _serves(argument, model, holder, pack) for holder in holders)


def _serves(argument: Argument, model: str, holder: str, pack: Pack) -> bool:
    """An argument serves the models it favours and, where it counts against others, those of the decision it spares."""
    if holder in argument.favours:
        return True
    if holder == model or holder in argument.counts_against:
        return False
    if not argument.counts_against and argument.counts_against_moves is None:
        return False
    return (
        holder in pack.models and model in pack.models and pack.models[holder].decision == pack.models[model].decision
    )
