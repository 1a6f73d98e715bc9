"""Papers of the tiny rule set and of the council files that ship."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from wizard.cli.loading import load_councils
from wizard.engine import Rules, assess
from wizard.proof.council_case import case_of
from wizard.report.committee.paper import Paper, Version, paper_of
from wizard.report.committee.report import committee_report
from wizard.report.document import Block, Document, Figure, Section
from wizard.report.subject import Subject

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = sorted(path.stem for path in (ROOT / "scenarios" / "examples").glob("*.yaml"))
A_FEW = (*SHIPPED, "bracknell_forest_2008", "stockton_on_tees_2005")


@lru_cache
def shipped(name: str) -> tuple[Rules, Subject]:
    """A council file that ships, with its rules."""
    path = next((ROOT / "scenarios").rglob(f"{name}.yaml"))
    loaded = load_councils([str(path)])[0]
    return loaded.rules, Subject(assess(loaded.rules, case_of(loaded.council)), loaded.council.file, f"{name}.yaml")


@lru_cache
def shipped_report(name: str, version: Version = "draft") -> tuple[Paper, Document]:
    """The committee report of a council file that ships."""
    paper = paper_of(*shipped(name), version)
    return paper, committee_report(paper)


@pytest.fixture(scope="session")
def paper(rules: Rules, subject_of: Callable[..., Subject]) -> Callable[..., Paper]:
    """A paper from written answers to the tiny rule set."""

    def make(answers: dict[str, Any], version: Version = "draft", **more: Any) -> Paper:
        return paper_of(rules, subject_of(answers), version, **more)

    return make


def sections_in(blocks: tuple[Block, ...]) -> list[Section]:
    """Every section, however deep."""
    found = [block for block in blocks if isinstance(block, Section)]
    return [each for section in found for each in (section, *sections_in(section.blocks))]


def figures_in(blocks: tuple[Block, ...]) -> list[Figure]:
    """Every figure, however deep."""
    found = [block for block in blocks if isinstance(block, Figure)]
    return found + [each for block in blocks if isinstance(block, Section) for each in figures_in(block.blocks)]


def part(document: Document, title: str) -> Section:
    """The part of a report with a title."""
    return next(block for block in document.blocks if isinstance(block, Section) and block.title == title)
