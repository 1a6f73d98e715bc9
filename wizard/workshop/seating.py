"""Who takes part: seats, the codes and browsers by which somebody is known again, and who is in."""

from __future__ import annotations

import hmac
from threading import Lock
from typing import TYPE_CHECKING

from wizard.schema.workshop import Progress, Seat, Sheet
from wizard.session.change import NotTaken
from wizard.session.giving import one_line
from wizard.session.naming import free_id

from .codes import digest_of, new_code, plain_code
from .place import Presence, by_name
from .records import Records, is_there, read_record

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.schema.workshop import WorkshopFile

PROGRESS = "progress.yaml"
MOST_PEOPLE = 200
OPEN_ALREADY = "The sheets are open: what comes now could be made to fit them."
NO_FILES = ("con", "prn", "aux", "nul", *(f"{each}{number}" for each in ("com", "lpt") for number in range(1, 10)))
"""Names that Windows gives to no file: nobody's id is one of them."""


class Seating:
    """The people of a workshop. Each change is written down at once; `_lock` lets one be made after the other."""

    def __init__(self, folder: Path, file: WorkshopFile) -> None:
        self.folder, self.file = folder, file
        self._seats = Records(folder / "seats", Seat)
        self._sheets = Records(folder / "sheets", Sheet)
        self._lock = Lock()

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Everybody who takes part by a seat of their own, those who left included."""
        return self._seats.all()

    def seat(self, id: str) -> Seat | None:
        """A seat by its id."""
        return self._seats.get(id)

    def take_seat(self, who: str, key: str | None = None) -> tuple[Seat, str]:
        """A new seat, and the code with which its person comes back; `key` is that of the browser they came with.

        Raises NotTaken for a name that is none or is taken, once the sheets are open, and where the room is full.
        """
        name = one_line(who, "The name")
        with self._lock:
            self._refuse_open()
            self._refuse_name(name)
            if len(self._seats.ids()) >= MOST_PEOPLE:
                raise NotTaken("full", f"{MOST_PEOPLE} people take part already: no more can.", "Form teams.")
            code = new_code()
            keys = (digest_of(key),) if key is not None else ()
            seat = Seat(id=self._free_id(name), who=name, code=digest_of(plain_code(code)), keys=keys)
            self._seats.add(seat.id, seat)
        return seat, code

    def seat_of(self, key: str) -> Seat | None:
        """The seat whose person came with a browser of this key."""
        digest = digest_of(key)
        return next((each for each in self.seats if digest in each.keys), None)

    def come_back(self, code: str, key: str) -> Seat | None:
        """The seat that a code belongs to, which the browser of this key then has; None where no seat has it."""
        digest = digest_of(plain_code(code))
        with self._lock:
            found = [each for each in self.seats if each.code and hmac.compare_digest(each.code, digest)]
            if not found:
                return None
            seat = found[0].model_copy(update={"keys": (*found[0].keys, digest_of(key))[-8:]})
            self._seats.put(seat.id, seat)
            return seat

    def give_new_code(self, id: str) -> str:
        """Another code to come back with, for somebody who lost theirs; the old one is then nobody's.

        Raises NotTaken where nobody took that seat in a browser.
        """
        with self._lock:
            seat = self._seats.get(id)
            if seat is None or not seat.keys:
                raise NotTaken("no-seat", "Nobody took a seat of that name in a browser.")
            code = new_code()
            self._seats.put(id, seat.model_copy(update={"code": digest_of(plain_code(code))}))
            return code

    def is_sealed(self, id: str) -> bool:
        """Whether somebody's sheet is sealed."""
        return id in self._sheets.ids()

    def let_go(self, id: str, *, left: bool = True) -> None:
        """Somebody has left without a sheet and is not waited for; or they are after all. Raises NotTaken."""
        with self._lock:
            seat = self._seats.get(id)
            if seat is None or self.is_sealed(id):
                raise NotTaken("no-seat", "Nobody of that name is waited for.")
            self._seats.put(id, seat.model_copy(update={"left": left}))

    @property
    def presence(self) -> Presence:
        """Who is in, and who is waited for."""
        sealed = {each.id: each.who for each in self._sheets.all()}
        waiting = [each.who for each in self.seats if not each.left and each.id not in sealed]
        of = max(self.file.expected or 0, len(sealed) + len(waiting))
        return Presence(tuple(sorted(sealed.values(), key=by_name)), tuple(sorted(waiting, key=by_name)), of)

    @property
    def progress(self) -> Progress:
        """Whether the sheets are open, and how far the reveal is."""
        path = self.folder / PROGRESS
        return read_record(path, Progress)[0] if is_there(path) else Progress()

    @property
    def is_open(self) -> bool:
        """Whether the sheets are open."""
        return self.progress.open

    def _refuse_open(self) -> None:
        if self.is_open:
            raise NotTaken("open", OPEN_ALREADY, "Begin another workshop for those who come late.")

    def _refuse_name(self, name: str) -> None:
        names = [each.who for each in self.seats] + [each.who for each in self._sheets.all()]
        if name.casefold() in {each.casefold() for each in names}:
            hint = "Add something to it, such as the service; or come back with your own code if that is you."
            raise NotTaken("name-taken", f"There is a '{name}' here already.", hint)

    def _free_id(self, name: str) -> str:
        return free_id(name, "participant", {*self._seats.ids(), *self._sheets.ids(), *NO_FILES})
