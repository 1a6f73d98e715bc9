"""What-ifs, priorities, models, comparing, the result and its pages, the evidence: each line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.conftest import WRITTEN, reopened, talked
from wizard.proof.evidence_library import EvidenceLibrary, Wanted
from wizard.report.json_form import json_of
from wizard.report.result_pages import PAGES
from wizard.report.session_variants import subject_of
from wizard.report.verdict_words import verdict_sentence


def test_a_what_if_moves_nothing_in_the_file_until_it_is_kept_or_taken_over(newtown: Path) -> None:
    """Tried it is told; kept it stands in the file; taken over it is the file's own answer; undo takes that back."""
    tried = talked(["i", "v readers", "9000", "q"], newtown)
    assert "What if: " in tried.out and "readers" not in reopened(newtown).file.answers
    kept = talked(["i", "v readers", "9000", "k Many readers", "q"], newtown)
    assert "Kept in the council file: the what-if “Many readers”." in kept.out
    (what_if,) = reopened(newtown).file.what_ifs
    assert what_if.answers == {"readers": "9000"}
    talked(["i", "t", "q"], newtown)
    assert reopened(newtown).file.answers["readers"] == "9000"
    talked(["i", "t", "undo", "v roof", "bad", "x", "q"], newtown)
    assert reopened(newtown).file.what_ifs == ()


def test_an_empty_what_if_is_not_begun_by_looking(newtown: Path) -> None:
    """Words that mean no question begin none."""
    said = talked(["i", "v nothing like it", "", "q"], newtown)
    assert "No question is meant" in said.out and reopened(newtown).record.variants_tried is None


def test_what_ifs_stand_side_by_side(newtown: Path) -> None:
    """Up to four, by their letters; one more is refused with what to do."""
    lines = ["i", "v readers", "9000", *["copy"] * 4, "switch c", "sides", "q"]
    said = talked(lines, newtown)
    assert "At most 4" in said.out and "What-if C: " in said.out and "now, A, B, C and D" in said.out


@pytest.mark.parametrize(
    ("lines", "weights"),
    [
        (["2", "1", "100", "50"], {"readers": 66.67, "change": 33.33}),
        (["3", "1", "2,1"], {"readers": 25, "change": 75}),
        (["3", "1", "1=2"], {"readers": 50, "change": 50}),
        (["4", "1", "2=30"], {"change": 30}),
    ],
)
def test_priorities_are_set_by_numbers(newtown: Path, lines: list[str], weights: dict[str, float]) -> None:
    """Points, an order, or weights; with whose view it is, why, and that no result was seen before."""
    talked(["p", *lines, "the chief executive", "as the plan says", "q"], newtown)
    found = reopened(newtown).file.weights["leadership"]
    assert {each: entry.weight for each, entry in found.items()} == pytest.approx(weights, abs=0.01)
    for entry in found.values():
        assert (entry.set_by, entry.when, entry.why) == ("the chief executive", "before_result", "as the plan says")


def test_a_trade_off_is_answered_and_taken_back(newtown: Path) -> None:
    """After a result was seen it says so."""
    talked(["r", "", "p", "1", "2", "1", "", "", "q"], newtown)
    ((entry,),) = reopened(newtown).file.trade_offs.values()
    assert entry.when == "after_result" and set(entry.of) == {"readers", "change"}
    talked(["p", "5", "1", "q"], newtown)
    assert not reopened(newtown).file.trade_offs


@pytest.mark.parametrize("wrong", [["2", "1", "many", ""], ["3", "1", "1"], ["4", "1", "9=30"], ["4", "1", "1=200"]])
def test_priorities_that_cannot_be_meant_are_refused(newtown: Path, wrong: list[str]) -> None:
    """With why; nothing is set."""
    said = talked(["p", *wrong, "", "", "q"], newtown)
    assert said.code == 0 and not reopened(newtown).file.weights


def test_a_model_is_taken_off_the_table_with_a_reason_and_put_back(newtown: Path) -> None:
    """Without a reason it stays."""
    titles = [each.title for each in reopened(newtown).rules.pack.models.values()]
    number = next(
        line.split(":")[0]
        for line in talked(["models", "q"], newtown).out.split("\n")
        if titles[2] in line and ": on the table" in line
    )
    talked(["models", number, "", "q"], newtown)
    assert not reopened(newtown).file.off_the_table
    talked(["models", number, "Nobody to run it", "q"], newtown)
    assert list(reopened(newtown).file.off_the_table.values()) == ["Nobody to run it"]
    talked(["models", number, "q"], newtown)
    assert not reopened(newtown).file.off_the_table


def test_every_page_of_the_result_is_read_out(newtown: Path) -> None:
    """Each by its digit; the first says what the evidence points to in the words that are used everywhere."""
    said = talked(["r", *(each.key for each in PAGES), "q"], newtown)
    session = reopened(newtown)
    for result in session.assessment.decisions:
        assert verdict_sentence(session.assessment, result).text in said.out
    for each in PAGES:
        assert f"{each.title}: Newtown" in said.out


