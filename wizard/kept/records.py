"""Plain records: what a schema class holds, without the library that checked it.

A sound object needs no second check, and importing and building the schema classes costs more than
all the reasoning. A record answers to the same names.
"""

from __future__ import annotations

from typing import Any


class Record:
    """The fields of one schema object, and its properties, as attributes."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__))

    def __repr__(self) -> str:
        return f"Record({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def recorded(value: Any) -> Any:
    """The value with every schema object in it, however deep, as a record; dataclasses stay what they are."""
    from dataclasses import fields as dataclass_fields
    from dataclasses import is_dataclass, replace

    fields = getattr(type(value), "model_fields", None)
    if fields is not None:
        record = Record()
        record.__dict__.update({name: recorded(getattr(value, name)) for name in (*fields, *_properties(type(value)))})
        return record
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: recorded(getattr(value, field.name)) for field in dataclass_fields(value)})
    if isinstance(value, dict):
        return {key: recorded(each) for key, each in value.items()}
    if type(value) in (list, tuple):
        return type(value)(recorded(each) for each in value)
    return value


def _properties(shape: type) -> list[str]:
    """The properties that the project's own schema classes declare."""
    return [
        name
        for parent in shape.__mro__
        if parent.__module__.startswith("wizard.")
        for name, member in vars(parent).items()
        if isinstance(member, property)
    ]
