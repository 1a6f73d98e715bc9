"""What the wizard offers to other programs: light to import, as documented, and the same as on the command line."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wizard
from wizard.cli.main import main
from wizard.problems import Unreadable

ROOT = Path(__file__).resolve().parent.parent
API = ROOT / "wizard" / "API.md"
COUNCIL = "scenarios/examples/small_unitary.yaml"


def test_the_documented_example_runs() -> None:
    """Every line of it, with just the answers that are written there."""
    found = doctest.testfile(str(API), module_relative=False)
    assert found.attempted > 15
    assert found.failed == 0


def test_importing_it_loads_nothing_else() -> None:
    """Neither numpy, pydantic and yaml, nor any other part of the program, before something is asked for."""
    code = "import sys, wizard; dir(wizard); print(*(name for name in sys.modules if name.startswith('wizard.')))"
    code += "; print(*({'numpy', 'pydantic', 'yaml', 'textual'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_name_is_offered_typed_and_documented() -> None:
    """The names, their types in the stub and the table of the document are the same."""
    stub = (ROOT / "wizard" / "__init__.pyi").read_text(encoding="utf-8")
    assert re.findall(r"^from \.api import (\w+) as \1$", stub, flags=re.MULTILINE) == wizard.__all__
    told = set(re.findall(r"^\| `(\w+)\(", API.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert told == set(wizard.__all__) - {"Council"}
    for name in wizard.__all__:
        assert getattr(wizard, name).__doc__
    with pytest.raises(AttributeError):
        wizard.no_such_name  # type: ignore[attr-defined]  # noqa: B018


def test_a_result_is_that_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The same text and the same JSON."""
    council = wizard.load_council(COUNCIL)
    assert main(["assess", COUNCIL, "--format", "json"]) == 0
    assert json.loads(wizard.render(council, "json")) == json.loads(capsys.readouterr().out)
    assert wizard.render(council, "html").startswith("<!DOCTYPE html>")
    assert wizard.render(council, "markdown").startswith("# ")
    with pytest.raises(ValueError, match="not a format"):
        wizard.render(council, "pdf")  # type: ignore[arg-type]


def test_a_what_if_changes_nothing_but_what_it_names() -> None:
    """The council itself stays as it was; what cannot be is refused in words."""
    council = wizard.load_council(COUNCIL)
    before = wizard.assess(council)
    other = wizard.what_if(
        council, {"population": "8000"}, {"leadership": {"capacity": 40}}, {"combined_director": "No"}
    )
    assert wizard.assess(council) == before
    assert wizard.assess(other).decision("leadership").verdict.leader != "combined_director"
    with pytest.raises(ValueError, match="is not a whole number"):
        wizard.what_if(council, {"population": "many"})
    with pytest.raises(ValueError, match="per cent"):
        wizard.what_if(council, weights={"leadership": {"capacity": 70, "change": 70}})
    with pytest.raises(KeyError):
        wizard.what_if(council, {"populace": "1"})


def test_questions_of_one_decision_name_it() -> None:
    """An unknown decision is a KeyError, an unknown rule set or file an Unreadable with a hint."""
    council = wizard.load_council(COUNCIL)
    for ask in (wizard.robustness, wizard.what_would_change):
        with pytest.raises(KeyError):
            ask(council, "housing")
    for load in (wizard.load_pack, wizard.load_council):
        with pytest.raises(Unreadable) as raised:
            load("scenarios/no_such")
        assert raised.value.problems[0].hint
    assert set(wizard.load_pack().pack.decisions) == {"leadership", "nhs_link"}
