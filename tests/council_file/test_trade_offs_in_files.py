"""Answers to "which matters more?" are read with every fault in its place, and saved in the person's own text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.council_file import OpenCouncil, PackView, changed_text, new_text, read_council, save_council
from wizard.problems import Problem, Unreadable
from wizard.schema.council import CouncilFile

Opens = Callable[[str], OpenCouncil]

HEAD = "id: a\ntitle: A\npack: {id: small_rules}\n"
GROUPS = ("fit", "capacity_group", "third", "fourth")


@pytest.fixture(scope="module")
def pack(pack: PackView) -> PackView:
    """The small rule set with two more groups in its first decision."""
    from dataclasses import replace

    weighable = {**pack.weighable, "leadership": {**pack.weighable["leadership"], "third": None, "fourth": None}}
    return replace(pack, weighable=weighable)


@pytest.fixture
def opened(pack: PackView, tmp_path: Any) -> Opens:
    """A council file with this text, opened."""

    def opens(text: str) -> OpenCouncil:
        path = tmp_path / "council.yaml"
        path.write_bytes(text.encode("utf-8"))
        return read_council(path, pack)

    return opens


def problems_of(opened: Opens, text: str) -> list[Problem]:
    with pytest.raises(Unreadable) as caught:
        opened(text)
    return list(caught.value.problems)


def changed(council: OpenCouncil, *entries: dict[str, Any], decision: str = "leadership") -> str:
    data = council.file.model_dump(by_alias=True, exclude_none=True)
    data["trade_offs"] = {**data["trade_offs"], decision: list(entries)}
    return changed_text(council, CouncilFile.model_validate(data))


def test_what_was_answered_is_read(opened: Opens) -> None:
    """The pair, which of the two, by whom, when and why; or that nobody could say."""
    text = HEAD + (
        "trade_offs:\n  leadership:\n    - of: [fit, third]\n      says: third\n      set_by: chief executive\n"
        "      when: before_result\n      why: size\n      x_seen: 3 May\n    - {of: [fit, fourth], says: cannot_say}\n"
    )
    first, second = opened(text).file.trade_offs["leadership"]
    assert (first.of, first.says, first.set_by, first.when, first.why) == (
        ["fit", "third"], "third", "chief executive", "before_result", "size",
    )  # fmt: skip
    assert (second.of, second.says, second.set_by) == (["fit", "fourth"], "cannot_say", None)


def _written(*entries: str) -> str:
    return f"trade_offs: {{leadership: [{', '.join(entries)}]}}\n"


A, B, C = "{of: [fit, third], says: fit}", "{of: [third, fourth], says: third}", "{of: [fourth, fit], says: fourth}"

FAULTS = [
    ("trade_offs: {leadershp: []}", "unknown-decision", 14, "'leadershp' is not a decision", "'leadership'"),
    (_written("{of: [fitt, third], says: third}"), "unknown-group", 33, "'fitt' is not a group", "'fit'"),
    (_written("{of: [fit, succession], says: fit}"), "unknown-group", 38, "'succession' is not a group", "third"),
    (
        _written("{of: [fit, third], says: fourth}"),
        "odd-trade-off",
        52,
        "neither of the two",
        "fit, third or cannot_say",
    ),
    (_written("{of: [fit, fit], says: fit}"), "trade-off-of-one", 38, "set against itself", "two groups"),
    (_written(A, "{of: [third, fit], says: cannot_say}"), "trade-off-twice", 58, "each other twice", "Keep one"),
    (_written(A, B, C), "trade-offs-in-a-circle", 94, "put fit before third before fourth", "Change one"),
    (_written("{of: [fit], says: fit}"), "wrong-type", 32, "a list of 2, not of 1", ""),
    (_written("{of: [fit, third, fourth], says: fit}"), "wrong-type", 32, "a list of 2, not of 3", ""),
    (_written("{of: fit, says: fit}"), "wrong-type", 32, "should be a list, not 'fit'", "[fit]"),
    (_written("{of: [fit, third]}"), "missing-key", 27, "'says' is missing", "says"),
    (_written("{of: [fit, third], sais: fit}"), "unknown-key", 46, "'sais' is not a key", "'says'"),
    (_written("{of: [fit, third], says: fit, when: today}"), "wrong-value", 63, "cannot be 'today'", "before_result"),
    ("trade_offs: {leadership: {of: [fit, third]}}", "wrong-type", 26, "should be a list", ""),
    ("trade_offs: [fit]", "wrong-type", 13, "should be a mapping", ""),
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


def test_a_group_with_a_stated_weight_is_not_traded_off(opened: Opens) -> None:
    """A weight says more; of the two the file keeps one. In another decision the same group is free."""
    weights = "weights: {leadership: {fit: {weight: 30}}}\n"
    (problem,) = problems_of(opened, HEAD + weights + _written(A))
    assert (problem.check, problem.place.line, problem.place.column) == ("trade-off-of-weight", 5, 33)
    other = "weights: {nhs_link: {fit: {weight: 30}}}\n"
    assert opened(HEAD + other + _written(A)).file.trade_offs["leadership"][0].says == "fit"


def test_nobody_can_say_is_never_part_of_a_circle(opened: Opens) -> None:
    """Two answers and one that is none contradict nothing; nor do three that agree."""
    assert len(
        opened(HEAD + _written(A, B, C.replace("says: fourth", "says: cannot_say"))).file.trade_offs["leadership"]
    )
    assert len(opened(HEAD + _written(A, B, "{of: [fit, fourth], says: fit}")).file.trade_offs["leadership"]) == 3


TEXT = HEAD + (
    "trade_offs:   # asked on 3 May\n"
    "  leadership:\n"
    "  - of: [fit, third]   # the first\n"
    "    says: 'fit'        # they took long\n"
    "    x_room: 4\n"
    "  # and then\n"
    "  - {of: [third, fourth], says: cannot_say}\n"
    "answers: {vacancy: yes}\n"
)
FIRST, SECOND = {"of": ["fit", "third"], "says": "fit"}, {"of": ["third", "fourth"], "says": "cannot_say"}


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("entries", "old", "new"),
    [
        ([FIRST, SECOND], "", ""),
        ([{**FIRST, "says": "third"}, SECOND], "'fit'        # they", "third        # they"),
        (
            [FIRST, {**SECOND, "says": "fourth", "set_by": "leader"}],
            "says: cannot_say}",
            "says: fourth, set_by: leader}",
        ),
        ([FIRST], "  - {of: [third, fourth], says: cannot_say}\n", ""),
        ([{**FIRST, "of": ["third", "fit"]}, SECOND], "[fit, third]", "[third, fit]"),
        (
            [FIRST, SECOND, {"of": ["fit", "fourth"], "says": "fit"}],
            "cannot_say}\n",
            "cannot_say}\n  - of: [fit, fourth]\n    says: fit\n",
        ),
    ],
)
def test_a_change_touches_its_own_lines_only(
    opened: Opens, entries: list[dict[str, Any]], old: str, new: str, line_break: str
) -> None:
    """An answer changed, one more, one less, the pair turned round: every other byte stays, own keys included."""
    text, old, new = (each.replace("\n", line_break) for each in (TEXT, old, new))
    assert text.count(old) == 1 or not old
    assert changed(opened(text), *entries) == (text.replace(old, new) if old else text)


def test_the_first_answer_goes_to_the_end_of_the_file(opened: Opens) -> None:
    """Where nothing was answered before, the key comes last; another decision's answers go under it."""
    council = opened(HEAD + "answers: {vacancy: yes} # so\n")
    text = changed(council, FIRST)
    assert text == council.text + "trade_offs:\n  leadership: [{of: [fit, third], says: fit}]\n"


