"""`wizard workshop serve`: what it takes, and what it prints before anybody can come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.cli import main
from wizard.web.serving import Served
from wizard.workshop.doors import doors_of

from .conftest import Hall


@pytest.fixture
def served(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> list[Served]:
    """What would be run; it is only made ready, and says so."""
    found: list[Served] = []

    def run(served: Served, when_ready: object) -> None:
        served.socket.close()
        found.append(served)
        when_ready()  # type: ignore[operator]

    monkeypatch.setattr("wizard.web.serving.run", run)
    monkeypatch.setattr("wizard.workshop.workshop.Workshop.open", classmethod(lambda cls, folder, pack: hall.workshop))
    return found


def test_the_codes_are_printed_the_same_each_time(
    hall: Hall, served: list[Served], capsys: pytest.CaptureFixture[str]
) -> None:
    """On this machine alone too there is a join code, and a facilitator's; and the address of the projector's page."""
    said = []
    for _ in range(2):
        assert main.main(["workshop", "serve", str(hall.folder), "--port", "0"]) == 0
        said.append(capsys.readouterr().out.replace(served[-1].address, "ADDRESS/"))
    doors = doors_of(hall.folder)
    assert said[0] == said[1] and "network that you trust" not in said[0]
    assert f"Join code, for everybody: {doors.join}" in said[0]
    assert f"Facilitator's code, for you alone: {doors.facilitator}" in said[0]
    assert "ADDRESS/projector" in said[0] and "3 sheets are expected" in said[0]


def test_others_are_told_to_trust_the_network(
    hall: Hall, served: list[Served], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where others can reach it, by the name that they use."""
    argv = ["workshop", "serve", str(hall.folder), "--port", "0", "--host", "0.0.0.0", "--name", "room.example"]
    assert main.main(argv) == 0
    out = capsys.readouterr().out
    assert "network that you trust" in out and "room.example" in out and "room.example" in served[0].address


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--port", "many"], "'many' is not a port"),
        (["--host", "no such host"], "not the name or address"),
        (["--nothing"], "not understood"),
    ],
)
def test_misuse_is_told(
    hall: Hall, served: list[Served], more: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, and nothing is served."""
    assert main.main(["workshop", "serve", str(hall.folder), *more]) == 2
    assert words in capsys.readouterr().err and served == []


def test_a_folder_without_a_workshop_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2, with how to begin one; no codes are written there."""
    assert main.main(["workshop", "serve", str(tmp_path)]) == 2
    assert "wizard workshop new" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


def test_without_the_extra_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, with the command to type, and what does without."""
    monkeypatch.setattr("wizard.cli.workshop_serve.find_spec", lambda _: None)
    assert main.main(["workshop", "serve", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "pip install 'council-wizard[web]'" in err and "handouts" in err


def test_codes_that_cannot_be_kept_are_told(
    hall: Hall, served: list[Served], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, before anything is listened at."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (hall.folder / "codes.yaml").unlink()
    monkeypatch.setattr("wizard.workshop.doors.replace_whole", full)
    assert main.main(["workshop", "serve", str(hall.folder)]) == 2
    assert "no space left" in capsys.readouterr().err and served == []


def test_codes_broken_by_hand_are_told(hall: Hall, served: list[Served], capsys: pytest.CaptureFixture[str]) -> None:
    """With their place; they are not made anew unasked, since people have the old ones."""
    path = hall.folder / "codes.yaml"
    path.write_text("join: abcd-2345\nsecret: short\n", encoding="utf-8")
    assert main.main(["workshop", "serve", str(hall.folder)]) == 2
    assert f"{path}:2:" in capsys.readouterr().err and served == []
