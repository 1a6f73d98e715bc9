"""An order of groups in words: what stands alike cannot be taken for what follows."""

from __future__ import annotations

from wizard.workshop.order_words import order_words


def test_what_stands_alike_is_said_to() -> None:
    """However many share a place."""
    assert order_words([["Cost"], ["Time", "Place"]]) == "Cost; then Time and Place (alike)"
    assert order_words([["Cost", "Time", "Place"]]) == "Cost, Time and Place (alike)"
    assert order_words([]) == ""
