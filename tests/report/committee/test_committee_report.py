"""The committee report: complete, true to the assessment, and no firmer than its verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from wizard.engine import Rules
from wizard.engine.results import VerdictKind
from wizard.proof.tilt import tilt
from wizard.report.charts import MatrixChart, RangesChart, SharesChart, WaterfallChart
from wizard.report.committee.annexes import EVIDENCE
from wizard.report.committee.case import OPTIONS, RUNNER_UP, STAYING
from wizard.report.committee.closing import IMPLICATIONS
from wizard.report.committee.conclusions import advice
from wizard.report.committee.length import LIMITS, lengths
from wizard.report.committee.opening import RECOMMENDATION
from wizard.report.committee.paper import Paper, paper_of, second_best
from wizard.report.committee.report import committee_report
from wizard.report.committee.summary import summary
from wizard.report.committee.tried import TILT_SETS, tried_on
from wizard.report.document import Paragraph, Placeholder, Section, Table
from wizard.report.figures import hundredths, of_hundred, whole
from wizard.report.ranking import is_ranked
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.report.verdict_words import ADVICE, verdict_sentence

from .conftest import A_FEW, SHIPPED, figures_in, part, sections_in, shipped, shipped_report

TINY = {
    "decision_date": "2010-06",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "head_leaving": "no",
    "readers": "300",
    "housed_today": ["own_house"],
    "roof": "bad",
}


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", A_FEW)
def test_parts_come_in_the_order_of_a_committee_report(name: str) -> None:
    """Every part is there, in its order, and the two annexes last."""
    _, document = shipped_report(name)
    titles = [block.title for block in document.blocks if isinstance(block, Section)]
    assert titles[:-2] == list(LIMITS) and [each[:7] for each in titles[-2:]] == ["Annex A", "Annex B"]


@pytest.mark.parametrize("name", A_FEW)
def test_every_figure_is_the_assessments(name: str) -> None:
    """Totals, ranges, shares and sums of reasons are those of the assessment, in the chart and in its table."""
    paper, document = shipped_report(name)
    seen = set()
    for result in paper.results:
        mine = [f for f in figures_in(document.blocks) if _is_about(f.caption, result.decision.title)]
        for figure in mine:
            seen.add(type(figure.chart))
            if isinstance(figure.chart, RangesChart):
                rows = [(r.total, r.low, r.high) for r in figure.chart.rows]
                assert rows == [(float(s.total), float(s.low), float(s.high)) for s in result.competing]
                assert [row[1] for row in figure.table.rows] == [str(whole(s.total)) for s in result.competing]
            if isinstance(figure.chart, SharesChart):
                assert [row[1] for row in figure.table.rows] == [
                    of_hundred(s.first_priorities) for s in result.competing
                ]
    assert RangesChart in seen or not any(is_ranked(result) for result in paper.results)


def _is_about(caption: str, title: str) -> bool:
    return caption.lower().endswith(title.rstrip("?").lower())


@pytest.mark.parametrize("name", A_FEW)
def test_sum_of_reasons_adds_up_to_the_last_digit(name: str) -> None:
    """The printed steps add up to the printed lead, and the lead is the difference of two totals."""
    paper, document = shipped_report(name)
    found = [f for f in figures_in(document.blocks) if isinstance(f.chart, WaterfallChart)]
    assert len(found) == sum(second_best(result) is not None for result in paper.results)
    for figure, result in zip(found, (r for r in paper.results if second_best(r)), strict=True):
        assert isinstance(figure.chart, WaterfallChart)
        steps = [row[1] for row in figure.table.rows]
        assert round(sum(map(float, steps[:-1])), 2) == float(steps[-1])
        first, second = result.competing[:2]
        assert steps[-1] == hundredths(first.total - second.total) == figure.chart.figure
        assert sum(step.adds for step in figure.chart.steps) == pytest.approx(figure.chart.lead)


@pytest.mark.parametrize("name", A_FEW)
def test_runner_up_is_always_shown(name: str) -> None:
    """Wherever two models are ranked the second has its case; where nothing is ranked the report says so."""
    paper, document = shipped_report(name)
    text = flat(text_of(document._replace(blocks=part(document, RUNNER_UP).blocks), 100)).lower()
    for result in paper.results:
        second = second_best(result)
        if is_ranked(result) and len(result.competing) > 1:
            assert second is result.competing[1] and f"the runner-up is {second.model.name.lower()}" in text
        else:
            assert "nothing is ranked yet" in text or "no second model is open" in text


@pytest.mark.parametrize("name", A_FEW)
def test_staying_is_always_among_the_options(name: str) -> None:
    """Each decision's options hold every model and a part on staying."""
    paper, document = shipped_report(name)
    titles = [each.title for each in sections_in((part(document, OPTIONS),))]
    assert titles.count(STAYING) == len(paper.results)
    for result in paper.results:
        for standing in result.standings:
            assert any(title.startswith(standing.model.title) for title in titles)


