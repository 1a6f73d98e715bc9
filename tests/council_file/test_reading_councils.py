"""A council file is understood, or every fault of it is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wizard.conditions.answers import NOT_SURE, Between, Chosen, OneOf
from wizard.council_file import (
    VERDICTS,
    OpenCouncil,
    PackView,
    create_council,
    pack_named_in,
    read_council,
    read_written,
    save_council,
)
from wizard.council_file import migrating as migrating_module
from wizard.problems import Problem, Unreadable
from wizard.schema import council as council_schema

Opens = Callable[[str], OpenCouncil]

HEAD = "id: somewhere\ntitle: Somewhere, 2008\npack: {id: small_rules, version: 2026.2.0}\n"

FULL = """\
id: somewhere
title: Somewhere, 2008
pack: {id: small_rules, version: 2026.2.0}
about: {council: Somewhere, date: 2008-04, x_file: A12}
x_mine: [anything, {goes: here}]
answers:
  population: {between: [100000, 120000], known: before, from: "census, table 3", x_page: 7}
  share: 0.5
  next_tier: {one_of: [mixed, weak]}
  change_under_way: [redesign, rescue]
  vacancy: not_sure
  decision_date: 2008-04
weights: {leadership: {fit: {weight: 30, set_by: chief executive, when: before_result, why: size}}}
off_the_table: {care_trust: No partner}
what_ifs: [{id: weaker, title: If two heads left, answers: {next_tier: weak}}]
expect: {leadership: {leader: combined_director, verdict: leans}}
"""


def problems_of(opened: Opens, text: str) -> list[Problem]:
    with pytest.raises(Unreadable) as caught:
        opened(text)
    return list(caught.value.problems)


def told(problem: Problem) -> tuple[str, int, int]:
    return problem.check, problem.place.line, problem.place.column


def test_everything_that_a_council_file_may_say_is_understood(opened: Opens) -> None:
    """Every shape of answer, weights, what-ifs and expectations are read; own keys are passed over."""
    council = opened(FULL)
    april = council.answers["decision_date"]
    assert council.answers == {
        "population": Between(100000, 120000),
        "share": Between(0.5, 0.5),
        "next_tier": OneOf(frozenset({"mixed", "weak"})),
        "change_under_way": Chosen(frozenset({"redesign", "rescue"})),
        "vacancy": NOT_SURE,
        "decision_date": april,
    }
    assert isinstance(april, Between) and april.high - april.low == 29
    assert council.what_ifs == {"weaker": {"next_tier": OneOf(frozenset({"weak"}))}}
    assert council.file.weights["leadership"]["fit"].weight == 30
    assert council.file.answers["population"] == {
        "between": ["100000", "120000"],
        "known": "before",
        "from": "census, table 3",
    }
    assert council.notices == ()


@pytest.mark.parametrize(
    "empty", ["answers:", "answers: # none yet", "answers: {}", "weights:", "what_ifs:", "about:", ""]
)
def test_a_key_with_nothing_under_it_says_nothing(opened: Opens, empty: str) -> None:
    """An empty `answers:` (or another container) is none, and nothing is answered."""
    assert opened(HEAD + empty + "\n").answers == {}


FAULTS = [
    ("titel: x", "unknown-key", 4, 1, "'titel' is not a key", "'title'"),
    ("about: {counsil: x}", "unknown-key", 4, 9, "'counsil'", "'council'"),
    ("about: text", "wrong-type", 4, 8, "'about' should be a mapping", ""),
    ("answers: [population]", "wrong-type", 4, 10, "'answers' should be a mapping", ""),
    ("answers: {population: many}", "wrong-type", 4, 23, "'many' is not a whole number", ""),
    (
        "answers: {population: [1, 2]}",
        "wrong-type",
        4,
        23,
        "takes one answer, not a list",
        "{between: [lowest, highest]}",
    ),
    ("answers: {population: 5}", "out-of-range", 4, 23, "'5' is outside what 'population' can be", ""),
    ("answers: {population: {between: [1, 2, 3]}}", "wrong-type", 4, 33, "list of two", ""),
    ("answers: {share: {is: 7}}", "out-of-range", 4, 23, "'7' is outside", ""),
    ("answers: {populaton: 5000}", "unknown-question", 4, 11, "'populaton' is not a question", "'population'"),
    ("answers: {zzz: 5000}", "unknown-question", 4, 11, "'zzz' is not a question", "wizard pack show"),
    ("answers: {next_tier: week}", "unknown-answer", 4, 22, "'week' is not an answer", "'weak'"),
    ("answers: {next_tier: [weak]}", "wrong-type", 4, 22, "takes one answer, not a list", "{one_of: [this, that]}"),
    ("answers: {change_under_way: [redesign, x]}", "unknown-answer", 4, 40, "'x' is not an answer", "It can be"),
    ("answers: {change_under_way: [[redesign]]}", "unknown-answer", 4, 30, "not an answer", "redesign"),
    ("answers: {next_tier: {is: weak, form: x}}", "unknown-key", 4, 33, "'form' is not a key", "'from'"),
    ("answers: {next_tier: {is: weak, known: now}}", "wrong-value", 4, 40, "cannot be 'now'", "before"),
    ("answers: {next_tier: {is: weak, one_of: [weak]}}", "wrong-type", 4, 22, "exactly one of", ""),
    ("answers: {next_tier: {is: {is: weak}}}", "wrong-type", 4, 27, "should be an answer, not a mapping", ""),
    ("answers: {next_tier: {note: x}}", "wrong-type", 4, 22, "exactly one of", ""),
    ("answers:\n  population:\n", "no-answer", 5, 14, "'population' has no answer", "after the colon"),
    ("weights: {leadersip: {}}", "unknown-decision", 4, 11, "'leadersip' is not a decision", "'leadership'"),
    ("weights: {leadership: {fitt: {weight: 3}}}", "unknown-weight", 4, 24, "'fitt' is not a group or crit", "'fit'"),
    ("weights: {leadership: {fit: {weight: 101}}}", "out-of-range", 4, 38, "at most 100", ""),
    ("weights: {leadership: {fit: {weight: heavy}}}", "wrong-type", 4, 38, "should be a number", ""),
    (
        "weights: {leadership: {fit: {weight: 60}, capacity_group: {weight: 41}}}",
        *("weights-over-100", 4, 43, "groups come to 101 per cent", "100 at most"),
    ),
    (
        "weights: {leadership: {reading_load: {weight: 60}, succession: {weight: 60}}}",
        *("weights-over-100", 4, 52, "criteria of 'capacity_group' come to 120", "100 at most"),
    ),
    (
        "weights: {leadership: {fit: {weight: 0}, capacity_group: {weight: 0}}}",
        *("weights-all-0", 4, 11, "All groups weigh 0", "at least one"),
    ),
    ("off_the_table: {care_trst: x}", "unknown-model", 4, 17, "'care_trst' is not a model", "'care_trust'"),
    ("off_the_table: {care_trust: }", "wrong-type", 4, 29, "is empty", ""),
    ("what_ifs: [{id: a, title: A}]", "missing-key", 4, 12, "'answers' is missing", ""),
    ("what_ifs: [{id: a, title: A, answers: {next_tier: x}}]", "unknown-answer", 4, 51, "'x' is not an", "It can be"),
    (
        "what_ifs: [{id: a, title: A, answers: {}}, {id: a, title: B, answers: {}}]",
        *("duplicate-id", 4, 49, "Two what-ifs are called 'a'", "another id"),
    ),
    ("expect: {leadershp: {leader: x}}", "unknown-decision", 4, 10, "not a decision", "'leadership'"),
    ("expect: {leadership: {leader: care_trust}}", "unknown-model", 4, 31, "not a model of 'leadership'", "It can be"),
    ("expect: {leadership: {verdict: clearly}}", "unknown-verdict", 4, 32, "not a verdict", "'clear'"),
    ("format: one", "wrong-type", 4, 9, "whole number", ""),
    ("format: 0", "wrong-type", 4, 9, "whole number from 1", ""),
    ("format: 2", "newer-format", 4, 9, "newer version of the program", "Install"),
    ("format: 999999999999", "wrong-type", 4, 9, "whole number", ""),
]


@pytest.mark.parametrize(
    ("text", "check", "line", "column", "words", "hint"), FAULTS, ids=[each[0][:40] for each in FAULTS]
)
def test_a_fault_is_told_with_its_place_and_a_hint(
    opened: Opens, text: str, check: str, line: int, column: int, words: str, hint: str
) -> None:
    """One fault gives one problem, at its line and column, in words that name the person's thing."""
    problems = problems_of(opened, HEAD + text + "\n")
    assert len(problems) == 1
    assert told(problems[0]) == (check, line, column)
    assert words in problems[0].message
    assert hint in (problems[0].hint or "")


