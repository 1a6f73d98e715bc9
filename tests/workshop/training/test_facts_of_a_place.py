"""What those who foretell may see of a place: what was known before it chose, and nothing of the end."""

from __future__ import annotations

import pytest

from wizard.report.document import Document
from wizard.report.evidence.case_study_document import KEPT_WORDS
from wizard.report.text import text_of
from wizard.workshop.facts import facts_document
from wizard.workshop.training.study import known_when
from wizard.workshop.workshop import Workshop


def _words(document: Document) -> str:
    """The words, however lines are broken."""
    return " ".join(text_of(document, 110).split())


@pytest.fixture(scope="module")
def told(told_cases: dict[str, Workshop]) -> list[tuple[Workshop, str]]:
    """Every case with what its participants are shown."""
    return [(each, _words(facts_document(each))) for each in told_cases.values()]


def test_no_word_of_the_outcome_slips_in(told: list[tuple[Workshop, str]]) -> None:
    """Neither what happened, nor whether it lasted, nor a note, nor the file's own title, nor a question for later."""
    for workshop, text in told:
        outcome, file = workshop.outcome, workshop.facts.file
        assert outcome is not None
        kept_back = [*outcome.what_happened.split(". "), *KEPT_WORDS.values(), *outcome.discuss, *outcome.from_]
        kept_back += [file.about.note or ""] + (
            [file.title] if file.title not in text.partition(" what was")[0] else []
        )
        kept_back += [
            str(each["note"]) for each in file.answers.values() if isinstance(each, dict) and each.get("note")
        ]
        sources = [source.short for source in workshop.rules.pack.sources.values()]
        for each in (" ".join(words.split()).rstrip(".") for words in [*kept_back, *sources] if words):
            assert each.casefold() not in text.casefold()


def test_only_what_was_known_before_is_shown(told: list[tuple[Workshop, str]]) -> None:
    """Every fact from before stands there, and no answer that is known only of the time of the report."""
    late = 0
    for workshop, text in told:
        facts, _, missing = text.partition("WHAT IS NOT KNOWN")
        questions = workshop.rules.pack.questions
        assert missing
        for question in known_when(workshop.facts, "before"):
            named = questions[question].named
            assert f"{named[:1].upper()}{named[1:]}:" in facts
        for question in known_when(workshop.facts, "at_report"):
            named = questions[question].named
            assert f"{named[:1].upper()}{named[1:]}:" not in text
            late += 1
    assert late > 20


def test_a_title_gives_a_year_at_most(told: list[tuple[Workshop, str]]) -> None:
    """The file's own title may say what the place did; the document's is the place and the year."""
    titles = {workshop.file.council: facts_document(workshop).title for workshop, _ in told}
    assert titles["windsor_and_maidenhead_2008"] == "Windsor and Maidenhead, 2008"
    assert titles["north_east_lincolnshire_care_trust"] == "North East Lincolnshire"
