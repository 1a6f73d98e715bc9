"""`wizard report`: a format by its ending, nobody's work overwritten, and nothing written where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(("ending", "begins"), [("html", "<!DOCTYPE html>"), ("md", "# Newtown"), ("txt", "Newtown")])
def test_ending_of_the_output_says_the_format(
    ending: str, begins: str, run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """Each is what its name says."""
    target = tmp_path / f"report.{ending}"
    code, out, err = run("report", str(newtown), "--pack", tiny, "-o", str(target))
    assert (code, out) == (0, "") and str(target) in err
    assert target.read_text(encoding="utf-8").startswith(begins)


def test_without_output_it_is_printed(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """As text, or in the format asked for."""
    code, out, err = run("report", str(newtown), "--pack", tiny)
    assert (code, err) == (0, "") and "RECOMMENDATION" in out
    assert run("report", str(newtown), "--pack", tiny, "--format", "html").out.startswith("<!DOCTYPE html>")


def test_a_report_can_be_made_again_until_somebody_works_on_it(
    run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """As made it may be overwritten; filled in it may not, unless --force says so."""
    target = tmp_path / "report.md"
    ask = ("report", str(newtown), "--pack", tiny, "-o", str(target))
    assert run(*ask).code == 0 and run(*ask).code == 0
    worked_on = target.read_text(encoding="utf-8").replace("Financial", "Financial: 40,000 a year", 1)
    target.write_text(worked_on, encoding="utf-8")
    code, _, err = run(*ask)
    assert code == 2 and "somebody's work" in err and target.read_text(encoding="utf-8") == worked_on
    assert run(*ask, "--force").code == 0 and target.read_text(encoding="utf-8") != worked_on


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "report.pages"), "--format"),
        (("--format", "papyrus"), "not a format"),
        (("--scale", "3x3"), "5x5 or 4x4"),
        (("--public", "--exempt"), "choose one"),
        (("--decision", "leaders"), "Did you mean"),
        (("-o", "r.html", "--template", "t.docx"), "no template"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    more: tuple[str, ...],
    said: str,
    run: Callable[..., Any],
    newtown: Path,
    tiny: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Code 2, words that help, and the folder as it was."""
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    code, out, err = run("report", str(newtown), "--pack", tiny, *more)
    assert (code, out) == (2, "") and said in err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_the_council_file_is_never_overwritten(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Not even with --force."""
    before = newtown.read_bytes()
    ask = ("report", str(newtown), "--pack", tiny, "-o", str(newtown), "--format", "md", "--force")
    assert run(*ask).code == 2 and newtown.read_bytes() == before


def test_lint_tells_what_is_too_long(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Code 0 and a table where nothing is; code 1 and its name where a part is."""
    code, out, _ = run("report", str(newtown), "--pack", tiny, "--lint")
    assert code == 0 and "Nothing is too long." in out and "Recommendation" in out
    why = "because " * 600
    text = f"weights: {{leadership: {{change: {{weight: 12, set_by: the clerk, why: {why}}}}}}}\n"
    newtown.write_text(newtown.read_text(encoding="utf-8") + text, encoding="utf-8")
    code, out, _ = run("report", str(newtown), "--pack", tiny, "--lint")
    assert code == 1 and "1 part is too long" in out and "too long by" in out


def test_summary_and_versions_are_marked(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """The page for the leader is short; an exempt report says so at its top, and a public one leaves the answer out."""
    page = run("report", str(newtown), "--pack", tiny, "--summary").out
    assert "IN SHORT" in page.upper() and len(page.split()) < 500
    exempt = run("report", str(newtown), "--pack", tiny, "--exempt").out
    public = run("report", str(newtown), "--pack", tiny, "--public").out
    assert "EXEMPT: NOT FOR PUBLICATION" in exempt and "(exempt)" in exempt
    assert "kept private" in public and "(exempt)" not in public


def test_four_by_four_is_another_scale(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """The mapping in use is declared."""
    text = " ".join(run("report", str(newtown), "--pack", tiny, "--scale", "4x4").out.split())
    assert "Scale 4 by 4" in text and "rare 1, unlikely 1" in text
