"""What can be wrong with a rule set that can be used: one small module for each check.

The docstring of a module is the manual page of its check, its first line the summary. To add a
check, write a module with a function `check` and name it in `CHECKS` below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import NamedTuple

from wizard.pack.parsed import ParsedPack
from wizard.pack.reading import ReadPack
from wizard.problems import Problem

from . import (
    always_fires,
    contradictory,
    duplicate_argument,
    finding_twice,
    missing_example,
    never_fires,
    no_evidence,
    no_poor_fit,
    out_of_range,
    phrase_too_long,
    poor_fit_is_argument,
    same_phrase,
    silent_model,
    uncovered_number,
    unused_finding,
    unused_question,
)


class Check(NamedTuple):
    """A check: its name as problems show it, one sentence, its manual page, and the function that looks."""

    name: str
    summary: str
    manual: str
    run: Callable[[ParsedPack], Iterable[Problem]]


def _check(module: ModuleType) -> Check:
    manual = (module.__doc__ or "").strip()
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Check(name, manual.split("\n", 1)[0], manual, module.check)


CHECKS: tuple[Check, ...] = tuple(
    _check(module)
    for module in (
        no_evidence,
        unused_question,
        unused_finding,
        never_fires,
        always_fires,
        duplicate_argument,
        contradictory,
        out_of_range,
        poor_fit_is_argument,
        phrase_too_long,
        same_phrase,
        finding_twice,
        no_poor_fit,
        silent_model,
        missing_example,
        uncovered_number,
    )
)


def check_pack(read: ReadPack) -> list[Problem]:
    """Everything the checks find, in the order of places, with what reading left to tell.

    Read with `every_source=True`, or findings of sources that nothing cites are not looked at.
    """
    parsed = ParsedPack(read)
    found = caused_here(read, (problem for check in CHECKS for problem in check.run(parsed)), check_pack)
    return sorted([*read.problems, *found], key=lambda problem: (problem.place, problem.check))


def caused_here(
    read: ReadPack, problems: Iterable[Problem], check: Callable[[ReadPack], list[Problem]]
) -> list[Problem]:
    """The problems that a rule set causes: those of what it builds on left out, the rest told in its own files.

    `check` finds the problems of the rule set below. A finding there that nothing cites any more stays in the library
    and harms nobody.
    """
    if read.base is None or read.blame is None:
        return list(problems)
    there_before = set(check(read.base))
    new = [each for each in problems if each not in there_before]
    return read.blame.told(
        each for each in new if each.check != "unused-finding" or each.place.file not in read.blame.files_below
    )


__all__ = ["CHECKS", "Check", "caused_here", "check_pack"]
