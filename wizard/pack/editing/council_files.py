"""The JSON Schema of council files for one rule set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.schema.council import (
    CANNOT_SAY,
    CouncilFile,
    Dissent,
    Expectation,
    GroupRecord,
    TradeOffEntry,
    WeightEntry,
    WhatIf,
)

from .answers import answer_definitions, answers
from .shapes import DRAFT, TEXT, Schema, Walk, keyed, listed, one_of_ids, or_nothing
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from wizard.schema.pack import Pack

MAY_BE_EMPTY = (
    "about",
    "answers",
    "weights",
    "trade_offs",
    "off_the_table",
    "what_ifs",
    "record",
    "group",
    "dissent",
    "expect",
)
"""Keys of a council file after which nothing need stand."""


def council_schema(pack: Pack, verdicts: Sequence[str]) -> Schema:
    """The schema of a council file that is held against `pack`; `verdicts` are those that can be expected."""
    made = _Made(pack, verdicts)
    root = made.walk.of(CouncilFile)
    head = pack.head
    return {
        "$schema": DRAFT,
        "title": f"Council file for the rule set {head.id} {head.version}",
        "description": f"Made by 'wizard pack schema {head.id} --for council'. {head.summary}",
        "allOf": [root],
        "definitions": {**made.walk.definitions, **answer_definitions(pack)},
    }


class _Made:
    """The walk through a council file's classes, with the words of the rule set."""

    def __init__(self, pack: Pack, verdicts: Sequence[str]) -> None:
        self.pack, self.known = pack, Vocabulary(pack)
        self.verdicts = {each: each.replace("_", " ") for each in verdicts}
        self.walk = Walk(self._words, own_keys=True)
        self.old_questions = {old: f"now called '{new}'" for old, new in pack.head.renamed.questions.items()}
        self.old_models = {old: f"now called '{new}'" for old, new in pack.head.renamed.models.items()}

    def _words(self, shape: type[BaseModel], key: str) -> Schema | None:
        if shape not in (CouncilFile, WhatIf):
            return self._of_pack(shape.__name__, key)
        found = {
            "answers": lambda: answers(self.pack.questions, self.pack.head.renamed.questions),
            "weights": lambda: self._by_decision(self._weights),
            "trade_offs": lambda: self._by_decision(self._trade_offs),
            "off_the_table": lambda: keyed(
                {each: {**TEXT, "title": title} for each, title in {**self.known.models, **self.old_models}.items()},
                own_keys=True,
            ),
            "group": lambda: self.walk.of(GroupRecord),
            "dissent": lambda: listed(self._dissent()),
            "expect": lambda: self._by_decision(self._expected),
        }.get(key)
        if found is None:
            return or_nothing(listed(self.walk.of(WhatIf))) if key == "what_ifs" else self._empty(shape, key)
        return or_nothing(found()) if shape is CouncilFile else found()

    def _empty(self, shape: type[BaseModel], key: str) -> Schema | None:
        if shape is not CouncilFile or key not in MAY_BE_EMPTY:
            return None
        part = shape.model_fields[key].annotation
        assert isinstance(part, type)
        return or_nothing(self.walk.of(part))

    def _of_pack(self, shape: str, key: str) -> Schema | None:
        if shape == "PackReference" and key == "id":
            head = self.pack.head
            bases = {each.id: f"the rule set that '{head.id}' builds on" for each in self.pack.built_on}
            return one_of_ids({head.id: head.title, **bases})
        return {
            ("GroupRecord", "people"): listed(TEXT, 1),
            ("GroupRecord", "asked"): listed(one_of_ids({**self.known.questions, **self.old_questions})),
            ("Dissent", "on"): one_of_ids({**self.known.questions, **self.old_questions, **self.known.decisions}),
            ("Dissent", "who"): listed(TEXT, 1),
            # What can be said depends on what it is on.
            ("Dissent", "says"): {},
        }.get((shape, key))

    def _by_decision(self, of: Words) -> Schema:
        return keyed({each: of(each) for each in self.known.decisions}, own_keys=True)

    def _weights(self, decision: str) -> Schema:
        entry = self.walk.of(WeightEntry)
        titled = {each: {"allOf": [entry], "title": title} for each, title in self.known.weighable(decision).items()}
        return keyed(titled, own_keys=True)

    def _trade_offs(self, decision: str) -> Schema:
        groups = self.known.groups_of(decision)
        says = one_of_ids({**groups, CANNOT_SAY: "nobody can say which matters more"})
        own: Schema = {"properties": {"of": listed(one_of_ids(groups), 2, 2), "says": says}}
        return listed({"allOf": [self.walk.of(TradeOffEntry), own]})

    def _dissent(self) -> Schema:
        says: dict[str, Schema] = {each: {"$ref": f"#/definitions/answer_{each}"} for each in self.known.questions}
        says |= {old: says[new] for old, new in self.pack.head.renamed.questions.items() if new in says}
        says |= {each: one_of_ids({**self.known.models_of(each), **self.old_models}) for each in self.known.decisions}
        held = [
            {"if": {"properties": {"on": {"const": on}}}, "then": {"properties": {"says": said}}}
            for on, said in says.items()
        ]
        return {"allOf": [self.walk.of(Dissent), *held]}

    def _expected(self, decision: str) -> Schema:
        leaders = {**self.known.models_of(decision), **self.old_models}
        own: Schema = {"properties": {"leader": one_of_ids(leaders), "verdict": one_of_ids(self.verdicts)}}
        return {"allOf": [self.walk.of(Expectation), own]}


if TYPE_CHECKING:
    from collections.abc import Callable

    Words = Callable[[str], Schema]
