"""The first page: a new council file, or one that is offered; each is named by an id of this server's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.figures import counted
from wizard.session.change import NotTaken
from wizard.session.file_names import file_words

from .exchange import Goto, Page, Refusal
from .fields import text_field
from .markup import Html, joined, tag
from .parts import FILE, MULTIPART
from .shell import button, errors_box
from .visit import not_there

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.session.recovering import LeftUnsaved
    from wizard.session.session import Session

    from .exchange import Given
    from .room import Openable
    from .visit import Visit

INTRODUCTION = (
    "Should one director lead both children's and adults' social services, or two? How closely should adult care be "
    "joined to the NHS?",
    "Answer some questions about a council, and read what five published reports say for it. It advises; it never "
    "decides.",
)
KINDS = {
    "recent": ("Opened lately", "Files of yours on this machine, the last one first.", "Which file?"),
    "report": ("Places in the reports", "What was known of each, as a case study. Yours is a copy.", "Which place?"),
    "example": ("Made-up councils, for learning", "Yours is a copy.", "Which council?"),
}
BECAME = {
    "unchanged": "",
    "changed": " The file was changed meanwhile.",
    "missing": " Its file is not there any more.",
}


def no_picture(_: Visit) -> Given:
    """Browsers ask for a small picture; there is none."""
    raise not_there()


def welcome(visit: Visit) -> Given:
    """What there is to begin with."""
    return welcome_page(visit, ())


def begin(visit: Visit) -> Given:
    """A new council file. Raises Refusal where too many are at work."""
    try:
        session = visit.room.begun(visit.form.one("title"))
    except NotTaken as fault:
        return welcome_page(visit, (("title", " ".join(each for each in (fault.message, fault.hint) if each)),))
    take_up(visit, session)
    return Goto("/questions")


def open_file(visit: Visit) -> Given:
    """One of those offered. Raises Refusal where it is none of them, and Unreadable."""
    kind, _, id = visit.form.one("which").partition(":")
    found = visit.room.offered(kind).get(id) if kind in KINDS else None
    if found is None:
        raise Refusal(404, "That is not one of the files offered here.", "Choose one from the first page.")
    take_up(visit, visit.room.opened(found))
    return Goto("/work")


def unsaved(visit: Visit) -> Given:
    """Takes up work that was not saved, or throws it away."""
    left = visit.room.left_unsaved().get(visit.form.one("which"))
    if left is None:
        raise Refusal(404, "That work is not there any more.", "Look at the first page for what is.")
    if visit.form.one("do") == "discard":
        left.recovery.discard()
        return Goto("/")
    take_up(visit, visit.room.recovered(left))
    return Goto("/work")


def take_up(visit: Visit, session: Session) -> None:
    """Puts a council file on the desk of whoever asks. Raises Refusal where too many are at work."""
    desk = visit.take_desk()
    desk.take_up(session)
    desk.tell(*(f"{each.message} {each.hint or ''}".rstrip() for each in session.opened_with))


def welcome_page(visit: Visit, faults: tuple[tuple[str, str], ...]) -> Page:
    """The first page, with what is wrong with its fields: the id of each, and the words."""
    going_on = None
    if visit.is_at_work:
        onward = tag("a", f"Go on with {visit.session.file.title}", href="/work", class_="next")
        stays = "What you begin or open now takes its place; download it first to be sure of it."
        going_on = joined((tag("p", onward), tag("p", stays, class_="quiet-words")))
    parts = (
        errors_box(faults),
        *(tag("p", each) for each in INTRODUCTION),
        going_on,
        _begin(visit, _fault(faults, "title")),
        _bring(visit, _fault(faults, FILE)),
        _left(visit, visit.room.left_unsaved()),
        *(_offered(visit, kind, visit.room.offered(kind)) for kind in KINDS),
        tag("p", tag("a", "Read what the reports tell of each place", href="/places")),
    )
    status, before = (422, "Error: ") if faults else (200, "")
    return Page("Leading social services", joined(parts), status, before_title=before)


def _fault(faults: tuple[tuple[str, str], ...], field: str) -> str:
    """What stands beside a field; many faults stand in the box only."""
    own = [words for each, words in faults if each == field]
    return own[0] if len(own) == 1 else f"See the {len(own)} faults above." if own else ""


def _begin(visit: Visit, wrong: str) -> Html:
    hint = "Such as: Our Council. It stands on every page."
    field = text_field("title", "What is the council called?", visit.form.one("title"), hint=hint, fault=wrong)
    begin = tag("div", button("Begin"), class_="buttons")
    return joined((tag("h2", "A new council file"), visit.to_form("/begin", field, begin)))


def _bring(visit: Visit, wrong: str) -> Html:
    """A file from wherever the browser runs: with a join code that is another machine."""
    most = f"At most {visit.room.limits.body // 1024} KB. What you open is a copy: your file stays as it is."
    hint = f"A council file of the wizard, ending in .yaml. {most}"
    # A field for files is always empty to begin with.
    field = text_field(FILE, "Which file?", hint=hint, fault=wrong, type="file", value=None, autocomplete=None)
    opening = tag("div", button("Open", label="Open: A council file of yours"), class_="buttons")
    form = visit.to_form("/bring", field, opening, enctype=MULTIPART)
    return joined((tag("h2", "A council file of yours"), form))


def _offered(visit: Visit, kind: str, found: Mapping[str, Openable]) -> Html | None:
    if not found:
        return None
    title, about, ask = KINDS[kind]
    choices = joined(
        tag("option", f"{file_words(each.path)}{f' – {each.where}' if each.where else ''}", value=f"{kind}:{id}")
        for id, each in found.items()
    )
    label = tag("label", ask, for_=f"which-{kind}")
    field = tag("div", label, tag("select", choices, id=f"which-{kind}", name="which"), class_="field")
    opening = visit.to_form("/open", field, tag("div", button("Open", label=f"Open: {title}"), class_="buttons"))
    return joined((tag("h2", title), tag("p", about), opening))


def _left(visit: Visit, found: Mapping[str, LeftUnsaved]) -> Html | None:
    if not found:
        return None
    items = []
    for id, each in found.items():
        name = each.title or "No title"
        said = f"{name}, {counted(each.answers, 'answer')}.{BECAME[each.file_is] if each.path is not None else ''}"
        which = tag("input", type="hidden", name="which", value=id)
        take = button("Take it up", value="take", label=f"Take up: {name}")
        throw = button("Throw it away", value="discard", quiet=True, label=f"Throw away: {name}")
        items.append(tag("li", tag("p", said), visit.to_form("/unsaved", which, take, throw)))
    return joined((tag("h2", "Work that was not saved"), tag("ul", *items, class_="list")))
