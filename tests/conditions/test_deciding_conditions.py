"""Three-valued logic over cells: true, false, or undecided because of certain questions."""

from __future__ import annotations

import datetime
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.conditions.answers import NOT_SURE, Answer, Between, Chosen, OneOf
from wizard.conditions.cells import Cells
from wizard.conditions.dates import days_of
from wizard.conditions.deciding import Compiler, Truth
from wizard.conditions.domain import Domain
from wizard.conditions.parse import parse
from wizard.conditions.reach import every_known, reach, single_cells, with_askers
from wizard.schema.question import Question

Domains = dict[str, Domain]
OPTIONS = ("sound", "patched", "bad")
WISHES = ("hours", "books", "quiet")


def _decided(raw: Any, answers: dict[str, Answer], domains: Domains, asked_when: dict[str, Any] | None = None) -> Truth:
    condition, faults = parse(raw, domains)
    assert not faults
    asked = {question: parse(words, domains)[0] for question, words in (asked_when or {}).items()}
    cells = Cells(domains, [condition, *asked.values()])
    return Compiler(cells, asked).decider(condition)(cells.facts(answers))


# --- truth tables -----------------------------------------------------------------------------------

UNDECIDED = frozenset
TRUE, FALSE = {"roof": "bad"}, {"roof": "sound"}
ROOF: dict[str, Answer] = {"roof": OneOf(frozenset({"bad"}))}
LEAVING, RENT = {"leaving": "yes"}, {"rent": {"below": "3"}}
L, R = frozenset({"leaving"}), frozenset({"rent"})


@pytest.mark.parametrize(
    ("group", "first", "second", "expected"),
    [
        ("all_of", TRUE, TRUE, True),
        ("all_of", TRUE, FALSE, False),
        ("all_of", FALSE, FALSE, False),
        ("all_of", TRUE, LEAVING, L),
        ("all_of", FALSE, LEAVING, False),
        ("all_of", LEAVING, RENT, L | R),
        ("any_of", TRUE, TRUE, True),
        ("any_of", TRUE, FALSE, True),
        ("any_of", FALSE, FALSE, False),
        ("any_of", TRUE, LEAVING, True),
        ("any_of", FALSE, LEAVING, L),
        ("any_of", LEAVING, RENT, L | R),
        ("none_of", TRUE, TRUE, False),
        ("none_of", TRUE, FALSE, False),
        ("none_of", FALSE, FALSE, True),
        ("none_of", TRUE, LEAVING, False),
        ("none_of", FALSE, LEAVING, L),
        ("none_of", LEAVING, RENT, L | R),
    ],
)
def test_the_truth_tables_are_kleenes(domains: Domains, group: str, first: Any, second: Any, expected: Truth) -> None:
    """What settles a group settles it, whatever is unknown; what is undecided names its questions."""
    assert _decided({group: [first, second]}, ROOF, domains) == expected
    assert _decided({group: [second, first]}, ROOF, domains) == expected


def test_an_unknown_number_leaves_a_comparison_undecided(domains: Domains) -> None:
    """`below 15` with the number unknown is neither true nor false (worked example 4)."""
    for answers in ({}, {"readers": NOT_SURE}):
        assert _decided({"readers": {"below": "15"}}, answers, domains) == frozenset({"readers"})


def test_unknown_is_not_equal_to_anything_not_even_unknown(domains: Domains) -> None:
    """Two unknown answers do not make a rule hold (worked example 4)."""
    raw = {"all_of": [{"roof": "bad"}, {"leaving": "yes"}]}
    assert _decided(raw, {"roof": NOT_SURE, "leaving": NOT_SURE}, domains) == frozenset({"roof", "leaving"})
    every = {"roof": list(OPTIONS)}
    assert _decided(every, {"roof": NOT_SURE}, domains) == frozenset({"roof"})


