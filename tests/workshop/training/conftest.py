"""Every place of the reports that can be foretold, as a workshop whose sheets are in; made once for all laws."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.council_file import read_council, read_written
from wizard.pack.finding import council_files_of_reports
from wizard.proof.outcomes import outcome_file, read_outcome
from wizard.schema.council import PackReference
from wizard.schema.workshop import WorkshopFile
from wizard.session.rule_sets import RuleSets
from wizard.workshop.training.offered import offered
from wizard.workshop.workshop import Workshop

PACK = "reports_2008"
RULE_SETS = RuleSets()
"""The rule set is read once for all tests of a process."""


def case_of(folder: Path, path: Path) -> Workshop | None:
    """A workshop on the place of a council file; None where the reports do not say what it chose."""
    rule_set = RULE_SETS.named(PACK)
    outcome = read_outcome(outcome_file(path, path.stem), rule_set.rules.pack)
    if not outcome.did:
        return None
    file = WorkshopFile(
        id="room",
        title="Room",
        kind="case_study",
        pack=PackReference(id=PACK),
        council=path.stem,
        decisions=tuple(outcome.did),
    )
    folder.mkdir()
    return Workshop(folder, file, rule_set, read_council(read_written(path), rule_set.view), outcome)


def filled(workshop: Workshop) -> None:
    """A sheet with everything, one with models alone, and one with nothing."""
    choices = offered(workshop)
    whole = {
        each.decision.id: {
            "model": each.models[0].id,
            "reasons": [reason.id for reason in each.reasons[:3]],
            "words": "We would know whom to ask.",
        }
        for each in choices.decisions
    }
    bare = {each.decision.id: {"model": each.models[1].id} for each in choices.decisions}
    workshop.put_in("Care team", "paper", foretold=whole, risks=[each.id for each in choices.risks[:5]])
    workshop.put_in("Finance", "file", foretold=bare)
    workshop.put_in("Schools", "browser")


@pytest.fixture(scope="session")
def told_cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workshop]:
    """Every case by its id, three sheets in and open."""
    home = tmp_path_factory.mktemp("open")
    made = {path.stem: case_of(home / path.stem, path) for path in council_files_of_reports()}
    found = {id: workshop for id, workshop in made.items() if workshop is not None}
    for workshop in found.values():
        filled(workshop)
        workshop.open_sheets()
    return found
