"""What-ifs: begun, named, noted, kept or taken away, as functions from one state to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.schema.council import WhatIf

from .change import NotTaken, WhatIfChange
from .editing import with_variant, with_what_if
from .giving import one_line, some_words
from .naming import free_id
from .state import Variant

if TYPE_CHECKING:
    from .change import Change
    from .state import State

    Step = tuple[State, Change]

MOST = 4
"""What-ifs beside the base: more than five columns cannot be taken in side by side."""


def begun(state: State, title: str | None = None, like: str | None = None) -> tuple[State, WhatIfChange]:
    """A new what-if, in which nothing is otherwise yet, or what is otherwise in the one it is made `like`.

    Without a title it is called "What if 1" and so on. Raises NotTaken where there are as many as can be.
    """
    if len(state.variants) >= MOST:
        message = f"There are {len(state.variants)} what-ifs already."
        raise NotTaken("too-many", message, f"At most {MOST} stand beside the council file: take one away first.")
    taken = {each.id for each in state.variants}
    number = next(n for n in range(1, MOST + 2) if f"what_if_{n}" not in taken)
    words = f"What if {number}" if title is None else one_line(title, "The title")
    id = free_id(words, f"what_if_{number}", taken)
    model = state.variant(like) if like is not None else Variant(WhatIf(id=id, title=words, answers={}), {}, False)
    what_if = model.what_if.model_copy(update={"id": id, "title": words})
    variants = (*state.variants, Variant(what_if, model.answers, kept=False))
    return replace(state, variants=variants), WhatIfChange(id, None, what_if, False, False)


def removed(state: State, variant: str) -> tuple[State, WhatIfChange]:
    """The what-if taken away, from the file too where it is kept there."""
    found = state.variant(variant)
    left = tuple(each for each in state.variants if each.id != variant)
    return replace(state, variants=left), WhatIfChange(variant, found.what_if, None, found.kept, False)


def kept(state: State, variant: str, *, keep: bool = True) -> Step | None:
    """The what-if goes into the council file when that is saved, or stays out of it."""
    found = state.variant(variant)
    if found.kept == keep:
        return None
    if keep and found.is_empty:
        raise NotTaken(
            "nothing-otherwise", "Nothing is otherwise in this what-if yet.", "Change something in it first."
        )
    change = WhatIfChange(variant, found.what_if, found.what_if, found.kept, keep)
    return with_variant(state, variant, kept=keep), change


def renamed(state: State, variant: str, title: str) -> Step | None:
    """Another title for the what-if; its id stays, so that what names it goes on naming it."""
    return _said(state, variant, "title", one_line(title, "The title"))


def noted(state: State, variant: str, note: str | None) -> Step | None:
    """Another note on the what-if; None or nothing takes it away."""
    return _said(state, variant, "note", some_words(note))


def _said(state: State, variant: str, key: str, words: str | None) -> Step | None:
    found = state.variant(variant)
    if getattr(found.what_if, key) == words:
        return None
    changed = with_what_if(state, variant, **{key: words})
    after = changed.variant(variant).what_if
    return changed, WhatIfChange(variant, found.what_if, after, found.kept, found.kept)
