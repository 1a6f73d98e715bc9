"""A lead taken apart adds up again."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.engine import Case, assess, compile_rules
from wizard.engine.lead import parts_of_lead
from wizard.schema.pack import Pack

FEW = settings(max_examples=100)


@FEW
@given(small.packs(), small.partial_answers())
def test_parts_sum_exactly_to_the_lead_of_any_model_over_any_other(pack: Pack, answers: dict[str, Answer]) -> None:
    """Each argument stands once, none with nothing, the largest first, and together they are the difference."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    for first in result.standings:
        for second in result.standings:
            parts = parts_of_lead(result, first.model.id, second.model.id)
            assert sum((part.adds for part in parts), Fraction(0)) == first.total - second.total
            sizes = [abs(part.adds) for part in parts]
            assert sizes == sorted(sizes, reverse=True) and 0 not in sizes
            assert len({(part.criterion, part.argument.id) for part in parts}) == len(parts)


@FEW
@given(small.packs(), small.known_answers())
def test_with_every_answer_known_no_part_is_undecided(pack: Pack, answers: dict[str, Answer]) -> None:
    """Only what is not known is counted by its chance."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    first, second = (each.model.id for each in result.standings[:2])
    assert not any(part.undecided for part in parts_of_lead(result, first, second))
