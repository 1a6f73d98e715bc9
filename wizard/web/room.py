"""One running server: who is at work, what may be opened, and who may come in."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from wizard.pack.layout import HEAD
from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session

from .desks import Desks
from .limits import Allowance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from wizard.engine import Rules
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.session.recovering import LeftUnsaved
    from wizard.session.settings import Settings

    from .limits import Limits

DEFAULT_PACK = "reports_2008"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of join codes: none that is easily taken for another."""


class Openable(NamedTuple):
    """A council file that is offered, and its folder in words where that is to be told."""

    path: Path
    where: str = ""


class Room:
    """`code` is what others must give to come in; None where only this machine can ask, whose files are then offered.

    What a request names is looked up among what is offered; no part of it ever becomes a path.
    """

    def __init__(
        self,
        settings: Settings,
        limits: Limits,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        *,
        code: str | None = None,
        pack: str | None = None,
        rule_sets: RuleSets | None = None,
    ) -> None:
        self.settings, self.limits, self.code = settings, limits, code
        self.desks = Desks(limits, clock)
        self.rule_sets = rule_sets if rule_sets is not None else RuleSets()
        self._pack, self._now = pack, now
        self._secret = secrets.token_bytes(32)
        self._libraries: list[EvidenceLibrary] = []
        self._lock = Lock()
        per_second = limits.wrong_codes / limits.wrong_codes_within
        self.wrong_codes = Allowance(limits.wrong_codes, per_second, clock)

    # ---- who may ----

    @property
    def is_own(self) -> bool:
        """Whether only the person at this machine asks."""
        return self.code is None

    def proof(self, key: str) -> str:
        """What a form must bring along: made of the key that only its own browser has."""
        return hmac.new(self._secret, key.encode("utf-8", "replace"), sha256).hexdigest()

    def is_proof(self, key: str, given: str) -> bool:
        """Whether a form brought it."""
        return hmac.compare_digest(self.proof(key).encode(), given.encode("utf-8", "replace"))

    def is_code(self, given: str) -> bool:
        """Whether that is the join code; how long it takes to say so tells nothing of it."""
        plain = "".join(each for each in given.casefold() if each.isalnum())
        wanted = (self.code or "").replace("-", "")
        return self.code is not None and hmac.compare_digest(plain.encode("utf-8", "replace"), wanted.encode())

    # ---- what may be opened ----

    def offered(self, kind: str) -> Mapping[str, Openable]:
        """By ids of their own: `report` places in the reports, `example` made-up councils, `recent` files of late."""
        if kind == "recent":
            recent = self.settings.recent if self.is_own else ()
            return {self._id(each): Openable(each, str(each.parent)) for each in recent if _is_there(each)}
        return {path.stem: Openable(path) for path in _shipped(kind)}

    def left_unsaved(self) -> Mapping[str, LeftUnsaved]:
        """Work that was not saved and is not on anybody's desk, by ids of their own."""
        if not self.is_own:
            return {}
        at_work = self.desks.titles()
        found = Session.recoverable(self.settings.recent)
        return {self._id(each.recovery.kept_in): each for each in found if _file_id(each) not in at_work}

    def opened(self, found: Openable) -> Session:
        """A council file, ready for work. Raises Unreadable."""
        return self._ready(Session.open(found.path, rule_sets=self.rule_sets))

    def taken_in(self, data: bytes, shown_as: str) -> Session:
        """A council file that somebody brought along, as a copy in no file yet. Raises Unreadable."""
        return self._ready(Session.taken_in(data, shown_as, rule_sets=self.rule_sets))

    def recovered(self, left: LeftUnsaved) -> Session:
        """Work that was not saved. Raises Unreadable."""
        return self._ready(Session.recover(left, rule_sets=self.rule_sets))

    def begun(self, title: str) -> Session:
        """A new council file, in no file yet. Raises NotTaken, Unreadable."""
        here = "." if Path(HEAD).is_file() else DEFAULT_PACK
        return self._ready(Session.new(self.rule_sets.named(self._pack or here), None, title))

    def library_of(self, rules: Rules) -> EvidenceLibrary:
        """Every finding of a rule set, made ready once for everybody: looking something up changes nothing."""
        from wizard.proof.evidence_library import EvidenceLibrary

        with self._lock:
            found = next((each for each in self._libraries if each.rules is rules), None)
            if found is None:
                found = EvidenceLibrary(rules)
                self._libraries.append(found)
            return found

    def _ready(self, session: Session) -> Session:
        session.clock = self._now
        return session

    def _id(self, path: Path) -> str:
        return hmac.new(self._secret, str(path).encode("utf-8", "replace"), sha256).hexdigest()[:16]


def new_code() -> str:
    """A join code such as 'kx7m-p2qd'."""
    letters = [secrets.choice(LETTERS) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def _shipped(kind: str) -> list[Path]:
    from wizard.pack.finding import council_files_of_reports, shipped_council_files

    if kind == "report":
        return council_files_of_reports()
    if kind == "example":
        return [path for path in shipped_council_files() if path.parent.name == "examples"]
    return []


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _file_id(left: LeftUnsaved) -> str:
    """What the work is called where it is kept: its draft is named by its id."""
    return left.recovery.path.stem
