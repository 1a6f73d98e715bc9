"""The sections of the interview with how far each is, in words; any can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.session.plan import Plan, PlannedSection

STATES = {"done": "done", "now": "now", "to_do": "to do", "nothing_arises": "nothing arises"}


class SectionRail(ChoiceList):
    """One entry a section. Opening one posts `GoOn` with its id."""

    DEFAULT_CSS = """
    SectionRail { width: 29; height: 1fr; max-height: 100%; padding: 0; }
    SectionRail, SectionRail:focus { border: none; border-right: solid $border-blurred; }
    """
    HELP = "The sections. Enter or a click goes to the first question in one that has no answer yet."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(kind="menu", id=id)

    def follow(self, plan: Plan) -> None:
        """Shows how far each section is; the one that the person is in is marked and in sight."""
        choices = tuple(section_choices(plan))
        if choices == self.choices:
            return
        now = next((number for number, each in enumerate(plan.sections) if each.state == "now"), None)
        if [each.id for each in choices] == [each.id for each in self.choices]:
            before, self.choices = self.choices, choices
            for number, each in enumerate(choices):
                if each != before[number]:
                    self.replace_option_prompt_at_index(number, self._prompt(number))
        else:
            self.show(choices)
        if now is not None:
            self.highlighted = now
            self.scroll_to_highlight()


def section_choices(plan: Plan) -> Iterator[Choice]:
    """'Leadership and management', and under it 'now, 2 of 5'."""
    for each in plan.sections:
        yield Choice(each.id, each.title, section_state(each))


def section_state(section: PlannedSection) -> str:
    """'to do, 0 of 5'."""
    words = STATES[section.state]
    return f"{words}, {section.done} of {section.of}" if section.of else words


def question_in(plan: Plan, section: str) -> str:
    """The question to begin a section with: the first without an answer, else the first that arises, else the first."""
    found = next(each for each in plan.sections if each.id == section)
    order = (*(q for q in found.questions if q.state == "to_do"), *(q for q in found.questions if q.is_asked))
    return next(iter((*order, *found.questions))).id
