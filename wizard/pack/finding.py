"""Where rule sets and shipped council files are."""

from __future__ import annotations

import re
from pathlib import Path

import wizard
from wizard.problems import Place, Problem, Unreadable

from .layout import HEAD

RULES = "rules"
SCENARIOS = "scenarios"
REPORTS = "reports"
OUTCOMES = "outcomes"

_ID = re.compile(r"^[a-z][a-z0-9_]*$")
_PACKAGE = Path(wizard.__file__).parent


def find_pack(name: str | Path) -> Path:
    """The folder of a rule set, named by its path or its id.

    A path that exists comes first; then an id is looked for in `rules` beside the current folder,
    beside the checkout, and in what was installed with the program. Raises Unreadable where
    there is none, or where the path is something else.
    """
    text = str(name)
    path = Path(text)
    if _is_file(path / HEAD):
        return path
    if _ID.match(text):
        for home in _homes(RULES):
            if _is_file(home / text / HEAD):
                return home / text
    raise Unreadable([_no_pack(text, path)])


def find_council_file(name: str | Path) -> Path:
    """A council file: a path that exists, else one of those that ship with the program.

    Shipped files are named from `scenarios/` on, wherever the current folder is. Raises
    Unreadable where there is none.
    """
    path = Path(str(name))
    if _exists(path):
        return path
    if not path.is_absolute() and path.parts[:1] == (SCENARIOS,) and ".." not in path.parts:
        for home in _homes(SCENARIOS):
            found = home.joinpath(*path.parts[1:])
            if _is_file(found):
                return found
    raise Unreadable([Problem("missing-file", Place(str(name)), "There is no such council file.", _near_file(path))])


def find_council_folder(name: str | Path) -> Path:
    """A folder of council files: a path that exists, else one that ships, as for files. Raises Unreadable."""
    path = Path(str(name))
    if _is_folder(path):
        return path
    if path.parts[:1] == (SCENARIOS,) and ".." not in path.parts:
        for home in _homes(SCENARIOS):
            found = home.joinpath(*path.parts[1:])
            if _is_folder(found):
                return found
    hint = "Name a folder that holds council files, such as 'scenarios/reports'."
    raise Unreadable([Problem("missing-folder", Place(str(name)), "There is no such folder.", hint)])


def shipped_council_files() -> list[Path]:
    """The council files beside the checkout, or those installed with the program, in the order of their names."""
    for home in _homes(SCENARIOS)[1:]:
        found = council_files_below(home)
        if found:
            return found
    return []


def council_files_below(folder: Path) -> list[Path]:
    """Every council file in a folder and those in it, in the order of their names; outcomes are none."""
    return sorted(path for path in folder.rglob("*.yaml") if OUTCOMES not in path.parts)


def council_files_of_reports() -> list[Path]:
    """The council files of places in the reports, nearest first as for rule sets, in the order of their names."""
    for home in _homes(SCENARIOS):
        found = sorted((home / REPORTS).glob("*.yaml"))
        if found:
            return found
    return []


def known_packs() -> list[str]:
    """The ids of the rule sets that can be found by id, in alphabetical order."""
    names: set[str] = set()
    for home in _homes(RULES):
        if home.is_dir():
            names.update(entry.name for entry in home.iterdir() if (entry / HEAD).is_file())
    return sorted(names)


def rules_homes() -> tuple[Path, ...]:
    """The folders in which rule sets are looked for by id, nearest first."""
    return _homes(RULES)


def _homes(folder: str) -> tuple[Path, Path, Path]:
    """Beside the current folder, beside the checkout, in the wheel."""
    return Path(folder), _PACKAGE.parent / folder, _PACKAGE / "shipped" / folder


def _no_pack(text: str, path: Path) -> Problem:
    place = Place(text or ".")
    if _is_folder(path):
        return Problem("no-rule-set", place, f"This folder has no '{HEAD}', so it is not a rule set.", _inner(path))
    if _exists(path):
        return Problem("no-rule-set", place, "This is a file, not a rule set.", f"Name the folder that holds '{HEAD}'.")
    names = known_packs()
    close = _close(text, names)
    if close:
        hint = f"Did you mean '{close}'?"
    elif names:
        hint = f"There are: {', '.join(names)}; or name the folder of a rule set."
    else:
        hint = "Name the folder of a rule set."
    return Problem("no-rule-set", place, f"There is no rule set '{text}'.", hint)


def _inner(path: Path) -> str:
    """A rule set inside the folder named, as a hint."""
    inner = sorted(entry.name for entry in path.iterdir() if (entry / HEAD).is_file())
    return f"Did you mean '{path / inner[0]}'?" if inner else f"Name the folder that holds '{HEAD}'."


def _near_file(path: Path) -> str:
    """A council file of nearly the same name: in the folder named, else among the shipped ones."""
    try:
        beside = {entry.stem: str(entry) for entry in path.parent.iterdir() if entry.suffix == path.suffix}
    except OSError:
        beside = {}
    shipped = {file.stem: _from_scenarios(file) for file in shipped_council_files()}
    for names in (beside, shipped):
        # Without the ending, which all of them share and which would make any two names alike.
        close = _close(path.stem, list(names))
        if close:
            return f"Did you mean '{names[close]}'?"
    return "Check the name and the folder you are in."


def _from_scenarios(file: Path) -> str:
    parts = file.parts
    last = len(parts) - 1 - parts[::-1].index(SCENARIOS)
    return str(Path(*parts[last:]))


def _close(name: str, names: list[str]) -> str | None:
    from difflib import get_close_matches

    found = get_close_matches(name, names, n=1)
    return found[0] if found else None


# A name too long or with a zero byte makes these calls fail rather than answer no.


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
