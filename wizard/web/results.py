"""The result, a page at a time; hidden until the questions that matter most have answers, and its sight recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.result_pages import PAGES, page_of
from wizard.report.session_variants import subject_of

from .documents import html_of
from .exchange import Goto, Page
from .markup import Html, joined, tag
from .shell import button
from .visit import not_there

if TYPE_CHECKING:
    from wizard.report.result_pages import PageKind
    from wizard.report.result_pages.page import Placed

    from .exchange import Given
    from .visit import Visit

PLACES = {
    "assess": "the page Result",
    "explain": "the page Design",
    "priorities": "Priorities",
    "next": "the page Find out",
    "flips": "too many to be told here",
    "unlock": "a what-if",
}
"""Where this face has what the command line has a command for."""


def first(visit: Visit) -> Given:
    """The first page."""
    return Goto(f"/result/{_address(PAGES[0])}")


def page(visit: Visit) -> Given:
    """One page."""
    kind = next((each for each in PAGES if _address(each) == visit.names["page"]), None)
    if kind is None:
        raise not_there()
    hidden = not_yet(visit, "result")
    if hidden is not None:
        return hidden
    session = visit.session
    made = page_of(kind, placed_of(visit), session.rules)
    about = tag("p", kind.about, class_="quiet-words")
    body = joined(
        (_menu(kind), about, html_of(made.blocks, lambda what: made.opens.get(what), title=kind.title), _onward(kind))
    )
    return Page(f"Result: {kind.title}", body, at="result")


def placed_of(visit: Visit) -> Placed:
    """What the result is about, with the places of this face for the commands of the other."""
    from wizard.report.result_pages.page import Placed

    subject = subject_of(visit.session)
    return Placed(subject.assessment, subject.council, subject.file, places=PLACES)


def not_yet(visit: Visit, at: str) -> Page | None:
    """Why no result may be shown yet; None where it may, which puts on record that it was seen."""
    session = visit.session
    if session.show_ranking():
        return None
    core = session.core
    left = core.of - core.done
    said = (
        f"It is shown once the {core.of} questions that matter most have answers, so that no result sways one. "
        f"{left} of them {'is' if left == 1 else 'are'} left; “Not sure” is an answer too."
    )
    rest = visit.to_form("/rest", tag("p", button("Answer those left with “Not sure”", quiet=True)))
    onward = tag("p", tag("a", "Go on with the questions", href="/questions", class_="next"))
    return Page("The result is not shown yet", joined((tag("p", said), onward, rest)), at=at)


def _menu(kind: PageKind) -> Html:
    links = joined(
        tag("li", tag("a", each.title, href=f"/result/{_address(each)}", aria_current="page" if each is kind else None))
        for each in PAGES
    )
    return tag("nav", tag("ol", links), aria_label="Pages of the result", class_="pages")


def _onward(kind: PageKind) -> Html | None:
    place = PAGES.index(kind) + 1
    if place == len(PAGES):
        return None
    following = PAGES[place]
    return tag("p", tag("a", f"Next: {following.title}", href=f"/result/{_address(following)}"))


def _address(kind: PageKind) -> str:
    return kind.module.replace("_", "-")
