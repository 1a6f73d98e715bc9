"""`wizard batch`: a table as any spreadsheet saves it, results without answers, and every bad cell by its place."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import WRITTEN

HEADINGS = "id,title,decision_date,led_today,wishes,head_leaving,readers,roof"
NEWTOWN = "newtown,Newtown,2010-06,branch_librarians,longer_hours,no,300,"


@pytest.fixture
def batch(run: Callable[..., Any], tiny: str, tmp_path: Path) -> Callable[..., Any]:
    """Runs a table given as text or bytes; gives what it came to and the rows of the results, None without a file."""

    def of(table: str | bytes) -> tuple[Any, list[dict[str, str]] | None]:
        path, results = tmp_path / "councils.csv", tmp_path / "results.csv"
        results.unlink(missing_ok=True)
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        ran = run("batch", str(path), "-o", str(results), "--pack", tiny)
        if not results.exists():
            return ran, None
        return ran, list(csv.DictReader(io.StringIO(results.read_bytes().decode("utf-8-sig"))))

    return of


def test_a_row_comes_to_what_its_council_file_comes_to(
    batch: Callable[..., Any], run: Callable[..., Any], newtown: Path, tiny: str
) -> None:
    """The same verdict, leader and totals as `assess` gives."""
    ran, rows = batch(f"{HEADINGS}\n{NEWTOWN}\n")
    assert ran.code == 0 and len(rows) == 1
    found = json.loads(run("assess", str(newtown), "--pack", tiny, "--format", "json").out)["councils"][0]
    assert (rows[0]["id"], rows[0]["title"], rows[0]["answered"]) == ("newtown", "Newtown", "5")
    for decision in found["decisions"]:
        name, verdict = decision["decision"], decision["verdict"]
        assert rows[0][f"{name}.verdict"] == verdict["kind"]
        assert rows[0][f"{name}.leader"] == (verdict["leader"] or "")
        assert rows[0][f"{name}.caps"].split() == list(dict.fromkeys(each["kind"] for each in verdict["caps"]))
        for standing in decision["standings"]:
            total = rows[0][f"{name}.total.{standing['model']}"]
            assert not total or float(total) == pytest.approx(standing["total"])


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_however_a_spreadsheet_saves_it_the_results_are_the_same(
    between: str, ending: str, mark: str, batch: Callable[..., Any]
) -> None:
    """Commas, semicolons or tabs; line ends of three systems; with a byte order mark and without."""
    _, expected = batch(f"{HEADINGS}\n{NEWTOWN}\n")
    lines = [HEADINGS.replace(",", between), NEWTOWN.replace(",", between), ""]
    ran, rows = batch(mark + ending.join(lines))
    assert ran.code == 0 and rows == expected


@pytest.mark.parametrize(
    ("heading", "cell", "same_as"),
    [
        ("readers", '"9,000"', "9000"),
        ("readers", "\u00a09000 ", "9000"),
        ("readers", "'9000", "9000"),
        ("READERS", "9000", "9000"),
        ("How many readers borrowed a book last year?", "9000", "9000"),
        ("wishes", '"longer_hours,quiet"', '"quiet,longer_hours"'),
        ("wishes", "Longer hours", "longer_hours"),
        ("head_leaving", "YES", "yes"),
        ("roof", "patched|bad", "bad|patched"),
        ("readers", "300..9000", "300 .. 9000"),
    ],
)
def test_cells_are_read_as_people_and_spreadsheets_write_them(
    heading: str, cell: str, same_as: str, batch: Callable[..., Any]
) -> None:
    """Thousands separators, hard blanks, apostrophes, titles, and any order of options."""
    kept = {"how many": "readers"}.get(heading[:8].lower(), heading.lower())
    table = "id,decision_date,led_today,{}\na,2010-06,one_librarian,{}\n"
    ran, rows = batch(table.format(heading, cell))
    assert ran.code == 0 and rows == batch(table.format(kept, same_as))[1]


def test_sep_lines_blank_rows_and_columns_of_ones_own_are_passed_over(batch: Callable[..., Any]) -> None:
    """A line that tells a spreadsheet the separator, rows and headings with nothing in them, and `x_` columns."""
    ran, rows = batch("sep=;\r\nid;x_note;readers;;\r\n;;;;\r\na;=1+1;300;;\r\n\r\nb;;;;\r\n")
    assert (
        ran.code == 0 and [row["id"] for row in rows] == ["a", "b"] and [row["answered"] for row in rows] == ["1", "0"]
    )


def test_bad_rows_are_told_with_row_and_column_and_the_rest_is_done(batch: Callable[..., Any]) -> None:
    """Every fault of every row; rows are counted as the spreadsheet counts them, also past cells of several lines."""
    table = (
        f'{HEADINGS}\n{NEWTOWN}\nb,"of two\nlines",2010-06,,,perhaps,9999999,\n\n,Nameless,,,,,,\n'
        "newtown,Again,,,,,,\nlast,Last,not_sure,,,,300,,spill\nfine,Fine,,,,,12,\n"
    )
    ran, rows = batch(table)
    assert ran.code == 1 and ran.out == "" and [row["id"] for row in rows] == ["newtown", "fine"]
    for words in (
        "row 3, column F, 'head_leaving': 'perhaps' is not an answer",
        "row 3, column G, 'readers': '9999999' is outside",
        "row 5, column 'id': it is empty",
        "row 6, column 'id': 'newtown' stands in row 2 already",
        "row 7, column I: there is no heading above 'spill'",
        "2 of 6 councils assessed; 4 rows were left out.",
    ):
        assert words in ran.err


@pytest.mark.parametrize("cell", ["Jun-10", "01/06/2010", "1.6.2010", "1-Jun-10"])
def test_a_date_that_a_spreadsheet_has_turned_is_never_guessed(cell: str, batch: Callable[..., Any]) -> None:
    """The first of June or the sixth of January: the person is asked, and told how to keep it from happening."""
    ran, rows = batch(f"id,decision_date\na,{cell}\nb,2010\n")
    assert ran.code == 1 and len(rows) == 1 and "set the column to Text" in ran.err


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("", "id"),
        ("\n\n", "id"),
        (HEADINGS, "no council"),
        (f"{HEADINGS}\n,,,\n\n", "no council"),
        ("title,readers\nA,300\n", "no column 'id'"),
        ("id,raeders\na,300\n", "Column B: 'raeders' is not a question. Did you mean 'readers'?"),
        ("id,readers,readers\na,1,2\n", "Column C: there are two columns for 'readers'"),
        ("id,readers,ID\na,1,2\n", "two columns for 'id'"),
        ('id,title\na,"open\n', "quotation mark"),
        ("id,readers\na,1\n".encode("utf-16"), "UTF-8"),
        (b"id,title\na,caf\xe9\n", "line 2"),
        (b"PK\x03\x04 a spreadsheet", "spreadsheet"),
        ("id,readers\na,many\nb,few\n", "No row can be used"),
    ],
)
def test_a_table_that_cannot_be_used_writes_nothing(table: str | bytes, words: str, batch: Callable[..., Any]) -> None:
    """Code 2, told in words."""
    ran, rows = batch(table)
    assert (ran.code, ran.out, rows) == (2, "", None) and words in ran.err and "Traceback" not in ran.err


def test_what_is_there_stays_where_the_table_cannot_be_used(run: Callable[..., Any], tiny: str, tmp_path: Path) -> None:
    """Results of an earlier run, and the table itself."""
    table, results = tmp_path / "councils.csv", tmp_path / "results.csv"
    table.write_text("id,raeders\na,1\n", encoding="utf-8")
    results.write_text("earlier", encoding="utf-8")
    assert run("batch", str(table), "-o", str(results), "--pack", tiny).code == 2
    assert results.read_text(encoding="utf-8") == "earlier"
    table.write_text("id\na\n", encoding="utf-8")
    assert run("batch", str(table), "-o", str(table), "--pack", tiny).code == 2
    assert table.read_text(encoding="utf-8") == "id\na\n"
    for name in ("none.csv", "", ".", "a\0b", "x" * 5000):
        code, out, err = run("batch", name, "--pack", tiny)
        assert (code, out) == (2, "") and err and "Traceback" not in err
    assert run("batch", str(table), "--pack", "no_such_pack").code == 2


def test_sensitive_answers_and_all_others_stay_out_of_the_results(batch: Callable[..., Any]) -> None:
    """What came out is there, and nothing of what went in but ids and titles."""
    ran, rows = batch(f"{HEADINGS}\n{NEWTOWN.replace(',no,', ',yes,').replace('300', '7777')}\n")
    assert ran.code == 0
    questions = set(HEADINGS.split(",")) - {"id", "title"}
    assert not questions & {part for key in rows[0] for part in key.split(".")}
    assert "7777" not in str(rows) and "longer_hours" not in str(rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'=", " =", "\u00a0@"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(start: str, batch: Callable[..., Any]) -> None:
    """In ids as in titles, however the sign is hidden."""
    _, rows = batch(f'id,title\n"{start}cmd","{start}1+1"\n')
    assert rows[0]["id"][0] == rows[0]["title"][0] == "'" and rows[0]["title"].endswith("1+1")


def test_progress_is_shown_on_a_terminal_only(
    run: Callable[..., Any], tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of complaints should hold complaints."""
    table = tmp_path / "councils.csv"
    table.write_text("id\na\nb\n", encoding="utf-8")
    assert "2 of 2 councils" not in run("batch", str(table), "--pack", tiny).err

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    from wizard.cli.main import main

    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert main(["batch", str(table), "--pack", tiny]) == 0
    assert "1 of 2 councils" in shown.getvalue() and shown.getvalue().endswith("2 of 2 councils\n")


