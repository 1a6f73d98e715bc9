"""Whatever is typed: never a traceback, never a sign that could steer a terminal, and the file stays readable."""

from __future__ import annotations

import io
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.plain.conftest import CORE, RULE_SETS, TINY, WRITTEN, reopened, talked
from wizard.plain.commands import EVERYWHERE
from wizard.plain.lines import LONGEST
from wizard.plain.starting import start
from wizard.plain.what_if import WhatIf
from wizard.plain.work import Work
from wizard.session.settings import Settings

WORDS = [words for each in (*EVERYWHERE, *WhatIf.COMMANDS) for words in each.words]
TEXT = st.text(st.characters(exclude_characters="/\\~\n\r"), max_size=12)
LINE = st.one_of(
    st.sampled_from(
        ["", "1", "2", "3", "4", "5", "b", "y", "n", "u", "o 1", "2,1=3", "1=30", "200", "again", "w", "e"]
    ),
    st.sampled_from(WORDS),
    st.builds(
        lambda word, rest: f"{word} {rest}", st.sampled_from(WORDS), st.one_of(TEXT, st.sampled_from("123456789"))
    ),
    TEXT,
)


def _is_plain(out: str) -> bool:
    return all(sign.isprintable() or sign == "\n" for sign in out)


@settings(max_examples=60)
@given(st.lists(LINE, max_size=25), st.booleans())
@example(["rest", "r", *"1234567890", "o 1", "o 1", "o 1", "b", "b", "b", "b"], False)
@example(
    ["i", "v 5", "200", "weights", "1", "30", "models", "1", "No", "sides", "copy", "switch b", "x", "x", "z"], False
)
@example(
    ["p", "2", "1", "100", "50", "me", "", "3", "1", "2,1", "", "", "4", "1", "1=30", "", "", "5", "1", "6"], False
)
@example(["p", "1", "1", "2", "", "", "r", "", "1", "1", "", "", "5", "1", "5", "1"], True)
@example(["study", "1", "1", *["o 1"] * 3], False)
@example(["\x1b[2J", "title \x1b]0;x\x07", "note \x9b31m", "c 5", "\x00", "300", "note \x1b[1mbold", "l"], False)
def test_nothing_that_is_typed_breaks_it(lines: list[str], new: bool) -> None:
    """Exit code 0 or 2, one printable line after the other, and a council file that still reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newtown.yaml"
        if not new:
            path.write_text(WRITTEN, encoding="utf-8")
        said = talked([*(["Ours", *CORE] if new else []), *lines], path)
        assert said.code in (0, 2)
        assert _is_plain(said.out)
        reopened(path)


@pytest.mark.parametrize("prompt", ["1", "2", "5", "6", "x", "open", "9" * 50])
def test_nothing_typed_at_the_first_menu_breaks_it(
    prompt: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before a file is chosen too."""
    monkeypatch.chdir(tmp_path)
    for following in ([], [""], ["?", "b"], ["99", "q"]):
        said = talked([prompt, *following])
        assert said.code == 0 and _is_plain(said.out)
    assert list(tmp_path.iterdir()) == []


def test_a_line_without_end_is_cut_off(newtown: Path) -> None:
    """And the next line counts as one."""
    said = talked(["x" * (3 * LONGEST), "c 5", "300", "q"], newtown)
    assert len(said.out) < 2 * LONGEST and reopened(newtown).file.answers["readers"] == "300"


def test_bytes_that_are_no_letters_are_no_end(newtown: Path) -> None:
    """As when a file in another encoding comes through the pipe."""
    source = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x80\nc 5\n300\nq\n"), encoding="utf-8")
    out = io.StringIO()
    assert start(Work(Settings(), datetime.now, str(TINY), RULE_SETS), source, out, str(newtown)) == 0
    assert reopened(newtown).file.answers["readers"] == "300" and _is_plain(out.getvalue())


def test_ctrl_c_says_what_was_kept(newtown: Path) -> None:
    """It goes on to end the process as Ctrl+C does."""

    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        start(Work(Settings(), datetime.now, str(TINY), RULE_SETS), Interrupted("c 5\n300\n"), out, str(newtown))
    assert "4 answers saved" in out.getvalue() and reopened(newtown).file.answers["readers"] == "300"
