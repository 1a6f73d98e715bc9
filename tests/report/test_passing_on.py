"""What can be passed on of a result, and as what."""

from __future__ import annotations

import json

import pytest

from wizard.engine import Rules
from wizard.report.formats import FORMATS, format_of_name
from wizard.report.passing_on import ending_fault, made, things
from wizard.report.subject import Subject

THINGS = {each.id: each for each in things()}


def test_every_ending_offered_is_one_of_a_format() -> None:
    """And every format of reports is offered, under whichever ending."""
    for thing in (THINGS["report"], THINGS["summary"]):
        forms = {format_of_name(f"x{ending}") for ending in thing.endings}
        assert forms == set(FORMATS)


@pytest.mark.parametrize("thing", sorted(THINGS))
def test_an_ending_of_its_own_will_do_and_another_will_not(thing: str) -> None:
    """Said in words that name those that will."""
    found = THINGS[thing]
    assert all(ending_fault(found, f"ours{ending.upper()}") == "" for ending in found.endings)
    assert found.endings[0] in ending_fault(found, "ours.exe")


def test_the_whole_result_as_text_and_as_json(full: Subject, rules: Rules) -> None:
    """The same council in both."""
    assert made(THINGS["text"], "x.txt", full, rules).decode("utf-8").startswith("Newtown")
    assert "Newtown" in json.dumps(json.loads(made(THINGS["json"], "x.json", full, rules)))


def test_what_is_for_publication_tells_no_sensitive_answer(full: Subject, rules: Rules) -> None:
    """The same page with and without: the public one says that answers are kept private."""
    whole, public = (made(THINGS[each], "x.md", full, rules).decode("utf-8") for each in ("summary", "summary_public"))
    assert "kept private" in public
    assert "kept private" not in whole
