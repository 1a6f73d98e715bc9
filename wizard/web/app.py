"""The app: from a request to its handler, one at a time for each person, and from what that gives to an answer."""

from __future__ import annotations

import secrets
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from .exchange import NO_FORM, Form, Goto, Page, Refusal
from .guard import Guard, address_in
from .parts import form_with_file
from .refusals import refusal_page, refused
from .replies import handled, proven, response_of
from .routes import ROUTES
from .shell import NOTHING, Around
from .stylesheet import PATH, SHEET
from .visit import Visit, not_there

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from .exchange import Given
    from .names import Names
    from .room import Room
    from .routes import Way


class Sent(NamedTuple):
    """The body of a request, and what kind of body it says it is."""

    body: bytes
    kind: str


COOKIE = "council_wizard"
ENDED = "Your session has ended, because nothing was asked for a long while."


def app_of(room: Room, names: Names, clock: Callable[[], float], port: int) -> ASGIApp:
    """The whole app behind its guard."""
    cookie = f"{COOKIE}_{port}"

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        room.desks.close()

    routes = [Route(each.path, _endpoint(room, each, cookie), methods=[each.method]) for each in ROUTES]
    routes.append(Route(PATH, style_sheet))
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: page_not_there, 405: page_not_there})
    return Guard(app, names, room.limits, clock)


async def style_sheet(_: Request) -> Response:
    """The one style sheet, which may be kept."""
    return Response(SHEET, media_type="text/css", headers={"cache-control": "public, max-age=86400, immutable"})


async def page_not_there(_: Request, __: Exception) -> Response:
    """For an address that leads nowhere."""
    return refused(not_there())


def _endpoint(room: Room, way: Way, cookie: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        key = request.cookies.get(cookie) or secrets.token_urlsafe(24)
        desk = room.desks.of(key)
        body = await request.body() if way.method == "POST" else b""
        sent = Sent(body, request.headers.get("content-type", ""))
        visit = Visit(room, key, desk, request.path_params, NO_FORM, address_in(request.scope))
        if desk is None:
            given = await run_in_threadpool(_handled, way, visit, sent)
        elif desk.waiting > room.limits.waiting:
            given = refusal_page(Refusal(429, "Your last pages are still being made.", "Wait until they are there."))
        else:
            desk.waiting += 1
            try:
                async with desk.lock:
                    given = await run_in_threadpool(_handled, way, visit, sent)
            finally:
                desk.waiting -= 1
        return _response(visit, given, request, cookie)

    return answer


def _handled(way: Way, visit: Visit, sent: Sent) -> Given:
    """What the handler gives; whatever stands in the way as a page that says so."""
    return handled(lambda: _given(way, visit, sent))


def _given(way: Way, visit: Visit, sent: Sent) -> Given:
    if way.method == "POST":
        visit.form = proven(lambda: _read(way, visit, sent), lambda proof: visit.room.is_proof(visit.key, proof))
    if way.needs != "nothing" and not visit.room.is_own and not visit.has_desk:
        return Goto("/join")
    if way.needs == "work" and not visit.is_at_work:
        return Goto("/")
    module, _, name = way.does.partition(":")
    given: Given = getattr(import_module(f"wizard.web.{module}"), name)(visit)
    return given


def _read(way: Way, visit: Visit, sent: Sent) -> Form:
    return form_with_file(*sent) if way.brings else Form.read(sent.body, visit.room.limits.fields)


def _response(visit: Visit, given: Given, request: Request, cookie: str) -> Response:
    around = _around(visit, given) if isinstance(given, Page) else NOTHING
    response = response_of(given, around)
    key = visit.desk.key if visit.has_desk else visit.key
    if request.cookies.get(cookie) != key:
        response.set_cookie(cookie, key, httponly=True, samesite="lax", path="/")
    return response


def _around(visit: Visit, page: Page) -> Around:
    if visit.is_at_work:
        return Around(visit.session.file.title, visit.desk.told())
    if page.status == 200 and visit.room.desks.has_ended(visit.key):
        return Around("", (ENDED,))
    return NOTHING
