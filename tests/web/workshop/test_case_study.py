"""A place in the reports, foretold in the browser and told step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.web.conftest import RULE_SETS, Browser
from tests.web.html_laws import Read, faults
from wizard.workshop.beginning import Wanted, begin_case_study
from wizard.workshop.training.offered import offered
from wizard.workshop.training.reveal import STEPS

from .conftest import Hall, crawled, seal

PACK = "reports_2008"
CASE = "bracknell_forest_2008"
WORDS = "We would ask whom they would lose"


@pytest.fixture
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A workshop on a place in the reports."""
    folder = tmp_path_factory.mktemp("case") / "w"
    begin_case_study(folder, CASE, RULE_SETS.named(PACK), Wanted(title="Our case"))
    with ExitStack() as stack:
        yield Hall(folder, stack, pack=PACK)


def foretell(browser: Browser, hall: Hall) -> None:
    """Fills in every page, with as much as can be named."""
    choices = offered(hall.workshop)
    browser.get("/sheet")
    for each in choices.decisions:
        reasons = [reason.id for reason in each.reasons[:3]]
        browser.send(browser.path, {"model": each.models[-1].id, "reason": reasons, "words": WORDS, "do": "on"})
    browser.send(browser.path, {"risk": [each.id for each in choices.risks[:5]], "do": "on"})
    browser.send(browser.path, {"remark": "", "do": "on"})
    assert browser.path == "/check"


def test_a_case_is_foretold_and_told(case: Hall) -> None:
    """Nothing is told before the sheets are open; then each step when the facilitator shows it; credit comes last."""
    team, leading, guest = case.seated("Team A"), case.leading(), case.come_in(case.doors.join)
    foretell(team, case)
    assert WORDS in team.text and WORDS not in leading.get("/room")
    seal(team)
    leading.get("/reveal")
    assert leading.path == "/room" and "are sealed" in guest.get("/result")
    leading.send("/room", {"do": "open"})
    titles = [title for title, _ in STEPS]
    assert "step by step" in guest.get("/projector") and guest.headers["refresh"]
    for number, title in enumerate(titles, 1):
        assert not any(each in guest.get("/result") for each in titles[number - 1 :])
        assert "has credit for is shown here at the last step" in team.get("/own")
        leading.get("/reveal")
        leading.send("/reveal", {"do": str(number)})
        assert f"Step {number} of {len(titles)}" in leading.text
        assert Read(guest.get("/projector")).text_of("h1") == [title] and title in team.get("/result")
    assert "What Team A has credit for" in team.get("/own") and WORDS in team.text
    leading.get("/reveal")
    leading.send("/reveal", {"do": "1"})
    assert Read(guest.get("/projector")).text_of("h1") == [titles[0]] and titles[1] not in guest.get("/result")
    for wanted in ("99", "-1", "x", ""):
        leading.get("/reveal")
        leading.send("/reveal", {"do": wanted})
        assert case.workshop.progress.step == 1


def test_too_much_is_refused_and_the_rest_kept(case: Hall) -> None:
    """Four reasons, six risks, reasons without a model: said at the field, and what was ticked stands there."""
    team, choices = case.seated("Team A"), offered(case.workshop)
    first = choices.decisions[0]
    reasons = [each.id for each in first.reasons[:4]]
    team.get("/sheet")
    team.send(team.path, {"model": first.models[0].id, "reason": reasons, "words": WORDS})
    assert team.status == 422 and "Keep the 3 that weigh most" in team.text and faults(team.text) == []
    assert sum("checked" in each for each in Read(team.text).all("input")) == 5
    kept = case.workshop.draft("team_a").foretold[first.decision.id]
    assert (kept.model, kept.reasons, kept.words) == (first.models[0].id, (), WORDS)
    team.send(team.path, {"reason": reasons[:1]})
    assert team.status == 422 and "reasons without it" in team.text and faults(team.text) == []
    team.get("/sheet/risks")
    team.send(team.path, {"risk": [each.id for each in choices.risks[:6]]})
    assert team.status == 422 and "Keep the 5" in team.text and faults(team.text) == []
    assert case.workshop.draft("team_a").risks == ()


def test_every_page_keeps_the_laws(case: Hall) -> None:
    """Before and after it is told, for the facilitator and for a team."""
    team, leading = case.seated("Team A"), case.leading()
    pages = {**crawled(team), **{f"leading {path}": text for path, text in crawled(leading).items()}}
    foretell(team, case)
    seal(team)
    case.workshop.open_sheets()
    case.workshop.show_step(len(STEPS))
    pages |= {f"{path} after": text for path, text in crawled(team).items()}
    pages |= {f"leading {path} after": text for path, text in crawled(leading).items()}
    assert {path: found for path, text in pages.items() if "." not in path and (found := faults(text))} == {}
    assert "leading /reveal after" in pages and "/own after" in pages and "/sheet/risks" in pages
