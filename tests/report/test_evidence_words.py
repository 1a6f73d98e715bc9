"""Who says so: a voice is never made out to be more than it is."""

from __future__ import annotations

import pytest

from wizard.report.evidence_words import OWN_JUDGEMENT, evidence_aside, said_by, voice_words
from wizard.report.subject import Subject
from wizard.schema.source import Finding


def finding(speaker: str, voices: str, method: str = "interview") -> Finding:
    return Finding.model_validate(
        {"says": "x", "where": "y", "speaker": speaker, "voices": voices, "method": method, "phrase": "z"}
    )


@pytest.mark.parametrize(
    ("speaker", "voices", "method", "words"),
    [
        ("director", "one_person", "interview", "one director"),
        ("director", "several", "interview", "several directors"),
        ("director of children's services", "several", "interview", "several directors of children's services"),
        ("director", "all", "interview", "all directors who were asked"),
        ("staff", "several", "consultation", "several members of staff"),
        ("the author", "one_person", "opinion", "the author"),
        ("the report", "report", "report_conclusion", "the report's conclusion"),
        ("the review team", "report", "report_conclusion", "the review team"),
        ("the report", "report", "statute", "the law"),
    ],
)
def test_voices_in_words(speaker: str, voices: str, method: str, words: str) -> None:
    """One is one, several are several, and a report's own words are its own."""
    assert voice_words(finding(speaker, voices, method)) == words


def test_what_rests_on_no_finding_is_owned_as_a_judgement(full: Subject) -> None:
    """It names no report."""
    argument = full.pack.criteria["dry_books"].arguments[0]
    assert evidence_aside(full.pack, argument) == OWN_JUDGEMENT


def test_more_findings_than_can_be_read_are_counted(full: Subject) -> None:
    """At most three are named; the others are counted."""
    citations = [f"{source.id}.{each}" for source in full.pack.sources.values() for each in source.findings]
    assert len(citations) > 3
    assert said_by(full.pack, citations).endswith(f"; also {len(citations) - 3} more")
