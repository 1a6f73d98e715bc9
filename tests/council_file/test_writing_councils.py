"""New files are written canonically and read back exactly; a started file has every question as a comment."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.council_file import NotSaved, OpenCouncil, PackView, new_text, read_council, skeleton
from wizard.council_file.own_keys import without_own_keys
from wizard.council_file.plain import file_of
from wizard.problems import Unreadable
from wizard.schema.council import CouncilFile
from wizard.strict_yaml import Mapping, tree_of_text

SIGNS = "ab \n:#-'\"{[,&*!%@`>|?\t\\é\u2028\ufeff"
PARTS = ["heads", "of", "service:", "#1", "-", "will", "leave,", "“so”", "a\nb"]

ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda word: not word.startswith("x_"))
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(alphabet=SIGNS, max_size=60)
long_text = st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join)
words = (any_text | long_text).filter(lambda text: text.strip().strip("\x85\u2028") != "")
bare = words | st.lists(words, max_size=3)
entries = st.fixed_dictionaries(
    {},
    optional={
        "is": bare,
        "one_of": st.lists(words, max_size=3),
        "between": st.lists(words, min_size=2, max_size=2),
        "known": st.sampled_from(["before", "at_report"]),
        "from": words,
        "note": words,
    },
).filter(bool)
counts = st.integers(0, 10**6)
answers = st.dictionaries(ids, bare | entries, max_size=5)
weights = st.fixed_dictionaries(
    {"weight": st.floats(0, 100)},
    optional={"set_by": words, "when": st.sampled_from(["before_result", "after_result"]), "why": words},
)
trade_offs = st.fixed_dictionaries(
    {"of": st.lists(ids, min_size=2, max_size=2), "says": ids},
    optional={"set_by": words, "when": st.sampled_from(["before_result", "after_result"]), "why": words},
)
groups = st.fixed_dictionaries(
    {"workshop": words, "people": st.lists(words, max_size=3)},
    optional={"asked": st.lists(ids, max_size=3), "rule": st.just("majority")},
)
dissents = st.fixed_dictionaries(
    {"on": ids, "who": st.lists(words, max_size=3)},
    optional={"says": bare | entries, "turns": st.booleans(), "why": words},
)
files = st.fixed_dictionaries(
    {"id": ids, "title": words, "pack": st.fixed_dictionaries({"id": ids}, optional={"version": words})},
    optional={
        "about": st.fixed_dictionaries({}, optional=dict.fromkeys(("council", "date", "prepared_by", "note"), words)),
        "derived_from": st.fixed_dictionaries(
            {"id": ids, "digest": st.from_regex(r"[0-9a-f]{64}", fullmatch=True)}, optional={"file": words}
        ),
        "answers": answers,
        "weights": st.dictionaries(ids, st.dictionaries(ids, weights, max_size=3), max_size=2),
        "trade_offs": st.dictionaries(ids, st.lists(trade_offs, max_size=3), max_size=2),
        "off_the_table": st.dictionaries(ids, words, max_size=2),
        "what_ifs": st.lists(
            st.fixed_dictionaries({"id": ids, "title": words, "answers": answers}),
            max_size=2,
            unique_by=lambda each: each["id"],
        ),
        "record": st.fixed_dictionaries(
            {}, optional={"ranking_seen": st.just("yes"), "answered_after": counts, "variants_tried": counts}
        ),
        "group": groups,
        "dissent": st.lists(dissents, max_size=3),
        "expect": st.dictionaries(ids, st.fixed_dictionaries({}, optional={"leader": ids, "verdict": ids}), max_size=2),
    },
).map(CouncilFile.model_validate)


@settings(deadline=None, max_examples=300)
@given(file=files)
def test_a_written_file_reads_back_as_the_very_same(file: CouncilFile) -> None:
    """Whatever texts a file holds, writing and reading give them back, character for character."""
    text = new_text(file)
    tree = tree_of_text(text, "")
    assert isinstance(tree, Mapping)
    assert file_of(without_own_keys(tree), "")[0] == file
    assert new_text(file) == text and text.endswith("\n")


def test_keys_stand_in_the_order_of_the_design_and_read_as_a_person_would_write_them() -> None:
    """The canonical layout, once in full."""
    long = "Two heads of service said that they would leave if a single director came from the other side of the house."
    file = CouncilFile.model_validate(
        {
            "expect": {"leadership": {"leader": "combined_director"}},
            "dissent": [
                {
                    "on": "leadership",
                    "who": ["finance", "it: #1"],
                    "says": "separate_directors",
                    "turns": False,
                    "why": long,
                },
                {"on": "next_tier", "who": ["leader"], "says": {"one_of": ["weak", "mixed"]}, "turns": True},
            ],
            "group": {"workshop": "Three desks", "people": ["finance", "leader"], "asked": ["next_tier"]},
            "what_ifs": [{"id": "weaker", "title": "If two heads left", "answers": {"next_tier": "weak"}}],
            "off_the_table": {"care_trust": "No partner"},
            "weights": {"leadership": {"fit": {"weight": 30, "why": "size"}}},
            "answers": {
                "population": "9000",
                "next_tier": {"is": "weak", "from": "a: b", "note": long},
                "vacancy": {"is": "yes", "known": "before"},
            },
            "about": {"council": "Somewhere", "date": "2008-04", "note": "one\ntwo"},
            "pack": {"id": "small_rules", "version": "2026.2.0"},
            "title": "Somewhere: a test",
            "id": "somewhere",
        }
    )
    assert new_text(file) == (
        "id: somewhere\n"
        'title: "Somewhere: a test"\n'
        "format: 1\n"
        "pack: {id: small_rules, version: 2026.2.0}\n"
        "about:\n  council: Somewhere\n  date: 2008-04\n  note: |-\n    one\n    two\n"
        "answers:\n"
        "  population: 9000\n"
        "  next_tier:\n    is: weak\n"
        '    from: "a: b"\n'
        "    note: >-\n"
        "      Two heads of service said that they would leave if a single director came from the other side of the\n"
        "      house.\n"
        "  vacancy: {is: yes, known: before}\n"
        "weights:\n  leadership: {fit: {weight: 30, why: size}}\n"
        "off_the_table:\n  care_trust: No partner\n"
        "what_ifs:\n  - id: weaker\n    title: If two heads left\n    answers: {next_tier: weak}\n"
        "group: {workshop: Three desks, people: [finance, leader], asked: [next_tier]}\n"
        'dissent:\n  - on: leadership\n    who: [finance, "it: #1"]\n    says: separate_directors\n    why: >-\n'
        "      Two heads of service said that they would leave if a single director came from the other side of the\n"
        "      house.\n"
        "  - on: next_tier\n    who: [leader]\n    says: {one_of: [weak, mixed]}\n    turns: yes\n"
        "expect:\n  leadership: {leader: combined_director}\n"
    )


def test_what_could_not_be_read_back_is_not_written() -> None:
    """A question whose id looks like a person's own key would be lost on reading, so it is refused."""
    with pytest.raises(NotSaved):
        new_text(CouncilFile.model_validate({"id": "a", "title": "A", "pack": {"id": "b"}, "answers": {"x_y": "1"}}))


