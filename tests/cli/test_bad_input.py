"""Whatever is given: a message with its place, code 2, nothing on stdout, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEAD = b"id: newtown\ntitle: Newtown\npack: {id: tiny}\n"
BOMB = HEAD + b"a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n"

BAD: dict[str, tuple[bytes, str]] = {
    "unknown_key": (HEAD + b"anwsers: {}\n", ":4:1"),
    "wrong_type": (HEAD + b"answers: {readers: many}\n", ":4:20"),
    "out_of_range": (HEAD + b"answers: {readers: 9999999}\n", ":4:20"),
    "unknown_answer": (HEAD + b"answers: {roof: leakyy}\n", ":4:17"),
    "weight_below_zero": (HEAD + b"weights: {leadership: {readers: {weight: -1}}}\n", ":4:"),
    "empty": (b"", ""),
    "only_comments": (b"# nothing\n", ""),
    "binary": (b"id: \x00\x01\x02\n", ""),
    "utf_16": ("id: newtown\n".encode("utf-16"), ""),
    "not_utf_8": (HEAD + b"answers: {roof: b\xe4d}\n", ":4:18"),
    "yaml_bomb": (BOMB, ":4:4"),
    "python_tag": (HEAD + b"answers: !!python/object/apply:os.system [ls]\n", ":4:10"),
    "brackets": (b"[" * 200_000, ":1:51"),
    "newer_format": (HEAD + b"format: 99\n", ":4:9"),
    "list_for_a_file": (b"- a\n- b\n", ":1:1"),
    "second_key": (HEAD + b"title: Again\n", ":4:1"),
}


@pytest.mark.parametrize("command", ["assess", "explain", "validate"])
@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_told_with_their_place(
    name: str, command: str, run: Callable[..., Any], tiny: str, tmp_path: Path
) -> None:
    """File, line and column, in every command that reads council files; the file stays as it was."""
    data, place = BAD[name]
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(data)
    code, out, err = run(command, str(path), "--pack", tiny)
    assert (code, out) == (2, "")
    assert f"{path}{place}" in err
    assert "Traceback" not in err and "pydantic" not in err and "Input should" not in err
    assert path.read_bytes() == data and [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["", ".", "no/such/file.yaml", "a\x00b.yaml", "x" * 5000, "~", "-"])
def test_names_that_are_no_files(name: str, run: Callable[..., Any], tiny: str) -> None:
    """Missing files, folders, the empty name and names no disk can hold."""
    code, out, err = run("assess", name, "--pack", tiny)
    assert (code, out) == (2, "") and err and "Traceback" not in err


@pytest.mark.parametrize("pack", ["", "no_such_pack", "no/such/folder", "README.md", "a\x00b", "x" * 5000])
def test_rule_sets_that_are_none(pack: str, run: Callable[..., Any], newtown: Path) -> None:
    """Named on the command line, they are told by that name."""
    code, out, err = run("assess", str(newtown), "--pack", pack)
    assert (code, out) == (2, "") and err and "Traceback" not in err


PARTS = (
    "answers:| {|}|[|]|: |\n  |\n|- |readers|is|between|not_sure|weights|expect|x_mine|300|1e999|nan|~|&a|*a|!!int"
    "|'|\"|#|\t|\x00|\u2028|>|? |<<|what_ifs|off_the_table|library_trust"
)
SNIPPETS = st.sampled_from([*(part.encode() for part in PARTS.split("|")), b"\xff", b"|"])


@given(
    noise=st.lists(SNIPPETS, max_size=25).map(b"".join),
    headed=st.booleans(),
    command=st.sampled_from(["assess", "explain", "validate"]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_council_file_brings_a_traceback(
    noise: bytes, headed: bool, command: str, run: Callable[..., Any], tiny: str, tmp_path: Path
) -> None:
    """Fine or faulty, and nothing else: 0 with a result, or 2 with words and no result."""
    path = tmp_path / "fuzz.yaml"
    path.write_bytes(HEAD + noise if headed else noise)
    code, out, err = run(command, str(path), "--pack", tiny)
    assert code in (0, 2)
    assert (bool(out), code) in ((True, 0), (False, 2))
    assert "Traceback" not in err and (code == 0 or err)
