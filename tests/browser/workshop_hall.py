"""Workshops' folders, and the server of `wizard workshop serve` at work on one, as often as it is started."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli import main
from wizard.web.serving import Served
from wizard.web.workshop.serving import prepared
from wizard.workshop.beginning import begin_case_study
from wizard.workshop.doors import doors_of
from wizard.workshop.workshop import Workshop

from .house import GENEROUS, RULE_SETS, House, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from wizard.workshop.beginning import Wanted

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
PACK = "reports_2008"
CASE = "bracknell_forest_2008"

FACTS = """id: newtown
title: Newtown
pack: {id: tiny}
answers:
  decision_date: 2010-06
  led_today: [branch_librarians]
  head_leaving: no
  readers: 900
  wishes: not_sure
"""


class Begun:
    """A workshop that a facilitator began with commands, in an empty folder of this machine."""

    def __init__(self, base: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.base, self._patch, self._capsys = base, patch, capsys
        patch.chdir(base)
        (base / "rules").mkdir()
        (base / "rules" / "tiny").symlink_to(TINY)
        (base / "newtown.yaml").write_text(FACTS, encoding="utf-8")
        self.folder = base / "our_room"

    def command(self, *words: str) -> str:
        """What `wizard` with these words prints; it ends well."""
        self._capsys.readouterr()
        assert main.main(list(words)) == 0, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def served(self, port: int = 0) -> tuple[Served, dict[str, str]]:
        """The server of `wizard workshop serve`, ready to run, and the codes that the command printed."""
        found: list[Served] = []

        def run(served: Served, when_ready: object) -> None:
            found.append(served)
            when_ready()  # type: ignore[operator]

        self._patch.setattr("wizard.web.serving.run", run)
        said = self.command("workshop", "serve", "our_room", "--port", str(port))
        codes = dict(re.findall(r"^(Join|Facilitator's) code, .*: ([a-z0-9-]+)$", said, re.MULTILINE))
        return found[0], codes


class Server:
    """A server that can be stopped, and started anew at the same address with nothing but the folder."""

    def __init__(self, begun: Begun) -> None:
        self._begun, self._stack = begun, ExitStack()
        self.house, self.codes = self._started(0)

    def again(self) -> None:
        """As after a power cut: whoever was in finds it where it was. The same codes are printed."""
        self._stack.close()
        port = int(self.house.address.rpartition(":")[2])
        assert self._started(port) == (self.house, self.codes)

    def stop(self) -> None:
        """Stops it for good."""
        self._stack.close()

    def _started(self, port: int) -> tuple[House, dict[str, str]]:
        served, codes = self._begun.served(port)
        return self._stack.enter_context(running(served)), codes


@contextmanager
def hall(workshop: Workshop) -> Iterator[tuple[House, str]]:
    """A server on a workshop, with whose join code one comes in; and the facilitator's code."""
    with running(prepared(workshop, "127.0.0.1", 0, (), GENEROUS).served) as house:
        doors = doors_of(workshop.folder)
        yield house._replace(code=doors.join), doors.facilitator


def case_study(folder: Path, wanted: Wanted) -> Workshop:
    """A workshop on a place in the reports."""
    begin_case_study(folder, CASE, RULE_SETS.named(PACK), wanted)
    return Workshop.open(folder, RULE_SETS, PACK)
