"""Puts a text on disk so that whatever happens either the old file or the new one stands there, whole.

Written beside as `.<name>.saving`, flushed to the disk, then renamed over the file. The version
before is kept as `<name>.bak`, one for each file, in the same folder. A symbolic link is followed
to the file that it names, which then keeps its permissions; other hard links to it go on naming the
version before. Should the process be killed, a `.saving` file may be left: the next save takes it away.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.problems import Place, Problem

from .locking import locked_folder
from .not_saved import NotSaved
from .reading import OpenCouncil
from .written import digest_of


def save(open_council: OpenCouncil, text: str) -> str:
    """Puts `text` in the place of what was read, and gives its digest.

    Raises NotSaved, with nothing written, where the file changed on disk since it was read, was
    deleted, is read-only, is being saved by another session, or the disk or folder refuse.
    """
    name, data = open_council.shown_as, text.encode("utf-8")
    with _told_as_problems(name):
        target = open_council.path.resolve(strict=False)
        with locked_folder(target.parent, name):
            before = _unchanged(target, open_council.digest, name)
            if data != before:
                _exchange(target, before, data, open_council.digest, name)
    return digest_of(data)


def create(path: Path, text: str, shown_as: str | None = None) -> str:
    """Writes a file that is not there yet, and gives its digest.

    Raises NotSaved, with nothing written, where there is a file (or a folder) of this name.
    """
    name, data = shown_as or str(path), text.encode("utf-8")
    with _told_as_problems(name):
        target = path.resolve(strict=False)
        with locked_folder(target.parent, name):
            if os.path.lexists(target):
                raise _refused("already-there", name, "There is a file of this name already.", "Choose another name.")
            beside = _written_beside(target, data, None, name)
            _into_place(beside, target)
            _flush_folder(target.parent)
    return digest_of(data)


def put(path: Path, data: bytes, *, over: bool = False) -> None:
    """Writes a file that is no council file, such as a report; in the place of one that is there only with `over`.

    Raises NotSaved, with nothing written, where there is one, or the disk or folder refuse.
    """
    name = str(path)
    with _told_as_problems(name):
        target = path.resolve(strict=False)
        with locked_folder(target.parent, name):
            if not over and os.path.lexists(target):
                raise _refused("already-there", name, "There is a file of this name already.", "Choose another name.")
            if target.is_dir():
                raise _refused("already-there", name, "There is a folder of this name.", "Choose another name.")
            beside = _written_beside(target, data, target.stat() if over and target.exists() else None, name)
            if over:
                beside.replace(target)
            else:
                _into_place(beside, target)
            _flush_folder(target.parent)


def replace_whole(target: Path, data: bytes, mode: int = 0o600) -> None:
    """Puts bytes in a file's place in one step, without waiting for the disk. Raises OSError, nothing written."""
    beside = target.with_name(f"{target.name}.saving")
    try:
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def backup_of(path: Path) -> Path:
    """Where the version before the last save stands."""
    target = path.resolve(strict=False)
    return target.with_name(f"{target.name}.bak")


def _exchange(target: Path, before: bytes, data: bytes, digest: str, name: str) -> None:
    like = target.stat()
    _refuse_read_only(target, like.st_mode, name)
    beside = _written_beside(target, data, like, name)
    try:
        replace_whole(backup_of(target), before, stat.S_IMODE(like.st_mode))
        # Once more, as late as can be: an editor does not ask for our lock.
        _unchanged(target, digest, name)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(target.parent)


def _unchanged(target: Path, digest: str, name: str) -> bytes:
    """The bytes on disk, which must be those that were read."""
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        message = "The file is not there any more: it was deleted, moved or renamed since it was opened."
        raise _refused("deleted-since", name, message, "Save under another name, or put the file back.") from None
    if digest_of(data) != digest:
        message = "The file was changed by somebody else since it was opened."
        raise _refused("changed-since", name, message, "Save under another name, then compare the two.")
    return data


def _refuse_read_only(target: Path, mode: int, name: str) -> None:
    # A rename would not ask, so we do; the bits too, since some users may write whatever they say.
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise _refused("read-only", name, "The file is read-only.", "Allow writing to it, or save under another name.")


def _written_beside(target: Path, data: bytes, like: os.stat_result | None, name: str) -> Path:
    """A new file with the bytes, safely on the disk; none is left where that fails."""
    beside = target.with_name(f".{target.name}.saving")
    try:
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        raise _refused("being-saved", name, "Another session is saving this file now.", "Try again.") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if like is not None:
            _make_like(beside, like)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside


def _make_like(path: Path, like: os.stat_result) -> None:
    # The owner first: giving a file away takes some permissions off it.
    if hasattr(os, "chown") and (like.st_uid, like.st_gid) != (path.stat().st_uid, path.stat().st_gid):
        with suppress(OSError):
            os.chown(path, like.st_uid, like.st_gid)
    path.chmod(stat.S_IMODE(like.st_mode))


def _into_place(beside: Path, target: Path) -> None:
    """A rename that never takes the place of a file which came meanwhile."""
    try:
        try:
            os.link(beside, target)
        except FileExistsError:
            raise
        except (OSError, AttributeError):
            # A disk without hard links: the lock and the look just before must do.
            if os.path.lexists(target):
                raise FileExistsError from None
            beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Makes the rename itself last through a power cut, where the system lets a folder be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told_as_problems(name: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise _refused("already-there", name, "There is a file of this name already.", "Choose another name.") from None
    except (OSError, ValueError, RuntimeError) as fault:
        raise NotSaved([_problem(fault, name)]) from None


def _problem(fault: Exception, name: str) -> Problem:
    import errno

    code = fault.errno if isinstance(fault, OSError) else None
    place, nothing = Place(name), "Nothing was written, and the file is as it was."
    if code in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        words = "The file could not be saved: the disk is full."
        return Problem("disk-full", place, words, f"{nothing} Make room and try again.")
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        words = "The file could not be saved: nothing may be written in this folder."
        return Problem("read-only", place, words, f"{nothing} Allow writing there, or save in another folder.")
    if code in (errno.ENOENT, errno.ENOTDIR):
        words = "The file could not be saved: its folder is not there."
        return Problem("no-folder", place, words, "Save in another folder.")
    words = getattr(fault, "strerror", None) or "the name cannot be used"
    return Problem("not-saved", place, f"The file could not be saved: {words}.", nothing)


def _refused(check: str, name: str, message: str, hint: str) -> NotSaved:
    return NotSaved([Problem(check, Place(name), message, hint)])
