"""A workshop on the tiny rule set, served to the framework's own test client: no network, a clock that is set."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import GENEROUS, HERE, PORT, RULE_SETS, TINY, Browser, Clock
from tests.web.html_laws import Read
from wizard.council_file import read_council, read_written
from wizard.web.limits import Limits
from wizard.web.names import Names
from wizard.web.workshop.app import app_of
from wizard.web.workshop.room import Room
from wizard.workshop.beginning import Wanted, begin_group
from wizard.workshop.doors import doors_of
from wizard.workshop.workshop import Workshop

FACTS = """id: newtown
title: Newtown
pack: {id: tiny}
answers:
  decision_date: 2010-06
  led_today: [branch_librarians]
  head_leaving: no
  readers: 900
  wishes: not_sure
"""

HOURS = {"answer-wishes": "is_longer_hours", "do": "on"}
ROOF = {"answer-roof": "is_bad", "do": "on"}
ORDER = {"place-readers": "1", "place-change": "2", "do": "on"}
"""What somebody fills in on the pages of the tiny rule set."""


class Hall:
    """One workshop's folder, and servers on it; `again` is what a new server after a crash is."""

    def __init__(self, folder: Path, stack: ExitStack, limits: Limits = GENEROUS, pack: str = str(TINY)) -> None:
        self.folder, self._stack, self._limits, self._pack = folder, stack, limits, pack
        self.clock = Clock()
        self.begin_again()

    def begin_again(self) -> None:
        """A server that knows nothing but the folder."""
        self.workshop = Workshop.open(self.folder, RULE_SETS, self._pack)
        self.doors = doors_of(self.folder)
        self.room = Room(self.workshop, self.doors, self._limits, self.clock, HERE)
        self.app = app_of(self.room, Names("127.0.0.1", PORT), self.clock, PORT)

    def browser(self, address: str = "192.0.2.1") -> Browser:
        """Another one, that has not come in."""
        return Browser(self._stack.enter_context(TestClient(self.app, base_url=HERE, client=(address, 50_000))))

    def restarted(self, browser: Browser) -> Browser:
        """The same browser with its cookies, on the server as it is now."""
        found = self.browser()
        for each in browser.client.cookies.jar:
            found.client.cookies.set(each.name, str(each.value), domain=each.domain, path=each.path)
        return found

    def come_in(self, code: str, address: str = "192.0.2.1") -> Browser:
        """Another one, with a code given."""
        found = self.browser(address)
        found.get("/")
        found.send("/join", {"code": code})
        return found

    def seated(self, who: str, address: str = "192.0.2.1") -> Browser:
        """Somebody who takes part; `text` is the page with their code to come back."""
        found = self.come_in(self.doors.join, address)
        found.send("/name", {"who": who})
        return found

    def leading(self) -> Browser:
        """The facilitator."""
        return self.come_in(self.doors.facilitator)


def fill_in(browser: Browser, base: str = "/sheet", **other: str) -> None:
    """Goes through the whole sheet, as somebody does who answers everything; `other` in the place of some fields."""
    browser.get(f"{base}/deciding")
    for fields in (HOURS, ROOF, ORDER, {"remark": "", "do": "on"}):
        browser.send(browser.path, {key: other.get(key.replace("-", "_"), value) for key, value in fields.items()})


def seal(browser: Browser, path: str = "/check") -> None:
    """Seals a sheet as the page to check shows it."""
    page = Read(browser.get(path))
    browser.send(path, {"of": next(each["value"] for each in page.all("input") if each.get("name") == "of")})


def own_code(browser: Browser) -> str:
    """The code to come back with, on the page that shows it."""
    found = re.search(r'(?<=class="large">)[a-z2-9]{4}-[a-z2-9]{4}', browser.text)
    assert found is not None
    return found[0]


def crawled(browser: Browser, start: str = "/") -> dict[str, str]:
    """Every page that links lead to from there; of files only what is text, under their addresses too."""
    found: dict[str, str] = {}
    left = [start]
    while left:
        path = left.pop()
        text = browser.get(path)
        is_page = browser.headers.get("content-type", "").startswith("text/html")
        is_file = "content-disposition" in browser.headers
        found[path] = text
        for each in Read(text).all("a") if is_page and not is_file else ():
            address = str(each["href"]).partition("#")[0]
            dear = address.endswith((".docx", ".pdf")) or "report" in address or "summary" in address
            if address and address not in found and address not in left and not dear:
                left.append(address)
    return found


HallOf = Callable[..., Hall]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Wanted], Path]:
    """Folders of workshops, each made once."""
    made: dict[Wanted, Path] = {}

    def begin(wanted: Wanted) -> Path:
        if wanted not in made:
            base = tmp_path_factory.mktemp("begun")
            council = base / "newtown.yaml"
            council.write_text(FACTS, encoding="utf-8")
            rule_set = RULE_SETS.named(TINY)
            begin_group(base / "w", read_council(read_written(council), rule_set.view), rule_set, wanted)
            made[wanted] = base / "w"
        return made[wanted]

    return begin


@pytest.fixture
def hall_of(begun: Callable[[Wanted], Path], tmp_path: Path) -> Iterator[HallOf]:
    """Workshops as a test wants them."""
    with ExitStack() as stack:

        def made(limits: Limits = GENEROUS, **wanted: object) -> Hall:
            folder = tmp_path / f"workshop_{len(list(tmp_path.iterdir()))}"
            shutil.copytree(begun(Wanted(**{"title": "Our libraries", **wanted})), folder)
            return Hall(folder, stack, limits)

        yield made


@pytest.fixture
def hall(hall_of: HallOf) -> Hall:
    """A workshop for three."""
    return hall_of(expected=3)
