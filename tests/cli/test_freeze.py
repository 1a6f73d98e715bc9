"""`wizard freeze`, and frozen files in the place of council files."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WRITTEN

ODD = "# Ours.\r\n" + WRITTEN.replace("\n", "\r\n") + "x_mine: 1\r\n"


@pytest.fixture
def here(tmp_path: Path, tiny: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a council file, and its rule set where it is found by name."""
    shutil.copytree(tiny, tmp_path / "rules" / "tiny")
    (tmp_path / "newtown.yaml").write_bytes(ODD.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def elsewhere(here: Path) -> Callable[..., Path]:
    """Another folder, without rule sets, with the frozen file in it; goes there."""

    def go(monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = here.parent / f"{here.name}_elsewhere"
        folder.mkdir()
        shutil.copy(here / "newtown.zip", folder)
        monkeypatch.chdir(folder)
        return folder

    return go


def _edit(here: Path, file: str, old: str, new: str) -> None:
    path = here / "rules" / "tiny" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _verdicts(out: str) -> list[Any]:
    return [each["verdict"] for each in json.loads(out)["councils"][0]["decisions"]]


def test_an_archive_holds_all_that_a_result_rests_on(run: Callable[..., Any], here: Path, tiny: str) -> None:
    """The council file's very bytes, every file of the rule set, the result twice, and a digest of each."""
    code, out, err = run("freeze", "newtown.yaml")
    assert code == 0 and "newtown.zip" in out and "sensitive" in err
    with zipfile.ZipFile("newtown.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members.pop("manifest.json"))
    assert members["council.yaml"] == ODD.encode()
    rules = {path.relative_to(tiny).as_posix(): path.read_bytes() for path in Path(tiny).rglob("*.yaml")}
    assert {f"rules/tiny/{name}": data for name, data in rules.items()} == {
        name: data for name, data in members.items() if name.startswith("rules/")
    }
    assert {name: each["sha256"] for name, each in manifest["members"].items()} == {
        name: sha256(data).hexdigest() for name, data in members.items()
    }
    assert manifest["program"]["version"] and len(manifest["program"]["sha256"]) == 64
    assert json.loads(members["result.json"])["councils"][0]["council"]["id"] == "newtown"
    assert members["result.txt"].startswith(b"Newtown")


def test_the_same_input_gives_the_same_bytes(
    run: Callable[..., Any], here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another folder, under another name, at another time and on a terminal of another width."""
    assert run("freeze", "newtown.yaml").code == 0
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(here / "rules", other / "rules")
    shutil.copy(here / "newtown.yaml", other / "ours.yaml")
    monkeypatch.chdir(other)
    monkeypatch.setenv("COLUMNS", "61")
    assert run("freeze", "ours.yaml", "-o", "kept.zip").code == 0
    assert (other / "kept.zip").read_bytes() == (here / "newtown.zip").read_bytes()
    assert "exactly this already" in run("freeze", "ours.yaml", "-o", "kept.zip").out


def test_a_frozen_file_gives_the_same_result_where_there_are_no_rules(
    run: Callable[..., Any], here: Path, elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Assessed with the rule set frozen in it; and nothing is left on disk."""
    run("freeze", "newtown.yaml")
    before = run("assess", "newtown.yaml", "--format", "json").out
    folder = elsewhere(monkeypatch)
    code, out, err = run("assess", "newtown.zip", "--format", "json")
    assert (code, err) == (0, "") and _verdicts(out) == _verdicts(before)
    one, other = (json.loads(text)["councils"][0] for text in (before, out))
    assert one["pack"] == other["pack"] and one["answers"] == other["answers"]
    assert [each["standings"] for each in one["decisions"]] == [each["standings"] for each in other["decisions"]]
    assert "no rule set of that name" in other["remarks"][0]
    assert [each.name for each in folder.iterdir()] == ["newtown.zip"]


def test_a_private_folder_is_all_that_is_used_and_it_is_gone_afterwards(
    run: Callable[..., Any], here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where temporary folders are made nothing is left, also where the frozen rules have a fault."""
    import tempfile

    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    run("freeze", "newtown.yaml")
    assert run("assess", "newtown.zip").code == 0
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("command", ["assess", "explain", "validate", "robustness", "flips", "priorities", "next"])
def test_every_command_takes_a_frozen_file(command: str, run: Callable[..., Any], here: Path) -> None:
    """And says at the top that it is one: in the document, or before it."""
    run("freeze", "newtown.yaml")
    code, out, err = run(command, "newtown.zip")
    assert code == 0 and out
    assert command == "validate" or "which is the one here now" in " ".join((err + out).split())


def test_it_says_where_the_present_rules_would_differ(run: Callable[..., Any], here: Path) -> None:
    """By the verdict where that moves, and that it would be the same where it does not."""
    run("freeze", "newtown.yaml")
    before = _verdicts(run("assess", "newtown.zip", "--format", "json").out)
    _edit(here, "pack.yaml", "version: 1.0.0", "version: 1.1.0")
    out = " ".join(run("assess", "newtown.zip").out.split())
    assert "Frozen together with its rule set (1.0.0)" in out
    assert "With the one here now (1.1.0), which differs, the verdicts would be the same." in out
    _edit(here, "pack.yaml", "close: 1\n", "close: 60\n")
    ran = run("assess", "newtown.zip")
    out = " ".join(ran.out.split())
    now = _verdicts(run("assess", "newtown.yaml", "--format", "json").out)
    assert now[0]["kind"] != before[0]["kind"]
    assert f"the verdict would be another on “Who leads the branches”: {now[0]['says']}" in out
    after = _verdicts(run("assess", "newtown.zip", "--format", "json").out)
    assert after == before


def test_present_rules_with_faults_are_owned_up_to(run: Callable[..., Any], here: Path) -> None:
    """The frozen file itself can still be assessed."""
    run("freeze", "newtown.yaml")
    _edit(here, "pack.yaml", "close: 1\n", "close: many\n")
    code, out, _ = run("assess", "newtown.zip")
    assert code == 0 and "has faults" in " ".join(out.split())


def test_another_rule_set_is_used_where_it_is_asked_for(run: Callable[..., Any], here: Path) -> None:
    """And that is said."""
    run("freeze", "newtown.yaml")
    _edit(here, "pack.yaml", "close: 1\n", "close: 60\n")
    frozen = run("assess", "newtown.zip", "--pack", "rules/tiny", "--format", "json").out
    assert _verdicts(frozen) == _verdicts(run("assess", "newtown.yaml", "--format", "json").out)
    assert "as was asked" in json.loads(frozen)["councils"][0]["remarks"][0]


def test_another_outcome_than_the_frozen_one_is_told(run: Callable[..., Any], here: Path) -> None:
    """As when a later version of the program reasons otherwise: the frozen verdict is what it is held against."""
    from wizard.session.freezing.archive import packed, unpacked

    run("freeze", "newtown.yaml")
    found = unpacked(here / "newtown.zip", "newtown.zip")
    result = json.loads(found.members["result.json"])
    result["councils"][0]["decisions"][0]["verdict"]["kind"] = "none_open"
    other = packed({**found.members, "result.json": json.dumps(result).encode()}, {})
    (here / "other.zip").write_bytes(other)
    out = " ".join(run("assess", "other.zip").out.split())
    assert "comes to another verdict than the one frozen" in out and "“Who leads the branches”" in out
    assert "comes to another verdict" not in run("assess", "newtown.zip").out


def test_a_changed_member_is_told_in_every_command(run: Callable[..., Any], here: Path) -> None:
    """By the member's name; code 2 and nothing printed."""
    run("freeze", "newtown.yaml")
    with zipfile.ZipFile("newtown.zip") as old, zipfile.ZipFile("forged.zip", "w") as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info, data.replace(b"readers: 300", b"readers: 900"))
    for command in ("assess", "explain", "validate"):
        code, out, err = run(command, "forged.zip")
        assert (code, out) == (2, "") and "'council.yaml' is not what was frozen" in err and "result" not in err


def test_faults_of_frozen_rules_have_places_inside_the_archive(run: Callable[..., Any], here: Path) -> None:
    """As where a rule set was frozen by a version that allowed what this one does not; no temporary name shows."""
    from wizard.session.freezing.archive import packed, unpacked

    run("freeze", "newtown.yaml")
    members = dict(unpacked(here / "newtown.zip", "newtown.zip").members)
    members["rules/tiny/pack.yaml"] = members["rules/tiny/pack.yaml"].replace(b"close: 1\n", b"close: many\n")
    (here / "faulty.zip").write_bytes(packed(members, {}))
    code, out, err = run("assess", "faulty.zip")
    assert (code, out) == (2, "") and "faulty.zip/rules/tiny/pack.yaml:" in err and "council-wizard-" not in err
    del members["council.yaml"]
    (here / "empty.zip").write_bytes(packed(members, {}))
    assert "'council.yaml'" in run("assess", "empty.zip").err
    (here / "bare.zip").write_bytes(packed({"council.yaml": ODD.encode()}, {}))
    code, out, err = run("assess", "bare.zip")
    assert (code, out) == (2, "") and "bare.zip" in err and "council-wizard-" not in err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["none.yaml"], "no such council file"),
        (["newtown.yaml", "-o", "x.tar"], ".zip"),
        (["newtown.yaml", "-o", "no/such/folder/x.zip"], "Nothing was written"),
        (["newtown.yaml", "--pack", "no_such_pack"], "no_such_pack"),
        (["faulty.yaml", "-o", "x.zip"], "faulty.yaml:10:1"),
        (["taken.zip", "-o", "x.zip"], "frozen already"),
        (["newtown.yaml", "-o", "taken.zip"], "never overwritten"),
        (["newtown.yaml", "-o", "a\0b.zip"], "Nothing was written"),
        ([], "FILE"),
    ],
)
def test_what_cannot_be_frozen_writes_nothing(argv: list[str], words: str, run: Callable[..., Any], here: Path) -> None:
    """Code 2; what stands there stays as it was."""
    (here / "faulty.yaml").write_text(WRITTEN + "anwsers: {}\n", encoding="utf-8")
    (here / "taken.zip").write_bytes(b"PK\x03\x04 mine")
    before = sorted((each.name, each.stat().st_size) for each in here.iterdir())
    code, out, err = run("freeze", *argv)
    assert (code, out) == (2, "") and words in err
    assert sorted((each.name, each.stat().st_size) for each in here.iterdir()) == before


def test_a_frozen_file_is_never_written_to(run: Callable[..., Any], here: Path) -> None:
    """What would be saved into a council file is refused, and the archive stays byte for byte."""
    run("freeze", "newtown.yaml")
    before = (here / "newtown.zip").read_bytes()
    keep = ("what-if", "newtown.zip", "--set", "readers=900", "--keep", "more", "--title", "More")
    assert run(*keep).code == 2
    assert run("assess", "newtown.zip", "--output", "newtown.zip").code == 2
    assert (here / "newtown.zip").read_bytes() == before


def test_a_new_file_can_be_begun_from_a_frozen_one(run: Callable[..., Any], here: Path) -> None:
    """The council file comes out of it with its comments and own keys."""
    run("freeze", "newtown.yaml")
    assert run("new", "again.yaml", "--from", "newtown.zip").code == 0
    text = (here / "again.yaml").read_bytes().decode()
    assert "# Ours.\r\n" in text and "x_mine: 1" in text and "newtown.zip" in text
    assert "was begun from A, as it stands now" in " ".join(run("diff", "newtown.zip", "again.yaml").out.split())
