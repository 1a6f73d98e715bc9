"""Holds what a council file names against the rule set: questions, answers, models, weights, expectations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from wizard.conditions.answers import Answer
from wizard.conditions.domain import Domain, Refused, understand
from wizard.problems import Place, Problem
from wizard.schema.council import AnswerEntry
from wizard.strict_yaml import Mapping, Node, Scalar, Sequence, check_shape, locate

from .linking_dissent import link_dissent, link_group
from .linking_trade_offs import link_trade_offs
from .pack_view import PackView
from .plain import is_blank

MOST_PER_CENT = 100 + 1e-9
"""Weights are per cent; the rest allows for what floating point makes of thirds."""


@dataclass
class Links:
    """What the answers mean, and every name that the rule set does not know."""

    file: str
    answers: dict[str, Answer] = field(default_factory=dict)
    what_ifs: dict[str, dict[str, Answer]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, check: str, node: Node, message: str, hint: str | None = None) -> None:
        """Notes a fault at a node."""
        place = Place(self.file, node.span.start_line + 1, node.span.start_column + 1)
        self.problems.append(Problem(check, place, message, hint))


def link(tree: Mapping, pack: PackView, file: str) -> Links:
    """Everything that the file (without own keys) names, held against the rule set.

    Parts that do not have the right shape are passed over: their faults are the shape's.
    """
    links = Links(file)
    links.answers = _answers(links, tree.value_node("answers"), pack)
    _what_ifs(links, tree.value_node("what_ifs"), pack)
    _weights(links, tree.value_node("weights"), pack)
    link_trade_offs(links, partial(_unknown, links), tree, pack)
    _off_the_table(links, tree.value_node("off_the_table"), pack)
    link_group(links, partial(_unknown, links), tree, pack)
    link_dissent(links, partial(_unknown, links), partial(_answer, links), tree, pack)
    _expectations(links, tree.value_node("expect"), pack)
    return links


def _answers(links: Links, node: Node | None, pack: PackView) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for question, (name, value) in node.entries.items() if isinstance(node, Mapping) else ():
        domain = pack.domains.get(question)
        if domain is None:
            _unknown(links, "question", question, name, pack.domains)
            continue
        answer = _answer(links, value, domain)
        if answer is not None:
            found[question] = answer
    return found


def _answer(links: Links, node: Node, domain: Domain) -> Answer | None:
    if is_blank(node):
        hint = "Write one after the colon, or put '# ' before the line until you have it."
        links.add("no-answer", node, f"'{domain.id}' has no answer.", hint)
        return None
    faults = len(links.problems)
    if isinstance(node, Mapping):
        # What is answered is the business of `understand`, whose words name the question.
        others = {key: entry for key, entry in node.entries.items() if key not in ("is", "one_of", "between")}
        links.problems += check_shape(replace(node, entries=others), AnswerEntry, links.file)[1]
        _refuse_list(links, node.value_node("is"), domain)
    else:
        _refuse_list(links, node, domain)
    if len(links.problems) > faults:
        return None
    try:
        return understand(domain, node.plain())
    except Refused as refused:
        fault = refused.fault
        span = locate(node, fault.path)
        place = Place(links.file, span.start_line + 1, span.start_column + 1)
        links.problems.append(Problem(fault.check, place, fault.message, fault.hint))
        return None


def _refuse_list(links: Links, node: Node | None, domain: Domain) -> None:
    """Refuses a list where one answer is meant, and a mapping inside `is`."""
    if isinstance(node, Mapping):
        links.add("wrong-type", node, "'is' should be an answer, not a mapping.")
    elif isinstance(node, Sequence) and domain.kind != "choices":
        instead = "{between: [lowest, highest]}" if domain.is_numeric else "{one_of: [this, that]}"
        hint = f"Where it is not known exactly, write {instead}."
        links.add("wrong-type", node, f"'{domain.id}' takes one answer, not a list.", hint)


def _what_ifs(links: Links, node: Node | None, pack: PackView) -> None:
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        answers = _answers(links, item.value_node("answers"), pack)
        _weights(links, item.value_node("weights"), pack)
        link_trade_offs(links, partial(_unknown, links), item, pack)
        _off_the_table(links, item.value_node("off_the_table"), pack)
        name = item.value_node("id")
        if not isinstance(name, Scalar):
            continue
        if name.text in links.what_ifs:
            links.add("duplicate-id", name, f"Two what-ifs are called '{name.text}'.", "Give one of them another id.")
        links.what_ifs[name.text] = answers


def _weights(links: Links, node: Node | None, pack: PackView) -> None:
    for decision, (name, entries) in node.entries.items() if isinstance(node, Mapping) else ():
        weighable = pack.weighable.get(decision)
        if weighable is None:
            _unknown(links, "decision", decision, name, pack.weighable)
            continue
        sums: dict[str | None, float] = {}
        for each, (key, entry) in entries.entries.items() if isinstance(entries, Mapping) else ():
            if each not in weighable:
                _unknown(links, "group or criterion", each, key, weighable)
                continue
            group = weighable[each]
            sums[group] = sums.get(group, 0) + _weight_in(entry)
            if sums[group] > MOST_PER_CENT:
                _over_all(links, key, group, sums[group])
                sums[group] = 0
        _all_nothing(links, name, entries, weighable)


def _over_all(links: Links, key: Node, group: str | None, total: float) -> None:
    of = f"criteria of '{group}'" if group else "groups"
    message = f"With this one the weights of the {of} come to {total:g} per cent."
    links.add("weights-over-100", key, message, "Together they may come to 100 at most.")


def _all_nothing(links: Links, name: Node, entries: Node, weighable: object) -> None:
    """Where everything that shares a hundred per cent is given and all is 0, nothing could be weighed."""
    if not isinstance(entries, Mapping) or not isinstance(weighable, dict):
        return
    for group in set(weighable.values()):
        members = [each for each, its_group in weighable.items() if its_group == group]
        given = [entries.value_node(each) for each in members]
        if all(isinstance(entry, Mapping) and _is_zero(entry) for entry in given):
            of = f"criteria of '{group}'" if group else "groups"
            links.add("weights-all-0", name, f"All {of} weigh 0: nothing would count.", "Give at least one a weight.")


def _is_zero(entry: Mapping) -> bool:
    return "weight" in entry.entries and _weight_in(entry, otherwise=1) == 0


def _weight_in(entry: Node, otherwise: float = 0) -> float:
    node = entry.value_node("weight") if isinstance(entry, Mapping) else None
    try:
        weight = float(node.text) if isinstance(node, Scalar) else otherwise
    except ValueError:
        return otherwise
    return weight if 0 <= weight <= 100 else otherwise


def _off_the_table(links: Links, node: Node | None, pack: PackView) -> None:
    models = [model for models in pack.models.values() for model in models]
    for model, (name, _) in node.entries.items() if isinstance(node, Mapping) else ():
        if model not in models:
            _unknown(links, "model", model, name, models)


def _expectations(links: Links, node: Node | None, pack: PackView) -> None:
    for decision, (name, expected) in node.entries.items() if isinstance(node, Mapping) else ():
        models = pack.models.get(decision)
        if models is None:
            _unknown(links, "decision", decision, name, pack.models)
            continue
        for key, what, known in (("leader", f"model of '{decision}'", models), ("verdict", "verdict", pack.verdicts)):
            value = expected.value_node(key) if isinstance(expected, Mapping) else None
            if isinstance(value, Scalar) and value.text not in known:
                _unknown(links, what, value.text, value, known)


def _unknown(links: Links, what: str, word: str, node: Node, known: Iterable[str]) -> None:
    from difflib import get_close_matches

    known = list(known)
    close = get_close_matches(word, known, n=1)
    if close:
        hint = f"Did you mean '{close[0]}'?"
    elif what in ("question", "question or decision"):
        hint = f"'wizard pack show' lists the {what.replace(' or ', 's and ')}s."
    else:
        hint = f"It can be: {', '.join(known)}."
    article = "an" if what[0] in "aeiou" else "a"
    check = f"unknown-{what.split()[0] if what != 'group or criterion' else 'weight'}"
    links.add(check, node, f"'{word}' is not {article} {what}.", hint)
