"""A workshop from the first who joins to the room's result, in three browsers and the facilitator's."""

from __future__ import annotations

from tests.web.conftest import Browser
from tests.web.html_laws import Read

from .conftest import Hall, HallOf, fill_in, seal

REMARK = "The roof cannot wait"
WHY = "We would rather keep our own"


def three_sealed(hall: Hall) -> list[Browser]:
    """Three browsers whose sheets are in."""
    found = [hall.seated(each) for each in ("Finance", "Table 2", "Care")]
    for browser, roof in zip(found, ("is_bad", "is_sound", "is_sound"), strict=True):
        fill_in(browser, answer_roof=roof, remark=REMARK)
        seal(browser)
    return found


def test_three_judge_apart_and_see_what_came_out(hall: Hall) -> None:
    """Each sees how many are in; once they are opened, their own answers beside everybody's, and the room's result."""
    leading = hall.leading()
    finance = hall.seated("Finance")
    fill_in(finance, remark=REMARK)
    seal(finance)
    assert finance.path == "/waiting" and "1 of 3 is in" in finance.text and "Look again" in finance.text
    others = [hall.seated(each) for each in ("Table 2", "Care")]
    assert "Table 2" in leading.get("/room") and "Table 2" not in finance.get("/waiting")
    for browser in others:
        fill_in(browser, answer_roof="is_sound")
        seal(browser)
    assert "3 of 3 are in" in finance.get("/waiting")
    leading.get("/room")
    leading.send("/room", {"do": "open"})
    assert hall.workshop.is_open
    own = finance.get("/waiting").casefold()
    assert finance.path == "/own" and "<td>bad</td>" in own and "sound – 2" in own and REMARK.casefold() not in own
    assert "Table 2" in finance.get("/result") and "What your answers point to together" in finance.text
    assert f"Finance: {REMARK}" in finance.text
    shown = hall.come_in(hall.doors.join).get("/projector")
    assert "So many sheets point there, taken alone" in shown and "Table 2" not in shown


def test_nobody_opens_before_all_are_in_by_one_step(hall: Hall) -> None:
    """It is refused, with how many are in; a second step says without whom, and only that opens them."""
    leading, finance = hall.leading(), hall.seated("Finance")
    hall.seated("Table 2")
    fill_in(finance)
    seal(finance)
    leading.get("/room")
    leading.send("/room", {"do": "open"})
    assert leading.status == 422 and "1 of 3 is in" in leading.text and not hall.workshop.is_open
    asked = leading.get("/room/without")
    assert "Table 2" in asked and not hall.workshop.is_open
    leading.send("/room/without")
    assert hall.workshop.is_open and finance.get("/") and finance.path == "/own"


def test_who_left_is_let_go_and_waited_for_again(hall_of: HallOf) -> None:
    """Then the others are all there are; somebody let go may come back and seal."""
    hall = hall_of()
    leading, finance, table = hall.leading(), hall.seated("Finance"), hall.seated("Table 2")
    fill_in(finance)
    seal(finance)
    leading.get("/room")
    leading.send("/room", {"do": "let_go:table_2"})
    assert "1 of 1 is in" in leading.text and "Gone without a sheet" in leading.text
    leading.send("/room", {"do": "await:table_2"})
    assert "1 of 2 is in" in leading.text
    leading.send("/room", {"do": "let_go:table_2"})
    seal(table)
    assert "2 of 2 are in" in leading.get("/room")
    leading.send("/room", {"do": "let_go:finance"})
    assert leading.status == 422 and "Nobody of that name" in leading.text


def test_a_page_with_a_fault_keeps_the_rest(hall: Hall) -> None:
    """What is wrong is said at its field, what was sent stands there, and every other answer is kept already."""
    finance = hall.seated("Finance")
    finance.get("/sheet/order-leadership")
    finance.send(finance.path, {"place-readers": "1", "place-change": "", "do": "on"})
    page = Read(finance.text)
    assert finance.status == 422 and "Give every one a place" in finance.text
    assert page.text_of("title")[0].startswith("Error: ")
    assert [each.get("value") for each in page.all("option") if "selected" in each] == ["1", ""]
    finance.send(finance.path, {"place-readers": "1", "place-change": "1", "do": "on"})
    assert hall.workshop.draft("finance").priorities == {"leadership": (("readers", "change"),)}
    finance.send("/sheet/anything-else", {"remark": "x" * 20_001})
    assert finance.status == 422 and "20,001" in finance.text and hall.workshop.draft("finance").remark is None


