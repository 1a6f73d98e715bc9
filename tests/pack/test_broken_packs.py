"""One wrong file per fault: what is told, to the line, the column and the word.

A folder of `tests/broken` is laid over a copy of `tests/packs/tiny`. `removed.txt` names files taken
away; `expected.txt` is what is printed, exactly. A folder `ours` in it is a rule set beside `tiny` that
builds on it (others may stand there too), and then it is the one that is read.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

import wizard
from wizard.pack import CHECKS, check_pack, read_pack
from wizard.problems import Problem, Unreadable
from wizard.problems.printing import all_as_text

BROKEN = Path(__file__).resolve().parent.parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())

# Faults with a test of their own elsewhere: they need a folder, a huge file, or no rule set at all.
TOLD_ELSEWHERE = {
    "is-a-folder",
    "missing-folder",
    "no-rule-set",
    "not-a-file",
    # Only a council file has a digest; see tests/council_file/test_derived_from.py.
    "odd-digest",
    "too-large",
    "unknown-name",
    "unreadable-file",
}


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_told_with_its_place_and_how_to_mend_it(case: str, tiny: Path) -> None:
    """File, line, column, words, the line itself with a caret, and the hint are as written down."""
    folder = _lay_over(BROKEN / case, tiny)
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8")
    problems = [_with_slashes(problem) for problem in _problems(folder)]
    assert all_as_text(problems) + "\n" == expected


@pytest.mark.parametrize("case", CASES)
def test_messages_speak_to_authors_and_never_in_pythons_words(case: str) -> None:
    """No word of Python, of a library or of the program's inside reaches an author."""
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8")
    told = [line for line in expected.splitlines() if line.startswith(("tiny/", "ours/", "      "))]
    assert told
    for foreign in (
        "Traceback",
        "pydantic",
        "NoneType",
        "KeyError",
        "Field required",
        "Input should",
        "dict[",
        "str[",
        "None",
    ):
        assert foreign not in expected, foreign


def test_every_check_has_a_broken_file() -> None:
    """No check goes without a file that fails it."""
    told = set().union(*(_names(case) for case in CASES))
    assert {check.name for check in CHECKS} - told == set()


def test_every_fault_of_reading_has_a_broken_file() -> None:
    """Whatever name a fault has in the program, some file here shows it."""
    package = Path(wizard.__file__).parent
    sources = [file for folder in ("pack", "strict_yaml", "conditions") for file in (package / folder).rglob("*.py")]
    pattern = re.compile(
        r"""(?:Problem|Fault|Refused|report|_refuse|_refuse_at|_unreadable)\(\s*(?:path, )?"([a-z0-9-]+)\""""
    )
    named = {name for file in sources for name in pattern.findall(file.read_text(encoding="utf-8"))}
    assert len(named) > 40
    told = set().union(*(_names(case) for case in CASES))
    assert named - told - TOLD_ELSEWHERE == set()


def _with_slashes(problem: Problem) -> Problem:
    """The problem as on a system that writes paths with slashes."""
    place = problem.place._replace(file=problem.place.file.replace(os.sep, "/"))
    named = re.sub(r"(?:tiny|ours)[\\/][^ :]+", lambda found: found[0].replace(os.sep, "/"), problem.message)
    return problem._replace(place=place, message=named)


def _names(case: str) -> set[str]:
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8")
    return set(re.findall(r"   \(([a-z0-9-]+)\)$", expected, flags=re.MULTILINE))


def _problems(folder: Path) -> list[Problem]:
    try:
        return check_pack(read_pack(folder, every_source=True))
    except Unreadable as fault:
        return list(fault.problems)


def _lay_over(case: Path, folder: Path) -> Path:
    """Lays the case over the rule set; gives the folder to read."""
    if (case / "ours").is_dir():
        for beside in case.iterdir():
            if beside.is_dir():
                shutil.copytree(beside, folder.parent / beside.name)
        return folder.parent / "ours"
    for file in case.rglob("*"):
        if file.is_file() and file.name not in ("expected.txt", "removed.txt"):
            target = folder / file.relative_to(case)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    removed = case / "removed.txt"
    if removed.exists():
        for name in removed.read_text(encoding="utf-8").split():
            (folder / name).unlink()
    return folder
