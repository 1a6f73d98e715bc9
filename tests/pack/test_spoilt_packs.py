"""However a file of a rule set is spoilt, it is read or refused in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.pack import check_pack, read_pack, show
from wizard.problems import Unreadable

TINY = Path(__file__).resolve().parent.parent / "packs" / "tiny"
FILES = sorted(str(file.relative_to(TINY)) for file in TINY.rglob("*.yaml"))
WORDS = st.sampled_from(
    [
        "x",
        "",
        "5",
        "-1",
        "yes",
        "[]",
        "{}",
        "[x]",
        "{x: y}",
        "~",
        "readers",
        "roof",
        "one_librarian",
        "own_house",
        "leadership",
        "2008",
        "not_sure",
        "{readers: 5}",
        "{roof: bad}",
        "[roof]",
        "reading_report_2010.keys_lost",
        "a.b",
        "1e999",
        "9999",
    ]
)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest rule set, of which one file at a time is spoilt."""
    folder = tmp_path_factory.mktemp("spoilt") / "tiny"
    shutil.copytree(TINY, folder)
    return folder


def _is_read_or_refused(folder: Path) -> None:
    try:
        read = read_pack(folder, every_source=True)
    except Unreadable as fault:
        assert fault.problems
        assert all(problem.message and problem.place.file.startswith(str(folder)) for problem in fault.problems)
    else:
        check_pack(read)
        for name in (None, *read.pack.questions, *read.pack.criteria, *read.pack.models):
            assert show(read, name)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), name=st.sampled_from(FILES), word=WORDS)
def test_a_value_of_another_kind_never_ends_in_a_traceback(
    spoilt: Path, data: st.DataObject, name: str, word: str
) -> None:
    """Any value of any file, replaced by one that does not suit or by one that happens to."""
    text = (TINY / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    index = data.draw(st.sampled_from([number for number, line in enumerate(lines) if ": " in line]))
    key = lines[index].split(": ", 1)[0]
    try:
        (spoilt / name).write_text("\n".join([*lines[:index], f"{key}: {word}", *lines[index + 1 :]]), encoding="utf-8")
        _is_read_or_refused(spoilt)
    finally:
        (spoilt / name).write_text(text, encoding="utf-8")


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), name=st.sampled_from(FILES))
def test_a_lost_or_a_doubled_line_never_ends_in_a_traceback(spoilt: Path, data: st.DataObject, name: str) -> None:
    """As happens when files are merged by hand."""
    text = (TINY / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    kept = (
        lines[:first] + lines[first + 1 :]
        if data.draw(st.booleans())
        else [*lines[:other], lines[first], *lines[other:]]
    )
    try:
        (spoilt / name).write_text("\n".join(kept), encoding="utf-8")
        _is_read_or_refused(spoilt)
    finally:
        (spoilt / name).write_text(text, encoding="utf-8")
