"""Citations lead to findings, findings to models, sources to the sources they draw on."""

from __future__ import annotations

from wizard.pack.places import Path
from wizard.pack.usage import Resting, citations_in, resting_in

from .links import ANY, Links, Owner, did_you_mean


def check(links: Links) -> None:
    """Every citation, and every source that was read."""
    for resting, path, citation in citations_in(links.parts):
        _citation(links, (resting.kind, resting.id), path, citation)
    for resting in resting_in(links.parts):
        _once(links, resting)
    for source in links.parts.sources.values():
        owner = ("source", source.id)
        if source.draws_on is not None:
            links.known("source", source.draws_on, links.parts.source_names, owner, ("draws_on",))
            _circle(links, source.id)
        for name, finding in source.findings.items():
            if finding.holds is not None:
                links.known("model", finding.holds, links.parts.models, ("finding", f"{source.id}.{name}"), ("holds",))


def _citation(links: Links, owner: Owner, path: Path, citation: str) -> None:
    source, _, finding = citation.partition(".")
    if source not in links.parts.source_names:
        hint = did_you_mean(source, links.parts.source_names)
        links.report("unknown-source", owner, path, f"'{source}' is not a source.", hint)
        return
    read = links.parts.sources.get(source)
    if read is None:
        doubtful = (
            links.parts.is_doubtful("finding", citation) or ("finding", f"{source}.{ANY}") in links.parts.doubtful
        )
        if not doubtful:
            _unknown(links, owner, path, citation, [])
    elif finding not in read.findings:
        _unknown(links, owner, path, citation, list(read.findings))


def _unknown(links: Links, owner: Owner, path: Path, citation: str, names: list[str]) -> None:
    from difflib import get_close_matches

    source, _, finding = citation.partition(".")
    close = get_close_matches(finding, names, n=1)
    hint = f"Did you mean '{source}.{close[0]}'?" if close else f"See 'wizard pack show {source}' for its findings."
    links.report("unknown-finding", owner, path, f"'{finding}' is not a finding of '{source}'.", hint)


def _once(links: Links, resting: Resting) -> None:
    """A finding cannot both support and dispute, nor stand twice in one list."""
    seen: dict[str, str] = {}
    for field in ("supported_by", "disputed_by", "qualified_by"):
        for index, citation in enumerate(getattr(resting.thing, field)):
            if citation in seen:
                message = f"'{citation}' already stands in '{seen[citation]}'."
                path = (*resting.path, field, index)
                links.report("citation-twice", (resting.kind, resting.id), path, message, "Cite it once.")
            seen.setdefault(citation, field)


def _circle(links: Links, start: str) -> None:
    """A source may not draw on itself, be it through others; the fault is told once, at the first of the circle."""
    way = [start]
    while True:
        source = links.parts.sources.get(way[-1])
        if source is None or source.draws_on is None:
            return
        if source.draws_on == start:
            break
        if source.draws_on in way:
            return
        way.append(source.draws_on)
    if start == min(way):
        message = f"'{start}' draws on itself: {' <- '.join([*way, start])}."
        links.report(
            "circle",
            ("source", start),
            ("draws_on",),
            message,
            "Only a report on another source draws on it.",
            key=True,
        )