def test_staying_is_an_option_with_nothing_answered(paper: Callable[..., Paper]) -> None:
    """Even then: what must be known to weigh it is named; and nothing is recommended."""
    document = committee_report(paper({}))
    text = flat(text_of(document, 100))
    assert "Staying cannot be set beside the others until this is known: “How are the branches led today?”" in text
    assert text.count("To choose no model yet") == 2 and "Nothing is ranked yet" in text
    assert figures_in(document.blocks) == []


KINDS: dict[VerdictKind, dict[str, Any]] = {
    "clear": {"leader": "library_trust"},
    "leans": {"leader": "library_trust"},
    "too_close": {"leader": None, "close": ("library_trust", "one_librarian")},
    "depends_on_priorities": {"leader": None, "rivals": ("library_trust", "one_librarian")},
    "not_enough_known": {"leader": None, "so_far": None},
    "only_one_open": {"leader": "library_trust"},
    "none_open": {"leader": None},
}


@pytest.mark.parametrize("kind", KINDS)
def test_recommendation_is_in_the_words_of_the_verdicts_class(
    kind: VerdictKind, rules: Any, subject_of: Callable[..., Subject], with_verdict: Callable[..., Any]
) -> None:
    """The verdict's own sentence stands in the report and on the leader's page, and no other class's words do."""
    subject = subject_of(TINY)
    changed, result = with_verdict(subject, kind=kind, caps=(), so_far=None, close=(), rivals=())
    changed, result = with_verdict(replace(subject, assessment=changed), kind=kind, caps=(), **KINDS[kind])
    made = paper_of(rules, replace(subject, assessment=changed), decision="leadership")
    mine = verdict_sentence(changed, result).text
    said = flat(text_of(committee_report(made), 100))
    recommended = flat(text_of(committee_report(made)._replace(blocks=_recommendation(made)), 100))
    assert mine.lower() in recommended.lower() and mine.lower() in flat(text_of(summary(made), 100)).lower()
    assert ("points clearly to" in said.lower()) == (kind == "clear")
    others = {
        advice(made, replace(result, verdict=result.verdict._replace(kind=other, **KINDS[other]))) for other in KINDS
    }
    assert len(others) == len(KINDS), "each class has advice of its own"


def _recommendation(made: Paper) -> tuple[Any, ...]:
    return (part(committee_report(made), RECOMMENDATION),)


