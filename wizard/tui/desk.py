"""The one council file that is being worked on: opened, begun, recovered, saved. It holds the session; screens use it.

Nothing heavy is imported with this module: what opens a file runs in a worker.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from wizard.engine import Rules
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.session.recovering import LeftUnsaved
    from wizard.session.rule_sets import RuleSets
    from wizard.session.saving import SaveRefused
    from wizard.session.session import Session
    from wizard.session.settings import Settings
    from wizard.session.worth_asking import WorthAsking

DEFAULT_PACK = "reports_2008"
"""The rule set for a new council file, where the current folder has none of its own."""


class Kept(NamedTuple):
    """How the work stands after trying to save it: a few words for the badge, and what stood in the way."""

    badge: str
    refused: SaveRefused | None = None


class Desk:
    """`session` is the work on the desk, or None. `now` says what time it is."""

    def __init__(self, settings: Settings, now: Callable[[], datetime], rule_sets: RuleSets | None = None) -> None:
        self.settings = settings
        self.session: Session | None = None
        self.worth_asking: WorthAsking | None = None
        self._now = now
        self._rule_sets = rule_sets
        self._library: EvidenceLibrary | None = None

    @property
    def rule_sets(self) -> RuleSets:
        """Every rule set is read once."""
        if self._rule_sets is None:
            from wizard.session.rule_sets import RuleSets

            self._rule_sets = RuleSets()
        return self._rule_sets

    def opened(self, path: Path) -> Session:
        """A council file, read. Raises Unreadable with everything wrong with it."""
        from wizard.session.session import Session

        return Session.open(path, rule_sets=self.rule_sets)

    def begun(self, title: str, path: Path) -> Session:
        """A new council file, written at once so that its place is taken. Raises NotTaken, Unreadable."""
        from wizard.session.session import Session

        return Session.new(self.rule_sets.named(_pack_here()), path, title)

    def recovered(self, left: LeftUnsaved) -> Session:
        """Work that was not saved, with every answer of it. Raises Unreadable."""
        from wizard.session.session import Session

        return Session.recover(left, rule_sets=self.rule_sets)

    def left_unsaved(self) -> tuple[LeftUnsaved, ...]:
        """What a crash left, for the files opened lately and for such as never had one."""
        from wizard.session.session import Session

        return Session.recoverable(self.settings.recent)

    def library(self, rules: Rules | None = None) -> EvidenceLibrary:
        """Every finding of a rule set, else of the one in use, made ready once. Raises Unreadable."""
        from wizard.proof.evidence_library import EvidenceLibrary

        if rules is None:
            rules = self.session.rules if self.session is not None else self.rule_sets.named(_pack_here()).rules
        if self._library is None or self._library.rules is not rules:
            self._library = EvidenceLibrary(rules)
        return self._library

    def take_up(self, session: Session) -> None:
        """Puts the session on the desk in place of the one before; its file will be offered next time."""
        from wizard.session.worth_asking import WorthAsking

        self.put_away()
        session.clock = self._now
        self.worth_asking = session.ranking = WorthAsking(session)
        self.session = session
        if session.path is not None:
            self.settings.remember_file(session.path)

    def put_away(self) -> None:
        """Saves what can be saved and clears the desk; what cannot stays where it is kept, to be offered again."""
        if self.session is not None:
            if self.session.path is not None and self.session.unsaved:
                self.session.save()
            self.session.close()
            self.session = None

    def save(self) -> Kept:
        """Saves what is on the desk, if there is anything to save."""
        session = self.session
        if session is None:
            return Kept("")
        if session.path is None:
            # What came with the program, or has no name yet: it is kept, and named when the person wants it.
            return Kept("No file yet" if session.unsaved else "")
        return self.outcome(session.save())

    def outcome(self, result: object) -> Kept:
        """What saving came to, in the words of the badge."""
        from wizard.session.saving import Saved, SaveRefused

        if isinstance(result, SaveRefused):
            return Kept("NOT SAVED", result)
        assert isinstance(result, Saved)
        self.settings.remember_file(result.path)
        return Kept(f"Saved {result.when:%H:%M}" if result.when is not None else "Saved")


def _pack_here() -> str:
    from wizard.pack.layout import HEAD

    return "." if Path(HEAD).is_file() else DEFAULT_PACK
