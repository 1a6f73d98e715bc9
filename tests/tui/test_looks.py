"""The three looks: readable everywhere, and nothing that only a colour says."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from textual.color import Color

from tests.tui.contrast import LEAST, contrast
from wizard.tui.themes import DARK, GROUNDS, LIGHT, MONOCHROME, NEXT, PAIRS, TEXT, THEMES


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1; #767676 on white is the textbook's faintest grey that passes (4.54:1)."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_every_text_can_be_read_on_every_ground(theme: str, system: ColorSystem) -> None:
    """4.5:1 or better for each pair of tokens that may meet, also where a terminal has 256 colours only."""
    tokens = THEMES[theme].to_color_system().generate()
    pairs = [*((text, ground) for text in TEXT for ground in GROUNDS), *PAIRS]

    def shown(token: str) -> tuple[int, int, int]:
        colour = Color.parse(tokens[token])
        assert colour.a == 1, f"{token} is transparent: what it looks like depends on what is behind it"
        return tuple(colour.rich_color.downgrade(system).get_truecolor())

    ratios = {pair: contrast(*map(shown, pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < LEAST} == {}


def test_monochrome_names_no_colour() -> None:
    """Every token is the terminal's own colour."""
    tokens = THEMES[MONOCHROME].to_color_system().generate()
    used = {*TEXT, *GROUNDS, *(token for pair in PAIRS for token in pair), "border", "border-blurred", "scrollbar"}
    assert {token: tokens[token] for token in used if tokens[token] != "ansi_default"} == {}


def test_asking_for_other_colours_comes_round() -> None:
    """Each look follows another, and none is left out."""
    assert set(NEXT) == set(NEXT.values()) == set(THEMES)
