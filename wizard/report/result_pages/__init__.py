"""The pages of a result, for a face that shows one at a time: what stands on each, and what its entries open.

A page is a module of this room with a function `page(subject, rules)`; none is imported before it is looked at.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules
    from wizard.report.subject import Subject

    from .page import ResultPage


class PageKind(NamedTuple):
    """One page: the `key` to press for it, its module, a title of a word or two, and what it holds, in a sentence.

    `working` says what is being done where making it takes a moment; nothing where it is there at once.
    """

    key: str
    module: str
    title: str
    about: str
    working: str = ""


PAGES: tuple[PageKind, ...] = (
    PageKind(
        "1", "in_short", "Summary", "Both questions on one page: what the evidence points to, and what to do next."
    ),
    PageKind("2", "why", "Why", "The reasons for and against, the weightiest first. Each opens what it rests on."),
    PageKind(
        "3", "side_by_side", "Options", "How each model does on each criterion, in words first; what is not open."
    ),
    PageKind("4", "risks", "Risks", "The risks of what the evidence points to: a matrix, and what lowers each."),
    PageKind(
        "5",
        "conditions",
        "Conditions",
        "What does not fit, what must be in place first, and what would mend either.",
        "Trying which changes would mend a poor fit.",
    ),
    PageKind(
        "6",
        "how_firm",
        "How firm",
        "How often each model comes first when everything that is not certain is otherwise.",
        "Counting over 10,000 mixes how firm this is.",
    ),
    PageKind(
        "7",
        "what_changes_it",
        "Changes",
        "Which other answers would put another model first, and what would have to be true.",
        "Trying every change of one answer and of two.",
    ),
    PageKind(
        "8",
        "find_out",
        "Find out",
        "What is not known yet and matters, and whom to ask. Each entry opens its question.",
        "Looking for what is worth finding out.",
    ),
    PageKind(
        "9",
        "doubts",
        "Doubts",
        "Where the reports disagree, who was never asked, and which judgements it leans on.",
        "Looking for the judgements it leans on.",
    ),
    PageKind("0", "whole_design", "Design", "Both answers together: forms, conditions, measures, first steps, risks."),
)
"""In the order in which they are offered."""


def page_of(kind: PageKind, subject: Subject, rules: Rules) -> ResultPage:
    """The page, made now; what must be told at the head of every result stands at its top.

    `rules` are those that the subject was assessed with.
    """
    from wizard.report.priorities_document import notice_blocks

    made: ResultPage = import_module(f"{__name__}.{kind.module}").page(subject, rules)
    return made._replace(blocks=(*notice_blocks(subject), *made.blocks))
