"""A question is asked, but no answer to it can change anything.

A question counts as used when a condition tests it, when a decision names it (`today`,
`answer_first`), or when it is the date of the decision.

PASS
    - id: population              and somewhere  when: {population: {below: 10000}}
FAIL
    - id: favourite_colour        and no condition that tests it
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.conditions.nodes import questions_in
from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each question."""
    used = {parsed.pack.head.decision_date}
    for decision in parsed.pack.decisions.values():
        used.update((decision.today, *decision.answer_first))
    for _, condition in parsed.uses:
        used.update(questions_in(condition))
    for question in parsed.pack.questions.values():
        if question.id not in used:
            yield Problem(
                "unused-question",
                parsed.places.of("question", question.id, "id"),
                f"Nothing depends on the answer to '{question.id}'.",
                "Use it in a 'when', or remove the question.",
            )
