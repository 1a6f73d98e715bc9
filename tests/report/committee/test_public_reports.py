"""What a public report may not tell: no answer to a sensitive question, and nothing that follows from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.conditions.answers import Answer, Chosen, NotSure, OneOf
from wizard.conditions.domain import Domain, understand
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.results import Assessment
from wizard.pack import read_pack
from wizard.report.committee.paper import Version, paper_of
from wizard.report.committee.report import committee_report
from wizard.report.committee.summary import summary
from wizard.report.formats import FORMATS, Options, renderer_of
from wizard.report.subject import Subject
from wizard.schema.council import CouncilFile, PackReference
from wizard.schema.pack import Pack

from .conftest import shipped

UNUSUAL_NUMBER, UNUSUAL_SOURCE = "43217", "the ledger of Zanzibar"


def written(rules: Rules, subject: Subject, version: Version) -> list[str]:
    """The report in every format, and the leader's page."""
    report = committee_report(paper_of(rules, subject, version))
    page = summary(paper_of(rules, subject, version, numbered=False))
    return [
        renderer_of(each).rendered(document, Options()).decode()
        for document in (report, page)
        for each in FORMATS
        if FORMATS[each].on_screen
    ]


def conclusion(found: Assessment) -> list[Any]:
    """What a public report tells of a result: classes, the models named, their order, and what to answer first."""
    return [
        (
            result.verdict.kind,
            result.verdict.leader,
            result.verdict.so_far,
            frozenset(result.verdict.close),
            frozenset(result.verdict.rivals),
            [each.model.id for each in result.standings],
            result.verdict.answer_first,
            [each.kind for each in result.verdict.caps if each.kind == "core_only"],
        )
        for result in found.decisions
    ]


def sensitive_tiny() -> Pack:
    """The tiny rule set with the number of readers and the roof sensitive as well."""
    pack = read_pack(TINY).pack
    sections = tuple(
        section.model_copy(
            update={
                "questions": tuple(
                    each.model_copy(update={"sensitive": each.sensitive or each.id in ("readers", "roof")})
                    for each in section.questions
                )
            }
        )
        for section in pack.sections
    )
    return replace(pack, sections=sections)


@pytest.fixture(scope="module")
def private_rules() -> Rules:
    return compile_rules(sensitive_tiny())


def subject_with(rules: Rules, answers: dict[str, Any]) -> Subject:
    domains = {question.id: Domain(question) for question in rules.pack.questions.values()}
    understood = {each: understand(domains[each], value) for each, value in answers.items()}
    council = CouncilFile(id="newtown", title="Newtown", pack=PackReference(id="tiny"), answers=answers)
    return Subject(assess(rules, Case(understood)), council, "newtown.yaml")


TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"

OPEN = {
    "decision_date": "2010-06",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "housed_today": ["own_house"],
    "hours_a_week": "50",
    "school_willing": "yes",
}


def test_unusual_answers_are_nowhere_in_a_public_report(private_rules: Rules) -> None:
    """Neither the answer nor where it came from; a draft does not print them either, and an exempt one does."""
    answers = {**OPEN, "head_leaving": "no", "readers": {"is": UNUSUAL_NUMBER, "from": UNUSUAL_SOURCE}}
    subject = subject_with(private_rules, answers)
    versions: tuple[Version, ...] = ("public", "draft")
    for version in versions:
        for text in written(private_rules, subject, version):
            assert "43,217" not in text and UNUSUAL_NUMBER not in text and "Zanzibar" not in text
    report = written(private_rules, subject, "exempt")[0]
    assert "43,217 (exempt)" in report and "Zanzibar" in report and "EXEMPT" in report


@given(
    head=st.sampled_from(["yes", "no"]),
    other_head=st.sampled_from(["yes", "no"]),
    readers=st.sampled_from(["50", "300", "3000", "9000", "50000"]),
    other_readers=st.sampled_from(["50", "300", "3000", "9000", "50000"]),
    roofs=st.tuples(*[st.sampled_from(["sound", "patched", "bad"])] * 2),
    hours=st.sampled_from(["5", "20", "60"]),
)
@settings(max_examples=40)
def test_private_answers_change_nothing_but_the_conclusion(
    private_rules: Rules, head: str, other_head: str, readers: str, other_readers: str, roofs: Any, hours: str
) -> None:
    """Two councils that differ in private answers alone, and come to the same conclusion, get the same public report.

    So nothing in it can tell one from the other (noninterference: Goguen and Meseguer, 1982).
    """
    base = {**OPEN, "hours_a_week": hours}
    one = subject_with(private_rules, {**base, "head_leaving": head, "readers": readers, "roof": roofs[0]})
    other = subject_with(
        private_rules, {**base, "head_leaving": other_head, "readers": other_readers, "roof": roofs[1]}
    )
    if conclusion(one.assessment) == conclusion(other.assessment):
        assert written(private_rules, one, "public") == written(private_rules, other, "public")


def others(domain: Domain, answer: Answer) -> Iterator[Answer]:
    """Other answers that the question takes."""
    for option in domain.options:
        new: Answer = Chosen(frozenset([option])) if domain.kind == "choices" else OneOf(frozenset([option]))
        if new != answer:
            yield new


@pytest.mark.parametrize("name", ["small_unitary", "large_county", "shared_with_nhs"])
def test_shipped_councils_keep_every_private_answer(name: str) -> None:
    """The same law for each sensitive question of the shipped rule set, changed to each other answer in turn."""
    rules, subject = shipped(name)
    case = subject.assessment.case
    mine = conclusion(subject.assessment)
    expected = written(rules, subject, "public")
    tried = 0
    for question in rules.pack.questions.values():
        if not question.sensitive or isinstance(case.answers.get(question.id), NotSure | None):
            continue
        for answer in others(Domain(question), case.answers[question.id]):
            changed = assess(rules, replace(case, answers={**case.answers, question.id: answer}))
            if conclusion(changed) == mine:
                tried += 1
                assert written(rules, replace(subject, assessment=changed), "public") == expected
                break
    assert tried > 0


def test_not_sure_is_no_more_than_not_answered(private_rules: Rules) -> None:
    """That somebody was asked and was not sure is nowhere told in public."""
    one = subject_with(private_rules, {**OPEN, "head_leaving": "no", "readers": "not_sure"})
    other = subject_with(private_rules, {**OPEN, "head_leaving": "no"})
    assert written(private_rules, one, "public") == written(private_rules, other, "public")


def test_public_report_keeps_the_conclusion(private_rules: Rules) -> None:
    """Class, leader and order are those of the whole assessment, and it says that answers are kept private."""
    subject = subject_with(private_rules, {**OPEN, "head_leaving": "yes", "readers": "300", "roof": "bad"})
    public = paper_of(private_rules, subject, "public").subject.assessment
    for mine, whole in zip(public.decisions, subject.assessment.decisions, strict=True):
        assert (mine.verdict.kind, mine.verdict.leader) == (whole.verdict.kind, whole.verdict.leader)
        assert [each.model.id for each in mine.standings] == [each.model.id for each in whole.standings]
    assert all("kept private" in text for text in written(private_rules, subject, "public"))


def test_without_private_answers_all_versions_say_the_same(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Nothing is left out and nothing is marked where there is nothing to keep."""
    subject = subject_of({**OPEN, "readers": "300"})
    public, draft = (written(rules, subject, each) for each in ("public", "draft"))
    assert public == draft and not any("private" in text.lower() for text in public)