def test_a_started_file_answers_nothing_and_asks_everything(pack: PackView, tmp_path: Path) -> None:
    """It reads cleanly with no answers; each question is there once, the core ones first."""
    path = tmp_path / "new.yaml"
    text = skeleton(pack, "somewhere", "Somewhere: 2026", "Somewhere Council")
    path.write_text(text, encoding="utf-8")
    council = read_council(path, pack)
    assert council.answers == {} and council.file.answers == {} and council.notices == ()
    assert (council.file.title, council.file.about.council) == ("Somewhere: 2026", "Somewhere Council")
    asked = re.findall(r"^  # (\w+):$", text, re.MULTILINE)
    assert asked == ["next_tier", "vacancy", "population", "share", "change_under_way", "decision_date"]
    assert all(domain.question.ask in text for domain in pack.domains.values())
    assert max(map(len, text.split("\n"))) <= 120


def test_each_question_of_a_started_file_can_be_uncommented_where_it_stands(pack: PackView, tmp_path: Path) -> None:
    """Taking the sign away and writing an answer is all a person has to do."""
    path = tmp_path / "new.yaml"
    text = skeleton(pack, "somewhere", "Somewhere")
    given_answers = {
        "population": "9000",
        "share": "0.5",
        "next_tier": "weak",
        "change_under_way": "[rescue]",
        "vacancy": "yes",
        "decision_date": "2008",
    }
    for question, answer in given_answers.items():
        text = text.replace(f"  # {question}:", f"  {question}: {answer}")
    path.write_text(text, encoding="utf-8")
    assert set(read_council(path, pack).answers) == set(pack.domains)


@pytest.mark.parametrize(
    ("id", "title", "check"), [("No id", "A", "odd-id"), ("", "A", "odd-id"), ("a", " ", "wrong-type")]
)
def test_a_file_is_not_started_under_an_impossible_name(pack: PackView, id: str, title: str, check: str) -> None:
    """A bad id or an empty title is told in words before there is a file."""
    with pytest.raises(Unreadable) as caught:
        skeleton(pack, id, title)
    assert [(each.check, each.place.line) for each in caught.value.problems] == [(check, 0)]


def test_an_answer_saved_into_a_started_file_leaves_its_comments(
    pack: PackView, opened: Callable[[str], OpenCouncil]
) -> None:
    """The first answer goes under `answers:`, and every comment line stays."""
    from wizard.council_file import changed_text

    text = skeleton(pack, "somewhere", "Somewhere")
    council = opened(text)
    new = council.file.model_copy(update={"answers": {"vacancy": "yes"}})
    assert changed_text(council, new) == text.replace("answers:\n", "answers:\n  vacancy: yes\n", 1)
