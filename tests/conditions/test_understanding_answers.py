"""What an answer means, and how it is refused."""

from __future__ import annotations

from math import inf, nextafter
from typing import Any

import pytest

from wizard.conditions.answers import NOT_SURE, Answer, Between, Chosen, OneOf, is_known
from wizard.conditions.dates import days_of
from wizard.conditions.domain import Domain, Refused, answer_words, understand
from wizard.schema.question import Question

Domains = dict[str, Domain]


@pytest.mark.parametrize(
    ("question", "written", "answer"),
    [
        ("readers", "12", Between(12, 12)),
        ("free", "1_000", Between(1000, 1000)),
        ("readers", {"is": "12"}, Between(12, 12)),
        ("readers", {"between": ["10", "20"]}, Between(10, 20)),
        ("rent", "2.5", Between(2.5, 2.5)),
        ("opened", "2008-04-01", Between(*days_of("2008-04-01"))),  # type: ignore[misc]
        ("opened", "2008", Between(*days_of("2008"))),  # type: ignore[misc]
        ("roof", "bad", OneOf(frozenset({"bad"}))),
        ("roof", {"one_of": ["bad", "sound"]}, OneOf(frozenset({"bad", "sound"}))),
        ("wishes", ["hours", "quiet"], Chosen(frozenset({"hours", "quiet"}))),
        ("wishes", "hours", Chosen(frozenset({"hours"}))),
        ("wishes", [], Chosen(frozenset())),
        ("leaving", "yes", OneOf(frozenset({"yes"}))),
        ("roof", "not_sure", NOT_SURE),
        ("readers", {"is": "not_sure"}, NOT_SURE),
    ],
)
def test_an_answer_is_understood_by_the_kind_of_its_question(
    domains: Domains, question: str, written: Any, answer: Answer
) -> None:
    """Known, a range, several of a choice's options, or not sure."""
    assert understand(domains[question], written) == answer


@pytest.mark.parametrize(
    ("question", "written", "check", "hint"),
    [
        ("readers", "many", "wrong-type", None),
        ("free", "12,000", "wrong-type", "Write it without commas: 12000."),
        ("readers", "12.5", "wrong-type", None),
        ("readers", "١٢", "wrong-type", None),
        ("readers", "101", "out-of-range", None),
        ("readers", "-1", "out-of-range", None),
        ("readers", ["1"], "wrong-type", None),
        ("rent", "nan", "wrong-type", None),
        ("rent", "inf", "wrong-type", None),
        ("opened", "April", "wrong-type", "Write a year, a month or a day: 2008, 2008-04 or 2008-04-01."),
        ("opened", "2011", "out-of-range", None),
        ("roof", "bed", "unknown-answer", "Did you mean 'bad'?"),
        ("roof", ["bad"], "unknown-answer", "Did you mean 'bad'?"),
        ("roof", "leaking", "unknown-answer", "It can be: sound, patched, bad."),
        ("wishes", ["hours", "bocks"], "unknown-answer", "Did you mean 'books'?"),
        ("leaving", "true", "unknown-answer", "It can be: yes, no."),
        ("readers", {}, "wrong-type", None),
        ("readers", {"is": "1", "between": ["1", "2"]}, "wrong-type", None),
        ("readers", {"between": ["2", "1"]}, "wrong-type", None),
        ("readers", {"between": ["1"]}, "wrong-type", None),
        ("readers", {"one_of": ["1", "2"]}, "wrong-type", None),
        ("roof", {"between": ["bad", "sound"]}, "wrong-type", None),
        ("roof", {"one_of": []}, "wrong-type", None),
        ("wishes", {"one_of": ["hours"]}, "wrong-type", None),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    domains: Domains, question: str, written: Any, check: str, hint: str | None
) -> None:
    """With the fault's name and, where there is one, a way to mend it."""
    with pytest.raises(Refused) as raised:
        understand(domains[question], written)
    assert (raised.value.fault.check, raised.value.fault.hint) == (check, hint)


def test_a_fault_inside_an_answer_knows_its_way(domains: Domains) -> None:
    """So that its place in the file can be shown."""
    with pytest.raises(Refused) as raised:
        understand(domains["wishes"], {"is": ["hours", "bocks"]})
    assert raised.value.fault.path == ("is", 1)


def test_only_a_single_value_is_known() -> None:
    """A range, several options, not sure and no answer are not."""
    assert is_known(Between(1, 1))
    assert is_known(Chosen(frozenset()))
    assert is_known(OneOf(frozenset({"a"})))
    for answer in (Between(1, 2), OneOf(frozenset({"a", "b"})), NOT_SURE, None):
        assert not is_known(answer)


@pytest.mark.parametrize(
    ("question", "written", "words"),
    [
        ("free", "12000", "12,000"),
        ("readers", {"between": ["10", "20"]}, "between 10 and 20"),
        ("opened", "2008-04", "April 2008"),
        ("roof", {"one_of": ["bad", "sound"]}, "Sound or Bad"),
        ("wishes", ["quiet", "hours"], "Hours; Quiet"),
        ("wishes", [], "none of these"),
        ("leaving", "not_sure", "not sure"),
    ],
)
def test_an_answer_is_told_as_people_say_it(domains: Domains, question: str, written: Any, words: str) -> None:
    """By titles, in the order of the options."""
    assert answer_words(domains[question], understand(domains[question], written)) == words


def test_no_answer_is_not_an_answer_of_no(domains: Domains) -> None:
    """What was not asked yet is told as that."""
    assert answer_words(domains["leaving"], None) == "not answered"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.2, 0.5, "between 0.2 and 0.5"),
        (0.2, nextafter(0.5, 0), "0.2 at least and below 0.5"),
        (nextafter(0.2, 1), 0.5, "above 0.2 and 0.5 at most"),
        (nextafter(0.2, 1), nextafter(0.5, 0), "above 0.2 and below 0.5"),
        (-inf, nextafter(0.2, 0), "below 0.2"),
        (-inf, 0.2, "0.2 at most"),
        (nextafter(0.5, 1), inf, "above 0.5"),
        (0.5, inf, "0.5 at least"),
        (nextafter(0, 1), 1, "above 0 and 1 at most"),
        (-inf, inf, "any"),
        (0.3, 0.3, "0.3"),
    ],
)
def test_an_end_that_belongs_to_the_neighbour_is_not_said_to_be_meant(low: float, high: float, words: str) -> None:
    """A cut at 0.2 belongs to one side of it: of the other it is said 'below' or 'above'."""
    share = Domain(Question(id="share", ask="Share?", why="To know.", answer="number", ask_whom="anyone"))
    assert answer_words(share, Between(low, high)) == words


def test_time_without_an_end_is_told_as_time() -> None:
    """No day is 'at least': it is that day or later, or earlier."""
    opened = Domain(Question(id="opened", ask="Opened?", why="To know.", answer="date", ask_whom="anyone"))
    low, high = days_of("2005-01-01"), days_of("1998-12-31")
    assert low is not None and high is not None
    assert answer_words(opened, Between(low[0], inf)) == "1 January 2005 or later"
    assert answer_words(opened, Between(-inf, high[1])) == "31 December 1998 or earlier"
    assert answer_words(opened, Between(-inf, inf)) == "any"
