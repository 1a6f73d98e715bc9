"""An order of groups of criteria, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.figures import listed

if TYPE_CHECKING:
    from collections.abc import Sequence


def order_words(tiers: Sequence[Sequence[str]]) -> str:
    """'Cost; then Time and Place (alike)': the titles from what matters most down, those alike together."""
    return "; then ".join(listed(tier) + (" (alike)" if len(tier) > 1 else "") for tier in tiers)
