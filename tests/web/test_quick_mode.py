"""The questions that matter most, one a page, to the same verdict as the command line's."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from wizard.cli import main

from .conftest import TINY, House, HouseOf, answer_core
from .html_laws import Read


def told(text: str) -> str:
    """What a page says, without markup, each run of blanks one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()).replace(" .", ".").replace(" ,", ",")


def assessed(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What the command line says of a council file in small letters, each run of blanks one."""
    assert main.main(["assess", str(path), *more]) == 0
    return " ".join(capsys.readouterr().out.split()).lower()


def verdicts(text: str) -> list[str]:
    """The first sentence under each decision of the result's first page, in small letters."""
    found = re.findall(r"<h2[^>]*>[^<]*</h2>\s*<p>(.*?)</p>", text, re.DOTALL)
    return [told(each).split(". It comes")[0].rstrip(".").lower() for each in found]


def test_quick_mode_comes_to_the_same_verdict(house: House, tmp_path: Path, capsys: Any) -> None:
    """Every core question in turn; the file that is kept, given to the command line, says the same."""
    browser = house.at_work()
    answer_core(browser)
    result = browser.get("/result")
    kept = tmp_path / "kept.yaml"
    kept.write_bytes(browser.client.get("/download/council.yaml").content)
    said = assessed(kept, capsys, "--pack", str(TINY))
    assert len(verdicts(result)) == 2 and all(each in said for each in verdicts(result))
    assert "ranking_seen: yes" in kept.read_text(encoding="utf-8")


def test_a_place_of_the_reports_comes_to_the_same_verdict(house_of: HouseOf, tmp_path: Path, capsys: Any) -> None:
    """With the rule set that ships, opened from the first page by its own id."""
    browser = house_of(pack="reports_2008").browser()
    browser.get("/")
    browser.send("/open", {"which": "example:small_unitary"})
    assert browser.path == "/work"
    kept = tmp_path / "kept.yaml"
    kept.write_bytes(browser.client.get("/download/council.yaml").content)
    said = assessed(kept, capsys)
    found = verdicts(browser.get("/result"))
    assert len(found) == 2 and all(each in said for each in found)


def test_the_result_is_hidden_until_the_core_is_answered(house: House) -> None:
    """No page, file or what-if shows it before; that it was seen is on record only once it was."""
    browser = house.at_work()
    for path in ("/result", "/result/why", "/what-if", "/download/text.txt", "/what-if/a-new-one/vary/roof"):
        browser.get(path)
        assert browser.heading == "The result is not shown yet" and "3 of them are left" in browser.text
    assert "ranking_seen" not in browser.get("/download/council.yaml")
    assert "mixes" not in browser.get("/priorities")
    browser.get("/questions")
    answer_core(browser)
    assert "ranking_seen" not in browser.get("/download/council.yaml")
    browser.get("/result")
    assert "ranking_seen: yes" in browser.get("/download/council.yaml")


def test_not_sure_to_the_rest(house: House) -> None:
    """One button answers what is left of the core with 'not sure', and owns up to it."""
    browser = house.at_work()
    browser.get("/result")
    browser.send("/rest")
    assert browser.path == "/result/in-short"
    assert browser.get("/download/council.yaml").count("not_sure") == 3


def test_a_fault_is_told_at_its_field(house: House) -> None:
    """The title says so, the box has the focus and leads to the field, and what was typed still stands there."""
    browser = house.at_work()
    browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "some day", "note": "so <i>", "from": ""})
    page = Read(browser.text)
    assert browser.status == 422 and page.text_of("title")[0].startswith("Error: When will it be decided?")
    box = next(attributes for tag, attributes, _ in page.elements if attributes.get("role") == "alert")
    field = next(each for each in page.all("input") if each.get("id") == "figure")
    assert "autofocus" in box and 'href="#figure"' in browser.text
    assert (field["value"], field["aria-invalid"]) == ("some day", "true") and "wrong" in str(field["aria-describedby"])
    assert "so <i>" in page.text_of("textarea")[0]
    assert "decision_date" not in browser.get("/download/council.yaml")


