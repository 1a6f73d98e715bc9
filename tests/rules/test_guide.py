"""The guide for rule authors keeps its word: every file in it is written, every command run, in its order."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from wizard.cli.main import main
from wizard.cli.pack import COMMANDS

GUIDE = Path(__file__).resolve().parent.parent.parent / "rules" / "GUIDE.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks() -> list[tuple[str, str]]:
    return BLOCK.findall(GUIDE.read_text(encoding="utf-8"))


def test_every_command_of_the_guide_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From an empty folder to a frozen council file: each command ends with 0, and an old name is told."""
    monkeypatch.chdir(tmp_path)
    said: dict[str, str] = {}
    for kind, text in _blocks():
        if kind == "yaml":
            name = text.splitlines()[0].removeprefix("# ")
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind == "sh":
            for line in text.splitlines():
                command, *argv = shlex.split(line)
                assert command == "wizard"
                code = main(argv)
                out, told = capsys.readouterr()
                assert code == 0, f"{line}\n{out}{told}"
                said[line] = out + told
    assert "The question 'offices_far_apart' is now called 'an_hour_apart'" in said["wizard validate county.yaml"]
    assert (
        "One person for both services travels twice as much"
        in said["wizard explain county.yaml --criterion time_on_the_road"]
    )
    assert "People who can carry it" in said["wizard pack diff reports_2008 ours --scenarios scenarios/examples"]
    assert (
        "In our work changes failed" in said["wizard pack diff reports_2008 ours"]
        or "weights" in said["wizard pack diff reports_2008 ours"]
    )


def test_the_guide_shows_every_command_for_rule_authors() -> None:
    """Each `wizard pack` command is met in it, and its settings for an editor are JSON."""
    text = GUIDE.read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"wizard pack {name}" in text, name
    settings = [json.loads(block) for kind, block in _blocks() if kind == "json"]
    assert [list(each) for each in settings] == [["yaml.schemas"]]
