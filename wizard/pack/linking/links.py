"""What every part of linking needs: the objects, the questions' domains, and how to report a fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wizard.conditions.domain import Domain, Fault
from wizard.pack.parts import ANY, Parts
from wizard.pack.places import Path
from wizard.problems import Problem

Owner = tuple[str, str]
"""Kind and id of the object a fault is in."""


class Links:
    """Gathers `problems`; `domains` has the questions without a fault of their own."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.domains: dict[str, Domain] = {}
        self.problems: list[Problem] = []

    def report(
        self, check: str, owner: Owner, path: Path, message: str, hint: str | None = None, *, key: bool = False
    ) -> None:
        """A fault at the end of a path inside an object."""
        self.problems.append(Problem(check, self.parts.places.of(*owner, *path, key=key), message, hint))

    def report_fault(self, owner: Owner, path: Path, fault: Fault) -> None:
        """A fault in words that `wizard.conditions` read, unless it is only that a doubtful question is not known."""
        if fault.check == "unknown-question" and self.parts.is_doubtful("question", str(fault.path[-1])):
            return
        self.report(fault.check, owner, (*path, *fault.path), fault.message, fault.hint, key=fault.of_key)

    def known(self, what: str, name: str, among: Iterable[str], owner: Owner, path: Path, *, key: bool = False) -> bool:
        """Whether `name` is one of `among`; reports it where it is not (and is not doubtful)."""
        names = list(dict.fromkeys(among))
        if name in names:
            return True
        if not self.parts.is_doubtful(what, name):
            hint = did_you_mean(name, names)
            self.report(f"unknown-{what}", owner, path, f"'{name}' is not {_a(what)}.", hint, key=key)
        return False

    def known_model(self, name: str, decision: str, owner: Owner, path: Path, *, key: bool = False) -> bool:
        """Whether `name` is a model of the decision; reports it where it is not."""
        own = self.parts.models_of(decision)
        model = self.parts.models.get(name)
        if model is not None and model.decision != decision and decision in self.parts.decisions:
            message = f"'{name}' is a model of '{model.decision}', not of '{decision}'."
            hint = f"Models of '{decision}': {', '.join(own)}." if own else None
            self.report("foreign-model", owner, path, message, hint, key=key)
            return False
        return self.known("model", name, own if model is None else [name], owner, path, key=key)

    def each_once(self, names: Sequence[str], check: str, owner: Owner, path: Path, what: str) -> None:
        """Reports what stands a second time in a list of names at `path`."""
        for index, name in enumerate(names):
            if name in names[:index]:
                self.report(check, owner, (*path, index), f"'{name}' stands here a second time.", f"Remove one {what}.")

    def ids_once(self, ids: Sequence[str], owner: Owner, path: Path, what: str) -> None:
        """Reports an id that two items of the list at `path` share."""
        for index, name in enumerate(ids):
            if name in ids[:index]:
                self.report(
                    "id-twice",
                    owner,
                    (*path, index, "id"),
                    f"'{name}' is already {what} here.",
                    "Rename or remove one.",
                )

    def doubts(self, kind: str) -> bool:
        """Whether anything of a kind could not be built, so that a whole of that kind cannot be compared."""
        return any(each == kind for each, _ in self.parts.doubtful)


def did_you_mean(name: str, names: Sequence[str]) -> str | None:
    """A hint with the nearest name; all of them where there are few and none is near."""
    from difflib import get_close_matches

    close = get_close_matches(name, names, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"There are: {', '.join(names)}." if 0 < len(names) <= 12 else None


def _a(what: str) -> str:
    nouns = {"group": "a group of criteria in pack.yaml", "option": "an answer to this question"}
    noun = nouns.get(what, what.replace("_", " "))
    return noun if what in nouns else f"a {noun}"


__all__ = ["ANY", "Links", "Owner", "did_you_mean"]
