"""What the room looks at: how to join, how many are in, and then what came out; in very large type, without a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.verdict_words import verdict_sentence
from wizard.web.documents import html_of
from wizard.web.exchange import Page
from wizard.web.markup import Html, joined, tag

if TYPE_CHECKING:
    from wizard.web.exchange import Given
    from wizard.workshop.group.result import GroupResult

    from .visit import Visit

AT = "projector"
EVERY = 8
"""Seconds after which the page is loaded anew, as long as something on it can change."""

MOST_DISAGREEMENTS = 3


def projector(visit: Visit) -> Given:
    """Loaded anew by itself, until somebody stops that."""
    return _page(visit, renewed=True)


def still(visit: Visit) -> Given:
    """The same page, which stays as it is."""
    return _page(visit, renewed=False)


def _page(visit: Visit, *, renewed: bool) -> Page:
    workshop = visit.workshop
    if not workshop.is_open:
        heading, body, changes = f"Join: {_shown(visit.room.address)}", _joining(visit), True
    elif workshop.is_case_study:
        heading, body, changes = _step(visit)
    else:
        heading, body, changes = "What your answers point to", _result(visit.room.result()), False
    more = (("refresh", str(EVERY)),) if renewed and changes else ()
    return Page(heading, joined((body, _foot(renewed=bool(more), changes=changes))), at=AT, more=more)


def _foot(*, renewed: bool, changes: bool) -> Html | None:
    if not changes:
        return tag("p", tag("a", "Back", href="/"), class_="small")
    if renewed:
        said, words, path = f"Loaded anew every {EVERY} seconds.", "Stop that", "/projector/still"
    else:
        said, words, path = "This page stays as it is.", "Load it anew by itself", "/projector"
    again = tag("a", "Look again", href="/projector/still")
    links = (" ", tag("a", words, href=path), " ", *(() if renewed else (again, " ")), tag("a", "Back", href="/"))
    return tag("p", said, *links, class_="small")


def _shown(address: str) -> str:
    return address.rstrip("/") or "this address"


def _joining(visit: Visit) -> Html:
    presence = visit.workshop.presence
    said = tag("p", "Join code: ", tag("strong", visit.room.doors.join, class_="code"))
    how_many = tag("p", f"{presence.in_words}.", class_="count") if presence.of else tag("p", "Nobody is in yet.")
    return joined((said, how_many))


def _step(visit: Visit) -> tuple[str, Html, bool]:
    steps, step = visit.room.steps(), visit.workshop.progress.step
    if not step:
        return "All sheets are open", tag("p", "Now it is told, step by step."), True
    shown = steps[min(step, len(steps)) - 1]
    return shown.title, html_of(shown.section.blocks, title=shown.title), True


def _result(found: GroupResult) -> Html:
    from wizard.workshop.group.words import points_words

    parts: list[Html] = []
    for result in found.told.decisions:
        decision = result.decision
        alone = points_words([each.assessment.decision(decision.id) for each in found.voices])
        rows = (tag("li", tag("strong", str(times), class_="figure"), f" {title}") for title, times in alone)
        parts += [
            tag("h2", decision.title),
            tag("p", verdict_sentence(found.told, result).text),
            tag("p", "So many sheets point there, taken alone:"),
            tag("ul", *rows, class_="spread"),
        ]
    return joined((*parts, _disagreements(found)))


def _disagreements(found: GroupResult) -> Html:
    from wizard.workshop.group.parting import matter_words

    heavy = [each for each in found.disagreements if each.turns or each.moves][:MOST_DISAGREEMENTS]
    if not heavy:
        said = "You part on nothing that would change what the evidence points to."
        return joined((tag("h2", "Where you part"), tag("p", said)))
    items = (tag("li", f"{_begun(matter_words(found, each))}: {_effect(bool(each.turns))}.") for each in heavy)
    return joined((tag("h2", "Talk about these first"), tag("ol", *items)))


def _effect(turns: bool) -> str:
    return "who is right decides what comes out" if turns else "who is right decides how firm it is"


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
