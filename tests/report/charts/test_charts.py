"""Charts as pictures: sound XML, every label and figure in them, and nothing told by colour alone."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.charts import (
    Chart,
    MatrixChart,
    RangeRow,
    RangesChart,
    Reach,
    Share,
    SharesChart,
    Step,
    TornadoChart,
    WaterfallChart,
    svg_of,
)
from wizard.report.charts.drawing import lines_of

SVG = "{http://www.w3.org/2000/svg}"
BANDS = (("low", 4), ("medium", 9), ("high", 14), ("very high", 25))
LEVELS = ("a", "b", "c", "d", "e")

CHARTS: dict[str, Chart] = {
    "ranges": RangesChart(
        (RangeRow("One", 58.0, 50, 60, "58 (50 to 60)", True), RangeRow("Two", None, 40, 41, "40 to 41"))
    ),
    "waterfall": WaterfallChart(
        "one", "two", (Step("It is good", 2.5, "+2.50"), Step("It is not", -1.0, "-1.00")), 1.5, "+1.50"
    ),
    "shares": SharesChart((Share("One", 0.93, "93 of 100", True), Share("Two", 0.0, "0 of 100"))),
    "matrix": MatrixChart(LEVELS, LEVELS, {(5, 5): ("R1", "R2"), (1, 1): ("R3",)}, BANDS),
    "tornado": TornadoChart("one", "two", 1.0, (Reach("Size", -2.0, 3.0, "-2.00", "+3.00"),)),
}


def labels(svg: str) -> str:
    return " ".join(each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_sound_and_has_its_words(name: str) -> None:
    """A picture by itself: it parses, has a title and a description, and stays within its frame."""
    svg = svg_of(CHARTS[name], "A & B", "It shows <that>", "c1")
    root = ElementTree.fromstring(svg)
    assert (root[0].tag, root[0].text, root[1].tag, root[1].text) == (
        f"{SVG}title",
        "A & B",
        f"{SVG}desc",
        "It shows <that>",
    )
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for each in root.iter(f"{SVG}rect"):
        if "x" in each.attrib:
            x, y, wide, high = (float(each.attrib[key]) for key in ("x", "y", "width", "height"))
            assert 0 <= x <= x + wide <= width + 0.1 and 0 <= y <= y + high <= height
    for each in root.iter(f"{SVG}text"):
        assert 0 <= float(each.attrib["y"]) <= height


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("ranges", ["One", "Two", "58 (50 to 60)", "40 to 41"]),
        ("waterfall", ["It is good", "+2.50", "-1.00", "+1.50"]),
        ("shares", ["93 of 100", "0 of 100"]),
        ("matrix", ["R1, R2", "R3", "25 very high", "1 low"]),
        ("tornado", ["Size", "-2.00", "+3.00"]),
    ],
)
def test_every_figure_is_printed(name: str, wanted: list[str]) -> None:
    """What a bar shows by its length stands beside it as a figure."""
    said = labels(svg_of(CHARTS[name], "t", "d", "c1"))
    assert [each for each in wanted if each not in said] == []


def test_what_is_for_and_against_differs_by_pattern() -> None:
    """Not by colour: bars against are hatched, with a pattern that the picture itself defines."""
    root = ElementTree.fromstring(svg_of(CHARTS["waterfall"], "t", "d", "c1"))
    patterns = {each.attrib["id"] for each in root.iter(f"{SVG}pattern")}
    hatched = [each for each in root.iter(f"{SVG}rect") if each.attrib["fill"] == "url(#c1-hatch)"]
    assert patterns == {"c1-hatch"} and len(hatched) == 1


@given(
    st.lists(
        st.tuples(st.text(max_size=80), st.floats(0, 100), st.floats(0, 100), st.floats(0, 100)), min_size=0, max_size=6
    )
)
def test_any_totals_and_names_can_be_drawn(rows: list[tuple[str, float, float, float]]) -> None:
    """Whatever the figures, the picture is sound XML."""
    made = tuple(RangeRow(name, sorted(three)[1], min(three), max(three), "x") for name, *three in rows)
    first, last = RangesChart(made).ends()
    assert 0 <= first < last <= 100 and all(first <= row.low and row.high <= last for row in made)
    ElementTree.fromstring(svg_of(RangesChart(made), "t", "d", "c1"))


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(60, 400))
def test_label_lines_fit(text: str, width: int) -> None:
    """No line is longer than its width has room for, and there are at most four."""
    lines = lines_of(text, width)
    assert 1 <= len(lines) <= 4 and all(len(line) <= max(6, int(width / (13 * 0.53))) for line in lines)
