"""What a format takes that a plain installation has not: said in words where it is missing."""

from __future__ import annotations

from importlib.util import find_spec

from wizard.problems import Place, Problem, Unreadable


def need(title: str, extra: str, *modules: str) -> None:
    """Raises Unreadable, with how to install them, where one of the modules that a format takes is not installed."""
    if all(find_spec(each) is not None for each in modules):
        return
    hint = (
        f'Install it with: pip install "council-wizard[{extra}]"\n'
        f"      or, in the folder of the program: uv run --extra {extra} wizard ..."
    )
    message = f"cannot be made: the part that makes it, '{extra}', is not installed. Nothing was written."
    raise Unreadable([Problem("missing-extra", Place(title), message, hint)])
