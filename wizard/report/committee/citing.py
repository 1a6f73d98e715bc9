"""Evidence by number: a finding gets the next number where it is first cited, and the annex lists them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.evidence_words import OWN_JUDGEMENT, said_by, voice_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.schema.base import Evidenced
    from wizard.schema.pack import Pack

MOST_VOICES = 2
MOST_NUMBERS = 4


class Citing:
    """The findings cited so far, in the order of their numbers."""

    def __init__(self, pack: Pack, numbered: bool = True) -> None:
        self._pack, self._numbered = pack, numbered
        self._numbers: dict[str, int] = {}

    @property
    def cited(self) -> tuple[str, ...]:
        """Every citation, the first one first."""
        return tuple(self._numbers)

    def number(self, citation: str) -> int:
        """The number of a finding, from 1."""
        return self._numbers.setdefault(citation, len(self._numbers) + 1)

    def aside(self, rests: Evidenced) -> str:
        """Who says so and where it stands in the annex; what disputes it, and that some of it is our judgement.

        Without numbers: who says so, the report and the section.
        """
        pack = self._pack
        if not self._numbered:
            return said_by(pack, rests.supported_by, most=1) or OWN_JUDGEMENT
        for citation in rests.citations:
            self.number(citation)
        if not rests.supported_by:
            return OWN_JUDGEMENT
        voices = list(dict.fromkeys(voice_words(pack.finding(each)) for each in rests.supported_by))
        said = "; ".join(voices[:MOST_VOICES]) + (f"; {len(voices) - MOST_VOICES} more" if voices[MOST_VOICES:] else "")
        parts = [f"{said}: evidence {self.numbers(rests.supported_by)}"]
        parts += [f"disputed: evidence {self.numbers(rests.disputed_by)}"] if rests.disputed_by else []
        parts += ["in part a judgement"] if rests.judgement else []
        return "; ".join(parts)

    def brackets(self, citations: Sequence[str]) -> str:
        """' (evidence 3, 7)'; nothing where nothing is cited."""
        return f" (evidence {self.numbers(citations)})" if citations and self._numbered else ""

    def numbers(self, citations: Sequence[str]) -> str:
        """'1, 2, 5 and 2 more'."""
        numbers = sorted(self.number(each) for each in citations)
        shown = ", ".join(str(each) for each in numbers[:MOST_NUMBERS])
        left = len(numbers) - MOST_NUMBERS
        return f"{shown} and {left} more" if left > 0 else shown

    def sources(self) -> tuple[str, ...]:
        """The reports that are cited, in the order of their first finding."""
        return tuple(dict.fromkeys(each.partition(".")[0] for each in self._numbers))
