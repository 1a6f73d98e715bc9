"""One traced evaluation against the same arguments as bare Python closures, and against zen-engine.

All three decide the same conditions over the same complete answers. The bare closures are generated as
Python source and keep no trace; zen-engine is handed the conditions in its own language, with its trace
on, and is spared the sums.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from wizard.conditions.answers import Answer, Between, Chosen, OneOf
from wizard.conditions.nodes import AllOf, AnyOf, ChosenTest, Condition, NoneOf, NumberTest, OptionTest
from wizard.engine import Rules, compile_rules
from wizard.engine.assessing import assess
from wizard.engine.case import Case
from wizard.engine.evaluating import evaluate
from wizard.pack import read_pack

RULES = Path(__file__).resolve().parents[2] / "rules" / "reports_2008"
ROUNDS, COUNCILS = 40, 30


def least(function: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The shortest of many rounds, in seconds."""
    found = []
    for _ in range(rounds):
        started = time.perf_counter()
        function()
        found.append(time.perf_counter() - started)
    return min(found)


def lines() -> Iterator[str]:
    """The ratios, and the time of a whole assessment."""
    rules = compile_rules(read_pack(RULES).pack)
    councils = [random_answers(rules, seed) for seed in range(COUNCILS)]
    facts = [rules.cells.facts(answers) for answers, _ in councils]
    raw = [plain for _, plain in councils]
    bare = bare_closures(rules)
    pairs = list(zip(facts, raw, strict=True))
    disagreements = sum(_truths(rules, fact) != [test(plain) for test in bare["tests"]] for fact, plain in pairs)
    traced_time = least(lambda: [evaluate(decision, fact) for fact in facts for decision in rules.decisions])
    bare_time = least(lambda: [bare["run"](plain) for plain in raw])
    count = sum(len(decision.arguments) for decision in rules.decisions)
    ours, theirs = (taken / COUNCILS * 1e6 for taken in (traced_time, bare_time))
    yield (
        f"evaluation  traced: {ours:.0f} microseconds for {count} arguments, {traced_time / bare_time:.2f} times bare "
        f"closures ({theirs:.0f}); at most 4; {disagreements} disagreements"
    )
    yield from _zen_lines(rules, facts, raw, traced_time)
    pack = rules.pack
    load, compiling = least(lambda: read_pack(RULES), 10), least(lambda: compile_rules(pack), 10)
    yield f"loading  the rule set: {load * 1000:.0f} ms to read and check, {compiling * 1000:.0f} ms to make ready"
    empty, full = (least(lambda case=case: assess(rules, case), 10) for case in (Case(), Case(councils[0][0])))
    yield f"assessment  nothing answered: {empty * 1000:.0f} ms; everything answered: {full * 1000:.0f} ms"


def random_answers(rules: Rules, seed: int) -> tuple[dict[str, Answer], dict[str, Any]]:
    """A complete set of answers, as the engine takes them and as plain values."""
    random = Random(seed)
    answers: dict[str, Answer] = {}
    plain: dict[str, Any] = {}
    for question, domain in rules.domains.items():
        if domain.kind == "choices":
            chosen = [option for option in domain.options if random.random() < 0.4]
            answers[question], plain[question] = Chosen(frozenset(chosen)), chosen
        elif domain.is_numeric:
            value = random.randint(int(domain.low or 0), int(domain.high or 100))
            answers[question], plain[question] = Between(value, value), value
        else:
            option = random.choice(domain.options)
            answers[question], plain[question] = OneOf(frozenset([option])), option
    return answers, plain


def _truths(rules: Rules, facts: dict[str, int]) -> list[Any]:
    return [truth for decision in rules.decisions for truth in evaluate(decision, facts).truths]


