"""Files to keep: the council file, and what can be passed on of its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.session_variants import subject_of

from .exchange import File, Page
from .markup import Html, joined, tag
from .visit import not_there

if TYPE_CHECKING:
    from wizard.report.passing_on import Thing

    from .exchange import Given
    from .visit import Visit

COUNCIL = "council.yaml"
KINDS = {
    ".html": ("a web page", "text/html; charset=utf-8"),
    ".htm": ("a web page", "text/html; charset=utf-8"),
    ".md": ("Markdown", "text/markdown; charset=utf-8"),
    ".markdown": ("Markdown", "text/markdown; charset=utf-8"),
    ".txt": ("plain text", "text/plain; charset=utf-8"),
    ".json": ("JSON", "application/json"),
    ".docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("PDF", "application/pdf"),
}
"""How a file of each ending is called, and what it is to a browser."""


def download(visit: Visit) -> Given:
    """Everything there is to keep."""
    from wizard.report.passing_on import things

    own = tag("a", "The council file", href=f"/download/{COUNCIL}")
    said = "Your answers, notes and what-ifs, to go on with at any time, here or in the other faces of the wizard."
    parts = [tag("h2", "Your answers"), tag("ul", tag("li", own, f". {said}"), class_="list"), tag("h2", "The result")]
    if visit.session.ranking_allowed:
        parts.append(tag("p", "A report takes some seconds to be made: everything in it is counted anew."))
        parts.append(tag("ul", *(_thing(each) for each in things()), class_="list"))
    else:
        wait = "It can be passed on once the questions that matter most have answers. "
        parts.append(tag("p", wait, tag("a", "Go on with the questions", href="/questions")))
    return Page("Download", joined(parts), at="download")


def file(visit: Visit) -> Given:
    """One of them. Raises Unreadable where it cannot be made."""
    session, name = visit.session, visit.names["name"]
    if name == COUNCIL:
        return File(f"{session.file.id}.yaml", session.text.encode("utf-8"), "application/yaml")
    from wizard.report.passing_on import made, things

    from .results import not_yet

    for each in things():
        for ending in each.endings:
            if name == f"{each.id}{ending}":
                own = f"{session.file.id}_{each.id}{ending}"
                return not_yet(visit, "download") or File(
                    own, made(each, own, subject_of(session), session.rules), _kind(ending)[1]
                )
    raise not_there()


def _thing(thing: Thing) -> Html:
    links: list[str | Html] = []
    named: set[str] = set()
    for ending in thing.endings:
        words = _kind(ending)[0]
        if words not in named:
            named.add(words)
            unseen = tag("span", f"{thing.title} as ", class_="unseen")
            links += [" · " if links else "", tag("a", unseen, words, href=f"/download/{thing.id}{ending}")]
    return tag("li", tag("strong", thing.title), f". {thing.note}. ", tag("span", *links, class_="ways"))


def _kind(ending: str) -> tuple[str, str]:
    return KINDS.get(ending, (ending.removeprefix("."), "application/octet-stream"))
