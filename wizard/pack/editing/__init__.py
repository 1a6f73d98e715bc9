"""What an editor needs to complete and check files while they are written: JSON Schema (draft-07) for one rule set.

A schema knows the ids of the rule set it was made from: questions with their answers, models, criteria, groups,
findings. It says less than `wizard validate` and `wizard pack check` do, and never more.
"""

from .council_files import council_schema
from .rule_files import rules_schema

__all__ = ["council_schema", "rules_schema"]
