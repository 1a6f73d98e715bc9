"""Which of two groups matters more: the questions that are worth asking, one at a time; else any two groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.eliciting import NotWeights
from wizard.proof.setting_priorities import Compared, with_trade_offs
from wizard.report.figures import sentence
from wizard.report.priorities_on_screen import CANNOT_SAY, to_weigh

from .exchange import Goto, Page
from .fields import Option, choices, group, select
from .markup import Html, joined, tag
from .priorities import AT, decision_of, record, weighable_in, worth_asking
from .said_by import said_by, said_by_fields
from .shell import button, errors_box, heading
from .visit import not_there
from .weighing import in_titles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.report.priorities_on_screen import EitherOr, ToWeigh

    from .exchange import Given
    from .visit import Visit

MORE, ONE, OTHER = "more", "one", "other"
"""The fields: what matters more, and the two groups."""

NOBODY_CAN = "cannot_say"
CHOOSE = "Choose one of the answers; “I cannot say” is one too."
TWICE = "Choose two different groups."
UNSWAYED = "What your answer makes of the result is shown once it is given, and it can be taken back."


def which(visit: Visit) -> Given:
    """The first question that is worth asking; where there is none, two lists of groups."""
    decision = decision_of(visit)
    if None not in weighable_in(visit.session, decision):
        return Goto(f"/priorities/{decision}")
    return _page(visit, decision, {})


def answer(visit: Visit) -> Given:
    """Takes the answer up. Raises Refusal where the form names no two groups of the decision."""
    decision, form = decision_of(visit), visit.form
    groups = to_weigh(visit.session, decision, None)
    one, other, more = form.one(ONE), form.one(OTHER), form.one(MORE)
    if not {one, other} <= {each.id for each in groups}:
        raise not_there()
    faults: dict[str, str] = {}
    asked = form.has("asked")
    if asked and more not in (one, other, NOBODY_CAN):
        faults[f"{MORE}-0"] = CHOOSE
    if one == other:
        faults[ONE] = TWICE
    by = said_by(visit, faults, needs_why=more != NOBODY_CAN)
    if not faults:
        if asked and more == other:
            one, other = other, one
        pair = Compared(one, other, one_matters_more=more != NOBODY_CAN)
        weighable = visit.session.view.weighable[decision]
        try:
            new = with_trade_offs(visit.session.file, decision, weighable, [pair], by)
        except NotWeights as fault:
            words = in_titles(f"{fault.message} {fault.hint}", groups)
            faults[f"{MORE}-0" if asked else ONE] = words
        else:
            return record(visit, decision, new)
    return _page(visit, decision, faults)


def _page(visit: Visit, decision: str, faults: Mapping[str, str]) -> Page:
    groups = to_weigh(visit.session, decision, None)
    sent = (visit.form.one(ONE), visit.form.one(OTHER))
    worth = worth_asking(visit, decision)
    # A form that comes back asks what it asked before, whatever is worth asking now.
    asked = next((each for each in worth if not faults or (each.first.group, each.second.group) == sent), None)
    words = asked.ask if asked is not None else "Which of two groups matters more?"
    inner = _either_or(visit, asked, faults) if asked is not None else _any_two(visit, groups, faults)
    buttons = tag("div", button("Record it"), class_="buttons")
    where = f"/priorities/{decision}"
    parts = (
        tag("p", f"{sentence(visit.session.rules.pack.decisions[decision].title)} {UNSWAYED}", class_="position"),
        errors_box(tuple(faults.items())),
        visit.to_form(f"{where}/which", inner, said_by_fields(visit, faults), buttons, novalidate="novalidate"),
        tag("p", tag("a", "Back to the priorities", href=where)),
    )
    status, before = (422, "Error: ") if faults else (200, "")
    return Page(words, joined(parts), status, AT, own_heading=True, before_title=before)


def _either_or(visit: Visit, asked: EitherOr, faults: Mapping[str, str]) -> Html:
    options = [
        *(
            Option(each.group, each.title, f"{each.about[:1].upper()}{each.about[1:]}.")
            for each in (asked.first, asked.second)
        ),
        Option(NOBODY_CAN, CANNOT_SAY),
    ]
    hidden = (
        tag("input", type="hidden", name=name, value=value)
        for name, value in (("asked", "yes"), (ONE, asked.first.group), (OTHER, asked.second.group))
    )
    title = heading(asked.ask, focus=not faults)
    radios = choices(MORE, MORE, options, visit.form.every(MORE))
    return joined((*hidden, group(title, radios, id=MORE, fault=faults.get(f"{MORE}-0", ""))))


def _any_two(visit: Visit, groups: tuple[ToWeigh, ...], faults: Mapping[str, str]) -> Html:
    options = [Option(each.id, each.title) for each in groups]
    title = heading("Which of two groups matters more?", focus=not faults)
    second = visit.form.one(OTHER) or (options[1].value if len(options) > 1 else "")
    return group(
        title,
        select(ONE, "This matters more", options, visit.form.one(ONE)),
        select(OTHER, "than this", options, second),
        id="pair",
        fault=faults.get(ONE, ""),
    )