@pytest.mark.parametrize("name", A_FEW)
def test_every_finding_cited_stands_in_the_annex(name: str) -> None:
    """The numbers run from 1 without a gap; every number in the text is there, with the words to find it by."""
    paper, document = shipped_report(name)
    table = next(block for block in part(document, EVIDENCE).blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [str(number + 1) for number in range(len(table.rows))]
    for row, citation in zip(table.rows, paper.citing.cited, strict=True):
        finding = paper.subject.pack.finding(citation)
        assert row[4] == f"“{finding.phrase}”" and row[3].endswith(finding.where)
    body = document._replace(
        blocks=tuple(b for b in document.blocks if not getattr(b, "title", "").startswith("Annex"))
    )
    said = [
        int(number)
        for found in re.findall(r"evidence ((?:\d+, )*\d+)", flat(text_of(body, 110)))
        for number in found.split(", ")
    ]
    assert said and max(said) <= len(table.rows)


def test_implications_are_left_to_those_who_answer_for_them(paper: Callable[..., Paper]) -> None:
    """Financial, legal, equality and staffing: a heading each, a place to fill in, and a line of guidance."""
    parts = [each for each in part(committee_report(paper(TINY)), IMPLICATIONS).blocks if isinstance(each, Section)]
    assert [each.title for each in parts] == ["Financial", "Legal", "Equality", "Staffing"]
    for each in parts:
        places = [block for block in each.blocks if isinstance(block, Placeholder)]
        assert len(places) == 1 and places[0].whose and len(places[0].guidance) < 120


def test_one_decision_alone_can_be_reported_on(paper: Callable[..., Paper]) -> None:
    """Nothing of the other is said outside the annexes."""
    text = text_of(committee_report(paper(TINY, decision="housing")), 100)
    assert "Where the books stand" in text and "Who leads the branches" not in text


def test_weights_say_who_set_them_and_when(rules: Any, subject_of: Callable[..., Subject]) -> None:
    """By whom, before or after the result was seen, and why; or that it is not said."""
    from wizard.schema.council import InterviewRecord, WeightEntry

    subject = subject_of(TINY)
    weights = {
        "leadership": {
            "change": WeightEntry(weight=40, set_by="the clerk", when="before_result", why="money is short"),
            "readers": WeightEntry(weight=60),
        }
    }
    record = InterviewRecord(ranking_seen="yes", answered_after=2, variants_tried=3)
    council = subject.council.model_copy(update={"weights": weights, "record": record})
    text = flat(text_of(committee_report(paper_of(rules, replace(subject, council=council))), 160))
    assert "the clerk before seeing the result money is short" in text
    assert "not said not said not said" in text
    assert "changed after it was first shown: 2. Variations tried: 3." in text


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_examples_are_not_too_long(name: str) -> None:
    """A report that the program makes by itself passes its own lint, and the leader's page is one page."""
    _, document = shipped_report(name)
    assert [each for each in lengths(document) if each.too_long] == []
    page = summary(paper_of(*shipped(name), numbered=False))
    assert [each for each in lengths(page, page=True) if each.too_long] == []


def test_lint_finds_what_is_too_long(paper: Callable[..., Paper]) -> None:
    """The part that has too many words is named with how many, and nothing else is."""
    document = committee_report(paper(TINY))
    assert not any(each.too_long for each in lengths(document))
    long = Paragraph("word " * LIMITS[RECOMMENDATION])
    blocks = tuple(
        block._replace(blocks=(*block.blocks, long))
        if isinstance(block, Section) and block.title == RECOMMENDATION
        else block
        for block in document.blocks
    )
    found = [each for each in lengths(document._replace(blocks=blocks)) if each.too_long]
    assert [each.title for each in found] == [RECOMMENDATION]
    assert found[0].words > LIMITS[RECOMMENDATION]


def test_advice_is_owned_as_advice(paper: Callable[..., Paper]) -> None:
    """In the report and on the page for the leader."""
    made = paper(TINY)
    for document in (committee_report(made), summary(made)):
        assert ADVICE.lower() in flat(text_of(document, 100)).lower()


@pytest.mark.parametrize("name", A_FEW)
def test_matrix_holds_each_risk_of_the_register_once(name: str) -> None:
    """At its likelihood and impact."""
    _, document = shipped_report(name)
    registers = [
        block
        for section in sections_in(document.blocks)
        for block in section.blocks
        if isinstance(block, Table) and block.caption.startswith("Risk register")
    ]
    charts = [f.chart for f in figures_in(document.blocks) if isinstance(f.chart, MatrixChart)]
    for register, chart in zip(registers, charts, strict=True):
        placed = {mark: cell for cell, marks in chart.cells.items() for mark in marks}
        assert placed == {row[0]: (int(row[2]), int(row[3])) for row in register.rows}
        for row in register.rows:
            assert row[4].startswith(f"{int(row[2]) * int(row[3])} ") and row[6:] == ("to be set",) * 3


def test_tilt_is_that_of_the_paper_s_own_rule_set(rules: Rules, paper: Callable[..., Paper]) -> None:
    """Two papers on one rule set share what was found; one on other rules in between gets its own, and changes none."""
    first = tried_on(paper({"head_leaving": "no"})).tilt
    assert first is not None and first.pack is rules.pack
    other_rules, other = shipped(SHIPPED[0])
    theirs = tried_on(paper_of(other_rules, other, "draft")).tilt
    assert theirs is not None and theirs.pack is other_rules.pack
    assert theirs == tilt(other_rules.pack, TILT_SETS, sample=0)
    assert tried_on(paper({"roof": "sound"})).tilt is first
