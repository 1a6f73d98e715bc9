"""What differs between two rule sets: every edit is found, at its place, and order is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.pack import read_pack
from wizard.proof.rule_sets_apart import ObjectDiffers, objects_apart

TINY = Path(__file__).resolve().parent.parent / "packs" / "tiny"

Edit = Callable[..., tuple[ObjectDiffers, ...]]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """What an edit of one file of the smallest rule set makes differ."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)

    def differ(file: str, old: str, new: str) -> tuple[ObjectDiffers, ...]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return objects_apart(*(read_pack(each, every_source=True).pack for each in (TINY, folder)))

    return differ


def test_nothing_differs_from_itself(edited: Edit) -> None:
    """Nor does a comment, nor the order of options or of a list of models."""
    assert edited("measures/shared_catalogue.yaml", "id: shared_catalogue", "# seen\nid: shared_catalogue") == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "id", "path", "before", "after"),
    [
        (
            "criteria/nearness.yaml",
            "below: 1000",
            "below: 900",
            "criterion",
            "nearness",
            "arguments few_readers when readers below",
            "1000",
            "900",
        ),
        ("questions/02_service.yaml", "max: 100000", "max: 90000", "question", "readers", "max", "100000", "90000"),
        (
            "questions/02_service.yaml",
            "title: Patched",
            "title: Mended",
            "question",
            "roof",
            "options patched title",
            "Patched",
            "Mended",
        ),
        (
            "measures/reading_evenings.yaml",
            "[branch_librarians, one_librarian]",
            "[one_librarian]",
            "measure",
            "reading_evenings",
            "models branch_librarians",
            "yes",
            None,
        ),
        ("pack.yaml", "step: 20", "step: 30", "head", "", "grades firm step", "20", "30"),
        (
            "sources/branch_survey_2011/places.yaml",
            "method: interview",
            "method: inspection",
            "finding",
            None,
            "method",
            "interview",
            "inspection",
        ),
    ],
)
def test_an_edit_is_found_at_its_place(
    edited: Edit, file: str, old: str, new: str, kind: str, id: str | None, path: str, before: str, after: str
) -> None:
    """Down to the key and the id of what has one, with both texts."""
    found = edited(file, old, new)
    assert {each.kind for each in found} == {kind}
    assert id is None or [each.id for each in found] == [id]
    assert {(" ".join(part.path), part.before, part.after) for each in found for part in each.parts} == {
        (path, before, after)
    }


def test_what_is_added_and_taken_away(tmp_path: Path) -> None:
    """Seen from the other side the same, with the words turned round."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "measures" / "shared_catalogue.yaml").unlink()
    packs = [read_pack(each, every_source=True).pack for each in (TINY, folder)]
    (gone,), (new,) = objects_apart(*packs), objects_apart(*reversed(packs))
    assert (gone.how, gone.kind, gone.id, gone.title) == ("taken_away", "measure", "shared_catalogue", "One catalogue")
    assert (new.how, new.kind, new.id) == ("added", "measure", "shared_catalogue")
