"""The other commands, how they are called, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wizard.cli import assess, main
from wizard.cli.commands import COMMANDS
from wizard.cli.pack import COMMANDS as PACK_COMMANDS


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"], ["help"]])
def test_overview_names_every_command(argv: list[str], run: Callable[..., Any]) -> None:
    """In plain words, with something to try; code 0."""
    code, out, err = run(*argv)
    assert (code, err) == (0, "")
    assert all(f"wizard {name}" in out for name in COMMANDS) and "never decides" in out


@pytest.mark.parametrize("name", [*COMMANDS, *(f"pack {each}" for each in PACK_COMMANDS)])
def test_every_command_explains_itself(name: str, run: Callable[..., Any]) -> None:
    """`--help` of each ends well and says how it is called."""
    code, out, err = run(*name.split(), "--help")
    assert (code, err) == (0, "") and out.strip()


def test_version_is_named(run: Callable[..., Any]) -> None:
    """With the name of the distribution."""
    assert run("--version").out.startswith("council-wizard ")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["asess", "x.yaml"], "Did you mean 'assess'?"),
        (["our_council.yaml"], "Did you mean 'wizard assess our_council.yaml'?"),
        (["pack", "chek"], "Did you mean 'check'?"),
        (["assess"], "FILE"),
        (["assess", "a.yaml", "--fromat", "json"], "--fromat"),
        (["--frob"], "'--frob'"),
        (["pack", "checks", "no-evidense"], "Did you mean 'no-evidence'?"),
    ],
)
def test_misuse_is_told_with_a_way_out(argv: list[str], words: str, run: Callable[..., Any]) -> None:
    """Code 2, nothing on stdout, and what to do on stderr."""
    code, out, err = run(*argv)
    assert (code, out) == (2, "") and words in err


def test_explain_takes_ids_and_titles(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """A title in any case is as good as an id; a wrong one is met with a suggestion."""
    by_id = run("explain", str(newtown), "--pack", tiny, "--model", "library_trust", "--criterion", "opening")
    by_title = run("explain", str(newtown), "--pack", tiny, "--model", "a library TRUST", "--criterion", "Open doors")
    assert by_id.code == 0 and by_id.out == by_title.out and "volunteers" not in by_id.out.split("Open doors")[0]
    code, out, err = run("explain", str(newtown), "--pack", tiny, "--model", "libary_trust")
    assert (code, out) == (2, "") and "Did you mean 'library_trust'?" in err


def test_explain_refuses_a_criterion_of_another_decision(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Rather than print an empty page."""
    code, out, err = run("explain", str(newtown), "--pack", tiny, "--model", "own_house", "--criterion", "opening")
    assert (code, out) == (2, "") and "different questions" in err


def test_new_file_can_be_assessed_at_once(run: Callable[..., Any], tiny: str, tmp_path: Path) -> None:
    """What `new` writes, `validate` and `assess` read."""
    path = tmp_path / "Our Council-2.yaml"
    code, out, _ = run("new", str(path), "--pack", tiny, "--about", "Newtown")
    assert code == 0 and str(path) in out
    assert "id: our_council_2\n" in path.read_text(encoding="utf-8")
    assert run("validate", str(path), "--pack", tiny).out == f"{path}: fine; answered: 0 of 10 questions.\n"
    assert "Not enough known yet" in run("assess", str(path), "--pack", tiny).out


def test_new_never_overwrites(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """A file that is there stays, byte for byte."""
    before = newtown.read_bytes()
    code, out, err = run("new", str(newtown), "--pack", tiny)
    assert (code, out) == (2, "") and str(newtown) in err and newtown.read_bytes() == before


@pytest.mark.parametrize("argv", [["our_council"], ["x.yaml", "--title", " "], ["no/such/folder/x.yaml"]])
def test_new_refuses_what_would_not_serve(
    argv: list[str], run: Callable[..., Any], tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No ending, no title, no folder: nothing is written."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run("new", *argv, "--pack", tiny)
    assert (code, out) == (2, "") and err and list(tmp_path.iterdir()) == []


def test_pack_commands_on_a_sound_rule_set(run: Callable[..., Any], tiny: str) -> None:
    """Nothing found, all as expected, something shown, all checks listed."""
    assert run("pack", "check", tiny).code == 0
    assert "all as expected" in run("pack", "test", tiny).out
    assert "library_trust" in run("pack", "show", tiny).out
    assert "How many readers" in run("pack", "show", tiny, "readers").out
    checks = run("pack", "checks").out
    assert "no-evidence" in checks and "no-lead" in checks
    assert "PASS" in run("pack", "checks", "no_lead").out


def test_pack_check_and_test_end_with_1_where_they_find_something(
    run: Callable[..., Any], tiny: str, tmp_path: Path
) -> None:
    """1 for a find, 2 for a rule set that cannot be read."""
    from shutil import copytree

    copy = Path(copytree(tiny, tmp_path / "tiny"))
    opening = copy / "criteria" / "opening.yaml"
    before = opening.read_text(encoding="utf-8")
    opening.write_text(
        before.replace("{library_trust: one_librarian}", "{one_librarian: library_trust}"), encoding="utf-8"
    )
    code, out, err = run("pack", "test", str(copy))
    assert (code, out) == (1, "") and f"{opening}:" in err and "Readers want longer hours" in err
    kept, examples, _ = before.partition("examples:")
    assert examples
    opening.write_text(kept, encoding="utf-8")
    code, out, err = run("pack", "check", str(copy))
    assert (code, out) == (1, "") and "missing-example" in err
    opening.write_text("id: [", encoding="utf-8")
    assert run("pack", "check", str(copy)).code == 2


def test_council_files_are_tests_of_their_rule_set(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """What a file expects and does not come to is told at its place; a result as expected is counted."""
    leader = "expect: {leadership: {leader: one_librarian}}\n"
    before = newtown.read_text(encoding="utf-8")
    newtown.write_text(before + leader, encoding="utf-8")
    assert "1 expectations" in run("pack", "test", tiny, "--councils", str(newtown)).out
    newtown.write_text(before + leader.replace("one_librarian", "library_trust"), encoding="utf-8")
    code, _, err = run("pack", "test", tiny, "--councils", str(newtown))
    assert code == 1 and f"{newtown}:10:31" in err and "'one_librarian' leads" in err


def test_unexpected_faults_end_in_words(
    run: Callable[..., Any], newtown: Path, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 3, what it was, that nothing was lost and how to see more; with WIZARD_DEBUG=1 the traceback."""

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(assess, "subjects", breaks)
    monkeypatch.delenv("WIZARD_DEBUG", raising=False)
    code, out, err = run("assess", str(newtown), "--pack", tiny)
    assert (code, out) == (3, "")
    assert "by nought" in err and "nothing was lost" in err and "WIZARD_DEBUG=1" in err and "Traceback" not in err
    monkeypatch.setenv("WIZARD_DEBUG", "1")
    assert "Traceback" in run("assess", str(newtown), "--pack", tiny).err


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_stopping_is_quiet(
    raised: type[BaseException], code: int, run: Callable[..., Any], newtown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C and a reader who has seen enough leave no words behind."""

    def stops(*_: object) -> None:
        raise raised

    monkeypatch.setattr(assess, "subjects", stops)
    ran = run("assess", str(newtown))
    assert (ran.code, ran.out, ran.err) == (code, "", "")


def test_entry_ends_with_the_code_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`wizard` on the command line passes the exit code on."""
    monkeypatch.setattr(sys, "argv", ["wizard", "asess"])
    monkeypatch.setattr(main, "_quick_start", lambda: None)
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 2 and "assess" in capsys.readouterr().err
