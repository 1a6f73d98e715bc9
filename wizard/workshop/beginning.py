"""A new workshop: a folder with the facts and the head, the head last, so that a folder with one is whole."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from wizard.council_file import NotSaved, create, read_council, read_written
from wizard.pack.finding import council_files_of_reports
from wizard.problems import Place, Problem
from wizard.proof.outcomes import outcome_file, read_outcome
from wizard.schema.council import PackReference
from wizard.schema.workshop import WorkshopFile
from wizard.session.change import NotTaken
from wizard.session.giving import one_line
from wizard.session.naming import id_from

from .asked import asked_by_default, may_be_asked
from .records import ENDING, write_new
from .training.place_title import place_title

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.council_file import OpenCouncil
    from wizard.session.rule_sets import RuleSet

HEAD = f"workshop{ENDING}"
FACTS = f"facts{ENDING}"


class Wanted(NamedTuple):
    """What a facilitator asked for. `questions` and `decisions` empty mean: those that suit."""

    title: str | None = None
    questions: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    expected: int | None = None
    confidential: bool = False
    rehearsal: bool = False


AS_SUITS = Wanted()


def begin_group(folder: Path, council: OpenCouncil, rule_set: RuleSet, wanted: Wanted = AS_SUITS) -> WorkshopFile:
    """A workshop on a council's own facts, which are copied into its folder.

    Raises NotTaken for questions that cannot be asked apart, and NotSaved, with nothing written, where the folder
    holds something already or nothing may be written there.
    """
    rules = rule_set.rules
    questions = wanted.questions or asked_by_default(rules, council.answers, confidential=wanted.confidential)
    for each in questions:
        may_be_asked(rules, each, confidential=wanted.confidential)
    if not questions:
        raise NotTaken("nothing-to-ask", "No question of judgement is left to ask.", "Name some with --questions.")
    file = _head(folder, wanted, council.file.title, rule_set)
    asked = tuple(dict.fromkeys(questions))
    about = {"kind": "group", "council": FACTS, "facts_digest": council.digest, "questions": asked}
    file = file.model_copy(update=about)
    _begun(folder, file, council.text)
    return file


def begin_case_study(folder: Path, case: str, rule_set: RuleSet, wanted: Wanted = AS_SUITS) -> WorkshopFile:
    """A workshop on a place in the reports. Raises NotTaken where no such place can be foretold, and NotSaved."""
    path = next((each for each in council_files_of_reports() if each.stem == case), None)
    if path is None or not outcome_file(path, case).is_file():
        words = f"'{case}' is not a place of which the reports tell what it did."
        raise NotTaken("unknown-case", words, _nearest(case))
    written = read_written(path)
    if written.pack.id not in (rule_set.view.id, *rule_set.view.bases):
        words = f"'{case}' belongs to the rule set '{written.pack.id}', not to '{rule_set.view.id}'."
        raise NotTaken("unknown-case", words, "'wizard workshop cases' lists the places there are.")
    did = read_outcome(outcome_file(path, case), rule_set.rules.pack).did
    if not did:
        words = f"The reports do not say plainly which model '{case}' chose: there is nothing to foretell."
        raise NotTaken("unknown-case", words, "'wizard workshop cases' lists the places there are.")
    decisions = wanted.decisions or tuple(did)
    for each in decisions:
        if each not in did:
            raise NotTaken(
                "unknown-decision",
                f"The reports do not say what '{case}' did on '{each}'.",
                f"It can be: {', '.join(did)}.",
            )
    # The files' own titles often say what the place did.
    title = place_title(read_council(written, rule_set.view).file)
    file = _head(folder, wanted, title, rule_set)
    file = file.model_copy(update={"kind": "case_study", "council": case, "decisions": decisions})
    _begun(folder, file, None)
    return file


def _nearest(case: str) -> str:
    told = [each.stem for each in council_files_of_reports() if outcome_file(each, each.stem).is_file()]
    begun = [each for each in told if case and each.startswith(case)] or get_close_matches(case, told, n=1)
    return f"Did you mean '{begun[0]}'?" if begun else "'wizard workshop cases' lists the places there are."


def _head(folder: Path, wanted: Wanted, title: str, rule_set: RuleSet) -> WorkshopFile:
    pack = rule_set.rules.pack
    for each in wanted.decisions:
        if each not in pack.decisions:
            hint = f"It can be: {', '.join(pack.decisions)}."
            raise NotTaken("unknown-decision", f"'{each}' is not a question being settled.", hint)
    return WorkshopFile(
        id=id_from(folder.resolve().name),
        title=one_line(wanted.title if wanted.title is not None else title, "The title"),
        kind="group",
        pack=PackReference(id=rule_set.view.id, version=rule_set.view.version),
        council=FACTS,
        decisions=wanted.decisions or tuple(pack.decisions),
        expected=wanted.expected,
        confidential=wanted.confidential,
        rehearsal=wanted.rehearsal,
    )


def _begun(folder: Path, file: WorkshopFile, facts: str | None) -> None:
    _refuse_full(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _not_begun(folder, f"This folder cannot be made: {(fault.strerror or 'no reason').lower()}.") from None
    if facts is not None:
        create(folder / FACTS, facts)
    write_new(folder / HEAD, file)


def _refuse_full(folder: Path) -> None:
    try:
        there = [each.name for each in folder.iterdir()]
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        raise _not_begun(folder, "This is not a folder that can be used.") from None
    if HEAD in there:
        raise _not_begun(folder, "There is a workshop in this folder already.", "Name another folder.")
    if there:
        raise _not_begun(folder, "This folder is not empty.", "Name a new folder for the workshop.")


def _not_begun(folder: Path, words: str, hint: str = "Name another folder.") -> NotSaved:
    return NotSaved([Problem("not-begun", Place(str(folder)), words, f"{hint} Nothing was written.")])
