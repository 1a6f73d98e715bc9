"""What the wizard offers to other Python programs. All of it can be had from `wizard` itself.

Everything given back is a value that never changes. Points and totals run from 0 to 100 and are exact fractions,
shares run from 0 to 1. Whatever cannot be read raises `wizard.problems.Unreadable`, whose `problems` carry file,
line, column, words and a hint. The same input gives the same result on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from wizard.engine import Case, Rules
    from wizard.engine.changing.next_question import Questions
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.engine.compared import Comparison
    from wizard.engine.compiling import DecisionRules
    from wizard.engine.firmness.robustness import Robustness
    from wizard.engine.results import Assessment
    from wizard.problems import Problem
    from wizard.schema.base import RawAnswer
    from wizard.schema.council import CouncilFile

Format = Literal["text", "markdown", "html", "json"]

DEFAULT_PACK = "reports_2008"


@dataclass(frozen=True)
class Council:
    """A council file, understood with its rule set.

    `case` holds what its answers mean, the weights that people set and what they took off the table; `notices` say
    what was read in an older shape or with other names. `named` is the file's name as it was given.
    """

    named: str
    file: CouncilFile
    rules: Rules
    case: Case
    notices: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def load_pack(name: str | Path = DEFAULT_PACK) -> Rules:
    """The rule set in a folder, or that of an id, ready for use; its objects stand in `.pack`.

    An id is looked for in `rules/` beside the current folder, then among those that ship. Raises Unreadable with
    every fault of every file.
    """
    from wizard.session.rule_sets import RuleSets

    return RuleSets().named(name).rules


def load_council(name: str | Path, pack: str | Path | None = None) -> Council:
    """A council file, held against the rule set that it names or against `pack` (a folder or an id).

    `name` is a path, or the name of a shipped file such as `scenarios/reports/bracknell_forest_2008.yaml`. An archive
    made by `wizard freeze` opens with the rule set in it. Raises Unreadable.
    """
    from wizard.council_file import read_council, read_written
    from wizard.pack import find_council_file
    from wizard.proof.council_case import case_of
    from wizard.session.freezing.archive import is_archive
    from wizard.session.rule_sets import RuleSets

    path, named = find_council_file(name), str(name)
    if is_archive(path):
        from wizard.session.freezing.frozen import read_frozen, written_frozen

        if pack is None:
            frozen = read_frozen(path, named)
            return Council(named, frozen.council.file, frozen.rules, case_of(frozen.council), frozen.council.notices)
        written = written_frozen(path, named)
    else:
        written = read_written(path, named)
    rule_set = RuleSets().named(pack) if pack is not None else RuleSets().of(written)
    council = read_council(written, rule_set.view, to_look_at=True)
    return Council(named, council.file, rule_set.rules, case_of(council), council.notices)


def assess(council: Council) -> Assessment:
    """What the evidence points to for each decision, how firmly, and every reason behind it.

    `assessment.decision("leadership").verdict.leader` is the model pointed to, None where it points nowhere.
    """
    from wizard.engine import assess as engine_assess

    return engine_assess(council.rules, council.case)


def robustness(council: Council, decision: str, draws: int = 10_000) -> Robustness:
    """How firm one decision is when priorities, unknown answers, silences and grades vary (SMAA-2).

    Lahdelma and Salminen, 2001. Draws are seeded by the rule set. Raises KeyError for an unknown decision.
    """
    from wizard.engine.firmness.robustness import robustness as engine_robustness

    return engine_robustness(council.rules, _decision(council, decision), assess(council).case, draws)


def what_would_change(council: Council, decision: str, unlocked: Sequence[str] = ()) -> WouldChange:
    """Every change of one or two answers that turns the leader of a decision, the smallest first.

    `unlocked` names questions to change although the rule set locks them. Raises KeyError for an unknown decision.
    """
    from wizard.engine.changing.what_would_change import what_would_change as engine_what_would_change

    return engine_what_would_change(council.rules, _decision(council, decision), assess(council).case, unlocked)


def questions_to_ask(council: Council) -> Questions:
    """What to find out next, what could move a result most first, and when asking can stop."""
    from wizard.engine.changing.next_question import questions_to_ask as engine_questions_to_ask

    return engine_questions_to_ask(council.rules, assess(council))


def what_if(
    council: Council,
    answers: Mapping[str, RawAnswer] | None = None,
    weights: Mapping[str, Mapping[str, float]] | None = None,
    off_the_table: Mapping[str, str] | None = None,
) -> Council:
    """The council with something otherwise, as a new value; no file is touched.

    `answers` are written as in a council file ("weak", {"between": ["1000", "2000"]}, "not_sure"); `weights` are per
    cents by decision and then group or criterion; `off_the_table` gives a reason by model. Raises ValueError, in
    words, for an answer that a question cannot take and for weights that come to more than the whole, and KeyError
    for an unknown question.
    """
    from wizard.conditions.domain import Refused, understand
    from wizard.engine.varying import Variation, overweight, varied

    try:
        understood = {each: understand(council.rules.domains[each], raw) for each, raw in (answers or {}).items()}
    except Refused as refused:
        raise ValueError(" ".join(filter(None, (refused.fault.message, refused.fault.hint)))) from None
    stated = {
        decision: {each: Fraction(str(weight)) for each, weight in those.items()}
        for decision, those in (weights or {}).items()
    }
    case = varied(council.case, Variation(understood, stated, dict(off_the_table or {})))
    too_heavy = overweight(council.rules, case)
    if too_heavy:
        one = too_heavy[0]
        of = f"criteria of '{one.group}'" if one.group else "groups"
        raise ValueError(f"The weights of the {of} in '{one.decision}' come to {float(one.total):g} per cent.")
    return replace(council, case=case)


def compare(before: Council, after: Council) -> Comparison:
    """What differs between two results of one rule set, and why: an exact sum of reasons.

    Raises ValueError where the rule sets differ, since their figures mean different things.
    """
    from wizard.engine.comparing import compare as engine_compare

    return engine_compare(assess(before), assess(after))


def render(council: Council, form: Format = "text", width: int = 79) -> str:
    """The result as a document: plain text of a width, Markdown, a web page of its own, or JSON.

    Raises ValueError for another format.
    """
    from wizard.report.subject import Subject

    subject = Subject(assess(council), council.file, council.named, council.remarks)
    if form == "json":
        from wizard.report.json_form import json_of

        return json_of([subject])
    from wizard.report.assessment_document import assessment_document
    from wizard.report.formats import Options, renderer_of

    known = {"text": "text", "markdown": "md", "html": "html"}
    if form not in known:
        raise ValueError(f"'{form}' is not a format: it can be text, markdown, html or json.")
    document = assessment_document(subject)
    return renderer_of(known[form]).rendered(document, Options(width=width)).decode("utf-8")


def _decision(council: Council, decision: str) -> DecisionRules:
    for each in council.rules.decisions:
        if each.decision.id == decision:
            return each
    raise KeyError(decision)
