"""Every page of the web face, in a browser: axe-core finds nothing, in light and dark, and a narrow screen holds it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wizard.web.routes import ROUTES

from .axe import NARROW, faults, faults_from_afar
from .looking import come_back, is_at
from .reached import FAULTY, FILES, MORE, ONWARD, REACHED, Faulty, Reached
from .scenes import SCENES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

    from .conftest import Person
    from .house import House

ADDRESSES = {way.path for way in ROUTES if way.method == "GET"}


Looked = Reached | Faulty


def as_they_come(
    person: Person, houses: tuple[House, House], looked: Iterable[Looked]
) -> Iterator[tuple[Page, Looked]]:
    """Each with the page of who comes to it, somebody's all together: going from one to another costs the browser.

    `houses` are the open one and the locked one.
    """

    def whose(each: Looked) -> tuple[bool, str]:
        return each.locked, each.by

    for (locked, by), theirs in groupby(sorted(looked, key=whose), whose):
        # The pages' policy forbids scripts of others, and axe-core is one.
        page = person(houses[locked], bypass_csp=True, viewport=NARROW)
        SCENES[by](page)
        for each in theirs:
            yield page, each
        page.context.close()


def test_every_address_has_a_page_here() -> None:
    """Whoever adds one to the routes says in `reached` how to come to it, so that it is looked at below."""
    assert {*REACHED, *ONWARD, *FILES} == ADDRESSES


def come_to(page: Page, each: Reached) -> None:
    """Goes there; it is the page it should be."""
    answer = page.goto(each.address)
    assert answer is not None and answer.status == each.status, each
    address = next((address for address, own in REACHED.items() if own is each), None)
    assert address is None or is_at(page, address), f"{each} is {page.url}"


def test_nothing_stands_in_anybodys_way(person: Person, house: House, locked_house: House) -> None:
    """No page, and no form that comes back with its faults, breaks a rule of WCAG 2.2 A or AA, or a good practice."""
    found: dict[str, list[str]] = {}
    for page, each in as_they_come(person, (house, locked_house), (*REACHED.values(), *MORE, *FAULTY)):
        if isinstance(each, Faulty):
            come_back(page, each.address, each.button, each.field, each.typed)
        else:
            come_to(page, each)
        found[str(each)] = faults(page, closely=each.closely)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_addresses_without_a_page_lead_to_one(person: Person, house: House) -> None:
    """What is said to have no page of its own leads on, and a file is kept rather than shown."""
    page = person(house)
    SCENES["beginner"](page)
    assert {start: urlsplit(page.request.get(start).url).path for start in ONWARD} == ONWARD
    for address in FILES.values():
        assert page.request.get(address).headers["content-disposition"].startswith("attachment")


def test_what_stands_in_the_way_is_found(person: Person, house: House) -> None:
    """A field without its label, pale words by day or in the dark, a page too wide, small letters: all is told."""
    page = person(house, bypass_csp=True)
    page.goto("/")
    page.evaluate("""() => {
      document.querySelector('label[for=title]').remove();
      document.querySelector('main p').style.color = 'light-dark(#999, #fff)';
      document.querySelector('.hint').style.color = 'light-dark(#000, #555)';
      document.querySelector('h2').style.width = '400px';
    }""")
    said = faults(page, closely=True)
    for wrong in (
        "label (critical)",
        "color-contrast (serious)",
        "in the dark: color-contrast",
        "on a narrow screen: 4",
    ):
        assert any(each.startswith(wrong) for each in said), (wrong, said)
    assert any(each.startswith("on a projector of 1920 by 1080: 1") for each in faults_from_afar(page))
