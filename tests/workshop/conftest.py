"""Workshops on the tiny rule set: a library that three people judge apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.council_file import OpenCouncil, read_council, read_written
from wizard.session.rule_sets import RuleSet, RuleSets
from wizard.workshop.beginning import Wanted, begin_group
from wizard.workshop.workshop import Workshop

TINY = str(Path(__file__).resolve().parents[1] / "packs" / "tiny")
RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

FACTS = """\
# The facts, with a note of their owner's.
id: newtown
title: Newtown
pack: {id: tiny}
answers:
  decision_date: 2010-06
  led_today: [branch_librarians]
  head_leaving: {is: yes, note: A secret.}
  readers: 300
  roof: sound
weights:
  leadership: {readers: {weight: 90}, nearness: {weight: 70}}
"""


@pytest.fixture(scope="session")
def tiny() -> RuleSet:
    """The tiny rule set, ready."""
    return RULE_SETS.named(TINY)


@pytest.fixture
def newtown(tmp_path: Path, tiny: RuleSet) -> OpenCouncil:
    """The council file with the facts."""
    path = tmp_path / "newtown.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return read_council(read_written(path), tiny.view)


WorkshopOf = Callable[..., Workshop]


@pytest.fixture
def workshop_of(tmp_path: Path, newtown: OpenCouncil, tiny: RuleSet) -> WorkshopOf:
    """A workshop on those facts, begun as a test wants it."""

    def made(name: str = "room", **wanted: object) -> Workshop:
        begin_group(tmp_path / name, newtown, tiny, Wanted(**wanted))  # type: ignore[arg-type]
        return again(tmp_path / name)

    return made


def again(folder: Path) -> Workshop:
    """The workshop as another process would open it."""
    return Workshop.open(folder, RULE_SETS, TINY)
