"""Begins a council file with what another one says: comments, layout and all, and with its origin noted in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def begun_from(name: str, path: Path, title: str | None, pack: str | None) -> str:
    """What to tell the person once the file stands there. Raises Misused and Unreadable (NotSaved).

    What the other file expects of its own result is left out: it was said of those answers.
    """
    from wizard.council_file import copy_council, read_council
    from wizard.schema.council import DerivedFrom
    from wizard.session.naming import id_from
    from wizard.session.rule_sets import RuleSets

    from .written_files import written_file

    rule_sets = RuleSets()
    written = written_file(name)
    rule_set = rule_sets.named(pack) if pack is not None else rule_sets.of(written)
    other = read_council(written, rule_set.view)
    origin = DerivedFrom(id=other.file.id, file=written.path.name, digest=other.digest)
    new = other.file.model_copy(
        update={
            "id": id_from(path.stem),
            "title": title or path.stem.replace("_", " ").strip().capitalize() or other.file.title,
            "derived_from": origin,
            "expect": {},
        }
    )
    copy_council(other, path, new, rule_set.view)
    return f"Started {path} with the answers of {name}. Change some, then: wizard diff {name} {path}"
