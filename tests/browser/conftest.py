"""A real browser for the web face: the Chromium of this machine, one server, and as many people as a test wants.

Without a Chromium the tests are skipped, and say so; where WIZARD_BROWSER is 'required' they fail instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .house import House, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    # One process draws every page of a person and the next: starting one costs more than a page.
    "--renderer-process-limit=1",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine can be reached, whatever a page or the browser itself asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
WAIT = 30_000
"""Milliseconds after which something that never comes is given up."""


def found() -> str | None:
    """The path of this machine's Chromium."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


# This folder's, and no longer: while it is there, nothing else in this process can run an event loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser; it keeps nothing, and each of its contexts is another person's."""
    path = found()
    if path is None:
        say = pytest.fail if os.environ.get("WIZARD_BROWSER") == "required" else pytest.skip
        say(f"No Chromium on this machine: none of {', '.join(NAMES)} is on the PATH.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started.chromium.launch(executable_path=path, args=list(FLAGS))


@pytest.fixture(scope="package")
def house() -> Iterator[House]:
    """A server on the rule set that ships, which only this machine can reach."""
    with opened() as house:
        yield house


@pytest.fixture(scope="package")
def locked_house() -> Iterator[House]:
    """The same with a join code."""
    with opened(code="abcd-2345") as house:
        yield house


@pytest.fixture(scope="package")
def small_house() -> Iterator[House]:
    """One on the rule set that is made up for tests, with three questions that matter most."""
    with opened(pack=str(TINY)) as house:
        yield house


Person = Callable[..., "Page"]
"""`person(house)`: the empty page of another person, with cookies of their own; further words as for `new_context`."""


@pytest.fixture
def person(browser: Browser) -> Iterator[Person]:
    """People, side by side where a test wants several; they leave when the test ends."""
    with ExitStack() as stack:

        def arrives(house: House, **options: Any) -> Page:
            context = browser.new_context(base_url=house.address, **options)
            stack.callback(context.close)
            context.set_default_timeout(WAIT)
            return context.new_page()

        yield arrives