def test_results_go_to_the_screen_without_a_file(run: Callable[..., Any], tiny: str, tmp_path: Path) -> None:
    """For a pipe, and without the mark that a spreadsheet needs."""
    table = tmp_path / "councils.csv"
    table.write_text("id\na\n", encoding="utf-8")
    code, out, err = run("batch", str(table), "--pack", tiny)
    assert (code, err) == (0, "") and out.startswith("id,title,pack") and out.splitlines()[1].startswith("a,a,tiny")


def test_a_council_file_is_no_table(batch: Callable[..., Any]) -> None:
    """The likeliest slip of all ends in words."""
    ran, rows = batch(WRITTEN)
    assert ran.code == 2 and rows is None and "'id: newtown' is not a question" in ran.err


CELLS = st.sampled_from(
    [
        "",
        "a",
        "newtown",
        "300",
        "id",
        "readers",
        "title",
        "wishes",
        "yes",
        "none",
        "|",
        "..",
        "=x",
        "x_y",
        "9,0",
        "not_sure",
    ]
) | st.text(max_size=6)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, max_size=5), max_size=5),
    headed=st.booleans(),
    between=st.sampled_from([",", ";", "\t"]),
    quoted=st.booleans(),
)
@example(rows=[["a", "x" * 140_000]], headed=True, between=",", quoted=False)
def test_no_table_brings_a_traceback(
    rows: list[list[str]], headed: bool, between: str, quoted: bool, batch: Callable[..., Any]
) -> None:
    """Fine with results, some rows bad with results and words, or unusable with words alone: 0, 1 or 2."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows([["id", "readers", "wishes", "title"], *rows] if headed else rows)
    ran, results = batch(out.getvalue().encode("utf-8", "replace"))
    assert (ran.code, results is None) in ((0, False), (1, False), (2, True))
    assert "Traceback" not in ran.err and (ran.code == 0 or ran.err.strip())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80))
def test_no_bytes_bring_a_traceback(batch: Callable[..., Any], noise: bytes) -> None:
    """Whatever a file holds."""
    for table in (noise, b"id,readers\na," + noise):
        ran, results = batch(table)
        assert (ran.code, results is None) in ((0, False), (1, False), (2, True))
