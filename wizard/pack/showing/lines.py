"""The shapes that lines of text take: wrapped, indented, labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from wizard.conditions.nodes import Condition
from wizard.conditions.words import in_words
from wizard.pack.parsed import ParsedPack
from wizard.schema.base import Evidenced, Example

WIDTH = 100


def text(words: str, indent: int = 2) -> list[str]:
    """Words wrapped at the width of a page."""
    space = " " * indent
    return wrap(words, WIDTH, initial_indent=space, subsequent_indent=space) or [""]


def labelled(label: str, words: str, indent: int = 2) -> list[str]:
    """`label: words`, wrapped so that what follows stands a little further in."""
    space = " " * indent
    return wrap(f"{label}: {words}", WIDTH, initial_indent=space, subsequent_indent=space + "    ")


def listed(label: str, items: Iterable[str], indent: int = 2) -> list[str]:
    """A heading and a line for each item; nothing where there is none."""
    lines = [line for item in items for line in text(f"- {item}", indent + 2)]
    return [" " * indent + label, *lines] if lines else []


def evidence(thing: Evidenced, indent: int) -> list[str]:
    """What something rests on."""
    lines: list[str] = []
    for label, citations in (
        ("supported by", thing.supported_by),
        ("disputed by", thing.disputed_by),
        ("qualified by", thing.qualified_by),
    ):
        if citations:
            lines += labelled(label, ", ".join(citations), indent)
    if thing.judgement is not None:
        lines += labelled("judgement", thing.judgement, indent)
    return lines


def condition_words(parsed: ParsedPack, condition: Condition) -> str:
    """A condition in plain English."""
    return in_words(condition, parsed.domains)


def titles(parsed: ParsedPack, models: Sequence[str]) -> str:
    """Models by their titles."""
    return "; ".join(parsed.pack.models[model].title for model in models)


def example_lines(examples: Sequence[Example]) -> list[str]:
    """The names of the examples."""
    return listed("Examples", (example.name for example in examples))
