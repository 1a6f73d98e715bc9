"""The JSON: complete, stable, exact to four places, and discreet."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from wizard.report.json_form import json_of
from wizard.report.subject import Subject


def test_json_reads_back_with_its_keys(full: Subject) -> None:
    """The outermost keys, and those of a decision, are the promise to scripts."""
    read = json.loads(json_of([full, full]))
    assert list(read) == ["shape", "advice", "councils"] and len(read["councils"]) == 2
    council = read["councils"][0]
    assert {"council", "pack", "answered", "notices", "answers", "decisions", "sources"} <= set(council)
    assert {"id", "title", "version", "fingerprint", "seed"} <= set(council["pack"])
    assert {
        "decision",
        "verdict",
        "standings",
        "weights",
        "scores",
        "reasons",
        "poor_fits",
        "preconditions",
        "risks",
        "measures",
        "unknowns",
    } <= set(council["decisions"][0])


def test_sensitive_answers_are_left_out(full: Subject) -> None:
    """The answer to a sensitive question is in the case, and not in the JSON."""
    assert "head_leaving" in full.assessment.case.answers
    answers = {each["question"] for each in json.loads(json_of([full]))["councils"][0]["answers"]}
    assert "head_leaving" not in answers and "readers" in answers


def test_reasons_carry_their_evidence_to_the_words_in_the_report(full: Subject) -> None:
    """Each finding names the report, the section, who said it, what, and the words to find it by."""
    reasons = json.loads(json_of([full]))["councils"][0]["decisions"][0]["reasons"]
    few = next(each for each in reasons if each["argument"] == "few_readers")
    assert few["truth"] == "holds" and few["points"] == few["step"] > 0 and few["chance"] == 1.0
    finding = few["supported_by"][0]
    assert finding["finding"] == "reading_report_2010.small_is_easy"
    assert all(finding[key] for key in ("source", "where", "who", "says", "phrase"))


def test_undecided_reasons_name_their_questions(full: Subject) -> None:
    """What is not known yet says because of which question, whom to ask, and by what chance it counts."""
    reasons = json.loads(json_of([full]))["councils"][0]["decisions"][1]["reasons"]
    open_ones = [each for each in reasons if each["truth"] == "not_known"]
    assert open_ones
    for each in open_ones:
        assert all(each_question["asks"] and each_question["ask_whom"] for each_question in each["undecided_because"])
        assert 0 <= each["chance"] <= 1


def test_figures_agree_with_the_result(full: Subject) -> None:
    """Totals to four places; weights of a decision together 1; reasons add up to the totals."""
    for shown, result in zip(
        json.loads(json_of([full]))["councils"][0]["decisions"], full.assessment.decisions, strict=True
    ):
        assert sum(each["weight"] for each in shown["weights"]) == pytest.approx(1, abs=1e-3)
        for standing in shown["standings"]:
            exact = result.standing(standing["model"])
            assert standing["total"] == round(float(exact.total), 4)
            added = 50 + sum(each["weighted"] for each in shown["reasons"] if each["model"] == standing["model"])
            assert added == pytest.approx(standing["total"], abs=0.01)


def test_json_is_ascii(subject_of: Callable[..., Subject]) -> None:
    """No console's encoding can spoil it."""
    text = json_of([subject_of({}, title="Cyngor Sir Ynys Môn – “draft” \u009b31m")])
    assert text.isascii() and "Môn" in json.loads(text)["councils"][0]["council"]["title"]
