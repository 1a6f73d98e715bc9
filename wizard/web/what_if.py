"""What if something were otherwise: tried beside the council file, kept in it, or taken over into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.levers import levers_of
from wizard.report.session_variants import subject_of, variants_of
from wizard.report.variant import letter
from wizard.report.what_if_shown import all_shown, none_shown, one_shown
from wizard.session.change import NotTaken
from wizard.session.varying import MOST

from .documents import html_of
from .exchange import Goto, Page
from .markup import Html, joined, tag
from .question_form import Place, answer_said
from .results import not_yet
from .shell import button
from .taking import question_page, taken
from .visit import not_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.session.change import Change
    from wizard.session.session import Session

    from .exchange import Given
    from .visit import Visit

AT, BESIDES = "what-if", "What-ifs side by side"
BESIDE = "a-new-one"
"""Stands for a what-if that is begun with its first change. It has a hyphen, so no what-if can be called so."""


def what_ifs(visit: Visit) -> Given:
    """The what-if that was begun last; where there is none, what it is for."""
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session = visit.session
    if session.state.variants:
        return Goto(f"/what-if/{session.state.variants[-1].id}")
    shown = none_shown(subject_of(session), tuple(levers_of(session.rules, subject_of(session))))
    return Page("What if", joined((_varying(BESIDE), html_of(shown.blocks, shown.key_of, BESIDE))), at=AT)


def begin(visit: Visit) -> Given:
    """Another what-if, like another one where that is named. Raises NotTaken where there are too many."""
    like = visit.form.one("like") or None
    if like is not None and not _has(visit.session, like):
        raise not_there()
    return not_yet(visit, AT) or Goto(f"/what-if/{visit.session.begin_what_if(like=like)}")


def what_if(visit: Visit) -> Given:
    """One what-if: what is otherwise in it, what that moves, and what would turn the result."""
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session, id = visit.session, named(visit)
    found = session.state.variant(id)
    place = [each.id for each in session.state.variants].index(id)
    levers = tuple(levers_of(session.rules, subject_of(session)))
    shown = one_shown(subject_of(session), variants_of(session)[place], levers, empty=found.is_empty)
    kept = "It is kept in the council file." if found.kept else "It is not kept in the council file."
    parts = (
        _others(session, id),
        tag("p", kept, class_="quiet-words"),
        _varying(id),
        html_of(shown.blocks, shown.key_of, id),
        tag("h2", "This what-if"),
        _actions(visit, id),
    )
    return Page(f"What if: {found.what_if.title}", joined(parts), at=AT)


def side_by_side(visit: Visit) -> Given:
    """All what-ifs in columns beside the council file."""
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session = visit.session
    variants = variants_of(session)
    if not variants:
        return Goto("/what-if")
    shown = all_shown(subject_of(session), variants)
    return Page(BESIDES, joined((_others(session, ""), html_of(shown.blocks, shown.key_of, title=BESIDES))), at=AT)


def act(visit: Visit) -> Given:
    """Keeps, names, takes over or takes away. Raises NotTaken."""
    id, do = named(visit), visit.form.one("do")
    does: dict[str, Callable[[Session], Change | None]] = {
        "keep": lambda session: session.keep_what_if(id),
        "let_go": lambda session: session.keep_what_if(id, keep=False),
        "take_over": lambda session: session.take_over(id),
        "remove": lambda session: session.remove_what_if(id),
        "name": lambda session: session.rename_what_if(id, visit.form.one("title")),
    }
    if do in does:
        from wizard.report.changes_made import change_made

        change = visit.desk.change(does[do])
        visit.desk.tell(change_made(visit.session.rules, change) if change is not None else "That is so already.")
    return Goto("/what-if" if do == "remove" else f"/what-if/{id}")


def which(visit: Visit) -> Given:
    """Every question, to choose the one whose answer is varied."""
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session = visit.session
    id = visit.names["variant"]
    variant = None if id == BESIDE else named(visit)
    parts: list[Html] = [tag("p", "Choose the question whose answer is to be another one, here only.")]
    for section in session.plan.sections:
        links = (
            tag(
                "li",
                tag("a", each.question.ask, href=f"/what-if/{id}/vary/{each.id}"),
                f" {answer_said(visit, each.id, variant)}.",
            )
            for each in section.questions
        )
        parts += [tag("h2", section.title.rstrip(".")), tag("ul", *links, class_="list")]
    return Page("Vary which answer?", joined(parts), at=AT)


def vary_page(visit: Visit) -> Given:
    """The question in a what-if."""
    asked = visit.question()
    return not_yet(visit, AT) or question_page(visit, asked, _place(visit, asked))


def vary(visit: Visit) -> Given:
    """Takes the answer up, here only; a what-if that is not there yet is begun with it."""
    asked = visit.question()
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session = visit.session
    begun = visit.names["variant"] == BESIDE
    variant = session.begin_what_if() if begun else named(visit)
    place = _place(visit, asked)._replace(variant=variant)
    again = taken(visit, asked, place)
    if again is not None and begun:
        # Nothing came of it: undoing leaves no empty what-if behind.
        session.undo()
    return again if again is not None else Goto(f"/what-if/{variant}")


def varied(visit: Visit, make: Callable[[Session, str], Change | None]) -> tuple[str, Change | None]:
    """Makes a change in the what-if that the address names, and gives its id; one not there yet is begun with it.

    Raises NotTaken, and then leaves none behind.
    """
    session = visit.session
    begun = visit.names["variant"] == BESIDE
    variant = session.begin_what_if() if begun else named(visit)
    try:
        return variant, visit.desk.change(lambda work: make(work, variant))
    except NotTaken:
        if begun:
            session.undo()
        raise


def _varying(id: str) -> Html:
    """The ways to what can be otherwise."""
    ways = (
        tag("a", "Vary an answer", href=f"/what-if/{id}/vary", class_="next"),
        tag("a", "Vary a weight", href=f"/what-if/{id}/weights"),
        tag("a", "Take a model off the table, or put it back", href=f"/what-if/{id}/models"),
    )
    return joined(tag("p", each) for each in ways)


def _place(visit: Visit, asked: str) -> Place:
    id = visit.names["variant"]
    if id == BESIDE:
        before = "In a new what-if. The council file stays as it is."
        return Place(f"/what-if/{id}/vary/{asked}", f"/what-if/{id}/vary", before, AT, trying=True)
    found = visit.session.state.variant(named(visit))
    before = f"In the what-if “{found.what_if.title}”. The council file stays as it is."
    return Place(f"/what-if/{id}/vary/{asked}", f"/what-if/{id}", before, AT, variant=id, trying=True)


def named(visit: Visit) -> str:
    """The what-if that the address names. Raises Refusal where there is none."""
    id = visit.names["variant"]
    if not _has(visit.session, id):
        raise not_there()
    return id


def _has(session: Session, id: str) -> bool:
    return any(each.id == id for each in session.state.variants)


def _others(session: Session, id: str) -> Html | None:
    """The way to the other what-ifs, and to all of them side by side."""
    variants = session.state.variants
    if len(variants) < 2:
        return None
    links = [
        tag(
            "li",
            tag(
                "a",
                f"{letter(place)}: {each.what_if.title}",
                href=f"/what-if/{each.id}",
                aria_current="page" if each.id == id else None,
            ),
        )
        for place, each in enumerate(variants)
    ]
    links.append(tag("li", tag("a", "Side by side", href="/what-if/side-by-side", aria_current=None if id else "page")))
    return tag("nav", tag("ol", *links), aria_label="What-ifs", class_="pages")


def _actions(visit: Visit, id: str) -> Html:
    found = visit.session.state.variant(id)
    keep = button("No longer keep it", value="let_go", quiet=True) if found.kept else button("Keep it", value="keep")
    label = tag("label", "A name for it", for_="title")
    field = tag("input", type="text", id="title", name="title", value=found.what_if.title, autocomplete="off")
    acting = (
        keep,
        button("Take it over into the council file", value="take_over", quiet=True),
        button("Take it away", value="remove", quiet=True),
    )
    naming = (
        tag("div", label, field, class_="field"),
        tag("div", button("Save the name", value="name", quiet=True), class_="buttons"),
    )
    parts = [visit.to_form(f"/what-if/{id}", tag("div", *acting, class_="buttons"))]
    parts.append(visit.to_form(f"/what-if/{id}", *naming))
    if len(visit.session.state.variants) < MOST:
        like = tag("button", "Begin one like it", type="submit", name="like", value=id, class_="quiet")
        new = tag("button", "Begin another one", type="submit", name="like", value="", class_="quiet")
        parts.append(visit.to_form("/what-if", tag("div", new, like, class_="buttons")))
    return joined(parts)
