"""This council beside others that the server offers: what differs, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.file_names import file_words

from .documents import html_of
from .exchange import Goto, Page
from .fields import Option, choices, group
from .markup import Html, joined, tag
from .results import not_yet
from .shell import button, errors_box
from .welcome import KINDS

if TYPE_CHECKING:
    from wizard.report.councils_read import CouncilsRead

    from .exchange import Given
    from .room import Openable
    from .visit import Visit

AT = "compare"
MOST = 9
"""Council files beside the one that is open: more cannot be taken in at once."""

ABOUT = "The council file that is open, as it stands now, is held against each of those that you tick."
NONE_TICKED = "Tick at least one council file."
ONLY_DIFFERING = "Only the answers that differ"


def which(visit: Visit) -> Given:
    """What there is to compare with."""
    return not_yet(visit, AT) or _page(visit, visit.desk.beside, "")


def chosen(visit: Visit) -> Given:
    """Takes down what was ticked, or whether every answer is shown; only what is offered here can be compared."""
    desk, form = visit.desk, visit.form
    if form.one("do") in ("all", "differing"):
        desk.differing = form.one("do") == "differing"
        return Goto("/compare/side-by-side")
    ticked = tuple(each for each in dict.fromkeys(form.every("with")) if _found(visit, each) is not None)
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    if not ticked:
        return _page(visit, ticked, NONE_TICKED)
    if len(ticked) > MOST:
        return _page(visit, ticked, f"These are {len(ticked)}: at most {MOST} can be taken in at once.")
    desk.beside, desk.differing = ticked, form.has("differing")
    return Goto("/compare/side-by-side")


def side_by_side(visit: Visit) -> Given:
    """The comparison."""
    from wizard.report.councils_read import councils_document, councils_read

    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    paths = [found.path for each in visit.desk.beside if (found := _found(visit, each)) is not None]
    if not paths:
        return Goto("/compare")
    differing = visit.desk.differing
    read = _told(councils_read(paths, visit.room.rule_sets, visit.session), visit)
    document = councils_document(read, differing)
    words, value = ("Show every answer", "all") if differing else (ONLY_DIFFERING, "differing")
    switch = button(words, value=value, quiet=True)
    parts = (
        tag("p", document.aside, class_="quiet-words") if document.aside else None,
        visit.to_form("/compare", tag("p", switch)),
        html_of(document.blocks, title=document.title),
        tag("p", tag("a", "Compare with others", href="/compare")),
    )
    return Page(document.title, joined(parts), at=AT)


def _told(read: CouncilsRead, visit: Visit) -> CouncilsRead:
    """The same, with names of files alone where others ask: how this machine is laid out is nobody else's business."""
    if visit.room.is_own:
        return read
    subjects = tuple(replace(each, file=Path(each.file).name) for each in read.subjects)
    refused = tuple(each._replace(aside=Path(each.aside or "").name) for each in read.refused)
    return read._replace(subjects=subjects, refused=refused)


def _found(visit: Visit, key: str) -> Openable | None:
    """What a key of the form stands for; None for anything that is not offered."""
    kind, _, id = key.partition(":")
    found = visit.room.offered(kind).get(id) if kind in KINDS else None
    return None if found is not None and found.path == visit.session.path else found


def _page(visit: Visit, ticked: tuple[str, ...], wrong: str) -> Page:
    groups: list[Html] = []
    first = ""
    for kind, (title, _, _) in KINDS.items():
        options = [
            Option(f"{kind}:{id}", f"{file_words(each.path)}{f' – {each.where}' if each.where else ''}")
            for id, each in visit.room.offered(kind).items()
            if each.path != visit.session.path
        ]
        if options:
            first = first or f"with-{kind}-0"
            groups.append(group(title, choices(f"with-{kind}", "with", options, ticked, "checkbox"), id=f"with-{kind}"))
    if not groups:
        return Page("Compare", tag("p", "There is nothing to compare with here."), at=AT)
    only = choices(
        "differing", "differing", [Option("yes", ONLY_DIFFERING)], ["yes"] if visit.desk.differing else [], "checkbox"
    )
    parts = (
        errors_box(((first, wrong),) if wrong else ()),
        tag("p", ABOUT),
        visit.to_form(
            "/compare",
            *groups,
            group("What is shown", only, id="shown"),
            tag("div", button("Compare"), class_="buttons"),
        ),
    )
    return Page("Compare", joined(parts), 422 if wrong else 200, AT, before_title="Error: " if wrong else "")