def test_all_faults_are_told_at_once(opened: Opens) -> None:
    """Faults of shape and faults of meaning come together, in the order of the file."""
    head = "id: No Good\ntitel: x\npack: {id: small_rules}\n"
    text = head + "answers:\n  next_tier: week\n  population: 3\n  nothing: 1\nexpect: {x: {}}\n"
    checks = [problem.check for problem in problems_of(opened, text)]
    assert checks == [
        "odd-id",
        "unknown-key",
        "unknown-answer",
        "out-of-range",
        "unknown-question",
        "unknown-decision",
    ]


def test_another_rule_set_is_refused(opened: Opens) -> None:
    """A file is only ever read with the rule set that it names."""
    problems = problems_of(opened, HEAD.replace("small_rules", "other_rules"))
    assert [told(each) for each in problems] == [("other-rule-set", 3, 12)]
    assert "'other_rules', not with 'small_rules'" in problems[0].message


def test_the_rule_set_is_known_before_it_is_read(tmp_path: Path, pack: PackView) -> None:
    """The reference comes first, and reading goes on from there without opening the file again."""
    path = tmp_path / "a.yaml"
    path.write_text(FULL, encoding="utf-8")
    assert pack_named_in(path).id == "small_rules"
    written = read_written(path)
    path.unlink()
    assert read_council(written, pack).file.title == "Somewhere, 2008"


