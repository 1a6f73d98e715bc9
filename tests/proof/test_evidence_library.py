"""Searching and narrowing down: what is found is what was asked for, all of it and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.pack import find_pack
from wizard.proof.evidence_library import FACETS, EvidenceLibrary, Facet, Wanted, who_says
from wizard.schema.source import Finding
from wizard.session.rule_sets import RuleSets

LIBRARY = EvidenceLibrary(RuleSets().named(find_pack("reports_2008")).rules)
WORDS = sorted({word for entry in LIBRARY.entries for word in entry.text.split()})


def _ids(wanted: Wanted) -> list[str]:
    return [entry.id for entry in LIBRARY.found(wanted)]


def test_nothing_asked_for_finds_everything() -> None:
    """Every finding of every report, in their order."""
    sources = LIBRARY.pack.sources.values()
    assert _ids(Wanted()) == [f"{source.id}.{name}" for source in sources for name in source.findings]


@given(st.lists(st.sampled_from(WORDS), max_size=3), st.sampled_from(WORDS))
def test_another_word_never_finds_more(words: list[str], word: str) -> None:
    """What is found with one word more was found before, in the same order."""
    before, after = _ids(Wanted(words=" ".join(words))), _ids(Wanted(words=" ".join([*words, word])))
    assert after == [each for each in before if each in set(after)]


@given(st.sampled_from(LIBRARY.entries), st.data())
def test_a_finding_is_found_by_its_own_words(entry, data) -> None:  # type: ignore[no-untyped-def]
    """By any word of what it says, of its phrase or its place, in capitals or only begun."""
    said = f"{entry.finding.says} {entry.finding.phrase} {entry.finding.where}"
    word = data.draw(st.sampled_from(said.split()))
    begun = word[: data.draw(st.integers(1, len(word)))]
    assert entry.id in _ids(Wanted(words=word.upper()))
    assert entry.id in _ids(Wanted(words=begun))


def test_words_are_found_from_their_beginnings() -> None:
    """'succession' finds what speaks of it; 'uccession' is the beginning of no word."""
    found = LIBRARY.found(Wanted(words="succession"))
    assert "think_family_2008.succession_planning" in [entry.id for entry in found]
    assert all("succession" in entry.text for entry in found)
    assert _ids(Wanted(words="uccession")) == []


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize(
    "asked", [Wanted(), Wanted(words="director"), Wanted(model="combined_director", role="disputes")], ids=str
)
def test_the_count_beside_a_choice_is_what_is_left_then(facet: Facet, asked: Wanted) -> None:
    """For every value of every filter; the most first; a value that is not offered would leave nothing."""
    counts = LIBRARY.choices(facet, asked)
    assert counts == {value: len(_ids(asked.by(facet, value))) for value in counts}
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    everything = LIBRARY.choices(facet, Wanted())
    assert all(_ids(asked.by(facet, value)) == [] for value in everything if value not in counts)


def test_filters_on_citations_are_asked_of_one_citation() -> None:
    """What disputes something about a model is cited so at one place, not here the one and there the other."""
    for model in LIBRARY.pack.models:
        expected = [
            entry.id
            for entry in LIBRARY.entries
            if any(each.role == "disputes" and model in each.models for each in entry.cited)
        ]
        assert _ids(Wanted(model=model, role="disputes")) == expected
    loose = [
        entry.id
        for entry in LIBRARY.entries
        if any(each.role == "disputes" for each in entry.cited)
        and any("combined_director" in each.models for each in entry.cited)
    ]
    assert len(loose) > len(_ids(Wanted(model="combined_director", role="disputes")))


def test_a_reason_finds_exactly_what_it_cites() -> None:
    """No more and no less, for every argument."""
    for placed in LIBRARY.arguments.values():
        assert set(_ids(Wanted(argument=placed.id))) == set(placed.argument.citations)


def test_one_finding_can_be_asked_for() -> None:
    """And nothing else is then shown."""
    for entry in LIBRARY.entries:
        assert _ids(Wanted(finding=entry.id)) == [entry.id]


def test_disputed_reasons_have_both_sides() -> None:
    """Someone for it and someone against it; and none with both is left out."""
    disputed = {placed.id for placed in LIBRARY.disputed()}
    both = {each.id for each in LIBRARY.arguments.values() if each.argument.supported_by and each.argument.disputed_by}
    assert disputed == both
    assert disputed


@pytest.mark.parametrize(
    ("holds", "method", "who"),
    [
        ("combined_director", "report_conclusion", "holds:combined_director"),
        (None, "report_conclusion", "report"),
        (None, "inspection", "inspectors"),
        (None, "statute", "law"),
        (None, "interview", "others"),
    ],
)
def test_a_holder_of_a_post_is_always_known_as_one(holds: str | None, method: str, who: str) -> None:
    """However it was found out; everyone else by how it was."""
    finding = {"says": "x", "where": "y", "speaker": "z", "voices": "several", "method": method, "phrase": "p"}
    assert who_says(Finding.model_validate({**finding, "holds": holds})) == who
