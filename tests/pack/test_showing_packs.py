"""A rule set, or an object of it, in lines of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.pack import ReadPack, read_pack, show
from wizard.pack.parsed import ParsedPack
from wizard.pack.showing import names
from wizard.pack.showing.lines import WIDTH
from wizard.pack.showing.questions import cells_of
from wizard.problems import Unreadable


def test_everything_can_be_shown_by_its_name(read_tiny: ReadPack) -> None:
    """No name of the rule set is without a page, and no line is wider than it."""
    for name in names(read_tiny):
        lines = show(read_tiny, name)
        assert lines[0].startswith(name), name
        assert len(lines) > 1
        assert max(len(line) for line in lines) <= WIDTH or "http" in "".join(lines)


def test_the_overview_counts_and_names_everything(read_tiny: ReadPack) -> None:
    """Counts in words, and each object by its id."""
    text = "\n".join(show(read_tiny))
    assert "2 decisions, 5 models, 10 questions, 4 criteria, 8 arguments, 3 poor fits, 2 risks" in text
    for kind in ("decisions", "models", "questions", "criteria", "poor_fits", "risks", "measures", "sources"):
        for name in getattr(read_tiny.pack, kind):
            assert name in text


def test_a_question_shows_how_rules_cut_it(read_tiny: ReadPack) -> None:
    """Each range of numbers that rules tell apart, with the rules that hold and that may hold there."""
    cells = cells_of(ParsedPack(read_tiny), "readers")
    assert [cell.words for cell in cells] == [
        "10",
        "11",
        "12",
        "between 13 and 999",
        "1,000",
        "between 1,001 and 4,999",
        "between 5,000 and 10,000",
        "between 10,001 and 100,000",
        "not known",
    ]
    by_words = {cell.words: cell for cell in cells}
    few = by_words["between 13 and 999"]
    assert "the argument 'few_readers' of 'nearness'" in [each.use.name for each in few.holds]
    many = by_words["between 5,000 and 10,000"]
    assert [each.use.name for each in many.may_hold] == ["the argument 'many_readers' of 'nearness'"]


def test_a_question_of_judgement_is_shown_as_one(read_tiny: ReadPack) -> None:
    """Those that the author marked, one of them a choice of one answer, and no others; it is read as yes or no."""
    marked = {name for name, question in read_tiny.pack.questions.items() if question.judged}
    assert marked == {"wishes", "roof"}
    for name in read_tiny.pack.questions:
        said = "a judgement that workshops ask of each person apart" in " ".join(show(read_tiny, name)).lower()
        assert said == (name in marked), name


def test_what_is_not_known_is_covered_by_no_rule(read_tiny: ReadPack) -> None:
    """For every question that rules test: the last cell, "not known", has no rule that holds."""
    parsed = ParsedPack(read_tiny)
    for name in read_tiny.pack.questions:
        unknown = cells_of(parsed, name)[-1]
        assert unknown.holds == (), name
    assert any("no rule: while this is not known" in line for line in show(read_tiny, "roof"))


def test_unknown_is_not_covered_though_every_value_is(tiny: Path) -> None:
    """Rules for x < 50 and x >= 50 cover every value, yet leave unknown uncovered (worked example 4)."""
    file = tiny / "criteria" / "opening.yaml"
    rule = "  - {{id: {0}, when: {{readers: {{{0}: 50}}}}, favours: [library_trust], because: So., judgement: So.}}\n"
    rules = rule.format("below") + rule.format("at_least")
    file.write_text(file.read_text(encoding="utf-8").replace("examples:", rules + "examples:"), encoding="utf-8")
    *known, unknown = cells_of(ParsedPack(read_pack(tiny)), "readers")
    covering = [cell for cell in known if any("of 'opening'" in each.use.name for each in cell.holds)]
    assert covering == known
    assert not unknown.is_covered


def test_a_cell_without_rules_says_so(read_tiny: ReadPack) -> None:
    """A sound roof is spoken of by no rule."""
    lines = show(read_tiny, "roof")
    assert lines[lines.index("    “Sound”") + 1] == "      no rule"


def test_a_criterion_shows_grade_and_reason_of_each_argument(read_tiny: ReadPack) -> None:
    """In plain English, with the condition and the findings on both sides."""
    text = " ".join(" ".join(line.split()) for line in show(read_tiny, "nearness"))
    assert "few_readers (when readers is below 1,000)" in text
    assert "favours “One librarian for all branches”: slight (+5), because one person says it" in text
    assert "heads_praise_themselves (always)" in text
    assert "slight (+5), because several people say it; one grade lower because another finding disputes it" in text
    assert "qualified by: branch_survey_2011.travel_takes_time" in text
    assert "counts against “One librarian for all branches”: firm (-20), because all who were asked say it" in text


def test_moves_name_the_models_they_can_reach(read_tiny: ReadPack) -> None:
    """An argument against far moves lists each model and its step."""
    text = "\n".join(show(read_tiny, "disruption"))
    assert "counts against every model at least this far from today's: new_body" in text
    assert "“A library trust”: firm (-20), because an inspection found it" in text


def test_a_finding_shows_who_cites_it(read_tiny: ReadPack) -> None:
    """With what it does there: supports, disputes or qualifies."""
    text = "\n".join(show(read_tiny, "branch_survey_2011.readers_do_not_know"))
    assert "“could not name the head”" in text
    assert "- disputes the argument 'heads_praise_themselves' (nearness)" in text


def test_risks_show_what_moves_their_levels(read_tiny: ReadPack) -> None:
    """One line for each situation, and the measures that lower the risk."""
    text = " ".join(" ".join(line.split()) for line in show(read_tiny, "burn_out"))
    assert "Likelihood: possible one higher when readers is above 10,000: More readers ask more." in text
    assert "- reading_evenings: Reading evenings" in text
    assert "Only together with: Under the school's roof" in "\n".join(show(read_tiny, "two_changes"))


def test_an_unknown_name_gets_a_suggestion(read_tiny: ReadPack) -> None:
    """The nearest name of anything in the rule set."""
    with pytest.raises(Unreadable) as raised:
        show(read_tiny, "burnout")
    (problem,) = raised.value.problems
    assert problem.message == "Nothing in this rule set is called 'burnout'."
    assert problem.hint == "Did you mean 'burn_out'?"
