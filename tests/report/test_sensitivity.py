"""What a lead leans on, and how far one answer moves it, as a person reads it and as JSON carries it."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import FULL
from wizard.conditions.answers import NOT_SURE, Between, Chosen
from wizard.engine import Rules
from wizard.engine.leaning import Leaning, leaning
from wizard.engine.tornado import Bar, End, Tornado, tornado
from wizard.report.document import Document, Items, Table
from wizard.report.sensitivity_document import (
    MOST_BARS,
    NO_LEAD,
    NOT_YET,
    leaning_json,
    leaning_sections,
    tornado_json,
    tornado_section,
)
from wizard.report.sensitivity_words import BAR_CELLS, bar_scale, bar_signs, end_answer_words, lead_words
from wizard.report.subject import Subject
from wizard.report.text import text_of

DECISION = "leadership"


def _found(rules: Rules, subject: Subject) -> tuple[Leaning | None, Tornado | None]:
    return leaning(rules, subject.assessment, DECISION), tornado(rules, subject.assessment, DECISION)


def _text(subject: Subject, lean: Leaning | None, bars: Tornado | None, width: int = 80) -> str:
    sections = (*leaning_sections(subject, DECISION, lean), tornado_section(subject, DECISION, bars))
    return text_of(Document("Newtown", "", sections), width)


def _end(lead: Fraction, given: bool = False) -> End:
    return End(NOT_SURE, lead, "one", NOT_SURE, given)


leads = st.fractions(-50, 50, max_denominator=60)


@given(leads, st.lists(st.tuples(leads, leads), min_size=1, max_size=5))
def test_every_bar_keeps_its_width_and_shows_the_lead_and_where_they_stand_level(
    lead: Fraction, ends: list[tuple[Fraction, Fraction]]
) -> None:
    """Always as many signs, none of them a space; a range covers the cells from its lower to its higher end."""
    bars = tuple(Bar("question", "unknown", _end(min(pair)), _end(max(pair)), 2) for pair in ends)
    found = Tornado(DECISION, "one", "two", lead, bars)
    scale = bar_scale(found, bars)
    assert scale[0] <= 0 <= scale[1] and scale[0] <= lead <= scale[1]
    for bar in bars:
        signs = bar_signs(found, bar, scale)
        assert len(signs) == BAR_CELLS and set(signs) <= set(".#|x") and signs.count("|") == 1
        assert signs.count("x") <= 1
    # One that reaches over the whole scale leaves no cell bare, unless there is nothing to scale.
    whole = Bar("question", "unknown", _end(scale[0]), _end(scale[1]), 2)
    assert ("." in bar_signs(found, whole, scale)) == (scale[0] == scale[1])


@pytest.mark.parametrize("width", [60, 80, 110])
def test_bars_are_never_broken(rules: Rules, full: Subject, width: int) -> None:
    """Whatever the width of the page, each bar stands whole on a line, and no line is too wide."""
    lean, bars = _found(rules, full)
    assert bars is not None
    text = _text(full, lean, bars, width)
    shown = tuple(bar for bar in bars.bars if bar.width)[:MOST_BARS]
    assert shown
    for bar in shown:
        assert bar_signs(bars, bar, bar_scale(bars, shown)) in text
    assert max(map(len, text.splitlines())) <= width


def test_sections_name_the_lead_its_judgements_and_its_numbers(rules: Rules, full: Subject) -> None:
    """What each adds, what follows without it, and every threshold with its value; in words, not in names of keys."""
    lean, bars = _found(rules, full)
    assert lean is not None and bars is not None and lean.judgements
    flat = " ".join(_text(full, lean, bars).split())
    first, second = (full.pack.models[each].name for each in (lean.first, lean.second))
    assert f"he lead of {first} over {second} is" in flat
    assert flat.count("left out:") == len(lean.judgements)
    assert "core_needed" not in flat and "60 of 100" in flat and "1 point" in flat
    assert "| is where the two stand level" in flat


def test_bars_that_do_not_move_are_counted_and_not_drawn(rules: Rules, full: Subject) -> None:
    """The rows and the count below them come to all questions."""
    bars = _found(rules, full)[1]
    assert bars is not None
    section = tornado_section(full, DECISION, bars)
    (table,) = (each for each in section.blocks if isinstance(each, Table))
    moving = [bar for bar in bars.bars if bar.width]
    assert len(table.rows) == min(MOST_BARS, len(moving))
    still = len(bars.bars) - len(moving)
    assert (f"{still} answer" in section.blocks[-1].text) == (still > 0)  # type: ignore[union-attr]


def test_nothing_is_ranked_before_enough_is_known(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """With next to nothing answered no model is named, in text or in JSON."""
    subject = subject_of({"decision_date": "2010-06"})
    lean, bars = _found(rules, subject)
    assert lean is not None and bars is not None
    text = _text(subject, lean, bars)
    assert " ".join(text.split()).count(NOT_YET) == 2
    assert not any(model.name in text.lower() for model in subject.pack.models_of(DECISION))
    assert leaning_json(subject, DECISION, lean) is None and tornado_json(subject, DECISION, bars) is None


def test_one_model_has_no_lead_to_take_apart(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Said in a sentence; nothing in JSON."""
    subject = subject_of(FULL, {"one_librarian": "No.", "library_trust": "No."})
    lean, bars = _found(rules, subject)
    assert lean is None and bars is None
    assert _text(subject, lean, bars).count(NO_LEAD) == 2
    assert leaning_json(subject, DECISION, lean) is None and tornado_json(subject, DECISION, bars) is None


