"""The pages of a result: what every one of them keeps to, whatever the rules and the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.engine import random_packs as small
from tests.report.changing_subjects import sentences, small_subject
from tests.report.conftest import FULL
from wizard.conditions.answers import Answer
from wizard.engine import Rules
from wizard.report.document import Block, Document, Items, Section, Table
from wizard.report.priorities_document import notice_blocks
from wizard.report.ranking import TODAY, in_order, is_ranked, openness_words
from wizard.report.result_pages import PAGES, page_of
from wizard.report.result_pages.in_short import BAR, bar, copied_words, first_sentence, first_to_answer
from wizard.report.result_pages.page import Placed, ResultPage
from wizard.report.result_pages.risks import EMPTY
from wizard.report.result_pages.whole_design import NO_DESIGN, chosen
from wizard.report.subject import Subject
from wizard.report.verdict_words import verdict_sentence
from wizard.schema.levels import IMPACTS, LIKELIHOODS
from wizard.schema.pack import Pack

FEW = settings(max_examples=25, deadline=None)
PLACES = dict.fromkeys(("explain", "priorities", "next", "flips", "unlock", "robustness"), "another page")
KINDS = {each.module: each for each in PAGES}


def placed(subject: Subject) -> Placed:
    """The same subject for a face with places."""
    return Placed(subject.assessment, subject.council, subject.file, places=PLACES)


def made(module: str, subject: Subject, rules: Rules) -> ResultPage:
    """A page by its module."""
    return page_of(KINDS[module], placed(subject), rules)


def words(page: ResultPage) -> str:
    """Everything that stands on a page."""
    return "\n".join(sentences(Document("", "", page.blocks)))


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Every table, in sections too."""
    for each in blocks:
        if isinstance(each, Table):
            yield each
        elif isinstance(each, Section):
            yield from tables(each.blocks)


@FEW
@given(small.packs(), small.partial_answers())
def test_whatever_is_known_every_page_can_be_made(pack: Pack, answers: dict[str, Answer]) -> None:
    """No page falls over, points to something that does not exist, or sends a person to the command line."""
    subject, rules = small_subject(pack, answers)
    for kind in PAGES:
        page = page_of(kind, placed(subject), rules)
        assert page.blocks
        assert "wizard " not in words(page).replace("council_wizard", "")
        for key in page.opens.values():
            assert_there(pack, key)


def assert_there(pack: Pack, key: str) -> None:
    """What an entry opens exists."""
    kind, _, id = key.partition(":")
    if kind == "argument":
        criterion, _, argument = id.partition(".")
        assert argument in [each.id for each in pack.criteria[criterion].arguments]
    elif kind == "finding":
        assert pack.finding(id)
    elif kind == "criterion":
        assert id in pack.criteria
    else:
        assert kind == "question"
        assert id in pack.questions


@FEW
@given(small.packs(), small.partial_answers())
def test_nothing_is_ranked_before_enough_is_known(pack: Pack, answers: dict[str, Answer]) -> None:
    """A decision of which too little is known has neither ranks nor bars, and points to no design."""
    subject, rules = small_subject(pack, answers)
    if any(is_ranked(each) for each in subject.assessment.decisions):
        return
    for module in ("in_short", "side_by_side"):
        said = words(made(module, subject, rules))
        assert "rank 1" not in said
        assert "█" not in said
    assert NO_DESIGN in words(made("whole_design", subject, rules))


@FEW
@given(small.packs(), small.partial_answers())
def test_a_bar_is_as_long_as_its_total(pack: Pack, answers: dict[str, Answer]) -> None:
    """Always BAR signs; full ones up to the least possible total, none beyond the greatest (to half a sign)."""
    subject, _ = small_subject(pack, answers)
    for result in subject.assessment.decisions:
        for each in result.competing:
            drawn = bar(each)
            assert len(drawn) == BAR
            full, possible = drawn.count("█"), BAR - drawn.count("·")
            assert abs(full - BAR * each.low / 100) <= Fraction(1, 2)
            assert abs(possible - BAR * each.high / 100) <= Fraction(1, 2)


@FEW
@given(small.packs(), small.partial_answers())
def test_every_notice_stands_on_every_page(pack: Pack, answers: dict[str, Answer]) -> None:
    """Whoever opens a result at any page is told that it speaks for other years."""
    subject, rules = small_subject(pack, answers)
    notices = notice_blocks(subject)
    for kind in PAGES:
        assert page_of(kind, placed(subject), rules).blocks[: len(notices)] == notices


def test_the_first_page_has_both_sentences(full: Subject, rules: Rules) -> None:
    """And so has what is copied, with every model that competes."""
    said, copied = words(made("in_short", full, rules)), copied_words(full)
    for result in full.assessment.decisions:
        sentence = verdict_sentence(full.assessment, result).text
        assert sentence in said
        assert sentence in copied
        for each in result.competing:
            assert (f"  {each.model.title}: " in copied) == is_ranked(result)