def test_without_a_rule_set_all_faults_of_shape_are_told(opened: Opens) -> None:
    """A missing `pack` is one fault among the others, not the only one told."""
    checks = [problem.check for problem in problems_of(opened, "id: a\nfoo: 1\n")]
    assert sorted(checks) == ["missing-key", "missing-key", "unknown-key"]


@pytest.mark.parametrize(
    ("content", "check", "place", "words"),
    [
        (b"", "empty-file", (0, 0), "empty"),
        (b"   \n\n", "empty-file", (0, 0), "empty"),
        (b"# only a comment\n", "empty-file", (0, 0), "every line is a comment"),
        (b"\x00\x01\x02PK", "binary-file", (0, 0), "not a text file"),
        ("id: a".encode("utf-16"), "not-utf-8", (0, 0), "UTF-16"),
        (b"id: a\ntitle: caf\xe9\n", "not-utf-8", (2, 11), "not UTF-8"),
        (b"- a\n- b\n", "not-a-council-file", (1, 1), "key: value"),
        (b"just words\n", "not-a-council-file", (1, 1), "key: value"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchor", (1, 4), "anchor"),
        (b"id: !!python/object/apply:os.system ['true']\n", "tag", (1, 5), "tag"),
        (b"[" * 200_000, "too-deep", (1, 51), "50"),
        (b"{a: " * 30_000, "too-deep", (1, 201), "50"),
        (b"id: a\nid: b\n", "duplicate-key", (2, 1), "second time"),
        (b"id: a\n--- \nid: b\n", "several-documents", (2, 1), "second document"),
        (b"id: 'a\n", "not-yaml", (2, 1), "quotation mark"),
        (b"x" * 2_000_001, "too-large", (0, 0), "2 MB"),
    ],
)
def test_what_is_no_council_file_is_told_and_nothing_breaks(
    tmp_path: Path, pack: PackView, content: bytes, check: str, place: tuple[int, int], words: str
) -> None:
    """Empty, binary, bombs, tags, depth: a problem with a place, never a crash."""
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_council(path, pack)
    first = caught.value.problems[0]
    assert (first.check, first.place.line, first.place.column) == (check, *place)
    assert first.place.file == str(path)
    assert words in first.message


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path, pack: PackView) -> None:
    """No file and a folder are faults of the name, with a hint."""
    (tmp_path / "kent.yaml").write_text("x", encoding="utf-8")
    for path, check, hint in (
        (tmp_path / "kentt.yaml", "missing-file", "kent.yaml"),
        (tmp_path, "is-a-folder", "file"),
    ):
        with pytest.raises(Unreadable) as caught:
            read_council(path, pack)
        assert caught.value.problems[0].check == check
        assert hint in (caught.value.problems[0].hint or "")


OLD_NAMES = """\
id: a
title: A
pack: {id: small_rules, version: 2026.1.0}
answers:
  people: 5000   # from the census
  second_tier: feeble
off_the_table: {one_director: no}
what_ifs: [{id: w, title: W, answers: {second_tier: {one_of: [feeble, mixed]}}}]
expect: {leadership: {leader: one_director}}
"""


