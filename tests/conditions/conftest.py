"""One question of each kind."""

from __future__ import annotations

import pytest

from wizard.conditions.domain import Domain
from wizard.schema.question import Question

KINDS = (
    {"id": "readers", "answer": "whole_number", "min": "0", "max": "100"},
    {"id": "rent", "answer": "number", "min": "0.5", "max": "9.5"},
    {"id": "opened", "answer": "date", "min": "2008", "max": "2010"},
    {"id": "roof", "answer": "choice", "options": ("sound", "patched", "bad")},
    {"id": "wishes", "answer": "choices", "options": ("hours", "books", "quiet")},
    {"id": "leaving", "answer": "yes_no"},
    {"id": "free", "answer": "whole_number"},
)


def _question(kind: dict[str, object]) -> Question:
    options = [{"id": each, "title": str(each).capitalize()} for each in kind.get("options", ())]  # type: ignore[attr-defined]
    return Question.model_validate({**kind, "options": options, "ask": "What?", "why": "So.", "ask_whom": "anyone"})


@pytest.fixture(scope="session")
def domains() -> dict[str, Domain]:
    """What can be answered to each question."""
    return {str(kind["id"]): Domain(_question(kind)) for kind in KINDS}
