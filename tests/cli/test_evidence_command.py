"""`wizard evidence`: searching, opening, and being told what cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.report.evidence.filter_words import FACET_WORDS

TINY = str(Path(__file__).resolve().parents[1] / "packs" / "tiny")


def test_words_and_filters_narrow_down(run: Callable[..., object]) -> None:
    """Values by their ids or their titles."""
    by_id = run("evidence", "readers", "--report", "branch_survey_2011", "--pack", TINY)
    by_title = run("evidence", "readers", "--report", "Branch survey", "--pack", TINY)
    assert by_id.code == 0
    assert by_id.out == by_title.out
    assert "Report: Branch survey" in by_id.out
    assert "Words: readers" in by_id.out
    assert "branch_survey_2011.readers_do_not_know" in by_id.out


def test_a_finding_and_a_reason_open_with_who_cites_whom(run: Callable[..., object]) -> None:
    """From the finding to the reason that it disputes, and back."""
    finding = run("evidence", "--open", "branch_survey_2011.readers_do_not_know", "--pack", TINY)
    assert "IT DISPUTES" in finding.out
    assert "Heads say that readers like to have one person to ask." in " ".join(finding.out.split())
    reason = run("evidence", "--open", "nearness.heads_praise_themselves", "--pack", TINY)
    assert "WHAT DISPUTES IT" in reason.out
    assert "Branch survey" in reason.out.partition("WHAT DISPUTES IT")[2]


def test_with_a_council_it_says_how_reasons_stand_there(run: Callable[..., object]) -> None:
    """Without one it says nothing of the kind."""
    opened = ("evidence", "--open", "leadership_capacity.job_stretches_one_person")
    file = "scenarios/reports/bracknell_forest_2008.yaml"
    assert "FOR THIS COUNCIL" in run(*opened, "--council", file).out
    assert "FOR THIS COUNCIL" not in run(*opened).out


def test_a_case_study_opens_by_the_name_of_its_file(run: Callable[..., object]) -> None:
    """With what it did and what became of it."""
    out = run("evidence", "--open", "liverpool_before").out
    assert "WHAT IT DID" in out
    assert "WHAT BECAME OF IT" in out


def test_both_sides_and_who_was_not_asked(run: Callable[..., object]) -> None:
    """Each has a page of its own."""
    assert "What the reports disagree on" in run("evidence", "--disagreements").out
    assert "WHO DOES NOT SPEAK" in run("evidence", "--not-asked").out


def test_long_lists_are_cut_and_said_to_be(run: Callable[..., object]) -> None:
    """The first ones and how many more; all of them when asked for."""
    short, long = run("evidence", "director"), run("evidence", "director", "--all")
    assert "more" in short.out.splitlines()[-1]
    assert len(long.out) > len(short.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--open", "think_family_2008.succession_plan"), "Did you mean 'think_family_2008.succession_planning'?"),
        (("--report", "think famly"), "Did you mean 'Think family'?"),
        (("--role", "proves"), "There are: supports, qualifies, disputes."),
        (("--question", "xyzzy"), "'wizard pack show' lists what there is."),
        (("pay", "--disagreements"), "Either search"),
        (("--open", "a", "--not-asked"), "not allowed with"),
    ],
)
def test_what_cannot_be_is_said_with_a_way_out(
    run: Callable[..., object], arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2, nothing printed but what is wrong and what to do."""
    ran = run("evidence", *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert said in " ".join(ran.err.split())


def test_every_filter_of_the_library_has_words() -> None:
    """So that the app and the command offer the same."""
    from wizard.cli.evidence import OPTIONS
    from wizard.proof.evidence_library import FACETS

    assert set(OPTIONS) == set(FACETS) == set(FACET_WORDS)
