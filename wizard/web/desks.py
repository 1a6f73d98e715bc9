"""The people at work: each has a desk with one council file on it, for as long as they go on."""

from __future__ import annotations

import asyncio
import secrets
from threading import Lock
from typing import TYPE_CHECKING

from wizard.report.standing_so_far import in_a_line
from wizard.session.worth_asking import WorthAsking

from .exchange import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.proof.evidence_library import Wanted
    from wizard.session.change import Change
    from wizard.session.session import Session

    from .limits import Limits
    from .priorities import Weighed

MOST_TRAIL = 200
UNUSED = 60
"""Seconds for which a desk may stand empty while others wait for one."""


class Desk:
    """One person's work. `passed` are questions left for now, `trail` those come through, `said` what is to be told.

    What is looked for stands in no address: `wanted` in the evidence, `beside` the council files to compare with, of
    which only the answers that differ are shown where `differing`. `weighed` are the priorities set last.

    `key` is known to that person's browser only. `lock` lets one request at a time touch it.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self.lock = asyncio.Lock()
        self.waiting = 0
        self.last = 0.0
        self.passed: set[str] = set()
        self.trail: list[str] = []
        self.said: list[str] = []
        self.wanted: Wanted | None = None
        self.beside: tuple[str, ...] = ()
        self.differing = True
        self.weighed: Weighed | None = None
        self._session: Session | None = None
        self._worth: WorthAsking | None = None
        self._was_core = True

    @property
    def session(self) -> Session:
        """What is being worked on; only to be asked for where there is something."""
        assert self._session is not None
        return self._session

    @property
    def is_empty(self) -> bool:
        """Whether nothing is being worked on."""
        return self._session is None

    @property
    def worth(self) -> WorthAsking:
        """What is worth asking."""
        assert self._worth is not None
        return self._worth

    def take_up(self, session: Session) -> None:
        """Goes on with this in place of what was there."""
        self.put_away()
        self._session = session
        self._worth = WorthAsking(session)
        session.ranking = self._worth
        self._was_core = session.ranking_allowed
        self.passed, self.trail = set(), []
        self.wanted, self.beside, self.differing, self.weighed = None, (), True, None

    def put_away(self) -> None:
        """Ends the work; what is not saved stays where it is kept."""
        if self._session is not None:
            self._session.close()
            self._session = None

    # ---- changes ----

    def tell(self, *sentences: str) -> None:
        """To be said at the head of the next page."""
        self.said += sentences

    def told(self) -> tuple[str, ...]:
        """What is to be said, once."""
        said, self.said = tuple(self.said), []
        return said

    def change(self, make: Callable[[Session], Change | None]) -> Change | None:
        """Makes a change, and tells how the verdicts moved with it once they may be seen. Raises NotTaken."""
        session = self.session
        before = self._verdicts()
        change = make(session)
        for title, said in self._verdicts().items():
            if before.get(title, said) != said:
                self.tell(f"This moved the result. {said}")
        if not self._was_core and session.ranking_allowed:
            self.tell(
                "The questions that matter most have answers now: you can look at the result.",
                "What is asked from here on is asked because it could still change what comes first.",
            )
        self._was_core = session.ranking_allowed
        if session.not_kept is not None:
            self.tell(session.not_kept.message)
        return change

    def come_through(self, question: str) -> None:
        """Remembers a question on the way, so that one can go back."""
        self.trail = [*(each for each in self.trail if each != question), question][-MOST_TRAIL:]

    def _verdicts(self) -> dict[str, str]:
        session = self.session
        if not session.ranking_visible:
            return {}
        return {each.decision.id: in_a_line(each) for each in session.assessment.decisions}


class Desks:
    """Every desk of one server, never more than the limit; who has been silent for too long gives theirs up."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits, self._clock = limits, clock
        self._desks: dict[str, Desk] = {}
        self._ended: list[str] = []
        self._lock = Lock()

    def of(self, key: str) -> Desk | None:
        """The desk of a key, which is then in use again."""
        with self._lock:
            self._clear()
            found = self._desks.get(key)
            if found is not None:
                found.last = self._clock()
            return found

    def new(self) -> Desk:
        """Another desk, under a key that nobody knows yet. Raises Refusal where there are too many."""
        with self._lock:
            self._clear()
            if len(self._desks) >= self._limits.desks:
                self._clear_unused()
            if len(self._desks) >= self._limits.desks:
                raise Refusal(
                    503,
                    f"As many people as can be, {self._limits.desks}, are at work here.",
                    "Try again when somebody has finished. Whoever is at work is not disturbed.",
                    (("retry-after", "60"),),
                )
            desk = Desk(secrets.token_urlsafe(24))
            desk.last = self._clock()
            self._desks[desk.key] = desk
            return desk

    def has_ended(self, key: str) -> bool:
        """Whether the desk of that key was given up after too long a silence."""
        with self._lock:
            self._clear()
            return key in self._ended

    def clear(self, key: str) -> None:
        """Gives a desk up."""
        with self._lock:
            desk = self._desks.pop(key, None)
        if desk is not None:
            desk.put_away()

    def close(self) -> None:
        """Gives all of them up, as when the server stops."""
        with self._lock:
            desks, self._desks = list(self._desks.values()), {}
        for each in desks:
            each.put_away()

    def titles(self) -> frozenset[str]:
        """The ids of the council files that are being worked on now."""
        with self._lock:
            return frozenset(each.session.file.id for each in self._desks.values() if not each.is_empty)

    def _clear_unused(self) -> None:
        """Takes back what somebody asked for and then never used, so that nobody can fill the house by asking alone."""
        for key, desk in list(self._desks.items()):
            if desk.is_empty and not desk.waiting and desk.last < self._clock() - UNUSED:
                del self._desks[key]

    def _clear(self) -> None:
        oldest = self._clock() - self._limits.idle
        for key, desk in list(self._desks.items()):
            if desk.last < oldest and not desk.waiting:
                del self._desks[key]
                desk.put_away()
                self._ended = [*self._ended, key][-1_000:]
