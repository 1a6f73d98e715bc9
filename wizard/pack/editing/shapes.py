"""The building blocks of a JSON Schema (draft-07), and the walk from a schema class to one.

An editor gives `2008` as a number and `yes`, by its version of YAML, as a text or as true. So a text may be a number,
and a number may be written as a text: the program itself reads texts only.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

Schema = dict[str, Any]
Words = Callable[[type[BaseModel], str], "Schema | None"]
"""What a rule set knows of a key of a class; None where the class itself says enough."""

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
YES_NO: Schema = {"enum": ["yes", "no", True, False]}
WHOLE_NUMBER: Schema = {"type": ["integer", "string"], "pattern": "^[+-]?[0-9_]+$"}
NUMBER: Schema = {"type": ["number", "string"], "pattern": r"^[+-]?[0-9_.]+([eE][+-]?[0-9]+)?$"}
DATE: Schema = {"type": ["integer", "string"], "pattern": r"^[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2})?)?$"}
ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
OWN_KEYS: Schema = {"^x_": {}}


def one_of_ids(titles: Mapping[str, str]) -> Schema:
    """One of these ids, each with what a person reads for it; any id where there are none."""
    if not titles:
        return dict(ID)
    values: list[Any] = []
    said = []
    for each, title in titles.items():
        # What YAML 1.1 makes of the words yes and no.
        for value in (each, *({"yes": [True], "no": [False]}.get(each, []))):
            values.append(value)
            said.append(title)
    return {"enum": values, "enumDescriptions": said}


def listed(items: Schema, fewest: int = 0, most: int | None = None) -> Schema:
    """A list."""
    found: Schema = {"type": "array", "items": items}
    if fewest:
        found["minItems"] = fewest
    if most is not None:
        found["maxItems"] = most
    return found


def keyed(properties: Mapping[str, Schema], *, needed: Iterable[str] = (), own_keys: bool = False) -> Schema:
    """A mapping with just these keys; with `own_keys` those beginning `x_` are the person's."""
    found: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    if needed := list(needed):
        found["required"] = needed
    if own_keys:
        found["patternProperties"] = OWN_KEYS
    return found


def or_nothing(schema: Schema) -> Schema:
    """The same, or nothing after the colon."""
    return {"anyOf": [schema, {"type": "null"}]}


class Walk:
    """From schema classes to `definitions`, each class once. `words` is asked first about every key."""

    def __init__(self, words: Words, *, own_keys: bool = False) -> None:
        self.definitions: dict[str, Schema] = {}
        self._words, self._own_keys = words, own_keys

    def of(self, shape: type[BaseModel]) -> Schema:
        """A reference to the definition of a class, which is made where it is not there yet."""
        name = shape.__name__
        if name not in self.definitions:
            # Before its parts, so that a class may hold itself.
            self.definitions[name] = {}
            self.definitions[name] = self._made(shape)
        return {"$ref": f"#/definitions/{name}"}

    def _made(self, shape: type[BaseModel]) -> Schema:
        hints = get_type_hints(shape, include_extras=True)
        properties, needed = {}, []
        for name, field in shape.model_fields.items():
            key = field.alias or name
            known = self._words(shape, key)
            properties[key] = known if known is not None else self.hinted(hints[name])
            if field.is_required():
                needed.append(key)
        return keyed(properties, needed=needed, own_keys=self._own_keys)

    def hinted(self, hint: Any) -> Schema:
        """What a type says."""
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return _constrained(self.hinted(parts[0]), parts[1:])
        if origin is Literal:
            return one_of_ids({str(each): str(each).replace("_", " ") for each in parts})
        if origin in (Union, types.UnionType):
            several = [self.hinted(each) for each in parts if each is not type(None)]
            return several[0] if len(several) == 1 else {"anyOf": several}
        if origin in (list, tuple):
            return self._list(parts)
        if origin is dict:
            names = self.hinted(parts[0])
            return {"type": "object", "propertyNames": _as_key(names), "additionalProperties": self.hinted(parts[1])}
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.of(hint)
        return dict({bool: YES_NO, int: WHOLE_NUMBER, float: NUMBER, str: TEXT}.get(hint, {}))

    def _list(self, parts: tuple[Any, ...]) -> Schema:
        size = None if len(parts) == 1 or parts[-1] is ... else len(parts)
        return listed(self.hinted(parts[0]), size or 0, size)


def _as_key(schema: Schema) -> Schema:
    """The same for a key, which is always a text."""
    return (
        {"pattern": schema["pattern"]} if "pattern" in schema else {"enum": schema["enum"]} if "enum" in schema else {}
    )


def _constrained(schema: Schema, constraints: Iterable[Any]) -> Schema:
    found = dict(schema)
    for each in constraints:
        if isinstance(each, StringConstraints) and each.pattern:
            found = {"type": "string", "pattern": str(each.pattern)}
        for one in getattr(each, "metadata", ()):
            for name, key in (
                ("ge", "minimum"),
                ("le", "maximum"),
                ("min_length", "minItems"),
                ("max_length", "maxItems"),
            ):
                if (bound := getattr(one, name, None)) is not None:
                    found[key] = bound
            if (above := getattr(one, "gt", None)) is not None:
                found["exclusiveMinimum"] = above
    return found
