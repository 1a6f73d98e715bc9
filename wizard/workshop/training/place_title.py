"""What a place is called before anybody is told what it did: the titles of the files often say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.report.evidence.finding_words import place_words
from wizard.schema.outcome import place_in_id

if TYPE_CHECKING:
    from wizard.schema.council import CouncilFile

_YEAR = re.compile(r"\d{4}")


def place_title(council: CouncilFile) -> str:
    """'Windsor and Maidenhead, 2008': the council and the year of the file's date, where it has one; nothing else."""
    year = _YEAR.match(council.about.date or "")
    name = place_name(council)
    return f"{name}, {year.group()}" if year else name


def place_name(council: CouncilFile) -> str:
    """The council's name alone."""
    return council.about.council or place_words(place_in_id(council.id))
