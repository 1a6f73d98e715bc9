"""The whole of the evidence is accounted for: every reading note, every finding, both sides of every contradiction.

`coverage/<source>.yaml` says of each note on a report what became of it, in exactly one of four forms:

    note_id: {finding: source.id}        the finding that says it
    note_id: {merged_into: source.id}    the finding that joins it with others
    note_id: {place: place_id}           a council's fact, kept in its council file or the outcome beside it
    note_id: {set_aside: why}            left out, and why

`contradictions.yaml` says where the reports disagree: the findings of either side, and the rules that show them.
Where the notes and the reports themselves are at hand (`shared/` beside the checkout), the tables and the phrases are
held against these too.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wizard.pack import ReadPack, read_pack
from wizard.pack.usage import citations_in
from wizard.strict_yaml import read_tree

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PLACES = ROOT / "scenarios" / "reports"
SHARED = ROOT.parent / "shared"

NOTES = {
    "think_family_2008": 268,
    "new_landscape": 228,
    "oxfordshire_review_2002": 120,
    "one_giant_leap": 60,
    "joint_directors_news_2008": 20,
}
FORMS = {"finding", "merged_into", "place", "set_aside"}
SIDES = ("side_a", "side_b")
LONGEST_PHRASE = 8

beside_the_notes = pytest.mark.skipif(not (SHARED / "evidence").is_dir(), reason="the reading notes are not at hand")
beside_the_reports = pytest.mark.skipif(not (SHARED / "sources").is_dir(), reason="the reports are not at hand")
of_each_source = pytest.mark.parametrize("source", NOTES)


@cache
def read() -> ReadPack:
    """The shipped rule set with every source."""
    return read_pack(ROOT / "rules" / "reports_2008", every_source=True)


@cache
def findings() -> frozenset[str]:
    """Every finding of the rule set, as `source.id`."""
    return frozenset(f"{source.id}.{name}" for source in read().pack.sources.values() for name in source.findings)


@cache
def citations() -> dict[str, frozenset[str]]:
    """What each rule cites: an object by its id, an argument as `criterion.argument`."""
    cited: dict[str, set[str]] = {}
    for resting, path, citation in citations_in(read().pack):
        names = [resting.id]
        if path[0] == "arguments":
            argument = read().pack.criteria[resting.id].arguments[int(path[1])]
            names.append(f"{resting.id}.{argument.id}")
        for name in names:
            cited.setdefault(name, set()).add(citation)
    return {name: frozenset(found) for name, found in cited.items()}


@cache
def table(name: str) -> dict[str, Any]:
    """One table of this folder."""
    return dict(read_tree(HERE / f"{name}.yaml").plain())


def coverage(source: str) -> dict[str, dict[str, str]]:
    """What became of each note on a report."""
    return table(f"coverage/{source}")


def named_in(source: str) -> dict[str, str]:
    """The finding that each note leads to, of the notes that lead to one."""
    pairs = ((note, entry.get("finding", entry.get("merged_into"))) for note, entry in coverage(source).items())
    return {note: citation for note, citation in pairs if citation is not None}


@of_each_source
def test_every_note_became_exactly_one_thing(source: str) -> None:
    """An entry has one of the four forms, and says something."""
    odd = {
        note: entry
        for note, entry in coverage(source).items()
        if not (isinstance(entry, dict) and len(entry) == 1 and set(entry) <= FORMS and all(entry.values()))
    }
    assert odd == {}


@of_each_source
def test_every_finding_named_exists(source: str) -> None:
    """A note leads to a finding that can be read, of the report that it is a note on."""
    named = named_in(source)
    lost = {note: citation for note, citation in named.items() if citation not in findings()}
    assert lost == {}
    strayed = {note: citation for note, citation in named.items() if not citation.startswith(f"{source}.")}
    assert strayed == {}


@of_each_source
def test_every_finding_of_a_report_is_accounted_for(source: str) -> None:
    """No finding stands in the rule set that no note leads to: each was read by two."""
    own = {citation for citation in findings() if citation.startswith(f"{source}.")}
    assert sorted(own - set(named_in(source).values())) == []


@of_each_source
def test_every_place_named_has_a_council_file(source: str) -> None:
    """A council's fact that is no finding stands in that council's file."""
    places = {note: entry["place"] for note, entry in coverage(source).items() if "place" in entry}
    assert {note: place for note, place in places.items() if not (PLACES / f"{place}.yaml").is_file()} == {}


def test_no_note_stands_twice() -> None:
    """A note is on one report only."""
    counted = Counter(note for source in NOTES for note in coverage(source))
    assert [note for note, times in counted.items() if times > 1] == []


def test_all_notes_are_accounted_for() -> None:
    """696 of 696."""
    assert {source: len(coverage(source)) for source in NOTES} == NOTES
    assert sum(len(coverage(source)) for source in NOTES) == 696


def test_every_contradiction_shows_both_sides() -> None:
    """The findings of either side exist, and the rules named cite at least one of each."""
    for name, entry in table("contradictions").items():
        assert set(entry) == {*SIDES, "shown_in"}, name
        sides = [frozenset(entry[side]) for side in SIDES]
        assert sorted(frozenset().union(*sides) - findings()) == [], name
        unknown = [rule for rule in entry["shown_in"] if rule not in citations()]
        assert unknown == [], name
        shown = frozenset().union(*(citations()[rule] for rule in entry["shown_in"]))
        assert all(side & shown for side in sides), name


@beside_the_notes
@of_each_source
def test_tables_name_the_notes_there_are(source: str) -> None:
    """The ids of a table are the ids of the notes on that report."""
    entries = read_tree(SHARED / "evidence" / "findings.yaml").plain()["entries"]
    assert set(coverage(source)) == {entry["id"] for entry in entries if entry["source"] == source}


@beside_the_notes
def test_contradictions_are_those_that_were_noted() -> None:
    """Each disagreement noted between the reports is in the table, and no other."""
    noted = read_tree(SHARED / "evidence" / "contradictions.yaml").plain()["contradictions"]
    assert set(table("contradictions")) == {entry["id"] for entry in noted}


@beside_the_reports
def test_every_phrase_leads_to_its_report() -> None:
    """A phrase stands in the report letter for letter, and is short enough to be no quotation."""
    texts = {source: (SHARED / "sources" / f"{source}.txt").read_text(encoding="utf-8") for source in NOTES}
    phrases = [
        (f"{source.id}.{name}", texts[source.id], finding.phrase)
        for source in read().pack.sources.values()
        for name, finding in source.findings.items()
    ]
    assert [citation for citation, text, phrase in phrases if phrase not in text] == []
    assert [citation for citation, _, phrase in phrases if len(phrase.split()) > LONGEST_PHRASE] == []