def test_a_part_that_is_known_can_settle_what_another_leaves_open(domains: Domains) -> None:
    """`s < 50 or a = x`: true with a = x, undecided because of s with a = y (worked example 4)."""
    raw = {"any_of": [{"readers": {"below": "50"}}, {"roof": "bad"}]}
    assert _decided(raw, {"roof": OneOf(frozenset({"bad"}))}, domains) is True
    assert _decided(raw, {"roof": OneOf(frozenset({"sound"}))}, domains) == frozenset({"readers"})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Between(20, 40), True),
        (Between(60, 80), False),
        (Between(40, 60), frozenset({"readers"})),
        (Between(49, 50), frozenset({"readers"})),
        (Between(49, 49), True),
        (Between(50, 50), False),
    ],
)
def test_a_range_decides_only_what_all_of_it_decides(domains: Domains, answer: Answer, expected: Truth) -> None:
    """On one side of the line it is known; across it, undecided."""
    assert _decided({"readers": {"below": "50"}}, {"readers": answer}, domains) == expected


def test_several_options_decide_only_what_each_decides(domains: Domains) -> None:
    """Bad or patched is certainly not sound, and perhaps bad."""
    answer: dict[str, Answer] = {"roof": OneOf(frozenset({"bad", "patched"}))}
    assert _decided({"roof": ["bad", "patched"]}, answer, domains) is True
    assert _decided({"roof": "sound"}, answer, domains) is False
    assert _decided({"roof": "bad"}, answer, domains) == frozenset({"roof"})


def test_a_month_lies_on_one_side_of_a_day_or_on_both(domains: Domains) -> None:
    """A date known to the month is the range of its days."""
    april = Between(*days_of("2008-04"))  # type: ignore[misc]
    assert _decided({"opened": {"at_least": "2008-04-01"}}, {"opened": april}, domains) is True
    assert _decided({"opened": {"below": "2008-04-15"}}, {"opened": april}, domains) == frozenset({"opened"})
    assert _decided({"opened": "2008"}, {"opened": april}, domains) is True


def test_tests_on_a_question_that_is_not_asked_are_false(domains: Domains) -> None:
    """A saved answer to it is inert, and what asks for it may itself be unknown."""
    asked = {"leaving": {"roof": "bad"}}
    yes: dict[str, Answer] = {"leaving": OneOf(frozenset({"yes"}))}
    sound, bad = (OneOf(frozenset({option})) for option in ("sound", "bad"))
    for answer in ("yes", "no"):
        assert _decided({"leaving": answer}, {**yes, "roof": sound}, domains, asked) is False
    assert _decided({"leaving": "yes"}, {**yes, "roof": bad}, domains, asked) is True
    assert _decided({"leaving": "yes"}, yes, domains, asked) == frozenset({"roof"})
    assert _decided({"leaving": "yes"}, {"roof": bad}, domains, asked) == frozenset({"leaving"})
    assert _decided({"leaving": "yes"}, {}, domains, asked) == frozenset({"roof", "leaving"})
    assert _decided({"leaving": "no"}, yes, domains, asked) is False


# --- cells against direct evaluation ----------------------------------------------------------------

NUMBERS = st.integers(0, 30).map(str)
RENTS = st.integers(1, 19).map(lambda half: str(half / 2))
DATES = st.sampled_from(["2008", "2009", "2008-04", "2009-12", "2008-04-01", "2009-02-28"])


