"""Files for the facilitator to keep: what to print, and once the sheets are open what came out."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wizard.council_file import NotSaved, create_council, new_text, read_council
from wizard.council_file.written import written_in
from wizard.report.formats import FORMATS, Options, format_of_name, renderer_of
from wizard.report.subject import Subject
from wizard.web.download import KINDS
from wizard.web.exchange import File, Goto, Page
from wizard.web.markup import Html, joined, tag
from wizard.web.shell import button, errors_box
from wizard.web.visit import not_there

from .results import room_document
from .telling import not_kept_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.report.document import Document
    from wizard.web.exchange import Given

    from .visit import Visit

JOINED = "joined.yaml"
WHOLE = "what_came_out"
USUAL = ("docx", "html", "pdf")
"""The formats of documents that people use."""


class Handout(NamedTuple):
    """Something to print before or during a workshop: its module, which has a function of its name, and words."""

    id: str
    title: str
    note: str


HANDOUTS = (
    Handout("participant_sheet", "What each participant gets", "The facts, and what is asked"),
    Handout("answer_sheet", "The answer sheet", "For teams without a browser"),
    Handout("facilitator_notes", "Your own notes", "Not for those who take part"),
    Handout("script", "The script", "Minute by minute: what to say, show and hand out"),
)


def files(visit: Visit) -> Given:
    """Everything there is to keep now."""
    return _page(visit)


def keep_joined(visit: Visit) -> Given:
    """Writes the joined council file into the workshop's folder, beside those that were kept there before."""
    if not visit.workshop.is_open or visit.workshop.is_case_study:
        return Goto("/files")
    from wizard.workshop.group.joined_file import joined_file

    path = _free(visit.workshop.folder)
    try:
        create_council(path, joined_file(visit.room.result()), visit.workshop.rule_set.view)
    except NotSaved as fault:
        return _page(visit, wrong=not_kept_words(visit, fault))
    return _page(visit, said=f"Saved in {path}.")


def _free(folder: Path) -> Path:
    """joined.yaml, or with a number where it is there: words may have come in since it was kept."""
    found, number = folder / JOINED, 2
    while found.exists():
        found, number = folder / f"joined_{number}.yaml", number + 1
    return found


def file(visit: Visit) -> Given:
    """One of them. Raises Unreadable where its format needs something that is not installed."""
    name, workshop = visit.names["name"], visit.workshop
    begun, _, ending = name.rpartition(".")
    for each in HANDOUTS:
        if each.id == begun and f".{ending}" in _endings():
            made = getattr(import_module(f"wizard.workshop.handouts.{each.id}"), each.id)
            return _file(visit, made(workshop), name)
    if not workshop.is_open:
        raise not_there()
    if begun == WHOLE and f".{ending}" in _endings():
        return _file(visit, room_document(visit), name)
    if workshop.is_case_study:
        raise not_there()
    if name == JOINED:
        return File(f"{workshop.file.id}_{JOINED}", _joined_text(visit), "application/yaml")
    return _report(visit, name)


def _report(visit: Visit, name: str) -> File:
    """What can be passed on of the joined council file, as of any other."""
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.passing_on import made, things

    for each in things():
        for ending in each.endings:
            if name == f"{each.id}{ending}":
                workshop = visit.workshop
                council = read_council(written_in(_joined_text(visit), Path(JOINED), JOINED), workshop.rule_set.view)
                subject = Subject(assess(workshop.rules, case_of(council)), council.file, JOINED)
                own = f"{workshop.file.id}_{name}"
                return File(own, made(each, own, subject, workshop.rules), _kind(ending))
    raise not_there()


def _joined_text(visit: Visit) -> bytes:
    from wizard.workshop.group.joined_file import joined_file

    return new_text(joined_file(visit.room.result())).encode("utf-8")


def _file(visit: Visit, document: Document, name: str) -> File:
    form = format_of_name(name) or "html"
    own = f"{visit.workshop.file.id}_{name}"
    return File(own, renderer_of(form).rendered(document, Options()), _kind(f".{name.rpartition('.')[2]}"))


def _endings() -> tuple[str, ...]:
    """Of the usual formats, those that can be made here."""
    there = [each for each in USUAL if each != "docx" or find_spec("docx") is not None]
    there = [each for each in there if each != "pdf" or find_spec("typst") is not None]
    return tuple(FORMATS[each].endings[0] for each in there)


def _kind(ending: str) -> str:
    return KINDS.get(ending, ("", "application/octet-stream"))[1]


def _page(visit: Visit, *, said: str = "", wrong: str = "") -> Page:
    workshop = visit.workshop
    parts: list[Html | None] = [
        errors_box((("joined", wrong),) if wrong else ()),
        tag("div", tag("p", said), role="status", class_="said") if said else None,
    ]
    if workshop.is_open:
        whole = _entry(WHOLE, "What came out", "All of it, as the room has seen it", _endings())
        parts += [tag("h2", "What came out"), tag("ul", whole, class_="list")]
        parts += [] if workshop.is_case_study else _joined(visit)
    parts += [tag("h2", "To print"), tag("ul", *_handouts(), class_="list")]
    return Page("Files", joined(parts), 503 if wrong else 200, "files", before_title="Error: " if wrong else "")


def _handouts() -> Iterable[Html]:
    return (_entry(each.id, each.title, each.note, _endings()) for each in HANDOUTS)


def _joined(visit: Visit) -> list[Html | None]:
    from wizard.report.passing_on import things

    about = (
        "An ordinary council file with what the group said together, to be opened, varied and reported like any other. "
        f"It can be kept in the workshop's folder as {JOINED}, too."
    )
    save = visit.to_form("/files", tag("p", button("Keep it in the workshop's folder", quiet=True)), id="joined")
    reports = (_entry(each.id, each.title, each.note, each.endings) for each in things())
    return [
        tag("h2", "The joined council file"),
        tag("p", about),
        tag("p", tag("a", "Download the joined council file", href=f"/files/{JOINED}")),
        save,
        tag("p", "Made of it, as of any council file; a report takes some seconds:"),
        tag("ul", *reports, class_="list"),
    ]


def _entry(id: str, title: str, note: str, endings: tuple[str, ...]) -> Html:
    links: list[str | Html] = []
    named: set[str] = set()
    for ending in endings:
        words = KINDS.get(ending, (ending.removeprefix("."), ""))[0]
        if words not in named:
            named.add(words)
            unseen = tag("span", f"{title} as ", class_="unseen")
            links += [" · " if links else "", tag("a", unseen, words, href=f"/files/{id}{ending}")]
    return tag("li", tag("strong", title), f". {note}. ", tag("span", *links, class_="ways"))
