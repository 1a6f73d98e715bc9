"""The list of England's upper-tier councils as plain records; every fault of a list is told with its line."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS = ("gss_code", "name", "type", "region", "start_date", "population_2020", "area_km2")

TYPES = {
    "county": "county council",
    "unitary": "unitary council",
    "metropolitan_district": "metropolitan district",
    "london_borough": "London borough",
    "city_corporation": "city corporation",
}
"""What kinds of council the list knows, and what each is called."""

ORIGIN = "ONS estimate for mid-2020, in the list of councils of July 2025"
"""What an answer taken from the list says of where it comes from."""

FIGURES_DATE = "2020-06-30"
"""The day for which populations are estimated."""

_LIST = Path(__file__).parent / "councils_england.csv"
_CODE = re.compile(r"E\d{8}")


class Council(NamedTuple):
    """A council: its code, its name, what kind it is, the people in its area in mid-2020 and its square kilometres."""

    code: str
    name: str
    type: str
    population: int
    area: int

    @property
    def kind(self) -> str:
        """What kind of council it is, in words."""
        return TYPES[self.type]


@lru_cache(maxsize=1)
def shipped_councils() -> tuple[Council, ...]:
    """The councils that ship with the program, in the order of the list. Raises Unreadable where it is damaged."""
    return read_councils(_LIST)


def read_councils(path: Path) -> tuple[Council, ...]:
    """The councils of a list in CSV with these columns. Raises Unreadable with every fault, each at its line."""
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        words = fault.strerror or "no reason given"
        raise Unreadable([Problem("unreadable-file", Place(name), f"The list cannot be read: {words}.")]) from None
    except UnicodeDecodeError:
        message = "The list is not UTF-8 text."
        raise Unreadable([Problem("not-utf-8", Place(name), message, "Save it as CSV in UTF-8.")]) from None
    reader = csv.reader(text.splitlines(), strict=True)
    found: list[Council] = []
    problems: list[Problem] = []
    try:
        heading = next(reader, [])
        if tuple(heading) != COLUMNS:
            message = f"The first line should name these columns: {', '.join(COLUMNS)}."
            raise Unreadable([Problem("wrong-columns", Place(name, 1, 1), message)])
        for row in reader:
            faults = list(_faults(row, found))
            problems += [Problem(check, Place(name, reader.line_num, 1), words) for check, words in faults]
            if not faults:
                found.append(Council(row[0], row[1].strip(), row[2], int(row[5]), int(row[6])))
    except csv.Error as fault:
        problems.append(Problem("not-csv", Place(name, reader.line_num, 1), f"This line is not CSV: {fault}."))
    if not problems and not found:
        problems.append(Problem("empty-file", Place(name), "The list has no councils."))
    if problems:
        raise Unreadable(problems)
    return tuple(found)


def _faults(row: Sequence[str], before: Sequence[Council]) -> Iterator[tuple[str, str]]:
    if len(row) != len(COLUMNS):
        yield "wrong-columns", f"This line has {len(row)} cells; it should have {len(COLUMNS)}."
        return
    code, name, kind, population, area = row[0], row[1].strip(), row[2], row[5], row[6]
    if not _CODE.fullmatch(code):
        yield "wrong-type", f"'{code}' is not a code of an English council, such as E06000011."
    if not name:
        yield "wrong-type", "The council has no name."
    if kind not in TYPES:
        yield "wrong-type", f"'{kind}' is not a kind of council; it can be {', '.join(TYPES)}."
    for column, value in (("population_2020", population), ("area_km2", area)):
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value) > 0):
            yield "wrong-type", f"'{value}' in {column} is not a whole number above nought."
    for other in before:
        if other.code == code or other.name == name:
            yield "id-twice", f"'{name}' ({code}) stands in the list already."
