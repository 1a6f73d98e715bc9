"""How a group came to its answers, and who does not agree: read with every fault in its place, saved in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.council_file import OpenCouncil, PackView, changed_text, new_text, read_council, save_council
from wizard.council_file.plain import plain_of, settled
from wizard.problems import Problem, Unreadable
from wizard.schema.council import CouncilFile

Opens = Callable[[str], OpenCouncil]

HEAD = "id: a\ntitle: A\npack: {id: small_rules, version: 2026.2.0}\n"


def problems_of(opened: Opens, text: str) -> list[Problem]:
    with pytest.raises(Unreadable) as caught:
        opened(text)
    return list(caught.value.problems)


def changed(council: OpenCouncil, **parts: Any) -> str:
    data = council.file.model_dump(by_alias=True, exclude_none=True)
    return changed_text(council, CouncilFile.model_validate({**data, **parts}))


def test_what_was_written_is_read(opened: Opens) -> None:
    """Who took part, what was asked apart, who would have said what, and whether it turns the result."""
    text = HEAD + (
        "group:\n  workshop: Three desks\n  people: [finance, care team]\n  asked: [next_tier, vacancy]\n  x_room: 4\n"
        "dissent:\n  - {on: next_tier, who: [finance], says: {one_of: [weak, mixed]}, turns: yes, x_seen: 3 May}\n"
        "  - on: leadership\n    who: [care team, finance]\n    says: combined_director\n    why: size\n"
        "  - {on: vacancy, who: [finance]}\n"
    )
    file = opened(text).file
    assert file.group is not None and file.group.rule == "majority"
    assert (file.group.workshop, file.group.people, file.group.asked) == (
        "Three desks", ("finance", "care team"), ("next_tier", "vacancy"),
    )  # fmt: skip
    first, second, third = file.dissent
    assert (first.on, first.who, first.says, first.turns) == (
        "next_tier", ("finance",), {"one_of": ["weak", "mixed"]}, True,
    )  # fmt: skip
    assert (second.who, second.says, second.turns, second.why) == (
        ("care team", "finance"), "combined_director", False, "size",
    )  # fmt: skip
    assert (third.says, third.turns, third.why) == (None, False, None)


def _of(entry: str) -> str:
    return f"dissent: [{entry}]"


FAULTS = [
    (_of("{on: next_teir, who: [x]}"), "unknown-question", 16, "'next_teir' is not a question or", "'next_tier'"),
    (_of("{on: zebra, who: [x]}"), "unknown-question", 16, "a question or decision", "questions and decisions"),
    (_of("{on: next_tier, who: [x], says: feble}"), "unknown-answer", 43, "not an answer to 'next_tier'", "strong"),
    (_of("{on: next_tier, who: [x], says: [weak]}"), "wrong-type", 43, "one answer, not a list", "one_of"),
    (_of("{on: population, who: [x], says: {between: [5, 6]}}"), "out-of-range", 54, "outside", ""),
    (_of("{on: vacancy, who: [x], says: {is: yes, form: y}}"), "unknown-key", 51, "'form' is not a key", "'from'"),
    (_of("{on: vacancy, who: [x], says: }"), "no-answer", 41, "has no answer", "after the colon"),
    (_of("{on: leadership, who: [x], says: care_trust}"), "unknown-model", 44, "model of 'leadership'", "combined"),
    (_of("{on: leadership, who: [x], says: [combined_director]}"), "wrong-type", 44, "one of the models", "combined"),
    (_of("{on: leadership, who: [x], turns: yes}"), "odd-turns", 45, "'leadership' is no question", "Take this"),
    (_of("{on: vacancy, who: []}"), "nobody", 30, "'who' names nobody", "role or team"),
    (_of("{on: vacancy, who: finance}"), "wrong-type", 30, "should be a list, not 'finance'", "[finance]"),
    (_of("{on: vacancy}"), "missing-key", 11, "'who' is missing", "who"),
    (_of("{on: vacancy, who: [x], turns: perhaps}"), "wrong-type", 42, "yes or no", ""),
    (
        _of("{on: vacancy, who: [x, y]}, {on: vacancy, who: [y, x], says: no}"),
        "dissent-twice",
        39,
        "twice",
        "one entry",
    ),
    ("dissent: {on: vacancy}", "wrong-type", 10, "should be a list", ""),
    ("group: {workshop: W, people: []}", "nobody", 30, "'people' names nobody", "roles or teams"),
    ("group: {workshop: W, people: [x], asked: [vacancies]}", "unknown-question", 43, "not a question", "'vacancy'"),
    ("group: {workshop: W, people: [x], asked: [share, share]}", "asked-twice", 50, "stands here twice", "Keep one"),
    ("group: {workshop: W, people: [x], rule: mean}", "wrong-value", 41, "cannot be 'mean'", "majority"),
    ("group: {people: [x]}", "missing-key", 8, "'workshop' is missing", "workshop"),
]


@pytest.mark.parametrize(
    ("text", "check", "column", "words", "hint"),
    FAULTS,
    ids=[f"{place} {each[1]}" for place, each in enumerate(FAULTS)],
)
def test_a_fault_is_told_with_its_place_and_a_hint(
    opened: Opens, text: str, check: str, column: int, words: str, hint: str
) -> None:
    """One fault gives one problem, at its line and column."""
    (problem,) = problems_of(opened, HEAD + text + "\n")
    assert (problem.check, problem.place.line, problem.place.column) == (check, 4, column)
    assert words in problem.message and hint in (problem.hint or "")


TEXT = HEAD + (
    "group:   # on 3 May\n  workshop: 'Three desks'\n  people: [finance, ' care team ']   # two came\n  asked: []\n"
    "  rule: majority\n  x_room: 4\n"
    "dissent:   # read out\n"
    "  - on: vacancy   # the first\n"
    "    who: [finance, care team]\n"
    "    says: {is: no, note: 'no doubt'}   # they took long\n"
    "    turns: no\n"
    "    x_tape: 7\n"
    "  # and then\n"
    "  - {on: leadership, who: ['finance '], says: combined_director, why: size}\n"
    "answers: {vacancy: yes}\n"
)
FIRST: dict[str, Any] = {"on": "vacancy", "who": ["finance", "care team"], "says": {"is": "no", "note": "no doubt"}}
SECOND: dict[str, Any] = {"on": "leadership", "who": ["finance"], "says": "combined_director", "why": "size"}
THIRD: dict[str, Any] = {"on": "share", "who": ["care team"], "says": "0.5"}
LAST = "  - {on: leadership, who: ['finance '], says: combined_director, why: size}\n"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("dissent", "old", "new"),
    [
        ([FIRST, SECOND], "", ""),
        ([{**FIRST, "turns": True}, SECOND], "turns: no", "turns: yes"),
        ([{**FIRST, "says": {"is": "yes", "note": "no doubt"}}, SECOND], "{is: no,", "{is: yes,"),
        ([FIRST, {**SECOND, "why": "its size"}], "why: size}", "why: its size}"),
        ([FIRST, {**SECOND, "says": "separate_directors"}], "says: combined_director", "says: separate_directors"),
        ([{**FIRST, "who": ["care team", "finance"]}, SECOND], "[finance, care team]", "[care team, finance]"),
        ([FIRST], LAST, ""),
        (
            [FIRST, SECOND, THIRD],
            LAST,
            LAST + "  - on: share\n    who: [care team]\n    says: 0.5\n",
        ),
    ],
)
def test_a_change_touches_its_own_lines_only(
    opened: Opens, dissent: list[dict[str, Any]], old: str, new: str, line_break: str
) -> None:
    """One more, one less, one changed: every other byte stays, with comments, own keys and what need not be said."""
    text, old, new = (each.replace("\n", line_break) for each in (TEXT, old, new))
    assert text.count(old) == 1 or not old
    assert changed(opened(text), dissent=dissent) == (text.replace(old, new) if old else text)


def test_one_taken_from_before_others_takes_its_own_lines(opened: Opens) -> None:
    """What was said of it there goes with it, and nothing else."""
    start, end = TEXT.index("  - on: vacancy"), TEXT.index("  # and then")
    assert changed(opened(TEXT), dissent=[SECOND]) == TEXT[:start] + TEXT[end:]


def test_a_group_can_come_change_and_go(opened: Opens) -> None:
    """It is written on a line of its own where there was none, changed where it stands, and taken away whole."""
    council = opened(HEAD + "answers: {vacancy: yes} # so\n")
    group = {"workshop": "Three desks", "people": ["finance", "care team"], "asked": ["vacancy"]}
    text = changed(council, group=group, dissent=[{**THIRD, "turns": True}])
    assert text == council.text + (
        "group: {workshop: Three desks, people: [finance, care team], asked: [vacancy]}\n"
        "dissent:\n  - on: share\n    who: [care team]\n    says: 0.5\n    turns: yes\n"
    )
    council = opened(text)
    assert changed(council, group={**group, "people": ["finance", "care team", "leader"]}) == text.replace(
        "care team], asked", "care team, leader], asked"
    )
    assert opened(changed(council, group=None, dissent=[])).file == opened(HEAD + "answers: {vacancy: yes}\n").file
    left = changed(opened(TEXT), group=None)
    assert opened(left).file.group is None and "x_room: 4" in left and "# on 3 May" in left
    assert "# the first" in left and "x_tape: 7" in left


def test_old_names_are_rewritten_on_save_only(opened: Opens, pack: PackView) -> None:
    """Questions, their answers and models, wherever somebody named them; words that only look like them stay."""
    text = HEAD + (
        "group: {workshop: W, people: [people], asked: [second_tier, share]}\n"
        "dissent:\n  - {on: second_tier, who: [x], says: {one_of: [feeble, mixed]}}   # so\n"
        "  - {on: leadership, who: [x], says: one_director, why: feeble}\n"
        "  - {on: people, who: [people], says: 5000}\n"
    )
    council = opened(text)
    assert council.file.group is not None and council.file.group.asked == ("next_tier", "share")
    assert [each.on for each in council.file.dissent] == ["next_tier", "leadership", "population"]
    assert [each.says for each in council.file.dissent] == [{"one_of": ["weak", "mixed"]}, "combined_director", "5000"]
    assert [each.check for each in council.notices] == ["renamed"] * 5
    expected = text
    for old, new in (
        ("asked: [second_tier", "asked: [next_tier"),
        ("on: second_tier", "on: next_tier"),
        ("[feeble,", "[weak,"),
        ("one_director", "combined_director"),
        ("on: people", "on: population"),
    ):
        expected = expected.replace(old, new)
    assert save_council(council, council.file, pack).text == expected


def test_what_an_own_rule_set_leaves_out_is_passed_over(pack: PackView, tmp_path: Any) -> None:
    """A question or a model that is gone takes what was said on it with it, told one by one; an option stays."""
    domains = {each: domain for each, domain in pack.domains.items() if each != "share"}
    over = replace(
        pack,
        id="ours",
        domains=domains,
        models={**pack.models, "leadership": ("separate_directors",)},
        bases={"small_rules": "2026.2.0"},
        gone={"small_rules": frozenset(["share", "combined_director", "weak"])},
    )
    path = tmp_path / "council.yaml"
    path.write_text(
        HEAD + "group: {workshop: W, people: [x], asked: [share, vacancy]}\n"
        "dissent:\n  - {on: share, who: [x], says: 0.5}\n  - {on: next_tier, who: [x], says: weak}\n"
        "  - {on: leadership, who: [x], says: combined_director}\n  - {on: leadership, who: [y]}\n",
        encoding="utf-8",
    )
    with pytest.raises(Unreadable) as caught:
        read_council(path, over)
    assert len(caught.value.problems) == 3
    council = read_council(path, over, to_look_at=True)
    assert council.partly
    passed = [(each.place.line, each.place.column) for each in council.notices if each.check == "passed-over"]
    assert passed == [(4, 43), (6, 10), (8, 38)]
    assert council.file.group is not None and council.file.group.asked == ("vacancy",)
    assert [(each.on, each.says) for each in council.file.dissent] == [("next_tier", "weak"), ("leadership", None)]


MATTERS: list[tuple[str, list[Any]]] = [
    ("next_tier", ["weak", {"one_of": ["weak", "mixed"]}, {"is": "strong", "note": " padded "}]),
    ("change_under_way", [[], ["rescue"], ["redesign", "projects"]]),
    ("leadership", ["combined_director", "separate_directors"]),
]


@st.composite
def dissents(draw: st.DrawFn) -> list[dict[str, Any]]:
    """What different people hold against different matters, each once."""
    found: dict[tuple[str, frozenset[str]], dict[str, Any]] = {}
    for on, said in draw(st.lists(st.sampled_from(MATTERS), max_size=4)):
        who = draw(st.sampled_from([["finance"], ["care team", "finance"], ["it: #1", "leader"]]))
        entry: dict[str, Any] = {"on": on, "who": who}
        entry |= draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "says": st.sampled_from(said),
                    "why": st.sampled_from(["x", "a: b #1", "word " * 40 + "x", "a\nb"]),
                    **({} if on == "leadership" else {"turns": st.booleans()}),
                },
            )
        )
        found[on, frozenset(who)] = entry
    return list(found.values())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(before=dissents(), after=dissents())
def test_any_dissent_becomes_any_other(opened: Opens, pack: PackView, before: list[dict], after: list[dict]) -> None:
    """Whoever dissented and whoever does now: the saved file says exactly that, and saving it again changes no byte."""
    file = {"id": "a", "title": "A", "pack": {"id": "small_rules", "version": "2026.2.0"}}
    council = opened(new_text(CouncilFile.model_validate({**file, "dissent": before})))
    new = CouncilFile.model_validate({**file, "dissent": after})
    saved = save_council(council, new, pack)
    assert settled(plain_of(saved.file)) == settled(plain_of(new))
    assert changed_text(saved, saved.file) == saved.text
