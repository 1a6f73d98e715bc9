"""What to say at the top of a frozen council file: what holds it, and what would come out here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard.engine.compared import gist

from .figures import listed, sentence
from .verdict_words import verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import Assessment

SAME_RULES = "Frozen together with its rule set, which is the one here now."
NO_RULES = (
    "Frozen together with its rule set, which it is held against. Here there is no rule set of that name to compare."
)
FAULTY_RULES = (
    "Frozen together with its rule set, which it is held against. The rule set of that name here has faults, so the "
    "two cannot be compared."
)


def frozen_words(found: Assessment, present: Assessment) -> str:
    """How the rule set here now would differ from the frozen one, by verdict and leader."""
    if _rule_set(found) == _rule_set(present):
        return SAME_RULES
    head, now = found.pack.head, present.pack.head
    said = f"Frozen together with its rule set ({head.version}), which it is held against."
    other = f"With the one here now ({now.version})" if now.version != head.version else "With the one here now"
    here = {each.decision.id: each for each in present.decisions}
    moved = [
        f"on “{result.decision.title}”: {verdict_sentence(present, here[result.decision.id]).text}"
        for result in found.decisions
        if result.decision.id in here and gist(result.verdict) != gist(here[result.decision.id].verdict)
    ]
    gone = [f"“{result.decision.title}”" for result in found.decisions if result.decision.id not in here]
    parts = [f"{other} the verdict would be another {' And '.join(moved)}"] if moved else []
    parts += [f"{other} there is nothing on {listed(gone)}"] if gone else []
    parts = parts or [f"{other}, which differs, the verdicts would be the same"]
    return " ".join([said, *map(sentence, parts)])


def changed_result_words(found: Assessment, frozen: Mapping[str, Any]) -> str | None:
    """That this version of the program comes to something else than is written in the archive; None where it does not.

    `frozen` is the result in the archive, as `wizard assess --format json` gives it.
    """
    written = {each: _verdict_written(frozen, each) for each in found.pack.decisions}
    other = [
        f"“{result.decision.title}”"
        for result in found.decisions
        if (result.verdict.kind, result.verdict.leader) != written[result.decision.id]
    ]
    if not other:
        return None
    return (
        f"This version of the program comes to another verdict than the one frozen ('result.txt'), on {listed(other)}."
    )


def _verdict_written(frozen: Mapping[str, Any], decision: str) -> tuple[Any, Any] | None:
    try:
        for each in frozen["councils"][0]["decisions"]:
            if each["decision"] == decision:
                return each["verdict"]["kind"], each["verdict"]["leader"]
    except (KeyError, IndexError, TypeError):
        return None
    return None


def _rule_set(found: Assessment) -> tuple[str, str, str]:
    return found.pack.head.id, found.pack.head.version, found.pack.fingerprint
