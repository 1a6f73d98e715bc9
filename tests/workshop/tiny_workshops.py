"""Groups on the tiny rule set, for tests that make one for a whole module."""

from __future__ import annotations

from pathlib import Path

from tests.workshop.conftest import FACTS, RULE_SETS, TINY, again
from wizard.council_file import read_council, read_written
from wizard.workshop.beginning import Wanted, begin_group
from wizard.workshop.workshop import Workshop


def tiny_group(folder: Path, **wanted: object) -> Workshop:
    """A group's workshop in a new folder."""
    facts = folder.with_name(f"{folder.name}.yaml")
    facts.write_text(FACTS, encoding="utf-8")
    rule_set = RULE_SETS.named(TINY)
    council = read_council(read_written(facts), rule_set.view)
    begin_group(folder, council, rule_set, Wanted(**wanted))  # type: ignore[arg-type]
    return again(folder)
