"""One workshop that is served: who comes in by which code, what their browsers are known by, and what is worked out."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Literal

from wizard.web.limits import Allowance
from wizard.workshop.codes import plain_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.schema.workshop import Doors
    from wizard.web.limits import Limits
    from wizard.workshop.group.result import GroupResult
    from wizard.workshop.training.reveal import Step
    from wizard.workshop.workshop import Workshop

Role = Literal["nobody", "guest", "facilitator"]
LETTERS: dict[str, Role] = {"g": "guest", "f": "facilitator"}


class Room:
    """`address` is where others join, as it was shown. `seating` is how often an address may take a new seat.

    A browser's key says what it may and is signed with the workshop's secret: nothing about it is kept here, so that
    a thousand who come in cost nothing, and one who came in goes on after the server was started anew.
    """

    def __init__(
        self, workshop: Workshop, doors: Doors, limits: Limits, clock: Callable[[], float], address: str = ""
    ) -> None:
        self.workshop, self.doors, self.limits, self.address = workshop, doors, limits, address
        self._secret = bytes.fromhex(doors.secret)
        self._lock = Lock()
        self._seats: dict[str, Lock] = {}
        self._busy: dict[str, int] = {}
        self.wrong_codes = Allowance(limits.wrong_codes, limits.wrong_codes / limits.wrong_codes_within, clock)
        self.seating = Allowance(limits.desks, limits.desks / limits.wrong_codes_within, clock)

    # ---- who may ----

    def key_of(self, role: Role) -> str:
        """A new key for a browser that gave a code."""
        letter = next(each for each, named in LETTERS.items() if named == role)
        begun = f"{letter}.{secrets.token_urlsafe(24)}"
        return f"{begun}.{self._signed('key', begun)}"

    def role_of(self, key: str) -> Role:
        """What a browser of this key may."""
        begun, _, sign = key.rpartition(".")
        wanted = self._signed("key", begun)
        if not hmac.compare_digest(sign.encode("utf-8", "replace"), wanted.encode()):
            return "nobody"
        return LETTERS.get(begun[:1], "nobody")

    def opened_by(self, code: str) -> Role:
        """Whom a code lets in; how long it takes to say so tells nothing of either."""
        given = plain_code(code).encode("utf-8", "replace")
        joins = hmac.compare_digest(given, plain_code(self.doors.join).encode())
        leads = hmac.compare_digest(given, plain_code(self.doors.facilitator).encode())
        return "facilitator" if leads else "guest" if joins else "nobody"

    def proof(self, key: str) -> str:
        """What a form must bring along: made of the key that only its own browser has."""
        return self._signed("form", key)

    def is_proof(self, key: str, given: str) -> bool:
        """Whether a form brought it."""
        return hmac.compare_digest(self.proof(key).encode(), given.encode("utf-8", "replace"))

    def _signed(self, what: str, words: str) -> str:
        return hmac.new(self._secret, f"{what}:{words}".encode("utf-8", "replace"), sha256).hexdigest()

    # ---- one thing after the other ----

    def lock_of(self, seat: str) -> Lock:
        """Held while a sheet is read, filled in and kept: two pages of one person never lose each other's."""
        with self._lock:
            return self._seats.setdefault(seat, Lock())

    def begin(self, key: str) -> bool:
        """Takes up a request of a browser; not where too many of its own are being answered."""
        with self._lock:
            number = self._busy.get(key, 0)
            if number > self.limits.waiting:
                return False
            self._busy[key] = number + 1
            return True

    def end(self, key: str) -> None:
        """It is answered."""
        with self._lock:
            left = self._busy[key] - 1
            if left:
                self._busy[key] = left
            else:
                del self._busy[key]

    # ---- what comes out ----

    def result(self) -> GroupResult:
        """The group's result, worked out once for everybody. Raises NotTaken while the sheets are sealed."""
        from wizard.workshop.group.result import group_result

        with self.lock_of(""):
            return group_result(self.workshop)

    def steps(self) -> tuple[Step, ...]:
        """Every step of a case study's reveal. Raises NotTaken while the sheets are sealed."""
        from wizard.workshop.training.reveal import reveal

        with self.lock_of(""):
            return reveal(self.workshop)
