"""Models taken off the table, with a reason that every result tells; and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conversation import Conversation


def models(talk: Conversation, _: str) -> None:
    """In the council file."""
    choose_model(talk, None)


def choose_model(talk: Conversation, variant: str | None, begin: Callable[[], str] | None = None) -> None:
    """Reads out the models and changes one; `begin` gives the what-if that takes the change.

    Raises Cancelled, NotTaken.
    """
    session = talk.session
    off = session.assessment_of(variant).case.off_the_table
    every = [model for decision in session.rules.pack.decisions for model in session.rules.pack.models_of(decision)]
    for number, each in enumerate(every, start=1):
        how = f"off the table: {off[each.id]}" if each.id in off else "on the table"
        talk.say(f"{number}: {each.title}: {how.rstrip('.')}.")
    line = talk.fill_in(f"Which one? 1 to {len(every)}, Enter to leave it:")
    number = number_of(line, len(every))
    if not number:
        talk.say("Left as it was." if not line else f"Type models and a number from 1 to {len(every)}.")
        return
    model = every[number - 1]
    if model.id in off:
        talk.changed(session.put_back(model.id, variant=variant))
        return
    reason = talk.fill_in("Why is it off the table? The reason is told with every result:")
    if not reason:
        talk.say("Left as it was: without a reason no model is taken off the table.")
        return
    talk.changed(session.take_off_the_table(model.id, reason, variant=begin() if begin is not None else None))