def test_what_to_do_next_is_what_is_needed_first(subject_of: Callable[..., Subject]) -> None:
    """Where nothing can be said, the first question is one without which nothing can be said."""
    empty = subject_of({})
    needed = {each for result in empty.assessment.decisions for each in result.verdict.answer_first}
    (first,) = first_to_answer(empty)
    assert first.id in needed


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one thing. Another thing.", "One thing."),
        ("of 3.5 hours a week", "Of 3.5 hours a week."),
        ("in St. john's", "In St. john's."),
    ],
)
def test_the_first_sentence_is_whole(text: str, first: str) -> None:
    """Up to a full stop that a capital letter follows; never cut elsewhere."""
    assert first_sentence(text) == first


def test_every_model_is_told_of_side_by_side(full: Subject, rules: Rules) -> None:
    """Those that compete have a column each, today's marked; those that are not open stand below with the reason."""
    page = made("side_by_side", full, rules)
    found = list(tables(page.blocks))
    for result, table in zip(full.assessment.decisions, found, strict=True):
        titles = [column.title for column in table.columns[1:]]
        shown = [each for each in in_order(result) if each in result.competing]
        for each, title in zip(shown, titles, strict=True):
            assert title.startswith(each.model.title)
            assert (TODAY in title) == each.is_today
        assert len(table.rows) == len(result.criteria) + 1
        for each in result.standings:
            assert openness_words(each) in words(page)


def test_levels_come_first_and_numbers_second(full: Subject, rules: Rules) -> None:
    """'rather good, 55': nobody has to know what 55 is."""
    for table in tables(made("side_by_side", full, rules).blocks):
        for row in table.rows[1:]:
            assert all(cell == "silent" or (cell[0].isalpha() and cell[-1].isdigit()) for cell in row[1:])


def test_the_matrix_and_the_register_tell_the_same(full: Subject, rules: Rules) -> None:
    """Every risk stands once in the matrix, in the cell of its levels; five likelihoods, four impacts."""
    found = list(tables(made("risks", full, rules).blocks))
    (result,) = (each for each in full.assessment.decisions if each.verdict.leader is not None)
    risks = full.assessment.risks_of(result.decision.id, result.verdict.leader or "")
    assert risks
    table = found[0]
    assert [row[0] for row in table.rows] == [each.replace("_", " ") for each in reversed(LIKELIHOODS)]
    assert [column.title for column in table.columns[1:]] == list(IMPACTS)
    cells = {(row[0], impact): cell for row in table.rows for impact, cell in zip(IMPACTS, row[1:], strict=True)}
    for number, risk in enumerate(risks, start=1):
        stands = cells[risk.likelihood.level.replace("_", " "), risk.impact.level]
        assert str(number) in stands.split(", ")
    marks = [mark for cell in cells.values() if cell != EMPTY for mark in cell.split(", ")]
    assert len(marks) == len(risks)


def test_every_reason_that_holds_is_told(full: Subject, rules: Rules) -> None:
    """For what the verdict speaks of nothing is left out and nothing shortened; each entry opens its argument."""
    page = made("why", full, rules)
    opened = set(page.opens.values())
    for result in full.assessment.decisions:
        standing = chosen(result)
        if standing is None:
            continue
        for reason in result.reasons:
            if reason.model == standing.model.id and reason.truth is True:
                assert f"argument:{reason.criterion}.{reason.argument.id}" in opened


def test_what_is_missing_comes_before_the_first_step(subject_of: Callable[..., Subject], rules: Rules) -> None:
    """The order of a design: what must be put in place, what must be found out, then the steps themselves."""
    subject = subject_of(FULL)
    page = made("whole_design", subject, rules)
    order = next(each for each in page.blocks if isinstance(each, Section) and "in this order" in each.title)
    items = [item.text for block in order.blocks if isinstance(block, Items) for item in block.items]
    starts = [
        0
        if each.startswith("Put in place")
        else 1
        if each.startswith("Find out whether")
        else 2
        if each.startswith("Mend")
        else 4
        if each.startswith("In place already")
        else 3
        for each in items
    ]
    assert starts == sorted(starts)


def test_a_place_stands_where_a_command_would(full: Subject) -> None:
    """Only what has a place is renamed; the rest stays a command."""
    subject = Placed(
        full.assessment, full.council, full.file, places={"flips": "the page of changes", "unlock": "a try"}
    )
    assert subject.command("flips", "--format json") == "the page of changes"
    assert subject.command("flips", "--unlock readers") == "a try"
    assert subject.command("assess") == "wizard assess newtown.yaml"
