"""`wizard new` for one of England's councils, for several at once, and from another council file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WRITTEN


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_council_begins_with_what_is_published_of_it(run: Callable[..., Any], here: Path) -> None:
    """Named for the council, its population answered with origin and date, all else ready to be answered."""
    code, out, _ = run("new", "--council", "east riding of yorkshire council")
    path = here / "east_riding_of_yorkshire.yaml"
    text = path.read_text(encoding="utf-8")
    assert code == 0 and _files(here) == [path.name] and "population" in out and str(path.name) in out
    assert "title: East Riding of Yorkshire\n" in text and "about: {council: East Riding of Yorkshire}\n" in text
    answered = '    is: 343201\n    from: "ONS estimate for mid-2020, in the list of councils of July 2025"\n'
    assert f"  population:\n{answered}" in text
    assert "2002 to 2008" in text and "  # leadership_today:\n" in text and "  # new_council:\n" in text
    assert run("validate", path.name).out.endswith("fine; answered: 1 of 56 questions.\n")


def test_several_councils_begin_one_new_authority(run: Callable[..., Any], here: Path) -> None:
    """Summed and dated, new, and inheriting what nobody has told yet."""
    code, out, _ = run("new", "--council", "Cumberland", "--council", "Westmorland & Furness")
    path = here / "cumberland_and_westmorland_and_furness.yaml"
    text = path.read_text(encoding="utf-8")
    assert code == 0 and "274,396" in out and "225,385" in out
    assert f"is: {274396 + 225385}\n" in text and "Cumberland, 274,396; Westmorland and Furness, 225,385" in " ".join(
        text.split()
    )
    assert "  new_council: {is: yes," in text
    assert text.count("# A new authority takes over several:") == 2 and "  # leadership_today:\n" in text
    assert run("validate", path.name).code == 0


def test_a_file_and_a_title_of_ones_own(run: Callable[..., Any], here: Path) -> None:
    """Both are taken as given."""
    assert run("new", "ours.yaml", "--council", "Kent", "--title", "Ours, spring").code == 0
    text = (here / "ours.yaml").read_text(encoding="utf-8")
    assert text.startswith("id: ours\ntitle:") and "Ours, spring" in text and "council: Kent" in text


def test_a_council_that_is_no_more_can_be_named(run: Callable[..., Any], here: Path) -> None:
    """The reports speak of years in which there were others."""
    assert run("new", "--about", "Cheshire County Council").code == 0
    text = (here / "cheshire_county_council.yaml").read_text(encoding="utf-8")
    assert "title: Cheshire County Council\n" in text and "about: {council: Cheshire County Council}\n" in text
    assert run("validate", "cheshire_county_council.yaml").out.endswith("answered: 0 of 56 questions.\n")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--council", "Cheshire"], ["'Cheshire East'", "'Cheshire West and Chester'", "Name the one you mean"]),
        (["--council", "Bournemouth"], ["Did you mean 'Bournemouth, Christchurch and Poole'?", "--about"]),
        (["--council", "Newtown", "--council", "Sussex"], ["'Newtown' is not one of", "'West Sussex'"]),
        (["--council", "Kent", "--council", "kent county council"], ["'Kent' is named twice"]),
        (["--council", " "], ["--about"]),
        (["--about", " "], ["cannot be empty"]),
        (["--council", "Kent", "--title", ""], ["title cannot be empty"]),
        (["--council", "Kent", "--about", "Kent"], ["leave one out"]),
        (["--council", "Kent", "--from", "x.yaml"], ["leave one out"]),
        (["kent.txt", "--council", "Kent"], ["kent.yaml"]),
        (["--from", "x.yaml"], ["Name the file to start"]),
        ([], ["Name the file to start"]),
        (["--council", "Kent", "--pack", "no_such_pack"], ["no_such_pack"]),
        (["new.yaml", "--from", "x.yaml"], ["no such council file"]),
    ],
)
def test_what_is_not_clear_is_asked_back(
    argv: list[str], words: list[str], run: Callable[..., Any], here: Path
) -> None:
    """Code 2, everything that is wrong at once, and nothing written."""
    code, out, err = run("new", *argv)
    assert (code, out) == (2, "") and all(each in err for each in words) and _files(here) == []


def test_a_file_that_is_there_stays(run: Callable[..., Any], here: Path) -> None:
    """Also where nobody named it."""
    (here / "kent.yaml").write_text("mine", encoding="utf-8")
    code, _, err = run("new", "--council", "Kent")
    assert code == 2 and "kent.yaml" in err and (here / "kent.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_begun_from_another_keeps_its_words_and_names_its_origin(
    run: Callable[..., Any], newtown: Path, tiny: str
) -> None:
    """Comments, layout and own keys are copied; id, title and origin are its own; what was expected is not."""
    from hashlib import sha256

    odd = "# Ours.\n" + WRITTEN.replace("readers: 300", "readers:    300   # counted") + "x_mine: {a: [1]}\n"
    newtown.write_text(odd + "expect: {leadership: {leader: one_librarian}}\n", encoding="utf-8")
    other = newtown.with_name("second_try.yaml")
    before = newtown.read_bytes()
    code, out, _ = run("new", str(other), "--from", str(newtown), "--pack", tiny)
    text = other.read_text(encoding="utf-8")
    assert code == 0 and "wizard diff" in out and newtown.read_bytes() == before
    assert "# Ours.\n" in text and "readers:    300   # counted\n" in text and "x_mine: {a: [1]}\n" in text
    assert "id: second_try\ntitle: Second try\n" in text and "leader:" not in text
    assert "id: newtown" in text and "newtown.yaml" in text and sha256(before).hexdigest() in text
    assert run("validate", str(other), "--pack", tiny).code == 0


def test_a_faulty_origin_begins_nothing(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Its faults are told at their places."""
    newtown.write_text(WRITTEN + "anwsers: {}\n", encoding="utf-8")
    code, out, err = run("new", str(newtown.with_name("b.yaml")), "--from", str(newtown), "--pack", tiny)
    assert (code, out) == (2, "") and f"{newtown}:10:1" in err and not newtown.with_name("b.yaml").exists()
