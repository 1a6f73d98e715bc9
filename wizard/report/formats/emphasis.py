"""Running text cut where a phrase deserves weight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.report.document import Paragraph


def strong_parts(paragraph: Paragraph, flat: Callable[[str], str]) -> list[tuple[str, bool]]:
    """The text in parts that are strong or not; strong are whole words only, and of two phrases the longer one counts.

    `flat` puts a text on one line, as the format needs it.
    """
    said = flat(paragraph.text)
    phrases = "|".join(re.escape(flat(each)) for each in sorted(paragraph.strong, key=len, reverse=True) if each)
    if not phrases:
        return [(said, False)]
    parts = re.split(rf"((?<!\w)(?:{phrases})(?!\w))", said, flags=re.IGNORECASE)
    return [(part, bool(place % 2)) for place, part in enumerate(parts) if part]
