"""Whatever happens during a save, the old file or the new one stands there whole, and nobody's work is lost."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from wizard.council_file import (
    NotSaved,
    OpenCouncil,
    PackView,
    backup_of,
    copy_council,
    create,
    create_council,
    overwrite_council,
    read_council,
    save,
    save_council,
    saving,
)
from wizard.council_file.locking import locked_folder
from wizard.council_file.written import digest_of
from wizard.problems import Unreadable

Opens = Callable[[str], OpenCouncil]

OLD = "id: a\ntitle: A\npack: {id: small_rules}\nanswers: {vacancy: yes}  # old\n" + "# rest of the old one\n" * 2000
NEW = "id: a\ntitle: A\npack: {id: small_rules}\nanswers: {vacancy: no}  # new\n" + "# rest of the new one\n" * 3000

needs_links = pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="symbolic links")
needs_bits = pytest.mark.skipif(sys.platform == "win32", reason="permission bits")


def refused(council: OpenCouncil, text: str = NEW) -> str:
    with pytest.raises(NotSaved) as caught:
        save(council, text)
    (problem,) = caught.value.problems
    assert problem.place.file == council.shown_as and problem.hint
    return problem.check


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_save_puts_the_new_text_and_keeps_the_last_version(opened: Opens) -> None:
    """The new text stands byte for byte, the one before beside it, and nothing else is left."""
    council = opened(OLD)
    text = "\ufeff" + NEW.replace("\n", "\r\n")
    assert save(council, text) == digest_of(text.encode())
    assert council.path.read_bytes() == text.encode()
    assert backup_of(council.path).read_bytes() == OLD.encode()
    assert names(council.path.parent) == {"council.yaml", "council.yaml.bak"}


def test_saving_what_stands_there_writes_nothing(opened: Opens) -> None:
    """No change, no new file, and the version kept from before is not lost to a copy of the same."""
    council = opened(OLD)
    before = council.path.stat()
    save(council, OLD)
    assert council.path.stat().st_mtime_ns == before.st_mtime_ns and council.path.stat().st_ino == before.st_ino
    assert names(council.path.parent) == {"council.yaml"}


def test_a_file_that_changed_on_disk_is_never_overwritten(opened: Opens) -> None:
    """What somebody else wrote since stands untouched."""
    council = opened(OLD)
    council.path.write_text("theirs", encoding="utf-8")
    assert refused(council) == "changed-since"
    assert council.path.read_text(encoding="utf-8") == "theirs" and names(council.path.parent) == {"council.yaml"}


def test_a_file_that_changes_during_the_save_is_not_overwritten(opened: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that saves between the first look and the rename keeps its version."""
    council = opened(OLD)
    fsync = os.fsync

    def editor_saves(handle: int) -> None:
        fsync(handle)
        council.path.write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", editor_saves)
    assert refused(council) == "changed-since"
    assert council.path.read_text(encoding="utf-8") == "theirs" and ".council.yaml.saving" not in names(
        council.path.parent
    )


def test_a_deleted_file_is_not_brought_back_unasked(opened: Opens) -> None:
    """Somebody deleted it: the person is asked, not overruled."""
    council = opened(OLD)
    council.path.unlink()
    assert refused(council) == "deleted-since"
    assert names(council.path.parent) == set()


@needs_bits
def test_a_read_only_file_is_left_alone(opened: Opens) -> None:
    """A rename could replace it all the same, but the owner said no."""
    council = opened(OLD)
    council.path.chmod(0o444)
    assert refused(council) == "read-only"
    assert council.path.read_text(encoding="utf-8") == OLD and names(council.path.parent) == {"council.yaml"}


@pytest.mark.parametrize(
    ("code", "check"), [(errno.EACCES, "read-only"), (errno.EROFS, "read-only"), (errno.EIO, "not-saved")]
)
def test_a_folder_that_cannot_be_written_in_is_told(
    opened: Opens, monkeypatch: pytest.MonkeyPatch, code: int, check: str
) -> None:
    """The folder refuses the file beside: a problem, and everything as it was."""
    council = opened(OLD)
    real = os.open

    def refuses(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if str(path).endswith(".saving"):
            raise OSError(code, os.strerror(code), str(path))
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refuses)
    assert refused(council) == check
    assert council.path.read_text(encoding="utf-8") == OLD and names(council.path.parent) == {"council.yaml"}


