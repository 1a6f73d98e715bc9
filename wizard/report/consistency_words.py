"""What the consistency check says of one place, in words that every format shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .figures import counted, listed
from .verdict_words import verdict_in_brief

if TYPE_CHECKING:
    from wizard.proof.baselines import Baseline, Score
    from wizard.proof.consistency import Agreement, Compared, Consistency, PlaceTried
    from wizard.schema.outcome import Kept
    from wizard.schema.pack import Pack

WHAT_IT_IS = (
    "This is a consistency check and no test of whether the rules are right: they were written from these very places, "
    "by people who knew what each had done. It shows whether the rules hang together, and where they and the places "
    "part company."
)
HOW_IT_IS_DONE = (
    "Each place is held against the rules on what was known before it chose. Findings that come only from that place "
    "are left out; an argument that none supports any more goes with them, and what the others weigh follows from the "
    "findings left."
)
NO_SAMPLE = (
    "Rules of thumb are counted on the same places, the majority on the very choices it is made of. Which places a "
    "report tells of is no fair sample, so how well a rule of thumb would do elsewhere cannot be read from this."
)

AGREEMENT_WORDS: dict[Agreement, str] = {
    "agreed": "agreed",
    "differed": "differed",
    "no_one_model": "points to no one model",
    "not_enough_known": "not enough known",
    "only_one_open": "no choice was open",
}
KEPT_WORDS: dict[Kept, str] = {"yes": "kept", "no": "not kept", "unknown": "whether it was kept is not known"}


def pointed_words(pack: Pack, each: Compared) -> str:
    """What the evidence points to: 'leans to two directors', 'not enough known yet; so far: a care trust'."""
    return verdict_in_brief(pack, each.verdict, each.first)


def did_words(pack: Pack, place: PlaceTried, each: Compared) -> str:
    """What the place did: 'one director for both', 'two directors (stayed; kept)'."""
    kept = place.outcome.kept
    remarks = ["stayed"] if each.did == each.today else []
    remarks += [KEPT_WORDS[kept]] if kept in ("yes", "no") else []
    said = f" ({'; '.join(remarks)})" if remarks else ""
    return f"{_name(pack, each.did)}{said}"


def baseline_words(pack: Pack, each: Baseline) -> str:
    """'always one director for both (what most places did)'."""
    if each.model is None:
        return "always staying, where the arrangement before is known"
    most = " (the majority choice of these places)" if each.majority else ""
    return f"always {_name(pack, each.model)}{most}"


def score_words(score: Score) -> str:
    """'7 of 12'; a dash where there is nothing to count."""
    return f"{score.right} of {score.of}" if score.of else "-"


def used_words(place: PlaceTried) -> str:
    """Which answers were used and which findings left out."""
    said = [f"{counted(place.used, 'answer')} known before"]
    if place.at_report:
        said.append(f"{place.at_report} known only at the time of the report left out")
    if place.unmarked:
        said.append(f"{place.unmarked} that do not say when they were known left out")
    left = f"{counted(len(place.left.findings), 'finding')} from here alone left out"
    gone = f", and with them {counted(len(place.left.arguments), 'argument')}" if place.left.arguments else ""
    return f"{', '.join(said)}; {left}{gone}"


def notices(found: Consistency) -> list[str]:
    """What the reader should know about the files."""
    said = [
        f"{place.file}: no finding names '{place.place}', so nothing was left out; if findings use another id, "
        f"write it as 'place:' in the outcomes file."
        for place in found.places
        if not place.named
    ]
    unsaid = [place.title for place in found.places if not place.decisions]
    if unsaid:
        said.append(f"Which of the models was chosen is not told of {listed(unsaid)}: not counted.")
    if found.without_outcome:
        said.append(f"No outcome is written for {listed(found.without_outcome)}: not counted.")
    return said


def _name(pack: Pack, model: str | None) -> str:
    return pack.models[model].name if model is not None else "-"
