"""The app of a workshop: from a request to its handler, and what stands round every page of it."""

from __future__ import annotations

import secrets
from importlib import import_module
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from wizard.council_file import NotSaved
from wizard.problems import Unreadable
from wizard.web.app import page_not_there, style_sheet
from wizard.web.exchange import Form, Goto, Page, Refusal
from wizard.web.guard import Guard, address_in
from wizard.web.refusals import refusal_page
from wizard.web.replies import handled, proven, response_of
from wizard.web.shell import NOTHING, Around
from wizard.web.stylesheet import PATH
from wizard.workshop.marks import mark_of

from .menu import menu_of
from .routes import ROUTES
from .telling import not_kept_page, unreadable_page
from .visit import Visit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from wizard.web.exchange import Given
    from wizard.web.names import Names

    from .room import Room
    from .routes import Way

COOKIE = "council_workshop"
BUSY = "Your last pages are still being made."


def app_of(room: Room, names: Names, clock: Callable[[], float], port: int) -> ASGIApp:
    """The whole app behind the guard of the web face."""
    cookie = f"{COOKIE}_{port}"
    routes = [Route(each.path, _endpoint(room, each, cookie), methods=[each.method]) for each in ROUTES]
    routes.append(Route(PATH, style_sheet))
    app = Starlette(routes=routes, exception_handlers={404: page_not_there, 405: page_not_there})
    return Guard(app, names, room.limits, clock)


def _endpoint(room: Room, way: Way, cookie: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        key = request.cookies.get(cookie) or secrets.token_urlsafe(24)
        body = await request.body() if way.method == "POST" else b""
        visit = Visit(room, key, request.path_params, address_in(request.scope))
        if not room.begin(key):
            return response_of(refusal_page(Refusal(429, BUSY, "Wait until they are there.")), NOTHING)
        try:
            return await run_in_threadpool(_answered, way, visit, body, request, cookie)
        finally:
            room.end(key)

    return answer


def _answered(way: Way, visit: Visit, body: bytes, request: Request, cookie: str) -> Response:
    given = handled(lambda: _given(way, visit, body))
    response = response_of(given, _around(visit, given) if isinstance(given, Page) else NOTHING)
    if request.cookies.get(cookie) != visit.key:
        response.set_cookie(cookie, visit.key, httponly=True, samesite="lax", path="/")
    return response


def _given(way: Way, visit: Visit, body: bytes) -> Given:
    """What the handler gives. Raises Refusal and NotTaken."""
    if way.method == "POST":
        fields = visit.room.limits.fields
        visit.form = proven(lambda: Form.read(body, fields), lambda proof: visit.room.is_proof(visit.key, proof))
    try:
        elsewhere = _elsewhere(way, visit)
        if elsewhere is not None:
            return elsewhere
        module, _, name = way.does.partition(":")
        given: Given = getattr(import_module(f"{__package__}.{module}"), name)(visit)
        return given
    except NotSaved as fault:
        return not_kept_page(visit, fault)
    except Unreadable as fault:
        return unreadable_page(visit, fault)


def _elsewhere(way: Way, visit: Visit) -> Goto | None:
    """Where whoever may not ask for this is sent. Raises Refusal for what is the facilitator's."""
    if way.needs == "nothing":
        return None
    if visit.role == "nobody":
        return Goto("/join")
    if way.needs == "facilitator" and not visit.leads:
        raise Refusal(403, "This page is the facilitator's.", "Go on with your own part of the workshop.")
    if way.needs == "seat" and visit.found_seat is None:
        return Goto("/room" if visit.leads else "/name")
    return None


def _around(visit: Visit, page: Page) -> Around:
    """The workshop's name, the menu of whoever asks, and that it is a rehearsal where it is one."""
    file = visit.workshop.file
    large = page.at == "projector"
    return Around(file.title, (), () if large else menu_of(visit), mark_of(file), "projector" if large else None)
