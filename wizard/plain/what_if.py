"""What if something were otherwise: tried beside the council file, kept in it, or taken over into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wizard.report.session_variants import subject_of, variants_of

from .answers import to_change
from .commands import Command
from .place import Place

if TYPE_CHECKING:
    from wizard.report.variant import Variant

    from .conversation import Conversation

LETTERS = "abcd"


class WhatIf(Place):
    """One what-if, or none begun yet; the first thing that is varied begins one."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(("v", "c", "vary", "change"), "varies an answer here", "what_if:vary", "NUMBER or words"),
        Command(("weights", "weight"), "gives a group or a criterion another weight here", "what_if:weights"),
        Command(("models", "off", "table"), "takes a model off the table here, or puts it back", "what_if:models"),
        Command(("turns", "turn"), "single answers that would turn the result", "what_if:turns"),
        Command(("moved", "again"), "reads out again what moved", "what_if:moved"),
        Command(("sides", "side by side"), "all what-ifs beside the council file", "what_if:sides"),
        Command(("new",), "begins another what-if", "what_if:begin", "TITLE"),
        Command(("copy",), "begins another one like this one", "what_if:copy", "TITLE"),
        Command(("switch",), "goes to another what-if", "what_if:switch", "A, B, C or D"),
        Command(("name",), "gives this one a name", "what_if:name", "WORDS"),
        Command(("note",), "a note on it; alone it takes the note away", "what_if:note", "WORDS"),
        Command(("k", "keep"), "keeps it in the council file", "what_if:keep", "TITLE"),
        Command(("let go",), "no longer keeps it there", "what_if:let_go"),
        Command(("t", "take over"), "makes what is otherwise here the council file's own", "what_if:take_over"),
        Command(("x", "remove", "drop"), "takes this what-if away; undo brings it back", "what_if:remove"),
    )
    ABOUT = (
        "What would come out if an answer, a priority or the models on the table were otherwise. The council file "
        "itself stays as it is until you take a what-if over."
    )

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        ids = self.ids()
        self.shown: str | None = ids[0] if ids else None
        self._told: tuple[object, str | None] | None = None

    def ids(self) -> list[str]:
        """The what-ifs there are."""
        return [each.id for each in self.session.state.variants]

    @property
    def variant(self) -> str | None:
        """The one that is shown, or that is begun with the next change."""
        return self.shown

    def arrive(self) -> None:
        """What is otherwise, and what that moves."""
        if not self.talk.seen():
            self.talk.leave_place()
            return
        ids = self.ids()
        if self.shown not in ids:
            self.shown = ids[-1] if ids else None
        self._told = (self.session.state, self.shown)
        if self.shown is None:
            self.talk.say(
                "", "No what-if is begun. v and a number, or words, varies an answer, and tells what that moves."
            )
            self.talk.say("turns tells which single answers would turn the result.")
            return
        place = ids.index(self.shown)
        found = self.session.state.variant(self.shown)
        kept = ", kept in the council file" if found.kept else ""
        self.talk.say("", f"What-if {LETTERS[place].upper()}: {found.what_if.title}{kept}.")
        self._tell(variants_of(self.session)[place], empty=found.is_empty)

    def resume(self) -> None:
        """Only its name where nothing changed meanwhile."""
        if self.shown is not None and self._told == (self.session.state, self.shown):
            title = self.session.state.variant(self.shown).what_if.title
            self.talk.say("", f"Back at the what-if “{title}”. Type moved to hear again what moved.")
        else:
            self.arrive()

    def _tell(self, variant: Variant, *, empty: bool) -> None:
        from wizard.report.document import Paragraph, Section
        from wizard.report.levers import TITLE
        from wizard.report.verdict_words import ADVICE
        from wizard.report.what_if_shown import one_shown

        if empty:
            self.talk.say("Nothing is otherwise in it yet. v and a number, or words, varies an answer.")
            return
        blocks = one_shown(subject_of(self.session), variant, (), empty=False).blocks
        # What would turn it is told when it is asked for; the advice need not stand behind every change.
        turning = (each for each in blocks if isinstance(each, Section) and each.title == TITLE)
        left_out = (Paragraph(ADVICE), *turning)
        self.talk.read_out([each for each in blocks if each not in left_out])

    def prompt(self) -> str:
        """What can be done."""
        if self.shown is None:
            return "What if: v to vary an answer, turns, Enter to go back, ? for help:"
        return "What if: v to vary, k to keep, t to take over, x to remove, Enter to go back, ? for help:"

    def blank(self) -> None:
        """Back."""
        self.back()

    def begun(self) -> str:
        """The what-if that is shown; begins one where there is none."""
        if self.shown is None:
            self.shown = self.session.begin_what_if()
        return self.shown


