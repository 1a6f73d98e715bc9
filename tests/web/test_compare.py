"""Council files side by side: what is offered can be compared, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wizard.session.settings import Settings

from .conftest import Browser, HouseOf, answer_core
from .html_laws import faults


def opened(house_of: HouseOf, code: str | None = None) -> Browser:
    """Somebody who works on a made-up council of the rule set that ships."""
    browser = house_of(pack="reports_2008", code=code).browser()
    browser.get("/")
    if code is not None:
        browser.send("/join", {"code": code})
    browser.send("/open", {"which": "example:small_unitary"})
    browser.get("/compare")
    return browser


def test_the_open_file_beside_others(house_of: HouseOf) -> None:
    """It comes first, as it stands now; only what differs, or every answer."""
    browser = opened(house_of)
    browser.send("/compare", {"with": ["report:medway_2008", "example:large_county"], "differing": "yes"})
    assert browser.path == "/compare/side-by-side" and browser.heading == "3 council files side by side"
    differing = browser.text
    assert faults(differing) == [] and "A: " in differing and "Why C differs from A" in differing
    browser.send("/compare", {"do": "all"})
    assert len(browser.text) > len(differing) and "Only the answers that differ" in browser.text
    assert faults(browser.get("/compare")) == [] and browser.text.count(" checked") == 2
    browser.send("/compare", {"do": "differing"})
    assert browser.text == differing


def test_others_are_not_told_where_files_lie(house_of: HouseOf) -> None:
    """With a join code names of files are told, and no folder of the machine."""
    browser = opened(house_of, "abcd-2345")
    browser.send("/compare", {"with": "report:medway_2008"})
    assert "medway_2008.yaml" in browser.text and "scenarios" not in browser.text


@pytest.mark.parametrize(
    ("ticked", "said"),
    [([], "at least one"), (["recent:x", "example:../x", "x"], "at least one"), (None, "at most 9")],
)
def test_too_few_and_too_many_are_told(house_of: HouseOf, ticked: list[str] | None, said: str) -> None:
    """What is not offered counts for nothing."""
    browser = opened(house_of)
    every = re.findall(r'value="((?:report|example):\w+)"', browser.text)
    browser.send("/compare", {"with": every if ticked is None else ticked})
    assert browser.status == 422 and said in browser.text and faults(browser.text) == []


def test_another_rule_set_is_refused_in_words(
    house_of: HouseOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So is a file that cannot be read, at its place; the page says why each is left out."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "settings"))
    path = tmp_path / "broken_town.yaml"
    path.write_text("id: broken_town\ntitle: Broken\npack: {id: reports_2008}\nanswers: [\n", encoding="utf-8")
    settings = Settings()
    settings.remember_file(path)
    browser = house_of(settings=settings).at_work()
    answer_core(browser)
    recent = re.search(r'value="(recent:\w+)"', browser.get("/compare"))
    assert recent is not None
    browser.send("/compare", {"with": [recent[1], "report:medway_2008"]})
    assert browser.heading == "Nothing to compare yet" and "Not compared" in browser.text
    assert "broken_town.yaml:" in browser.text and faults(browser.text) == []
