"""Saving changes the values that changed, in the person's own text, and not a byte besides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.council_file import NotSaved, OpenCouncil, PackView, changed_text, read_council
from wizard.council_file import saving as saving_module
from wizard.council_file.emitting import inline
from wizard.council_file.written import written_in
from wizard.schema.council import CouncilFile

Opens = Callable[[str], OpenCouncil]

TEXT = """\
# Somewhere, as told by its chief executive
id:   somewhere          # never changes
title: 'Somewhere, 2008'
pack: {id: small_rules, version: 2026.2.0}

about: {council: Somewhere, x_file: A12}   # who
x_mine:
  - anything
answers:
    # from the census
    population: 9000   # rounded
    next_tier:
        is: "weak"     # they say
        x_seen: 3 May
        note: >-       # long
          Two of the five
          have left.

    change_under_way:
      - redesign       # the big one
      - rescue
    vacancy: not_sure

    # end of answers
off_the_table: {
  care_trust: No partner,   # asked twice
  combined_director: 'No, never'
}
what_ifs:
- id: first
  title: One
  answers: {next_tier: weak}   # what if
# the end
"""


def changed(council: OpenCouncil, **values: Any) -> str:
    data = council.file.model_dump(by_alias=True, exclude_none=True)
    data.update(values)
    return changed_text(council, CouncilFile.model_validate(data))


def with_answers(council: OpenCouncil, **answers: Any) -> str:
    merged = {**council.file.answers, **answers}
    return changed(council, answers={key: value for key, value in merged.items() if value is not None})


CHANGES: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("a plain value", {"population": "12000"}, [("9000   # rounded", "12000   # rounded")]),
    (
        "inside a mapping",
        {"next_tier": {"is": "mixed", "note": "Two of the five have left."}},
        [('"weak"     # they say', "mixed     # they say")],
    ),
    (
        "a block text",
        {"next_tier": {"is": "weak", "note": "x " * 60 + "y"}},
        [
            (
                ">-       # long\n          Two of the five\n          have left.\n",
                ">-       # long\n          " + ("x " * 50).strip() + "\n          " + "x " * 10 + "y\n",
            )
        ],
    ),
    (
        "a block text made short and odd",
        {"next_tier": {"is": "weak", "note": " #1"}},
        [(">-       # long\n          Two of the five\n          have left.\n", '" #1"       # long\n')],
    ),
    (
        "a note taken away and a source added",
        {"next_tier": {"is": "weak", "from": "a: b"}},
        [
            (
                "        note: >-       # long\n          Two of the five\n          have left.\n",
                '        from: "a: b"\n',
            )
        ],
    ),
    (
        "a bare answer in place of a mapping",
        {"next_tier": "strong"},
        [
            ('"weak"     # they say', "strong     # they say"),
            ("        note: >-       # long\n          Two of the five\n          have left.\n", ""),
        ],
    ),
    (
        "one of a list away",
        {"change_under_way": ["rescue"]},
        [("      - redesign       # the big one\n", "")],
    ),
    (
        "one more in a list",
        {"change_under_way": ["redesign", "rescue", "projects"]},
        [("      - rescue\n", "      - rescue\n      - projects\n")],
    ),
    (
        "a list becomes a word",
        {"change_under_way": "not_sure"},
        [("change_under_way:\n      - redesign       # the big one\n      - rescue\n", "change_under_way: not_sure\n")],
    ),
    (
        "a word becomes a mapping",
        {"vacancy": {"is": "yes", "from": "him"}},
        [("vacancy: not_sure", "vacancy: {is: yes, from: him}")],
    ),
    ("an answer away", {"vacancy": None}, [("    vacancy: not_sure\n", "")]),
    ("an answer more", {"share": "0.5"}, [("    vacancy: not_sure\n", "    vacancy: not_sure\n    share: 0.5\n")]),
    (
        "the last answer away and another in its place",
        {"vacancy": None, "share": "0.5"},
        [("    vacancy: not_sure\n", "    share: 0.5\n")],
    ),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("ending", ["", "no final line break"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("change", "answers", "expected"), CHANGES, ids=[each[0] for each in CHANGES])
def test_a_change_touches_its_own_lines_only(
    opened: Opens,
    change: str,
    answers: dict[str, Any],
    expected: list[tuple[str, str]],
    mark: str,
    ending: str,
    line_break: str,
) -> None:
    """The text with one value changed is the old text with that value replaced, byte for byte."""
    text = mark + (TEXT.rstrip("\n") if ending else TEXT).replace("\n", line_break)
    wanted = text
    for old, new in expected:
        old, new = old.replace("\n", line_break), new.replace("\n", line_break)
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    assert with_answers(opened(text), **answers) == wanted


HEAD = "id: a\ntitle: A\npack: {id: small_rules}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, HEAD + "answers:\n  vacancy: yes\n"),
        (HEAD.rstrip("\n"), HEAD + "answers:\n  vacancy: yes"),
        (HEAD + "answers:\n", HEAD + "answers:\n  vacancy: yes\n"),
        (HEAD + "answers:", HEAD + "answers:\n  vacancy: yes"),
        (HEAD + "answers:  # none\n# end\n", HEAD + "answers:  # none\n  vacancy: yes\n# end\n"),
        (HEAD + "answers: {}  # none\n", HEAD + "answers: {vacancy: yes}  # none\n"),
        (HEAD + "answers: { share: 0.1 }\n", HEAD + "answers: { share: 0.1, vacancy: yes }\n"),
        (HEAD + "answers: {\n  share: 0.1, # a\n}\n", HEAD + "answers: {\n  share: 0.1, vacancy: yes, # a\n}\n"),
        (HEAD + "answers: {\n  share: 0.1  # a\n}\n", HEAD + "answers: {\n  share: 0.1, vacancy: yes  # a\n}\n"),
        (HEAD + "answers:\n   share: 0.1 # a\nx_: 1\n", HEAD + "answers:\n   share: 0.1 # a\n   vacancy: yes\nx_: 1\n"),
        (HEAD + "answers:\n  share: 0.1\n...\n", HEAD + "answers:\n  share: 0.1\n  vacancy: yes\n...\n"),
        ("---\n" + HEAD + "...\n", "---\n" + HEAD + "answers:\n  vacancy: yes\n...\n"),
        (
            '{"id": "a", "title": "A", "pack": {"id": "small_rules"}}',
            '{"id": "a", "title": "A", "pack": {"id": "small_rules"}, answers: {vacancy: yes}}',
        ),
        (HEAD + "answers: {share: 0.1, x_: [1]}", HEAD + "answers: {share: 0.1, x_: [1], vacancy: yes}"),
        (
            HEAD + "answers:\n  share: 0.1\n  x_mine: |+\n    text\n\n\n# end\n",
            HEAD + "answers:\n  share: 0.1\n  x_mine: |+\n    text\n\n\n  vacancy: yes\n# end\n",
        ),
    ],
)
def test_a_new_answer_goes_to_the_end_of_the_answers(opened: Opens, before: str, after: str) -> None:
    """Wherever and however `answers:` is written, or where it is not, the new one finds its place."""
    assert with_answers(opened(before), vacancy="yes") == after


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        ("answers: {share: 0.1, vacancy: yes}\n", ["vacancy"], "answers: {share: 0.1}\n"),
        ("answers: {share: 0.1, vacancy: yes}\n", ["share"], "answers: {vacancy: yes}\n"),
        ("answers: {share: 0.1, vacancy: yes, }\n", ["share", "vacancy"], "answers: { }\n"),
        ("answers: {\n  share: 0.1, # s\n  vacancy: yes # v\n}\n", ["share"], "answers: {\n  vacancy: yes # v\n}\n"),
        ("answers:\n  share: 0.1\n  # note\n  vacancy: yes", ["vacancy"], "answers:\n  share: 0.1\n  # note"),
        ("answers:\n  share: 0.1 # s\n  # note\nx_a: 1\n", ["share"], "answers:\n  # note\nx_a: 1\n"),
        ("answers:\n  share: 0.1\n  vacancy: yes", ["share", "vacancy"], "answers:"),
    ],
)
def test_a_removed_answer_takes_its_own_lines_only(opened: Opens, before: str, gone: list[str], after: str) -> None:
    """Comments on lines of their own stay, and so does what the person wrote round it."""
    assert with_answers(opened(HEAD + before), **dict.fromkeys(gone)) == HEAD + after


def test_weights_what_ifs_and_the_rest_are_changed_in_place_too(opened: Opens) -> None:
    """Every part of the file is saved by the same rule."""
    council = opened(TEXT)
    what_if = {"id": "first", "title": "Uno", "answers": {"next_tier": "mixed", "vacancy": "yes"}}
    new = changed(
        council,
        weights={"leadership": {"fit": {"weight": 30, "why": "size"}}},
        off_the_table={"care_trust": "Nobody"},
        what_ifs=[what_if, {"id": "second", "title": "Two", "answers": {}}],
        about={"council": "Elsewhere", "date": "2008"},
    )
    expected = TEXT
    added = "- id: second\n  title: Two\n  answers: {}\n"
    for old, text in (
        ("care_trust: No partner,", "care_trust: Nobody,"),
        ("  combined_director: 'No, never'\n", "  \n"),
        ("title: One\n", "title: Uno\n"),
        ("{next_tier: weak}   # what if\n", "{next_tier: mixed, vacancy: yes}   # what if\n" + added),
        ("{council: Somewhere, x_file: A12}", "{council: Elsewhere, x_file: A12, date: 2008}"),
        ("# the end\n", "# the end\nweights:\n  leadership: {fit: {weight: 30, why: size}}\n"),
    ):
        assert expected.count(old) == 1
        expected = expected.replace(old, text)
    assert new == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_saving_with_no_change_gives_the_very_same_bytes(opened: Opens, line_break: str) -> None:
    """Nothing to change, nothing changed; the two ways of writing a bare answer are no change."""
    text = TEXT.replace("\n", line_break)
    council = opened(text)
    assert changed_text(council, council.file) == text
    weights = "weights: {leadership: {fit: {weight: 30.0}}}\n"
    plain = opened(HEAD + "answers: {vacancy: {is: yes}, share: 0.50, x_: 1}\n" + weights)
    assert with_answers(plain, vacancy="yes") == plain.text


def test_the_record_of_an_interview_is_kept_as_it_was_written(opened: Opens) -> None:
    """However its numbers are written, only what changed changes; an empty one is no record at all."""
    council = opened(HEAD + "record: {ranking_seen: yes, answered_after: 03}  # by the program\n")
    record = council.file.record
    assert (record.ranking_seen, record.answered_after, record.variants_tried) == ("yes", 3, None)
    assert changed(council) == council.text
    more = record.model_copy(update={"answered_after": 4, "variants_tried": 1})
    assert changed(council, record=more) == council.text.replace("03}", "4, variants_tried: 1}")
    assert changed(opened(HEAD)) == HEAD


def test_what_cannot_be_spliced_is_written_anew_with_its_comments(opened: Opens) -> None:
    """What-ifs in another order: the key is laid out anew, its comments and own keys kept, the rest untouched."""
    block = "what_ifs: # some\n- id: a\n  title: A # ay\n  x_mine: 1\n  answers: {vacancy: yes}\n"
    council = opened(HEAD + block + "# between\n- {id: b, title: B, answers: {}}\n# end\n")
    first, second = (each.model_dump() for each in council.file.what_ifs)
    assert changed(council, what_ifs=[second, first]) == (
        HEAD
        + "# some\n# ay\n# between\nwhat_ifs:\n  - id: b\n    title: B\n    answers: {}\n"
        + "  - id: a\n    title: A\n    answers: {vacancy: yes}\n    x_mine: 1\n# end\n"
    )


def test_an_odd_way_of_writing_a_key_is_still_saved(opened: Opens) -> None:
    """A key on a line of its own with '?' cannot be spliced, and nothing is lost all the same."""
    council = opened(HEAD + "? answers\n: share: 0.1 # s\nx_mine: 1\n")
    new = with_answers(council, vacancy="yes")
    assert "# s" in new and "x_mine: 1\n" in new and "vacancy: yes" in new


def test_what_would_lose_something_is_not_saved(opened: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no way of saving reads back right, there is a problem and no text."""
    council = opened(HEAD)
    monkeypatch.setattr(saving_module, "_by_splicing", lambda *_: HEAD)
    monkeypatch.setattr(saving_module, "_by_replacing", lambda *_: HEAD)
    with pytest.raises(NotSaved) as caught:
        with_answers(council, vacancy="yes")
    assert caught.value.problems[0].check == "not-writable"


