"""An answer changed, or one found out, in words: the same wherever a change is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.answers import Between, NotSure, OneOf
from wizard.conditions.domain import answer_words

from .figures import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.engine.changing.possible import Change
    from wizard.engine.compiling import Rules

    Alternatives = Sequence[Change]
    """Changes of one answer of which any one does; never more than one of them brings an option in or takes it out."""

    Answers = Mapping[str, Answer]


def is_found_out(rules: Rules, answers: Answers, change: Change) -> bool:
    """Whether a change tells what is not known yet, rather than making a known answer another one."""
    possible = rules.cells.facts_of(change.question, answers.get(change.question) or NotSure())[change.key]
    return bool(possible & (possible - 1))


def is_private(rules: Rules, answers: Answers, change: Change) -> bool:
    """Whether telling the change would tell the answer to a sensitive question."""
    answer = answers.get(change.question)
    return rules.domains[change.question].question.sensitive and not isinstance(answer, NotSure | None)


def about_words(rules: Rules, change: Change) -> str:
    """What the question is about in a few words, in quotation marks: nobody reads a page of whole questions."""
    return f"“{rules.domains[change.question].question.named}”"


def change_words(rules: Rules, answers: Answers, alternatives: Alternatives, *, hiding: bool = False) -> str:
    """'“pay”: from “A” to “B”', '“aims”: with “Y”'; of what is found out '“pay”: “B” or “C”'.

    With `hiding` nothing is said that would tell the answer to a sensitive question.
    """
    change = alternatives[0]
    about = about_words(rules, change)
    if hiding and is_private(rules, answers, change):
        return f"{about}: another answer (kept private)"
    if change.option is not None:
        return f"{about}: {'with' if change.adds else 'without'} {option_words(rules, change)}"
    if is_found_out(rules, answers, change):
        return f"{about}: {new_words(rules, alternatives)}"
    now = _quoted(rules, change.question, answers.get(change.question))
    new = new_words(rules, alternatives)
    return f"{about}: from {now} to {f'one {new}' if new.startswith('between') else new}"


def if_words(rules: Rules, answers: Answers, together: Sequence[Alternatives], *, hiding: bool = False) -> str:
    """'If the answer on “pay” were “B”, not “A”, and “Y” were also among the answers on “aims”', with no stop."""
    parts = [
        f"the answer on {about_words(rules, each[0])} were another one (kept private)"
        if hiding and is_private(rules, answers, each[0])
        else _if_part(rules, answers, each)
        for each in together
    ]
    return f"If {', and '.join(parts)}"


def new_words(rules: Rules, alternatives: Alternatives) -> str:
    """The answers that any of the changes would make it: options in quotation marks, numbers and dates as ranges."""
    question = alternatives[0].question
    domain = rules.domains[question]
    if not domain.is_numeric:
        wanted = {option for each in alternatives if isinstance(each.answer, OneOf) for option in each.answer.options}
        return listed([_title(rules, question, option) for option in domain.options if option in wanted], "or")
    return listed([answer_words(domain, each) for each in _ranges(alternatives)], "or")


def _if_part(rules: Rules, answers: Answers, alternatives: Alternatives) -> str:
    change = alternatives[0]
    about, found = about_words(rules, change), is_found_out(rules, answers, change)
    if change.option is not None:
        turns = (
            f"turns out {'' if change.adds else 'not '}to be" if found else f"were {'also' if change.adds else 'not'}"
        )
        return f"{option_words(rules, change)} {turns} among the answers on {about}"
    new = new_words(rules, alternatives)
    if found:
        return f"the answer on {about} turns out to be {new}"
    return f"the answer on {about} were {new}, not {_quoted(rules, change.question, answers.get(change.question))}"


def _ranges(alternatives: Alternatives) -> list[Between]:
    """The values that would do, cells that touch as one range."""
    found: list[Between] = []
    before = 0
    for cell, values in sorted({each.cell: each.values for each in alternatives if each.values is not None}.items()):
        if found and cell == before << 1:
            found[-1] = Between(found[-1].low, values.high)
        else:
            found.append(values)
        before = cell
    return found


def _quoted(rules: Rules, question: str, answer: Answer | None) -> str:
    if isinstance(answer, OneOf):
        domain = rules.domains[question]
        return listed([_title(rules, question, option) for option in domain.options if option in answer.options], "or")
    return answer_words(rules.domains[question], answer)


def option_words(rules: Rules, change: Change) -> str:
    """The option that comes in or goes out, in quotation marks."""
    return _title(rules, change.question, change.option or "")


def _title(rules: Rules, question: str, option: str) -> str:
    return f"“{rules.domains[question].option_title(option)}”"
