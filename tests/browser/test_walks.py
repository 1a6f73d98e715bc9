"""The whole way through the web face, with no script allowed, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .heard import heard
from .pointer import Pointer
from .scenes import unsure
from .walker import Walker
from .whole_walk import whole_walk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .conftest import Person
    from .house import House

A_SCRIPT = "data:text/html,<title>off</title><script>document.title = 'on'</script>"


@pytest.fixture(scope="module")
def without_scripts(browser: Browser, small_house: House) -> str:
    """The council file that somebody ends up with in whose browser no script runs."""
    context = browser.new_context(base_url=small_house.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(A_SCRIPT)
    assert page.title() == "off"
    kept = whole_walk(Pointer(page))
    context.close()
    return kept


def test_no_script_is_needed(without_scripts: str) -> None:
    """Every core question is answered, the result is seen, and the what-if is kept."""
    for part in ("title: Newtown", "decision_date: 2010-06", "ranking_seen: yes", "what_ifs:"):
        assert part in without_scripts


def test_the_keyboard_is_enough(person: Person, small_house: House, without_scripts: str) -> None:
    """The same way by keys alone comes to the same file; no page asks elsewhere for anything, or breaks its policy."""
    page = person(small_house)
    asked, complaints = heard(page)
    assert whole_walk(Walker(page)) == without_scripts
    assert [each for each in asked if not each.startswith(f"{small_house.address}/")] == [] and len(asked) > 20
    assert [each for each in complaints if "status of 422" not in each] == []


def test_the_keyboard_gets_past_the_menu(person: Person, house: House) -> None:
    """From the top of a page the first stop is the way past the menu, and the next one after it is in the page."""
    walker = Walker(person(house))
    walker.go("/")
    first = walker.step(back=True)
    while first.kind != "body" and first.words != "Skip to the page":
        first = walker.step(back=True)
    assert first.words == "Skip to the page"
    walker.page.keyboard.press("Enter")
    assert walker.stop().id == "main"
    assert walker.step().words == "What is the council called?"


def test_every_stop_is_seen(person: Person, house: House) -> None:
    """On the longest kinds of page, from the heading to the end: wherever Tab goes, it is seen there."""
    walker = Walker(person(house))
    walker.go("/")
    walker.pick("Which council?", "Large County")
    walker.send("Open: Made-up councils, for learning")
    for address in ("/result/side-by-side", "/priorities/leadership/which", "/change/heads_of_service", "/evidence"):
        walker.go(address)
        stops = [walker.step()]
        while stops[-1].kind != "body":
            stops.append(walker.step())
        assert len(stops) > 3, stops


def test_every_kind_of_field_is_filled_in_by_keys(person: Person, house: House) -> None:
    """Boxes to tick, choices, lists, words and what is folded away; each form is taken as it was filled in."""
    walker = Walker(person(house))
    unsure(walker.page)
    walker.go("/compare")
    walker.tick("Medway, 2008")
    walker.send("Compare")
    assert walker.heading == "2 council files side by side"
    walker.go("/models")
    walker.choose("Two directors")
    walker.write("Why?", "Nobody would come.")
    walker.send("Take it off the table")
    assert "off the table" in walker.told
    walker.go("/question/heads_of_service")
    walker.choose("Most of them")
    walker.unfold("Note and source")
    walker.write("A note on the answer", "They said so.")
    walker.send("Save and go on")
    walker.go("/download")
    kept = walker.kept("The council file")
    assert "Nobody would come." in kept and "They said so." in kept