# ---- any file, any change ----

ANSWERS: dict[str, list[Any]] = {
    "population": ["9000", "12_000", {"between": ["5000", "6000"], "from": "census: 3"}, "not_sure"],
    "share": ["0.5", {"is": "1", "note": "a #1 'quoted' \"thing\"\nand more"}],
    "next_tier": [
        "weak",
        "strong",
        {"one_of": ["weak", "mixed"]},
        {"is": "weak", "known": "before", "note": "word " * 40 + "x"},
    ],
    "change_under_way": [
        [],
        ["redesign"],
        ["rescue", "redesign"],
        ["redesign", "rescue", "projects"],
        {"is": ["projects"]},
    ],
    "vacancy": ["yes", "no", "not_sure", {"is": "yes", "from": "him"}],
    "decision_date": ["2008", "2008-04"],
}
answers = st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in ANSWERS.items()})
texts = st.sampled_from(
    ["plain", "Two, words", "colon: #", "  padded", "'", '"', "- dash", "long " * 40 + "end", "two\nlines", "é“”", "0"]
)
files = st.fixed_dictionaries(
    {
        "id": st.just("a"),
        "title": texts,
        "pack": st.just({"id": "small_rules", "version": "2026.2.0"}),
        "answers": answers,
    },
    optional={
        "about": st.fixed_dictionaries({}, optional={"council": texts, "note": texts}),
        "weights": st.fixed_dictionaries(
            {},
            optional={
                "leadership": st.fixed_dictionaries(
                    {"fit": st.sampled_from([{"weight": "30"}, {"weight": "12.5", "why": "so"}])}
                ),
                "nhs_link": st.just({"money": {"weight": "1"}}),
            },
        ),
        "off_the_table": st.fixed_dictionaries({}, optional={"care_trust": texts, "combined_director": texts}),
        "what_ifs": st.lists(
            st.fixed_dictionaries({"id": st.sampled_from(["p", "q", "r"]), "title": texts, "answers": answers}),
            max_size=3,
            unique_by=lambda each: each["id"],
        ),
        "expect": st.fixed_dictionaries({}, optional={"leadership": st.just({"leader": "combined_director"})}),
    },
)


