"""From the words of a `when` to a condition, and back to plain English."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.conditions.domain import Domain
from wizard.conditions.nodes import AllOf, AnyOf, ChosenTest, NoneOf, NumberTest, OptionTest, questions_in
from wizard.conditions.parse import parse
from wizard.conditions.words import in_words

Domains = dict[str, Domain]


def _faults(raw: Any, domains: Domains) -> list[tuple[tuple[Any, ...], str, bool]]:
    return [(fault.path, fault.check, fault.of_key) for fault in parse(raw, domains)[1]]


def test_each_line_must_hold(domains: Domains) -> None:
    """A mapping of several lines is "all of"; one line is itself."""
    condition, faults = parse({"roof": "bad", "leaving": "yes"}, domains)
    assert not faults
    assert condition == AllOf((OptionTest("roof", frozenset({"bad"})), OptionTest("leaving", frozenset({"yes"}))))
    assert parse({"roof": "bad"}, domains)[0] == OptionTest("roof", frozenset({"bad"}))


def test_a_list_means_any_of_its_answers(domains: Domains) -> None:
    """`[bad, patched]` is `one_of`."""
    assert parse({"roof": ["bad", "patched"]}, domains) == parse({"roof": {"one_of": ["bad", "patched"]}}, domains)


def test_groups_nest(domains: Domains) -> None:
    """all_of, any_of and none_of take lists of conditions, to any depth."""
    raw = {"any_of": [{"none_of": [{"roof": "bad"}]}, {"all_of": [{"wishes": {"includes": "quiet"}}]}]}
    assert parse(raw, domains)[0] == AnyOf(
        (NoneOf((OptionTest("roof", frozenset({"bad"})),)), AllOf((ChosenTest("wishes", "quiet"),)))
    )


@pytest.mark.parametrize(
    ("test", "inside", "outside"),
    [
        ("12", [12], [11, 13]),
        ({"is": "12"}, [12], [11, 13]),
        ({"is_not": "12"}, [11, 13, 0, 100], [12]),
        ({"one_of": ["3", "7"]}, [3, 7], [2, 4, 5, 6, 8]),
        (["3", "7"], [3, 7], [5]),
        ({"at_least": "12"}, [12, 100], [11]),
        ({"at_most": "12"}, [12, 0], [13]),
        ({"above": "12"}, [13], [12]),
        ({"below": "12"}, [11], [12]),
        ({"between": ["12", "14"]}, [12, 13, 14], [11, 15]),
        ({"above": "3", "below": "5"}, [4], [3, 5]),
    ],
)
def test_each_word_draws_its_line_where_it_says(
    domains: Domains, test: Any, inside: list[int], outside: list[int]
) -> None:
    """`between`, `at_least` and `at_most` take in their ends; `above` and `below` do not."""
    from wizard.conditions.answers import Between
    from wizard.conditions.cells import Cells
    from wizard.conditions.deciding import Compiler

    condition, faults = parse({"readers": test}, domains)
    assert not faults
    cells = Cells(domains, [condition])
    decide = Compiler(cells, {}).decider(condition)
    for value in inside:
        assert decide(cells.facts({"readers": Between(value, value)})) is True, value
    for value in outside:
        assert decide(cells.facts({"readers": Between(value, value)})) is False, value


def test_every_fault_of_a_condition_is_found(domains: Domains) -> None:
    """None stops the reading, and each knows the way to its words."""
    raw = {
        "reders": {"below": "5"},
        "roof": {"below": "bad", "is": "bed"},
        "any_of": [{"wishes": "hours"}, {"readers": {"between": ["9", "1"]}}, "leaving"],
        "none_of": {"leaving": "yes"},
    }
    assert _faults(raw, domains) == [
        (("reders",), "unknown-question", True),
        (("roof", "below"), "unknown-test", True),
        (("roof", "is"), "unknown-answer", False),
        (("any_of", 0, "wishes"), "odd-condition", False),
        (("any_of", 1, "readers", "between"), "odd-condition", False),
        (("any_of", 2), "odd-condition", False),
        (("none_of",), "odd-condition", False),
    ]


@pytest.mark.parametrize(
    "raw", [None, "x", [], ["x"], {}, {"roof": {}}, {"all_of": []}, {"roof": None}, {"roof": [["bad"]]}]
)
def test_what_is_no_condition_is_a_fault(domains: Domains, raw: Any) -> None:
    """Never an exception, and never "holds"."""
    assert parse(raw, domains)[1]


def test_a_mistyped_question_gets_a_suggestion(domains: Domains) -> None:
    """The nearest question, or the nearest word for a group."""
    assert parse({"reders": "1"}, domains)[1][0].hint == "Did you mean 'readers'?"
    assert parse({"any_off": []}, domains)[1][0].hint == "Did you mean 'any_of'?"


WORDS = [
    "readers",
    "rent",
    "opened",
    "roof",
    "wishes",
    "leaving",
    "all_of",
    "any_of",
    "none_of",
    "is",
    "is_not",
    "one_of",
    "at_least",
    "at_most",
    "above",
    "below",
    "between",
    "includes",
    "includes_any",
    "includes_all",
    "x",
]
RAW = st.recursive(
    st.text("ab5", max_size=3) | st.sampled_from(["bad", "yes", "2008", "12"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None)
@given(raw=RAW)
def test_any_words_are_a_condition_or_faults(domains: Domains, raw: Any) -> None:
    """Whatever stands in a `when`, and whatever is a condition can be said in English."""
    condition, faults = parse(raw, domains)
    if not faults:
        assert in_words(condition, domains)
        assert set(questions_in(condition)) <= set(domains)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"readers": {"below": "10"}}, "readers is below 10"),
        ({"free": {"at_least": "10000"}}, "free is 10,000 or more"),
        ({"readers": {"between": ["1", "5"]}}, "readers is between 1 and 5"),
        ({"opened": {"below": "2008-04"}}, "opened is before 1 April 2008"),
        ({"opened": "2008-04"}, "opened is April 2008"),
        ({"roof": ["bad", "patched"]}, "roof is “Patched” or “Bad”"),
        ({"roof": {"is_not": "bad"}}, "roof is “Sound” or “Patched”"),
        ({"wishes": {"includes": "quiet"}}, "wishes includes “Quiet”"),
        ({"roof": "bad", "leaving": "yes"}, "roof is “Bad” and leaving is “yes”"),
        ({"none_of": [{"roof": "bad"}, {"leaving": "yes"}]}, "not (roof is “Bad” or leaving is “yes”)"),
    ],
)
def test_a_condition_is_told_in_plain_english(domains: Domains, raw: Any, words: str) -> None:
    """By the titles of the options, with no sign of an operator."""
    assert in_words(parse(raw, domains)[0], domains) == words


def test_how_a_test_is_worded_does_not_tell_conditions_apart(domains: Domains) -> None:
    """Below 10 and at most 9 are the same test of a whole number."""
    below, at_most = (parse({"readers": test}, domains)[0] for test in ({"below": "10"}, {"at_most": "9"}))
    assert isinstance(below, NumberTest)
    assert below == at_most
    assert hash(below) == hash(at_most)