def test_shortcuts_lead_to_the_same_pages(newtown: Path) -> None:
    """'flips', 'f' and 'firm' are pages of the result."""
    for word, digit in (("flips", "7"), ("f", "8"), ("firm", "6")):
        short, long = talked([word, "q"], newtown), talked(["r", digit, "q"], newtown)
        page = next(each for each in PAGES if each.key == digit)
        assert short.after(word).split(f"{page.title}: ")[1] == long.after(digit).split(f"{page.title}: ")[1]


def test_an_entry_opens_what_it_rests_on(newtown: Path) -> None:
    """From a question to its argument, on to a finding, and back again step by step."""
    said = talked(["c 5", "e", "o 1", "o 1", "b", "b", "b", "", "q"], newtown)
    assert "When it holds:" in said.after("o 1") and "Where to look it up:" in said.after("o 1", 2)
    assert "How many readers borrowed a book last year?" in said.after("b", 3)


def test_the_evidence_is_searched_by_words(newtown: Path) -> None:
    """What the library finds, and nothing else of it."""
    said = talked(["search face", "q"], newtown)
    library = EvidenceLibrary(reopened(newtown).rules)
    found = {each.id for each in library.found(Wanted(words="face"))}
    assert found and {each.id for each in library.entries if f"{each.id}:" in said.out} == found


def test_what_a_case_study_leads_to_may_belong_to_another_rule_set(newtown: Path) -> None:
    """A finding that the rule set in use does not hold is said to be of another one; nothing breaks."""
    said = talked(["study wakefield", "o 1", "b", "q"], newtown)
    assert said.code == 0
    assert "belongs to the rule set of the place" in said.after("o 1")


def test_a_place_of_the_reports_is_read_out_by_its_name(newtown: Path) -> None:
    """What was known before, what it did, and every finding of it; under its own rule set, whatever is in use."""
    said = talked(["study wakefield", "b", "study nowhere at all", "q"], newtown)
    page = said.after("study wakefield")
    assert page.startswith("\nWakefield, 2005\n") and "What it did:" in page and "What became of it:" in page
    assert "No place is meant by “nowhere at all”." in said.out


def test_the_result_is_written_into_a_file_and_never_over_one_unasked(newtown: Path) -> None:
    """The same bytes as every face writes; a file that is there stays until the person says yes."""
    written = newtown.with_name("newtown.json")
    first = talked(["x", "6", "", "q"], newtown)
    session = reopened(newtown)
    assert f"Written: {written}" in first.out
    assert written.read_text(encoding="utf-8") == json_of([subject_of(session)])
    written.write_text("mine", encoding="utf-8")
    assert "Nothing was written." in talked(["x", "6", "newtown.json", "", "q"], newtown).out
    assert written.read_text(encoding="utf-8") == "mine"
    talked(["x", "6", "", "yes", "q"], newtown)
    assert written.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["newtown.yaml", "nowhere/result.json", "result.exe"])
def test_a_name_that_will_not_do_writes_nothing(newtown: Path, name: str) -> None:
    """Neither over the council file, nor where there is no folder, nor under another ending."""
    before = newtown.read_text(encoding="utf-8")
    assert "Nothing was written." in talked(["r", "", "x", "6", name, "q"], newtown).out
    assert sorted(each.suffix for each in newtown.parent.iterdir() if each.is_file()) in ([".yaml"], [".bak", ".yaml"])
    assert newtown.read_text(encoding="utf-8").replace("record: {ranking_seen: yes}\n", "").strip() == before.strip()


def test_councils_are_compared_and_problems_told(newtown: Path) -> None:
    """What differs is read out column by column; a file that is not there is no end."""
    other = newtown.with_name("old town.yaml")
    other.write_text(WRITTEN.replace("Newtown", "Old Town").replace("no\n", "yes\n"), encoding="utf-8")
    said = talked([f'compare "{other}"', "compare nowhere.yaml", "q"], newtown)
    assert "A: no; B: yes" in said.out and "Old Town" in said.out and "no such council file" in said.out


def test_how_the_result_moves_is_told_only_once_it_was_seen_and_until_it_is_hidden(newtown: Path) -> None:
    """Before, no answer is followed by a word on it."""
    said = talked(["c 5", "9000", "r", "", "c 5", "20", "hide", "c 5", "9000", "q"], newtown)
    assert "Now: " not in said.after("9000") and "Now: " in said.after("20") and "Now: " not in said.after("9000", 2)


def test_commands_of_the_shell_become_what_is_typed_here(newtown: Path) -> None:
    """No line tells to leave and come back."""
    said = talked(["r", *(each.key for each in PAGES), "q"], newtown)
    assert f"wizard next {newtown}" not in said.out and f"wizard priorities {newtown}" not in said.out


def test_help_tells_every_command(newtown: Path) -> None:
    """In every place, and in no place twice."""
    for way in ([], ["c 5"], ["i"], ["r"], ["p"], ["sections"]):
        said = talked([*way, "?", "q"], newtown)
        lines = said.after("?").split("\n")
        assert len(lines) == len(set(lines)) and any(line.startswith("q (quit)") for line in lines)
