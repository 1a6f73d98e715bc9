"""A second run takes what the first one kept, and says exactly the same; any change is noticed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wizard.cli import reading
from wizard.cli.main import main
from wizard.cli.recalling import _folder_digest, _recalled_rules
from wizard.pack import reading as pack_reading

ROOT = Path(__file__).resolve().parents[2]
COUNCILS = ("bracknell_forest_2008", "oxfordshire_2002", "knowsley")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and nothing remembered within this process."""
    monkeypatch.setenv("WIZARD_CACHE", str(tmp_path / "cache"))
    _forget()
    return tmp_path


def _forget() -> None:
    _folder_digest.cache_clear()
    _recalled_rules.cache_clear()


def _never_read(*_: object) -> object:
    raise AssertionError("read afresh, though nothing has changed")


@pytest.mark.parametrize("form", ["json", "text", "csv"])
@pytest.mark.parametrize("name", COUNCILS)
def test_what_is_kept_gives_the_same_result(
    name: str, form: str, shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word for word and figure for figure, without reading rule set or council file again."""
    monkeypatch.chdir(ROOT)
    command = ["assess", f"scenarios/reports/{name}.yaml", "--format", form]
    assert main(command) == 0
    first = capsys.readouterr()
    _forget()
    monkeypatch.setattr(reading, "read_councils", _never_read)
    assert main(command) == 0
    assert capsys.readouterr() == first


def _own_copy(folder: Path) -> list[str]:
    shutil.copytree(ROOT / "tests" / "packs" / "tiny", folder / "tiny")
    (folder / "council.yaml").write_text("id: council\ntitle: Ours\npack: {id: tiny}\nanswers: {}\n", encoding="utf-8")
    return ["assess", str(folder / "council.yaml"), "--pack", str(folder / "tiny")]


def test_a_changed_council_file_is_read_again(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new title shows at once; a fault made since is told at once."""
    command = _own_copy(shelf)
    assert main(command) == 0
    capsys.readouterr()
    council = shelf / "council.yaml"
    council.write_text(council.read_text(encoding="utf-8").replace("Ours", "Theirs"), encoding="utf-8")
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("Theirs")
    council.write_text("id: council\ntitel: Ours\n", encoding="utf-8")
    assert main(command) == 2


def test_a_changed_rule_set_is_read_again(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A word changed anywhere in the rule set is noticed, and so is a fault."""
    command = _own_copy(shelf)
    assert main(command) == 0
    head = shelf / "tiny" / "pack.yaml"
    capsys.readouterr()
    _forget()
    head.write_text(head.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert main(command) == 0
    assert "New " in capsys.readouterr().out
    _forget()
    head.write_text("nonsense", encoding="utf-8")
    assert main(command) == 2


def test_a_changed_council_file_is_held_against_the_kept_rules(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the council file is read again, and the result is the one that reading everything gives."""
    command = _own_copy(shelf)
    council = shelf / "council.yaml"
    assert main(command) == 0
    council.write_text(
        council.read_text(encoding="utf-8").replace("{}", "{readers: 300, head_leaving: no}"), encoding="utf-8"
    )
    capsys.readouterr()
    _forget()
    with monkeypatch.context() as patched:
        patched.setattr(pack_reading, "read_pack", _never_read)
        assert main(command) == 0
    kept = capsys.readouterr()
    _forget()
    monkeypatch.setenv("WIZARD_CACHE", "off")
    assert main(command) == 0
    assert capsys.readouterr() == kept


def test_what_people_said_of_priorities_is_kept_too(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Weights and trade-offs come back from the cache as they were read: every page and figure the same."""
    command = _own_copy(shelf)
    council = shelf / "council.yaml"
    more = "trade_offs: {leadership: [{of: [readers, change], says: change, set_by: the head, when: before_result}]}\n"
    weights = "weights: {leadership: {opening: {weight: 70, set_by: the head}}}\n"
    council.write_text(council.read_text(encoding="utf-8") + more + weights, encoding="utf-8")
    for each in (command, [*command, "--format", "json"], ["priorities", *command[1:]]):
        assert main(each) == 0
        first = capsys.readouterr().out
        _forget()
        assert main(each) == 0
        assert capsys.readouterr().out == first and "the head" in first
