"""A place from the reports is foretold in a rehearsal, and told step by step on the projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.workshop.beginning import Wanted
from wizard.workshop.marks import REHEARSAL
from wizard.workshop.training.offered import offered
from wizard.workshop.training.reveal import STEPS

from .pointer import Pointer
from .walker import Walker
from .workshop_hall import case_study, hall
from .workshop_parts import REMARK, comes_in, seals, takes_part

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.workshop.training.offered import Offered

    from .conftest import Person
    from .whole_walk import Hands

WORDS = "We would ask whom they would lose"
TITLES = tuple(title for title, _ in STEPS)
STEP_BY_STEP = "Tell it step by step"


def foretells(hands: Hands, choices: Offered) -> None:
    """A model, a reason and words for each decision, and a risk."""
    for each in choices.decisions:
        assert hands.heading == each.decision.title
        hands.choose(each.models[0].title)
        hands.tick(each.reasons[0].says)
        hands.write("What else speaks for your answer, in your own words?", WORDS)
        hands.send("Keep and go on")
    hands.tick(choices.risks[0].title)
    hands.send("Keep and go on")
    hands.write(REMARK, "")
    hands.send("Keep and check")


def test_a_case_is_foretold_and_told(person: Person, tmp_path: Path) -> None:
    """By keys alone; made-up teams join in; each step is shown forwards and backwards, and credit at the last one."""
    workshop = case_study(tmp_path / "w", Wanted(title="Our case", expected=3, rehearsal=True))
    with hall(workshop) as (house, longer):
        team, leading, projector = Walker(person(house)), Pointer(person(house)), Pointer(person(house))
        comes_in(leading, longer)
        comes_in(projector, str(house.code))
        projector.go("/projector/still")
        takes_part(team, str(house.code), "Team A")
        foretells(team, offered(workshop))
        seals(team)
        for number in (2, 3):
            leading.send("Let a made-up team seal")
            assert f"{number} of 3 are in" in leading.page.inner_text("main")
        leading.send("Open the sheets")
        leading.follow(STEP_BY_STEP)
        told(leading, projector, team)
        for each in (team, leading, projector):
            assert each.page.locator(".mark").inner_text() == REHEARSAL


def told(leading: Pointer, projector: Pointer, team: Walker) -> None:
    """Every step on the projector as the facilitator shows it; the next is not told before."""
    for number, title in enumerate(TITLES, 1):
        team.go("/own")
        assert "is shown here at the last step" in team.page.inner_text("main")
        leading.send(f"Show: {title}")
        assert f"Step {number} of {len(TITLES)}" in leading.page.inner_text("main")
        projector.follow("Look again")
        assert projector.heading == title
    team.go("/own")
    assert "What Team A has credit for" in team.page.inner_text("main") and WORDS in team.page.inner_text("main")
    leading.send("Back by one step")
    projector.follow("Look again")
    assert projector.heading == TITLES[-2]
    team.go("/result")
    assert TITLES[-1] not in team.page.inner_text("main") and TITLES[-2] in team.page.inner_text("main")
