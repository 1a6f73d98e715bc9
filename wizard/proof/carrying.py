"""What was said of a council with one rule set, as another rule set understands it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Between, Chosen, OneOf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from wizard.conditions.answers import Answer
    from wizard.conditions.domain import Domain
    from wizard.engine import Case, Rules
    from wizard.schema.pack import Pack


class Carried(NamedTuple):
    """A case in another rule set's words, and the questions whose answers mean nothing there."""

    case: Case
    left_out: tuple[str, ...]


def carried(case: Case, pack: Pack, rules: Rules) -> Carried:
    """The case, made with `pack`, in the words of `rules`.

    Questions, models and answers go by their present names. An answer is left out where no question of that
    name is asked, or one of another kind, or what was answered cannot be answered there; so are weights,
    trade-offs and models off the table of which the other rule set knows nothing.
    """
    renamed = rules.pack.head.renamed
    answers: dict[str, Answer] = {}
    left_out = []
    for question, answer in case.answers.items():
        name = question if question in rules.domains else renamed.questions.get(question, question)
        known = pack.questions.get(question)
        found = None
        if name in rules.domains and known is not None and known.answer == rules.domains[name].kind:
            found = _fitting(answer, rules.domains[name], renamed.answers.get(name, {}))
        if found is None:
            left_out.append(question)
        else:
            answers[name] = found
    models = {model: renamed.models.get(model, model) for model in case.off_the_table}
    return Carried(
        replace(
            case,
            answers=answers,
            weights=_weights(case.weights, rules),
            trade_offs=_trade_offs(case, rules),
            off_the_table={
                models[model]: reason
                for model, reason in case.off_the_table.items()
                if models[model] in rules.pack.models
            },
        ),
        tuple(left_out),
    )


def _fitting(answer: Answer, domain: Domain, renamed: Mapping[str, str]) -> Answer | None:
    """The answer with options by their present names; None where the question cannot be answered so."""
    if isinstance(answer, Between):
        low, high = domain.low, domain.high
        outside = (low is not None and answer.high < low) or (high is not None and answer.low > high)
        return None if outside else answer
    if isinstance(answer, (OneOf, Chosen)):
        options = frozenset(each if each in domain.options else renamed.get(each, each) for each in answer.options)
        return type(answer)(options) if options.issubset(domain.options) else None
    return answer


def _groups(rules: Rules) -> dict[str, frozenset[str]]:
    known = frozenset(group.id for group in rules.pack.head.groups)
    return {each.decision.id: known for each in rules.decisions}


def _weights(weights: Mapping[str, Mapping[str, Fraction]], rules: Rules) -> dict[str, dict[str, Fraction]]:
    groups = _groups(rules)
    criteria = {each.decision.id: {one.id for one in each.criteria} for each in rules.decisions}
    found = {
        decision: {
            each: weight for each, weight in stated.items() if each in criteria[decision] or each in groups[decision]
        }
        for decision, stated in weights.items()
        if decision in groups
    }
    return {decision: stated for decision, stated in found.items() if stated}


def _trade_offs(case: Case, rules: Rules) -> dict[str, tuple[tuple[str, str], ...]]:
    groups = _groups(rules)
    found = {
        decision: tuple(pair for pair in pairs if groups[decision].issuperset(pair))
        for decision, pairs in case.trade_offs.items()
        if decision in groups
    }
    return {decision: pairs for decision, pairs in found.items() if pairs}
