"""The pages of the evidence library: nothing left out, both sides shown, every entry leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from wizard.engine import compile_rules
from wizard.engine.results import Assessment
from wizard.pack import read_pack
from wizard.pack.finding import council_files_of_reports
from wizard.proof.citing import ROLES
from wizard.proof.evidence_library import EvidenceLibrary, Wanted
from wizard.proof.outcomes import case_studies_of, outcome_file, read_outcome
from wizard.report.document import Document, Item, Items, Paragraph, Section
from wizard.report.evidence.argument_document import argument_document
from wizard.report.evidence.case_study_document import case_study_document
from wizard.report.evidence.disagreements_document import disagreements_document, not_asked_document
from wizard.report.evidence.filter_words import choices_in_words, narrowed_words, where_from_words
from wizard.report.evidence.finding_document import finding_document
from wizard.report.evidence.finding_words import place_words, resting_words
from wizard.report.evidence.found_document import found_document
from wizard.report.evidence.here_words import reason_words
from wizard.report.evidence.linked import Linked, target_of
from wizard.report.figures import hundredths, sentence
from wizard.report.text import text_of
from wizard.schema.council import CouncilFile
from wizard.schema.outcome import Outcome
from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session

RULE_SETS = RuleSets()
LIBRARY = EvidenceLibrary(RULE_SETS.named("reports_2008").rules)
CASE_STUDIES = council_files_of_reports()
TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
DISCUSS = "Questions for discussion"


@pytest.fixture(scope="module")
def here() -> Assessment:
    (file,) = [each for each in CASE_STUDIES if each.stem == "bracknell_forest_2008"]
    return Session.open(file, rule_sets=RULE_SETS).assessment


def _said(document: Document) -> str:
    return " ".join(text_of(document, 100).split())


def _items(blocks: Iterable[object]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Items):
            yield from block.items
        elif isinstance(block, Section):
            yield from _items(block.blocks)


def _targets_exist(linked: Linked) -> None:
    """Every entry that leads on is on the page, and leads to something that is there."""
    shown = set(_items(linked.document.blocks))
    for item, key in linked.opens.items():
        kind, id = target_of(key)
        assert item in shown
        known = {
            "finding": {entry.id for entry in LIBRARY.entries},
            "argument": set(LIBRARY.arguments),
            "place": {place for entry in LIBRARY.entries for place in entry.finding.places},
        }[kind]
        assert id in known, key


def test_a_finding_names_all_that_rests_on_it(here: Assessment) -> None:
    """For every finding: what it says, the words to find it by, and each thing that cites it; with a council too."""
    for entry in LIBRARY.entries:
        for linked in (finding_document(LIBRARY, entry.id), finding_document(LIBRARY, entry.id, here)):
            items = list(_items(linked.document.blocks))
            assert linked.document.title == sentence(entry.finding.says)
            paragraphs = [
                block.text
                for section in linked.document.blocks
                if isinstance(section, Section)
                for block in section.blocks
                if isinstance(block, Paragraph)
            ]
            assert any(entry.finding.phrase in each for each in paragraphs)
            for citing in entry.cited:
                assert sentence(resting_words(LIBRARY.pack, citing)) in [item.text for item in items]
            leads = {id for kind, id in map(target_of, linked.opens.values()) if kind == "argument"}
            assert leads == {each.argument for each in entry.cited if each.argument is not None}


def test_every_entry_that_leads_on_leads_somewhere(here: Assessment) -> None:
    """On the page of each finding and of each reason, and where the reports disagree."""
    for entry in LIBRARY.entries:
        _targets_exist(finding_document(LIBRARY, entry.id, here))
    for argument in LIBRARY.arguments:
        _targets_exist(argument_document(LIBRARY, argument, here))
    _targets_exist(disagreements_document(LIBRARY, here))


def test_a_reason_shows_its_findings_on_every_side() -> None:
    """Each finding that it cites, and none else; what is a judgement is owned."""
    for placed in LIBRARY.arguments.values():
        linked = argument_document(LIBRARY, placed.id)
        leads = {id for kind, id in map(target_of, linked.opens.values()) if kind == "finding"}
        assert leads == set(placed.argument.citations)
        if placed.argument.judgement:
            assert " ".join(sentence(placed.argument.judgement).split()) in _said(linked.document)


def test_how_a_reason_stands_here_is_what_the_result_says(here: Assessment) -> None:
    """Held: the points it adds. Not: that it adds nothing. Undecided: the questions it hangs on. Never another."""
    seen = set()
    for result in here.decisions:
        for reason in result.reasons:
            said = " ".join(reason_words(here, reason.criterion, reason.argument.id))
            if reason.truth is True:
                assert "Holds here" in said
                assert f"{hundredths(reason.weighted)} on the total of" in said
            elif reason.truth is False:
                assert "Does not hold here" in said
            else:
                assert "Not known here" in said
                assert all(f"“{here.pack.questions[each].named}”" in said for each in reason.truth)
            seen.add(reason.truth if isinstance(reason.truth, bool) else "unknown")
    assert seen == {True, False, "unknown"}


def test_both_sides_of_every_disagreement_are_shown() -> None:
    """The findings for it and those against it, under the reason that they are about."""
    linked = disagreements_document(LIBRARY)
    leads = [id for kind, id in map(target_of, linked.opens.values()) if kind == "finding"]
    for placed in LIBRARY.disputed():
        assert {*placed.argument.supported_by, *placed.argument.disputed_by} <= set(leads)


def test_who_speaks_adds_up_to_all_findings() -> None:
    """No voice is left out or counted twice, and each report owns up to what it cannot know."""
    document = not_asked_document(LIBRARY)
    voices = next(each for each in document.blocks if isinstance(each, Section) and each.title.startswith("Who speaks"))
    counts = [int(item.text.rpartition(": ")[2].split()[0]) for item in _items(voices.blocks)]
    assert sum(counts) == len(LIBRARY.entries)
    assert all(" ".join(source.limits.split()) in _said(document) for source in LIBRARY.pack.sources.values())


def test_a_search_says_how_many_there_are_and_what_was_asked() -> None:
    """The count of all, the filters in words, and how many are not shown."""
    wanted = Wanted(words="director", report="think_family_2008", role="supports")
    count = len(LIBRARY.found(wanted))
    said = _said(found_document(LIBRARY, wanted, 2).document)
    assert said.startswith(f"{count} of {len(LIBRARY.entries)} findings")
    assert "Report: Think family" in said
    assert "What it does there: supports" in said
    assert f"and {count - 2} more" in said
    assert "No finding has all of these words: zzz" in _said(found_document(LIBRARY, Wanted(words="zzz")).document)


def test_filters_are_said_in_plain_words() -> None:
    """No id stands on the screen, and each value comes with what is left then."""
    wanted = Wanted(who="holds:combined_director", place="city_of_london", question="heads_of_service")
    assert "Who says it: holders of the post: One director for both" in narrowed_words(LIBRARY, wanted)
    for facet in ("report", "place", "who", "method", "model", "role", "question", "criterion"):
        for value, words, count in choices_in_words(LIBRARY, facet, Wanted()):  # type: ignore[arg-type]
            assert "_" not in words, value
            assert count.endswith(("finding", "findings"))


@pytest.mark.parametrize(
    ("place", "words"),
    [("city_of_london", "City of London"), ("barking_and_dagenham", "Barking and Dagenham"), ("surrey", "Surrey")],
)
def test_places_are_written_as_names(place: str, words: str) -> None:
    """Small words stay small."""
    assert place_words(place) == words


def test_where_something_is_from_is_said_by_the_short_name_of_the_report() -> None:
    """Several at once too; what names no report stays as it is."""
    said = where_from_words(LIBRARY, "new_landscape, Liverpool; think_family_2008, introduction")
    assert said == "The new landscape, Liverpool; Think family, introduction"
    assert where_from_words(LIBRARY, "our own survey") == "our own survey"


def test_a_case_study_keeps_before_and_after_apart() -> None:
    """Each answer stands once, under when it was known; what was done and what became of it stand with it."""
    for file in CASE_STUDIES:
        session = Session.open(file, rule_sets=RULE_SETS)
        outcome = read_outcome(outcome_file(file, session.file.id), LIBRARY.pack)
        linked = case_study_document(LIBRARY, session.file, session.answers, outcome)
        sections = {each.title: each for each in linked.document.blocks if isinstance(each, Section)}
        for known, title in (
            ("before", "What was known before the choice"),
            ("at_report", "What is known only of the"),
        ):
            marked = [
                each for each in session.file.answers.values() if isinstance(each, dict) and each["known"] == known
            ]
            found = [each for name, each in sections.items() if name.startswith(title)]
            assert len(list(_items(found))) == len(marked), file.stem
        assert " ".join(outcome.what_happened.split()) in _said(linked.document)
        assert len(linked.opens) == len(LIBRARY.found(Wanted(place=outcome.of_place)))
        titles = list(sections)
        to_discuss = [item.text for item in _items([sections[each] for each in titles if each == DISCUSS])]
        assert tuple(to_discuss) == outcome.discuss, file.stem
        assert not outcome.discuss or titles[titles.index("What became of it") + 1] == DISCUSS


def test_what_a_place_did_reads_well_under_any_title() -> None:
    """A title that asks is answered by the model; any other is joined to it by a colon."""
    pack = read_pack(TINY).pack
    library = EvidenceLibrary(compile_rules(pack))
    council = CouncilFile.model_validate({"id": "newtown", "title": "Newtown", "pack": {"id": "tiny"}, "answers": {}})
    outcome = Outcome(id="newtown", did={"leadership": "branch_librarians"}, what_happened="It went on.")
    plain = _said(case_study_document(library, council, {}, outcome).document)
    assert "Who leads the branches: A librarian in each branch." in plain
    asks = pack.decisions["leadership"].model_copy(update={"title": "Who leads the branches?"})
    asking = EvidenceLibrary(compile_rules(replace(pack, decisions={**pack.decisions, "leadership": asks})))
    said = _said(case_study_document(asking, council, {}, outcome).document)
    assert "Who leads the branches? A librarian in each branch." in said


def test_the_case_studies_of_a_place_are_found_by_its_name() -> None:
    """Both stages of a place that has two, also where the file is not named as findings name the place; or none."""
    found = case_studies_of("windsor_and_maidenhead", CASE_STUDIES, LIBRARY.pack)
    assert [file.stem for file in found] == ["windsor_and_maidenhead_2006", "windsor_and_maidenhead_2008"]
    (east,) = case_studies_of("east_riding_of_yorkshire", CASE_STUDIES, LIBRARY.pack)
    assert east.stem == "east_riding_2008"
    assert case_studies_of("sunderland", CASE_STUDIES, LIBRARY.pack) == []


def test_every_role_has_words() -> None:
    """On the page of a finding, whatever it does."""
    done = {citing.role for entry in LIBRARY.entries for citing in entry.cited}
    assert done == set(ROLES)
