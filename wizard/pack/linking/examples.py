"""Examples: their answers can be given, and they expect what their kind of object can show."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.conditions.domain import Refused, understand
from wizard.pack.places import Path
from wizard.schema.base import Example
from wizard.schema.levels import IMPACTS, LIKELIHOODS
from wizard.schema.risk import Risk

from .links import Links, Owner

_EXPECTATIONS = ("expect_higher", "expect_equal", "expect", "likelihood", "impact", "model")


def check(links: Links) -> None:
    """Every example of every criterion, poor fit and risk."""
    for criterion in links.parts.criteria.values():
        owner = ("criterion", criterion.id)
        _each(links, owner, criterion.examples, ("expect_higher", "expect_equal"))
        for index, example in enumerate(criterion.examples):
            for key in ("expect_higher", "expect_equal"):
                _pairs(links, owner, ("examples", index, key), getattr(example, key), criterion.decision)
    for poor_fit in links.parts.poor_fits.values():
        owner = ("poor_fit", poor_fit.id)
        _each(links, owner, poor_fit.examples, ("expect",))
        for index, example in enumerate(poor_fit.examples):
            if example.expect is not None and example.expect not in ("yes", "no"):
                message = f"'expect' cannot be '{example.expect}'."
                links.report("wrong-value", owner, ("examples", index, "expect"), message, "Use one of: yes, no.")
    for risk in links.parts.risks.values():
        _each(links, ("risk", risk.id), risk.examples, ("likelihood", "impact", "model"))
        for index, example in enumerate(risk.examples):
            _levels(links, risk, example, ("examples", index))


def _each(links: Links, owner: Owner, examples: Sequence[Example], suiting: tuple[str, ...]) -> None:
    for index, example in enumerate(examples):
        path: Path = ("examples", index)
        for key in _EXPECTATIONS:
            if getattr(example, key) and key not in suiting:
                message = f"'{key}' does not suit an example of a {owner[0].replace('_', ' ')}."
                hint = f"What can stand here: name, answers, {', '.join(suiting)}."
                links.report("odd-example", owner, (*path, key), message, hint, key=True)
        if not any(getattr(example, key) for key in suiting if key != "model"):
            message = f"The example '{example.name}' expects nothing."
            links.report("odd-example", owner, path, message, f"Add one of: {', '.join(suiting)}.")
        for question, written in example.answers.items():
            where = (*path, "answers", question)
            if not links.known("question", question, links.parts.questions, owner, where, key=True):
                continue
            domain = links.domains.get(question)
            try:
                if domain is not None:
                    understand(domain, written)
            except Refused as refused:
                links.report_fault(owner, where, refused.fault)


def _pairs(links: Links, owner: Owner, path: Path, pairs: dict[str, str], decision: str) -> None:
    if decision not in links.parts.decisions:
        return
    for first, second in pairs.items():
        links.known_model(first, decision, owner, (*path, first), key=True)
        if links.known_model(second, decision, owner, (*path, first)) and first == second:
            links.report(
                "odd-example", owner, (*path, first), f"'{first}' is compared with itself.", "Name another model."
            )


def _levels(links: Links, risk: Risk, example: Example, path: Path) -> None:
    owner = ("risk", risk.id)
    for key, levels in (("likelihood", LIKELIHOODS), ("impact", IMPACTS)):
        written = getattr(example, key)
        if written is not None and written not in levels:
            message = f"'{key}' cannot be '{written}'."
            links.report("wrong-value", owner, (*path, key), message, f"Use one of: {', '.join(levels)}.")
    if example.model is not None:
        among = risk.models if risk.models else links.parts.models_of(risk.decision)
        if example.model not in among and not links.doubts("model"):
            hint = f"It is a risk of: {', '.join(among)}."
            links.report("odd-example", owner, (*path, "model"), f"'{example.model}' does not have this risk.", hint)
