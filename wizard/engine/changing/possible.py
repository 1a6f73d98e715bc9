"""The changes that can be tried on answers: another option, one option more or fewer, a number in another cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Answer, Between, Chosen, NotSure
from wizard.conditions.cells import NO, UNKNOWN, YES, option_key
from wizard.conditions.reach import single_cells
from wizard.engine.columns.conditions import cell_number
from wizard.engine.single_answers import answer_in, middle, values_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wizard.conditions.cells import Facts
    from wizard.conditions.domain import Domain
    from wizard.engine.compiling import Rules


class Change(NamedTuple):
    """One answer changed, or one found out.

    `key` and `cell` (one bit) say it to the rules; `answer` is the whole new answer to the question. For a
    question with several options `option` is the one that comes in (`adds`) or goes out; elsewhere it is None.
    `steps` counts the cells that a number moves over, 1 for anything else; `values` are all numbers or days that would
    do the same.
    """

    question: str
    key: str
    cell: int
    answer: Answer
    steps: int = 1
    option: str | None = None
    adds: bool = False
    values: Between | None = None


def changes_of(rules: Rules, answers: Mapping[str, Answer], facts: Facts, question: str) -> Iterator[Change]:
    """Every change of a known answer; none where the answer is not known. A number goes to the nearest value."""
    domain = rules.domains[question]
    answer = answers.get(question)
    if isinstance(answer, Chosen):
        yield from _toggles(domain, answer)
        return
    now = facts.get(question, UNKNOWN)
    if answer is None or isinstance(answer, NotSure) or now & UNKNOWN or now & (now - 1):
        return
    for cell in single_cells(rules.cells.full[question]):
        if cell != now:
            steps = abs(cell_number(cell) - cell_number(now)) if domain.is_numeric else 1
            values = _all_of(rules, answer, question, cell)
            yield Change(question, question, cell, _nearest(rules, answer, question, cell), steps, values=values)


def findings_of(rules: Rules, answers: Mapping[str, Answer], facts: Facts, question: str) -> Iterator[Change]:
    """Every single thing that could be found out of a question that is not known; none where it is known.

    Of a question with several options each is found out on its own: whether it is among them.
    """
    domain = rules.domains[question]
    answer = answers.get(question)
    for key in rules.cells.keys_of(question):
        possible = facts[key] & ~UNKNOWN
        if not facts[key] & (facts[key] - 1):
            continue
        option = next((each for each in domain.options if option_key(question, each) == key), None)
        for cell in single_cells(possible):
            if domain.kind == "choices":
                found: Answer = Chosen(frozenset([option] if option and cell == YES else []))
                yield Change(question, key, cell, found, 1, option, cell == YES)
            else:
                values = _all_of(rules, answer, question, cell)
                said = values or answer_in(rules, answer, question, cell)
                yield Change(question, key, cell, said, values=values)


def with_changes(answers: Mapping[str, Answer], changes: Iterable[Change]) -> dict[str, Answer]:
    """The answers once all the changes are made; several options of one question come in and go out together."""
    found = dict(answers)
    for change in changes:
        now = found.get(change.question)
        if change.option is not None and isinstance(now, Chosen):
            option = frozenset([change.option])
            found[change.question] = Chosen(now.options | option if change.adds else now.options - option)
        else:
            found[change.question] = change.answer
    return found


def _toggles(domain: Domain, answer: Chosen) -> Iterator[Change]:
    for option in domain.options:
        adds = option not in answer.options
        options = answer.options ^ {option}
        key = option_key(domain.id, option)
        yield Change(domain.id, key, YES if adds else NO, Chosen(options), 1, option, adds)


def _nearest(rules: Rules, answer: Answer, question: str, cell: int) -> Answer:
    """Of a number or a date the value in a cell that lies nearest to what is known; else the option."""
    domain = rules.domains[question]
    if not domain.is_numeric or not isinstance(answer, Between):
        return answer_in(rules, answer, question, cell)
    low, high = rules.cells.values_of(question, cell)
    value = low if answer.high <= low else high
    # The end of a cell of fractions may belong to the next one: any value inside will do.
    value = value if rules.cells.cell_of(question, value) == cell else middle(low, high)
    return Between(value, value)


def _all_of(rules: Rules, answer: Answer | None, question: str, cell: int) -> Between | None:
    return values_in(rules, answer, question, cell) if rules.domains[question].is_numeric else None
