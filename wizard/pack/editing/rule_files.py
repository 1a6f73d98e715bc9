"""The JSON Schema of the files of a rule set: one for all kinds, told apart by a key that only that kind has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.schema.criterion import Criterion
from wizard.schema.decision import Decision
from wizard.schema.levels import IMPACTS, LIKELIHOODS
from wizard.schema.measure import Measure
from wizard.schema.operating_model import OperatingModel
from wizard.schema.overlay import KINDS, OverlayHead
from wizard.schema.pack_head import DeclaredWeight, PackHead
from wizard.schema.poor_fit import PoorFit
from wizard.schema.question import QuestionFile
from wizard.schema.risk import Risk
from wizard.schema.source import Source, SourceSection

from .answers import CONDITION, answer_definitions, condition
from .shapes import DRAFT, ID, TEXT, Schema, Walk, keyed, listed, one_of_ids
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from wizard.pack.reading import ReadPack

TELLING: tuple[tuple[type[BaseModel], str, str | None], ...] = (
    (OverlayHead, "builds_on", None),
    (PackHead, "format", "builds_on"),
    (Decision, "distances", None),
    (QuestionFile, "questions", None),
    (OperatingModel, "statutory_posts", None),
    (Criterion, "scale", None),
    (Risk, "likelihood", None),
    (PoorFit, "remedy", None),
    (Measure, "does", None),
    (Source, "publisher", None),
    (SourceSection, "findings", "publisher"),
)
"""For each kind of file the key that tells it, and one that must not stand beside it."""

CONDITIONS = ("when", "needs", "available_when", "asked_when")


def rules_schema(read: ReadPack) -> Schema:
    """The schema of every file of a rule set, which must have been read with `every_source=True`."""
    made = _Made(read)
    telling = [{"if": _told_by(key, unless), "then": made.walk.of(shape)} for shape, key, unless in TELLING]
    some = [{"required": [key]} for _, key, unless in TELLING if unless is None or unless not in ("builds_on",)]
    head = read.pack.head
    return {
        "$schema": DRAFT,
        "title": f"Files of the rule set {head.id} {head.version}",
        "description": f"Made by 'wizard pack schema {head.id} --for pack'. Make it anew when you have added an id.",
        "type": "object",
        "allOf": telling,
        "anyOf": [*some, {"required": ["format"]}],
        "definitions": {**made.walk.definitions, **answer_definitions(read.pack), "condition": condition(read.pack)},
    }


def _told_by(key: str, unless: str | None) -> Schema:
    return {"required": [key]} if unless is None else {"required": [key], "not": {"required": [unless]}}


class _Made:
    """The walk through the classes of a rule set, with its own words."""

    def __init__(self, read: ReadPack) -> None:
        self.known = Vocabulary(read.pack)
        self.below = Vocabulary(read.base.pack) if read.base is not None else None
        self.bases = {each.id: f"version {each.version}" for each in read.pack.built_on}
        self.walk = Walk(self._words)
        known = self.known
        several = {
            **dict.fromkeys(("models", "favours", "counts_against", "together_with"), known.models),
            **dict.fromkeys(("supported_by", "disputed_by", "qualified_by"), known.findings),
            **dict.fromkeys(("answer_first", "matters_most"), known.questions),
            "lowers": known.risks,
        }
        one = {
            **dict.fromkeys(("today", "decision_date"), known.questions),
            "decision": known.decisions,
            "group": known.groups,
            "holds": known.models,
            "model": known.models,
            "draws_on": known.sources,
            "at_least": known.distances,
        }
        # Made once: with hundreds of findings a list of them for each place would be a file of megabytes.
        self.definitions = {f"one_{key}": one_of_ids(titles) for key, titles in {**one, **several}.items()}
        self.walk.definitions.update(self.definitions)
        self.everywhere: dict[str, Schema] = {key: _ref(f"one_{key}") for key in one}
        self.everywhere.update((key, listed(_ref(f"one_{key}"))) for key in several)
        self.everywhere.update((key, CONDITION) for key in CONDITIONS)

    def _words(self, shape: type[BaseModel], key: str) -> Schema | None:
        special: Callable[[str], Schema | None] | None = getattr(self, f"_in_{shape.__name__.lower()}", None)
        found = special(key) if special is not None else None
        return found if found is not None else self.everywhere.get(key)

    def _in_argument(self, key: str) -> Schema | None:
        if key == "shared_findings":
            return {"type": "object", "propertyNames": _ref("one_supported_by"), "additionalProperties": TEXT}
        return None

    def _in_decision(self, key: str) -> Schema | None:
        # A new model is named here before its own file is there, so any id will do.
        models = {each: {"title": title} for each, title in self.known.models.items()}
        if key == "moves":
            moves = {"type": "object", "properties": models, "propertyNames": ID, "additionalProperties": ID}
            titled = {each: {**moves, **said} for each, said in models.items()}
            return {"type": "object", "properties": titled, "propertyNames": ID, "additionalProperties": moves}
        return None

    def _in_example(self, key: str) -> Schema | None:
        if key == "answers":
            questions = self.known.questions
            return keyed({each: _ref(f"answer_{each}") for each in questions})
        if key in ("expect_higher", "expect_equal"):
            return {"type": "object", "propertyNames": _ref("one_model"), "additionalProperties": _ref("one_model")}
        if key == "expect":
            return one_of_ids({"yes": "it holds", "no": "it does not hold"})
        levels = {"likelihood": LIKELIHOODS, "impact": IMPACTS}.get(key)
        return one_of_ids({each: each.replace("_", " ") for each in levels}) if levels else None

    def _in_packhead(self, key: str) -> Schema | None:
        return self._weights() if key == "weights" else None

    _in_overlayhead = _in_packhead

    def _weights(self) -> Schema:
        entry = self.walk.of(DeclaredWeight)
        return keyed(
            {
                decision: keyed(
                    {each: {"allOf": [entry], "title": title} for each, title in self.known.weighable(decision).items()}
                )
                for decision in self.known.decisions
            }
        )

    def _in_buildson(self, key: str) -> Schema | None:
        return one_of_ids(self.bases) if key == "id" else None

    def _in_leavesout(self, key: str) -> Schema | None:
        if self.below is None or key not in KINDS:
            return None
        return listed(one_of_ids(getattr(self.below, key)))

    def _in_renamed(self, key: str) -> Schema | None:
        among = {"questions": self.known.questions, "models": self.known.models}.get(key)
        if among is None:
            return None
        return {"type": "object", "propertyNames": ID, "additionalProperties": one_of_ids(among)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}
