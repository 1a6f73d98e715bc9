"""The page on firmness keeps to its verdict, its figures add up, and its technical words stand in the annex alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import FULL
from wizard.engine import Rules
from wizard.engine.firmness.close_calls import CloseCall
from wizard.engine.firmness.robustness import EVERYTHING
from wizard.report.leaning_in_brief import TURNS
from wizard.report.robustness_document import robustness_document
from wizard.report.robustness_json import robustness_json
from wizard.report.robustness_subject import Firm, firm_of
from wizard.report.robustness_weights import group_weights
from wizard.report.robustness_words import (
    NOTHING_MORE,
    NOTHING_OPEN,
    RESTS_ON_GUESSES,
    close_call_words,
    most_uncertain_words,
    rank_cells,
)
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.report.verdict_words import verdict_sentence

MIXES = 1000
ONE, BRANCH, TRUST = "one_librarian", "branch_librarians", "library_trust"
TECHNICAL = re.compile(
    r"smaa|monte|\bseeds?\b|\bdraws?\b|drawn|entropy|\bbits?\b|percentile|sampl|\bhash|overlay|central weight|prior\b|"
    r"simplex|stochastic|acceptab",
    re.IGNORECASE,
)
STRONGER = ("points clearly", "leans to", "Too close to call", "It depends on your priorities", "Only one is open")


@pytest.fixture(scope="module")
def firm(rules: Rules) -> Callable[[Subject, str], Firm]:
    """One decision of a subject, with everything about its firmness."""
    return lambda subject, decision: firm_of(rules, subject, decision, MIXES)


def said(subject: Subject, *firms: Firm, full: bool = False, width: int = 80) -> str:
    """The page as text."""
    return text_of(robustness_document(subject, firms, full), width)


def before_annex(text: str) -> str:
    """All but the annex, on one line."""
    return " ".join(text.split("ANNEX")[0].split())


def turned(each: Firm, **changes: Any) -> Firm:
    """The same with parts of its verdict replaced."""
    return replace(each, result=replace(each.result, verdict=each.result.verdict._replace(**changes)), calls=())


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [60, 80, 110])
def test_technical_words_stand_in_the_annex_alone(
    full: bool, width: int, subject_of: Callable[..., Subject], firm: Callable[..., Firm]
) -> None:
    """Whatever is shown; no line is wider than the page."""
    for answers in (FULL, {}, {"led_today": ["branch_librarians"], "decision_date": "2010", "head_leaving": "yes"}):
        subject = subject_of(answers)
        text = said(subject, firm(subject, "leadership"), firm(subject, "housing"), full=full, width=width)
        assert TECHNICAL.findall(before_annex(text)) == []
        annex = " ".join(text.split("ANNEX")[1].split())
        assert all(word in annex for word in ("SMAA-2", "1,000 draws", "seed 7", "bits", "25 to 75", "0.5 to 1.5"))
        assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "clear", "leader": BRANCH},
        {"kind": "leans", "leader": BRANCH},
        {"kind": "not_enough_known", "leader": None, "so_far": BRANCH},
        {"kind": "depends_on_priorities", "leader": None, "rivals": (BRANCH, TRUST)},
        {"kind": "too_close", "leader": None, "close": (ONE, BRANCH)},
    ],
)
def test_no_word_of_another_class_is_used(changes: dict[str, Any], full: Subject, firm: Callable[..., Firm]) -> None:
    """The verdict's sentence comes first, and no other class's words follow it."""
    each = turned(firm(full, "leadership"), **{"caps": (), "so_far": None, **changes})
    flat = before_annex(said(full, each)).lower()
    sentence = verdict_sentence(full.assessment, each.result).text.lower()
    assert flat.index(sentence) < flat.index("how firm with") or "whatever varies" in flat
    assert not [words for words in STRONGER if words.lower() in flat.replace(sentence, "")]
    assert (RESTS_ON_GUESSES.lower() in flat) is (changes["kind"] == "not_enough_known")


def test_where_too_little_is_known_the_page_says_so_first(
    subject_of: Callable[..., Subject], firm: Callable[..., Firm]
) -> None:
    """No leader, no order, no priorities under which one comes first; how often each does, and that it is a guess."""
    subject = subject_of({})
    each = firm(subject, "leadership")
    flat = before_annex(said(subject, each))
    assert not each.ranked and each.leader is None
    assert flat.index("Not enough known yet.") < flat.index(RESTS_ON_GUESSES) < flat.index("in no order")
    assert NOTHING_MORE in flat and "stands first" not in flat and "One weight at a time" not in flat
    models = [standing.model.title for standing in each.competing]
    assert models == [subject.pack.models[model].title for model in (ONE, BRANCH, TRUST)]
    assert sorted(models, key=flat.index) == models
    (found,) = json.loads(robustness_json(subject, [each]))["decisions"]
    assert found["ranked"] is False and found["leader"] is None and found["leans_on"] is found["one_answer"] is None
    assert {model["rank"] for model in found["everything"]["models"]} == {None}


def test_the_parts_come_in_the_order_in_which_they_are_asked(full: Subject, firm: Callable[..., Firm]) -> None:
    """How firm, what makes it so, priorities, weights, judgements, answers; and ten of those where all is asked for."""
    each = firm(full, "leadership")
    flat = before_annex(said(full, each))
    parts = [
        "How firm",
        "What makes it uncertain",
        "Which beats which",
        "The priorities under which each comes first",
        "One weight at a time",
        "Judgements it leans on most",
        "One answer at a time",
    ]
    assert sorted(parts, key=flat.index) == parts
    assert "Numbers it rests on" in said(full, each, full=True) and "Numbers it rests on" not in flat
    assert "give or take 3 in 100" in flat and "The mixes are the same each time" in flat


def test_what_was_told_of_one_thing_alone_is_what_was_counted(full: Subject, firm: Callable[..., Firm]) -> None:
    """Each of the four has a row; the one named leaves the leader first least often."""
    each = firm(full, "leadership")
    (found,) = json.loads(robustness_json(full, [each]))["decisions"]
    alone = {
        varied: next(model["first"] for model in found["alone"][varied]["models"] if model["model"] == found["leader"])
        for varied in EVERYTHING
    }
    least = min(alone, key=lambda varied: alone[varied])
    titles = {
        "priorities": "priorities",
        "unknowns": "answers not known",
        "silences": "where the reports are silent",
        "grades": "how firm the evidence is",
    }
    assert titles[least] in found["most_uncertain"]
    assert f"first in {round(alone[least] * 100)} of 100" in found["most_uncertain"].replace("about ", "")


def test_priorities_that_change_nothing_are_not_asked_for(full: Subject, firm: Callable[..., Firm]) -> None:
    """Settled or open, as `wizard priorities` has it; the way there is named only where it helps."""
    each = firm(full, "leadership")
    settled, still_open = (before_annex(said(full, replace(each, bearing=bearing))) for bearing in ("settled", "open"))
    assert "Your priorities do not change this" in settled and "wizard priorities" not in settled
    assert "wizard priorities newtown.yaml --decision leadership" in still_open
    assert "Your priorities do not change this" not in still_open


def test_a_model_that_never_leads_has_no_priorities(full: Subject, firm: Callable[..., Firm]) -> None:
    """Said in words, and null in JSON: undefined is not nothing."""
    each = firm(full, "leadership")
    never = replace(each.found.over_all.models[2], ranks=(0.0, 0.2, 0.8), priorities=None)
    models = (*each.found.over_all.models[:2], never)
    changed = replace(each, found=replace(each.found, over_all=replace(each.found.over_all, models=models)))
    assert "it comes first in no mix, so there are no such priorities" in before_annex(said(full, changed))
    (found,) = json.loads(robustness_json(full, [changed]))["decisions"]
    told = {model["model"]: model for model in found["everything"]["models"]}
    assert told[never.model]["central_weights"] is None and told[never.model]["central_weights_of_groups"] is None
    assert all(told[model.model]["central_weights"] for model in models[:2])


def test_json_adds_up(full: Subject, firm: Callable[..., Firm]) -> None:
    """Ranks of a model, first places of a run, central weights, and wins both ways come to one."""
    whole = json.loads(robustness_json(full, [firm(full, each) for each in ("leadership", "housing")]))
    assert whole["mixes"] == MIXES and whole["seed"] == 7 and whole["sampling_error"] == pytest.approx(0.031, abs=1e-4)
    for decision in whole["decisions"]:
        for run in (decision["everything"], decision["over_all_priorities"], *decision["alone"].values()):
            models = [each for each in run["models"] if each["openness"] == "open"]
            assert sum(each["first"] for each in run["models"]) == pytest.approx(1, abs=0.001)
            for each in models:
                assert sum(each["ranks"]) == pytest.approx(1, abs=0.001) and each["first"] == each["ranks"][0]
                for weights in (each["central_weights"], each["central_weights_of_groups"]):
                    assert weights is None or sum(weights.values()) == pytest.approx(1, abs=0.001)
            wins = {(each["model"], each["beats"]): each["share"] for each in run["wins"]}
            assert all(share + wins[other, one] == pytest.approx(1, abs=0.001) for (one, other), share in wins.items())
        assert decision["around_what_was_said"] is None


def test_text_and_json_say_the_same(full: Subject, firm: Callable[..., Firm]) -> None:
    """Every sentence of the JSON stands in the text."""
    each = firm(full, "leadership")
    flat = before_annex(said(full, each))
    (found,) = json.loads(robustness_json(full, [each]))["decisions"]
    for words in (*found["says"], found["counted"], found["most_uncertain"], *found["varied"].values()):
        assert words in flat
    assert all(portrait["says"] in flat for portrait in found["portraits"])


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=6).filter(any), st.integers(0, 500))
def test_ranks_shown_add_up_to_a_hundred(counts: list[int], closed: int) -> None:
    """Rounded so that a row comes to 100; what is shown as nothing never was, and 100 is never reached by rounding."""
    whole = sum(counts) + closed
    shares = [count / whole for count in counts]
    cells = rank_cells(shares, len(counts))
    figures = [int(cell) if cell.isdigit() else 0 for cell in cells]
    assert sum(figures) == 100
    for cell, figure, share in zip(cells, figures, [*shares, closed / whole], strict=True):
        assert abs(figure - share * 100) <= 1.01
        assert (cell == "-") is (share == 0) and (share < 1 or cell == "100")
    assert figures[0] == 100 or shares[0] < 1


def test_nothing_open_and_one_open(subject_of: Callable[..., Subject], firm: Callable[..., Firm]) -> None:
    """Said in a sentence, without tables that hold nothing."""
    none = subject_of(FULL, dict.fromkeys((ONE, BRANCH, TRUST), "No."))
    text = said(none, firm(none, "leadership"))
    assert NOTHING_OPEN in before_annex(text) and "comes first in" not in text and "bits" not in text
    one = subject_of(FULL, dict.fromkeys((ONE, TRUST), "No."))
    flat = before_annex(said(one, firm(one, "leadership")))
    assert "Nothing else is open: whatever varies, a librarian in each branch comes first." in flat
    assert "What makes it uncertain" not in flat
    for subject in (none, one):
        (found,) = json.loads(robustness_json(subject, [firm(subject, "leadership")]))["decisions"]
        assert found["most_uncertain"] is None and found["everything"]["wins"] == []


@pytest.mark.parametrize(
    ("counted", "line", "words"),
    [
        (0.79, 0.80, "so clear it is"),
        (0.90, 0.80, "so clear it is"),
        (0.60, 0.80, "so a leaning says it better"),
        (0.80, 0.801, "it could as well have been a leaning"),
    ],
)
def test_a_close_call_is_settled_by_the_finer_count_where_it_can_be(
    counted: float, line: float, words: str, full: Subject, firm: Callable[..., Firm]
) -> None:
    """Counted again more finely a share falls on one side of the line, or is no less close."""
    each = turned(firm(full, "leadership"), kind="clear", leader=BRANCH)
    models = tuple(replace(model, ranks=(counted, 1 - counted, 0.0)) for model in each.found.over_all.models)
    finer = replace(each.found.alone["priorities"], draws=100_000, models=models)
    changed = replace(each, found=replace(each.found, alone={**each.found.alone, "priorities": finer}))
    share = line + 0.005 if counted != 0.79 else line - 0.005
    told = close_call_words(changed, CloseCall("clear_priorities", line, BRANCH, share, 0.025, "leans", BRANCH))
    assert told.startswith("A close call: a librarian in each branch comes first in") and words in told


def test_group_weights_are_the_sums_of_their_criteria(full: Subject) -> None:
    """Every criterion counts once."""
    result = full.assessment.decision("leadership")
    weights = {criterion.id: float(place) for place, criterion in enumerate(result.criteria, 1)}
    assert sum(group_weights(result, weights).values()) == sum(weights.values())


def test_what_decides_is_explained_where_it_is_said(
    subject_of: Callable[..., Subject], firm: Callable[..., Firm]
) -> None:
    """The word stands beside a judgement only with its meaning above."""
    for answers in (FULL, {**FULL, "readers": "20000"}, {**FULL, "wishes": ["quiet"]}):
        subject = subject_of(answers)
        each = firm(subject, "leadership")
        flat = before_annex(said(subject, each))
        turns = bool(each.leaning) and any(judgement.turns for judgement in each.leaning.judgements[:5])
        assert (f", {TURNS}]" in flat) == (f"“{TURNS}”:" in flat) == turns


def test_of_equal_models_nothing_is_said_to_be_most_uncertain(full: Subject, firm: Callable[..., Firm]) -> None:
    """Two that share the first place: half each, whatever varies, tells nothing of what could part them."""
    result = full.assessment.decision("leadership")
    top, *others = result.standings
    level = replace(result, standings=(top, others[0]._replace(total=top.total, openness="open"), *others[1:]))
    each = firm(full, "leadership")
    assert most_uncertain_words(each)
    assert most_uncertain_words(replace(each, result=level)) == ""
