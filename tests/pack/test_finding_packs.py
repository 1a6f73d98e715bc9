"""Where rule sets and shipped council files are looked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wizard.pack import finding
from wizard.pack.finding import council_files_of_reports, find_council_file, find_pack, known_packs
from wizard.problems import Problem, Unreadable


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout, a package inside it with shipped files, and a current folder, all empty."""
    package = tmp_path / "checkout" / "wizard"
    (package / "shipped").mkdir(parents=True)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.setattr(finding, "_PACKAGE", package)
    monkeypatch.chdir(here)
    return tmp_path


def _pack(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: x\n", encoding="utf-8")
    return folder


def _council(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("id: x\n", encoding="utf-8")
    return file


def _refused(call: object, name: str) -> Problem:
    with pytest.raises(Unreadable) as raised:
        call(name)  # type: ignore[operator]
    (problem,) = raised.value.problems
    return problem


def test_a_rule_set_is_found_nearest_first(homes: Path) -> None:
    """Beside the current folder, then beside the checkout, then in what was installed."""
    shipped = _pack(homes / "checkout" / "wizard" / "shipped" / "rules" / "mine")
    assert find_pack("mine") == shipped
    checkout = _pack(homes / "checkout" / "rules" / "mine")
    assert find_pack("mine") == checkout
    _pack(homes / "here" / "rules" / "mine")
    assert find_pack("mine") == Path("rules/mine")


def test_a_path_comes_before_an_id(homes: Path) -> None:
    """A folder that is named is the one that is read."""
    _pack(homes / "here" / "rules" / "mine")
    _pack(homes / "here" / "mine")
    assert find_pack("mine") == Path("mine")
    assert find_pack(Path("rules") / "mine") == Path("rules/mine")


def test_a_mistyped_id_gets_a_suggestion(homes: Path) -> None:
    """The nearest of the rule sets there are."""
    _pack(homes / "checkout" / "rules" / "reports_2008")
    problem = _refused(find_pack, "report_2008")
    assert problem.message == "There is no rule set 'report_2008'."
    assert problem.hint == "Did you mean 'reports_2008'?"
    assert known_packs() == ["reports_2008"]


def test_a_folder_of_rule_sets_points_to_the_one_inside(homes: Path) -> None:
    """Naming `rules` instead of `rules/mine` is a common slip."""
    _pack(homes / "here" / "rules" / "mine")
    problem = _refused(find_pack, "rules")
    assert problem.check == "no-rule-set"
    assert problem.hint == f"Did you mean '{Path('rules') / 'mine'}'?"


@pytest.mark.parametrize("name", ["", "..", "../x", "a\x00b", "x" * 5000, "rules/none", "Mine"])
def test_odd_names_are_refused_in_words(homes: Path, name: str) -> None:
    """Never a traceback, whatever is typed."""
    assert _refused(find_pack, name).check == "no-rule-set"


def test_a_file_is_not_a_rule_set(homes: Path) -> None:
    """The message says what to name instead."""
    _council(homes / "here" / "file.yaml")
    assert _refused(find_pack, "file.yaml").message == "This is a file, not a rule set."


def test_a_shipped_council_file_is_found_from_any_folder(homes: Path) -> None:
    """First as a path, then beside the checkout, then in what was installed."""
    name = "scenarios/reports/knowsley.yaml"
    shipped = _council(homes / "checkout" / "wizard" / "shipped" / name)
    assert find_council_file(name) == shipped
    checkout = _council(homes / "checkout" / name)
    assert find_council_file(name) == checkout
    _council(homes / "here" / name)
    assert find_council_file(name) == Path(name)


def test_a_missing_council_file_gets_a_suggestion(homes: Path) -> None:
    """Of a file beside it, else of a shipped one."""
    _council(homes / "checkout" / "scenarios" / "reports" / "knowsley.yaml")
    problem = _refused(find_council_file, "scenarios/reports/knowsly.yaml")
    assert problem.check == "missing-file"
    assert problem.hint == f"Did you mean '{Path('scenarios/reports/knowsley.yaml')}'?"
    _council(homes / "here" / "mine.yaml")
    assert _refused(find_council_file, "mien.yaml").hint == "Did you mean 'mine.yaml'?"


@pytest.mark.parametrize("name", ["", "scenarios/../../x.yaml", "a\x00b", "x" * 5000, "elsewhere/knowsley.yaml"])
def test_odd_council_names_are_refused_in_words(homes: Path, name: str) -> None:
    """Nothing outside the shipped files is opened for a name that is no path here."""
    _council(homes / "checkout" / "elsewhere" / "knowsley.yaml")
    _council(homes / "x.yaml")
    if name:
        assert _refused(find_council_file, name).check == "missing-file"
    else:
        assert find_council_file(name) == Path()


def test_the_shipped_rule_set_is_found_in_this_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From any folder, by its id."""
    monkeypatch.chdir(tmp_path)
    found = find_pack("reports_2008")
    assert (found / "pack.yaml").is_file()
    shutil.rmtree(tmp_path)


def test_what_a_place_did_is_no_council_file(homes: Path) -> None:
    """Neither listed among the places of the reports nor suggested for a mistyped name."""
    shipped = homes / "checkout" / "wizard" / "shipped" / "scenarios"
    council = _council(shipped / "reports" / "knowsley.yaml")
    _council(shipped / "reports" / "outcomes" / "knowsley.yaml")
    _council(shipped / "examples" / "made_up.yaml")
    assert council_files_of_reports() == [council]
    hint = _refused(find_council_file, "scenarios/reports/knowsly.yaml").hint
    assert hint == f"Did you mean '{Path('scenarios/reports/knowsley.yaml')}'?"
    here = _council(homes / "here" / "scenarios" / "reports" / "mine.yaml")
    assert council_files_of_reports() == [here.relative_to(homes / "here")]
