"""A small rule set of the tests' own: one question of each kind, two decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.conditions.domain import Domain
from wizard.council_file import OpenCouncil, PackView, read_council
from wizard.schema.pack_head import Renamed
from wizard.schema.question import Question, QuestionFile

QUESTIONS = [
    {
        "id": "population",
        "ask": "How many people?",
        "answer": "whole_number",
        "unit": "people",
        "min": "1000",
        "max": "2000000",
    },
    {"id": "share", "ask": "What share?", "answer": "number", "min": "0", "max": "1"},
    {
        "id": "next_tier",
        "ask": "How strong is the next tier?",
        "answer": "choice",
        "core": True,
        "options": ["strong", "mixed", "weak"],
    },
    {
        "id": "change_under_way",
        "ask": "What else changes?",
        "answer": "choices",
        "options": ["redesign", "rescue", "projects"],
    },
    {"id": "vacancy", "ask": "Will a post be empty?", "answer": "yes_no", "core": True},
    {"id": "decision_date", "ask": "When is it decided?", "answer": "date", "min": "1990", "max": "2100"},
]


def _question(written: dict) -> Question:
    options = [{"id": each, "title": each.title()} for each in written.get("options", ())]
    return Question.model_validate({**written, "options": options, "why": "Because.", "ask_whom": "anyone"})


@pytest.fixture(scope="session")
def pack() -> PackView:
    questions = tuple(_question(each) for each in QUESTIONS)
    section = QuestionFile(section="place", title="The place", questions=questions)
    models = {"leadership": ("separate_directors", "combined_director"), "nhs_link": ("joint_working", "care_trust")}
    weighable = {
        "leadership": {
            "proportion": "fit",
            "reading_load": "capacity_group",
            "succession": "capacity_group",
            "fit": None,
            "capacity_group": None,
        },
        "nhs_link": {"money": "fit", "fit": None},
    }
    renamed = Renamed(
        questions={"people": "population", "second_tier": "next_tier"},
        models={"one_director": "combined_director"},
        answers={"next_tier": {"feeble": "weak"}},
    )
    return PackView(
        id="small_rules",
        version="2026.2.0",
        domains={question.id: Domain(question) for question in questions},
        sections=(section,),
        models=models,
        weighable=weighable,
        renamed=renamed,
    )


@pytest.fixture
def opened(pack: PackView, tmp_path: Path) -> Callable[[str], OpenCouncil]:
    """A council file with this text, opened."""

    def opens(text: str) -> OpenCouncil:
        path = tmp_path / "council.yaml"
        path.write_bytes(text.encode("utf-8"))
        return read_council(path, pack)

    return opens
