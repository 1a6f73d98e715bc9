"""A council file may name the one that it was begun from; and every file that ships is kept byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.council_file import OpenCouncil, PackView, changed_text, new_text, read_council, save_council, view_of
from wizard.pack import find_pack, read_pack
from wizard.pack.finding import shipped_council_files
from wizard.problems import Unreadable

HEAD = "id: here\ntitle: Here\npack: {id: small_rules}\n"
DIGEST = "0123456789abcdef" * 4
SHIPPED = shipped_council_files()


@pytest.fixture(scope="module")
def reports() -> PackView:
    return view_of(read_pack(find_pack("reports_2008")).pack)


def test_the_origin_is_read_and_written_like_any_other_key(opened: Callable[[str], OpenCouncil]) -> None:
    """In place where it stood, and canonically where it did not."""
    text = f"{HEAD}derived_from: {{id: there,   digest: {DIGEST}}} # begun in May\n"
    council = opened(text)
    origin = council.file.derived_from
    assert origin is not None and (origin.id, origin.file, origin.digest) == ("there", None, DIGEST)
    assert changed_text(council, council.file) == text
    renamed = council.file.model_copy(update={"derived_from": origin.model_copy(update={"file": "there.yaml"})})
    assert f"{{id: there,   digest: {DIGEST}, file: there.yaml}} # begun in May\n" in changed_text(council, renamed)
    assert opened(new_text(renamed)).file == renamed


def test_taking_the_origin_away_leaves_the_rest(opened: Callable[[str], OpenCouncil]) -> None:
    """The line goes, the comments around it stay."""
    council = opened(f"{HEAD}# from\nderived_from: {{id: there, digest: {DIGEST}}}\nanswers: {{vacancy: yes}}\n")
    text = changed_text(council, council.file.model_copy(update={"derived_from": None}))
    assert text == f"{HEAD}# from\nanswers: {{vacancy: yes}}\n"


@pytest.mark.parametrize(
    ("part", "check"),
    [
        ("{digest: " + DIGEST + "}", "missing-key"),
        ("{id: there}", "missing-key"),
        ("{id: there, digest: 0123}", "odd-digest"),
        ("{id: there, digest: " + DIGEST.upper() + "}", "odd-digest"),
        ("{id: There, digest: " + DIGEST + "}", "odd-id"),
        ("{id: there, digest: " + DIGEST + ", day: 1}", "unknown-key"),
        ("there", "wrong-type"),
        ("", "wrong-type"),
    ],
)
def test_an_odd_origin_is_told_at_its_place(part: str, check: str, opened: Callable[[str], OpenCouncil]) -> None:
    """In a consultant's words."""
    with pytest.raises(Unreadable) as caught:
        opened(f"{HEAD}derived_from: {part}\n")
    problem = caught.value.problems[0]
    assert (problem.check, problem.place.line) == (check, 4) and "pattern" not in problem.message


@pytest.mark.parametrize("path", SHIPPED, ids=[each.stem for each in SHIPPED])
def test_every_shipped_file_loads_and_saves_byte_for_byte(path: Path, reports: PackView, tmp_path: Path) -> None:
    """With nothing to change, nothing changes, on disk either."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    council = read_council(copy, reports)
    save_council(council, council.file, reports)
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", SHIPPED, ids=[each.stem for each in SHIPPED])
def test_an_edit_of_one_answer_touches_nothing_else(path: Path, reports: PackView) -> None:
    """Of every file that ships, with notes, folded texts and comments as they were written.

    What stands before the answer and after it is the same text, character for character.
    """
    council = read_council(path, reports)
    question = next(iter(council.file.answers))
    written = council.file.answers[question]
    answer = {**written, "is": "not_sure"} if isinstance(written, dict) and "is" in written else "not_sure"
    new = council.file.model_copy(update={"answers": {**council.file.answers, question: answer}})
    text, changed = council.text, changed_text(council, new)
    lines, other = text.splitlines(), changed.splitlines()
    same_before = next(number for number, pair in enumerate(zip(lines, other, strict=False)) if pair[0] != pair[1])
    # Whatever follows the next question of the file must stand at its end unchanged.
    following = lines[same_before + 1 :]
    rest = next((n for n, line in enumerate(following) if line.startswith("  ") and line[2:3].strip()), len(following))
    tail = following[rest:]
    assert lines[:same_before] == other[:same_before] and (not tail or other[-len(tail) :] == tail)
    assert question in lines[same_before] or question in "\n".join(lines[max(0, same_before - 6) : same_before])


def test_comments_and_odd_layout_survive_an_edit(opened: Callable[[str], OpenCouncil]) -> None:
    """Blank lines, tabs of comments, quotes and braces as a person left them."""
    text = (
        "# Ours\n\nid:   here\ntitle: 'Here'\npack: {id: small_rules}   # the small ones\n\n\n"
        'answers:\n    # counted twice\n    population:   9000   # by the clerk\n\n    vacancy: "yes"\n'
        "    next_tier: {is: weak, note: so}  # and so on\nx_ours:  [1,  2]\n# end"
    )
    council = opened(text)
    new = council.file.model_copy(update={"answers": {**council.file.answers, "population": "12000"}})
    assert changed_text(council, new) == text.replace("9000", "12000")
