"""A copy of the smallest rule set to spoil, named `tiny` beside the current folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wizard.pack import ReadPack, read_pack

TESTS = Path(__file__).resolve().parent.parent
TINY = TESTS / "packs" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `tiny`, as a person beside it would name it."""
    shutil.copytree(TINY, tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    return Path("tiny")


@pytest.fixture(scope="session")
def read_tiny() -> ReadPack:
    """The smallest rule set, with every source."""
    return read_pack(TINY, every_source=True)
