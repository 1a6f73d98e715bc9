"""How problems print."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.problems import Place, Problem, Unreadable
from wizard.problems.printing import LONGEST_LINE, all_as_text, as_text, printable


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path("rule.yaml")


def test_a_problem_prints_place_words_line_caret_and_hint(file: Path) -> None:
    """As in the example that authors are shown."""
    file.write_text("id: proportion\n    when: {populaton: {below: 10000}}\n", encoding="utf-8")
    problem = Problem(
        "unknown-question", Place("rule.yaml", 2, 12), "'populaton' is not a question.", "Did you mean 'population'?"
    )
    assert as_text(problem) == (
        "rule.yaml:2:12  'populaton' is not a question.   (unknown-question)\n"
        "      when: {populaton: {below: 10000}}\n"
        "             ^\n"
        "      Did you mean 'population'?"
    )


def test_a_problem_with_a_whole_file_has_no_line(file: Path) -> None:
    """Line 0 is the file; nothing is read."""
    assert as_text(Problem("empty-file", Place("rule.yaml"), "The file is empty.")) == (
        "rule.yaml  The file is empty.   (empty-file)"
    )


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", b"one line\n"])
def test_a_line_that_cannot_be_shown_is_left_out(file: Path, data: bytes) -> None:
    """The file may have changed, or be no text; the problem itself still prints."""
    file.write_bytes(data)
    assert as_text(Problem("x", Place("rule.yaml", 7, 3), "Wrong.")) == "rule.yaml:7:3  Wrong.   (x)"
    assert as_text(Problem("x", Place("gone.yaml", 7, 3), "Wrong.")) == "gone.yaml:7:3  Wrong.   (x)"


def test_the_caret_stands_under_the_place_however_long_the_line(file: Path) -> None:
    """Of a long line the part around the place is shown."""
    for before in (0, 50, LONGEST_LINE - 1, LONGEST_LINE, 400):
        file.write_text("x" * before + "!" + "y" * 300 + "\n", encoding="utf-8")
        shown, caret = as_text(Problem("x", Place("rule.yaml", 1, before + 1), "Wrong.")).split("\n")[1:]
        assert shown[caret.index("^")] == "!"
        assert len(shown) <= LONGEST_LINE + 10


def test_signs_that_upset_a_terminal_are_written_out(file: Path) -> None:
    """An escape sequence in a file cannot colour or clear the screen, and the caret keeps its place."""
    assert printable("a\x1b[2Jb\x07") == "a\\x1b[2Jb\\x07"
    file.write_text("a\x1b[2J: b!\n", encoding="utf-8")
    shown, caret = as_text(Problem("x", Place("rule.yaml", 1, 9), "Wrong.")).split("\n")[1:]
    assert "\x1b" not in shown
    assert shown[caret.index("^")] == "!"


def test_a_form_feed_does_not_shift_lines(file: Path) -> None:
    """Only the line ends that YAML counts are counted."""
    file.write_text("a: b\x0cc\nd: e\n", encoding="utf-8")
    assert "      d: e" in as_text(Problem("x", Place("rule.yaml", 2, 1), "Wrong."))


def test_problems_print_in_the_order_given_with_a_line_between() -> None:
    """Sorting is the business of who found them; an Unreadable sorts by place."""
    one, two = Problem("x", Place("b"), "Two."), Problem("x", Place("a", 2, 1), "One.")
    assert all_as_text([one, two]) == "b  Two.   (x)\n\na:2:1  One.   (x)"
    assert list(Unreadable([one, two]).problems) == [two, one]
    assert str(Place("a", 2, 1)) == "a:2:1"
