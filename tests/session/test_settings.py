"""What is remembered between runs: read before anything heavy, whole or not at all, and never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.session.settings import LARGEST, MOST_RECENT, Settings, drafts_folder, settings_folder

HEAVY = ("pydantic", "yaml", "numpy", "textual", "wizard.engine", "wizard.schema", "wizard.council_file")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "own"))
    return tmp_path / "own"


def test_the_first_screen_loads_nothing_heavy_to_read_them() -> None:
    """Settings are read before the first screen is painted: neither libraries nor the engine come with them."""
    code = f"import sys, wizard.session.settings as s; s.Settings(); print([m for m in {HEAVY!r} if m in sys.modules])"
    environment = {**os.environ, "WIZARD_SETTINGS": "off"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


def test_everything_remembered_is_there_next_time(folder: Path, tmp_path: Path) -> None:
    """Looks, mode, folder and files come back as they were said."""
    first = Settings()
    assert (first.theme, first.plain, first.last_folder, first.recent) == ("", False, None, ())
    assert first.remember_theme("dark") and first.remember_plain(True)
    assert first.remember_file(tmp_path / "a.yaml") and first.remember_file(tmp_path / "b.yaml")
    again = Settings()
    assert (again.theme, again.plain, again.last_folder) == ("dark", True, tmp_path)
    assert again.recent == first.recent == (tmp_path / "b.yaml", tmp_path / "a.yaml")


def test_the_file_opened_last_comes_first_and_once(folder: Path, tmp_path: Path) -> None:
    """However often it is opened; the list does not grow without end, and a file can be taken off it."""
    remembered = Settings()
    paths = [tmp_path / f"{number}.yaml" for number in range(MOST_RECENT + 3)]
    for path in (*paths, paths[5]):
        remembered.remember_file(path)
    recent = Settings().recent
    assert recent[0] == paths[5] and len(recent) == len(set(recent)) == MOST_RECENT
    remembered.forget_file(paths[5])
    assert paths[5] not in Settings().recent


def test_two_runs_at_once_do_not_undo_each_other(folder: Path, tmp_path: Path) -> None:
    """Each writes only the one thing it was told, over what the other has remembered since."""
    one, other = Settings(), Settings()
    one.remember_theme("light")
    other.remember_file(tmp_path / "a.yaml")
    one.remember_file(tmp_path / "b.yaml")
    found = Settings()
    assert found.theme == "light" and found.recent == (tmp_path / "b.yaml", tmp_path / "a.yaml")


def test_what_a_newer_version_remembers_is_left_alone(folder: Path) -> None:
    """Keys that this version does not know stay."""
    folder.mkdir()
    (folder / "settings.json").write_text('{"of_tomorrow": [1], "theme": "dark"}', encoding="utf-8")
    Settings().remember_theme("light")
    assert json.loads((folder / "settings.json").read_text()) == {"of_tomorrow": [1], "theme": "light"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    damaged=st.one_of(
        st.binary(max_size=40),
        st.sampled_from(["[]", "null", '{"recent": 7, "theme": [], "plain": "no", "last_folder": 3}', "[" * 5000]).map(
            str.encode
        ),
        st.just(b'{"theme": "' + b"a" * LARGEST + b'"}'),
    )
)
def test_a_damaged_file_is_nothing_remembered(folder: Path, damaged: bytes) -> None:
    """Whatever stands there, the program starts, and remembers again from then on."""
    folder.mkdir(exist_ok=True)
    (folder / "settings.json").write_bytes(damaged)
    found = Settings()
    assert (found.theme, found.plain, found.last_folder, found.recent) == ("", False, None, ())
    assert found.remember_theme("dark") and Settings().theme == "dark"


def test_a_folder_that_takes_nothing_never_stops_a_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts for this run, and the face is told that it will not for the next; nothing is left half written."""
    before = Settings()
    before.remember_theme("light")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", full)
        assert not before.remember_theme("dark") and before.theme == "dark"
        assert not before.remember_plain(True) and (before.theme, before.plain) == ("dark", True)
    assert Settings().theme == "light" and [each.name for each in folder.iterdir()] == ["settings.json"]


def test_remembering_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Then nothing is written anywhere, and what is said counts for the run."""
    monkeypatch.setenv("WIZARD_SETTINGS", "off")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = Settings()
    assert settings_folder() is None and drafts_folder() is None
    assert not found.remember_file(tmp_path / "a.yaml") and found.recent == (tmp_path / "a.yaml",)
    found.remember_theme("dark")
    assert found.recent == (tmp_path / "a.yaml",) and list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the custom of other systems")
def test_the_folder_follows_the_custom_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The configuration folder that the person names for all programs, else the usual one."""
    monkeypatch.delenv("WIZARD_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_folder() == tmp_path / "council-wizard"
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings_folder() == tmp_path / ".config" / "council-wizard"
