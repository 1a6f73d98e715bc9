"""A web face that really runs, in a thread of the tests, on a port of this machine that was free."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from wizard.session.rule_sets import RuleSets
from wizard.session.settings import Settings
from wizard.web.app import app_of
from wizard.web.limits import Limits
from wizard.web.names import Names
from wizard.web.room import Room
from wizard.web.serving import Served, server_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp

RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

GENEROUS = Limits(burst=100_000, per_second=1_000)
"""Nobody is held up for asking too much."""


class House(NamedTuple):
    """A running server: its address without the slash at its end, and the code to come in with."""

    address: str
    code: str | None = None


@contextmanager
def serving(made: Callable[[Names, int, str], ASGIApp], limits: Limits = GENEROUS) -> Iterator[str]:
    """Any app of the web face at work for as long as it is wanted: its address.

    `made` gives the app for the names, the port and the address that it is served under.
    """
    place = socket.create_server(("127.0.0.1", 0))
    port = int(place.getsockname()[1])
    address = f"http://127.0.0.1:{port}"
    app = made(Names("127.0.0.1", port), port, f"{address}/")
    ready = threading.Event()
    server = server_of(Served(place, app, f"{address}/", None, limits), ready.set)
    thread = threading.Thread(target=lambda: server.run(sockets=[place]), daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


@contextmanager
def opened(code: str | None = None, pack: str | None = None) -> Iterator[House]:
    """The web face for one person each; without `pack` on the rule set that ships. Its date never passes."""
    today = datetime(2026, 3, 2, 12, 0)
    room = Room(Settings(), GENEROUS, time.monotonic, lambda: today, code=code, pack=pack, rule_sets=RULE_SETS)
    with serving(lambda names, port, _: app_of(room, names, time.monotonic, port)) as address:
        yield House(address, code)
