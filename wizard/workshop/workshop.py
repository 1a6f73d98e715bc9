"""One workshop, open from its folder: its facts, who sits in it, who has sealed, and when the sheets may be opened."""

from __future__ import annotations

import hmac
from threading import Lock
from typing import TYPE_CHECKING

from wizard.council_file import read_council, read_written
from wizard.problems import Place, Problem, Unreadable
from wizard.proof.outcomes import read_outcome
from wizard.schema.workshop import WORKSHOP_FORMAT, Objection, Progress, Seat, Sheet, WorkshopFile
from wizard.session.change import NotTaken
from wizard.session.giving import one_line, some_words
from wizard.session.naming import free_id
from wizard.session.rule_sets import RuleSets

from .beginning import HEAD
from .codes import digest_of, new_code, plain_code
from .place import Presence, facts_of
from .records import Records, is_there, read_record, write_over
from .sealed import sound_sheets
from .sound import refuse_unsound, unsound_head

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.schema.outcome import Outcome
    from wizard.schema.workshop import CameBy
    from wizard.session.rule_sets import RuleSet

PROGRESS = "progress.yaml"
MOST_PEOPLE = 200
OPEN_ALREADY = "The sheets are open: what comes now could be made to fit them."


class Workshop:
    """What is sealed is never changed and, until all of it is there, never given out by `opened`.

    Sealing keeps it from whoever uses this program; whoever can open the folder can read the files in it.
    """

    def __init__(
        self, folder: Path, file: WorkshopFile, rule_set: RuleSet, facts: OpenCouncil, outcome: Outcome | None
    ) -> None:
        self.folder, self.file, self.rule_set, self.facts, self.outcome = folder, file, rule_set, facts, outcome
        self._seats = Records(folder / "seats", Seat)
        self._drafts = Records(folder / "drafts", Sheet)
        self._sheets = Records(folder / "sheets", Sheet)
        self._objections = Records(folder / "objections", Objection)
        self._lock = Lock()

    @classmethod
    def open(cls, folder: Path, rule_sets: RuleSets | None = None, pack: str | None = None) -> Workshop:
        """The workshop in a folder, with the rule set that it names or with `pack` (an id or a folder).

        Raises Unreadable, also where what it rests on cannot be read.
        """
        path = folder / HEAD
        if not is_there(path):
            hint = "Begin one with: wizard workshop new FOLDER --council FILE"
            raise Unreadable([Problem("no-workshop", Place(str(folder)), "There is no workshop in this folder.", hint)])
        file, tree = read_record(path, WorkshopFile)
        if file.format > WORKSHOP_FORMAT:
            words = f"This workshop has format {file.format}; this program reads up to {WORKSHOP_FORMAT}."
            raise Unreadable([Problem("newer-format", Place(str(path)), words, "Use a newer version of the program.")])
        found = rule_sets if rule_sets is not None else RuleSets()
        rule_set = found.named(pack if pack is not None else file.pack.id)
        problems = unsound_head(file, tree, str(path), rule_set)
        if problems:
            raise Unreadable(problems)
        council, outcome = facts_of(folder, file, path)
        facts = read_council(read_written(council), rule_set.view)
        told = read_outcome(outcome, rule_set.rules.pack) if outcome is not None else None
        return cls(folder, file, rule_set, facts, told)

    @property
    def rules(self) -> Rules:
        """The rules that answers are held against."""
        return self.rule_set.rules

    @property
    def is_case_study(self) -> bool:
        """Whether a place in the reports is foretold, rather than a council's own facts judged."""
        return self.file.kind == "case_study"

    # ---- who takes part ----

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
            taken = {*self._seats.ids(), *self._sheets.ids()}
            seat = Seat(id=free_id(name, "participant", taken), who=name, code=digest_of(plain_code(code)), keys=keys)
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
        return Presence(
            tuple(sealed.values()), tuple(waiting), max(self.file.expected or 0, len(sealed) + len(waiting))
        )

    # ---- sheets ----

    def draft(self, id: str) -> Sheet | None:
        """What somebody has put down so far; None where they have not begun."""
        return self._drafts.get(id)

    def keep_draft(self, sheet: Sheet) -> None:
        """Keeps what somebody has put down so far. Raises NotTaken where it cannot be, or is sealed; NotSaved."""
        with self._lock:
            self._refuse_sealed(sheet.id)
            refuse_unsound(self.rule_set, self.file, sheet)
            self._drafts.put(sheet.id, self._named(sheet))

    def is_sealed(self, id: str) -> bool:
        """Whether somebody's sheet is sealed."""
        return id in self._sheets.ids()

    def own_sheet(self, id: str) -> Sheet | None:
        """Somebody's own sealed sheet, for nobody but them until the sheets are open."""
        return self._sheets.get(id)

    def seal(self, sheet: Sheet) -> None:
        """Puts a sheet in for good, safe on the disk. Raises NotTaken where it cannot be or is sealed; NotSaved."""
        with self._lock:
            self._refuse_sealed(sheet.id)
            refuse_unsound(self.rule_set, self.file, sheet)
            self._sheets.add(sheet.id, self._named(sheet))
            self._drafts.remove(sheet.id)

    def _named(self, sheet: Sheet) -> Sheet:
        """The sheet under the name of the seat it comes from, whatever name it came with."""
        seat = self._seats.get(sheet.id)
        return sheet if seat is None else sheet.model_copy(update={"who": seat.who})

    def refuse_newcomer(self, who: str) -> str:
        """The name as it will stand. Raises NotTaken where `put_in` would, before anybody has keyed in a sheet."""
        name = one_line(who, "The name")
        self._refuse_open()
        self._refuse_name(name)
        return name

    def put_in(self, who: str, came_by: CameBy, **said: object) -> Sheet:
        """Seals a sheet that came in on paper or as a file, under a name that nobody has. Raises NotTaken, NotSaved."""
        name = self.refuse_newcomer(who)
        with self._lock:
            self._refuse_open()
            self._refuse_name(name)
            id = free_id(name, "participant", {*self._seats.ids(), *self._sheets.ids()})
        sheet = Sheet.model_validate({"id": id, "workshop": self.file.id, "who": name, "came_by": came_by, **said})
        self.seal(sheet)
        return sheet

    # ---- opening ----

    @property
    def progress(self) -> Progress:
        """Whether the sheets are open, and how far the reveal is."""
        path = self.folder / PROGRESS
        return read_record(path, Progress)[0] if is_there(path) else Progress()

    @property
    def is_open(self) -> bool:
        """Whether the sheets are open."""
        return self.progress.open

    def open_sheets(self, *, without_waiting: bool = False) -> None:
        """Opens the sheets, once; from then on none comes in. Raises NotTaken while somebody is waited for.

        Raises Unreadable, and leaves them sealed, where one of them was changed and cannot be used.
        `without_waiting` goes on without those: the facilitator says so, and the record shows who had no sheet.
        """
        with self._lock:
            if self.is_open:
                return
            presence = self.presence
            if not presence.sealed:
                raise NotTaken("nothing-sealed", "No sheet is in yet: there is nothing to open.")
            if not presence.all_in and not without_waiting:
                said = f"{len(presence.sealed)} of {presence.of} are in."
                hint = "Wait for the others, or open the sheets without them."
                raise NotTaken("not-all-in", f"{said} The sheets stay sealed until all are.", hint)
            # Once they are open none can be put in anew, so what is wrong with one is told before.
            sound_sheets(self._sheets, self.file, self.rule_set)
            write_over(self.folder / PROGRESS, self.progress.model_copy(update={"open": True}))

    def show_step(self, step: int) -> None:
        """Goes to a step of the reveal. Raises NotTaken while the sheets are sealed."""
        with self._lock:
            if not self.is_open:
                raise NotTaken("sealed", "The sheets are sealed: nothing is told before they are open.")
            write_over(self.folder / PROGRESS, self.progress.model_copy(update={"step": max(step, 0)}))

    @property
    def opened(self) -> tuple[Sheet, ...]:
        """Every sheet, in the order of their ids. Raises NotTaken while they are sealed, Unreadable."""
        if not self.is_open:
            presence = self.presence
            said = f"{len(presence.sealed)} of {presence.of} are in."
            raise NotTaken("sealed", f"The sheets are sealed. {said}", "Open them once all are in.")
        found = sound_sheets(self._sheets, self.file, self.rule_set)
        if not found:
            raise NotTaken("nothing-sealed", "The sheets are open, but there is none: nothing came in.")
        return found

    # ---- objections ----

    def object_to(self, id: str, decision: str, words: str) -> None:
        """Puts down what somebody does not agree with on a decision, in their own words; no words take it back.

        Raises NotTaken before the sheets are open, or where there is no such sheet or decision, or no words.
        """
        with self._lock:
            if not self.is_open:
                raise NotTaken("sealed", "The sheets are sealed: there is nothing to object to yet.")
            sheet = self._sheets.get(id)
            if sheet is None or decision not in self.rules.pack.decisions:
                raise NotTaken("no-sheet", "Only whoever put in a sheet can put down that they do not agree.")
            said = some_words(words)
            before = self._objections.get(id) or Objection(id=id, who=sheet.who, says={})
            if said:
                says = {**before.says, decision: said}
            else:
                says = {each: text for each, text in before.says.items() if each != decision}
            self._objections.put(id, before.model_copy(update={"says": says}))

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What was put down once the sheets were open."""
        return tuple(each for each in self._objections.all() if each.says)

    def _refuse_open(self) -> None:
        if self.is_open:
            raise NotTaken("open", OPEN_ALREADY, "Begin another workshop for those who come late.")

    def _refuse_sealed(self, id: str) -> None:
        self._refuse_open()
        if self.is_sealed(id):
            raise NotTaken("sealed-already", "This sheet is sealed: it cannot be changed any more.")

    def _refuse_name(self, name: str) -> None:
        names = [each.who for each in self.seats] + [each.who for each in self._sheets.all()]
        if name.casefold() in {each.casefold() for each in names}:
            hint = "Add something to it, such as the service; or come back with your own code if that is you."
            raise NotTaken("name-taken", f"There is a '{name}' here already.", hint)