def test_cannot_say_and_left_out_are_answers_of_a_kind(hall: Hall) -> None:
    """They leave nothing on the sheet, take back what stood there, and are said on the page to check."""
    finance = hall.seated("Finance")
    fill_in(finance)
    finance.get("/sheet/order-leadership")
    finance.send(finance.path, {"place-readers": "2", "place-change": "1", "cannot_say": "yes", "do": "check"})
    assert finance.path == "/check" and "Cannot say" in finance.text
    finance.get("/sheet/service")
    finance.send(finance.path, {"answer-roof": "leave_out", "do": "check"})
    draft = hall.workshop.draft("finance")
    assert draft.priorities == {} and "roof" not in draft.answers and "Left out" in finance.text
    finance.get("/sheet/service")
    finance.send(finance.path, {"answer-roof": "not_sure", "do": "check"})
    assert hall.workshop.draft("finance").answers["roof"] == "not_sure"


def test_only_what_was_shown_is_sealed(hall: Hall) -> None:
    """A sheet that another tab changed meanwhile is shown again first; a sealed one takes nothing more."""
    finance = hall.seated("Finance")
    fill_in(finance)
    shown = Read(finance.get("/check"))
    of = next(each["value"] for each in shown.all("input") if each.get("name") == "of")
    finance.send("/sheet/service", {"answer-roof": "is_sound"})
    finance.send("/check", {"of": of})
    assert finance.status == 422 and "Check it again" in finance.text and not hall.workshop.is_sealed("finance")
    seal(finance)
    finance.get("/waiting")
    finance.send("/sheet/service", {"answer-roof": "is_bad"})
    assert finance.path == "/waiting" and hall.workshop.own_sheet("finance").answers["roof"] == "sound"


def test_who_does_not_agree_says_so_in_their_own_words(hall: Hall) -> None:
    """It stands on their page and in the room's result, by decision; empty words take it back."""
    finance, *_ = three_sealed(hall)
    finance.get("/waiting")
    finance.send("/own/leadership", {"words-leadership": WHY})
    assert hall.workshop.objections == ()
    hall.workshop.open_sheets()
    finance.get("/own")
    finance.send("/own/leadership", {"words-leadership": WHY})
    assert finance.path == "/own" and WHY in finance.text and WHY in finance.get("/result")
    finance.get("/own")
    finance.send("/own/nothing", {"words-nothing": WHY})
    assert finance.status == 404
    finance.get("/own")
    finance.send("/own/leadership", {"words-leadership": " "})
    assert WHY not in finance.get("/result")


def test_a_late_one_is_told_so(hall: Hall) -> None:
    """Whoever joins once the sheets are open sees the result, and can take no seat."""
    three_sealed(hall)
    hall.workshop.open_sheets()
    late = hall.come_in(hall.doors.join)
    assert late.path == "/result"
    late.get("/name")
    late.send("/name", {"who": "Late"})
    assert late.status == 422 and "The sheets are open" in late.text and hall.workshop.seat("late") is None


def test_a_rehearsal_says_so_everywhere_and_has_made_up_teams(hall_of: HallOf) -> None:
    """On every page of everybody; a made-up team seals with a button, which no real workshop has."""
    hall = hall_of(rehearsal=True)
    leading = hall.leading()
    leading.send("/room", {"do": "made_up"})
    leading.send("/room", {"do": "made_up"})
    assert "2 of 2 are in" in leading.text and len(hall.workshop.presence.sealed) == 2
    finance = hall.seated("Finance")
    pages = [leading.text, finance.text, *(finance.get(each) for each in ("/facts", "/sheet", "/check", "/projector"))]
    assert all("Rehearsal" in each for each in pages)


def test_no_real_workshop_has_made_up_teams(hall: Hall) -> None:
    """Whoever sends that form all the same is not obeyed."""
    leading = hall.leading()
    assert "made-up" not in leading.text
    leading.send("/room", {"do": "made_up"})
    assert hall.workshop.presence.sealed == ()
