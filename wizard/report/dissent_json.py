"""A group and those who do not agree, as JSON. What is said on sensitive questions is left out, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .dissent_words import is_on_private, says_words

if TYPE_CHECKING:
    from wizard.schema.council import Dissent

    from .subject import Subject


def group_json(subject: Subject) -> dict[str, Any]:
    """The keys `group` (null where one person answered), `dissent` and `dissent_kept_private`."""
    group, dissent = subject.council.group, subject.council.dissent
    told = [each for each in dissent if not is_on_private(subject, each)]
    return {
        "group": group
        and {
            "workshop": group.workshop,
            "people": list(group.people),
            "asked": [each for each in group.asked if not subject.questions[each].sensitive],
            "rule": group.rule,
        },
        "dissent": [_dissent(subject, each) for each in told],
        "dissent_kept_private": len(dissent) - len(told),
    }


def _dissent(subject: Subject, dissent: Dissent) -> dict[str, Any]:
    question = subject.questions.get(dissent.on)
    return {
        "on": dissent.on,
        "kind": "decision" if question is None else "question",
        "asks": subject.pack.decisions[dissent.on].question if question is None else question.ask,
        "who": list(dissent.who),
        "says": says_words(subject, dissent),
        "model": dissent.says if question is None else None,
        "turns": dissent.turns,
        "why": dissent.why,
    }
