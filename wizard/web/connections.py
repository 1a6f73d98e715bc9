"""Connections that take their time, or are too many from one place, are ended: nobody can hold the door for others."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from .limits import Limits

FULL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n"
SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n"


class HeldOff(H11Protocol):
    """A connection that is closed where the head of a request does not come in time, or its address has too many.

    The server's own time limit begins only after a first answer: who never finishes asking would stay for ever.
    """

    limits: ClassVar[Limits] = Limits()
    held: ClassVar[Counter[str]] = Counter()
    _deadline: asyncio.TimerHandle | None = None
    _address = ""

    def connection_made(self, transport: Any) -> None:
        """Counts it, and starts the clock."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self.held[self._address] += 1
        if self.held[self._address] > self.limits.connections_each:
            self._end(FULL, "Too many connections from this address. Close some, then try again.\n")
        else:
            self._start()

    def data_received(self, data: bytes) -> None:
        """Stops the clock once the head is there; starts it again for another one on the same connection."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop()
        elif self._deadline is None and not self.transport.is_closing():
            self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        """Counts it no longer."""
        self.held[self._address] -= 1
        if self.held[self._address] <= 0:
            del self.held[self._address]
        self._stop()
        super().connection_lost(exc)

    def _start(self) -> None:
        self._deadline = self.loop.call_later(self.limits.head_seconds, self._too_slow)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_slow(self) -> None:
        self._deadline = None
        if self.cycle is None or self.cycle.response_complete:
            self._end(SLOW, "The request took too long to arrive. Try again.\n")

    def _end(self, head: bytes, words: str) -> None:
        if not self.transport.is_closing():
            self.transport.write(head + words.encode())
            self.transport.close()


def held_off(limits: Limits) -> type[HeldOff]:
    """The connections of one server, with its limits and a count of its own."""
    own: Counter[str] = Counter()
    return type("HeldOff", (HeldOff,), {"limits": limits, "held": own})
