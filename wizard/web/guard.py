"""What every request must pass before anything is done with it: its place, its sender, its size and its pace."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from .exchange import Refusal
from .limits import Allowance
from .parts import MULTIPART
from .refusals import refused
from .routes import BRINGING

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from .limits import Limits
    from .names import Names

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    # 'no-referrer' would make browsers send forms with the Origin 'null', which nobody could tell from a foreign one.
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)
FORM = "application/x-www-form-urlencoded"
FOREIGN = "This was asked from another site, and is refused."
FOREIGN_HINT = "Open the wizard's own page and go on from there. Nothing was changed."
TAKEN = ("GET", "HEAD", "POST")


class Guard:
    """Stands before the app. Refuses in plain words, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, names: Names, limits: Limits, clock: Callable[[], float]) -> None:
        self._app, self._names, self._limits = app, names, limits
        self._pace = Allowance(limits.burst, limits.per_second, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        guarded = _with_headers(send)
        try:
            self._check(scope)
            body = await self._body(scope, receive)
        except Refusal as refusal:
            await refused(refusal)(scope, receive, guarded)
            return
        await self._app(scope, _again(body, receive), guarded)

    def _check(self, scope: Scope) -> None:
        address = address_in(scope)
        wait = self._pace.seconds_to_wait(address)
        if wait:
            hint = f"Wait {wait} seconds, then load the page again. Nothing was lost."
            raise Refusal(429, "Too much is asked from this address at once.", hint, (("retry-after", str(wait)),))
        self._pace.use(address)
        hosts = _values(scope, b"host")
        if len(hosts) != 1 or not self._names.knows(hosts[0]):
            hint = "Use the address that was shown when the wizard was started."
            raise Refusal(403, "The wizard does not answer under this name.", hint)
        if scope["method"] not in TAKEN:
            raise Refusal(405, "This cannot be done here.", "Pages are read, and forms are sent; nothing else.")
        origins = _values(scope, b"origin")
        if any(not self._names.is_own(each, hosts[0]) for each in origins):
            raise Refusal(403, FOREIGN, FOREIGN_HINT)
        # Following a link from elsewhere is fine: it changes nothing. Anything else from there is not.
        site, mode = _values(scope, b"sec-fetch-site"), _values(scope, b"sec-fetch-mode")
        follows = scope["method"] != "POST" and mode == ["navigate"]
        if any(each in ("cross-site", "same-site") for each in site) and not follows:
            raise Refusal(403, FOREIGN, FOREIGN_HINT)

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """The whole body of a form, within its size and time."""
        if scope["method"] != "POST":
            return b""
        taken = MULTIPART if scope["path"] in BRINGING else FORM
        if [each.partition(";")[0].strip().casefold() for each in _values(scope, b"content-type")] != [taken]:
            raise Refusal(415, "Only forms can be sent here.", "Go back and send the form of the page.", CLOSE)
        if any(not each.isdigit() or int(each[:12]) > self._limits.body for each in _values(scope, b"content-length")):
            raise self._too_large(scope)
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                return await self._read(scope, receive)
        except TimeoutError:
            hint = "Try again where the connection is better. Nothing was changed."
            raise Refusal(408, "The form took too long to arrive.", hint, CLOSE) from None

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise Refusal(400, "The form did not arrive whole.", "Send it again. Nothing was changed.", CLOSE)
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._limits.body:
                raise self._too_large(scope)
            if not message.get("more_body", False):
                return b"".join(parts)

    def _too_large(self, scope: Scope) -> Refusal:
        most = f"At most {self._limits.body // 1024} KB can be sent at once"
        if scope["path"] in BRINGING:
            hint = f"{most}; a council file is far smaller. Nothing was changed."
            return Refusal(413, "This file is too large.", hint, CLOSE)
        return Refusal(413, "This form is too large.", f"{most}: shorten the note. Nothing was changed.", CLOSE)


CLOSE = (("connection", "close"),)
"""What is left of a request that was not read to its end must not be taken for the next one."""


def address_in(scope: Scope) -> str:
    """Where a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read, then whatever else comes."""
    given = False

    async def next_message() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return next_message


def _with_headers(send: Send) -> Send:
    async def with_them(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            there = {key.lower() for key, _ in headers}
            headers += [(key.encode(), value.encode()) for key, value in HEADERS]
            if b"cache-control" not in there:
                headers.append((b"cache-control", b"no-store"))
            message = {**message, "headers": headers}
        await send(message)

    return with_them
