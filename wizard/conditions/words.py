"""A condition in plain English, for explanations and for `wizard pack show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nodes import AllOf, AnyOf, ChosenTest, Condition, NoneOf, NumberTest, OptionTest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .domain import Domain


def in_words(condition: Condition, domains: Mapping[str, Domain]) -> str:
    """The condition as a sentence part, such as "population is below 10,000"."""
    if isinstance(condition, AllOf):
        return _joined(condition.parts, " and ", domains) or "always"
    if isinstance(condition, AnyOf):
        return _joined(condition.parts, " or ", domains) or "never"
    if isinstance(condition, NoneOf):
        return f"not ({_joined(condition.parts, ' or ', domains)})"
    domain = domains[condition.question]
    name = domain.question.named
    if isinstance(condition, NumberTest):
        return f"{name} is {condition.words}"
    if isinstance(condition, ChosenTest):
        return f"{name} includes “{domain.option_title(condition.option)}”"
    return f"{name} is {_options(condition, domain)}"


def _options(test: OptionTest, domain: Domain) -> str:
    titles = [f"“{domain.option_title(option)}”" for option in domain.options if option in test.options]
    return " or ".join(titles) or "never answered"


def _joined(parts: tuple[Condition, ...], glue: str, domains: Mapping[str, Domain]) -> str:
    said = [in_words(part, domains) for part in parts]
    if len(parts) > 1:
        said = [
            f"({text})" if isinstance(part, (AllOf, AnyOf)) else text for part, text in zip(parts, said, strict=True)
        ]
    return glue.join(said)
