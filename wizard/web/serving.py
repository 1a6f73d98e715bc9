"""From the command to a server that runs until it is stopped: its place on the network, its names and its code."""

from __future__ import annotations

import socket
import time
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import uvicorn

from wizard.session.settings import Settings

from .app import app_of
from .connections import held_off
from .limits import Limits
from .names import EVERYWHERE, Names, address_of, is_loopback
from .room import Room, new_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.types import ASGIApp


class CannotListen(Exception):
    """The server cannot be reached there: `args[0]` says why, in words."""


class Served(NamedTuple):
    """A server that is ready to run: what it listens on, its address, and the join code where others may come in."""

    socket: socket.socket
    app: ASGIApp
    address: str
    code: str | None
    limits: Limits


def prepared(host: str, port: int, names: Iterable[str] = (), limits: Limits | None = None) -> Served:
    """Takes the place on the network, before anything is said. Raises CannotListen."""
    found = limits if limits is not None else Limits()
    code = None if is_loopback(host) else new_code()

    def made(known: Names, port: int, _: str) -> ASGIApp:
        return app_of(Room(Settings(), found, time.monotonic, datetime.now, code=code), known, time.monotonic, port)

    return prepared_with(made, host, port, names, found)._replace(code=code)


def prepared_with(
    made: Callable[[Names, int, str], ASGIApp], host: str, port: int, names: Iterable[str], limits: Limits
) -> Served:
    """The same for any app, made of its names, its port and its address. Raises CannotListen."""
    listening = _listening(host, port)
    port = int(listening.getsockname()[1])
    names = list(names)
    shown = host
    if host in EVERYWHERE:
        shown = names[0] if names else socket.gethostname()
        names.append(shown)
    address = address_of(shown, port)
    return Served(listening, made(Names(host, port, names), port, address), address, None, limits)


def run(served: Served, when_ready: Callable[[], None] = lambda: None) -> None:
    """Answers until it is stopped; Ctrl+C raises KeyboardInterrupt once everybody's work is put away."""
    server_of(served, when_ready).run(sockets=[served.socket])


def server_of(served: Served, when_ready: Callable[[], None] = lambda: None) -> uvicorn.Server:
    """The server, not running yet. No address that is asked for is written down anywhere."""
    limits = served.limits
    config = uvicorn.Config(
        served.app,
        http=held_off(limits),
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=int(limits.head_seconds) or 1,
        timeout_graceful_shutdown=3,
        limit_concurrency=limits.connections,
    )
    return _Server(config, when_ready)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._when_ready()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        raise CannotListen(f"'{host}' is not the name or address of this machine.") from None
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(place)
        found.listen(128)
    except OSError as fault:
        found.close()
        words = (fault.strerror or "no reason given").lower()
        raise CannotListen(f"The wizard cannot listen at {host}, port {port}: {words}.") from None
    return found
