"""What `wizard pack new` writes: the smallest rule set that runs, or the smallest one that builds on another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.schema.pack import Pack

_ALONE = Path(__file__).parent / "templates" / "alone"
_ID_THERE = "RULE_SET_ID"

_OVERLAY = """\
# This rule set builds on '{base}': all of that holds here too, but for what is changed in this folder.
#
# - To add something, write a file as they stand in '{base}' (criteria/, risks/, questions/, ...).
# - To change something, copy its file here and edit it: a file of the same id takes the place of the other, whole.
# - To leave something out, or to set weights, take away the '# ' in front of the lines below.
#
# Look into it with 'wizard pack show FOLDER ID'; after each step run 'wizard pack check FOLDER' and
# 'wizard pack test FOLDER'. 'wizard pack diff {base} FOLDER --scenarios DIR' shows which results move.
id: {id}
title: {title}
# The second number moves when the result of any council file moves, the third when nothing does.
version: 0.1.0
# The shape of these files; leave it as it is.
format: 1
# The version that this was written for: when '{base}' moves on, you are told, and look again.
builds_on: {{id: {base}, version: {version}}}
summary: What we see otherwise than '{base}', and why.
"""

_LEAVES_OUT = """
# What no longer holds, by kind and id. Kinds: {kinds}.
# leaves_out:
#   criteria: [{criterion}]
"""

_WEIGHTS = """
# Weights, by decision, for groups (per cent of the whole) or criteria (per cent of their group). What is not named
# shares the rest. They hold where a council file states none, and are shown as what they are: somebody's judgement.
# weights:
#   {decision}:
#     {group}: {{weight: 40, set_by: lead consultant, why: Why this should count for more}}
"""


def files_alone(rule_set: str) -> dict[str, str]:
    """The files of a rule set that stands by itself, by their names in its folder."""
    return {
        path.relative_to(_ALONE).as_posix(): path.read_text(encoding="utf-8").replace(_ID_THERE, rule_set)
        for path in sorted(_ALONE.rglob("*.yaml"))
    }


def files_over(rule_set: str, base: Pack) -> dict[str, str]:
    """The files of a rule set that builds on `base` and changes nothing yet."""
    from wizard.schema.overlay import KINDS

    head = base.head
    title = f"{rule_set.replace('_', ' ').capitalize()}, on {head.id}"
    text = _OVERLAY.format(base=head.id, version=head.version, id=rule_set, title=title)
    criterion = next(iter(base.criteria.values()))
    text += _LEAVES_OUT.format(kinds=", ".join(KINDS), criterion=criterion.id)
    text += _WEIGHTS.format(decision=criterion.decision, group=criterion.group)
    return {"pack.yaml": text}