class FullDisk:
    """Takes half of what is written, then there is no room; `after` whole writes before that."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.real = os.fdopen

    def fdopen(self, handle: int, mode: str) -> Any:
        stream = self.real(handle, mode)
        self.left -= 1
        if self.left >= 0:
            return stream
        return _HalfStream(stream)


class _HalfStream:
    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __enter__(self) -> _HalfStream:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def write(self, data: bytes) -> None:
        self.stream.write(data[: len(data) // 2])
        self.stream.flush()
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("after", [0, 1])
def test_a_full_disk_loses_nothing_and_leaves_nothing(
    opened: Opens, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """No room for the new text, or for the version kept: the old file stands and no half file is left."""
    council = opened(OLD)
    backup_of(council.path).write_text("older", encoding="utf-8")
    monkeypatch.setattr(os, "fdopen", FullDisk(after).fdopen)
    assert refused(council) == "disk-full"
    assert council.path.read_text(encoding="utf-8") == OLD
    assert backup_of(council.path).read_text(encoding="utf-8") == "older"
    assert names(council.path.parent) == {"council.yaml", "council.yaml.bak"}


def test_a_disk_that_is_full_only_when_flushed_loses_nothing(opened: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks take the bytes and refuse at the flush."""
    council = opened(OLD)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(council) == "disk-full"
    assert council.path.read_text(encoding="utf-8") == OLD and names(council.path.parent) == {"council.yaml"}


