"""A question: what can be answered, and how rules cut the answers into cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.conditions.cells import YES, option_key
from wizard.conditions.nodes import questions_in
from wizard.conditions.reach import single_cells
from wizard.pack.parsed import ParsedPack, ParsedUse
from wizard.schema.question import Question

from .lines import condition_words, labelled, text

_MARKS = (
    ("core", "core"),
    ("changeable", "can be changed"),
    ("sensitive", "kept out of public exports"),
    ("judged", "a judgement that workshops ask of each person apart"),
)


class Cell(NamedTuple):
    """Answers that all rules treat alike: in words, the rules that hold for them, and those that may.

    A rule may hold where it also looks at other questions.
    """

    words: str
    holds: tuple[ParsedUse, ...]
    may_hold: tuple[ParsedUse, ...]

    @property
    def is_covered(self) -> bool:
        """Whether any rule speaks of these answers."""
        return bool(self.holds or self.may_hold)


def show_question(parsed: ParsedPack, name: str) -> list[str]:
    """Everything about a question."""
    question = parsed.pack.questions[name]
    domain = parsed.domains[name]
    lines = [f"{name}: {question.ask}", *labelled("Why", question.why), *labelled("Ask", question.ask_whom)]
    unit = f" ({question.unit})" if question.unit else ""
    lines += labelled("Answer", domain.takes() + unit)
    said = [words for key, words in _MARKS if getattr(question, key)]
    if said:
        lines += text("; ".join(said).capitalize() + ".")
    if question.asked_when is not None:
        lines += labelled("Asked when", condition_words(parsed, parsed.asked_when[name]))
    if question.prior is not None:
        lines += labelled("Likely before it is asked", _prior_words(parsed, question))
    if question.judgement:
        lines += labelled("Judgement", question.judgement)
    return lines + _cell_lines(parsed, name)


def cells_of(parsed: ParsedPack, name: str) -> list[Cell]:
    """How rules cut the answers to a question, from the lowest or first; the last cell is "not known"."""
    uses = [each for each in parsed.uses if name in questions_in(each.condition)]
    domain = parsed.domains[name]
    found = []
    for words, facts in _known_answers(parsed, name):
        held, may_hold = [], []
        for each in uses:
            truth = parsed.compiler.decider(each.condition)({**parsed.cells.nothing_known, **facts})
            if truth is True:
                held.append(each)
            elif truth is not False:
                may_hold.append(each)
        found.append(Cell(words, tuple(held), tuple(may_hold)))
    # What is not known makes no test hold: a rule that only looks at this question stays undecided.
    unknown = [each for each in uses if parsed.compiler.decider(each.condition)(parsed.cells.nothing_known) is True]
    words = "not known" if domain.is_numeric else "not sure, or not asked yet"
    return [*found, Cell(words, tuple(unknown), ())]


def _known_answers(parsed: ParsedPack, name: str) -> Iterator[tuple[str, dict[str, int]]]:
    domain, cells = parsed.domains[name], parsed.cells
    if domain.kind == "choices":
        for option in domain.options:
            yield f"includes “{domain.option_title(option)}”", {option_key(name, option): YES}
    elif domain.is_numeric:
        for cell in single_cells(cells.full[name]):
            low, high = cells.values_of(name, cell)
            yield _range_words(parsed, name, low, high), {name: cell}
    else:
        for option, cell in zip(domain.options, single_cells(cells.full[name]), strict=True):
            yield f"“{domain.option_title(option)}”", {name: cell}


def _range_words(parsed: ParsedPack, name: str, low: float, high: float) -> str:
    domain = parsed.domains[name]
    if low == float("-inf"):
        return "any value" if high == float("inf") else f"up to {domain.value_words(high)}"
    if high == float("inf"):
        return f"from {domain.value_words(low)}"
    return domain.value_words(low, high)


def _cell_lines(parsed: ParsedPack, name: str) -> list[str]:
    *known, unknown = cells_of(parsed, name)
    if not any(cell.is_covered for cell in known):
        return ["", "  No rule looks at this question."]
    lines = ["", "  How rules cut the answers"]
    for cell in known:
        lines += text(cell.words, 4)
        lines += [line for each in cell.holds for line in text(f"holds: {each.use.name}", 6)]
        lines += [line for each in cell.may_hold for line in text(f"may hold: {each.use.name}", 6)]
        if not cell.is_covered:
            lines += text("no rule", 6)
    lines += text(unknown.words, 4)
    if unknown.holds:
        lines += [line for each in unknown.holds for line in text(f"holds: {each.use.name}", 6)]
    else:
        lines += text("no rule: while this is not known, every rule that looks at it may stay undecided", 6)
    return lines


def _prior_words(parsed: ParsedPack, question: Question) -> str:
    domain = parsed.domains[question.id]
    if isinstance(question.prior, dict):
        unit = " in 100" if domain.kind == "choices" else ""
        return ", ".join(f"{option} {weight}{unit}" for option, weight in question.prior.items())
    return "equally likely steps " + ", ".join(question.prior or ())
