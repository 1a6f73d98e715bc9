"""The work on a council file as an interview: every change that can be made, and what is asked next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import editing, taking_over, varying, weighing
from .asking import Ranking, by_points
from .giving import AS_IT_STANDS
from .plan import plan_of
from .state import case_in
from .weighing import UNSAID
from .workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.conditions.deciding import Truth
    from wizard.proof.setting_priorities import Compared, NewPriorities, SaidBy

    from .change import AnswerGiven, Change
    from .giving import Words
    from .plan import Plan


class Interview(Workbench):
    """Changes give the `Change` that was made, None where that stood there already, and raise NotTaken otherwise.

    `variant` is the id of a what-if, None for the base. `at` is the question the person is on. `ranking` orders the
    questions that are worth asking after the core.
    """

    at: str | None = None
    ranking: Ranking = staticmethod(by_points)
    _shown: bool = False

    # ---- answers ----

    def answer(
        self,
        question: str,
        written: Any,
        note: Words = AS_IT_STANDS,
        from_: Words = AS_IT_STANDS,
        variant: str | None = None,
    ) -> Change | None:
        """An answer as a council file would have it: a text, a list, or a mapping with is, one_of or between.

        Unless they are given, a note stays, and a source stays where the answer does; None takes them away.
        """
        return self._made(editing.answered(self.state, self.rules, question, written, note, from_, variant))

    def not_sure(self, question: str, variant: str | None = None) -> Change | None:
        """The answer "not sure": asked, and nobody knows."""
        return self._made(editing.not_sure(self.state, self.rules, question, variant))

    def forget(self, question: str, variant: str | None = None) -> Change | None:
        """Takes an answer back, as if the question had never been asked; in a what-if, as the base has it."""
        return self._made(editing.forgotten(self.state, self.rules, question, variant))

    def answer_of(self, question: str, variant: str | None = None) -> Answer | None:
        """What the answer means, of the base where a what-if has none of its own; None where there is none."""
        given = self.given(question, variant)
        return None if given is None else given.answer

    def given(self, question: str, variant: str | None = None) -> AnswerGiven | None:
        """The answer with its note and its source; None where there is none."""
        own = editing.given(self.state, self.rules, question, variant)
        return own if own is not None or variant is None else editing.given(self.state, self.rules, question)

    def is_asked(self, question: str, variant: str | None = None) -> Truth:
        """Whether a question arises: true, false, or the questions on which that hangs. Raises KeyError.

        What was answered to one that does not arise is kept, and is inert.
        """
        return self._truths(variant)[question]

    def questions_asked(self, variant: str | None = None) -> frozenset[str]:
        """The questions that arise, or of which it is not known whether they do."""
        return frozenset(question for question, truth in self._truths(variant).items() if truth is not False)

    # ---- priorities ----

    def set_weights(
        self, decision: str, weights: Mapping[str, str], by: SaidBy = UNSAID, variant: str | None = None
    ) -> Change | None:
        """Per cents for groups and criteria, as they were typed."""
        return self._made(weighing.weighed(self.state, self.view, decision, weights, self.said(by), variant))

    def remove_weights(self, decision: str, ids: Collection[str], variant: str | None = None) -> Change | None:
        """Takes weights back."""
        return self._made(weighing.unweighed(self.state, decision, ids, variant))

    def prioritise(self, decision: str, new: NewPriorities) -> Change | None:
        """Takes up what `wizard.proof.setting_priorities` made of `session.file`: swings, ranks, trade-offs."""
        return self._made(weighing.prioritised(self.state, decision, new))

    def compare_groups(self, decision: str, pairs: Sequence[Compared], by: SaidBy = UNSAID) -> Change | None:
        """Answers to "which matters more?"."""
        return self._made(weighing.compared(self.state, self.view, decision, pairs, self.said(by)))

    def forget_comparison(self, decision: str, groups: Collection[str]) -> Change | None:
        """Takes the answer about two groups back."""
        return self._made(weighing.uncompared(self.state, decision, groups))

    def said(self, by: SaidBy) -> SaidBy:
        """The same, with whether a ranking had been seen by then where that is not told."""
        return by if by.when else by._replace(when="after_result" if self.record.ranking_seen else "before_result")

    # ---- models, titles ----

    def take_off_the_table(self, model: str, reason: str, variant: str | None = None) -> Change | None:
        """Rules a model out, with a reason that every result shows."""
        return self._made(editing.taken_off(self.state, self.rules, model, reason, variant))

    def put_back(self, model: str, variant: str | None = None) -> Change | None:
        """Puts a model back on the table."""
        return self._made(editing.put_back(self.state, model, variant))

    def rename(self, title: str) -> Change | None:
        """Gives the council file another title."""
        return self._made(editing.titled(self.state, title))

    def tell_about(self, **said: str | None) -> Change | None:
        """Says which `council`, which `date`, `prepared_by` whom, and a `note`; None takes one away."""
        return self._made(editing.told_about(self.state, **said))

    # ---- what-ifs ----

    def begin_what_if(self, title: str | None = None, like: str | None = None) -> str:
        """Begins a what-if, like another one where that is named, and gives its id."""
        state, change = varying.begun(self.state, title, like)
        self._made((state, change))
        return change.variant

    def remove_what_if(self, variant: str) -> Change | None:
        """Takes a what-if away."""
        return self._made(varying.removed(self.state, variant))

    def keep_what_if(self, variant: str, keep: bool = True) -> Change | None:
        """Keeps a what-if in the council file, or keeps it out of it."""
        return self._made(varying.kept(self.state, variant, keep=keep))

    def rename_what_if(self, variant: str, title: str) -> Change | None:
        """Gives a what-if another title."""
        return self._made(varying.renamed(self.state, variant, title))

    def note_what_if(self, variant: str, note: str | None) -> Change | None:
        """Notes something on a what-if."""
        return self._made(varying.noted(self.state, variant, note))

    def take_over(self, variant: str) -> Change | None:
        """Makes what is otherwise in a what-if the council file's own, in one change; the what-if stays."""
        return self._made(taking_over.taken_over(self.state, self.rules, self.view, variant, self.said(UNSAID)))

    # ---- the interview ----

    @property
    def plan(self) -> Plan:
        """The whole interview, section by section."""
        return plan_of(self.rules, self.answers, self._truths(), self.at)

    @property
    def core(self) -> Plan:
        """The core questions only: the quick mode."""
        return plan_of(self.rules, self.answers, self._truths(), self.at, core=True)

    def jump(self, question: str) -> None:
        """Goes to a question, whether it arises or not. Raises KeyError for an unknown one."""
        self.at = self.rules.domains[question].id

    def next_to_ask(self, passed_over: Collection[str] = ()) -> str | None:
        """The next core question without an answer, then what matters most; None where nothing can change the leader.

        What was answered "not sure" is not asked again, nor what the person passed over for now.
        """
        core = [each.id for each in self.core.questions if each.state == "to_do" and each.id not in passed_over]
        if core:
            return core[0]
        to_do = {each.id for each in self.plan.questions if each.state == "to_do"}.difference(passed_over)
        return next((each for each in self.ranking(self.rules, self.assessment) if each in to_do), None)

    @property
    def ranking_allowed(self) -> bool:
        """Whether the ranking may be shown: once every core question that arises has an answer."""
        return self.core.is_done

    @property
    def ranking_visible(self) -> bool:
        """Whether it is shown: never before it may be."""
        return self._shown and self.ranking_allowed

    def show_ranking(self, shown: bool = True) -> bool:
        """Shows or hides the ranking, and says whether it is visible then; that it was seen is put on record.

        A face calls it too where the ranking is seen without the toggle, as on the page of results.
        """
        self._shown = shown
        if self.ranking_visible:
            self.ranking_was_seen()
        return self.ranking_visible

    def ranking_was_seen(self) -> None:
        """Puts on record that a ranking was seen: a page of results shows one as soon as enough is known for it."""
        if not self.record.ranking_seen:
            self.record = self.record.model_copy(update={"ranking_seen": "yes"})

    def _truths(self, variant: str | None = None) -> dict[str, Truth]:
        """For every question, whether it is asked."""
        case = case_in(self.rules, self.state, variant)
        facts = self.rules.cells.facts(case.answers)
        asked = self.rules.asked
        return {question: asked[question](facts) if question in asked else True for question in self.rules.domains}
