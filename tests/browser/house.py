"""A web face that really runs, in a thread of the tests, on a port of this machine that was free."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT

from wizard.session.rule_sets import RuleSets
from wizard.session.settings import Settings
from wizard.web.app import app_of
from wizard.web.limits import Limits
from wizard.web.room import Room
from wizard.web.serving import Served, prepared_with, server_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from wizard.web.names import Names

RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

GENEROUS = Limits(burst=100_000, per_second=1_000)
"""Nobody is held up for asking too much."""

AXE_AT = "/axe-core.js"


class House(NamedTuple):
    """A running server: its address without the slash at its end, and the code to come in with."""

    address: str
    code: str | None = None


@contextmanager
def running(served: Served) -> Iterator[House]:
    """A server that is ready, at work for as long as it is wanted."""
    ready = threading.Event()
    server = server_of(served._replace(app=_with_axe(served.app)), ready.set)
    thread = threading.Thread(target=lambda: server.run(sockets=[served.socket]), daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield House(served.address.rstrip("/"), served.code)
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


def _with_axe(app: ASGIApp) -> ASGIApp:
    """The app, and beside it the script that finds faults: a browser keeps it, which spares it most of its work."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != AXE_AT:
            await app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/javascript"), (b"cache-control", b"max-age=86400, immutable")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": AXE_SCRIPT.encode("utf-8")})

    return answer


@contextmanager
def opened(code: str | None = None, pack: str | None = None) -> Iterator[House]:
    """The web face for one person each; without `pack` on the rule set that ships. Its date never passes."""
    today = datetime(2026, 3, 2, 12, 0)
    room = Room(Settings(), GENEROUS, time.monotonic, lambda: today, code=code, pack=pack, rule_sets=RULE_SETS)

    def made(names: Names, port: int, _: str) -> ASGIApp:
        return app_of(room, names, time.monotonic, port)

    with running(prepared_with(made, "127.0.0.1", 0, (), GENEROUS)._replace(code=code)) as house:
        yield house