@pytest.mark.parametrize(
    ("question", "fields", "said"),
    [
        ("decision_date", {"answer": "typed", "figure": ""}, "Nothing is typed"),
        ("decision_date", {"answer": "typed", "figure": "1999"}, "from"),
        ("decision_date", {"answer": "not_sure", "figure": "2010"}, "You typed a date and chose something else"),
        ("decision_date", {"answer": "roughly_99"}, "not one of the answers"),
        ("led_today", {}, "Nothing is chosen"),
        ("led_today", {"answer": ["none", "is_library_trust"]}, "cannot stand beside another answer"),
        ("led_today", {"answer": ["not_sure", "is_library_trust"]}, "cannot stand beside another answer"),
        ("head_leaving", {"answer": "is_perhaps"}, "not one of the answers"),
        ("head_leaving", {"answer": "several"}, "not one of the answers"),
        ("roof", {"answer": "several", "may_be": "is_bad"}, "at least two"),
        ("readers", {"answer": "typed", "figure": "9999999"}, "from 10 to 100,000"),
        ("roof", {"answer": "is_bad", "note": "x" * 20_001, "from": ""}, "20,000"),
    ],
)
def test_what_is_no_answer_is_not_taken(house: House, question: str, fields: dict[str, Any], said: str) -> None:
    """It is said why, once in the box and once at the field, and nothing is changed."""
    browser = house.at_work()
    browser.get(f"/question/{question}")
    browser.send(f"/question/{question}", {"do": "save", **fields})
    assert browser.status == 422 and said in told(browser.text)
    assert f"{question}:" not in browser.get("/download/council.yaml")


def test_back_skip_and_taking_back(house: House) -> None:
    """Back goes to the question before; what is left for now comes again; an answer can be taken back."""
    browser = house.at_work()
    browser.send(browser.path, {"do": "skip"})
    assert browser.path == "/question/led_today" and 'href="/question/decision_date">Back<' in browser.text
    browser.send(browser.path, {"do": "save", "answer": ["is_one_librarian", "is_library_trust"]})
    browser.send(browser.path, {"do": "save", "answer": "not_sure"})
    assert browser.path == "/question/decision_date" and "You left 1 question for now" in browser.text
    browser.get("/question/head_leaving")
    browser.send("/question/head_leaving", {"do": "forget"})
    assert browser.path == "/question/head_leaving" and "head_leaving" not in browser.get("/download/council.yaml")
    assert "[one_librarian, library_trust]" in browser.get("/download/council.yaml")


def test_after_the_core_what_matters_is_asked_and_why(house: House) -> None:
    """It is told when the result may be seen, and of each further question why it is asked now."""
    browser = house.at_work()
    answer_core(browser)
    assert "you can look at the result" in browser.text and "Asked now because" in browser.text
    while browser.path.startswith("/question/"):
        browser.send(browser.path, {"do": "save", "answer": "not_sure"})
    assert browser.heading == "Asking can stop here" and 'href="/result"' in browser.text


def test_moves_are_told_once_the_result_was_seen(house: House) -> None:
    """Not before: whoever has not looked is not swayed."""
    browser = house.at_work()
    answer_core(browser)
    browser.get("/change/readers")
    browser.send("/change/readers", {"do": "save", "answer": "typed", "figure": "50"})
    assert browser.path == "/sections/service" and "moved the result" not in browser.text
    browser.get("/result")
    browser.get("/change/readers")
    browser.send("/change/readers", {"do": "save", "answer": "typed", "figure": "90,000"})
    assert "This moved the result." in browser.text and "a librarian in each branch" in browser.text
    assert "This moved the result." not in browser.get("/sections/service")


def test_notes_and_sources_stay_with_their_answer(house: House) -> None:
    """They stand in the file; another answer drops the source that was not said again, and keeps the note."""
    browser = house.at_work()
    note = "First line\r\nsecond"
    browser.get("/question/roof")
    browser.send("/question/roof", {"do": "save", "answer": "is_bad", "note": note, "from": "the caretaker"})
    page = Read(browser.get("/question/roof"))
    assert page.text_of("textarea") == ["\nFirst line\nsecond"]
    assert "From: the caretaker" in told(browser.get("/sections/service"))
    browser.get("/question/roof")
    browser.send("/question/roof", {"do": "save", "answer": "is_sound", "note": note, "from": "the caretaker"})
    assert "the caretaker" not in browser.get("/download/council.yaml") and "second" in browser.text
