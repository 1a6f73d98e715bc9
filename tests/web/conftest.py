"""The web face on the tiny rule set, asked by the framework's own test client: no network, a clock that is set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from wizard.session.rule_sets import RuleSets
from wizard.session.settings import Settings
from wizard.web.app import app_of
from wizard.web.limits import Limits
from wizard.web.names import Names
from wizard.web.room import Room

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"
GENEROUS = Limits(burst=100_000, per_second=1_000)
"""So that a test which asks for much is held up only where that is what it tests."""


class Clock:
    """Time that passes only when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Browser:
    """One person's browser: keeps its cookie, and sends forms with what their page had in them."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.text = ""
        self.status = 0
        self.path = ""
        self.headers: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> str:
        """The page at an address, redirects followed."""
        return self._took(self.client.get(path, headers=headers))

    def send(self, path: str, fields: dict[str, object] | None = None, **more: object) -> str:
        """A form with the proof of the page that was read last."""
        data = {"token": self.token, **(fields or {})}
        return self._took(self.client.post(path, data=data, **more))

    @property
    def token(self) -> str:
        """The proof on the page that was read last."""
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.text)
        return found[1] if found else ""

    @property
    def heading(self) -> str:
        """The main heading, without markup."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return found[1] if found else ""

    def _took(self, response: object) -> str:
        self.text, self.status = response.text, response.status_code
        self.path, self.headers = response.url.path, dict(response.headers)
        return self.text


class House:
    """One server and its browsers."""

    def __init__(self, stack: ExitStack, limits: Limits, code: str | None, settings: Settings, pack: str) -> None:
        self.clock = Clock()
        self._stack = stack
        self.room = Room(
            settings,
            limits,
            self.clock,
            lambda: datetime(2026, 3, 2, 12, 0),
            code=code,
            pack=pack,
            rule_sets=RULE_SETS,
        )
        self.app = app_of(self.room, Names("127.0.0.1", PORT), self.clock, PORT)

    def browser(self, address: str = "127.0.0.1") -> Browser:
        """Another person's."""
        return Browser(self._stack.enter_context(TestClient(self.app, base_url=HERE, client=(address, 50_000))))

    def at_work(self, title: str = "Newtown") -> Browser:
        """A browser of somebody who has begun a council file."""
        found = self.browser()
        found.get("/")
        found.send("/begin", {"title": title})
        return found


HouseOf = Callable[..., House]


@pytest.fixture
def house_of() -> Iterator[HouseOf]:
    """Servers as a test wants them."""
    with ExitStack() as stack:

        def made(
            limits: Limits = GENEROUS,
            code: str | None = None,
            settings: Settings | None = None,
            pack: str | None = None,
        ) -> House:
            return House(stack, limits, code, settings or Settings(), pack or str(TINY))

        yield made


@pytest.fixture
def house(house_of: HouseOf) -> House:
    """A server that only this machine can reach."""
    return house_of()


CORE = (
    ("decision_date", {"answer": "typed", "figure": "June 2010"}),
    ("led_today", {"answer": "is_branch_librarians"}),
    ("head_leaving", {"answer": "is_no"}),
)
"""The core questions of the tiny rule set, answered."""


def answer_core(browser: Browser) -> None:
    """Goes through them one by one, as they are asked."""
    for question, fields in CORE:
        assert browser.path == f"/question/{question}"
        browser.send(browser.path, {"do": "save", "note": "", "from": "", **fields})
