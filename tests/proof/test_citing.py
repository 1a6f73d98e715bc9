"""Who cites a finding: every citation, once, with what it does and what it bears on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wizard.engine import Rules, compile_rules
from wizard.pack import find_pack, read_pack
from wizard.proof.citing import citings, effects_of

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
FIELDS = {"supported_by": "supports", "disputed_by": "disputes", "qualified_by": "qualifies"}


@pytest.fixture(scope="module", params=["tiny", "reports_2008"])
def rules(request: pytest.FixtureRequest) -> Rules:
    folder = TINY if request.param == "tiny" else find_pack("reports_2008")
    return compile_rules(read_pack(folder).pack)


def _written(value: Any) -> Iterator[tuple[str, str]]:
    """Every citation in what was written, however deep: what it does, and of which finding."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in FIELDS:
                yield from ((FIELDS[key], citation) for citation in inner)
            else:
                yield from _written(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _written(inner)


def test_every_citation_is_there_once_with_what_it_does(rules: Rules) -> None:
    """As many as are written in the files, each under the word under which it is written."""
    pack = rules.pack
    kinds = (pack.criteria, pack.models, pack.poor_fits, pack.risks, pack.measures)
    written = [each.model_dump() for kind in kinds for each in kind.values()]  # type: ignore[attr-defined]
    found = Counter((each.role, each.finding) for each in citings(rules))
    assert found == Counter(_written(written))


def test_an_argument_bears_on_the_models_that_it_can_move(rules: Rules) -> None:
    """The same models, and the same way, as the rules that the engine reasons with."""
    for decision in rules.decisions:
        moved: dict[tuple[str, str], dict[str, int]] = {}
        for rule in decision.arguments:
            key = (decision.criteria[rule.criterion].id, rule.argument.id)
            effects = moved.setdefault(key, {})
            effects.update(
                {decision.models[each.model].id: 1 if each.points > 0 else -1 for each in rule.effects if each.points}
            )
        for (criterion, argument), effects in moved.items():
            placed = rules.pack.criteria[criterion]
            (found,) = [each for each in placed.arguments if each.id == argument]
            assert effects_of(rules.pack, placed, found) == effects


def test_what_is_cited_bears_on_models_of_its_own_decision(rules: Rules) -> None:
    """Each citation has models, and none of another decision."""
    for each in citings(rules):
        assert each.models, each
        assert {rules.pack.models[model].decision for model in each.models} == {each.decision}


def test_questions_are_those_that_the_condition_looks_at(rules: Rules) -> None:
    """Each of them is a question, and each is written in the condition (or is that of today, for moves)."""
    today = {decision.today for decision in rules.pack.decisions.values()}
    for each in citings(rules):
        assert each.questions <= set(rules.pack.questions)
        if each.kind == "argument":
            when = str(each.thing.when)  # type: ignore[attr-defined]
            assert all(question in when or question in today for question in each.questions)


def test_what_moves_a_risk_looks_at_its_own_question() -> None:
    """Weak heads of service raise the risk of succession, strong ones and a deputy lower it."""
    rules = compile_rules(read_pack(find_pack("reports_2008")).pack)
    found = [each for each in citings(rules) if each.of == "succession_planning"]
    looked_at = {each.kind: each.questions for each in found if each.kind in ("raised", "risk")}
    assert looked_at == {"raised": {"heads_of_service"}, "risk": set()}
    lowered = [each.questions for each in found if each.kind == "lowered"]
    assert lowered == [{"posts_beside_director"}, {"heads_of_service"}]


def test_only_an_argument_stands_on_a_criterion(rules: Rules) -> None:
    """And is named by it."""
    for each in citings(rules):
        assert (each.criterion is None) == (each.argument is None) == (each.kind != "argument")
        assert each.criterion is None or each.criterion in rules.pack.criteria
