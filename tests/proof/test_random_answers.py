"""Random answers are complete, possible, seeded, and as likely as their manual says."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from wizard.conditions.answers import Answer, Between, Chosen, OneOf, is_known
from wizard.conditions.dates import days_of
from wizard.engine import Rules, compile_rules
from wizard.pack import read_pack
from wizard.proof.random_answers import Way, random_answers

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
WAYS: tuple[Way, ...] = ("evenly", "by_priors")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return compile_rules(read_pack(TINY).pack)


def _value(answer: Answer) -> float:
    assert isinstance(answer, Between)
    return answer.low


def _only(answer: Answer) -> str:
    assert isinstance(answer, OneOf | Chosen)
    (option,) = answer.options
    return option


@pytest.mark.parametrize("way", WAYS)
def test_every_question_has_a_known_and_possible_answer(rules: Rules, way: Way) -> None:
    """None is left out, and none lies outside what its question takes."""
    for answers in random_answers(rules, way, 200):
        assert list(answers) == list(rules.domains) and all(map(is_known, answers.values()))
        for domain in rules.domains.values():
            answer = answers[domain.id]
            if isinstance(answer, Between):
                assert domain.low is not None and domain.high is not None
                assert domain.low <= answer.low <= domain.high
            else:
                assert isinstance(answer, OneOf | Chosen) and answer.options <= set(domain.options)


@pytest.mark.parametrize("way", WAYS)
def test_today_is_one_model_and_the_date_is_in_the_period(rules: Rules, way: Way) -> None:
    """Each model is today's in some set; no date falls outside the years the evidence speaks for."""
    first, last = days_of("2009"), days_of("2011-12")
    assert first and last
    drawn = list(random_answers(rules, way, 300))
    assert {_only(each["led_today"]) for each in drawn} == {"one_librarian", "branch_librarians", "library_trust"}
    assert all(first[0] <= _value(each["decision_date"]) <= last[1] for each in drawn)


@pytest.mark.parametrize("way", WAYS)
def test_sets_repeat_and_more_sets_begin_alike(rules: Rules, way: Way) -> None:
    """Seeded by the rule set alone."""
    assert list(random_answers(rules, way, 20)) == list(islice(random_answers(rules, way, 50), 20))


def test_evenly_takes_no_notice_of_priors(rules: Rules) -> None:
    """Three states of a roof are each drawn in about a third, and readers anywhere up to 100,000."""
    drawn = list(random_answers(rules, "evenly", 3000))
    roofs = Counter(_only(each["roof"]) for each in drawn)
    assert all(900 < count < 1100 for count in roofs.values()) and len(roofs) == 3
    assert 1400 < sum(_value(each["readers"]) > 50_000 for each in drawn) < 1600
    wished = sum("quiet" in each["wishes"].options for each in drawn if isinstance(each["wishes"], Chosen))
    assert 1400 < wished < 1600


def test_priors_are_followed_where_there_are_any(rules: Rules) -> None:
    """Options by their weights, several options by their chances, numbers by steps that are equally likely."""
    drawn = list(random_answers(rules, "by_priors", 3000))
    roofs = Counter(_only(each["roof"]) for each in drawn)
    assert 1400 < roofs["sound"] < 1600 and 500 < roofs["bad"] < 700
    wished = sum("quiet" in each["wishes"].options for each in drawn if isinstance(each["wishes"], Chosen))
    assert 500 < wished < 700
    assert 900 < sum(_value(each["readers"]) <= 1000 for each in drawn) < 1100
    assert not any(_value(each["readers"]) > 50_000 for each in drawn)
    led = Counter(_only(each["led_today"]) for each in drawn)
    assert 1700 < led["branch_librarians"] < 1900
