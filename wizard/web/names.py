"""Under which names the server may be called: anything else in a request's Host or Origin is somebody's trick.

A page elsewhere can point a name of its own at this machine; the browser then asks here in that name, and would let
that page read the answer. So only known names are answered. A bare address cannot be pointed anywhere.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")


class Names:
    """The names of one server at one port. `others` are those that people reach it by, such as behind a proxy."""

    def __init__(self, host: str, port: int, others: Iterable[str] = ()) -> None:
        self._port = port
        self._known = frozenset((*LOOPBACK, host.casefold()))
        self._others = frozenset(each.casefold() for each in others)
        self._any_address = host in EVERYWHERE

    def knows(self, host: str) -> bool:
        """Whether the Host of a request is one of this server's."""
        name, port = _apart(host)
        if name in self._others:
            return True
        if port != self._port:
            return False
        return name in self._known or (self._any_address and _is_address(name))

    def is_own(self, origin: str, host: str) -> bool:
        """Whether the Origin of a request is the very place that it was sent to."""
        return origin.casefold() in (f"http://{host.casefold()}", f"https://{host.casefold()}")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def address_of(host: str, port: int) -> str:
    """'http://127.0.0.1:8765/'."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _apart(host: str) -> tuple[str, int | None]:
    text = host.strip().casefold()
    if text.startswith("["):
        name, _, port = text[1:].partition("]")
        port = port.removeprefix(":")
    else:
        name, _, port = text.partition(":")
    if not port:
        return name.rstrip("."), 80
    return name.rstrip("."), int(port) if port.isascii() and port.isdigit() and len(port) <= 5 else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
