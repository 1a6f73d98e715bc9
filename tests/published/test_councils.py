"""The list of councils that ships is whole, and a damaged one is told line by line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from wizard.problems import Unreadable
from wizard.published import FIGURES_DATE, ORIGIN, Council, read_councils, shipped_councils
from wizard.published.councils import COLUMNS

HEADING = ",".join(COLUMNS)
SOUND = "E06000011,East Riding of Yorkshire,unitary,Yorkshire and The Humber,1996-04-01,343201,2404"


def _read(tmp_path: Path, text: str) -> tuple[Council, ...]:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_councils(path)


def test_every_upper_tier_council_of_england_is_there_once() -> None:
    """21 counties, 63 unitary councils, 36 metropolitan districts, 32 London boroughs and the City."""
    councils = shipped_councils()
    assert len({each.code for each in councils}) == len({each.name for each in councils}) == len(councils) == 153
    assert Counter(each.type for each in councils) == {
        "county": 21,
        "unitary": 63,
        "metropolitan_district": 36,
        "london_borough": 32,
        "city_corporation": 1,
    }


def test_together_they_are_england() -> None:
    """The estimate for the whole of England in mid-2020 is 56,550,138 people, on some 130,000 square kilometres."""
    councils = shipped_councils()
    assert sum(each.population for each in councils) == 56_550_138
    assert 130_000 < sum(each.area for each in councils) < 131_000


def test_origin_date_and_licences_stand_beside_the_list() -> None:
    """Whoever opens the folder learns whose figures these are and under which terms."""
    import wizard.published

    noted = (Path(wizard.published.__file__).parent / "ORIGIN.md").read_text(encoding="utf-8")
    assert all(
        words in noted for words in ("mySociety", "MIT", "July 2025", "mid-2020", "Open Government Licence v3.0")
    )
    assert "mid-2020" in ORIGIN and FIGURES_DATE.startswith("2020-06")


def test_a_sound_line_is_read(tmp_path: Path) -> None:
    """With its mark of byte order and the line ends of another system too."""
    assert _read(tmp_path, f"\ufeff{HEADING}\r\n{SOUND}\r\n") == (
        Council("E06000011", "East Riding of Yorkshire", "unitary", 343201, 2404),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (SOUND.replace("343201", "343,201"), "8 cells"),
        (SOUND.replace("343201", "many"), "'many' in population_2020"),
        (SOUND.replace("343201", "0"), "above nought"),
        (SOUND.replace("343201", "-3"), "above nought"),
        (SOUND.replace("343201", "٣"), "above nought"),
        (SOUND.replace("2404", ""), "area_km2"),
        (SOUND.replace("unitary", "parish"), "'parish' is not a kind"),
        (SOUND.replace("E06000011", "W06000011"), "'W06000011' is not a code"),
        (SOUND.replace("East Riding of Yorkshire", " "), "no name"),
        (SOUND, "already"),
        ('"', "not CSV"),
    ],
)
def test_a_faulty_line_is_told_with_its_number(line: str, words: str, tmp_path: Path) -> None:
    """And all that is wrong, not only the first."""
    with pytest.raises(Unreadable) as caught:
        _read(tmp_path, f"{HEADING}\n{SOUND}\n{line}\n")
    assert [each.place.line for each in caught.value.problems][:1] == [3]
    assert any(words in each.message for each in caught.value.problems)


@pytest.mark.parametrize("text", ["", HEADING, "name,population\nA,1\n", "\n"])
def test_a_list_without_councils_or_columns_is_refused(text: str, tmp_path: Path) -> None:
    """Rather than read as a list of none."""
    with pytest.raises(Unreadable):
        _read(tmp_path, text)


def test_a_list_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    """Missing, a folder, not text."""
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "bytes.csv"):
        with pytest.raises(Unreadable):
            read_councils(path)
