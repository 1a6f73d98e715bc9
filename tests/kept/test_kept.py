"""What is kept is the same as what was read, or is not used at all."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from tests.engine import random_packs as small
from wizard.conditions.answers import NOT_SURE, Between, Chosen, OneOf
from wizard.kept import digest_of_folder, is_on, keep, recall, recorded
from wizard.kept.shelf import FOLDER_VARIABLE, MOST_ENTRIES
from wizard.pack import recalling
from wizard.pack.bases import digest_of_rules
from wizard.pack.recalling import pack_in

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_record_answers_to_the_names_of_what_it_records(shelf: Path) -> None:
    """Fields, nested objects and properties of a schema object come back the same."""
    model = small._model("one_head", 1, {"people": {"above": "3"}})
    keep("model", "a", recorded(model))
    back = recall("model", "a")
    assert back.preconditions[0].needs == model.preconditions[0].needs
    assert back.citations == model.citations
    assert back.joins.operations == "yes"


def test_plain_answers_come_back_equal(shelf: Path) -> None:
    """Every shape of answer survives keeping."""
    answers = {"a": Between(1, 2), "b": OneOf(frozenset("xy")), "c": Chosen(frozenset()), "d": NOT_SURE}
    keep("answers", "a", answers)
    assert recall("answers", "a") == answers


def test_nothing_is_recalled_under_another_digest(shelf: Path) -> None:
    """An entry is found only under the digest of what it was read from."""
    keep("pack", "a", 1)
    assert recall("pack", "b") is None
    assert recall("council", "a") is None


class _Mischief:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("mischief",)


@pytest.mark.parametrize("entry", [b"", b"\x80\x05broken", pickle.dumps(_Mischief()), pickle.dumps([1])[:-2]])
def test_a_damaged_or_foreign_entry_is_never_used(shelf: Path, entry: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut short, overwritten or planted: the entry is passed over, and nothing in it runs."""
    shelf.mkdir()
    monkeypatch.chdir(shelf)
    (shelf / "pack-a").write_bytes(entry)
    assert recall("pack", "a") is None
    assert not (shelf / "mischief").exists()


def test_keeping_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the switch off nothing is written and nothing recalled."""
    monkeypatch.setenv(FOLDER_VARIABLE, "off")
    keep("pack", "a", 1)
    assert recall("pack", "a") is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file stands in the way of the cache folder, keeping fails without a word."""
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "file" / "cache"))
    keep("pack", "a", 1)
    assert recall("pack", "a") is None


def test_old_entries_are_let_go(shelf: Path) -> None:
    """The cache never grows beyond its bound, and the newest entry stays."""
    for number in range(MOST_ENTRIES + 5):
        keep("pack", str(number), number)
    assert len(list(shelf.iterdir())) == MOST_ENTRIES
    assert recall("pack", str(MOST_ENTRIES + 4)) == MOST_ENTRIES + 4


def test_any_change_in_a_folder_changes_its_digest(tmp_path: Path) -> None:
    """A byte, a name, a new file, or a part moved from one file into another: each is noticed."""
    (tmp_path / "a.yaml").write_bytes(b"one")
    (tmp_path / "b.yaml").write_bytes(b"two")
    seen = {digest_of_folder(tmp_path)}
    for change in (
        lambda: (tmp_path / "a.yaml").write_bytes(b"onE"),
        lambda: (tmp_path / "a.yaml").rename(tmp_path / "c.yaml"),
        lambda: (tmp_path / "d.yaml").write_bytes(b""),
        lambda: ((tmp_path / "b.yaml").write_bytes(b"tw"), (tmp_path / "c.yaml").write_bytes(b"onEo")),
    ):
        change()
        digest = digest_of_folder(tmp_path)
        assert digest is not None
        assert digest not in seen
        seen.add(digest)


def test_nothing_is_made_for_keeping_where_keeping_is_off(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule set is neither digested nor recorded then, and reads as the same as where it is kept."""
    made: list[object] = []
    monkeypatch.setattr(recalling, "recorded", lambda value: made.append(value) or recorded(value))
    monkeypatch.setattr(recalling, "digest_of_rules", lambda folder: made.append(folder) or digest_of_rules(folder))
    with_keeping = pack_in(TINY)
    assert is_on() and made
    made.clear()
    monkeypatch.setenv(FOLDER_VARIABLE, "off")
    assert not is_on()
    assert pack_in(TINY) == with_keeping and made == []