def bare_closures(rules: Rules) -> dict[str, Any]:
    """The arguments as generated Python: `tests`, one function each, and `run`, which also sums."""
    source, steps = [], []
    for decision in rules.decisions:
        for argument in decision.arguments:
            condition = _spelt(argument.condition, rules, PYTHON)
            source.append(f"lambda a: {condition}")
            steps.append((argument.criterion, [(effect.model, effect.points) for effect in argument.effects]))
    tests = eval("[" + ",\n".join(source) + "]")
    shapes = [(len(each.criteria), len(each.models), len(each.arguments)) for each in rules.decisions]

    def run(plain: dict[str, Any]) -> list[list[list[int]]]:
        found, place = [], 0
        for criteria, models, arguments in shapes:
            scores = [[50] * models for _ in range(criteria)]
            for number in range(place, place + arguments):
                if tests[number](plain):
                    criterion, effects = steps[number]
                    for model, points in effects:
                        scores[criterion][model] += points
            place += arguments
            found.append(scores)
        return found

    return {"tests": tests, "run": run}


PYTHON = {
    "and": " and ",
    "or": " or ",
    "not": "not ",
    "true": "True",
    "false": "False",
    "in": "{text} in a[{question!r}]",
    "name": "a[{!r}]",
}
ZEN = {
    "and": " and ",
    "or": " or ",
    "not": "not ",
    "true": "true",
    "false": "false",
    "in": "{text} in {question}",
    "name": "{}",
}


def _spelt(condition: Condition, rules: Rules, words: dict[str, str]) -> str:
    if isinstance(condition, (AllOf, AnyOf)):
        glue = words["and"] if isinstance(condition, AllOf) else words["or"]
        parts = [_spelt(part, rules, words) for part in condition.parts]
        return f"({glue.join(parts)})" if parts else words["true" if isinstance(condition, AllOf) else "false"]
    if isinstance(condition, NoneOf):
        return f"({words['not']}({words['or'].join(_spelt(part, rules, words) for part in condition.parts)}))"
    said = _test(condition, words)
    asked_when = rules.pack.questions[condition.question].asked_when
    if asked_when is None:
        return said
    from wizard.conditions.parse import parse

    return f"({_spelt(parse(asked_when, rules.domains)[0], rules, words)}{words['and']}{said})"


def _test(test: NumberTest | OptionTest | ChosenTest, words: dict[str, str]) -> str:
    name = words["name"].format(test.question)
    if isinstance(test, ChosenTest):
        return "(" + words["in"].format(text=json.dumps(test.option), question=test.question) + ")"
    if isinstance(test, OptionTest):
        return "(" + words["or"].join(f"{name} == {json.dumps(option)}" for option in sorted(test.options)) + ")"
    parts = []
    for low, high in test.intervals:
        bounds = [] if low[0] == float("-inf") else [f"{name} >= {low[0]}"]
        bounds += [] if high[0] == float("inf") else [f"{name} < {high[0]}"]
        parts.append("(" + words["and"].join(bounds) + ")")
    return "(" + words["or"].join(parts) + ")"


def _zen_lines(rules: Rules, facts: list[dict[str, int]], raw: list[dict[str, Any]], traced: float) -> Iterator[str]:
    try:
        import zen
    except ImportError:
        yield "evaluation  zen-engine: not installed; run with --group bench"
        return
    expressions = [
        {"id": f"e{number}", "key": f"argument{number}", "value": _spelt(argument.condition, rules, ZEN)}
        for number, argument in enumerate(each for decision in rules.decisions for each in decision.arguments)
    ]
    graph = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
            {
                "id": "all",
                "type": "expressionNode",
                "name": "all",
                "position": {"x": 1, "y": 0},
                "content": {"expressions": expressions},
            },
            {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "1", "type": "edge", "sourceId": "in", "targetId": "all"},
            {"id": "2", "type": "edge", "sourceId": "all", "targetId": "out"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    disagreements = 0
    for fact, plain in zip(facts, raw, strict=True):
        said = decision.evaluate(plain, {"trace": True})["result"]
        disagreements += [said[f"argument{number}"] for number in range(len(expressions))] != _truths(rules, fact)
    time_taken = least(lambda: [decision.evaluate(plain, {"trace": True}) for plain in raw], 10)
    yield (
        f"evaluation  zen-engine with trace: {time_taken / COUNCILS * 1e6:.0f} microseconds, "
        f"{time_taken / traced:.1f} times ours; to be beaten; {disagreements} disagreements"
    )
