"""Who says so, in words: a finding's voice, its report and the section to look in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.schema.base import Evidenced
    from wizard.schema.pack import Pack
    from wizard.schema.source import Finding

MOST_NAMED = 3
"""More findings than this are counted, not named: the whole list is in `wizard explain`."""

OWN_JUDGEMENT = "a judgement of this rule set"

_BY_METHOD = {
    "statute": "the law",
    "inspection": "inspectors",
    "evaluation": "an evaluation",
}
_ALREADY_SOMEONE = ("the ", "a ", "an ", "one ", "all ", "several ")


def voice_words(finding: Finding) -> str:
    """'one director', 'several directors', 'all directors asked', 'the report's conclusion', 'the law'."""
    by_method = _BY_METHOD.get(finding.method)
    if by_method and finding.voices == "report":
        return by_method
    speaker = "member of staff" if finding.speaker == "staff" else finding.speaker
    if finding.voices == "report":
        concluding = finding.method == "report_conclusion" and speaker in ("the report", "report")
        return "the report's conclusion" if concluding else speaker
    if speaker.startswith(_ALREADY_SOMEONE):
        return speaker
    if finding.voices == "one_person":
        return f"one {speaker}"
    return f"several {_plural(speaker)}" if finding.voices == "several" else f"all {_plural(speaker)} who were asked"


def _plural(speaker: str) -> str:
    """The plural of a role: 'directors', 'directors of children's services'."""
    head, of, rest = speaker.partition(" of ")
    if " and " in head or head.endswith("s"):
        return speaker
    if head.endswith("y") and head[-2:-1] not in tuple("aeiou"):
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}s{of}{rest}"


def said_by(pack: Pack, citations: Sequence[str], most: int = MOST_NAMED) -> str:
    """'one director; Think family, Bracknell Forest': what the same voices say is named together."""
    voices: dict[str, dict[str, list[str]]] = {}
    for citation in citations[:most]:
        finding = pack.finding(citation)
        short = pack.sources[citation.partition(".")[0]].short
        places = voices.setdefault(voice_words(finding), {}).setdefault(short, [])
        if finding.where not in places:
            places.append(finding.where)
    said = [
        "; ".join([_each(who, reports), *(f"{short}, {', '.join(places)}" for short, places in reports.items())])
        for who, reports in voices.items()
    ]
    if len(citations) > most:
        said.append(f"{len(citations) - most} more")
    return "; also ".join(said)


def _each(who: str, reports: Mapping[str, Sequence[str]]) -> str:
    """'one director each', where it is not one and the same."""
    places = sum(len(each) for each in reports.values())
    return f"{who} each" if places > 1 and who.startswith("one ") else who


def evidence_aside(pack: Pack, rests_on: Evidenced) -> str:
    """Who supports it; a rule without findings is owned as a judgement."""
    return said_by(pack, rests_on.supported_by) or OWN_JUDGEMENT


def evidence_notes(pack: Pack, rests_on: Evidenced, in_full: bool = False) -> tuple[str, ...]:
    """Remarks that keep a reason honest: who disputes it, what is a judgement and, in full, what qualifies it."""
    notes = []
    if rests_on.disputed_by:
        notes.append(f"disputed by {said_by(pack, rests_on.disputed_by)}")
    if rests_on.qualified_by and in_full:
        notes.append(f"with a reservation: {said_by(pack, rests_on.qualified_by)}")
    if rests_on.judgement:
        notes.append(f"a judgement: {rests_on.judgement}")
    return tuple(notes)
