"""One request as handlers see it, and what they may ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exchange import NO_FORM, Refusal
from .shell import form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.session.session import Session

    from .desks import Desk
    from .exchange import Form
    from .markup import Child, Html
    from .room import Room


class Visit:
    """`desk` is that of whoever asks, None where there is none yet; `key` what their browser is known by.

    `names` are the parts of the address that stand for something; each is only ever looked up.
    """

    def __init__(
        self,
        room: Room,
        key: str,
        desk: Desk | None,
        names: Mapping[str, str],
        form: Form = NO_FORM,
        address: str = "",
    ) -> None:
        self.room, self.key, self.names, self.form, self.address = room, key, names, form, address
        self._desk = desk

    @property
    def has_desk(self) -> bool:
        """Whether whoever asks has come in."""
        return self._desk is not None

    @property
    def is_at_work(self) -> bool:
        """Whether a council file is open."""
        return self._desk is not None and not self._desk.is_empty

    @property
    def desk(self) -> Desk:
        """The desk of whoever asks."""
        assert self._desk is not None
        return self._desk

    @property
    def session(self) -> Session:
        """What is being worked on."""
        return self.desk.session

    @property
    def library(self) -> EvidenceLibrary:
        """Every finding of the rule set that is worked with."""
        return self.room.library_of(self.session.rules)

    def take_desk(self) -> Desk:
        """The desk of whoever asks; a new one where there is none. Raises Refusal where there are too many."""
        if self._desk is None:
            self._desk = self.room.desks.new()
        return self._desk

    def to_form(self, action: str, *children: Child, **attributes: str) -> Html:
        """A form with the proof that it came from here."""
        key = self._desk.key if self._desk is not None else self.key
        return form(action, self.room.proof(key), *children, **attributes)

    def question(self) -> str:
        """The question that the address names. Raises Refusal where there is none."""
        found = self.names["question"]
        if found not in self.session.rules.domains:
            raise not_there()
        return found


def not_there() -> Refusal:
    """There is no such page."""
    return Refusal(404, "There is no such page.", "Check the address, or begin at the first page.")