def test_json_says_what_the_figures_say(rules: Rules, full: Subject) -> None:
    """Every judgement and every question, with the ends as they were worked out; it can be written as it is."""
    lean, bars = _found(rules, full)
    assert lean is not None and bars is not None
    judgements, questions = leaning_json(full, DECISION, lean), tornado_json(full, DECISION, bars)
    assert judgements is not None and questions is not None
    json.dumps([judgements, questions])
    assert [each["argument"] for each in judgements["judgements"]] == [each.argument.id for each in lean.judgements]
    assert [each["name"] for each in judgements["thresholds"]] == [each.name for each in lean.thresholds]
    assert [each["question"] for each in questions["questions"]] == [bar.question for bar in bars.bars]
    for each, bar in zip(questions["questions"], bars.bars, strict=True):
        assert each["low"]["lead"] == pytest.approx(float(bar.low.lead), abs=1e-4)
        assert each["width"] == pytest.approx(float(bar.width), abs=1e-4)
    assert questions["lead"] == judgements["lead"] == pytest.approx(float(bars.lead), abs=1e-4)


def test_sensitive_answers_stay_private(rules: Rules, full: Subject) -> None:
    """Which end of its range a sensitive answer stands at is not told, in text or in JSON."""
    bars = _found(rules, full)[1]
    assert bars is not None and full.questions["head_leaving"].sensitive
    found = tornado_json(full, DECISION, bars)
    assert found is not None
    (private,) = (each for each in found["questions"] if each["question"] == "head_leaving")
    for end in (private["low"], private["high"]):
        assert end["answer"] == "answered, kept private" and end["as_answered"] is None
    assert "as answered" not in private["says"]


def test_answers_at_the_ends_in_words(subject_of: Callable[..., Subject]) -> None:
    """As answered; one option in or out; numbers with no bound; several answers that come to the same."""
    subject = subject_of(FULL)

    def words(question: str, alike: object, given: bool = False, known: str = "known") -> str:
        end = End(NOT_SURE, Fraction(1), "one", alike, given)  # type: ignore[arg-type]
        return end_answer_words(subject, Bar(question, known, end, end, 2), end)  # type: ignore[arg-type]

    assert words("roof", NOT_SURE, given=True) == "as answered"
    assert words("wishes", Chosen(frozenset(["longer_hours", "quiet"]))) == "with “A quiet place”"
    assert words("wishes", Chosen(frozenset())) == "without “Longer hours”"
    assert words("readers", Between(float("-inf"), 9999)) == "9,999 at most"
    assert words("readers", Between(10000, float("inf"))) == "10,000 at least"
    assert words("readers", Between(float("-inf"), float("inf"))) == "any"
    assert words("readers", Between(0, 999)) == "between 0 and 999"


def test_leads_in_words() -> None:
    """Ahead, behind or level; no sign for anybody to read aloud."""
    assert lead_words(Fraction(6, 5)) == "1.20 ahead"
    assert lead_words(Fraction(-2, 5)) == "0.40 behind"
    assert lead_words(Fraction(0)) == "level"


def test_judgements_are_numbered_from_the_weightiest(rules: Rules, full: Subject) -> None:
    """In the order in which they were worked out, with what each adds beside it."""
    lean = _found(rules, full)[0]
    assert lean is not None
    (items,) = (each for each in leaning_sections(full, DECISION, lean)[0].blocks if isinstance(each, Items))
    assert [item.sign for item in items.items] == ["numbered"] * len(lean.judgements)
    assert all(item.aside and item.aside.startswith("adds ") for item in items.items)
