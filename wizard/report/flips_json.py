"""What would change a result, as JSON: everything the text says and more, with keys that stay.

Where a change would tell the answer to a sensitive question, the answers and the option are left out and `private`
is true. Where too little is known to rank the models, nothing that would tell their order is there.
"""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from wizard.conditions.answers import OneOf
from wizard.engine.changing.what_would_change import Turned

from .change_words import change_words, is_found_out, is_private
from .comparing_words import answer_in_words
from .flip_words import alike, first_by_totals, turned_sentence
from .flips_document import NOTHING_MISSING, is_told, tried_words
from .json_form import SHAPE, figure, pack_json, verdict_json
from .mended_items import fault_words, is_poor_fit, mending_words
from .ranking import is_ranked
from .verdict_words import ADVICE, notice_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wizard.engine.changing.flips import Flip
    from wizard.engine.changing.mending import Mended
    from wizard.engine.changing.possible import Change
    from wizard.engine.changing.requirements import Requirement
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.engine.compiling import Rules

    from .subject import Subject


def flips_json(subject: Subject, rules: Rules, found: Sequence[WouldChange], unlocked: Collection[str] = ()) -> str:
    """One JSON object with what would change each decision in `found`."""
    import json

    whole = {
        **council_head(subject),
        "unlocked": list(unlocked),
        "decisions": [_Decision(subject, rules, each).whole() for each in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def council_head(subject: Subject) -> dict[str, Any]:
    """What stands first in the JSON about one council."""
    found, council = subject.assessment, subject.council
    return {
        "shape": SHAPE,
        "advice": ADVICE,
        "pack": pack_json(subject.pack),
        "council": {"id": council.id, "title": council.title, "file": subject.file},
        "answered": found.answered,
        "asked": found.asked,
        "notices": [{"kind": kind, "says": notice_words(kind, found)} for kind in found.notices],
    }


def change_json(subject: Subject, rules: Rules, change: Change) -> dict[str, Any]:
    """One answer changed or found out.

    `option` is what the answer becomes or, with `adds`, what comes in (true) or goes out (false) of several; `low` and
    `high` are the ends of a number or a date that has the same effect, both included.
    """
    answers = subject.assessment.case.answers
    private, found = is_private(rules, answers, change), is_found_out(rules, answers, change)
    told: dict[str, Any] = {
        "option": next(iter(change.answer.options)) if isinstance(change.answer, OneOf) else change.option,
        "adds": None if change.option is None else change.adds,
        **_ends(rules, change),
        "before": None if found else answer_in_words(subject.pack, change.question, answers.get(change.question)),
    }
    return {
        "question": change.question,
        "named": subject.questions[change.question].named,
        "asks": subject.questions[change.question].ask,
        "kind": "found_out" if found else "changed",
        "private": private,
        **{key: None if private else value for key, value in told.items()},
        "says": change_words(rules, answers, [change], hiding=True),
    }


def _ends(rules: Rules, change: Change) -> dict[str, Any]:
    if change.values is None:
        return {"low": None, "high": None}
    ends = {"low": change.values.low, "high": change.values.high}
    if rules.domains[change.question].kind == "date":
        return {key: date.fromordinal(int(end)).isoformat() if isfinite(end) else None for key, end in ends.items()}
    return {key: end if isfinite(end) else None for key, end in ends.items()}


class _Decision:
    """What would change one decision, as JSON."""

    def __init__(self, subject: Subject, rules: Rules, would: WouldChange) -> None:
        self.subject, self.rules, self.would = subject, rules, would
        self.result = subject.assessment.decision(would.decision)
        self.told = is_told(subject, would)

    def whole(self) -> dict[str, Any]:
        """Everything of the decision."""
        would, tried = self.would, self.would.tried
        shown = {id(each.flip) for each in would.shown}
        rest = [Turned(flip, None) for flip in tried.flips if id(flip) not in shown]
        return {
            "decision": self.result.decision.id,
            "title": self.result.decision.title,
            "verdict": verdict_json(self.subject, self.result),
            "ranked": is_ranked(self.result),
            "first": tried.leader if self.told else None,
            "first_says": first_by_totals(self.result) if self.told else None,
            "tried": {
                "says": tried_words(would) if self.told else None,
                "singles": tried.singles,
                "pairs": tried.pairs,
                "changeable": list(tried.changeable),
                "locked": list(tried.locked),
            },
            "flips": [self._turned(each) for each in (*would.shown, *rest)] if self.told else [],
            "found_out": [self._turned(each) for each in self._findings()] if self.told else [],
            "settled": would.settled,
            "settled_says": NOTHING_MISSING[would.settled] if self.told and not would.found_out else None,
            "required": [self._required(each) for each in would.required] if self.told else [],
            "mended": [self._mended(each) for each in would.mended],
        }

    def _findings(self) -> list[Turned]:
        shown = [each.flip for each in self.would.found_out]
        rest = [flip for question in self.would.open for flip in question.turning if flip not in shown]
        return [*self.would.found_out, *(Turned(flip, None) for flip in rest)]

    def _flip(self, flip: Flip) -> dict[str, Any]:
        changes = [change_json(self.subject, self.rules, each) for each in flip.changes]
        return {"changes": changes, "leader": flip.leader, "lead": figure(flip.lead)}

    def _turned(self, turned: Turned) -> dict[str, Any]:
        answers = self.subject.assessment.case.answers
        verdict = turned.verdict
        return {
            **self._flip(turned.flip),
            "verdict": None if verdict is None else {"kind": verdict.kind, "so_far": verdict.so_far},
            "says": turned_sentence(self.rules, answers, alike([turned])[0], hiding=True),
        }

    def _required(self, each: Requirement) -> dict[str, Any]:
        standing = self.result.standing(each.model)
        return {
            "model": each.model,
            "title": standing.model.title,
            "openness": standing.openness,
            "why_not": standing.why_not,
            "found": each.flip is not None,
            "smallest": each.smallest,
            **(self._flip(each.flip) if each.flip else {"changes": [], "leader": each.model, "lead": None}),
        }

    def _mended(self, mended: Mended) -> dict[str, Any]:
        return {
            "kind": "poor_fit" if is_poor_fit(self.subject, mended) else "precondition",
            "id": mended.fault.id,
            "model": mended.model,
            "says": fault_words(self.subject, mended, [mended.model]),
            "changes": [change_json(self.subject, self.rules, each) for each in mended.changes],
            "mends": mending_words(self.subject, self.rules, mended, hiding=True),
            "remedy": mended.fault.remedy,
        }
