"""Whose answers these are, and who does not agree: a line in the text, two keys in JSON, and no sensitive answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from wizard.report.assessment_document import assessment_document
from wizard.report.json_form import json_of
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.schema.council import Dissent, GroupRecord

from .conftest import FULL

GROUP = GroupRecord(workshop="Three desks", people=("desk", "door", "caretaker"), asked=("roof", "head_leaving"))
ROOF = Dissent(on="roof", who=("caretaker",), says="sound", turns=True)
WISHES = Dissent(on="wishes", who=("desk", "caretaker"), says=["quiet"])
LEADS = Dissent(on="leadership", who=("the vicar",), says="one_librarian", why="One is enough.")
PRIVATE = Dissent(on="head_leaving", who=("door",), says="yes", turns=True, why="She told me so.")


@pytest.fixture(scope="module")
def held(subject_of: Callable[..., Subject]) -> Callable[..., Subject]:
    """The full council with a group and these dissents."""
    full = subject_of(FULL)

    def make(*dissent: Dissent, group: GroupRecord | None = GROUP) -> Subject:
        return replace(full, council=full.council.model_copy(update={"group": group, "dissent": dissent}))

    return make


def text(subject: Subject) -> str:
    return " ".join(text_of(assessment_document(subject), 100).split())


@pytest.mark.parametrize(
    ("dissent", "group", "said"),
    [
        ((), GROUP, "Answers of 3 people or teams, joined: each is what more than half of them said, or counts"),
        ((ROOF, WISHES), GROUP, "1 of them disagrees on something that would turn the result."),
        ((ROOF, PRIVATE), GROUP, "2 of them disagree on something that would turn the result."),
        ((WISHES,), GROUP, "2 of them disagree with something in this."),
        ((WISHES, LEADS), GROUP, "3 people or teams disagree with something in this."),
        ((LEADS,), None, "1 person or team disagrees with something in this."),
    ],
)
def test_one_line_counts_who_disagrees(
    held: Callable[..., Subject], dissent: tuple[Dissent, ...], group: GroupRecord | None, said: str
) -> None:
    """Each person once; those whose answer turns the result come before those whose answer does not."""
    assert said in text(held(*dissent, group=group))


def test_nothing_is_said_where_one_person_answered(held: Callable[..., Subject]) -> None:
    """Neither a line nor anything else in the text; in JSON there is no group and no dissent."""
    subject = held(group=None)
    assert "disagree" not in text(subject).split(subject.council.title)[0] and "joined" not in text(subject)
    (council,) = json.loads(json_of([subject]))["councils"]
    assert (council["group"], council["dissent"], council["dissent_kept_private"]) == (None, [], 0)


def test_json_has_both_and_no_sensitive_answer(held: Callable[..., Subject]) -> None:
    """Words and ids of what is said; what is on a sensitive question is counted and nothing else."""
    written = json_of([held(ROOF, LEADS, PRIVATE)])
    (council,) = json.loads(written)["councils"]
    assert council["group"] == {
        "workshop": "Three desks", "people": ["desk", "door", "caretaker"], "asked": ["roof"], "rule": "majority",
    }  # fmt: skip
    on_roof, on_leadership = council["dissent"]
    assert (on_roof["kind"], on_roof["says"], on_roof["turns"], on_roof["model"]) == ("question", "Sound", True, None)
    assert (on_leadership["kind"], on_leadership["model"], on_leadership["turns"], on_leadership["why"]) == (
        "decision", "one_librarian", False, "One is enough.",
    )  # fmt: skip
    assert on_leadership["says"] == "One librarian for all branches"
    assert council["dissent_kept_private"] == 1 and "She told me so" not in written
