"""What a rule set is without one place: only that place's own findings go, and nothing is firmer for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.pack import read_pack
from wizard.proof.leaving_out import findings_only_from, is_named, without_findings, without_place
from wizard.schema.criterion import Argument
from wizard.schema.grading import grade_of
from wizard.schema.pack import Pack
from wizard.schema.source import Finding

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(TINY).pack


@pytest.fixture(scope="module")
def told_by(pack: Pack) -> Callable[..., Pack]:
    """The tiny rule set in which findings, named by citation, come from other places."""

    def make(**places: tuple[str, ...]) -> Pack:
        sources = dict(pack.sources)
        for citation, names in places.items():
            source, _, name = citation.partition("__")
            finding = sources[source].findings[name].model_copy(update={"places": names})
            findings = {**sources[source].findings, name: finding}
            sources[source] = sources[source].model_copy(update={"findings": findings})
        return replace(pack, sources=sources)

    return make


def _argument(pack: Pack, name: str) -> Argument | None:
    return next((each for one in pack.criteria.values() for each in one.arguments if each.id == name), None)


def test_only_findings_from_that_place_alone_are_left_out(pack: Pack) -> None:
    """One that names a second place stays, and so does one that names none."""
    assert findings_only_from(pack, "newtown") == {"reading_report_2010.small_is_easy"}
    assert findings_only_from(pack, "oldtown") == {"reading_report_2010.volunteers_at_desk"}
    assert findings_only_from(pack, "nowhere") == frozenset()
    assert is_named(pack, "newtown") and not is_named(pack, "nowhere")


def test_argument_that_rests_on_one_place_is_gone_for_that_place_alone(told_by: Callable[..., Pack]) -> None:
    """It stays for every other place, with all its findings."""
    both = told_by(county_news_2010__one_head_knows=("newtown",))
    left = without_place(both, "newtown")
    assert _argument(left.pack, "few_readers") is None and left.arguments == ("few_readers",)
    assert _argument(without_place(both, "oldtown").pack, "few_readers") == _argument(both, "few_readers")


def test_argument_with_another_finding_stays_and_weighs_less(pack: Pack) -> None:
    """Two reports agreed on it; one of them was only about this place."""
    left = without_place(pack, "oldtown")
    before, after = _argument(pack, "volunteers_open_longer"), _argument(left.pack, "volunteers_open_longer")
    assert before and after and left.arguments == ()
    assert after.supported_by == ("branch_survey_2011.desk_hours",)
    assert grade_of(before, "library_trust", pack).id == "firm"
    assert grade_of(after, "library_trust", left.pack).id == "fair"


def test_dispute_from_that_place_alone_goes_too(told_by: Callable[..., Pack]) -> None:
    """What the place said against it is as much its own as what it said for it."""
    disputed = told_by(branch_survey_2011__readers_do_not_know=("newtown",))
    after = _argument(without_place(disputed, "newtown").pack, "heads_praise_themselves")
    assert after and after.disputed_by == () and after.supported_by == ("reading_report_2010.heads_like_it",)


def test_poor_fits_and_preconditions_go_like_arguments(told_by: Callable[..., Pack]) -> None:
    """They enter the verdict, so what one place taught of them must not speak to that place."""
    changed = told_by(reading_report_2010__keys_lost=("oldtown",), branch_survey_2011__deputies_matter=("newtown",))
    assert "lone_head" not in without_place(changed, "oldtown").pack.poor_fits
    assert "lone_head" in without_place(changed, "newtown").pack.poor_fits
    assert without_place(changed, "newtown").pack.models["one_librarian"].preconditions == ()
    assert without_place(changed, "oldtown").pack.models["one_librarian"].preconditions != ()


def test_judgements_stay(pack: Pack) -> None:
    """What never rested on a finding loses nothing, even when every finding is left out."""
    every = frozenset(f"{source.id}.{name}" for source in pack.sources.values() for name in source.findings)
    left = without_findings(pack, every)
    assert [each.id for one in left.pack.criteria.values() for each in one.arguments] == ["bad_roof"]
    assert set(left.pack.poor_fits) == {"no_reason_to_change", "unwilling_school"}
    assert list(left.pack.criteria) == list(pack.criteria)


def test_judgement_that_loses_a_reservation_stays(pack: Pack) -> None:
    """It never rested on the finding that qualified or disputed it."""
    citations = ("reading_report_2010.small_is_easy",)
    judged = Argument(id="judged", favours=("one_librarian",), because="So.", judgement="Ours.", qualified_by=citations)
    nearness = pack.criteria["nearness"].model_copy(update={"arguments": (judged,)})
    left = without_place(replace(pack, criteria={**pack.criteria, "nearness": nearness}), "newtown")
    after = _argument(left.pack, "judged")
    assert after and after.qualified_by == () and left.arguments == ()


def test_nothing_left_out_is_nothing_changed(pack: Pack) -> None:
    """A place that no finding names alone leaves the rules as they are."""
    left = without_place(pack, "nowhere")
    assert left.pack == pack and left.arguments == ()


@st.composite
def _findings(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Up to five findings over three reports, the third of which draws on the first."""
    kinds = st.fixed_dictionaries(
        {
            "says": st.just("Something."),
            "where": st.sampled_from(["here", "there"]),
            "speaker": st.sampled_from(["director", "manager"]),
            "voices": st.sampled_from(["one_person", "several", "all", "report"]),
            "method": st.sampled_from([*small.METHODS, "consultation"]),
            "holds": st.sampled_from([None, *small.MODELS]),
            "phrase": st.just("a phrase"),
        }
    )
    names = st.sampled_from([f"{source}.said_{number}" for source in ("first", "second", "third") for number in "12"])
    return draw(st.dictionaries(names, kinds, min_size=1, max_size=5))


def _pack_with(findings: dict[str, dict[str, Any]], argument: Argument, pack: Pack) -> Pack:
    sources = {}
    for source in ("first", "second", "third"):
        own = {
            name.partition(".")[2]: Finding.model_validate(each)
            for name, each in findings.items()
            if name.startswith(f"{source}.")
        }
        draws_on = "first" if source == "third" else None
        sources[source] = small.source().model_copy(update={"id": source, "findings": own, "draws_on": draws_on})
    first = next(iter(pack.criteria.values())).model_copy(update={"arguments": (argument,)})
    return replace(pack, sources=sources, criteria={first.id: first})


@settings(max_examples=300, deadline=None)
@given(small.packs(), _findings(), st.data())
def test_leaving_out_a_finding_in_favour_never_raises_a_grade(
    pack: Pack, findings: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    """Less evidence is never firmer evidence, whoever the remaining voices are."""
    cited = tuple(findings)
    disputing = data.draw(st.sampled_from([(), cited[:1]]))
    argument = Argument(
        id="it",
        favours=("one_head",),
        counts_against=("no_head",),
        because="So.",
        supported_by=cited,
        disputed_by=disputing,
    )
    whole = _pack_with(findings, argument, pack)
    gone = frozenset(data.draw(st.lists(st.sampled_from(cited), unique=True))) - set(disputing)
    left = without_findings(whole, gone)
    after = _argument(left.pack, "it")
    if after is None:
        assert gone >= set(cited)
        return
    for model in ("one_head", "no_head"):
        assert grade_of(after, model, left.pack).step <= grade_of(argument, model, whole).step
