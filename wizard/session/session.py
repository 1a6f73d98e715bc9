"""A person's session on one council file: opened, begun or recovered, and saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wizard.council_file import (
    changed_text,
    copy_council,
    create_council,
    new_text,
    overwrite_council,
    read_council,
    read_written,
    save_council,
)
from wizard.council_file.written import digest_of, written_in
from wizard.pack.finding import find_council_file, shipped_council_files
from wizard.problems import Unreadable
from wizard.schema.council import About, CouncilFile, InterviewRecord, PackReference

from .change import Reload
from .giving import one_line
from .interview import Interview
from .naming import id_from
from .recovering import Keeper, left_unsaved
from .rule_sets import RuleSets
from .saving import Saved, SaveRefused, no_file_yet, tried
from .state import State, state_of, written_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from wizard.council_file import OpenCouncil, WrittenCouncil
    from wizard.problems import Problem

    from .change import Change
    from .recovering import LeftUnsaved
    from .rule_sets import RuleSet

SHIPPED = ("reports", "examples")
"""Folders of council files that came with the program: one of those is opened as a copy, without a name yet."""

FileIs = Literal["unchanged", "changed", "missing", "never_saved"]


class Session(Interview):
    """`clock`, where there is one, says when a save was made. `opened_with` are notices of what was read in an
    older shape."""

    clock: Callable[[], datetime] | None = None
    opened_with: tuple[Problem, ...] = ()

    @classmethod
    def new(cls, rule_set: RuleSet, path: Path | None, title: str, council: str | None = None) -> Session:
        """Begins a council file. Nothing is written before it is saved; `path` may be None until then.

        Raises NotTaken for a title that cannot be one.
        """
        title = one_line(title, "The title")
        file = CouncilFile(
            id=id_from(path.stem if path is not None else title),
            title=title,
            pack=PackReference(id=rule_set.view.id, version=rule_set.view.version),
            about=About(council=one_line(council, "The council's name")) if council is not None else About(),
        )
        state = State(file, {})
        return cls(rule_set, state, InterviewRecord(), base=None, path=path, stands=False, saved=file)

    @classmethod
    def open(
        cls,
        name: str | Path,
        pack: str | None = None,
        *,
        rule_sets: RuleSets | None = None,
        as_copy: bool | None = None,
    ) -> Session:
        """Opens a council file with the rule set that it names, or with `pack`. Raises Unreadable with its problems.

        `as_copy` leaves the file alone: what is saved goes under another name. So it is with files that came
        with the program, unless it is said otherwise.
        """
        path = find_council_file(str(name))
        written = read_written(path, str(name))
        rule_set = _rule_set(rule_sets, written, pack)
        council = read_council(written, rule_set.view)
        copied = _is_shipped(path, name) if as_copy is None else as_copy
        return cls._of(rule_set, council, None if copied else path)

    @classmethod
    def taken_in(cls, data: bytes, shown_as: str, *, rule_sets: RuleSets | None = None) -> Session:
        """Opens the bytes of a council file that lies somewhere else, as a copy without a file of its own yet.

        `shown_as` names it in problems. Raises Unreadable with them.
        """
        written = written_in(data, Path(shown_as), shown_as)
        rule_set = _rule_set(rule_sets, written, None)
        return cls._of(rule_set, read_council(written, rule_set.view), None)

    @classmethod
    def _of(cls, rule_set: RuleSet, council: OpenCouncil, path: Path | None) -> Session:
        state = state_of(council)
        session = cls(
            rule_set,
            state,
            council.file.record,
            base=council,
            path=path,
            stands=path is not None,
            saved=written_file(state, InterviewRecord()),
        )
        session.opened_with = council.notices
        return session

    # ---- after a crash ----

    @staticmethod
    def recoverable(paths: Iterable[Path]) -> tuple[LeftUnsaved, ...]:
        """Work left unsaved for these council files (those opened lately), and such as never had a file."""
        return left_unsaved(paths)

    @classmethod
    def recover(cls, left: LeftUnsaved, pack: str | None = None, *, rule_sets: RuleSets | None = None) -> Session:
        """Goes on with unsaved work, every answer of it. Raises Unreadable; what was left then stays where it is.

        Where the file changed meanwhile, saving is refused until the person says which of the two is meant. What-ifs
        that nobody had asked to keep come back as kept.
        """
        recovery = left.recovery
        shown_as = str(left.path if left.path is not None else recovery.path.name)
        written = written_in(recovery.text.encode("utf-8"), recovery.path, shown_as)
        rule_set = _rule_set(rule_sets, written, pack)
        council = read_council(written, rule_set.view)
        stands = left.path is not None and recovery.based_on is not None
        session = cls(
            rule_set,
            state_of(council),
            council.file.record,
            base=replace(council, digest=recovery.based_on) if recovery.based_on is not None else council,
            path=left.path,
            stands=stands,
            saved=_on_disk(rule_set, left) if stands else None,
        )
        session._keep()
        if session.kept in ("beside", "drafts"):
            recovery.discard()
        return session

    # ---- saving ----

    @property
    def text(self) -> str:
        """The council file as it would be saved now, in the person's own text where there is one. Raises NotSaved."""
        return new_text(self.file) if self._base is None else changed_text(self._base, self.file)

    def save(self, when: datetime | None = None) -> Saved | SaveRefused:
        """Saves in place, in the person's own text; a new file is written for the first time."""
        path, base = self.path, self._base
        if path is None:
            return no_file_yet(self.state.file.title, self.kept)
        if base is None:
            return self._saved_as(path, when, lambda: create_council(path, self.file, self.view))
        if not self._stands:
            return self._saved_as(path, when, lambda: copy_council(base, path, self.file, self.view))
        return self._saved_as(path, when, lambda: save_council(base, self.file, self.view))

    def save_as(self, path: Path, when: datetime | None = None) -> Saved | SaveRefused:
        """Saves under another name, comments and all, and goes on there. A file of that name is never overwritten."""
        base = self._base
        if base is None:
            return self._saved_as(path, when, lambda: create_council(path, self.file, self.view))
        return self._saved_as(path, when, lambda: copy_council(base, path, self.file, self.view))

    def overwrite(self, when: datetime | None = None) -> Saved | SaveRefused:
        """Puts this in the place of a file that was changed or deleted by somebody else: when the person says so.

        The version that stood there is kept beside it.
        """
        path, base = self.path, self._base
        if path is None or base is None or not self._stands:
            return self.save(when)
        return self._saved_as(path, when, lambda: overwrite_council(base, self.file, self.view))

    def reload(self) -> Change | None:
        """Takes up the file as it stands on disk, in the place of everything here; undo brings that back.

        None where it says the same. Raises Unreadable where it cannot be read (any more).
        """
        if self.path is None:
            return None
        council = read_council(read_written(self.path, self._shown_as()), self.view)
        state = state_of(council)
        self._base, self._stands, self._saved = council, True, written_file(state, InterviewRecord())
        before = self.state
        if state == before:
            self._keep()
            return None
        questions = {**before.answers, **state.answers}
        differing = [each for each in questions if before.answers.get(each) != state.answers.get(each)]
        return self._made((state, Reload(tuple(differing))))

    @property
    def file_is(self) -> FileIs:
        """What became of the file since it was read or saved: looked up on the disk, now."""
        if self.path is None or self._base is None or not self._stands:
            return "never_saved"
        try:
            found = digest_of(self.path.read_bytes())
        except OSError:
            return "missing"
        return "unchanged" if found == self._base.digest else "changed"

    def close(self) -> None:
        """Ends the session. Unsaved work stays where it is kept, to be offered next time."""
        if not self.unsaved:
            self._keeper.discard()

    def _shown_as(self) -> str:
        return self._base.shown_as if self._base is not None else str(self.path)

    def _saved_as(self, path: Path, when: datetime | None, write: Callable[[], OpenCouncil]) -> Saved | SaveRefused:
        written = tried(write, self.kept)
        if isinstance(written, SaveRefused):
            return written
        if path != self.path:
            self._keeper.discard()
            self._keeper = Keeper(path, self.state.file.id)
        self.path, self._base, self._stands = path, written, True
        self._saved = written_file(self.state, InterviewRecord())
        self._keep()
        return Saved(path, when if when is not None or self.clock is None else self.clock())


def _rule_set(rule_sets: RuleSets | None, written: WrittenCouncil, pack: str | None) -> RuleSet:
    found = rule_sets if rule_sets is not None else RuleSets()
    return found.named(pack) if pack is not None else found.of(written)


def _is_shipped(path: Path, name: str | Path) -> bool:
    """Whether a file came with the program: what a person made is never found anywhere but where it was named."""
    if path != Path(name):
        return True
    if path.parent.name not in SHIPPED:
        return False
    target = path.resolve()
    return any(each.resolve() == target for each in shipped_council_files())


def _on_disk(rule_set: RuleSet, left: LeftUnsaved) -> CouncilFile | None:
    """What the file says, where it is still the version that the unsaved work began from."""
    if left.path is None or left.file_is != "unchanged":
        return None
    try:
        return written_file(state_of(read_council(left.path, rule_set.view)), InterviewRecord())
    except Unreadable:
        return None
