"""What matters more: who comes first under which priorities, and setting them, by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.priorities_words import WHOSE_THEY_ARE, trade_off_set_words, weight_set_words
from wizard.report.session_variants import subject_of

from . import weighing
from .lines import number_of
from .place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.report.document import Section

    from .conversation import Conversation

    Way = tuple[str, Callable[[Conversation, str], None]]
    """What it is, and what it does."""

BEFORE = "You have not seen a result here, so what is set now is recorded as set before it."


class Priorities(Place):
    """One question being settled at a time."""

    ABOUT = (
        "How much each group of criteria counts. Until somebody says otherwise all groups count the same. Type a "
        "number to say what matters more; Enter goes back."
    )

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        self.decision = next(iter(self.session.rules.pack.decisions))

    def arrive(self) -> None:
        """Who comes first under which priorities where that may be told, what is set, and what can be done."""
        session = self.session
        title = session.rules.pack.decisions[self.decision].title
        if session.ranking_visible:
            self.talk.read_out([self._standing()])
        else:
            self.talk.say("", title, WHOSE_THEY_ARE, BEFORE)
            self.talk.say(*self._set())
        self.talk.say(*(f"{number}: {words}" for number, (words, _) in enumerate(self._ways(), start=1)))

    def prompt(self) -> str:
        """A number."""
        return f"Answer 1 to {len(self._ways())}, Enter to go back, ? for help:"

    def take(self, line: str) -> None:
        """The way of a number."""
        ways = self._ways()
        if number := number_of(line, len(ways)):
            ways[number - 1][1](self.talk, self.decision)
        else:
            self.talk.not_understood(line, f"Type a number from 1 to {len(ways)}.")

    def blank(self) -> None:
        """Back."""
        self.back()

    def _ways(self) -> list[Way]:
        ways: list[Way] = [
            ("which of two groups matters more", weighing.by_trade_offs),
            ("points for how much the step from worst to best matters", weighing.by_points),
            ("an order of what matters most", weighing.by_order),
            ("weights in 100", weighing.by_weights),
            ("take something back that was set", weighing.taken_back),
        ]
        if self._following() != self.decision:
            title = self.session.rules.pack.decisions[self._following()].title
            ways.append((f"go to the other question: {title}", self._other))
        return ways

    def _standing(self) -> Section:
        """Who comes first under which priorities; what is worth asking is asked when that is chosen."""
        from wizard.report.document import Section
        from wizard.report.priorities_document import WORTH_ASKING, decision_section

        subject = subject_of(self.session)
        found = decision_section(subject, subject.assessment.decision(self.decision))
        kept = (each for each in found.blocks if not (isinstance(each, Section) and each.title == WORTH_ASKING))
        return found._replace(blocks=tuple(kept))

    def _following(self) -> str:
        ids = list(self.session.rules.pack.decisions)
        return ids[(ids.index(self.decision) + 1) % len(ids)]

    def _other(self, _: Conversation, __: str) -> None:
        self.decision = self._following()
        self.arrive()

    def _set(self) -> list[str]:
        pack, file = self.session.rules.pack, self.session.file
        weights = file.weights.get(self.decision, {})
        said = [weight_set_words(pack, each, entry) for each, entry in weights.items()]
        said += [trade_off_set_words(pack, each) for each in file.trade_offs.get(self.decision, ())]
        return ["What people have set:", *said] if said else ["Nothing has been set."]


def priorities(talk: Conversation, _: str) -> None:
    """To say what matters more."""
    talk.go(Priorities(talk))
