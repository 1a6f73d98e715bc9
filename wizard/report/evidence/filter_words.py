"""What findings are narrowed down by, in words: each filter, its values, and how many are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.evidence_library import FACETS
from wizard.report.figures import counted

from .finding_words import METHOD_WORDS, ROLE_WORDS, place_words, who_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.proof.evidence_library import EvidenceLibrary, Facet, Wanted
    from wizard.schema.pack import Pack

FACET_WORDS: Mapping[Facet, str] = {
    "report": "Report",
    "place": "Place",
    "who": "Who says it",
    "method": "Where it comes from",
    "model": "Bears on",
    "role": "What it does there",
    "question": "Matters to the question",
    "criterion": "Criterion",
    "argument": "Reason",
}


def value_words(library: EvidenceLibrary, facet: str, value: str) -> str:
    """A filter's value: 'Think family', 'City of London', 'holders of the post: One director for both'."""
    pack = library.pack
    if facet == "report":
        return pack.sources[value].short
    if facet == "place":
        return place_words(value)
    if facet == "who":
        return who_words(pack, value)
    if facet == "method":
        return METHOD_WORDS[value]
    if facet == "model":
        return pack.models[value].title
    if facet == "role":
        return ROLE_WORDS[value]
    if facet == "question":
        return pack.questions[value].named
    if facet == "criterion":
        return criterion_words(pack, value)
    if facet == "argument":
        return library.arguments[value].argument.because
    return library.entry(value).finding.says


def criterion_words(pack: Pack, criterion: str) -> str:
    """The title of a criterion."""
    return pack.criteria[criterion].title


def narrowed_words(library: EvidenceLibrary, wanted: Wanted) -> list[str]:
    """Each filter that is set: 'Report: Think family', 'Who says it: inspectors'."""
    said = [
        f"{FACET_WORDS[facet]}: {value_words(library, facet, value)}"
        for facet in FACETS
        if (value := wanted.narrowed.get(facet)) is not None
    ]
    if wanted.finding is not None:
        said.append("Only one finding")
    return said


def count_words(shown: int, of: int) -> str:
    """'14 of 696 findings', 'All 696 findings'."""
    return f"All {counted(of, 'finding')}" if shown == of else f"{shown} of {counted(of, 'finding')}"


def nothing_words(library: EvidenceLibrary, wanted: Wanted) -> str:
    """What to do where nothing is found."""
    asked = (
        f"No finding has all of these words: {wanted.words.strip()}" if wanted.words.strip() else "No finding is left"
    )
    return f"{asked}{'; and what it is narrowed down by leaves fewer' if wanted.narrowed else ''}."


def where_from_words(library: EvidenceLibrary, written: str) -> str:
    """Where something is from, as written in a council file or an outcome, with the short names of the reports.

    What names no report stands as it was written.
    """
    parts = []
    for part in written.split(";"):
        name, comma, where = part.strip().partition(",")
        source, _, finding = name.partition(".")
        if source not in library.pack.sources:
            parts.append(part.strip())
        elif comma:
            parts.append(f"{library.pack.sources[source].short},{where}")
        else:
            known = library.pack.sources[source].findings.get(finding)
            parts.append(library.pack.sources[source].short + (f", {known.where}" if known is not None else ""))
    return "; ".join(parts)


def choices_in_words(library: EvidenceLibrary, facet: Facet, wanted: Wanted) -> list[tuple[str, str, str]]:
    """What a filter can be set to: the value, its words, and how many findings are left then.

    Names that one looks for run by the alphabet, the others from the most findings down.
    """
    counts = library.choices(facet, wanted)
    said = [
        (each, capital(value_words(library, facet, each)), counted(count, "finding")) for each, count in counts.items()
    ]
    return sorted(said, key=lambda each: each[1].casefold()) if facet in _BY_NAME else said


def capital(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]


_BY_NAME = ("place", "question", "criterion", "argument")
