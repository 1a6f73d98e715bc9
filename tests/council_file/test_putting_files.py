"""Files that are no council files, such as reports: whole or not at all, and never over another one unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.council_file import NotSaved, put


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    """Every byte, and nothing beside it."""
    put(tmp_path / "report.docx", b"\x00\xff\n\r")
    assert [each.name for each in tmp_path.iterdir()] == ["report.docx"]
    assert (tmp_path / "report.docx").read_bytes() == b"\x00\xff\n\r"


def test_one_that_is_there_stays_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    """Refused with what to do; with `over` it gives way."""
    there = tmp_path / "report.txt"
    there.write_bytes(b"mine")
    with pytest.raises(NotSaved) as refused:
        put(there, b"yours")
    assert refused.value.problems[0].check == "already-there"
    assert there.read_bytes() == b"mine"
    put(there, b"yours", over=True)
    assert there.read_bytes() == b"yours"


@pytest.mark.parametrize("over", [False, True])
def test_a_folder_is_never_written_over(tmp_path: Path, over: bool) -> None:
    """Nor does anything stay beside it."""
    (tmp_path / "report").mkdir()
    with pytest.raises(NotSaved):
        put(tmp_path / "report", b"yours", over=over)
    assert [each.name for each in tmp_path.iterdir()] == ["report"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """In words, with nothing written."""
    with pytest.raises(NotSaved) as refused:
        put(tmp_path / "nowhere" / "report.txt", b"yours")
    assert "folder" in refused.value.problems[0].message
    assert list(tmp_path.iterdir()) == []
