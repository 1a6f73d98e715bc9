"""Credit is for what was seen, never for having agreed."""

from __future__ import annotations

from wizard.report.document import Document
from wizard.report.text import text_of
from wizard.schema.workshop import Foretold, Sheet
from wizard.workshop.training.bearing import LOW, reasons_here, risks_here, score_of
from wizard.workshop.training.credit import Credit, credit_of, credit_section
from wizard.workshop.training.offered import offered
from wizard.workshop.training.study import study_of
from wizard.workshop.workshop import Workshop


def _sheet(workshop: Workshop, **said: object) -> Sheet:
    whole = {"id": "care", "workshop": workshop.file.id, "who": "Care team", "came_by": "paper", **said}
    return Sheet.model_validate(whole)


def _with_reasons(workshop: Workshop, decision: str, *reasons: str) -> Credit:
    model = workshop.rules.pack.models_of(decision)[0].id
    return credit_of(workshop, _sheet(workshop, foretold={decision: Foretold(model=model, reasons=reasons)}))


def test_which_model_was_foretold_changes_no_credit(told_cases: dict[str, Workshop]) -> None:
    """The same reasons and risks under any other model come to the very same, in every case."""
    for workshop in told_cases.values():
        full = workshop.opened[0]
        before = credit_of(workshop, full)
        assert before.total > 0
        for decision, foretold in full.foretold.items():
            for model in workshop.rules.pack.models_of(decision):
                other = {**full.foretold, decision: foretold.model_copy(update={"model": model.id})}
                assert credit_of(workshop, full.model_copy(update={"foretold": other})) == before


def test_agreeing_alone_earns_nothing(told_cases: dict[str, Workshop]) -> None:
    """Foretelling what the place did, or what the evidence points to, without a reason or a risk has no credit."""
    for workshop in told_cases.values():
        study = study_of(workshop)
        for result in study.results:
            decision = result.decision.id
            for model in {study.outcome.did[decision], result.verdict.leader or result.competing[0].model.id}:
                credit = credit_of(workshop, _sheet(workshop, foretold={decision: Foretold(model=model)}))
                assert credit.total == 0 and not credit.risks


def test_reasons_count_where_they_hold_whichever_way_they_speak(told_cases: dict[str, Workshop]) -> None:
    """Each offered reason has credit exactly where it holds on what was known before; else it is said why not."""
    openings = {"holds": "It holds", "does_not_hold": "It does not hold", "not_known": "Nobody could tell yet"}
    ways = set()
    for workshop in told_cases.values():
        study = study_of(workshop)
        for decision in offered(workshop).decisions:
            here = reasons_here(study.assessment.decision(decision.decision.id))
            for reason in decision.reasons:
                ((spotted,), words) = _with_reasons(workshop, decision.decision.id, reason.id).given[0][1:]
                holding = here[reason.id].holding
                assert spotted.credited == (holding == "holds") and words is None
                assert spotted.why.startswith(openings[holding]) and spotted.finding
                ways.add((holding, reason.sides.partition(" ")[0]))
    assert {("holds", "for"), ("holds", "against"), ("does_not_hold", "for"), ("not_known", "for")} <= ways


def test_what_only_the_place_says_has_no_credit(told_cases: dict[str, Workshop]) -> None:
    """A reason that went with the place's own evidence could not be known: no credit, and that is said."""
    workshop = told_cases["bracknell_forest_2008"]
    gone = study_of(workshop).left.arguments
    decisions = {
        argument.id: criterion.decision
        for criterion in workshop.rules.pack.criteria.values()
        for argument in criterion.arguments
    }
    here = [each for each in gone if decisions[each] == "leadership"]
    assert here
    for each in here:
        (spotted,) = _with_reasons(workshop, "leadership", each).given[0].reasons
        assert not spotted.credited and "Only this place's own findings say so" in spotted.why


def test_risks_count_where_they_are_there(told_cases: dict[str, Workshop]) -> None:
    """A risk has credit where it arises and is medium or more, or a finding of this very place tells of it."""
    told = 0
    for workshop in told_cases.values():
        for risk, here in risks_here(study_of(workshop)).items():
            register = (*here.grave, *here.others)
            arises = any(each.arises is True and score_of(each) > LOW for each in register)
            (spotted,) = credit_of(workshop, _sheet(workshop, risks=[risk])).risks
            assert spotted.credited == (arises or bool(here.told)) and spotted.why and spotted.finding
            told += bool(here.told)
            if here.told:
                assert "of this very place" in spotted.finding
    assert told > 10


def test_own_words_have_credit_for_being_given(told_cases: dict[str, Workshop]) -> None:
    """One for each decision, whatever they say, and the page says that nothing judged them."""
    workshop = told_cases["stockton_on_tees_2005"]
    said = {
        each.decision.id: Foretold(model=each.models[0].id, words="Because.") for each in offered(workshop).decisions
    }
    sheet = _sheet(workshop, foretold=said)
    credit = credit_of(workshop, sheet)
    assert (credit.total, credit.own_words) == (2, 2)
    text = " ".join(text_of(Document("", "", (credit_section(workshop, sheet),)), 100).split())
    assert "Nothing here judges it" in text and "agreeing with the council is not being right" in text


def test_what_was_missed_is_grave_and_could_be_seen(told_cases: dict[str, Workshop]) -> None:
    """At most three, none that was named, each there and among those to choose from, none graver left out."""
    for workshop in told_cases.values():
        here = risks_here(study_of(workshop))
        shown = [here[each.id] for each in offered(workshop).risks]
        named = [each.id for each in offered(workshop).risks[:5]]
        missed = credit_of(workshop, _sheet(workshop, risks=named)).missed
        unseen = [each for each in shown if each.is_there and each.risk.id not in named]
        assert len(missed) == min(3, len(unseen))
        assert sorted((each.score for each in unseen), reverse=True)[: len(missed)] == [each.score for each in missed]
        assert not {each.risk.id for each in missed} & set(named)


def test_a_blank_sheet_is_told_so(told_cases: dict[str, Workshop]) -> None:
    """Whoever put nothing down reads that, and what the gravest risks were."""
    workshop = told_cases["knowsley"]
    text = text_of(Document("", "", (credit_section(workshop, _sheet(workshop)),)), 100)
    assert "You gave no reason and named no risk" in text and "THE GRAVEST RISKS YOU DID NOT NAME" in text.upper()
