"""What only the facilitator does: sheets on paper, and files to keep."""

from __future__ import annotations

import pytest

from tests.web.html_laws import faults
from wizard.council_file import NotSaved, create_council, read_council, read_written
from wizard.workshop.group.joined_file import joined_file
from wizard.workshop.group.result import group_result

from .conftest import Hall, fill_in, seal


def opened(hall: Hall) -> Hall:
    """Two sheets, open."""
    for who, roof in (("Finance", "is_bad"), ("Care", "is_sound")):
        browser = hall.seated(who)
        fill_in(browser, answer_roof=roof)
        seal(browser)
    hall.workshop.open_sheets(without_waiting=True)
    return hall


def test_a_sheet_on_paper_is_put_in(hall: Hall) -> None:
    """With everybody's own pages, for a team by its name; it counts as one that came on paper."""
    leading = hall.leading()
    leading.get("/paper")
    leading.send("/paper", {"who": "Table 9"})
    assert leading.path == "/paper/table_9/deciding" and "Table 9, on paper" in leading.text
    assert "Table 9" in leading.get("/room")
    fill_in(leading, "/paper/table_9", remark="In pencil")
    assert leading.path == "/paper/table_9/check" and "In pencil" in leading.text
    seal(leading, "/paper/table_9/check")
    sheet = hall.workshop.own_sheet("table_9")
    assert (sheet.who, sheet.came_by, sheet.answers["roof"]) == ("Table 9", "paper", "bad")
    assert leading.path == "/room" and "1 of 3 is in" in leading.text
    leading.get("/paper/table_9/check")
    assert leading.status == 404


def test_only_paper_may_be_seen_while_it_is_put_in(hall: Hall) -> None:
    """A participant's own sheet has no such page, before it has a word on it, with one, and once it is sealed."""
    finance, leading = hall.seated("Finance"), hall.leading()
    for _ in range(3):
        for path in ("/paper/finance/check", "/paper/finance/deciding", "/paper/table_2/deciding"):
            leading.get(path)
            assert leading.status == 404
        if finance.path == "/check":
            seal(finance)
        else:
            fill_in(finance)
    assert hall.workshop.is_sealed("finance")


def test_paper_goes_on_after_a_crash(hall: Hall) -> None:
    """What was put in so far is there, and where it is found."""
    leading = hall.leading()
    leading.get("/paper")
    leading.send("/paper", {"who": "Table 9"})
    leading.send(leading.path, {"answer-wishes": "is_quiet", "do": "on"})
    hall.begin_again()
    leading = hall.restarted(leading)
    assert "/paper/table_9/check" in leading.get("/paper") and "A quiet place" in leading.get("/paper/table_9/check")


def test_the_joined_council_file_is_given_and_kept(hall: Hall) -> None:
    """The very one of the room's result; kept in the folder, and never over one that is there."""
    leading = opened(hall).leading()
    text = leading.get("/files/joined.yaml")
    assert "attachment" in leading.headers["content-disposition"]
    expected = hall.folder / "expected.yaml"
    create_council(expected, joined_file(group_result(hall.workshop)), hall.workshop.rule_set.view)
    assert text == expected.read_text(encoding="utf-8")
    leading.get("/files")
    leading.send("/files")
    path = hall.folder / "joined.yaml"
    assert f"Saved in {path}" in leading.text and faults(leading.text) == []
    assert read_council(read_written(path), hall.workshop.rule_set.view).file.group.people == ("Care", "Finance")
    path.write_text(text + "# mine\n", encoding="utf-8")
    leading.send("/files")
    assert "joined_2.yaml" in leading.text and faults(leading.text) == []
    assert (hall.folder / "joined_2.yaml").read_text(encoding="utf-8") == text
    assert path.read_text(encoding="utf-8").endswith("# mine\n")


def test_a_full_disk_keeps_the_joined_file_from_the_folder_only(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and can be downloaded still."""
    leading = opened(hall).leading()

    def refuse(*_: object) -> None:
        from wizard.problems import Place, Problem

        raise NotSaved([Problem("disk-full", Place("x"), "The file could not be saved: the disk is full.", None)])

    monkeypatch.setattr("wizard.web.workshop.files.create_council", refuse)
    leading.get("/files")
    leading.send("/files")
    assert leading.status == 503 and "disk is full" in leading.text
    assert "Finance" in leading.get("/files/joined.yaml")


def test_files_of_what_came_out(hall: Hall) -> None:
    """The room's document and what is made of the joined file, in their formats; before they are open, none."""
    leading = hall.leading()
    names = ("what_came_out.html", "what_came_out.docx", "text.txt", "joined.yaml")
    for name in names:
        leading.get(f"/files/{name}")
        assert leading.status == 404
    opened(hall)
    for name, begins in zip(names, ("<!doctype", "PK", "Newtown", "id:"), strict=True):
        response = leading.client.get(f"/files/{name}")
        assert response.status_code == 200 and response.content.decode("latin-1").casefold().startswith(
            begins.casefold()
        )
        assert f"_{name}" in response.headers["content-disposition"]


def test_handouts_are_there_from_the_start(hall: Hall) -> None:
    """Each can be downloaded before anybody is in, and names the workshop."""
    leading = hall.leading()
    for name in ("participant_sheet", "answer_sheet", "facilitator_notes", "script"):
        assert f"/files/{name}.html" in leading.get("/files")
        assert "Our libraries" in leading.get(f"/files/{name}.html") and leading.status == 200
