"""A table of councils as a spreadsheet saves it: read row by row, every fault with its row and column."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from wizard.problems import Place, Problem, Unreadable

from .answer_given import answer_given, question_meant
from .usage import Misused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from wizard.conditions.answers import Answer
    from wizard.conditions.domain import Domain

ID, TITLE = "id", "title"
OWN = "x_"
LARGEST, MOST_ROWS = 5_000_000, 10_000
LONGEST_ID = 200

_BLANKS = " \t\r\n\f\v\u00a0\ufeff"
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
_TURNED_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-[A-Za-z]{3}(-\d{2,4})?|[A-Za-z]{3}-\d{2,4}")


class Heading(NamedTuple):
    """A column: its place from 0 and the question it answers; `id` and `title` are no questions."""

    place: int
    name: str


@dataclass
class Row:
    """A council of the table. `number` is the row as the spreadsheet counts it; `faults` are empty for a sound one."""

    number: int
    id: str = ""
    title: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read_table(path: Path, shown_as: str, domains: Mapping[str, Domain]) -> list[Row]:
    """The rows of a table, sound and faulty; rows with nothing in them are passed over.

    Cells are separated by commas, semicolons or tabs, whichever the headings use. Raises Unreadable where the
    table cannot be used at all: no text, no headings, a heading that is no question, no row.
    """
    text = _text(path, shown_as)
    lines, first = _records(text, shown_as)
    cells = [_plain(each) for each in lines[0]] if lines else []
    headings = _headings(cells, domains, shown_as)
    rows = []
    for number, record in enumerate(lines[1:], start=first + 1):
        values = [_plain(each) for each in record]
        if any(values):
            rows.append(_row(number, values, headings, len(cells), domains))
    if not rows:
        raise _unusable("empty-table", shown_as, "There is no council under the headings.", "Add a row for each.")
    if len(rows) > MOST_ROWS:
        raise _unusable("too-large", shown_as, f"There are more than {MOST_ROWS:,} rows.", "Split the table.")
    _refuse_twice(rows)
    return rows


def _text(path: Path, shown: str) -> str:
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise _unusable("too-large", shown, "The table is larger than 5 MB.", "Split the table.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise _unusable("missing-file", shown, "There is no such file.", "Check the name and the folder.") from None
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise _unusable("unreadable-file", shown, f"The table cannot be read: {words}.", None) from None
    hint = "In a spreadsheet choose Save As, 'CSV UTF-8'."
    if data.startswith(b"PK"):
        raise _unusable("not-csv", shown, "This is a spreadsheet, not a CSV file.", hint)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        raise _unusable("not-utf-8", shown, "This is not text in UTF-8.", hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"In line {line} is a character that is not UTF-8."
        raise _unusable("not-utf-8", shown, message, hint) from None


def _records(text: str, shown: str) -> tuple[list[list[str]], int]:
    """The records, headings first, and the number of the row that the headings stand in."""
    # Old spreadsheets end lines with a carriage return alone, which the csv module does not take.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    skipped = 0
    between = None
    named = re.match(r"\s*sep=([,;\t])[^\n]*(\n|$)", text, re.IGNORECASE)
    if named:
        between, text, skipped = named.group(1), text[named.end() :], 1
    lead = len(text) - len(text.lstrip("\n"))
    skipped, text = skipped + lead, text[lead:]
    try:
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=between or _separator(text), strict=True))
    except csv.Error as fault:
        hint = "Look for a quotation mark that is not closed."
        raise _unusable("not-csv", shown, f"The table cannot be read as CSV: {fault}.", hint) from None
    return lines, skipped + 1


def _separator(text: str) -> str:
    heading = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    return max(",;\t", key=heading.count)


def _headings(cells: Sequence[str], domains: Mapping[str, Domain], shown: str) -> list[Heading]:
    found: list[Heading] = []
    faults: list[str] = []
    for place, cell in enumerate(cells):
        if not cell or cell.casefold().startswith(OWN):
            continue
        name = cell.casefold()
        if name not in (ID, TITLE):
            try:
                name = question_meant(name if name in domains else cell, domains)
            except Misused as misused:
                faults.append(f"Column {column_name(place)}: {misused}")
                continue
        if name in (each.name for each in found):
            faults.append(f"Column {column_name(place)}: there are two columns for '{name}'.")
        found.append(Heading(place, name))
    if not faults and ID not in (each.name for each in found):
        faults.append("There is no column 'id', by which the results are told apart.")
    if faults:
        hint = "The first row names the columns: id, title and ids of questions. A column of your own begins with 'x_'."
        problems = [Problem("odd-headings", Place(shown), words) for words in faults]
        raise Unreadable([*problems[:-1], problems[-1]._replace(hint=hint)])
    return found


def _row(number: int, values: list[str], headings: Sequence[Heading], width: int, domains: Mapping[str, Domain]) -> Row:
    row = Row(number)
    for place in range(width, len(values)):
        if values[place]:
            row.faults.append(f"column {column_name(place)}: there is no heading above '{_short(values[place])}'.")
    for heading in headings:
        value = values[heading.place] if heading.place < len(values) else ""
        if heading.name == ID:
            row.id = value
        elif heading.name == TITLE:
            row.title = value
        elif value:
            where = f"column {column_name(heading.place)}, '{heading.name}'"
            row.faults += _answered(row, domains[heading.name], value, where)
    if not row.id:
        row.faults.append("column 'id': it is empty.")
    elif len(row.id) > LONGEST_ID:
        row.faults.append(f"column 'id': it is longer than {LONGEST_ID} characters.")
    return row


def _answered(row: Row, domain: Domain, value: str, where: str) -> Iterator[str]:
    """Puts the answer into the row, or says what is wrong with it."""
    if domain.kind == "whole_number" and _THOUSANDS.fullmatch(value):
        # How a spreadsheet shows a number is how it saves it.
        value = value.replace(",", "")
    try:
        row.answers[domain.id] = answer_given(f"{domain.id}={value}", {domain.id: domain}, {}).answer
    except Misused as misused:
        hint = ""
        if domain.kind == "date" and _TURNED_DATE.fullmatch(value):
            hint = " The spreadsheet has turned it into a date of its own: set the column to Text first."
        yield f"{where}: {misused}{hint}"


def _refuse_twice(rows: Sequence[Row]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        before = first.setdefault(row.id, row.number)
        if row.id and before != row.number:
            row.faults.append(f"column 'id': '{_short(row.id)}' stands in row {before} already.")


def column_name(place: int) -> str:
    """The letters that a spreadsheet gives the column at a place, from 0: A to Z, then AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _plain(cell: str) -> str:
    """The cell without blanks round it, and without the apostrophe that marks text in a spreadsheet."""
    plain = cell.strip(_BLANKS)
    return plain[1:].lstrip(_BLANKS) if plain.startswith("'") else plain


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."


def _unusable(check: str, shown: str, message: str, hint: str | None) -> Unreadable:
    return Unreadable([Problem(check, Place(shown), message, hint)])
