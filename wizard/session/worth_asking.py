"""What to ask next by the value of information: what is likeliest to put another model first, section by section.

Nothing heavy is imported with this module; the reasoning is fetched when it is asked for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.engine import Rules
    from wizard.engine.changing.next_question import Questions
    from wizard.engine.results import Assessment

    from .interview import Interview


class WorthAsking:
    """A `Ranking` for one session; give it to `session.ranking`.

    What was found for an assessment is kept, so that asking again costs nothing: a face lets a worker ask first.
    """

    def __init__(self, session: Interview) -> None:
        self._session = session
        self._kept: tuple[Assessment, Questions] | None = None

    def __call__(self, rules: Rules, assessment: Assessment) -> Iterator[str]:
        """What matters, the section that the person is in first; none where no answer can change what comes first."""
        return iter([each.question for each in self.found(rules, assessment).in_turn(self._section())])

    def found(self, rules: Rules, assessment: Assessment) -> Questions:
        """All that is worth asking with its reasons, whether asking can stop included."""
        kept = self._kept
        if kept is not None and kept[0] is assessment:
            return kept[1]
        from wizard.engine.changing.next_question import questions_to_ask

        found = questions_to_ask(rules, assessment)
        self._kept = (assessment, found)
        return found

    def _section(self) -> str | None:
        at = self._session.at
        sections = self._session.rules.pack.sections
        return next((each.section for each in sections if any(asked.id == at for asked in each.questions)), None)
