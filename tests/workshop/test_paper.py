"""The answer sheet on paper: its numbers and letters, and that what is keyed in from it says what it said."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.tiny_workshops import tiny_group
from wizard.problems import Unreadable
from wizard.schema.workshop import Sheet
from wizard.session.change import NotTaken
from wizard.workshop.keying import keyed, keyed_lines, parts_of, read_entry, read_lines, said_words
from wizard.workshop.paper import Entry, Paper, lettered, paper_of, said_in

ASKED = ("wishes", "roof", "school_willing", "readers", "hours_a_week", "decision_date")


@lru_cache(maxsize=1)
def group_paper() -> Paper:
    return paper_of(tiny_group(Path(mkdtemp()) / "room", questions=ASKED))


def entry(on: str) -> Entry:
    return next(each for each in group_paper().entries if each.on == on)


def case_paper() -> Paper:
    """A sheet as a case study has it, made by hand: the shipped ones are dear to make."""
    models = lettered({"one": "One director", "two": "Two directors"})
    numbered = [
        each._replace(label=str(place)) for place, each in enumerate(lettered({f"r{n}": f"{n}" for n in range(14)}), 1)
    ]
    return Paper(
        "A place",
        True,
        (
            Entry(1, "one", "model", "leadership", "Which?", "the model", models),
            Entry(2, "several", "reasons", "leadership", "Why?", "the reasons", tuple(numbered), 3),
            Entry(3, "words", "own_words", "leadership", "Else?", "own words"),
            Entry(4, "several", "risks", "", "Risks?", "the risks", tuple(numbered), 5),
            Entry(5, "words", "remark", "", "Remark?", "remark"),
        ),
    )


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=60).map(
    lambda text: " ".join(each for each in text.split())
)


def said_of(one: Entry) -> st.SearchStrategy[Any]:
    """Anything that a sheet can say to an entry."""
    ids = [each.id for each in one.choices]
    if one.kind == "words":
        return WORDS.filter(bool).filter(str.isprintable)
    if one.kind == "order":
        return st.permutations(ids).flatmap(lambda order: _tiers(order, ids))
    if one.part in ("reasons", "risks"):
        named = st.lists(st.sampled_from(ids), min_size=1, max_size=one.most, unique=True)
        return named.map(lambda picked: tuple(each for each in ids if each in picked))
    if one.kind == "several":
        options = [each for each in ids if each not in ("", "not_sure")]
        picked = st.sets(st.sampled_from(options)).map(lambda some: [each for each in options if each in some])
        return st.just("not_sure") | picked
    if one.kind == "one":
        sure = [each for each in ids if each != "not_sure"]
        either = st.lists(st.sampled_from(sure), min_size=2, unique=True)
        ordered = either.map(lambda some: {"one_of": [each for each in sure if each in some]})
        return st.sampled_from(ids) | (ordered if one.part == "answers" else st.sampled_from(ids))
    figures = {
        "readers": st.integers(10, 100_000).map(str),
        "hours_a_week": st.integers(1, 100).map(lambda number: f"{number}.5") | st.integers(1, 100).map(str),
        "decision_date": st.dates().filter(lambda day: 2005 <= day.year <= 2020).map(str),
    }[one.on]
    ranges = st.tuples(figures, figures).map(lambda ends: {"between": sorted(ends, key=_size)})
    if one.on == "hours_a_week":
        figures, ranges = figures.filter(lambda text: float(text) <= 100), ranges.filter(lambda _: False)
    return st.just("not_sure") | figures | (ranges if one.on != "hours_a_week" else figures)


def _size(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split("-"))


def _tiers(order: list[str], ids: list[str]) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    cuts = st.lists(st.booleans(), min_size=len(order) - 1, max_size=len(order) - 1)

    def cut(where: list[bool]) -> tuple[tuple[str, ...], ...]:
        tiers = [[order[0]]]
        for each, apart in zip(order[1:], where, strict=True):
            tiers.append([each]) if apart else tiers[-1].append(each)
        return tuple(tuple(sorted(tier, key=ids.index)) for tier in tiers)

    return cuts.map(cut)


def filled(paper: Paper) -> st.SearchStrategy[dict[int, Any]]:
    """A sheet filled in anyhow, any entry left out; no reasons without a model."""
    some = st.fixed_dictionaries({}, optional={each.number: said_of(each) for each in paper.entries})
    model = {each.number for each in paper.of_part("model")}
    return some.filter(lambda said: bool(said) and (not paper.is_case_study or model <= set(said)))


@settings(max_examples=60)
@given(st.data())
@pytest.mark.parametrize("kind", ["group", "case_study"])
def test_whatever_a_sheet_says_reads_back_the_same(kind: str, data: st.DataObject) -> None:
    """Keyed in line by line in the notation of the sheet itself."""
    paper = group_paper() if kind == "group" else case_paper()
    said = data.draw(filled(paper))
    assert read_lines(paper, keyed_lines(paper, said), "sheet.txt") == said
    sheet = Sheet.model_validate({"id": "a", "workshop": "w", "who": "A", "came_by": "paper", **parts_of(paper, said)})
    assert said_in(paper, sheet) == said


def test_entries_are_numbered_in_order_questions_first_then_what_matters_more() -> None:
    """One numbering without a gap; every option has a letter, not sure among them."""
    paper = group_paper()
    assert [each.number for each in paper.entries] == list(range(1, len(paper.entries) + 1))
    assert [each.on for each in paper.of_part("answers")] == list(ASKED)
    assert [each.part for each in paper.entries[len(ASKED) :]] == ["priorities", "priorities", "remark"]
    assert [each.label for each in entry("roof").choices] == ["a", "b", "c", "d"]
    assert entry("roof").choices[-1].id == entry("wishes").choices[-1].id == "not_sure"
    assert [each.label for each in lettered({str(each): "" for each in range(28)})][-2:] == ["aa", "ab"]


@pytest.mark.parametrize(
    ("on", "keyed_in", "meant"),
    [
        ("roof", "b", "patched"),
        ("roof", "B.", "patched"),
        ("roof", "bad", "bad"),
        ("roof", "a or c", {"one_of": ["sound", "bad"]}),
        ("roof", "d", "not_sure"),
        ("roof", "?", "not_sure"),
        ("wishes", "b, c", ["more_books", "quiet"]),
        ("wishes", "cb", ["more_books", "quiet"]),
        ("wishes", "none", []),
        ("school_willing", "yes", "yes"),
        ("school_willing", "N", "no"),
        ("readers", "3,000", "3000"),
        ("readers", "300 - 400", {"between": ["300", "400"]}),
        ("decision_date", "April 2010", "2010-04"),
        ("leadership", "a2 b1", (("change",), ("readers",))),
        ("leadership", "b = 1; a: 2", (("change",), ("readers",))),
        ("leadership", "1 1", (("readers", "change"),)),
        ("leadership", "21", (("change",), ("readers",))),
    ],
)
def test_forgiving_notations(on: str, keyed_in: str, meant: object) -> None:
    """As people write what they see."""
    assert read_entry(entry(on), keyed_in) == meant


@pytest.mark.parametrize(
    ("line", "check", "says"),
    [
        ("b", "no-number", "3 b"),
        ("99 b", "unknown-entry", "no entry 99"),
        ("2 e", "unknown-answer", "a to d"),
        ("2 a b", "too-many", "a or b"),
        ("1 a d", "wrong-value", "None of these"),
        ("4 5", "out-of-range", "10"),
        ("4 many", "wrong-type", "whole number"),
        ("7 a1", "order-not-whole", "no place to b"),
        ("7 a1 a2", "named-twice", "a has two places"),
        ("7 a1 b7", "wrong-value", "1 to 2"),
        ("7 1 2 3", "order-not-whole", "2 letters"),
        ("7 ab", "wrong-type", "a1 b2"),
        ("7 c1 b2", "unknown-answer", "a to b"),
        ("2", "empty", "Leave its line out"),
    ],
)
def test_every_fault_says_its_line_and_how_to_mend_it(line: str, check: str, says: str) -> None:
    """In plain words; all faults of a file at once."""
    with pytest.raises(Unreadable) as fault:
        read_lines(group_paper(), f"# Team A\n\n{line}\n0 z\n", "sheet.txt")
    first, second = fault.value.problems
    assert (first.check, first.place.line, second.place.line) == (check, 3, 4)
    assert says in f"{first.message} {first.hint}" and first.place.file == "sheet.txt"


def test_an_entry_keyed_in_twice_is_told_with_both_lines() -> None:
    """One of the two would go unseen."""
    with pytest.raises(Unreadable) as fault:
        read_lines(group_paper(), "2 a\n3 a\n2 b\n", "sheet.txt")
    assert "line 1" in fault.value.problems[0].message and fault.value.problems[0].place.line == 3


def test_more_reasons_than_may_be_named_and_reasons_without_a_model_are_refused() -> None:
    """With no limit whoever ticks everything would miss nothing."""
    paper = case_paper()
    with pytest.raises(NotTaken, match="at most 3"):
        read_entry(paper.entries[1], "1 2 3 14")
    with pytest.raises(NotTaken, match="no model"):
        parts_of(paper, read_lines(paper, "2: 1 2", "sheet.txt"))
    with pytest.raises(NotTaken, match="no sheet to seal"):
        parts_of(paper, {})


def test_what_was_keyed_in_is_read_over_in_words() -> None:
    """Titles and no ids."""
    assert said_words(entry("roof"), {"one_of": ["sound", "bad"]}) == "Sound or Bad"
    assert said_words(entry("wishes"), []) == "None of these"
    assert (
        said_words(entry("leadership"), (("change",), ("readers",))) == "The cost of changing; then What readers gain"
    )
    assert keyed(entry("readers"), "not_sure") == "not sure"
