"""How much one server bears, and how often somebody may ask: so that nobody can crowd the others out."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_ADDRESSES = 4_096
"""Addresses that are remembered; the one heard of longest ago is forgotten first."""


class Limits(NamedTuple):
    """`body` bytes and `fields` of one form, `desks` sessions at once, each ended after `idle` seconds without a word.

    An address may ask `burst` times at once and `per_second` times from then on, may give `wrong_codes` wrong join
    codes in `wrong_codes_within` seconds, and holds `connections_each` of the `connections` at most. The head of a
    request must be there within `head_seconds`, its body within `body_seconds`. `waiting` requests of one session may
    wait for the one before them.
    """

    body: int = 262_144
    fields: int = 400
    desks: int = 40
    idle: float = 7_200
    burst: int = 120
    per_second: float = 10
    wrong_codes: int = 10
    wrong_codes_within: float = 600
    head_seconds: float = 10
    body_seconds: float = 20
    connections: int = 400
    connections_each: int = 60
    waiting: int = 4


class Allowance:
    """How often each address may do something: `burst` times at once, `per_second` times from then on."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float]) -> None:
        self._burst, self._per_second, self._clock = float(burst), per_second, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def seconds_to_wait(self, address: str) -> int:
        """Nought where the address may go on now, else whole seconds until it may again."""
        with self._lock:
            left = self._now(address)
        return 0 if left >= 1 else max(1, int((1 - left) / self._per_second + 0.999))

    def use(self, address: str) -> None:
        """Counts one time."""
        with self._lock:
            left = self._now(address)
            self._left[address] = (max(0.0, left - 1), self._clock())
            self._left.move_to_end(address)
            while len(self._left) > MOST_ADDRESSES:
                self._left.popitem(last=False)

    def _now(self, address: str) -> float:
        left, when = self._left.get(address, (self._burst, self._clock()))
        return min(self._burst, left + (self._clock() - when) * self._per_second)
