"""The checks of a rule set, beyond the one broken file each has in tests/broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.conditions.domain import Domain
from wizard.conditions.parse import parse
from wizard.pack import CHECKS, check_pack, read_pack
from wizard.pack.coverage import Line
from wizard.schema.question import Question


def _line(*tests: dict[str, object], answer: str = "whole_number") -> tuple[Line, list[object]]:
    question = Question.model_validate({"id": "x", "ask": "How many?", "why": "y", "answer": answer, "ask_whom": "z"})
    domain = Domain(question)
    conditions = [parse({"x": test}, {"x": domain})[0] for test in tests]
    return Line(domain, conditions), list(conditions)


def _changed(tiny: Path, file: str, *pairs: tuple[str, str]) -> list[str]:
    path = tiny / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return [problem.check for problem in check_pack(read_pack(tiny, every_source=True))]


def test_each_check_has_a_manual_page_with_both_cases() -> None:
    """One sentence first, then what passes and what fails."""
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert check.summary.endswith("."), check.name
        assert "\nPASS\n" in check.manual, check.name
        assert "\nFAIL\n" in check.manual, check.name


def test_ranges_that_overlap_share_their_common_values() -> None:
    """17-30 and 29-40 overlap on 29 and 30 (worked example 5)."""
    line, (first, second) = _line({"between": ["17", "30"]}, {"between": ["29", "40"]})
    assert line.overlap(first, second) == [(29, 30)]  # type: ignore[arg-type]
    assert line.gaps([first, second]) == []  # type: ignore[list-item]


def test_ranges_with_a_hole_leave_it_uncovered() -> None:
    """17-30 and 32-40 leave 31 (worked example 5)."""
    line, (first, second) = _line({"between": ["17", "30"]}, {"between": ["32", "40"]})
    assert line.gaps([first, second]) == [(31, 31)]  # type: ignore[list-item]
    assert line.overlap(first, second) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", ["whole_number", "number"])
def test_below_and_above_leave_the_number_itself(answer: str) -> None:
    """Rules for < 5000 and > 5000 leave 5000 uncovered (worked example 5)."""
    line, conditions = _line({"below": "5000"}, {"above": "5000"}, answer=answer)
    assert line.gaps(conditions) == [(5000, 5000)]  # type: ignore[arg-type]


def test_neighbouring_rules_are_no_gap(tiny: Path) -> None:
    """Below 1,000 and at least 1,000 meet; nothing is told."""
    new = (
        "    when: {readers: {at_least: 1000}}\n    favours: [branch_librarians]\n    counts_against: [one_librarian]\n"
    )
    old = (
        "    when: {readers: {at_least: 5000}, hours_a_week: {above: 40.5}}\n"
        "    favours: [branch_librarians]\n    counts_against: [one_librarian]\n"
    )
    assert "uncovered-number" not in _changed(tiny, "criteria/nearness.yaml", (old, new))


def test_a_wide_gap_and_a_nested_range_are_taken_as_meant(tiny: Path) -> None:
    """Small and large may be told apart with nothing said of what lies between; a case may lie inside another."""
    two = (
        "  - id: hundreds\n    when: {readers: {between: [100, 900]}}\n    favours: [library_trust]\n"
        "    because: So they say.\n    judgement: A guess.\n"
        "  - id: five_hundred\n    when: {readers: {between: [400, 600]}}\n    favours: [library_trust]\n"
        "    because: So they say.\n    judgement: A guess.\n"
        "  - id: thousands\n    when: {readers: {at_least: 9000}}\n    favours: [library_trust]\n"
        "    because: So they say.\n    judgement: A guess.\nexamples:"
    )
    assert _changed(tiny, "criteria/opening.yaml", ("examples:", two)) == []


def test_a_finding_of_all_decisions_may_serve_each_once(tiny: Path) -> None:
    """The same finding in two decisions does not count twice in either."""
    new = "    supported_by: [branch_survey_2011.heating_shared, branch_survey_2011.desk_hours]\n"
    old = "    supported_by: [branch_survey_2011.heating_shared]\n"
    assert _changed(tiny, "criteria/dry_books.yaml", (old, new)) == []


def test_steps_that_exclude_each_other_are_not_added_up(tiny: Path) -> None:
    """Three firm arguments under three answers of one question cannot leave the scale."""
    new = "".join(
        f"  - id: {roof}_roof_measured\n    when: {{roof: {roof}}}\n    favours: [under_school_roof]\n"
        f"    because: It was measured.\n    supported_by: [{citation}]\n"
        f"    shared_findings: {{{citation}: It is made up.}}\n"
        for roof, citation in (
            ("sound", "trusts_act_2010.trusts_allowed"),
            ("patched", "trusts_act_2010.setting_up"),
            ("bad", "branch_survey_2011.deputies_matter"),
        )
    )
    found = _changed(tiny, "criteria/dry_books.yaml", ("examples:", new + "examples:"))
    assert "out-of-range" not in found


def test_moving_counts_into_the_range_of_a_score(tiny: Path) -> None:
    """What counts against moves is added to what counts against the model itself."""
    text = "".join(
        f"  - id: trust_{number}\n    counts_against: [library_trust]\n    because: So it is.\n"
        f"    supported_by: [{citation}]\n    shared_findings: {{{citation}: It is made up.}}\n"
        for number, citation in enumerate(("trusts_act_2010.trusts_allowed", "branch_survey_2011.deputies_matter"))
    )
    found = _changed(tiny, "criteria/disruption.yaml", ("examples:", text + "examples:"))
    assert found == ["out-of-range"]


def test_conditions_are_compared_by_what_they_mean(tiny: Path) -> None:
    """`no` in a list is `no`; the poor fit and the argument are the same situation."""
    found = _changed(tiny, "criteria/dry_books.yaml", ("when: {roof: bad}", "when: {none_of: [{school_willing: yes}]}"))
    assert "poor-fit-is-argument" in found


def test_general_arguments_may_be_several(tiny: Path) -> None:
    """Arguments that always hold are general evidence, not one situation told twice."""
    two = "".join(
        f"  - id: general_{number}\n    favours: [library_trust]\n    because: So they say.\n    judgement: A guess.\n"
        for number in (1, 2)
    )
    assert _changed(tiny, "criteria/opening.yaml", ("examples:", two + "examples:")) == []


def test_a_score_may_reach_the_end_of_the_scale(tiny: Path) -> None:
    """Twenty, twenty and ten against one model come to 0, which is on the scale; five more are not."""
    two = "".join(
        f"  - id: trust_{number}\n    counts_against: [library_trust]\n    because: So it is.\n"
        f"    supported_by: [{citation}]\n"
        for number, citation in enumerate(("trusts_act_2010.trusts_allowed", "reading_report_2010.branches_described"))
    )
    assert _changed(tiny, "criteria/disruption.yaml", ("examples:", two + "examples:")) == []
    more = "  - {id: more, counts_against: [library_trust], because: So it is., judgement: A guess.}\nexamples:"
    assert _changed(tiny, "criteria/disruption.yaml", ("examples:", more)) == ["out-of-range"]
