"""A finding in words: who says it and from which post, how it was found out, where to look it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.evidence_library import HOLDS, ROLES
from wizard.report.evidence_words import voice_words
from wizard.report.figures import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.proof.citing import Citing
    from wizard.proof.evidence_library import Entry
    from wizard.schema.pack import Pack

METHOD_WORDS: Mapping[str, str] = {
    "interview": "an interview",
    "report_conclusion": "the report's own conclusion or account",
    "evaluation": "an evaluation",
    "inspection": "an inspection",
    "statute": "the law",
    "consultation": "a consultation",
    "opinion": "an opinion",
}
VOICES_WORDS: Mapping[str, str] = {
    "one_person": "one voice",
    "several": "several voices",
    "all": "everyone who was asked",
}
WHO_WORDS: Mapping[str, str] = {
    "report": "the report itself",
    "author": "opinions, mostly those of the authors",
    "consulted": "people who were consulted",
    "law": "the law",
    "inspectors": "inspectors",
    "evaluators": "evaluators",
    "others": "others who were interviewed",
}
ROLE_WORDS: Mapping[str, str] = {"supports": "supports", "disputes": "disputes", "qualifies": "qualifies"}
_SMALL = frozenset(["and", "in", "of", "on", "the", "upon", "with"])


def who_words(pack: Pack, who: str) -> str:
    """'holders of the post: One director for both', 'inspectors', 'the report itself'."""
    if who.startswith(HOLDS):
        return f"holders of the post: {pack.models[who.removeprefix(HOLDS)].title}"
    return WHO_WORDS[who]


def place_words(place: str) -> str:
    """'city_of_london' as 'City of London'."""
    words = place.split("_")
    return " ".join(word if word in _SMALL and number else word.capitalize() for number, word in enumerate(words))


def where_words(entry: Entry) -> str:
    """'Think family, Bracknell Forest'."""
    return f"{entry.source.short}, {entry.finding.where}"


def said_words(entry: Entry) -> str:
    """'one director; Think family, Bracknell Forest'."""
    return f"{voice_words(entry.finding)}; {where_words(entry)}"


def cited_words(entry: Entry) -> str:
    """'supports 3, disputes 1': of how many parts of the rule set."""
    counts = {role: len({_what(each) for each in entry.cited if each.role == role}) for role in ROLES}
    return ", ".join(f"{ROLE_WORDS[role]} {count}" for role, count in counts.items() if count) or "nothing rests on it"


def entry_note(entry: Entry) -> str:
    """What stands under a finding in a list."""
    return f"{said_words(entry)}; {cited_words(entry)}"


def voice_sentences(pack: Pack, entry: Entry) -> list[str]:
    """Who says so, from which post, how many voices, how it was found out, and in which year."""
    finding = entry.finding
    said = [sentence(voice_words(finding))]
    if finding.holds is not None:
        own = pack.models[finding.holds].title
        said.append(f"Holds or held this post: {own}. Praise of one's own post is weighed less.")
    voices = f"{VOICES_WORDS[finding.voices]}; " if finding.voices != "report" else ""
    said.append(sentence(f"{voices}it comes from {METHOD_WORDS[finding.method]}"))
    return said


def look_up_sentences(entry: Entry) -> list[str]:
    """The report, the section, and the words to search for in the document itself."""
    source = entry.source
    return [
        sentence(f"{source.title}. {source.publisher}, {source.date} ({source.kind})"),
        f"Section: {entry.finding.where}.",
        f"Search the document for: “{entry.finding.phrase}”",
    ]


def resting_words(pack: Pack, citing: Citing) -> str:
    """What a citation stands in, in words that follow 'supports', 'disputes' or 'qualifies'."""
    thing, kind, of = citing.thing, citing.kind, citing.of
    title = getattr(thing, "title", "")
    if kind == "argument":
        return f"the reason: {sentence(getattr(thing, 'because', ''))}"
    if kind in ("model", "precondition", "variant"):
        model = pack.models[of].title
        said = {
            "model": f"the description of “{model}”",
            "precondition": f"what must be in place for “{model}”: {title}",
            "variant": f"a form of “{model}”: {title}",
        }
        return said[kind]
    if kind == "poor_fit":
        return f"the poor fit: {title}"
    if kind == "measure":
        return f"the measure: {title}"
    return _risk_words(citing, pack.risks[of].title)


def _risk_words(citing: Citing, risk: str) -> str:
    because = getattr(citing.thing, "because", "")
    said = {
        "risk": f"the risk: {risk}",
        "likelihood": f"how likely the risk “{risk}” is",
        "impact": f"how serious the risk “{risk}” is",
        "raised": f"what raises the risk “{risk}”: {because}",
        "lowered": f"what lowers the risk “{risk}”: {because}",
        "mitigation": f"what can be done about the risk “{risk}”: {getattr(citing.thing, 'do', '')}",
    }
    return said[citing.kind]


def bearing_words(pack: Pack, citing: Citing) -> str:
    """'one director for both and two directors': the models that something bears on; none are named where it is all."""
    everyone = {model.id for model in pack.models_of(citing.decision)}
    if set(citing.models) == everyone:
        return "every model"
    return listed([pack.models[model].name for model in citing.models])


def _what(citing: Citing) -> tuple[str, str, int]:
    return citing.kind, citing.of, id(citing.thing)
