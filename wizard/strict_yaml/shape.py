"""Holds a tree against a schema class; every fault comes back with its place, in an author's words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from wizard.problems import Place, Problem

from .nodes import Node, locate

Shaped = TypeVar("Shaped", bound=BaseModel)

_WHAT = {
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "finite_number": "should be a number",
    "bool_parsing": "should be yes or no",
    "bool_type": "should be yes or no",
    "string_type": "should be a text, not a list or a mapping",
    "string_too_short": "is empty",
    "tuple_type": "should be a list",
    "list_type": "should be a list",
    "dict_type": "should be a mapping (key: value)",
    "mapping_type": "should be a mapping (key: value)",
    "model_type": "should be a mapping (key: value)",
    "model_attributes_type": "should be a mapping (key: value)",
}


def check_shape(tree: Node, shape: type[Shaped], file: str) -> tuple[Shaped | None, list[Problem]]:
    """The tree as an instance of `shape` (None where it has faults), and every fault."""
    try:
        return shape.model_validate(tree.plain()), []
    except ValidationError as fault:
        found = fault.errors(include_url=False, include_input=False)
    misspelt = _misspelt(shape, found)
    told = [error for error in found if error["type"] != "missing" or tuple(error["loc"]) not in misspelt]
    return None, _without_union_noise([_problem(tree, shape, error, file) for error in told])


def _misspelt(shape: type[BaseModel], found: Any) -> set[tuple[Any, ...]]:
    """The keys that are missing only because an unknown key is nearly theirs: one slip is one fault."""
    paths = [tuple(error["loc"]) for error in found if error["type"] == "extra_forbidden"]
    return {(*path[:-1], near) for path in paths if (near := _near_key(_keys_at(shape, path[:-1]), str(path[-1])))}


def _near_key(keys: list[str], name: str) -> str | None:
    close = get_close_matches(name, keys, n=1)
    return close[0] if close else None


def _problem(tree: Node, shape: type[BaseModel], error: Any, file: str) -> Problem:
    kind = error["type"]
    path = tuple(step for step in error["loc"] if step != "[key]")
    of_key = kind == "extra_forbidden" or "[key]" in error["loc"]
    span = locate(tree, path, key=of_key)
    place = Place(file, span.start_line + 1, span.start_column + 1)
    name = str(path[-1]) if path else "the file"
    if isinstance(path[-1] if path else "", int):
        name = f"item {int(path[-1]) + 1}"
    if kind == "missing":
        return Problem("missing-key", place, f"'{name}' is missing.", f"Add a line '{name}: ...'.")
    if kind == "extra_forbidden":
        return Problem(
            "unknown-key", place, f"'{name}' is not a key that can stand here.", _key_hint(shape, path, name)
        )
    return _value_problem(tree, error, path, place, name)


def _value_problem(tree: Node, error: Any, path: tuple[Any, ...], place: Place, name: str) -> Problem:
    kind, context = error["type"], error.get("ctx", {})
    written = _written(tree, path)
    if kind == "string_pattern_mismatch":
        return _pattern_problem(context["pattern"], place, written, name)
    if kind == "literal_error":
        allowed = context["expected"].replace(" or ", ", ").replace("'", "")
        return Problem("wrong-value", place, f"'{name}' cannot be '{written}'.", f"Use one of: {allowed}.")
    bound = _bound_words(kind, context)
    if bound:
        return Problem("out-of-range", place, f"'{name}' should be {bound}, not {written}.")
    if kind in ("too_short", "too_long"):
        wanted = context.get("min_length", context.get("max_length"))
        return Problem(
            "wrong-type", place, f"'{name}' should be a list of {wanted}, not of {context['actual_length']}."
        )
    what = _WHAT.get(kind, "has the wrong shape")
    shown = f", not '{written}'" if written and kind != "string_too_short" else ""
    hint = f"Write [{written}]." if written and what == "should be a list" else None
    return Problem("wrong-type", place, f"'{name}' {what}{shown}.", hint)


def _pattern_problem(pattern: str, place: Place, written: str, name: str) -> Problem:
    if r"\." in pattern and "a-z" in pattern:
        return Problem(
            "odd-citation",
            place,
            f"'{written}' does not name a finding.",
            "Write source.finding, such as new_landscape.high_maintenance.",
        )
    if "{64}" in pattern:
        words = f"'{name}' should be the 64 figures and letters that the program wrote there."
        return Problem("odd-digest", place, words, "Leave the line as it was, or take 'derived_from' away.")
    if r"\d" in pattern:
        return Problem("odd-version", place, f"'{written}' is not a version.", "Write three numbers: 2026.1.0.")
    return Problem(
        "odd-id",
        place,
        f"'{written or name}' cannot be used as an id.",
        "Use small letters, figures and '_', beginning with a letter.",
    )


def _bound_words(kind: str, context: dict[str, Any]) -> str | None:
    words = {
        "greater_than_equal": ("ge", "at least"),
        "less_than_equal": ("le", "at most"),
        "greater_than": ("gt", "above"),
        "less_than": ("lt", "below"),
    }.get(kind)
    return f"{words[1]} {context[words[0]]:g}" if words else None


def _written(tree: Node, path: tuple[Any, ...]) -> str:
    node: Any = tree.plain()
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return node if isinstance(node, str) else ""


def _key_hint(shape: type[BaseModel], path: tuple[Any, ...], name: str) -> str | None:
    keys = _keys_at(shape, path[:-1])
    near = _near_key(keys, name)
    if near:
        return f"Did you mean '{near}'?"
    return f"What can stand here: {', '.join(keys)}." if keys else None


def _keys_at(shape: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that the schema class at the end of `path` knows."""
    current: Any = shape
    for step in path:
        fields = getattr(current, "model_fields", None)
        if fields is None or isinstance(step, int):
            continue
        by_name = {field.alias or key: field for key, field in fields.items()}
        if step in by_name:
            current = _model_in(by_name[step].annotation) or current
    return [field.alias or key for key, field in getattr(current, "model_fields", {}).items()]


def _model_in(annotation: Any) -> Any:
    """The schema class inside an annotation such as tuple[Argument, ...] or Law | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None


def _without_union_noise(problems: list[Problem]) -> list[Problem]:
    """One problem a place: a value that fits none of several shapes is one fault, not one for each."""
    first: dict[tuple[Place, str], Problem] = {}
    for problem in problems:
        key = (problem.place, problem.message if problem.check in ("missing-key", "unknown-key") else "")
        first.setdefault(key, problem)
    return list(first.values())
