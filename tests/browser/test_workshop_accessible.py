"""Every page of a workshop, in a browser: axe-core finds nothing, a narrow screen holds it, a whole room reads it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from wizard.council_file import read_council, read_written
from wizard.web.workshop.routes import ROUTES
from wizard.workshop.beginning import Wanted, begin_group
from wizard.workshop.rehearsing import put_in_made_up
from wizard.workshop.training.offered import offered
from wizard.workshop.training.reveal import STEPS
from wizard.workshop.workshop import Workshop

from .axe import NARROW, faults, faults_from_afar
from .house import RULE_SETS
from .looking import come_back, is_at
from .scenes import sent
from .workshop_hall import FACTS, TINY, case_study, hall
from .workshop_reached import (
    CASE,
    FILES,
    FORETELL,
    GROUP,
    GUEST,
    LEADS,
    NOBODY,
    ONWARD,
    TEAM,
    Faulty,
    Looked,
    Seen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Person
    from .house import House

ADDRESSES = {way.path for way in ROUTES if way.method == "GET"}

SHEET = (
    ("deciding", {"answer-wishes": "is_longer_hours"}),
    ("service", {"answer-roof": "is_bad"}),
    ("order-leadership", {"place-readers": "1", "place-change": "2"}),
    ("anything-else", {"remark": "The roof cannot wait"}),
)
OTHERS = {"answers": {"wishes": ["quiet"], "roof": "sound"}, "priorities": {"leadership": (("change",), ("readers",))}}
FORETOLD = (
    ("foretell-leadership", {"model": "one_director", "words": "Ask them"}),
    ("risks", {}),
    ("anything-else", {}),
)


@pytest.fixture(autouse=True)
def _pages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The projector's page is not loaded anew while it is looked at."""
    monkeypatch.setattr("wizard.web.workshop.projector.EVERY", 3_600)


def test_every_address_has_a_page_here() -> None:
    """Whoever adds one to the routes says in `workshop_reached` how to come to it, so that it is looked at below."""
    seen = {
        each.way for stages in (GROUP, CASE) for stage in stages.values() for each in stage if isinstance(each, Seen)
    }
    assert {*seen, *(address for _, address in ONWARD), *FILES} == ADDRESSES


def test_nothing_stands_in_the_way_of_a_group(person: Person, tmp_path: Path) -> None:
    """From joining to what came out, for whoever may see a page; a projector's letters are large, and all fits."""
    workshop = a_group(tmp_path)
    with hall(workshop) as (house, longer):
        people = those_of(person, house, longer)
        workshop.take_seat("Table 3")
        fill_in(people[TEAM], SHEET)
        leads_on(people)
        found = looked_at(people, GROUP["begun"])
        workshop.seal(drafted(workshop))
        workshop.put_in("Table 2", "paper", **OTHERS)
        found |= looked_at(people, GROUP["sealed"])
        workshop.open_sheets(without_waiting=True)
        workshop.object_to("team_a", "leadership", "Our readers were never asked")
        found |= looked_at(people, GROUP["open"])
    assert found == {}


def test_nothing_stands_in_the_way_of_a_case(person: Person, tmp_path: Path) -> None:
    """The same from foretelling to the last step that is told, in a rehearsal; and each step fits a projector."""
    workshop = case_study(tmp_path / "w", Wanted(title="Our case", rehearsal=True))
    with hall(workshop) as (house, longer):
        people = those_of(person, house, longer)
        first = offered(workshop).decisions[0].models[0].id
        fill_in(people[TEAM], ((FORETELL, {"model": first, "words": "Ask them"}), ("risks", {}), ("anything-else", {})))
        found = looked_at(people, CASE["begun"])
        workshop.seal(drafted(workshop))
        put_in_made_up(workshop, 2)
        workshop.open_sheets()
        found |= looked_at(people, CASE["open"])
        for step in range(1, len(STEPS) + 1):
            workshop.show_step(step)
            people[GUEST].goto("/projector/still")
            wrong = faults_from_afar(people[GUEST])
            found |= {f"step {step}": wrong} if wrong else {}
        found |= looked_at(people, CASE["told"])
    assert found == {}


def a_group(base: Path) -> Workshop:
    """A workshop for four on the tiny rule set."""
    council = base / "newtown.yaml"
    council.write_text(FACTS, encoding="utf-8")
    rule_set = RULE_SETS.named(TINY)
    begin_group(base / "w", read_council(read_written(council), rule_set.view), rule_set, Wanted(expected=4))
    return Workshop.open(base / "w", RULE_SETS, str(TINY))


def those_of(person: Person, house: House, longer: str) -> dict[str, Page]:
    """The page of each who may see something else."""
    # The pages' policy forbids scripts of others, and axe-core is one.
    people = {each: person(house, bypass_csp=True, viewport=NARROW) for each in (NOBODY, GUEST, TEAM, LEADS)}
    for each, code in ((GUEST, house.code), (TEAM, house.code), (LEADS, longer)):
        sent(people[each], "/join", "/join", code=str(code))
    sent(people[TEAM], "/name", "/name", who="Team A")
    return people


def fill_in(page: Page, sheet: Iterable[tuple[str, dict[str, str]]]) -> None:
    """Every page of a sheet."""
    for id, fields in sheet:
        answer = sent(page, f"/sheet/{id}", f"/sheet/{id}", do="on", **fields)
        assert answer.status == 200, f"{id}: {answer.text()}"


def drafted(workshop: Workshop) -> object:
    """What the team put down."""
    found = workshop.draft("team_a")
    assert found is not None
    return found


def leads_on(people: dict[str, Page]) -> None:
    """What has no page of its own leads to one, and a file is kept rather than shown."""
    for (by, start), end in ONWARD.items():
        assert urlsplit(people[by].request.get(start).url).path == end
    for address in FILES.values():
        assert people[LEADS].request.get(address).headers["content-disposition"].startswith("attachment")


def looked_at(people: dict[str, Page], looked: Iterable[Looked]) -> dict[str, list[str]]:
    """What is wrong with each page; somebody's all together, since going from one to another costs the browser."""
    found = {}
    for by, theirs in groupby(looked, lambda each: each.by):
        for each in theirs:
            wrong = _wrong(people[by], each)
            found.update({str(each)[:300]: wrong} if wrong else {})
    return found


def _wrong(page: Page, each: Looked) -> list[str]:
    if isinstance(each, Faulty):
        come_back(page, each.address, each.button, each.field, each.said)
        return faults(page, closely=each.closely)
    answer = page.goto(each.address)
    assert answer is not None and answer.status == each.status and is_at(page, each.way), f"{each} is {page.url}"
    return [*faults(page, closely=each.closely), *(faults_from_afar(page) if each.afar else [])]
