"""What a room may read: of sensitive facts that are kept back from it, not what follows from them alone either."""

from __future__ import annotations

import pytest

from tests.workshop.conftest import WorkshopOf
from wizard.report.text import text_of
from wizard.workshop.group.document import group_document
from wizard.workshop.group.joined_file import joined_file
from wizard.workshop.group.result import GroupResult, group_result

# The head librarian leaves, which is sensitive, and one librarian for all would come first but for that.
SAID = {"answers": {"wishes": ["more_books"], "roof": "bad"}, "priorities": {"leadership": [["readers"], ["change"]]}}
CONDITION = "someone is found first"


def held(workshop_of: WorkshopOf, **wanted: object) -> GroupResult:
    """A result that leans, because of a sensitive fact."""
    workshop = workshop_of("sensitive_room", decisions=("leadership",), **wanted)
    workshop.put_in("Care team", "paper", **SAID)
    workshop.open_sheets()
    return group_result(workshop)


@pytest.mark.parametrize("confidential", [False, True])
def test_a_condition_that_tells_a_sensitive_fact_is_for_a_confidential_room(
    workshop_of: WorkshopOf, confidential: bool
) -> None:
    """Elsewhere it is left out, and said that it is; the verdict stays what it is with every fact."""
    found = held(workshop_of, confidential=confidential)
    (full, *_), (told, *_) = found.assessment.decisions, found.told.decisions
    assert CONDITION in [cap.unless for cap in full.verdict.caps]
    assert (CONDITION in [cap.unless for cap in told.verdict.caps]) == confidential
    assert told.verdict._replace(caps=()) == full.verdict._replace(caps=()) and told.standings == full.standings
    text = " ".join(text_of(group_document(found), 100).split())
    assert (CONDITION in text) == confidential
    assert ("1 sensitive fact counts in this too; what would tell it is left out." in text) != confidential


def test_the_joined_file_keeps_every_fact(workshop_of: WorkshopOf) -> None:
    """It is the council's own file as before: reports of it say themselves who may read them."""
    assert "head_leaving" in joined_file(held(workshop_of)).answers
