"""From a typed line to an answer: numbers, words, several, either of two, not sure; and what is said of the rest."""

from __future__ import annotations

import pytest

from tests.plain.conftest import RULE_SETS, TINY
from wizard.plain.answering import answer_in, options_of, prompt_for
from wizard.session.change import NotTaken

DOMAINS = RULE_SETS.named(TINY).rules.domains


@pytest.mark.parametrize(
    ("question", "line", "written"),
    [
        ("roof", "1", "sound"),
        ("roof", "Patched", "patched"),
        ("roof", "patch", "patched"),
        ("roof", "1 or 3", {"one_of": ["sound", "bad"]}),
        ("roof", "2 or 2", "patched"),
        ("roof", "4", "not_sure"),
        ("roof", "u", "not_sure"),
        ("roof", "don't know", "not_sure"),
        ("school_willing", "y", "yes"),
        ("school_willing", "no", "no"),
        ("school_willing", "2", "no"),
        ("wishes", "1,3", ["longer_hours", "quiet"]),
        ("wishes", "3 and 1", ["longer_hours", "quiet"]),
        ("wishes", "2 3", ["more_books", "quiet"]),
        ("wishes", "more books", ["more_books"]),
        ("wishes", "4", []),
        ("wishes", "none", []),
        ("wishes", "5", "not_sure"),
        ("readers", "1,200", "1200"),
        ("readers", "200 to 900", {"between": ["200", "900"]}),
        ("readers", "not sure", "not_sure"),
        ("decision_date", "June 2010", "2010-06"),
    ],
)
def test_what_can_be_typed(question: str, line: str, written: object) -> None:
    """Numbers and words mean the same answer as in a council file."""
    assert answer_in(DOMAINS[question], line) == written


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("roof", "0"),
        ("roof", "5"),
        ("roof", "1,2"),
        ("roof", "1 or 4"),
        ("roof", "tin"),
        ("roof", "a"),
        ("roof", "²"),
        ("roof", "99999999999999999999"),
        ("school_willing", "perhaps"),
        ("wishes", "1,4"),
        ("wishes", "1,5"),
        ("wishes", "1,6"),
        ("wishes", ","),
        ("wishes", "1-3"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_with_what_can(question: str, line: str) -> None:
    """The message names the numbers that there are."""
    domain = DOMAINS[question]
    with pytest.raises(NotTaken) as refused:
        answer_in(domain, line)
    assert f"1 to {len(options_of(domain))}" in (refused.value.hint or "")


def test_the_numbers_of_options_never_change() -> None:
    """An option's number is its place in the rule set; 'none of these' and 'not sure' come after all of them."""
    for domain in DOMAINS.values():
        for number, option in enumerate(domain.options, start=1):
            assert answer_in(domain, str(number)) in (option, [option])
        if not domain.is_numeric:
            assert answer_in(domain, str(len(options_of(domain)))) == "not_sure"
        assert "? for help" in prompt_for(domain, stands=False)
