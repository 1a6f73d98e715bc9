"""`wizard assess`: three formats, several files, all or nothing."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_text_goes_to_stdout_and_nothing_to_stderr(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Code 0, the verdict on stdout, silence on stderr."""
    code, out, err = run("assess", str(newtown), "--pack", tiny)
    assert (code, err) == (0, "")
    assert "WHO LEADS THE BRANCHES" in out and "first in" in out


@pytest.mark.parametrize("columns", [80, 120, 5000, 1])
def test_width_follows_the_terminal_within_bounds(
    columns: int, run: Callable[..., Any], newtown: Path, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As wide as the terminal, never below 60 or above 110 columns."""
    monkeypatch.setenv("COLUMNS", str(columns))
    widest = max(map(len, run("assess", str(newtown), "--pack", tiny).out.splitlines()))
    bound = min(max(columns, 60), 110)
    assert bound - 25 < widest <= bound


def test_json_and_csv_read_back(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Each is what its name says, for several files too."""
    read = json.loads(run("assess", str(newtown), str(newtown), "--pack", tiny, "--format", "json").out)
    assert [each["council"]["id"] for each in read["councils"]] == ["newtown", "newtown"]
    rows = list(csv.DictReader(io.StringIO(run("assess", str(newtown), "--pack", tiny, "--format", "csv").out)))
    assert len(rows) == 5


def test_weights_and_models_off_the_table_reach_the_result(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """What a person set is used as written, and said."""
    more = (
        "weights: {leadership: {change: {weight: 12.1, set_by: the clerk, when: before_result}}}\n"
        "off_the_table: {library_trust: Nobody wants it}\n"
    )
    newtown.write_text(newtown.read_text(encoding="utf-8") + more, encoding="utf-8")
    council = json.loads(run("assess", str(newtown), "--pack", tiny, "--format", "json").out)["councils"][0]
    weights = {each["criterion"]: each for each in council["decisions"][0]["weights"]}
    assert weights["disruption"]["weight"] == 0.121 and weights["disruption"]["set_by"] == "the clerk"
    text = " ".join(run("assess", str(newtown), "--pack", tiny).out.split())
    assert "The cost of changing 12.1 in 100 (by the clerk, before the result)" in text
    assert "taken off the table. Nobody wants it." in text


def test_with_one_bad_file_nothing_is_printed(
    run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """Every fault of every file is told, and the sound file's result is not."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: bad\ntitle: Bad\npack: {id: tiny}\nanswers:\n  raeders: 5\n  roof: baad\n", encoding="utf-8")
    missing = str(tmp_path / "missing.yaml")
    code, out, err = run("assess", str(newtown), str(bad), missing, "--pack", tiny)
    assert (code, out) == (2, "")
    assert f"{bad}:5:3" in err and "Did you mean 'readers'?" in err
    assert f"{bad}:6:9" in err and "Did you mean 'bad'?" in err
    assert missing in err


def test_output_is_written_whole_or_not_at_all(
    run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """The file holds what stdout would have; a failure leaves what was there, and nothing beside it."""
    target = tmp_path / "out" / "result.json"
    code, _, err = run("assess", str(newtown), "--pack", tiny, "--format", "json", "--output", str(target))
    assert code == 2 and "Nothing was written" in err and not target.parent.exists()
    target.parent.mkdir()
    target.write_text("before", encoding="utf-8")
    assert run("assess", str(tmp_path / "none.yaml"), "--pack", tiny, "--output", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == "before"
    code, out, err = run("assess", str(newtown), "--pack", tiny, "--format", "json", "--output", str(target))
    assert (code, out) == (0, "") and str(target) in err
    assert json.loads(target.read_text(encoding="utf-8"))["councils"]
    assert [path.name for path in target.parent.iterdir()] == ["result.json"]


def test_output_never_takes_the_place_of_the_input(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """The council file stays as it was."""
    before = newtown.read_bytes()
    code, _, err = run("assess", str(newtown), "--pack", tiny, "--output", str(newtown))
    assert code == 2 and "council file itself" in err and newtown.read_bytes() == before


def test_output_to_a_folder_is_refused(run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path) -> None:
    """With words, and code 2."""
    code, _, err = run("assess", str(newtown), "--pack", tiny, "--output", str(tmp_path))
    assert code == 2 and "could not be written" in err


def test_csv_file_opens_in_a_spreadsheet(run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path) -> None:
    """A file begins with the mark by which Excel knows UTF-8; stdout does not."""
    target = tmp_path / "rows.csv"
    run("assess", str(newtown), "--pack", tiny, "--format", "csv", "--output", str(target))
    assert target.read_bytes().startswith(b"\xef\xbb\xbfcouncil,")
    assert run("assess", str(newtown), "--pack", tiny, "--format", "csv").out.startswith("council,")


def test_unknown_format_is_refused_before_anything_is_read(run: Callable[..., Any]) -> None:
    """The formats there are stand in the message."""
    code, out, err = run("assess", "nowhere.yaml", "--format", "xml")
    assert (code, out) == (2, "") and "text, json, csv" in err and "nowhere" not in err


def test_rule_set_that_is_not_there_is_told_at_its_place(run: Callable[..., Any], newtown: Path) -> None:
    """Where the council file names an unknown rule set, the place is in the council file."""
    newtown.write_text(newtown.read_text(encoding="utf-8").replace("{id: tiny}", "{id: tinny}"), encoding="utf-8")
    code, _, err = run("assess", str(newtown))
    assert code == 2 and f"{newtown}:3:12" in err and "'tinny'" in err


def test_neither_textual_nor_numpy_is_imported(newtown: Path, tiny: str) -> None:
    """In a process of its own, so that nothing else can have imported them."""
    code = (
        "import sys; from wizard.cli.main import main; code = main(sys.argv[1:]); "
        "heavy = [name for name in ('textual', 'numpy') if name in sys.modules]; "
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    command = [sys.executable, "-c", code, "assess", str(newtown), "--pack", tiny]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WHO LEADS" in done.stdout


def test_output_works_where_the_locale_knows_only_ascii(newtown: Path, tiny: str) -> None:
    """Under LANG=C a title beyond ASCII is printed as UTF-8, and a closed pipe ends the program quietly."""
    newtown.write_text(
        newtown.read_text(encoding="utf-8").replace("title: Newtown", "title: Ynys Môn “漢”"), encoding="utf-8"
    )
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "wizard", "assess", str(newtown), "--pack", tiny]
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ynys Môn “漢”" in done.stdout.decode("utf-8")
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
