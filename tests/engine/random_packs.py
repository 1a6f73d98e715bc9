"""Random small rule sets and random answers to them, for laws that must hold whatever the rules are.

Strategies are made once: hypothesis looks over each new one, which takes longer than drawing from it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from wizard.conditions.answers import Answer
from wizard.conditions.domain import Domain, understand
from wizard.schema.criterion import Argument, ByMove, Criterion
from wizard.schema.decision import Decision
from wizard.schema.operating_model import Joins, Law, OperatingModel, Precondition, StatutoryPosts
from wizard.schema.pack import Pack
from wizard.schema.pack_head import Grade, Group, PackHead, Period, Thresholds
from wizard.schema.poor_fit import PoorFit
from wizard.schema.question import Option, Question, QuestionFile
from wizard.schema.risk import ImpactRating, LikelihoodRating, Mitigation, Risk, Shift
from wizard.schema.source import Finding, Source

MODELS = ("one_head", "two_heads", "no_head")
LEVELS = ("poor", "fair", "good")
KINDS = ("kitchen", "garden", "cellar")
METHODS = ("interview", "report_conclusion", "evaluation", "opinion", "statute")


def thresholds() -> Thresholds:
    """The thresholds of a small rule set."""
    return Thresholds(
        core_needed=0.5,
        lead_needed=0.6,
        split=0.25,
        close=1,
        clear_unknowns=0.9,
        clear_priorities=0.8,
        priorities_needed=0.9,
        because={},
    )


def head() -> PackHead:
    """The head of a small rule set."""
    return PackHead(
        id="small",
        title="Small",
        version="1.0.0",
        format=1,
        summary="A small rule set.",
        jurisdiction="Nowhere",
        period=Period(first="2002", last="2008", because="Its evidence is of those years."),
        decision_date="decided_on",
        seed=7,
        groups=tuple(Group(id=each, title=each) for each in ("first_group", "second_group")),
        grades=tuple(
            Grade(id=grade, step=step, means=grade)
            for grade, step in (("faint", 2), ("slight", 5), ("fair", 10), ("firm", 20))
        ),
        thresholds=thresholds(),
    )


def _question(id: str, answer: str, **more: Any) -> Question:
    return Question.model_validate(
        {"id": id, "ask": f"{id}?", "why": "To know.", "answer": answer, "ask_whom": "anyone", **more}
    )


def _options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id=each, title=each) for each in ids)


QUESTIONS = (
    _question("decided_on", "date", min="2000", max="2015", core=True),
    _question("arrangement", "choices", options=_options(*MODELS), core=True),
    _question("people", "whole_number", min="0", max="100", prior=("0", "20", "50", "100"), core=True),
    _question("share", "number", min="0", max="1"),
    _question("level", "choice", options=_options(*LEVELS), prior={"poor": "20", "fair": "50", "good": "30"}),
    _question("wanted", "choices", options=_options(*KINDS)),
    _question("shared", "yes_no", core=True),
    _question("how_shared", "choice", options=_options(*LEVELS), asked_when={"shared": "yes"}),
)
DOMAINS = {question.id: Domain(question) for question in QUESTIONS}


@cache
def written_answers() -> dict[str, st.SearchStrategy[Any]]:
    """For each question, a strategy for a known answer as it is written."""
    return {
        "decided_on": st.sampled_from(["2003-05-01", "2007-01-01", "2008-12-31", "2012-06-01"]),
        "arrangement": st.lists(st.sampled_from(MODELS), unique=True, max_size=3),
        "people": st.integers(0, 100).map(str),
        "share": st.sampled_from(["0", "0.25", "0.5", "0.75", "1"]),
        "level": st.sampled_from(LEVELS),
        "wanted": st.lists(st.sampled_from(KINDS), unique=True),
        "shared": st.sampled_from(["yes", "no"]),
        "how_shared": st.sampled_from(LEVELS),
    }


@cache
def known_answers() -> st.SearchStrategy[dict[str, Answer]]:
    """A known answer to every question."""
    return st.fixed_dictionaries(written_answers()).map(
        lambda written: {question: understand(DOMAINS[question], each) for question, each in written.items()}
    )


@cache
def partial_answers() -> st.SearchStrategy[dict[str, Answer]]:
    """Some answers known, some partly known, some not sure, some missing."""
    partly = {
        "people": st.just({"between": ["10", "60"]}),
        "level": st.just({"one_of": ["poor", "good"]}),
        "decided_on": st.just("2008"),
    }
    each = {
        question: st.one_of(known, st.just("not_sure"), partly.get(question, st.just("not_sure")))
        for question, known in written_answers().items()
    }
    return st.fixed_dictionaries({}, optional=each).map(
        lambda written: {question: understand(DOMAINS[question], value) for question, value in written.items()}
    )


@cache
def tests() -> st.SearchStrategy[dict[str, Any]]:
    """One line of a condition, as it is written."""
    number = st.integers(0, 100).map(str)
    return st.one_of(
        st.tuples(st.sampled_from(["above", "below", "at_least", "at_most", "is", "is_not"]), number).map(
            lambda pair: {"people": {pair[0]: pair[1]}}
        ),
        st.sampled_from(["0.2", "0.5"]).map(lambda text: {"share": {"at_least": text}}),
        st.sampled_from(LEVELS).map(lambda level: {"level": level}),
        st.sampled_from(LEVELS).map(lambda level: {"how_shared": {"is_not": level}}),
        st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(
            lambda kinds: {"wanted": {"includes_any": kinds}}
        ),
        st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(
            lambda kinds: {"wanted": {"includes_all": kinds}}
        ),
        st.sampled_from(["yes", "no"]).map(lambda answer: {"shared": answer}),
        st.sampled_from(["2004", "2008-04"]).map(lambda date: {"decided_on": {"below": date}}),
    )


@cache
def conditions() -> st.SearchStrategy[dict[str, Any]]:
    """A condition of one or two levels, as it is written."""
    return st.one_of(
        tests(),
        st.tuples(st.sampled_from(["all_of", "any_of", "none_of"]), st.lists(tests(), min_size=1, max_size=3)).map(
            lambda pair: {pair[0]: pair[1]}
        ),
    )


SIDES = {
    first: {second: st.sampled_from([((first,), ()), ((), (first,)), ((first,), (second,))]) for second in MODELS}
    for first in MODELS
}
"""For two models, what an argument may be in favour of, and against."""


@cache
def maybe(of: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any] | None]:
    """A condition, or none."""
    return st.one_of(st.none(), of)


@cache
@st.composite
def arguments(draw: st.DrawFn, number: int) -> Argument:
    """An argument with or without a condition."""
    if draw(st.integers(0, 5)) == 0:
        return Argument(
            id=f"argument_{number}",
            counts_against_moves=ByMove(at_least=draw(st.sampled_from(["near", "far"]))),
            because="Moving costs.",
            supported_by=("report.finding_0",),
        )
    first = draw(st.sampled_from(MODELS))
    second = draw(st.sampled_from([model for model in MODELS if model != first]))
    sides = draw(SIDES[first][second])
    return Argument(
        id=f"argument_{number}",
        when=draw(maybe(conditions())),
        favours=sides[0],
        counts_against=sides[1],
        because="It is so.",
        supported_by=(f"report.finding_{draw(st.integers(0, len(METHODS) - 1))}",),
    )


def _model(id: str, order: int, available_when: dict[str, Any] | None) -> OperatingModel:
    return OperatingModel(
        id=id,
        title=id.replace("_", " ").capitalize(),
        name=id.replace("_", " "),
        summary="A model.",
        decision="who_heads",
        order=order,
        joins=Joins(operations="yes", strategy="no", governance="no", commissioning="no", provision="no"),
        statutory_posts=StatutoryPosts(childrens="one", adults="another"),
        law=Law(footing="Open.", as_at="2008"),
        gains=("A gain.",),
        costs=("A cost.",),
        available_when=available_when,
        unavailable_because="It is closed." if available_when else None,
        preconditions=(
            Precondition(
                id="enough_people",
                title="Enough people",
                needs={"people": {"at_least": "5"}},
                because="It takes some.",
                unless="there are too few people",
                remedy="Find more.",
            ),
        ),
    )


def decision() -> Decision:
    """The one decision of a small rule set."""
    moves = {
        one: {other: "near" if "two_heads" in (one, other) else "far" for other in MODELS if other != one}
        for one in MODELS
    }
    return Decision(
        id="who_heads",
        title="Who heads it?",
        question="Who heads it?",
        order=1,
        today="arrangement",
        distances={"near": "A short way", "far": "A long way"},
        moves=moves,
        because="Moves differ.",
    )


def source() -> Source:
    """One report, with a finding for each method."""
    return Source(
        id="report",
        title="A report",
        short="Report",
        publisher="Someone",
        date="2005",
        kind="a study",
        limits="It is made up.",
        findings={
            f"finding_{number}": Finding.model_validate(
                {
                    "says": "Something.",
                    "where": "introduction",
                    "speaker": "the report",
                    "voices": "report" if method == "report_conclusion" else "one_person",
                    "method": method,
                    "phrase": f"phrase {number}",
                }
            )
            for number, method in enumerate(METHODS)
        },
    )


def _risk(when: dict[str, Any]) -> Risk:
    shift = Shift(when=when, because="It does.")
    return Risk(
        id="trouble",
        title="Trouble",
        says="Trouble may come.",
        decision="who_heads",
        models=("one_head",),
        status="draft",
        likelihood=LikelihoodRating(start="possible", raised_by=(shift,)),
        impact=ImpactRating(start="major", lowered_by=(shift,)),
        warning_signs=("Noise.",),
        mitigations=(Mitigation(do="Listen."),),
        judgement="The levels are judgements.",
    )


@cache
@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A small rule set with up to four criteria and four arguments in each."""
    criteria = {}
    for number in range(draw(st.integers(1, 4))):
        count = draw(st.integers(1, 4))
        criteria[f"criterion_{number}"] = Criterion(
            id=f"criterion_{number}",
            title=f"Criterion {number}",
            question="How good?",
            decision="who_heads",
            group=draw(st.sampled_from(["first_group", "second_group"])),
            status="draft",
            scale={"0": "bad", "50": "not said", "100": "good"},
            arguments=tuple(draw(arguments(each)) for each in range(count)),
        )
    closed = draw(maybe(tests()))
    return pack_of(*criteria.values(), closed=closed, unsuited=draw(tests()), troubled=draw(tests()))


