"""Lists to choose from: by digit, arrow, Enter, Space and mouse."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import SMALL, Bench, Driven, click_words, drive, screen_text
from wizard.tui.widgets.choice_list import Choice, ChoiceList

LONG = "Most of them, though two would need a year beside someone who has done it [before] and can be spared for that"
PEOPLE = (Choice("every", "Every one of them"), Choice("most", LONG), Choice("unsure", "Not sure", alone=True))


def _told(bench: Bench) -> list[tuple[str, tuple[str, ...]]]:
    return [(type(each).__name__, each.chosen) for each in bench.heard]


def test_a_digit_chooses_and_enter_goes_on() -> None:
    """A digit marks its entry; Enter then goes on with it; a digit past the end does nothing."""
    bench = Bench(ChoiceList(PEOPLE))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("2", "7", "enter")
        assert _told(bench) == [("Chosen", ("most",)), ("GoOn", ("most",))]
        assert "> 2 (x) Most of them" in screen_text(app)
        assert "  1 ( ) Every one" in screen_text(app)

    drive(script, page=bench)


def test_enter_chooses_where_one_stands() -> None:
    """Arrow keys move without choosing; Enter chooses and goes on at once."""
    bench = Bench(ChoiceList(PEOPLE))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("down", "down")
        assert _told(bench) == []
        await pilot.press("enter")
        assert _told(bench) == [("Chosen", ("unsure",)), ("GoOn", ("unsure",))]

    drive(script, page=bench)


def test_several_can_be_chosen_and_not_sure_stands_alone() -> None:
    """Digits and Space mark and unmark; 'not sure' clears the others, and they clear it; Enter only goes on."""
    bench = Bench(ChoiceList(PEOPLE, kind="several"))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("1", "2")
        assert bench.heard[-1].chosen == ("every", "most")
        assert "1 [x]" in screen_text(app)
        await pilot.press("space")
        assert bench.heard[-1].chosen == ("every",)
        await pilot.press("3")
        assert bench.heard[-1].chosen == ("unsure",)
        await pilot.press("1", "enter")
        assert _told(bench)[-2:] == [("Chosen", ("every",)), ("GoOn", ("every",))]

    drive(script, page=bench)


def test_a_click_chooses_and_stays() -> None:
    """On a question a click only chooses; in a menu it opens, once."""
    question, menu = ChoiceList(PEOPLE, id="question"), ChoiceList(PEOPLE, kind="menu", id="menu")
    bench = Bench(question, menu)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "1 ( ) Every one")
        assert _told(bench) == [("Chosen", ("every",))]
        await click_words(pilot, "3  Not sure")
        assert _told(bench)[1:] == [("GoOn", ("unsure",))]

    drive(script, page=bench)


def test_long_labels_wrap_whole() -> None:
    """No word of a label is lost at any width, brackets are kept, and its lines begin under one another."""
    bench = Bench(ChoiceList(PEOPLE))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for width in (30, 60, 80):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            lines = screen_text(app).splitlines()
            words = " ".join(" ".join(lines).split())
            assert LONG in words
            first = next(number for number, line in enumerate(lines) if "2 ( )" in line)
            assert lines[first + 1].index(lines[first + 1].split()[0]) == lines[first].index("Most")

    drive(script, page=bench, size=SMALL)


def test_undone_choices_are_shown_and_not_told() -> None:
    """After an undo the marks change; nobody is told of a choice that nobody made."""
    bench = Bench(ChoiceList(PEOPLE, chosen=["every"]))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.screen.query_one(ChoiceList).set_chosen(["unsure"])
        await pilot.pause()
        assert "3 (x)" in screen_text(app)
        assert "1 ( )" in screen_text(app)
        assert bench.heard == []

    drive(script, page=bench)


def test_more_than_nine_entries() -> None:
    """Nine have digits; the tenth is reached with the arrow keys and comes into view."""
    bench = Bench(ChoiceList([Choice(f"c{number}", f"Entry {number}") for number in range(1, 40)]))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "10 (" not in screen_text(app)
        await pilot.press("end", "enter")
        assert bench.heard[-1].chosen == ("c39",)
        assert "(x) Entry 39" in screen_text(app)

    drive(script, page=bench)
