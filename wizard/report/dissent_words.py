"""How the answers of a group came about, and who does not agree: in words that every document shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import Domain, answer_words, understand

from .figures import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.schema.council import Dissent

    from .subject import Subject

MOST_NAMED = 4
"""More roles than these in one sentence are a list nobody reads: they are counted instead."""


def people_counted(count: int) -> str:
    """'3 people or teams': a sheet may be one person's or a team's."""
    return counted(count, "person or team", "people or teams")


def who_words(who: tuple[str, ...], naming: bool = True) -> str:
    """'finance and the care team'; how many they are where they are many, or may not be named."""
    return listed(who) if naming and len(who) <= MOST_NAMED else people_counted(len(who))


def is_on_private(subject: Subject, dissent: Dissent) -> bool:
    """Whether it is about a question whose answers are kept private."""
    question = subject.questions.get(dissent.on)
    return question is not None and question.sensitive


def says_words(subject: Subject, dissent: Dissent) -> str | None:
    """The other answer, or the title of the model they would have; None where they named none."""
    if dissent.says is None:
        return None
    question = subject.questions.get(dissent.on)
    if question is None:
        return subject.pack.models[str(dissent.says)].title
    domain = Domain(question)
    return answer_words(domain, understand(domain, dissent.says))


def whose(dissent: Iterable[Dissent]) -> tuple[str, ...]:
    """Everybody who dissents, each once."""
    return tuple(dict.fromkeys(who for each in dissent for who in each.who))


def group_in_brief(subject: Subject) -> str:
    """Whose answers these are, and how many of them disagree; nothing where the file says nothing of either.

    Only people are counted, so that no answer is told.
    """
    group, dissent = subject.council.group, subject.council.dissent
    said = []
    if group is not None:
        joined = "each is what more than half of them said, or counts as not known"
        said.append(f"Answers of {people_counted(len(group.people))}, joined: {joined}.")
    turning = whose(each for each in dissent if each.turns)
    who = turning or whose(dissent)
    if who:
        of_them = group is not None and set(who) <= set(group.people)
        count = f"{len(who)} of them" if of_them else people_counted(len(who))
        matter = "on something that would turn the result" if turning else "with something in this"
        said.append(f"{count} {'disagrees' if len(who) == 1 else 'disagree'} {matter}.")
    return " ".join(said)
