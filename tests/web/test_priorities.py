"""Priorities: every way of saying them, in whose name, before or after a result was seen, and taken back."""

from __future__ import annotations

import re

import pytest

from .conftest import Browser, House, HouseOf, answer_core
from .html_laws import Read

BY = {"set_by": "the leader", "because": "The hours matter."}
HOME = "/priorities/leadership"


@pytest.fixture
def browser(house: House) -> Browser:
    """Somebody whose answers make it a matter of priorities, and who has not looked at a result."""
    found = house.at_work()
    answer_core(found)
    found.get("/change/readers")
    found.send("/change/readers", {"do": "save", "answer": "typed", "figure": "50"})
    return found


def give(browser: Browser, way: str, fields: dict[str, str]) -> str:
    """Fills in one of the forms."""
    browser.get(f"{HOME}/{way}")
    return browser.send(f"{HOME}/{way}", fields)


def kept(browser: Browser) -> str:
    """The council file as it would be kept."""
    return browser.client.get("/download/council.yaml").text


def test_weights_are_set_in_somebodys_name(browser: Browser) -> None:
    """With whether a result was seen by then; what cannot be a weight is told at its field; an emptied one goes."""
    give(browser, "weights", {**BY, "weight_readers": "lots"})
    page = Read(browser.text)
    field = next(each for each in page.all("input") if each.get("id") == "weight-readers")
    assert browser.status == 422 and 'href="#weight-readers"' in browser.text
    assert (field["value"], field["aria-invalid"]) == ("lots", "true")
    give(browser, "weights", {**BY, "weight_readers": "40"})
    assert browser.heading == "What that changes" and "before the result was seen" in browser.text
    assert "weight: 40" in kept(browser) and "the leader" in kept(browser) and "before_result" in kept(browser)
    assert "mixes of priorities" not in browser.text and "mixes of priorities" not in browser.get(HOME)
    browser.get("/result")
    assert "mixes of priorities" in browser.get(HOME)
    give(browser, "weights", {**BY, "weight_readers": "41"})
    assert "after_result" in kept(browser) and "What it makes of the result" in browser.text
    give(browser, "weights", {"weight_readers": ""})
    assert browser.path == HOME and "weights:" not in kept(browser)


@pytest.mark.parametrize(
    ("way", "fields", "said"),
    [
        ("weights", {"weight_readers": "101"}, "from 0 to 100"),
        ("weights", {"weight_readers": "70", "weight_change": "40"}, "come to 110 in 100"),
        ("weights", {"weight_readers": "40", "set_by": ""}, "Say whose view it is"),
        ("weights", {"weight_readers": "40", "because": " "}, "Say why in a few words"),
        ("weights", {"weight_readers": "40", "because": "x" * 201}, "201 characters"),
        ("points", {"weight_readers": "100"}, "Type a number from 0 to 100."),
        ("points", {"weight_readers": "0", "weight_change": "0"}, "nothing would count"),
        ("points", {"weight_readers": "²", "weight_change": "5"}, "Type a number from 0 to 100."),
        ("order", {"weight_readers": "1", "weight_change": "3"}, "a place from 1 to 2"),
        ("order", {"weight_readers": "1.5", "weight_change": "1"}, "a place from 1 to 2"),
    ],
)
def test_what_is_no_weight_is_not_taken(browser: Browser, way: str, fields: dict[str, str], said: str) -> None:
    """It is said why, in words without ids, and nothing is changed."""
    give(browser, f"{way}", {**BY, **fields})
    assert browser.status == 422 and said in browser.text and "weights:" not in kept(browser)


def test_points_and_places_become_weights(browser: Browser) -> None:
    """Points in proportion; an order alone gives three quarters and one; a tie half each; within a group as well."""
    give(browser, "points", {**BY, "weight_readers": "100", "weight_change": "25"})
    assert weights(browser) == {"readers": "80", "change": "20"}
    give(browser, "order", {**BY, "weight_readers": "2", "weight_change": "1"})
    assert weights(browser) == {"readers": "25", "change": "75"} and "What it takes the place of" in browser.text
    give(browser, "order", {**BY, "weight_readers": "1", "weight_change": "1"})
    assert weights(browser) == {"readers": "50", "change": "50"}
    give(browser, "points/readers", {**BY, "weight_nearness": "10", "weight_opening": "30"})
    assert weights(browser) == {"readers": "50", "change": "50", "nearness": "25", "opening": "75"}
    browser.get(HOME)
    browser.send(HOME, {"back": "weight:nearness"})
    assert "nearness" not in weights(browser) and "Changed priorities" in browser.text
    browser.send(HOME, {"back": "weights"})
    assert weights(browser) == {} and "Nothing: every group counts the same." in browser.text


def weights(browser: Browser) -> dict[str, str]:
    """The weights that stand in the council file."""
    text = kept(browser)
    return dict(re.findall(r"(?m)^ +(\w+):\s*\{?\s*weight: ([\d.]+)", text))


