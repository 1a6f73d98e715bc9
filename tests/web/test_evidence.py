"""The evidence library and the places in the reports as pages."""

from __future__ import annotations

import re

import pytest

from wizard.proof.evidence_library import EvidenceLibrary, Wanted

from .conftest import RULE_SETS, TINY, Browser, House, HouseOf
from .html_laws import Read, faults

LIBRARY = EvidenceLibrary(RULE_SETS.named(TINY).rules)


@pytest.fixture
def browser(house: House) -> Browser:
    """Somebody at the evidence."""
    found = house.at_work()
    found.get("/evidence")
    return found


def findings(browser: Browser) -> list[str]:
    """The ids of the findings on the page."""
    return re.findall(r'href="/evidence/finding/([\w.]+)"', browser.text)


def test_every_finding_is_found_and_opens(browser: Browser) -> None:
    """All of them where nothing is asked for, each with a page of its own."""
    assert findings(browser) == [each.id for each in LIBRARY.entries]
    browser.get(f"/evidence/finding/{findings(browser)[0]}")
    assert browser.status == 200 and 'aria-current="page">Evidence<' in browser.text


@pytest.mark.parametrize(
    "fields",
    [
        {"words": "branch"},
        {"report": "reading_report_2010"},
        {"place": "newtown", "words": "the"},
        {"model": "library_trust", "role": "supports"},
        {"question": "readers", "criterion": "nearness"},
        {"words": "no such words as these"},
    ],
)
def test_filters_leave_what_they_say(browser: Browser, fields: dict[str, str]) -> None:
    """As the library has it; what is asked for stands in no address, stays, and can be taken away again."""
    browser.send("/evidence", {"do": "search", **fields})
    assert findings(browser) == [each.id for each in LIBRARY.found(Wanted(**fields))]
    assert browser.path == "/evidence"
    page = Read(browser.get("/evidence"))
    chosen = [each["value"] for each in page.all("option") if "selected" in each and each["value"]]
    assert set(chosen) == set(fields.values()) - {fields.get("words")}
    browser.send("/evidence", {"do": "all"})
    assert len(findings(browser)) == len(LIBRARY.entries)


def test_a_filter_of_nothing_is_refused(browser: Browser) -> None:
    """A value that there is not is nothing to narrow down by."""
    browser.send("/evidence", {"do": "search", "report": "../secret"})
    assert browser.status == 404
    assert len(findings(browser) or browser.get("/evidence")) and len(findings(browser)) == len(LIBRARY.entries)


def test_many_findings_are_parted(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many on a page, with the way on and back; together all of them, each once."""
    monkeypatch.setattr("wizard.web.evidence_search.ON_A_PAGE", 6)
    shown, path = [], "/evidence"
    while path:
        assert faults(browser.get(path)) == []
        shown += findings(browser)
        onward = re.search(r'href="([^"]+)">Next', browser.text)
        path = onward[1] if onward else ""
    assert shown == [each.id for each in LIBRARY.entries] and "Previous 6" in browser.text
    for number in ("0", "1", "9", "x", "²"):
        browser.get(f"/evidence/page/{number}")
        assert browser.status == 404


def test_a_place_is_told_with_what_became_of_it(house_of: HouseOf) -> None:
    """Also to somebody who has begun nothing; its findings open, and a copy of it can be worked on."""
    browser = house_of(pack="reports_2008").browser()
    browser.get("/places/medway_2008")
    assert browser.status == 200 and "What it did" in browser.text and "What became of it" in browser.text
    assert findings(browser) == [] and faults(browser.text) == []
    browser.send("/open", {"which": "report:medway_2008"})
    assert browser.path == "/work"
    browser.get("/places/medway_2008")
    assert browser.get(f"/evidence/finding/{findings(browser)[0]}") and browser.status == 200


def test_a_place_of_another_rule_set_opens_no_findings(browser: Browser) -> None:
    """They belong to its own rule set; it is said so."""
    browser.get("/places/medway_2008")
    assert "written down for another rule set" in browser.text and findings(browser) == []
    browser.get("/places/nowhere")
    assert browser.status == 404
