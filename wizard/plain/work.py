"""The council file that is being worked on in plain mode: opened, begun, recovered, and saved after every change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.pack.layout import HEAD
from wizard.session.naming import id_from
from wizard.session.rule_sets import RuleSets
from wizard.session.saving import SaveRefused
from wizard.session.session import Session
from wizard.session.worth_asking import WorthAsking

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from wizard.engine import Rules
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.schema.council import InterviewRecord
    from wizard.session.recovering import LeftUnsaved
    from wizard.session.settings import Settings

DEFAULT_PACK = "reports_2008"
"""The rule set for a new council file, where the current folder has none of its own."""


class Work:
    """`session` is what is being worked on, None before a file is chosen. `pack` is the rule set asked for, if any."""

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], datetime],
        pack: str | None = None,
        rule_sets: RuleSets | None = None,
    ) -> None:
        self.settings = settings
        self.session: Session | None = None
        self.pack = pack
        self.rule_sets = rule_sets if rule_sets is not None else RuleSets()
        self._now = now
        self._record: InterviewRecord | None = None
        self._library: EvidenceLibrary | None = None
        self._worth: WorthAsking | None = None

    # ---- from a file to a session ----

    def opened(self, name: str) -> Session:
        """A council file. Raises Unreadable with everything wrong with it."""
        return Session.open(name, self.pack, rule_sets=self.rule_sets)

    def begun(self, title: str, path: Path) -> Session:
        """A new council file; nothing is written yet. Raises NotTaken, Unreadable."""
        here = "." if Path(HEAD).is_file() else DEFAULT_PACK
        return Session.new(self.rule_sets.named(self.pack or here), path, title)

    def recovered(self, left: LeftUnsaved) -> Session:
        """Work that was not saved. Raises Unreadable."""
        return Session.recover(left, self.pack, rule_sets=self.rule_sets)

    def left_unsaved(self) -> tuple[LeftUnsaved, ...]:
        """What a crash left, of the files opened lately and of such as never had one."""
        return Session.recoverable(self.settings.recent)

    def left_of(self, session: Session, path: Path) -> tuple[LeftUnsaved, ...]:
        """What is left unsaved of one council file: beside it, or among the drafts under its id."""
        draft = f"{id_from(session.file.id)}.yaml"
        found = Session.recoverable([path])
        return tuple(each for each in found if each.path is not None or each.recovery.path.name == draft)

    # ---- while it is worked on ----

    def take_up(self, session: Session) -> None:
        """Goes on with this session in place of the one before."""
        self.put_away()
        session.clock = self._now
        self._worth = WorthAsking(session)
        session.ranking = self._worth
        self.session, self._record = session, session.record
        if session.path is not None:
            self.settings.remember_file(session.path)

    @property
    def worth(self) -> WorthAsking:
        """What is worth asking in the session."""
        assert self._worth is not None
        return self._worth

    @property
    def library(self) -> EvidenceLibrary:
        """Every finding of the session's rule set."""
        assert self.session is not None
        return self.library_of(self.session.rules)

    def library_of(self, rules: Rules) -> EvidenceLibrary:
        """Every finding of a rule set, made ready once while that is in use."""
        from wizard.proof.evidence_library import EvidenceLibrary

        if self._library is None or self._library.rules is not rules:
            self._library = EvidenceLibrary(rules)
        return self._library

    def save(self) -> SaveRefused | None:
        """Saves whatever is not saved yet, the record of what was seen included; what stood in the way, if anything.

        What came with the program has no file to save into: it stays where it is kept until it is given a name.
        """
        session = self.session
        if session is None or session.path is None or not (session.unsaved or session.record != self._record):
            return None
        return self.settle(session.save())

    def settle(self, result: object) -> SaveRefused | None:
        """Remembers what saving came to."""
        if isinstance(result, SaveRefused):
            return result
        assert self.session is not None
        self._record = self.session.record
        if self.session.path is not None:
            self.settings.remember_file(self.session.path)
        return None

    def put_away(self) -> None:
        """Saves what can be saved; what cannot stays where it is kept, to be offered again."""
        if self.session is not None:
            self.save()
            self.session.close()
            self.session = None