def test_any_two_groups_before_a_result_was_seen(browser: Browser) -> None:
    """Nothing tells what an answer would do; the same one twice is no question; a weight stands in its way."""
    browser.get(f"{HOME}/which")
    assert len(Read(browser.text).all("select")) == 2 and "mixes" not in browser.text
    give(browser, "which", {**BY, "one": "change", "other": "change"})
    assert browser.status == 422 and "two different groups" in browser.text
    give(browser, "which", {**BY, "one": "change", "other": "readers"})
    assert "says: change" in kept(browser) and "before_result" in kept(browser)
    browser.get(HOME)
    browser.send(HOME, {"back": "compared:change:readers"})
    assert "trade_offs" not in kept(browser)
    give(browser, "weights", {**BY, "weight_readers": "40"})
    give(browser, "which", {**BY, "one": "change", "other": "readers"})
    assert browser.status == 422 and "“What readers gain” has a weight already" in browser.text


def test_the_question_worth_asking_is_asked_once_a_result_was_seen(browser: Browser) -> None:
    """As an either/or with 'I cannot say', which needs no reason; answered, it is asked no more."""
    browser.get("/result")
    browser.get(HOME)
    assert "Which matters more: the cost of changing, or what readers gain?" in browser.text
    browser.get(f"{HOME}/which")
    radios = [each["value"] for each in Read(browser.text).all("input") if each.get("type") == "radio"]
    assert radios == ["change", "readers", "cannot_say"] and "in 100" not in browser.text
    asked = {"asked": "yes", "one": "change", "other": "readers"}
    give(browser, "which", {**BY, **asked})
    assert browser.status == 422 and "Choose one of the answers" in browser.text
    give(browser, "which", {**BY, **asked, "more": "readers", "because": ""})
    assert browser.status == 422 and "Say why" in browser.text
    give(browser, "which", {"set_by": "the leader", **asked, "more": "cannot_say"})
    assert browser.path == f"{HOME}/changed" and "says: cannot_say" in kept(browser)
    browser.get(HOME)
    assert "Answer this first" not in browser.text and "No view on" in browser.text
    browser.send(HOME, {"back": "compared:change:readers"})
    give(browser, "which", {**BY, **asked, "more": "readers"})
    assert "says: readers" in kept(browser) and "after_result" in kept(browser)
    assert "What it makes of the result" in browser.text and "What each counts" in browser.text


def test_at_most_three_questions_one_at_a_time(house_of: HouseOf) -> None:
    """With the rule set that ships: each answer leads to the next question, and after the last nothing is asked."""
    browser = house_of(pack="reports_2008").browser()
    browser.get("/")
    browser.send("/open", {"which": "example:small_unitary"})
    browser.get("/result")
    asked = []
    while (page := Read(browser.get("/priorities/nhs_link/which"))).all("select") == []:
        assert len(page.text_of("h1")) == 1 and page.text_of("h1")[0] not in asked
        asked += page.text_of("h1")
        fields = {str(each["name"]): each.get("value") for each in page.all("input") if each.get("type") == "hidden"}
        browser.send(browser.path, {**BY, **fields, "more": fields["one"] if len(asked) == 1 else "cannot_say"})
        assert browser.path == "/priorities/nhs_link/changed"
    assert 1 <= len(asked) <= 3 and "Answer the next question" not in browser.text


def test_a_circle_is_told_in_titles(house_of: HouseOf) -> None:
    """Three answers that contradict each other: the last is not taken, and it is said which round they go."""
    browser = house_of(pack="reports_2008").at_work()
    path = "/priorities/nhs_link/which"
    for one, other in (("capacity", "change"), ("change", "support"), ("support", "capacity")):
        browser.get(path)
        browser.send(path, {**BY, "one": one, "other": other})
    assert browser.status == 422 and "“The cost of changing” before “" in browser.text
    assert "change before" not in browser.text and kept(browser).count("says:") == 2


def test_what_that_changes_is_shown_until_something_else_is(browser: Browser) -> None:
    """Once it is taken back, or another answer is given, there is nothing to show of it."""
    give(browser, "weights", {**BY, "weight_readers": "40"})
    assert browser.get(f"{HOME}/changed") and browser.heading == "What that changes"
    browser.send("/work", {"do": "undo"})
    assert browser.get(f"{HOME}/changed") and browser.path == HOME and weights(browser) == {}


@pytest.mark.parametrize(
    "path", [f"{HOME}/guess", f"{HOME}/points/change", f"{HOME}/points/nothing", "/priorities/nothing"]
)
def test_what_cannot_be_weighed_is_not_there(browser: Browser, path: str) -> None:
    """A group of one criterion holds nothing to weigh, either."""
    browser.get(path)
    assert browser.status == 404
    browser.get(f"{HOME}/which")
    browser.send(HOME, {"back": "weight:readers"})
    assert browser.status == 404
