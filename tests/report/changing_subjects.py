"""Subjects of random small rule sets, and what their documents quote."""

from __future__ import annotations

import re
from typing import Any

from wizard.engine import Case, Rules, assess, compile_rules
from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.subject import Subject
from wizard.schema.council import CouncilFile, PackReference
from wizard.schema.pack import Pack

QUOTED = re.compile("“([^”]*)”")
WORKSHOP = re.compile(
    r"smaa|monte carlo|\bseed|\bhash|\bdraws?\b|overlay|[a-z]_[a-z]|\bundecided\b|\bNone\b(?! (is|of))|\.\.\.|…", re.I
)


def small_subject(pack: Pack, answers: Any) -> tuple[Subject, Rules]:
    """A council of a random small rule set."""
    rules = compile_rules(pack)
    council = CouncilFile(id="newtown", title="Newtown", pack=PackReference(id="small"), answers={})
    return Subject(assess(rules, Case(answers)), council, "newtown.yaml"), rules


def changed(subject: Subject, rules: Rules, answers: Any) -> Subject:
    """The same council with other answers."""
    return Subject(assess(rules, Case(answers)), subject.council, subject.file)


def sentences(block: Block | Document) -> list[str]:
    """Every text of a document or a part of it, in order."""
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, Items):
        return [text for item in block.items for text in item_texts(item)]
    if isinstance(block, Section | Document):
        return [text for each in block.blocks for text in sentences(each)]
    return [cell for row in block.rows for cell in row]


def item_texts(item: Item) -> list[str]:
    """The texts of one item."""
    return [item.text, *([item.aside] if item.aside else []), *item.notes]


def section(block: Document | Section, title: str) -> Section | None:
    """The first section whose title begins so, anywhere below."""
    for each in block.blocks:
        if isinstance(each, Section):
            found = each if each.title.startswith(title) else section(each, title)
            if found:
                return found
    return None


def quotable(pack: Pack) -> set[str]:
    """What may stand in quotation marks: questions in brief, answers, and what a model needs or suffers from."""
    said = {question.named for question in pack.questions.values()} | {"yes", "no"}
    said |= {option.title for question in pack.questions.values() for option in question.options}
    said |= {each.title for model in pack.models.values() for each in model.preconditions}
    return said | {each.title for each in pack.poor_fits.values()}
