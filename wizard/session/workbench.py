"""The one place where work changes: the present state, all that came before it, and what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import NotSaved, changed_text, new_text
from wizard.engine import assess
from wizard.schema.council import InterviewRecord

from .change import AnswerChange, Reload, TakenOver, WhatIfChange
from .recovering import Keeper, not_kept
from .state import case_in, written_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wizard.conditions.answers import Answer
    from wizard.council_file import OpenCouncil, PackView
    from wizard.engine import Case, Rules
    from wizard.engine.results import Assessment
    from wizard.problems import Problem
    from wizard.schema.council import CouncilFile

    from .change import Change
    from .recovering import Where
    from .rule_sets import RuleSet
    from .state import State

MOST_RESULTS = 12
"""Assessments that are remembered: the base and its what-ifs, and the same a change or two ago for undo."""


class Workbench:
    """State, undo and redo without limit, results, and the recovery of unsaved work.

    `base` is the text that values are saved into, None where there is none yet; `stands` says that it is what
    was read at `path`. `saved` is what the file says on disk, None where that is not known.
    """

    def __init__(
        self,
        rule_set: RuleSet,
        state: State,
        record: InterviewRecord,
        *,
        base: OpenCouncil | None,
        path: Path | None,
        stands: bool,
        saved: CouncilFile | None,
    ) -> None:
        self.rule_set = rule_set
        self.record = record
        self.path = path
        self._state = state
        self._base, self._stands, self._saved = base, stands, saved
        self._past: list[tuple[State, Change]] = []
        self._future: list[tuple[State, Change]] = []
        self._results: tuple[tuple[Case, Assessment], ...] = ()
        self._keeper = Keeper(path, state.file.id)

    # ---- what there is ----

    @property
    def rules(self) -> Rules:
        """The rules that the answers are held against."""
        return self.rule_set.rules

    @property
    def view(self) -> PackView:
        """The rule set as council files see it."""
        return self.rule_set.view

    @property
    def state(self) -> State:
        """Everything as it is now; it never changes itself."""
        return self._state

    @property
    def file(self) -> CouncilFile:
        """The council file as it would be saved now."""
        return written_file(self._state, self.record)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What the answers mean, inert ones included."""
        return self._state.answers

    @property
    def unsaved(self) -> bool:
        """Whether the file would say something else if it were saved. That the ranking was looked at is not enough."""
        return self._saved is None or written_file(self._state, InterviewRecord()) != self._saved

    @property
    def kept(self) -> Where | None:
        """Where the unsaved work is kept; None where there is none."""
        return self._keeper.where

    @property
    def not_kept(self) -> Problem | None:
        """What to say where the unsaved work is in memory only."""
        return not_kept(self._state.file.title) if self._keeper.where == "nowhere" else None

    # ---- results ----

    @property
    def assessment(self) -> Assessment:
        """What the rules say of the base as it is now."""
        return self.assessment_of(None)

    def assessment_of(self, variant: str | None) -> Assessment:
        """What they say of a what-if. Raises KeyError for an unknown one."""
        case = case_in(self.rules, self._state, variant)
        for known, result in self._results:
            if known == case:
                return result
        result = assess(self.rules, case)
        # A new tuple rather than a changed list: a worker may be asking at the same time.
        self._results = ((case, result), *self._results[: MOST_RESULTS - 1])
        return result

    # ---- changes ----

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back and can be made again."""
        return bool(self._future)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change that stands, the first one first."""
        return tuple(change for _, change in self._past)

    def undo(self) -> Change | None:
        """Takes the last change back and says which it was; None where there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> Change | None:
        """Makes the change again that was taken back last and says which; None where there is none."""
        return self._step(self._future, self._past)

    def _step(self, source: list[tuple[State, Change]], target: list[tuple[State, Change]]) -> Change | None:
        if not source:
            return None
        state, change = source.pop()
        target.append((self._state, change))
        self._state = state
        self._count_answer(change)
        self._keep()
        return change

    def _made(self, step: tuple[State, Change] | None) -> Change | None:
        """The one way in which work changes. What was undone before cannot be made again after it."""
        if step is None:
            return None
        state, change = step
        self._count_answer(change)
        self._count_variant(change)
        self._past.append((self._state, change))
        self._future.clear()
        self._state = state
        self._keep()
        return change

    def _count_answer(self, change: Change) -> None:
        """What was seen cannot be unseen: the record goes on counting whatever is undone."""
        given = len(change.answers) if isinstance(change, TakenOver) else 0
        if isinstance(change, AnswerChange) and change.variant is None:
            given = 1
        if self.record.ranking_seen and given:
            count = (self.record.answered_after or 0) + given
            self.record = self.record.model_copy(update={"answered_after": count})

    def _count_variant(self, change: Change) -> None:
        """A what-if is tried when something is otherwise in it for the first time."""
        if isinstance(change, WhatIfChange):
            tried = change.before is None and change.after is not None and bool(change.after.answers)
        elif isinstance(change, Reload):
            tried = False
        else:
            variant = getattr(change, "variant", None)
            tried = variant is not None and self._state.variant(variant).is_empty
        if tried:
            count = (self.record.variants_tried or 0) + 1
            self.record = self.record.model_copy(update={"variants_tried": count})

    # ---- recovery ----

    def _keep(self) -> None:
        """Keeps what is not saved where a crash cannot reach it, at once."""
        if not self.unsaved and all(each.kept for each in self._state.variants):
            self._keeper.discard()
            return
        based_on = self._base.digest if self._base is not None and self._stands else None
        self._keeper.keep(based_on, self._text())

    def _text(self) -> str | None:
        """The council file as it would be saved, and with every what-if: losing one would be losing work."""
        file = written_file(self._state, self.record, with_unkept=True)
        if self._base is not None:
            try:
                return changed_text(self._base, file)
            except NotSaved:
                # A text that cannot be changed without loss can still be recovered from one that is laid out anew.
                pass
        try:
            return new_text(file)
        except NotSaved:
            return None
