"""What-ifs with notes, weights and models off the table: read, refused, renamed, saved in place and written anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.council_file import OpenCouncil, PackView, changed_text, new_text, read_council, save_council
from wizard.problems import Unreadable
from wizard.schema.council import WeightEntry, WhatIf

HEAD = "id: newtown\ntitle: Newtown\npack: {id: small_rules, version: 2026.2.0}\nanswers: {next_tier: strong}\n"

KEPT = """\
what_ifs:
  # From the workshop in May.
  - {id: weaker, title: If two heads left, answers: {next_tier: weak}}
  - id:   heavier
    title: "If money counted more"   # said twice
    note: The treasurer asked.
    answers: {}
    weights: {leadership: {capacity_group: {weight: 30.0, set_by: the treasurer}}}
    off_the_table:
      care_trust:   No partner
    x_colour: green
"""

MORE = WhatIf(id="both", title="Both", answers={"next_tier": "weak"}, off_the_table={"joint_working": "No"})


def _with(council: OpenCouncil, *added: WhatIf) -> object:
    return council.file.model_copy(update={"what_ifs": (*council.file.what_ifs, *added)})


def test_all_that_a_what_if_may_hold_is_read(opened: Callable[[str], OpenCouncil]) -> None:
    """A note, weights by decision, and reasons by model."""
    kept = opened(HEAD + KEPT).file.what_ifs[1]
    assert (kept.note, kept.answers) == ("The treasurer asked.", {})
    assert kept.weights["leadership"]["capacity_group"].weight == 30
    assert kept.off_the_table == {"care_trust": "No partner"}


@pytest.mark.parametrize(
    ("part", "check", "hint"),
    [
        ("weights: {leadership: {capacty_group: {weight: 3}}}", "unknown-weight", "capacity_group"),
        ("weights: {ledership: {fit: {weight: 3}}}", "unknown-decision", "leadership"),
        ("weights: {leadership: {fit: {weight: 60}, capacity_group: {weight: 60}}}", "weights-over-100", "100 at most"),
        ("weights: {leadership: {fit: {weight: 101}}}", "out-of-range", "100"),
        ("off_the_table: {care_trsut: No}", "unknown-model", "care_trust"),
        ("off_the_table: {care_trust: }", "wrong-type", ""),
        ("nots: so", "unknown-key", "note"),
    ],
)
def test_what_does_not_suit_is_told_at_its_place(
    part: str, check: str, hint: str, opened: Callable[[str], OpenCouncil]
) -> None:
    """As the same words would be outside of a what-if."""
    with pytest.raises(Unreadable) as caught:
        opened(f"{HEAD}what_ifs:\n  - id: w\n    title: W\n    answers: {{}}\n    {part}\n")
    problem = caught.value.problems[0]
    assert problem.place.line == 9
    assert problem.check == check
    assert hint in f"{problem.message} {problem.hint}"


def test_saving_another_leaves_the_rest_as_it_was_written(opened: Callable[[str], OpenCouncil]) -> None:
    """Comments, odd spaces, 30.0 and the person's own key stay; the new one stands at the end and reads back."""
    council = opened(HEAD + KEPT)
    text = changed_text(council, _with(council, MORE))
    assert text.startswith(HEAD + KEPT)
    assert opened(text).file.what_ifs == (*council.file.what_ifs, MORE)


def test_a_model_that_was_renamed_is_read_by_its_new_name(opened: Callable[[str], OpenCouncil]) -> None:
    """In what-ifs as elsewhere, and said."""
    council = opened(HEAD + "what_ifs: [{id: w, title: W, answers: {}, off_the_table: {one_director: No}}]\n")
    assert council.file.what_ifs[0].off_the_table == {"combined_director": "No"}
    assert any("combined_director" in notice.message for notice in council.notices)
    assert "{combined_director: No}" in changed_text(council, council.file)


def test_written_anew_it_reads_back(opened: Callable[[str], OpenCouncil]) -> None:
    """The canonical writer knows every part, and leaves out what is empty."""
    weights = {"leadership": {"fit": WeightEntry(weight=12.5, why="So")}}
    full = WhatIf(id="full", title="Full", note="Long ago.", answers={"next_tier": "weak"}, weights=weights)
    council = opened(HEAD)
    text = new_text(_with(council, full, MORE))
    assert opened(text).file.what_ifs == (full, MORE)
    assert text.count("note:") == 1 and text.count("weights:") == 1


def test_a_what_if_that_does_not_suit_is_never_put_on_disk(
    opened: Callable[[str], OpenCouncil], pack: PackView, tmp_path: Path
) -> None:
    """Saving holds it against the rule set first; the file stays byte for byte."""
    council = opened(HEAD + KEPT)
    before = council.path.read_bytes()
    wrong = WhatIf(id="wrong", title="Wrong", answers={}, off_the_table={"nobody": "No"})
    with pytest.raises(Unreadable):
        save_council(council, _with(council, wrong), pack)
    assert council.path.read_bytes() == before
    assert read_council(council.path, pack).file == council.file
