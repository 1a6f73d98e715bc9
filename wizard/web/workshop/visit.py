"""One request to a workshop as handlers see it: who asks, and what they may ask of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wizard.web.exchange import NO_FORM
from wizard.web.shell import form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.schema.workshop import Seat
    from wizard.web.exchange import Form
    from wizard.web.markup import Child, Html
    from wizard.workshop.workshop import Workshop

    from .room import Role, Room


class Visit:
    """`key` is what the browser is known by; a handler that lets somebody in gives it another.

    `names` are the parts of the address that stand for something; each is only ever looked up.
    """

    def __init__(self, room: Room, key: str, names: Mapping[str, str], address: str = "") -> None:
        self.room, self.key, self.names, self.address = room, key, names, address
        self.form: Form = NO_FORM

    @property
    def workshop(self) -> Workshop:
        """The workshop that is served."""
        return self.room.workshop

    @property
    def role(self) -> Role:
        """What whoever asks may."""
        return self.room.role_of(self.key)

    @property
    def leads(self) -> bool:
        """Whether the facilitator asks."""
        return self.role == "facilitator"

    @cached_property
    def found_seat(self) -> Seat | None:
        """The seat of whoever asks; None where they have none."""
        return self.workshop.seat_of(self.key) if self.role == "guest" else None

    @property
    def seat(self) -> Seat:
        """The seat of whoever asks; only to be asked for where there is one."""
        assert self.found_seat is not None
        return self.found_seat

    def to_form(self, action: str, *children: Child, **attributes: str) -> Html:
        """A form with the proof that it came from here."""
        return form(action, self.room.proof(self.key), *children, **attributes)