def _numeric(values: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    simple = st.tuples(st.sampled_from(["is", "is_not", "at_least", "at_most", "above", "below"]), values).map(
        lambda pair: {pair[0]: pair[1]}
    )
    several = st.lists(values, min_size=1, max_size=3)
    ordered = st.tuples(values, values).filter(lambda pair: _ends(pair[0])[0] <= _ends(pair[1])[1])
    return (
        values
        | simple
        | several
        | several.map(lambda each: {"one_of": each})
        | ordered.map(lambda each: {"between": list(each)})
    )


def _ends(text: str) -> tuple[float, float]:
    return days_of(text) or (float(text), float(text))


ROOFS, MANY = st.sampled_from(OPTIONS), st.sampled_from(WISHES)
LEAF = st.one_of(
    st.builds(lambda test: {"readers": test}, _numeric(NUMBERS)),
    st.builds(lambda test: {"rent": test}, _numeric(RENTS)),
    st.builds(lambda test: {"opened": test}, _numeric(DATES)),
    st.builds(
        lambda test: {"roof": test}, ROOFS | st.lists(ROOFS, min_size=1) | ROOFS.map(lambda each: {"is_not": each})
    ),
    st.builds(lambda test: {"leaving": test}, st.sampled_from(["yes", "no"])),
    st.builds(lambda each: {"wishes": {"includes": each}}, MANY),
    st.builds(
        lambda word, each: {"wishes": {word: each}},
        st.sampled_from(["includes_any", "includes_all"]),
        st.lists(MANY, min_size=1),
    ),
)
CONDITION = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda group, parts: {group: parts},
        st.sampled_from(["all_of", "any_of", "none_of"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
VALUES = st.fixed_dictionaries(
    {
        "readers": st.integers(0, 32),
        "rent": st.integers(1, 40).map(lambda quarter: quarter / 4).filter(lambda value: 0.5 <= value <= 9.5),
        "opened": st.dates(datetime.date(2008, 1, 1), datetime.date(2010, 12, 31)).map(datetime.date.toordinal),
        "roof": ROOFS,
        "leaving": st.sampled_from(["yes", "no"]),
        "wishes": st.frozensets(MANY),
    }
)


def _holds(raw: dict[str, Any], values: dict[str, Any]) -> bool:
    """The condition over known values, straight from its words."""
    groups = {"all_of": all, "any_of": any, "none_of": lambda parts: not any(parts)}
    return all(
        groups[key]([_holds(part, values) for part in test]) if key in groups else _passes(test, values[key])  # type: ignore[operator]
        for key, test in raw.items()
    )


def _passes(test: Any, value: Any) -> bool:
    if not isinstance(test, dict):
        return _one(test if isinstance(test, list) else [test], value)
    words = {
        "is": lambda x: _one([x], value),
        "is_not": lambda x: not _one([x], value),
        "one_of": lambda x: _one(x, value),
        "at_least": lambda x: value >= _ends(x)[0],
        "at_most": lambda x: value <= _ends(x)[1],
        "above": lambda x: value > _ends(x)[1],
        "below": lambda x: value < _ends(x)[0],
        "between": lambda x: _ends(x[0])[0] <= value <= _ends(x[1])[1],
        "includes": lambda x: x in value,
        "includes_any": lambda x: bool(set(x) & value),
        "includes_all": lambda x: set(x) <= value,
    }
    return all(words[word](operand) for word, operand in test.items())


def _one(written: list[str], value: Any) -> bool:
    if isinstance(value, str):
        return value in written
    return any(_ends(each)[0] <= value <= _ends(each)[1] for each in written)


def _answer(value: Any) -> Answer:
    if isinstance(value, str):
        return OneOf(frozenset([value]))
    return Chosen(value) if isinstance(value, frozenset) else Between(value, value)


@settings(deadline=None, max_examples=400)
@given(raw=CONDITION, values=VALUES)
def test_cells_decide_as_the_words_do(domains: Domains, raw: dict[str, Any], values: dict[str, Any]) -> None:
    """Over known answers a condition comes to what its words say of the values themselves."""
    answers = {question: _answer(value) for question, value in values.items()}
    assert _decided(raw, answers, domains) is _holds(raw, values)


@settings(deadline=None, max_examples=400)
@given(
    raw=CONDITION,
    values=VALUES,
    hidden=st.sets(st.sampled_from(["readers", "rent", "opened", "roof", "leaving", "wishes"])),
)
def test_what_is_decided_with_unknowns_holds_however_they_fall(
    domains: Domains, raw: dict[str, Any], values: dict[str, Any], hidden: set[str]
) -> None:
    """Hiding answers can leave a condition undecided, and can never turn it."""
    answers = {question: _answer(value) for question, value in values.items() if question not in hidden}
    truth = _decided(raw, answers, domains)
    if isinstance(truth, frozenset):
        assert truth
        assert truth <= hidden
    else:
        assert truth is _holds(raw, values)


# --- cells and reach --------------------------------------------------------------------------------


def test_cells_are_the_ranges_that_rules_tell_apart(domains: Domains) -> None:
    """Two cuts make three cells; each knows its lowest and highest value."""
    conditions = [parse({"readers": test}, domains)[0] for test in ({"below": "10"}, {"at_most": "50"})]
    cells = Cells(domains, conditions)
    found = [cells.values_of("readers", cell) for cell in single_cells(cells.full["readers"])]
    assert found == [(0, 9), (10, 50), (51, 100)]
    assert all(cells.cell_of("readers", value) == cell for value, cell in ((9, 2), (10, 4), (50, 4), (51, 8)))


def _free(domains: Domains, *tests: Any) -> tuple[bool, bool] | None:
    conditions = [parse({"free": test}, domains)[0] for test in tests]
    raw = conditions[0]
    cells = Cells(domains, conditions)
    return reach(raw, cells, Compiler(cells, {}), {})


def test_a_test_that_excludes_itself_never_holds(domains: Domains) -> None:
    """`> 10 and < 5` (worked example 5)."""
    assert _free(domains, {"above": "10", "below": "5"}) == (False, True)


def test_tests_that_overlap_always_hold_together(domains: Domains) -> None:
    """`> 50 or < 100` (worked example 5)."""
    raw = {"any_of": [{"free": {"above": "50"}}, {"free": {"below": "100"}}]}
    assert _reach(raw, domains) == (True, False)


def test_a_range_outside_both_parts_never_holds(domains: Domains) -> None:
    """`(> 100 or < 50) and (> 60 and < 80)` (worked example 5)."""
    raw = {"any_of": [{"free": {"above": "100"}}, {"free": {"below": "50"}}], "free": {"above": "60", "below": "80"}}
    assert _reach(raw, domains) == (False, True)


def test_what_can_go_both_ways_is_told_so(domains: Domains) -> None:
    """An ordinary rule can hold and can fail."""
    assert _reach({"roof": "bad", "wishes": {"includes_all": ["hours", "quiet"]}}, domains) == (True, True)


def test_a_question_that_is_not_asked_then_makes_a_rule_unreachable(domains: Domains) -> None:
    """What decides whether it is asked is tried along with it."""
    asked = {"leaving": parse({"roof": "bad"}, domains)[0]}
    assert _reach({"roof": "sound", "leaving": "no"}, domains, asked) == (False, True)
    assert _reach({"roof": "bad", "leaving": "no"}, domains, asked) == (True, True)
    assert with_askers(("leaving",), asked) == ("leaving", "roof")


def _reach(raw: Any, domains: Domains, asked: dict[str, Any] | None = None) -> tuple[bool, bool] | None:
    condition, faults = parse(raw, domains)
    assert not faults
    cells = Cells(domains, [condition, *(asked or {}).values()])
    return reach(condition, cells, Compiler(cells, asked or {}), asked or {})


@settings(deadline=None, max_examples=150)
@given(raw=CONDITION)
def test_reach_is_what_trying_every_value_finds(domains: Domains, raw: dict[str, Any]) -> None:
    """One value for each side of each line that the condition draws, all combinations."""
    condition, _ = parse(raw, domains)
    cells = Cells(domains, [condition])
    found = reach(condition, cells, Compiler(cells, {}), {})
    tried: set[bool] = set()
    samples = {
        "readers": range(101),
        "rent": [quarter / 4 for quarter in range(2, 39)],
        "opened": range(days_of("2008")[0], days_of("2010")[1] + 1),  # type: ignore[index]
        "roof": OPTIONS,
        "leaving": ("yes", "no"),
        "wishes": [
            frozenset(w for w, take in zip(WISHES, bits, strict=True) if take) for bits in product((0, 1), repeat=3)
        ],
    }
    from wizard.conditions.nodes import questions_in

    questions = questions_in(condition)
    by_cell = [_one_a_cell(cells, question, samples[question]) for question in questions]
    for values in product(*by_cell):
        tried.add(_holds(raw, dict(zip(questions, values, strict=True))))
    assert found == (True in tried, False in tried)


def _one_a_cell(cells: Cells, question: str, values: Any) -> list[Any]:
    if question in ("readers", "rent", "opened"):
        return list({cells.cell_of(question, value): value for value in values}.values())
    return list(values)


def test_too_many_combinations_are_not_tried() -> None:
    """The check then says nothing rather than taking for ever."""
    options = [{"id": f"o{n}", "title": "o"} for n in range(20)]
    question = Question.model_validate(
        {"id": "x", "ask": "?", "why": "w", "answer": "choices", "options": options, "ask_whom": "a"}
    )
    domain = {"x": Domain(question)}
    condition, _ = parse({"x": {"includes": "o1"}}, domain)
    cells = Cells(domain, [condition])
    assert every_known(["x"], cells) is None
    assert reach(condition, cells, Compiler(cells, {}), {}) is None
