"""Weights and models in a what-if, and models off the table in the council file."""

from __future__ import annotations

import pytest

from .conftest import Browser, House, answer_core
from .html_laws import Read


@pytest.fixture
def browser(house: House) -> Browser:
    """Somebody who has answered the core questions."""
    found = house.at_work()
    answer_core(found)
    return found


def kept(browser: Browser) -> str:
    """The council file as it would be kept."""
    return browser.client.get("/download/council.yaml").text


def test_a_weight_in_a_what_if(browser: Browser) -> None:
    """The first begins one; emptied it is as in the file again; the file itself stays as it is."""
    browser.get("/what-if/a-new-one/weights")
    browser.send(browser.path, {"decision": "leadership", "weight_readers": "80", "weight_nearness": "10"})
    assert browser.path == "/what-if/what_if_1" and "the weight of" in browser.text
    assert 'href="/what-if/what_if_1/weights"' in browser.text and "weights:" not in kept(browser)
    browser.get("/what-if/what_if_1/weights")
    values = {each["id"]: each.get("value") for each in Read(browser.text).all("input") if "id" in each}
    assert (values["weight-leadership-readers"], values["weight-leadership-nearness"]) == ("80", "10")
    browser.send(browser.path, {"decision": "leadership", "weight_readers": "", "weight_nearness": "10"})
    browser.get("/what-if/what_if_1/weights")
    assert 'value="80"' not in browser.text and 'value="10"' in browser.text


def test_a_weight_that_cannot_be_leaves_none_behind(browser: Browser) -> None:
    """It is told at the form of its decision, and neither a what-if is begun nor one that stands changed."""
    browser.get("/what-if/a-new-one/weights")
    path = browser.path
    browser.send(path, {"decision": "leadership", "weight_readers": "80", "weight_change": "40"})
    assert browser.status == 422 and "come to 120 in 100" in browser.text and 'value="80"' in browser.text
    browser.send(path, {"decision": "leadership"})
    assert browser.status == 422 and "at least one weight" in browser.text
    assert browser.get("/what-if") and browser.path == "/what-if"
    browser.get(path)
    browser.send(path, {"decision": "leadership", "weight_readers": "80"})
    browser.get("/what-if/what_if_1/weights")
    browser.send(browser.path, {"decision": "leadership", "weight_readers": "", "weight_change": "many"})
    assert browser.status == 422 and "“The cost of changing” is not a number" in browser.text.replace("&#39;", "'")
    assert 'value="80"' in browser.get("/what-if/what_if_1/weights")


def test_a_model_off_the_table_of_the_file(browser: Browser) -> None:
    """For a reason that every result tells, which is needed; and put back."""
    browser.get("/models")
    browser.send("/models", {"do": "off", "decision": "leadership", "model": "library_trust", "reason": " "})
    assert browser.status == 422 and "without one no model is taken off" in browser.text
    browser.send("/models", {"do": "off", "decision": "leadership", "reason": "No partner"})
    assert browser.status == 422 and "Choose a model." in browser.text
    browser.send("/models", {"do": "off", "decision": "leadership", "model": "library_trust", "reason": "No partner"})
    assert "Taken off the table: A library trust" in browser.text and "library_trust: No partner" in kept(browser)
    assert "No partner" in browser.get("/result/side-by-side")
    browser.get("/models")
    browser.send("/models", {"do": "back", "decision": "leadership", "model": "library_trust"})
    assert "Put back on the table" in browser.text and "off_the_table" not in kept(browser)
    browser.send("/models", {"do": "off", "decision": "leadership", "model": "own_house", "reason": "x"})
    assert browser.status == 404


def test_a_model_off_the_table_of_a_what_if(browser: Browser) -> None:
    """Here only; one that is off in the file is so here too, and is put back there."""
    off = {"do": "off", "decision": "leadership", "model": "library_trust", "reason": "No partner"}
    browser.get("/what-if/a-new-one/models")
    browser.send(browser.path, off)
    assert browser.path == "/what-if/what_if_1" and "off_the_table" not in kept(browser)
    browser.get("/what-if/what_if_1/models")
    assert "No partner" in browser.text and "Put it back" in browser.text
    browser.send(browser.path, {"do": "back", "decision": "leadership", "model": "library_trust"})
    assert "Put back on the table" in browser.text and "No partner" not in browser.get("/what-if/what_if_1/models")
    browser.get("/models")
    browser.send("/models", off)
    browser.get("/what-if/what_if_1/models")
    assert "in the council file itself" in browser.text and "Put it back" not in browser.text
    browser.send(browser.path, {"do": "back", "decision": "leadership", "model": "library_trust"})
    assert browser.status == 422 and "off the table in the council file itself" in browser.text


@pytest.mark.parametrize("page", ["weights", "models"])
def test_nothing_is_varied_before_the_result_may_be_seen(house: House, page: str) -> None:
    """Neither shown nor taken."""
    browser = house.at_work()
    browser.get(f"/what-if/a-new-one/{page}")
    assert browser.heading == "The result is not shown yet"
    browser.send(f"/what-if/a-new-one/{page}", {"decision": "leadership", "weight_readers": "80", "do": "off"})
    assert browser.heading == "The result is not shown yet"
