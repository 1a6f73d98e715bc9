"""What-ifs and comparisons in words: figures that agree with each other, and nothing told that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import FULL
from wizard.conditions.domain import understand
from wizard.engine import Rules
from wizard.engine.comparing import compare_several
from wizard.engine.varying import Variation
from wizard.proof.what_if import try_out, variation_of
from wizard.report.comparing_document import compare_document, what_if_document
from wizard.report.comparing_words import moved_words, tenths
from wizard.report.document import Block, Document, Items, Paragraph, Section, Table
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.report.variant import Variant
from wizard.schema.council import WeightEntry, WhatIf

TOTAL = st.fractions(0, 100, max_denominator=500)


def _variant(rules: Rules, subject: Subject, **written: Any) -> Variant:
    answers = {each: understand(rules.domains[each], said) for each, said in written.items()}
    tried = try_out(rules, subject.assessment, Variation(answers))
    return Variant(tried.comparison, without_effect=tried.without_effect)


def _words(document: Document) -> str:
    return " ".join(text_of(document, 80).split())


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for each in blocks:
        yield each
        if isinstance(each, Section):
            yield from _blocks(each.blocks)


@given(TOTAL, TOTAL)
def test_what_a_total_moved_by_agrees_with_the_totals_printed(before: Fraction, after: Fraction) -> None:
    """Reader's sums come out: the totals as printed differ by the move as printed; 'same' is said of nothing else."""
    said = moved_words(before, after)
    printed = round(float(tenths(after)) - float(tenths(before)), 1)
    if said in ("same", "under 0.1"):
        assert printed == 0 and (said == "same") is (before == after)
    else:
        assert float(said) == printed and said[0] in "+-"


def test_what_nothing_is_known_of_is_not_reckoned(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Before a first answer that matters no total and no lead is told, but what grew likelier is."""
    subject = subject_of({})
    document = what_if_document(subject, [_variant(rules, subject, wishes=["longer_hours"])])
    assert not any(isinstance(each, Table) for each in _blocks(document.blocks))
    said = _words(document)
    assert "The lead of" not in said and "Then likelier: Two reports found longer hours" in said


def test_a_variant_of_which_enough_is_known_shows_its_totals(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Beside a file of which nothing is."""
    subject = subject_of({})
    said = _words(what_if_document(subject, [_variant(rules, subject, **FULL)]))
    assert "not yet 52.5" in said and "They stand in no order" in said


def test_a_notice_of_one_variant_names_it(rules: Rules, full: Subject) -> None:
    """A date outside the period is told where it is the what-if's; one that all share names none."""
    said = _words(what_if_document(full, [_variant(rules, full, decision_date="2015")]))
    assert "Note (what if): The decision lies outside the years" in said
    both = [_variant(rules, full, decision_date="2015"), _variant(rules, full, roof="sound")]
    assert "Note (A): The decision" in _words(what_if_document(full, both))


def test_nothing_that_moves_is_said_plainly(rules: Rules, full: Subject) -> None:
    """For each question being settled; and no reason is invented."""
    document = what_if_document(full, [_variant(rules, full, readers="301")])
    assert _words(document).count("Nothing moves here: none of the changes bears on this question.") == 2
    assert not any(isinstance(each, Section) and each.title == "Why" for each in document.blocks)


def test_every_reason_told_has_its_states_and_its_evidence(rules: Rules, full: Subject) -> None:
    """On which side it holds, what it adds, and who says so."""
    document = what_if_document(full, [_variant(rules, full, readers="9000", roof="sound")])
    sections = [each for each in _blocks(document.blocks) if isinstance(each, Section) and each.title == "Why"]
    assert len(sections) == 2
    for section in sections:
        items = [item for block in section.blocks if isinstance(block, Items) for item in block.items]
        assert items and all(item.notes[0].startswith("now: ") and "; what if: " in item.notes[0] for item in items)
        for item in (each for each in items if each.text.startswith("Then ")):
            assert item.aside
            ranked = item.sign != "point"
            assert item.notes[0].endswith(" points") if ranked else "; it counts " in item.notes[0]
            assert (item.sign == "for") is ("; +" in item.notes[0])


def test_kept_what_ifs_mean_what_they_say(rules: Rules, full: Subject) -> None:
    """Answers as understood, weights exactly as written (0.1 is one tenth), models with their reasons."""
    kept = WhatIf(
        id="kept",
        title="Kept",
        answers={"readers": {"between": ["200", "400"], "from": "the clerk"}},
        weights={"leadership": {"change": WeightEntry(weight=0.1)}},
        off_the_table={"library_trust": "No"},
    )
    variation = variation_of(rules, kept)
    assert variation.weights == {"leadership": {"change": Fraction(1, 10)}}
    case = try_out(rules, full.assessment, variation).comparison.after.case
    assert case.answers == {**full.assessment.case.answers, "readers": variation.answers["readers"]}
    assert case.off_the_table == {"library_trust": "No"}


def test_councils_stand_in_the_order_given_each_against_the_first(subject_of: Callable[..., Subject]) -> None:
    """Three councils, two of them alike: the one that differs has its reasons, the other is said not to."""
    subjects = [subject_of(FULL), subject_of({**FULL, "readers": "9000"}), subject_of(FULL)]
    several = compare_several([each.assessment for each in subjects])
    document = compare_document(subjects, several)
    titles = [each.title for each in _blocks(document.blocks) if isinstance(each, Section)]
    assert "Why B differs from A" in titles and "Why C differs from A" not in titles
    said = _words(document)
    assert "A and C: The evidence" in said and "Nothing differs here between A and C." in said
    only = compare_document(subjects, several, changed_only=True)
    tables = [each for each in _blocks(only.blocks) if isinstance(each, Table) and each.columns[0].title == "question"]
    assert [row[1:] for table in tables for row in table.rows] == [("300", "9,000", "300")]
    assert Paragraph("Advice, not a decision; no report ties structure to outcomes.") in document.blocks


def test_a_lead_that_passes_by_closing_is_not_said_to_stay(subject_of: Callable[..., Subject]) -> None:
    """Where one model is off the table here and the other there, no argument moves: which are open decides."""
    one, other = (subject_of(FULL, {each: "No."}) for each in ("library_trust", "one_librarian"))
    first = [each.assessment.decisions[0].competing[0].model.id for each in (one, other)]
    assert first[0] != first[1]
    several = compare_several([one.assessment, other.assessment])
    words = _words(compare_document([one, other], several, False))
    assert "What comes first differs because of which models are open" in words
    leadership = words.partition("Where the books stand".upper())[0]
    assert "The lead stays as it is" not in leadership
