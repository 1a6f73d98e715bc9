"""The evidence library: every finding, searched by words and narrowed down; where findings disagree, who is unheard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.evidence_library import FACETS, Wanted
from wizard.report.evidence.filter_words import FACET_WORDS, choices_in_words, value_words

from .documents import html_of
from .evidence import AT, linked_page
from .exchange import Goto, Page
from .fields import Option, select, text_field
from .markup import Html, joined, tag
from .shell import button
from .visit import not_there

if TYPE_CHECKING:
    from wizard.proof.evidence_library import Facet

    from .exchange import Given
    from .visit import Visit

ON_A_PAGE = 20
LONGEST = 200
ANY = ""


def search_page(visit: Visit) -> Given:
    """The first findings of those that are looked for."""
    return _page(visit, 1)


def more(visit: Visit) -> Given:
    """Further ones. Raises Refusal where there are none."""
    number = visit.names["number"]
    if not (number.isascii() and number.isdigit() and len(number) < 6 and int(number) > 1):
        raise not_there()
    return _page(visit, int(number))


def search(visit: Visit) -> Given:
    """Takes down what is looked for; it stays until something else is. Raises Refusal for an unknown value."""
    form, library = visit.form, visit.library
    if form.one("do") == "all":
        visit.desk.wanted = None
        return Goto("/evidence")
    wanted = Wanted(words=form.one("words")[:LONGEST])
    for facet in FACETS:
        value = form.one(facet)
        if value == ANY:
            continue
        if value not in library.choices(facet, Wanted()):
            raise not_there()
        wanted = wanted.by(facet, value)
    visit.desk.wanted = wanted
    return Goto("/evidence")


def disagreements(visit: Visit) -> Given:
    """Both sides of each."""
    from wizard.report.evidence.disagreements_document import disagreements_document

    session = visit.session
    linked = disagreements_document(visit.library, session.assessment if session.ranking_visible else None)
    return linked_page(linked.document, linked.key_of)


def not_asked(visit: Visit) -> Given:
    """The limits of the evidence."""
    from wizard.report.evidence.disagreements_document import not_asked_document

    return linked_page(not_asked_document(visit.library), lambda _: None)


def _page(visit: Visit, number: int) -> Page:
    from wizard.report.evidence.found_document import found_document

    library, wanted = visit.library, visit.desk.wanted or Wanted()
    after = (number - 1) * ON_A_PAGE
    found = len(library.found(wanted))
    if number > 1 and after >= found:
        raise not_there()
    linked = found_document(library, wanted, ON_A_PAGE, after)
    last = min(after + ON_A_PAGE, found)
    which = f": {after + 1} to {last}" if found > ON_A_PAGE else ""
    parts = (
        _elsewhere() if number == 1 else None,
        _form(visit, wanted) if number == 1 else None,
        tag("h2", f"{linked.document.title}{which}"),
        html_of(linked.document.blocks, linked.key_of),
        _onward(number, found),
    )
    heading = "The evidence" if number == 1 else f"The evidence, findings {after + 1} to {last}"
    return Page(heading, joined(parts), at=AT)


def _elsewhere() -> Html:
    links = (
        ("/evidence/disagreements", "Where the reports disagree"),
        ("/evidence/not-asked", "Who was never asked"),
        ("/places", "The places in the reports, as case studies"),
    )
    return tag("ul", *(tag("li", tag("a", words, href=href)) for href, words in links))


def _form(visit: Visit, wanted: Wanted) -> Html:
    words = text_field(
        "words",
        "Words to look for",
        wanted.words,
        hint="Findings in which all the words stand. Such as: heads of service. Leave it empty to see all of them.",
    )
    # Reasons are too many to list; one that is set can be taken away.
    listed = [each for each in FACETS if each != "argument" or wanted.argument is not None]
    narrowing = tag(
        "details",
        tag("summary", "Narrow down"),
        *(_filter(visit, facet, wanted) for facet in listed),
        open=bool(wanted.narrowed),
    )
    show_all = button("Show all", value="all", quiet=True) if wanted != Wanted() else None
    buttons = tag("div", button("Search", value="search"), show_all, class_="buttons")
    return visit.to_form("/evidence", words, narrowing, buttons)


def _filter(visit: Visit, facet: Facet, wanted: Wanted) -> Html:
    library, chosen = visit.library, wanted.narrowed.get(facet, ANY)
    said = choices_in_words(library, facet, wanted)
    options = [Option(ANY, "Any"), *(Option(value, f"{words} ({count})") for value, words, count in said)]
    if chosen not in [each.value for each in options]:
        # Nothing is left of it; it stays to be taken away.
        options.append(Option(chosen, f"{value_words(library, facet, chosen)} (none)"))
    return select(f"narrow-{facet}", FACET_WORDS[facet], options, chosen, name=facet)


def _onward(number: int, found: int) -> Html | None:
    links = []
    if number > 1:
        back = "/evidence" if number == 2 else f"/evidence/page/{number - 1}"
        links.append(tag("li", tag("a", f"Previous {ON_A_PAGE}", href=back)))
    left = found - number * ON_A_PAGE
    if left > 0:
        links.append(tag("li", tag("a", f"Next {min(left, ON_A_PAGE)}", href=f"/evidence/page/{number + 1}")))
    return tag("nav", tag("ol", *links), aria_label="More findings", class_="pages") if links else None
