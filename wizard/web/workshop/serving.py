"""A workshop's server, ready to run: its place on the network, its codes and its app."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from wizard.web.limits import Limits
from wizard.web.serving import prepared_with
from wizard.workshop.doors import doors_of

from .app import app_of
from .room import Room

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp

    from wizard.schema.workshop import Doors
    from wizard.web.names import Names
    from wizard.web.serving import Served
    from wizard.workshop.workshop import Workshop


A_ROOM = Limits(burst=1_200, per_second=60, wrong_codes=100)
"""A whole room may stand behind one address: sixteen people who turn a page at once, or mistype, are no attack."""


class WorkshopServed(NamedTuple):
    """A server that is ready to run, and the codes that let people in."""

    served: Served
    doors: Doors


def prepared(
    workshop: Workshop, host: str, port: int, names: Iterable[str] = (), limits: Limits | None = None
) -> WorkshopServed:
    """Takes the place on the network, before anything is said. Raises CannotListen, NotSaved, Unreadable."""
    doors = doors_of(workshop.folder)
    found = limits if limits is not None else A_ROOM

    def made(known: Names, port: int, address: str) -> ASGIApp:
        return app_of(Room(workshop, doors, found, time.monotonic, address), known, time.monotonic, port)

    return WorkshopServed(prepared_with(made, host, port, names, found), doors)
