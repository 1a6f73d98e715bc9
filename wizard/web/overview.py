"""The council file that is open: how far it is, where it is kept, its title, and the last change taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.changes_made import change_redone, change_undone
from wizard.report.figures import counted
from wizard.session.saving import SaveRefused

from .exchange import Goto, Page
from .markup import Html, joined, tag
from .shell import button

if TYPE_CHECKING:
    from wizard.session.session import Session

    from .exchange import Given
    from .visit import Visit


def overview(visit: Visit) -> Given:
    """How far the person is, and what can be done."""
    session = visit.session
    core, plan = session.core, session.plan
    matter = f"{core.done} of the {core.of} questions that matter most have answers; {plan.done} of {plan.of} in all."
    more = "Answer what could still change the result" if session.ranking_allowed else "Go on with the questions"
    left = "" if core.is_done else f"The rest of those that matter most takes about {_minutes(session)}. "
    parts = (
        tag("p", matter),
        tag("p", f"{left}“Not sure” is an answer too. You can stop at any time.") if left else None,
        tag("p", tag("a", more, href="/questions", class_="next")),
        _result(session),
        tag("p", tag("a", "Models on the table: take one off, or put it back", href="/models")),
        tag("h2", "Where your answers are"),
        *_kept(visit),
        tag("h2", "Changes"),
        _changes(visit),
        tag("h2", "The title"),
        _title(visit),
        tag("h2", "Stop"),
        visit.to_form("/work", tag("p", button("Close this council file", value="close", quiet=True))),
    )
    return Page(session.file.title, joined(parts), at="work")


def act(visit: Visit) -> Given:
    """Undo, redo, save, another title, or the end. Raises NotTaken."""
    do, desk = visit.form.one("do"), visit.desk
    rules = visit.session.rules
    if do == "close":
        desk.put_away()
        return Goto("/")
    if do == "undo":
        change = desk.change(lambda session: session.undo())
        desk.tell(change_undone(rules, change) if change is not None else "Nothing is left to take back.")
    elif do == "redo":
        change = desk.change(lambda session: session.redo())
        desk.tell(change_redone(rules, change) if change is not None else "Nothing was taken back.")
    elif do == "title":
        desk.change(lambda session: session.rename(visit.form.one("title")))
    elif do == "save" and visit.session.path is not None:
        _save(visit)
    return Goto("/work")


def _save(visit: Visit) -> None:
    saved = visit.session.save()
    if isinstance(saved, SaveRefused):
        hint = "Download the council file to keep these answers."
        visit.desk.tell(f"Not saved. {saved.problem.message} {hint}")
    else:
        visit.desk.tell(f"Saved in {saved.path}.")


def _minutes(session: Session) -> str:
    return counted(session.core.minutes_left, "minute")


def _result(session: Session) -> Html | None:
    if not session.ranking_allowed:
        return None
    return tag("p", tag("a", "See the result", href="/result"))


def _kept(visit: Visit) -> list[Html]:
    session = visit.session
    download = tag("p", tag("a", "Download the council file", href="/download/council.yaml"))
    if session.path is None:
        again = " Work that you close is offered on the first page again." if visit.room.is_own else ""
        said = f"They are kept on the machine that runs the wizard, in no file of their own. Download them.{again}"
        return [tag("p", said), download]
    if not session.unsaved:
        return [tag("p", f"All of them are saved in {session.path}."), download]
    save = button("Save", value="save")
    said = f"Some are not saved in {session.path} yet; they are kept beside it, and outlive a crash."
    return [tag("p", said), visit.to_form("/work", tag("p", save)), download]


def _changes(visit: Visit) -> Html:
    session = visit.session
    if not (session.can_undo or session.can_redo):
        return tag("p", "Nothing was changed yet.")
    undo = button("Take the last change back", value="undo", quiet=True) if session.can_undo else None
    redo = button("Make it again", value="redo", quiet=True) if session.can_redo else None
    return visit.to_form("/work", tag("p", undo, redo))


def _title(visit: Visit) -> Html:
    label = tag("label", "What the council is called", for_="title")
    field = tag("input", type="text", id="title", name="title", value=visit.session.file.title, autocomplete="off")
    save = tag("p", button("Save the title", value="title", quiet=True))
    return visit.to_form("/work", tag("div", label, field, class_="field"), save)