def test_of_two_sessions_on_one_file_the_second_is_told(opened: Opens, pack: PackView) -> None:
    """The first save stands; the second session learns of it and loses nothing."""
    first = opened(OLD)
    second = read_council(first.path, pack)
    new = first.file.model_copy(update={"answers": {"vacancy": "no"}})
    first = save_council(first, new, pack)
    with pytest.raises(NotSaved) as caught:
        save_council(second, second.file.model_copy(update={"answers": {"share": "0.5"}}), pack)
    assert caught.value.problems[0].check == "changed-since"
    assert read_council(first.path, pack).file.answers == {"vacancy": "no"}
    save_council(first, first.file.model_copy(update={"answers": {"share": "0.5"}}), pack)
    assert read_council(first.path, pack).file.answers == {"share": "0.5"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not locked on Windows")
def test_two_sessions_that_save_at_the_same_moment_do_not_both_win(opened: Opens) -> None:
    """Exactly one text stands, and the other session knows that its own does not."""
    council = opened(OLD)
    texts = [NEW + f"# {number}\n" for number in range(8)]
    won: list[str] = []
    lost: list[str] = []
    start = threading.Barrier(len(texts))

    def session(text: str) -> None:
        start.wait()
        try:
            save(council, text)
            won.append(text)
        except NotSaved as refusal:
            lost.append(refusal.problems[0].check)

    threads = [threading.Thread(target=session, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1 and set(lost) <= {"changed-since", "being-saved"} and len(lost) == 7
    assert council.path.read_text(encoding="utf-8") == won[0]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not locked on Windows")
def test_a_folder_held_by_another_session_is_told(opened: Opens) -> None:
    """Nobody waits and nothing is forced: try again."""
    council = opened(OLD)
    with locked_folder(council.path.parent, "elsewhere"):
        assert refused(council) == "being-saved"
    save(council, NEW)
    assert council.path.read_text(encoding="utf-8") == NEW


@needs_links
def test_a_symbolic_link_is_followed_and_stays(pack: PackView, tmp_path: Path) -> None:
    """The file that the link names is saved, in its own folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "links").mkdir()
    target, link = tmp_path / "real" / "kent.yaml", tmp_path / "links" / "mine.yaml"
    target.write_text(OLD, encoding="utf-8")
    link.symlink_to(target)
    save(read_council(link, pack), NEW)
    assert link.is_symlink() and target.read_text(encoding="utf-8") == NEW
    assert names(tmp_path / "links") == {"mine.yaml"} and names(tmp_path / "real") == {"kent.yaml", "kent.yaml.bak"}


@needs_bits
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_stay_and_the_kept_version_is_no_more_open(opened: Opens, mode: int) -> None:
    """A private file stays private, and so does the version before."""
    council = opened(OLD)
    council.path.chmod(mode)
    save(council, NEW)
    assert stat.S_IMODE(council.path.stat().st_mode) == mode
    assert stat.S_IMODE(backup_of(council.path).stat().st_mode) & ~mode == 0


def test_what_does_not_suit_the_rule_set_is_never_written(opened: Opens, pack: PackView) -> None:
    """A file that could not be opened again is refused before the disk is touched."""
    council = opened(OLD)
    with pytest.raises(Unreadable) as caught:
        save_council(council, council.file.model_copy(update={"answers": {"vacancy": "perhaps"}}), pack)
    assert caught.value.problems[0].check == "unknown-answer"
    assert names(council.path.parent) == {"council.yaml"} and council.path.read_text(encoding="utf-8") == OLD


# ---- new files ----


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path, opened: Opens, pack: PackView) -> None:
    """A name that is taken, by a file or a folder, is refused."""
    council = opened(OLD)
    (tmp_path / "folder.yaml").mkdir()
    for name in ("council.yaml", "folder.yaml"):
        with pytest.raises(NotSaved) as caught:
            create_council(tmp_path / name, council.file, pack)
        assert caught.value.problems[0].check == "already-there"
    assert council.path.read_text(encoding="utf-8") == OLD


def test_a_new_file_that_comes_at_the_last_moment_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody creates the same name between the look and the rename."""
    fsync = os.fsync

    def somebody_is_faster(handle: int) -> None:
        fsync(handle)
        (tmp_path / "new.yaml").write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", somebody_is_faster)
    with pytest.raises(NotSaved) as caught:
        create(tmp_path / "new.yaml", NEW)
    assert caught.value.problems[0].check == "already-there"
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == "theirs" and names(tmp_path) == {"new.yaml"}


def test_a_new_file_works_where_the_disk_has_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick, say."""

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    create(tmp_path / "new.yaml", NEW)
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == NEW and names(tmp_path) == {"new.yaml"}


@pytest.mark.parametrize(
    ("name", "check"), [("no/such/new.yaml", "no-folder"), ("x" * 300, "not-saved"), ("a\0b", "not-saved")]
)
def test_a_new_file_where_none_can_be_is_told(tmp_path: Path, name: str, check: str) -> None:
    """No folder, too long a name, an impossible one."""
    with pytest.raises(NotSaved) as caught:
        create(tmp_path / name, NEW)
    assert caught.value.problems[0].check == check
    assert names(tmp_path) == set()


# ---- killed during a save ----

CHILD = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from wizard.council_file import create, save

path, step, new, digest = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
text = new.read_text(encoding="utf-8")
calls = 0

def die():
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)

def counted(function):
    def call(*args, **more):
        global calls
        calls += 1
        if calls == step:
            die()
        return function(*args, **more)
    return call

class Halves:
    '''Writes half, so that a death between the halves can be tried.'''
    def __init__(self, stream):
        self.stream = stream
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.stream.close()
    def __getattr__(self, name):
        return getattr(self.stream, name)
    def write(self, data):
        middle = len(data) // 2
        self.stream.write(data[:middle])
        self.stream.flush()
        pause()
        self.stream.write(data[middle:])

real = os.fdopen
os.fdopen = lambda handle, mode: Halves(real(handle, mode))
pause = counted(lambda: None)
for name in ("open", "fsync", "replace", "unlink", "chmod", "link", "close"):
    setattr(os, name, counted(getattr(os, name)))
if digest == "none":
    create(path, text)
else:
    save(SimpleNamespace(path=path, shown_as=str(path), digest=digest), text)
print(calls)
"""


def run_child(path: Path, step: int, digest: str) -> subprocess.CompletedProcess[str]:
    new = path.parent.parent / "new.txt"
    new.write_text(NEW, encoding="utf-8", newline="")
    arguments = [sys.executable, "-c", CHILD, str(path), str(step), str(new), digest]
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": root}
    )


MOST_STEPS = 22


@pytest.mark.parametrize("begin", range(1, MOST_STEPS + 1, 6))
def test_a_process_killed_at_any_step_of_a_save_leaves_the_old_or_the_new_text(tmp_path: Path, begin: int) -> None:
    """Before every step of the save, and in the middle of writing: never half a file, and the next save works."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "a.yaml"
    for step in range(begin, begin + 6):
        path.write_text(OLD, encoding="utf-8", newline="")
        done = run_child(path, step, digest_of(OLD.encode()))
        assert done.returncode in (0, 9, -9) and not done.stderr
        stands = path.read_text(encoding="utf-8")
        assert stands in (OLD, NEW)
        if done.returncode == 0:
            assert stands == NEW and int(done.stdout) < step
        backup = backup_of(path)
        assert not backup.exists() or backup.read_text(encoding="utf-8") == OLD
        again = SimpleNamespace(path=path, shown_as=str(path), digest=digest_of(stands.encode()))
        save(again, "# saved again\n" + NEW)  # type: ignore[arg-type]
        assert path.read_text(encoding="utf-8").startswith("# saved again\n")
        assert not (folder / ".a.yaml.saving").exists()
        backup.unlink()


def test_the_steps_tried_above_are_all_there_are(tmp_path: Path) -> None:
    """A save that is not killed takes fewer steps than were tried, and at least the eight that matter."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.yaml").write_text(OLD, encoding="utf-8", newline="")
    saved = run_child(folder / "a.yaml", 0, digest_of(OLD.encode()))
    created = run_child(folder / "b.yaml", 0, "none")
    assert 8 <= int(saved.stdout) <= MOST_STEPS and 5 <= int(created.stdout) <= MOST_STEPS


@pytest.mark.parametrize("begin", range(1, 13, 4))
def test_a_process_killed_while_creating_leaves_the_whole_file_or_none(tmp_path: Path, begin: int) -> None:
    """A new file is there whole, or not there."""
    for step in range(begin, begin + 4):
        folder = tmp_path / f"folder{step}"
        folder.mkdir()
        run_child(folder / "a.yaml", step, "none")
        path = folder / "a.yaml"
        assert not path.exists() or path.read_text(encoding="utf-8") == NEW


def test_a_copy_keeps_comments_and_its_original_stands(opened: Opens, pack: PackView, tmp_path: Path) -> None:
    """Another name, the same layout; a name that is taken is refused."""
    council = opened(OLD)
    new = council.file.model_copy(update={"answers": {"vacancy": "no"}})
    copy = copy_council(council, tmp_path / "copy.yaml", new, pack)
    assert copy.path.read_text(encoding="utf-8") == copy.text == OLD.replace("yes}", "no}")
    assert council.path.read_text(encoding="utf-8") == OLD
    with pytest.raises(NotSaved):
        copy_council(council, council.path, new, pack)


def test_a_text_that_cannot_be_changed_is_laid_out_anew_in_a_copy(
    opened: Opens, pack: PackView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost by that: the file itself, with all that stands in it, is where it was."""
    council = opened(OLD)
    new = council.file.model_copy(update={"answers": {"vacancy": "no"}})
    monkeypatch.setattr(saving, "_by_splicing", lambda *_: OLD)
    monkeypatch.setattr(saving, "_by_replacing", lambda *_: OLD)
    copy = copy_council(council, tmp_path / "copy.yaml", new, pack)
    assert copy.file == new and "#" not in copy.text and council.path.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("became", ["theirs", None])
def test_overwriting_puts_mine_in_the_place_of_whatever_stands_there(
    opened: Opens, pack: PackView, became: str | None
) -> None:
    """Changed by somebody else, whose version is then the one before; or deleted."""
    council = opened(OLD)
    council.path.unlink()
    if became is not None:
        council.path.write_text(became, encoding="utf-8")
    new = council.file.model_copy(update={"answers": {"vacancy": "no"}})
    overwrite_council(council, new, pack)
    assert council.path.read_text(encoding="utf-8") == OLD.replace("yes}", "no}")
    assert backup_of(council.path).exists() == (became is not None)
    if became is not None:
        assert backup_of(council.path).read_text(encoding="utf-8") == became


@needs_bits
def test_overwriting_a_read_only_file_is_refused_all_the_same(opened: Opens, pack: PackView) -> None:
    """Saying "mine" about a change does not lift what its owner forbids."""
    council = opened(OLD)
    council.path.write_text("theirs", encoding="utf-8")
    council.path.chmod(0o444)
    with pytest.raises(NotSaved) as caught:
        overwrite_council(council, council.file, pack)
    assert caught.value.problems[0].check == "read-only" and council.path.read_text(encoding="utf-8") == "theirs"
