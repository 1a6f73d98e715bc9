"""The result, what-ifs, priorities and files to keep."""

from __future__ import annotations

import re

import pytest

from wizard.report.passing_on import things
from wizard.report.result_pages import PAGES

from .conftest import Browser, House, answer_core
from .html_laws import Read


@pytest.fixture
def browser(house: House) -> Browser:
    """Somebody who has answered the core questions, and a little more."""
    found = house.at_work()
    answer_core(found)
    found.get("/change/readers")
    found.send("/change/readers", {"do": "save", "answer": "typed", "figure": "50"})
    return found


def test_ten_pages_each_with_its_heading(browser: Browser) -> None:
    """All lead to each other; the page one is on is marked; each has a title of its own."""
    titles = set()
    for each in PAGES:
        text = browser.get(f"/result/{each.module.replace('_', '-')}")
        assert browser.heading == f"Result: {each.title}" and f'aria-current="page">{each.title}<' in text
        assert all(f">{other.title}</a>" in text for other in PAGES)
        titles.add(Read(text).text_of("title")[0])
    assert len(titles) == len(PAGES)


def test_reasons_lead_to_their_findings_and_tables_are_real(browser: Browser) -> None:
    """A reason opens its argument and that its findings; no picture is made of letters."""
    argument = re.search(r'href="(/evidence/argument/[\w.]+)"', browser.get("/result/why"))
    assert argument is not None
    finding = re.search(r'href="(/evidence/finding/[\w.]+)"', browser.get(argument[1]))
    assert finding is not None and browser.status == 200
    browser.get(finding[1])
    assert browser.status == 200 and browser.heading
    summary = browser.get("/result/in-short")
    assert '<th scope="col"' in summary and "█" not in summary and "<- today" not in summary
    criterion = re.search(r'<th scope="row"><a href="(/evidence/criterion/\w+)"', browser.get("/result/side-by-side"))
    assert criterion is not None and browser.get(criterion[1]) and browser.status == 200


def test_a_what_if_shows_what_moves_and_leaves_the_file_alone(browser: Browser) -> None:
    """Begun with its first answer; kept only when that is asked; then taken over, and taken away."""
    before = browser.get("/download/council.yaml")
    browser.get("/what-if/a-new-one/vary/readers")
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "90000"})
    assert browser.path == "/what-if/what_if_1"
    assert "What if: The evidence points clearly to <strong>a librarian in each branch</strong>" in browser.text
    assert browser.get("/download/council.yaml").replace(kept_record(browser.text), "") == before.replace(
        kept_record(before), ""
    )
    browser.get("/what-if/what_if_1")
    browser.send("/what-if/what_if_1", {"do": "name", "title": "More <readers>"})
    assert browser.heading == "What if: More &lt;readers&gt;"
    browser.send("/what-if/what_if_1", {"do": "keep"})
    assert "what_ifs:" in browser.get("/download/council.yaml")
    browser.get("/what-if")
    browser.send("/what-if/what_if_1", {"do": "take_over"})
    assert "\n  readers: 90000" in browser.get("/download/council.yaml")
    browser.get("/what-if")
    browser.send("/what-if/what_if_1", {"do": "remove"})
    assert browser.heading == "What if" and "what_ifs:" not in browser.get("/download/council.yaml")


def kept_record(text: str) -> str:
    """The part of a council file that says what was seen."""
    found = re.search(r"(?ms)^record:.*?(?=^\S|\Z)", text)
    return found[0] if found else ""


def test_a_what_if_that_fails_leaves_none_behind(browser: Browser) -> None:
    """A first answer that cannot be taken begins nothing, and neither does one that was only looked at."""
    browser.get("/what-if/a-new-one/vary/readers")
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "many"})
    assert browser.status == 422 and "There is a problem" in browser.text
    assert browser.get("/what-if") and browser.path == "/what-if"


def test_five_what_ifs_are_too_many(browser: Browser) -> None:
    """It is said, and the four stay."""
    browser.get("/what-if/a-new-one/vary/readers")
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "90000"})
    for _ in range(4):
        browser.send("/what-if", {"like": "what_if_1"})
    assert browser.status == 422 and "4 what-ifs already" in browser.text
    assert browser.get("/what-if/side-by-side").count("<th scope=") > 4


@pytest.mark.parametrize("ending", [".html", ".md", ".txt"])
def test_reports_are_files_to_keep(browser: Browser, ending: str) -> None:
    """Under a name of the council's, never shown in the browser, where somebody's words could act."""
    response = browser.client.get(f"/download/summary{ending}")
    assert response.status_code == 200 and len(response.content) > 1_000
    assert response.headers["content-disposition"] == f"attachment; filename*=UTF-8''newtown_summary{ending}"
    assert response.headers["cache-control"] == "no-store"


def test_everything_that_can_be_passed_on_is_offered(browser: Browser) -> None:
    """Each with a link of its own; and the whole result as text and for programs."""
    text = browser.get("/download")
    assert all(each.title in text and f"/download/{each.id}{each.endings[0]}" in text for each in things())
    assert "Newtown" in browser.get("/download/text.txt") and '"shape": 1' in browser.get("/download/json.json")


def test_changes_are_taken_back_and_made_again(browser: Browser) -> None:
    """It is said which."""
    browser.get("/work")
    browser.send("/work", {"do": "undo"})
    assert "Taken back:" in browser.text and "readers:" not in browser.get("/download/council.yaml")
    browser.get("/work")
    browser.send("/work", {"do": "redo"})
    assert "Made again:" in browser.text and "readers: 50" in browser.get("/download/council.yaml")
