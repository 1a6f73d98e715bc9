"""After a crash at most one answer is lost, and what was kept is never lost to another session."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.council_file import (
    OpenCouncil,
    PackView,
    RecoveryFile,
    all_unsaved_work,
    changed_text,
    save_council,
    unsaved_work,
)

Opens = Callable[[str], OpenCouncil]

TEXT = "\ufeffid: a\r\ntitle: A\r\npack: {id: small_rules}\r\nanswers: {vacancy: yes}\r\n"


def answered(council: OpenCouncil, answer: str) -> Any:
    return council.file.model_copy(update={"answers": {"vacancy": answer}})


def test_unsaved_answers_are_found_after_a_crash(opened: Opens) -> None:
    """The session ends without a word; the next one finds the whole text, exact, based on the file as it stands."""
    council = opened(TEXT)
    assert unsaved_work(council.path) is None
    session = RecoveryFile(council.path)
    for answer in ("no", "not_sure"):
        assert session.keep(council.digest, changed_text(council, answered(council, answer)))
    found = unsaved_work(council.path)
    assert found is not None
    assert (found.file_is, found.based_on, found.text) == ("unchanged", council.digest, TEXT.replace("yes", "not_sure"))
    assert council.path.read_bytes().decode() == TEXT


def test_a_clean_save_takes_the_recovery_file_away(opened: Opens, pack: PackView) -> None:
    """Saved work is not offered again, and no file is left beside but the version before."""
    council = opened(TEXT)
    session = RecoveryFile(council.path)
    session.keep(council.digest, changed_text(council, answered(council, "no")))
    save_council(council, answered(council, "no"), pack, session)
    assert unsaved_work(council.path) is None
    assert {each.name for each in council.path.parent.iterdir()} == {"council.yaml", "council.yaml.bak"}


def test_a_crash_between_the_save_and_the_clearing_offers_nothing(opened: Opens, pack: PackView) -> None:
    """What the file says already is not unsaved."""
    council = opened(TEXT)
    RecoveryFile(council.path).keep(council.digest, changed_text(council, answered(council, "no")))
    save_council(council, answered(council, "no"), pack)
    assert unsaved_work(council.path) is None


def test_a_recovery_from_another_version_is_recognised(opened: Opens) -> None:
    """The file changed or went since: the person is told so when it is offered."""
    council = opened(TEXT)
    RecoveryFile(council.path).keep(council.digest, TEXT + "# more")
    council.path.write_text("id: b\n", encoding="utf-8")
    changed = unsaved_work(council.path)
    council.path.unlink()
    missing = unsaved_work(council.path)
    assert changed is not None and changed.file_is == "changed" and changed.text == TEXT + "# more"
    assert missing is not None and missing.file_is == "missing"


def test_answers_to_a_file_never_saved_are_kept_too(tmp_path: Path) -> None:
    """A session that began without a file is based on nothing, and that is still so."""
    path = tmp_path / "new.yaml"
    RecoveryFile(path).keep(None, TEXT)
    found = unsaved_work(path)
    assert found is not None and found.based_on is None and found.file_is == "unchanged" and found.text == TEXT


def test_no_session_overwrites_or_removes_the_unsaved_work_of_another(opened: Opens) -> None:
    """Two at once, or one after a crash: each has a recovery file of its own."""
    council = opened(TEXT)
    first, second = RecoveryFile(council.path), RecoveryFile(council.path)
    first.keep(council.digest, "first")
    second.keep(council.digest, "second")
    first.keep(council.digest, "first again")
    assert [each.text for each in all_unsaved_work(council.path)] == ["first again", "second"]
    second.discard()
    (left,) = all_unsaved_work(council.path)
    assert left.text == "first again"
    left.discard()
    assert {each.name for each in council.path.parent.iterdir()} == {"council.yaml"}


def test_what_began_from_the_present_version_is_offered_first(opened: Opens) -> None:
    """Older work is there too, but it is not what the person left last."""
    council = opened(TEXT)
    RecoveryFile(council.path).keep("0" * 64, "older")
    RecoveryFile(council.path).keep(council.digest, "newer")
    found = unsaved_work(council.path)
    assert found is not None and found.text == "newer" and len(all_unsaved_work(council.path)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(cut=st.integers(0, 400), garbage=st.binary(max_size=20))
def test_a_damaged_recovery_is_passed_over(tmp_path: Path, cut: int, garbage: bytes) -> None:
    """Half a recovery file, or something else under its name, is never offered and never breaks anything."""
    path = tmp_path / "a.yaml"
    place = tmp_path / ".a.yaml.recovery"
    place.unlink(missing_ok=True)
    assert RecoveryFile(path).keep(None, TEXT * 3)
    whole = place.read_bytes()
    place.write_bytes(whole[:cut] + garbage)
    found = unsaved_work(path)
    assert (found is not None) == (place.read_bytes() == whole)


@pytest.mark.skipif(os.name == "nt", reason="permission bits")
def test_unsaved_answers_are_for_their_writer_only(opened: Opens) -> None:
    """They may hold what is sensitive: nobody else can read them."""
    council = opened(TEXT)
    session = RecoveryFile(council.path)
    session.keep(council.digest, "a")
    session.keep(council.digest, "b")
    assert session.kept_in is not None and session.kept_in.stat().st_mode & 0o077 == 0


def test_a_folder_that_takes_no_recovery_file_never_stops_a_session(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a read-only folder: the answer is not kept, and the session is told, no more."""
    council = opened(TEXT)
    session = RecoveryFile(council.path)
    assert session.keep(council.digest, "kept")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert not session.keep(council.digest, "not kept")
    assert not RecoveryFile(council.path).keep(council.digest, "not kept")
    found = unsaved_work(council.path)
    assert found is not None and found.text == "kept"