def argument(
    id: str, when: dict[str, Any] | None, favours: tuple[str, ...] = (), counts_against: tuple[str, ...] = ()
) -> Argument:
    """A plain argument: one grade above the lowest, as it is a judgement."""
    return Argument(
        id=id, when=when, favours=favours, counts_against=counts_against, because="It is so.", judgement="Ours."
    )


def criterion(id: str, *arguments: Argument, group: str = "first_group") -> Criterion:
    """A plain criterion."""
    return Criterion(
        id=id,
        title=id.replace("_", " ").capitalize(),
        question="How good?",
        decision="who_heads",
        group=group,
        status="draft",
        scale={"0": "bad", "50": "not said", "100": "good"},
        arguments=arguments,
    )


def pack_of(
    *criteria: Criterion,
    closed: dict[str, Any] | None = None,
    unsuited: dict[str, Any] | None = None,
    troubled: dict[str, Any] | None = None,
    questions: tuple[Question, ...] = QUESTIONS,
) -> Pack:
    """A small rule set of these criteria.

    `closed` is the condition for the third model to be open, `unsuited` when a change is a poor fit and `troubled`
    when the risk of the first model arises.
    """
    models = [_model(MODELS[0], 1, None), _model(MODELS[1], 2, None), _model(MODELS[2], 3, closed)]
    fit = PoorFit(
        id="mismatch",
        title="Mismatch",
        decision="who_heads",
        any_change=True,
        status="draft",
        when=unsuited or {"people": {"below": "1"}},
        because="It does not suit.",
        unless="it does not suit",
        remedy="Change it.",
    )
    return Pack(
        head=head(),
        decisions={"who_heads": decision()},
        sections=(QuestionFile(section="all", title="All", questions=questions),),
        models={model.id: model for model in models},
        criteria={each.id: each for each in criteria},
        poor_fits={fit.id: fit},
        risks={"trouble": _risk(troubled or {"people": {"below": "1"}})},
        measures={},
        sources={"report": source()},
    )