class Person:
    """Lays a file out as a person might; `kept` holds lines that no change of answers concerns."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.lines_of: dict[str, list[str]] = {}
        self.count = 0

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def comment(self, indent: int) -> None:
        if self.one_of(False, False, True):
            self.count += 1
            self.lines += [" " * self.one_of(indent, 0) + f"# comment {self.count}"]
        if self.one_of(False, False, True):
            self.lines.append("")

    def scalar(self, text: str) -> str:
        quoted = "'" + text.replace("'", "''") + "'"
        fits = "\n" not in text and text.isprintable()
        return self.one_of(inline(text), quoted if fits else inline(text))

    def tail(self) -> str:
        self.count += 1
        return self.one_of("", "", f"   # tail {self.count}")

    def value(self, key: str, value: Any, indent: int) -> list[str]:
        start = " " * indent + key + ":" + self.one_of(" ", "   ")
        style = self.one_of("flow", "block")
        if isinstance(value, str):
            if style == "block" and "\n" not in value and value.strip() == value and len(value) > 30:
                half = value.index(" ", 20)
                return [start + self.one_of(">-", ">", "|") + self.tail(), *self.folded(value, half, indent)]
            return [start + self.scalar(value) + self.tail()]
        if style == "flow" or not value:
            return [start + inline(value) + self.tail()]
        step = self.one_of(1, 2, 4)
        inner: list[str] = []
        if isinstance(value, dict):
            for name, part in value.items():
                inner += self.value(name, part, indent + step)
            if self.one_of(False, True) and key in ANSWERS:
                inner.append(" " * (indent + step) + "x_own: [mine]")
        else:
            for part in value:
                inner += self.item(part, indent + self.one_of(step) - (1 if step == 1 else 0))
        return [start.rstrip() + self.tail(), *inner]

    def folded(self, text: str, half: int, indent: int) -> list[str]:
        return [" " * (indent + 3) + text[:half].rstrip() + text[half:]]

    def item(self, part: Any, indent: int) -> list[str]:
        if isinstance(part, dict) and self.one_of(False, True):
            lines = [line for name, inner in part.items() for line in self.value(name, inner, indent + 2)]
            return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]
        return [" " * indent + "- " + inline(part) + self.tail()]

    def laid_out(self, file: dict[str, Any]) -> str:
        for key in self.draw(st.permutations(list(file))):
            self.comment(0)
            if key == "answers" and file["answers"] and self.one_of(True, True, False):
                self.lines.append("answers:" + self.tail())
                for question, answer in file["answers"].items():
                    self.comment(2)
                    self.lines_of[question] = self.value(question, answer, 2)
                    self.lines += self.lines_of[question]
            else:
                self.lines += self.value(key, file[key], 0)
            if self.one_of(False, False, True):
                self.lines.append(f"x_{key}: {{mine: [1, 2]}}" + self.tail())
        self.comment(0)
        text = "\n".join(self.lines) + self.one_of("", "\n", "\n\n")
        return self.one_of("", "\ufeff") + text.replace("\n", self.one_of("\n", "\n", "\r\n"))


@st.composite
def laid_out(draw: st.DrawFn) -> tuple[dict[str, Any], str, dict[str, list[str]]]:
    file, person = draw(files), Person(draw)
    return file, person.laid_out(file), person.lines_of


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(before=laid_out(), after=files)
def test_any_change_to_any_file_reads_back_and_leaves_the_rest(
    pack: PackView, before: tuple[dict[str, Any], str, dict[str, list[str]]], after: dict[str, Any]
) -> None:
    """The new values are read back; comment lines, own keys and the lines of unchanged answers stand as they were."""
    from pathlib import Path

    values, text, lines_of = before
    council = read_council(written_in(text.encode("utf-8"), Path("a.yaml")), pack)
    assert changed_text(council, council.file) == text
    what_ifs = in_order(values.get("what_ifs", []), after.get("what_ifs", []))
    new = CouncilFile.model_validate({**after, "what_ifs": what_ifs})
    saved = changed_text(council, new)
    again = read_council(written_in(saved.encode("utf-8"), Path("a.yaml")), pack)
    assert changed_text(again, new) == saved
    assert bare(again.file) == bare(new)

    unchanged = [question for question in lines_of if values["answers"][question] == after["answers"].get(question)]
    kept = [line for line in lines(text) if line.lstrip(" ").startswith("# comment ") or line.startswith("x_")]
    for question in unchanged:
        kept += lines_of[question]
    for line in kept:
        assert line in lines(saved)
    assert saved.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in text) == ("\r\n" in saved)
    assert ("\n" in text.replace("\r\n", "")) == ("\n" in saved.replace("\r\n", ""))


def in_order(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The new what-ifs, those already there first and in their order, as a session keeps them."""
    places = {each["id"]: place for place, each in enumerate(old)}
    return sorted(new, key=lambda each: places.get(each["id"], len(old)))


def bare(file: CouncilFile) -> Any:
    from wizard.council_file.plain import plain_of, settled

    return settled(plain_of(file))


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
