"""The app: from a request to its handler, one at a time for each person, and from what that gives to an answer."""

from __future__ import annotations

import logging
import secrets
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from wizard.problems import Unreadable
from wizard.session.change import NotTaken

from .exchange import NO_FORM, TOKEN, File, Form, Goto, Page, Refusal
from .guard import Guard, address_in
from .refusals import refusal_page, refused
from .routes import ROUTES
from .shell import NOTHING, Around, whole_page
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
    routes.append(Route(PATH, _sheet))
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: _nothing, 405: _nothing})
    return Guard(app, names, room.limits, clock)


async def _sheet(_: Request) -> Response:
    return Response(SHEET, media_type="text/css", headers={"cache-control": "public, max-age=86400, immutable"})


async def _nothing(_: Request, __: Exception) -> Response:
    return refused(not_there())


def _endpoint(room: Room, way: Way, cookie: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        key = request.cookies.get(cookie) or secrets.token_urlsafe(24)
        desk = room.desks.of(key)
        body = await request.body() if way.method == "POST" else b""
        visit = Visit(room, key, desk, request.path_params, NO_FORM, address_in(request.scope))
        if desk is None:
            given = await run_in_threadpool(_handled, way, visit, body)
        elif desk.waiting > room.limits.waiting:
            given = refusal_page(Refusal(429, "Your last pages are still being made.", "Wait until they are there."))
        else:
            desk.waiting += 1
            try:
                async with desk.lock:
                    given = await run_in_threadpool(_handled, way, visit, body)
            finally:
                desk.waiting -= 1
        return _response(visit, given, request, cookie)

    return answer


def _handled(way: Way, visit: Visit, body: bytes) -> Given:
    """What the handler gives; whatever stands in the way as a page that says so."""
    try:
        if way.method == "POST":
            visit.form = _form(visit, body)
        if way.needs != "nothing" and not visit.room.is_own and not visit.has_desk:
            return Goto("/join")
        if way.needs == "work" and not visit.is_at_work:
            return Goto("/")
        module, _, name = way.does.partition(":")
        given: Given = getattr(import_module(f"wizard.web.{module}"), name)(visit)
        return given
    except Refusal as refusal:
        return refusal_page(refusal)
    except NotTaken as fault:
        return refusal_page(Refusal(422, "This cannot be taken.", " ".join(filter(None, (fault.message, fault.hint)))))
    except Unreadable as fault:
        said = " ".join(f"{each.message} {each.hint or ''}" for each in dict.fromkeys(fault.problems))
        return refusal_page(Refusal(422, "This cannot be used.", said))
    except Exception as fault:
        # What went wrong goes to whoever runs the server, never into a page.
        logging.getLogger("wizard.web").exception("A fault of the program: %s", type(fault).__name__)
        hint = "It is the program's fault, not yours. Your answers are kept: go back and try again."
        return refusal_page(Refusal(500, "This should not have happened.", hint))


def _form(visit: Visit, body: bytes) -> Form:
    """The form, once it has proved where it came from. Raises Refusal."""
    try:
        form = Form.read(body, visit.room.limits.fields)
    except ValueError:
        raise Refusal(400, "This form cannot be read.", "Send the form of the page. Nothing was changed.") from None
    if not visit.room.is_proof(visit.key, form.one(TOKEN)):
        hint = "It may be of an earlier session. Load the page again, then send it. Nothing was changed."
        raise Refusal(403, "This form did not come from this server's own page.", hint)
    return form


def _response(visit: Visit, given: Given, request: Request, cookie: str) -> Response:
    response: Response
    if isinstance(given, Goto):
        response = RedirectResponse(given.path, 303)
    elif isinstance(given, File):
        name = f"attachment; filename*=UTF-8''{quote(given.name)}"
        response = Response(given.data, media_type=given.kind, headers={"content-disposition": name})
    else:
        response = HTMLResponse(whole_page(given, _around(visit, given)), given.status, headers=dict(given.more))
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