def test_old_names_and_versions_are_listed_and_rewritten_on_save_only(opened: Opens, pack: PackView) -> None:
    """A file made with an older rule set works as it is; a save brings it up to date, word by word."""
    council = opened(OLD_NAMES)
    assert council.answers == {"population": Between(5000, 5000), "next_tier": OneOf(frozenset({"weak"}))}
    assert council.what_ifs["w"]["next_tier"] == OneOf(frozenset({"weak", "mixed"}))
    assert council.file.expect["leadership"].leader == "combined_director"
    assert [each.check for each in council.notices].count("renamed") == 7
    assert next(each for each in council.notices if each.check == "other-version").place.line == 3
    assert council.path.read_text(encoding="utf-8") == OLD_NAMES

    saved = save_council(council, council.file, pack)
    expected = OLD_NAMES
    for old, new in (
        ("2026.1.0", "2026.2.0"),
        ("people", "population"),
        ("second_tier", "next_tier"),
        ("feeble", "weak"),
        ("one_director", "combined_director"),
    ):
        expected = expected.replace(old, new)
    assert council.path.read_text(encoding="utf-8") == expected
    assert saved.notices == () and saved.answers == council.answers


def test_an_old_name_beside_the_new_one_is_a_fault(opened: Opens) -> None:
    """Two answers to what is now one question are never settled silently."""
    problems = problems_of(opened, HEAD + "answers: {people: 5000, population: 6000}\n")
    assert [told(each) for each in problems if each.check == "renamed-twice"] == [("renamed-twice", 4, 11)]


def test_an_older_format_is_brought_up_to_date_in_memory_and_rewritten_on_save(
    opened: Opens, pack: PackView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format step works on what was read; the file keeps its old shape until it is saved."""
    from dataclasses import replace

    def step(tree):  # type: ignore[no-untyped-def]
        entries = {"off_the_table" if key == "struck_out" else key: entry for key, entry in tree.entries.items()}
        return replace(tree, entries=entries)

    monkeypatch.setattr(council_schema, "COUNCIL_FORMAT", 2)
    monkeypatch.setitem(migrating_module.FORMAT_STEPS, 1, step)
    text = HEAD + "format: 1\n# why\nstruck_out: {care_trust: No partner} # really\nanswers: {vacancy: yes} # kept\n"
    council = opened(text)
    assert council.file.off_the_table == {"care_trust": "No partner"} and council.file.format == 2
    assert [each.check for each in council.notices] == ["older-format"]
    save_council(council, council.file, pack)
    saved = council.path.read_text(encoding="utf-8")
    assert "struck_out" not in saved and "off_the_table:\n  care_trust: No partner\n" in saved
    assert "# why\n# really\n" in saved and "answers: {vacancy: yes} # kept\n" in saved and "format: 2\n" in saved


def test_the_verdicts_that_can_be_expected_are_those_that_are_given() -> None:
    """`expect:` knows the classes of verdict that the engine reaches, no more and no fewer."""
    from typing import get_args

    from wizard.engine.results import VerdictKind

    assert set(VERDICTS) == set(get_args(VerdictKind))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(body=st.text(max_size=200) | st.text(alphabet=" \n:-{}[],'\"#&*!|>%@`?x_answerspoulti0159", max_size=120))
@example(body="answers: {population: {between: [[], {}]}}")
@example(body="answers: {{a: b}: c}")
@example(body="what_ifs: [a, [b], {answers: c}]")
@example(body="what_ifs: {id: 1}")
@example(body="weights: {leadership: [1]}\nexpect: {leadership: [a]}\noff_the_table: {care_trust: [a]}")
@example(body="pack2: 1\nabout: [1]\nanswers: {population: {is: {}, x_: 1}}")
def test_any_text_is_understood_or_told_in_words(tmp_path: Path, pack: PackView, body: str) -> None:
    """Whatever stands in a file, it is an open council or a list of problems, never anything else."""
    path = tmp_path / "any.yaml"
    for text in (body, HEAD + body):
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            council = read_council(path, pack)
        except Unreadable as refused:
            assert refused.problems and all(problem.message for problem in refused.problems)
            assert not any(word in str(refused) for word in ("pydantic", "Traceback", "None", "dict", "validation"))
        else:
            assert council.text.encode("utf-8") == path.read_bytes()


def test_a_created_file_reads_back(tmp_path: Path, pack: PackView, opened: Opens) -> None:
    """A new file, canonically written, is the same council again."""
    council = opened(FULL)
    created = create_council(tmp_path / "new.yaml", council.file, pack)
    assert created.file == council.file and created.answers == council.answers
