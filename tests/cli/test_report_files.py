"""`wizard report` as Word and as PDF: written whole, by a template or without, and refused plainly where it cannot."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-1.")])
def test_a_report_can_be_made_again_until_somebody_works_on_it(
    ending: str, begins: bytes, run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """As made it may be overwritten; worked on it may not."""
    target = tmp_path / f"report.{ending}"
    ask = ("report", str(newtown), "--pack", tiny, "-o", str(target))
    code, out, err = run(*ask)
    assert (code, out) == (0, "") and str(target) in err
    first = target.read_bytes()
    assert first.startswith(begins) and run(*ask).code == 0 and target.read_bytes() == first
    target.write_bytes(first + b"mine")
    code, _, err = run(*ask)
    assert code == 2 and "somebody's work" in err and target.read_bytes() == first + b"mine"


@pytest.mark.parametrize(
    ("form", "lacking", "extra"), [("docx", "docx", "word"), ("docx", "typst", "word"), ("pdf", "typst", "pdf")]
)
def test_what_is_not_installed_is_told_and_nothing_is_written(
    form: str,
    lacking: str,
    extra: str,
    run: Callable[..., Any],
    newtown: Path,
    tiny: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Code 2, and how to install it, with pip and with uv."""
    real = importlib.util.find_spec
    monkeypatch.setattr("wizard.report.formats.extras.find_spec", lambda name: None if name == lacking else real(name))
    target = tmp_path / f"report.{form}"
    code, out, err = run("report", str(newtown), "--pack", tiny, "-o", str(target))
    assert (code, out) == (2, "") and not target.exists()
    assert f'pip install "council-wizard[{extra}]"' in err and f"uv run --extra {extra} wizard" in err


def test_neither_can_be_printed(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """They are no text: a file must be named."""
    for form in ("docx", "pdf"):
        code, out, err = run("report", str(newtown), "--pack", tiny, "--format", form)
        assert (code, out) == (2, "") and "name a file with -o" in err


def test_a_template_is_filled_and_what_it_lacks_is_told(
    run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day is today's, or the one that SOURCE_DATE_EPOCH names."""
    template, target = tmp_path / "council.docx", tmp_path / "report.docx"
    word = docx.Document()
    word.add_paragraph("Cabinet, {{date}}: {{title}}")
    word.styles["List Bullet"].delete()
    word.save(str(template))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1209772800")
    code, _, err = run("report", str(newtown), "--pack", tiny, "-o", str(target), "--template", str(template))
    assert code == 0 and "List Bullet" in err
    assert docx.Document(str(target)).paragraphs[0].text == "Cabinet, 3 May 2008: Newtown"


def test_a_template_that_is_none_is_refused_and_nothing_is_written(
    run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path
) -> None:
    """Code 2 and its name; the template itself is never written over."""
    template, target = tmp_path / "council.docx", tmp_path / "report.docx"
    ask = ("report", str(newtown), "--pack", tiny, "--template", str(template), "--force", "-o")
    template.write_text("not Word", encoding="utf-8")
    code, out, err = run(*ask, str(target))
    assert (code, out) == (2, "") and str(template) in err and "Word" in err and not target.exists()
    code, _, err = run(*ask, str(template))
    assert code == 2 and "the template itself" in err and template.read_text(encoding="utf-8") == "not Word"
    code, _, err = run(
        "report", str(newtown), "--pack", tiny, "--template", str(template), "-o", str(tmp_path / "r.pdf")
    )
    assert code == 2 and "takes no template" in err
