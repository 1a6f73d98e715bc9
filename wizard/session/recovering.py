"""Every change is kept at once where a crash cannot reach it, and what a crash left is found again."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.council_file import RecoveryFile, all_unsaved_work
from wizard.problems import Place, Problem, Unreadable
from wizard.strict_yaml import Mapping, Scalar, tree_of_text

from .naming import id_from
from .settings import drafts_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.council_file import Recovery
    from wizard.strict_yaml import Node

Where = Literal["beside", "drafts", "nowhere"]
"""`beside` the council file; among the `drafts` in the person's own folder; or `nowhere` but in memory."""

_NAME = re.compile(r"\.(.+\.ya?ml)(?:\.\d+)?\.recovery")


class LeftUnsaved(NamedTuple):
    """Work that was not saved when its session ended.

    `path` is the council file it belongs to, None where it has none yet or its folder could not be written in.
    `file_is` says what became of that file since. A session still running elsewhere leaves the same trace.
    """

    recovery: Recovery
    path: Path | None
    title: str | None
    answers: int
    file_is: Literal["unchanged", "changed", "missing"]


class Keeper:
    """Keeps one session's unsaved work: beside its file, or among the drafts where it has none or that is refused."""

    def __init__(self, path: Path | None, name: str) -> None:
        self._beside = RecoveryFile(path) if path is not None else None
        folder = drafts_folder()
        self._folder = folder
        self._draft = RecoveryFile(folder / f"{id_from(name)}.yaml") if folder is not None else None
        self.where: Where | None = None

    def keep(self, based_on: str | None, text: str | None) -> Where:
        """Writes the text down and says where; an older one in the other place is then taken away."""
        if text is None:
            self.where = "nowhere"
        elif self._beside is not None and self._beside.keep(based_on, text):
            self.where = "beside"
            if self._draft is not None:
                self._draft.discard()
        elif self._draft is not None and self._drafted(text):
            self.where = "drafts"
            if self._beside is not None:
                self._beside.discard()
        else:
            self.where = "nowhere"
        return self.where

    def discard(self) -> None:
        """Takes away what was kept: it stands in the file now."""
        for each in (self._beside, self._draft):
            if each is not None:
                each.discard()
        self.where = None

    def _drafted(self, text: str) -> bool:
        assert self._draft is not None
        if self._folder is not None:
            with suppress(OSError):
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._draft.keep(None, text)


def not_kept(name: str) -> Problem:
    """What is said where unsaved work is in memory only."""
    return Problem(
        "not-kept",
        Place(name),
        "Your answers are in memory only: neither the folder of the file nor your own folder takes them.",
        "Save under another name, in a folder you can write in, before you stop.",
    )


def left_unsaved(paths: Iterable[Path]) -> tuple[LeftUnsaved, ...]:
    """What is left unsaved for these council files, and among the drafts; each once, in this order."""
    found: dict[Path, LeftUnsaved] = {}
    for path in paths:
        with suppress(OSError, ValueError, RuntimeError):
            for recovery in all_unsaved_work(path):
                found.setdefault(recovery.kept_in, _described(recovery, recovery.path))
    for draft in _drafts():
        for recovery in all_unsaved_work(draft):
            found.setdefault(recovery.kept_in, _described(recovery, None))
    return tuple(found.values())


def _drafts() -> Iterator[Path]:
    folder = drafts_folder()
    try:
        names = sorted(each.name for each in folder.iterdir()) if folder is not None else []
    except OSError:
        return
    matches = (_NAME.fullmatch(name) for name in names)
    for name in dict.fromkeys(match.group(1) for match in matches if match):
        assert folder is not None
        yield folder / name


def _described(recovery: Recovery, path: Path | None) -> LeftUnsaved:
    title, answers = None, 0
    with suppress(Unreadable):
        tree = tree_of_text(recovery.text.removeprefix("\ufeff"), str(recovery.path))
        if isinstance(tree, Mapping):
            title, answers = _text(tree.value_node("title")), _count(tree.value_node("answers"))
    return LeftUnsaved(recovery, path, title, answers, recovery.file_is)


def _text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None


def _count(node: Node | None) -> int:
    return len(node.entries) if isinstance(node, Mapping) else 0
