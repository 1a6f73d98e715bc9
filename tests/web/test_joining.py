"""With a join code: nobody without it sees anything, and guessing is held up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wizard.session.settings import Settings
from wizard.web.room import new_code

from .conftest import GENEROUS, Browser, House, HouseOf

CODE = "kx7m-p2qd"


def joined(house: House, address: str = "192.0.2.1") -> Browser:
    """Somebody who gave the code."""
    browser = house.browser(address)
    browser.get("/")
    browser.send("/join", {"code": CODE})
    return browser


@pytest.mark.parametrize("path", ["/", "/work", "/result", "/download/council.yaml", "/question/roof", "/sections"])
def test_nothing_is_seen_without_the_code(house_of: HouseOf, path: str) -> None:
    """Every page leads to the one that asks for it."""
    browser = house_of(code=CODE).browser("192.0.2.1")
    browser.get(path)
    assert browser.path == "/join" and browser.heading == "Join" and "Which place?" not in browser.text


@pytest.mark.parametrize("path", ["/begin", "/open", "/unsaved", "/work", "/rest"])
def test_nothing_is_done_without_the_code(house_of: HouseOf, path: str) -> None:
    """Not even with a proof; and nobody gets a desk."""
    house = house_of(code=CODE)
    browser = house.browser("192.0.2.1")
    browser.get("/")
    browser.send(path, {"title": "Newtown", "which": "report:medway_2008"})
    assert browser.path == "/join" and house.room.desks.titles() == frozenset()


@pytest.mark.parametrize("given", [CODE, CODE.upper(), "kx7mp2qd", " kx7m p2qd "])
def test_the_code_lets_in(house_of: HouseOf, given: str) -> None:
    """However it is written down."""
    browser = house_of(code=CODE).browser("192.0.2.1")
    browser.get("/")
    browser.send("/join", {"code": given})
    assert browser.path == "/" and "Which place?" in browser.text


@pytest.mark.parametrize("given", ["", "kx7m-p2q", "kx7m-p2qe", "ü" * 8, CODE + "x"])
def test_a_wrong_code_does_not(house_of: HouseOf, given: str) -> None:
    """It is said so, at the field, and does not repeat what was typed."""
    browser = house_of(code=CODE).browser("192.0.2.1")
    browser.get("/")
    browser.send("/join", {"code": given})
    assert browser.status == 422 and "That is not the code" in browser.text and "<title>Error:" in browser.text
    browser.get("/")
    assert browser.path == "/join"


def test_guessing_is_held_up(house_of: HouseOf) -> None:
    """After so many wrong codes not even the right one is taken from there; elsewhere it is, and those in go on."""
    house = house_of(GENEROUS._replace(wrong_codes=3, wrong_codes_within=30), code=CODE)
    inside, guesser = joined(house), house.browser("192.0.2.66")
    guesser.get("/")
    for _ in range(3):
        guesser.send("/join", {"code": "aaaa-aaaa"})
        assert guesser.status == 422
    guesser.get("/join")
    guesser.send("/join", {"code": CODE})
    assert guesser.status == 429 and "Wait 10 seconds" in guesser.text
    assert joined(house, "192.0.2.2").path == "/" and "Which place?" in inside.get("/")
    house.clock.now += 10
    guesser.get("/join")
    guesser.send("/join", {"code": CODE})
    assert guesser.path == "/"


def test_a_thousand_joins_disturb_nobody(house_of: HouseOf) -> None:
    """Once the house is full each is told so; who is at work keeps every answer."""
    house = house_of(GENEROUS._replace(desks=5), code=CODE)
    first = joined(house)
    first.send("/begin", {"title": "Newtown"})
    crowd = house.browser("192.0.2.9")
    statuses = []
    for _ in range(1_000):
        crowd.client.cookies.clear()
        crowd.get("/join")
        crowd.send("/join", {"code": CODE})
        statuses.append(crowd.status)
    assert statuses[:4] == [200] * 4 and set(statuses[4:]) == {503}
    first.get("/question/roof")
    first.send("/question/roof", {"do": "save", "answer": "is_bad"})
    assert "roof: bad" in first.get("/download/council.yaml")
    house.clock.now += 61
    assert joined(house).path == "/" and "roof: bad" in first.get("/download/council.yaml")


def test_files_of_the_machine_are_not_offered_to_others(
    house_of: HouseOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither those opened lately nor work left unsaved is anybody else's business; on the machine itself both are."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "settings"))
    path = tmp_path / "secret_town.yaml"
    path.write_text("id: secret_town\ntitle: Secret\npack: {id: tiny}\nanswers: {}\n", encoding="utf-8")
    settings = Settings()
    settings.remember_file(path)
    own = house_of(settings=settings)
    browser = own.at_work("Left behind")
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "2010"})
    browser.get("/work")
    browser.send("/work", {"do": "close"})
    assert "Secret Town" in browser.text and "Left behind, 1 answer." in browser.text
    other = joined(house_of(settings=settings, code=CODE))
    assert "ecret" not in other.text and "Left behind" not in other.text


def test_work_left_behind_is_taken_up_again(house_of: HouseOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server dies without a word; the next one offers every answer, and can throw them away."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "settings"))
    settings = Settings()
    browser = house_of(settings=settings).at_work()
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "June 2010"})
    after = house_of(settings=settings)
    monkeypatch.setattr(after.room.rule_sets, "of", lambda _: after.room.rule_sets.named(after.room._pack or ""))
    again = after.browser()
    which = re.search(r'name="which" value="([0-9a-f]{16})"', again.get("/"))
    assert which is not None
    again.send("/unsaved", {"which": which[1], "do": "take"})
    assert again.path == "/work" and "decision_date: 2010-06" in again.get("/download/council.yaml")
    again.get("/work")
    again.send("/work", {"do": "close"})
    which = re.search(r'name="which" value="([0-9a-f]{16})"', again.text)
    assert which is not None
    again.send("/unsaved", {"which": which[1], "do": "discard"})
    assert "Work that was not saved" not in again.text


def test_codes_are_hard_to_guess() -> None:
    """Eight signs that cannot be taken for one another, another one each time."""
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200 and all(re.fullmatch(r"[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}", each) for each in codes)
