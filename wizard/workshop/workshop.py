"""One workshop, open from its folder: its facts, who sits in it, who has sealed, and when the sheets may be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import read_council, read_written
from wizard.problems import Place, Problem, Unreadable
from wizard.proof.outcomes import read_outcome
from wizard.schema.workshop import WORKSHOP_FORMAT, Objection, Sheet, WorkshopFile
from wizard.session.change import NotTaken
from wizard.session.giving import one_line, some_words
from wizard.session.rule_sets import RuleSets

from .beginning import HEAD
from .place import by_name, facts_of
from .records import Records, is_there, read_record, write_over
from .sealed import sound_sheets
from .seating import PROGRESS, Seating
from .sound import refuse_unsound, unsound_head

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.schema.outcome import Outcome
    from wizard.schema.workshop import CameBy
    from wizard.session.rule_sets import RuleSet


class Workshop(Seating):
    """What is sealed is never changed and, until all of it is there, never given out by `opened`.

    Sealing keeps it from whoever uses this program; whoever can open the folder can read the files in it.
    """

    def __init__(
        self, folder: Path, file: WorkshopFile, rule_set: RuleSet, facts: OpenCouncil, outcome: Outcome | None
    ) -> None:
        super().__init__(folder, file)
        self.rule_set, self.facts, self.outcome = rule_set, facts, outcome
        self._drafts = Records(folder / "drafts", Sheet)
        self._objections = Records(folder / "objections", Objection)

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

    @property
    def notices(self) -> tuple[str, ...]:
        """What has changed under a workshop since it was begun: sentences to stand above what comes out."""
        found = []
        if self.file.facts_digest not in (None, self.facts.digest):
            found.append("The facts were changed after this workshop was begun: not everybody may have seen the same.")
        begun, now = self.file.pack.version, self.rule_set.view.version
        if begun not in (None, now):
            found.append(f"This workshop was begun with version {begun} of the rule set, which is now at {now}.")
        return tuple(found)

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
            id = self._free_id(name)
        sheet = Sheet.model_validate({"id": id, "workshop": self.file.id, "who": name, "came_by": came_by, **said})
        self.seal(sheet)
        return sheet

    # ---- opening ----

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
                hint = "Wait for the others, or open the sheets without them."
                raise NotTaken("not-all-in", f"{presence.in_words}. The sheets stay sealed until all are.", hint)
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
        """Every sheet, in the order of their people's names. Raises NotTaken while they are sealed, Unreadable."""
        if not self.is_open:
            said = f"The sheets are sealed. {self.presence.in_words}."
            raise NotTaken("sealed", said, "Open them once all are in.")
        found = sound_sheets(self._sheets, self.file, self.rule_set)
        if not found:
            raise NotTaken("nothing-sealed", "The sheets are open, but there is none: nothing came in.")
        return tuple(sorted(found, key=lambda each: by_name(each.who)))

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

    def _refuse_sealed(self, id: str) -> None:
        self._refuse_open()
        if self.is_sealed(id):
            raise NotTaken("sealed-already", "This sheet is sealed: it cannot be changed any more.")