@st.composite
def answered(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Answers that some order of the groups respects, each pair once."""
    order = draw(st.permutations(GROUPS))
    pairs = [(order[i], order[j]) for i in range(len(order)) for j in range(i + 1, len(order))]
    found = []
    for more, less in draw(st.lists(st.sampled_from(pairs), unique=True)):
        entry: dict[str, Any] = {
            "of": draw(st.permutations([more, less])),
            "says": draw(st.sampled_from([more, "cannot_say"])),
        }
        entry |= draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "why": st.sampled_from(["x", "a: b #1", "word " * 40 + "x", "a\nb"]),
                    "set_by": st.just("all"),
                },
            )
        )
        found.append(entry)
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(before=answered(), after=answered())
def test_any_answers_become_any_others(opened: Opens, pack: PackView, before: list[dict], after: list[dict]) -> None:
    """Whatever was answered and whatever is answered now: the saved file says exactly that, and saving it again
    changes no byte."""
    file = {"id": "a", "title": "A", "pack": {"id": "small_rules", "version": "2026.2.0"}}
    council = opened(new_text(CouncilFile.model_validate({**file, "trade_offs": {"leadership": before}})))
    new = CouncilFile.model_validate({**file, "trade_offs": {"leadership": after} if after else {}})
    saved = save_council(council, new, pack)
    kept = {decision: entries for decision, entries in saved.file.trade_offs.items() if entries}
    assert kept == new.trade_offs
    assert changed_text(saved, saved.file) == saved.text