def what_if(talk: Conversation, _: str) -> None:
    """Begins with what is kept in the file."""
    if talk.seen():
        talk.go(WhatIf(talk))


def vary(place: WhatIf, rest: str) -> None:
    """Another answer, here only."""
    to_change(place.talk, rest, place.begun)


def weights(place: WhatIf, _: str) -> None:
    """Another weight, here only."""
    from .weighing import weigh_one

    weigh_one(place.talk, place.shown, place.begun)
    place.arrive()


def models(place: WhatIf, _: str) -> None:
    """Off the table or on it, here only."""
    from .models import choose_model

    choose_model(place.talk, place.shown, place.begun)
    place.arrive()


def turns(place: WhatIf, _: str) -> None:
    """What would turn each decision."""
    from wizard.report.levers import levers_of, levers_section

    session = place.session
    place.talk.say("Trying every change of one answer and of two.")
    place.talk.lines.flush()
    section, _keys = levers_section(session.rules.pack, tuple(levers_of(session.rules, subject_of(session))))
    place.talk.read_out((section,))


def moved(place: WhatIf, _: str) -> None:
    """Again."""
    place.arrive()


def sides(place: WhatIf, _: str) -> None:
    """Every what-if in turn."""
    from wizard.report.what_if_shown import all_shown

    variants = variants_of(place.session)
    if not variants:
        place.arrive()
        return
    place.talk.say("")
    place.talk.read_out(all_shown(subject_of(place.session), variants).blocks)


def begin(place: WhatIf, rest: str) -> None:
    """Another one. Raises NotTaken where there are too many."""
    place.shown = place.session.begin_what_if(rest or None)
    _told(place)


def copy(place: WhatIf, rest: str) -> None:
    """One with the same things otherwise."""
    place.shown = place.session.begin_what_if(rest or None, like=place.shown)
    _told(place)


def switch(place: WhatIf, rest: str) -> None:
    """To the what-if of a letter, a number or a title."""
    ids = place.ids()
    names = {each.what_if.title.casefold(): each.id for each in place.session.state.variants}
    wanted = rest.casefold()
    found = names.get(wanted)
    for number, each in enumerate(ids):
        if wanted in (LETTERS[number], str(number + 1)):
            found = each
    if found is None:
        titles = [each.what_if.title for each in place.session.state.variants]
        said = "; ".join(f"{LETTERS[number].upper()}, {title}" for number, title in enumerate(titles))
        place.talk.say(f"There are: {said}. Type switch and a letter." if said else "No what-if is begun yet.")
        return
    place.shown = found
    place.arrive()


def name(place: WhatIf, rest: str) -> None:
    """A name for it."""
    _change(place, "rename_what_if", rest or place.talk.fill_in("A name for this what-if:"))


def note(place: WhatIf, rest: str) -> None:
    """A note on it."""
    _change(place, "note_what_if", rest or None)


def keep(place: WhatIf, rest: str) -> None:
    """Into the council file; with a title where one is typed."""
    if rest and place.shown is not None:
        place.talk.changed(place.session.rename_what_if(place.shown, rest))
    _change(place, "keep_what_if")


def let_go(place: WhatIf, _: str) -> None:
    """Out of the council file."""
    _change(place, "keep_what_if", False)


def take_over(place: WhatIf, _: str) -> None:
    """What is otherwise here becomes the file's own."""
    _change(place, "take_over")


def remove(place: WhatIf, _: str) -> None:
    """Takes it away."""
    if _change(place, "remove_what_if"):
        place.arrive()


def _change(place: WhatIf, method: str, *more: object) -> bool:
    """Whether there was something to change."""
    if place.shown is None:
        place.talk.say("No what-if is begun yet.")
        return False
    change = getattr(place.session, method)(place.shown, *more)
    if change is None:
        place.talk.say("That is so already.")
    place.talk.changed(change)
    return True


def _told(place: WhatIf) -> None:
    place.talk.changed(place.session.changes[-1])
    place.arrive()
