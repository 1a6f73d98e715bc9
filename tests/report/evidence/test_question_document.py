"""The evidence on a question: every argument that looks at it, with its findings, and no other."""

from __future__ import annotations

import pytest

from tests.plain.conftest import RULE_SETS, TINY
from wizard.proof.evidence_library import EvidenceLibrary
from wizard.report.document import Items, Section
from wizard.report.evidence.question_document import arguments_on, question_document

LIBRARY = EvidenceLibrary(RULE_SETS.named(TINY).rules)


@pytest.mark.parametrize("question", LIBRARY.pack.questions)
def test_an_argument_looks_at_a_question_where_its_condition_names_it(question: str) -> None:
    """Or where it charges a move, and the question is what there is today."""
    found = {each.id for each in arguments_on(LIBRARY, question)}
    for each in LIBRARY.arguments.values():
        moves = each.argument.counts_against_moves is not None
        today = LIBRARY.pack.decisions[each.criterion.decision].today
        named = f"'{question}'" in repr(each.argument.when)
        assert (each.id in found) is (named or (moves and question == today))


def test_its_findings_stand_below_it_on_both_sides_and_open() -> None:
    """What supports it and what disputes it; each leads on."""
    for question in LIBRARY.pack.questions:
        linked = question_document(LIBRARY, question)
        placed = arguments_on(LIBRARY, question)
        sections = [each for each in linked.document.blocks if isinstance(each, Section)]
        assert len(sections) == len(placed)
        for section, each in zip(sections, placed, strict=True):
            (items,) = section.blocks
            assert isinstance(items, Items)
            keys = [linked.opens[item] for item in items.items if item in linked.opens]
            cited = [*each.argument.supported_by, *each.argument.disputed_by]
            assert keys == [f"argument:{each.id}", *(f"finding:{finding}" for finding in cited)]


def test_a_question_that_no_argument_looks_at_says_what_it_is_for() -> None:
    """It may open a model, or raise a risk."""
    silent = [each for each in LIBRARY.pack.questions if not arguments_on(LIBRARY, each)]
    assert silent
    for each in silent:
        assert "No argument looks at this" in question_document(LIBRARY, each).document.blocks[0].text  # type: ignore[union-attr]
