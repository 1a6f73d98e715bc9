"""A facilitator's notes on one case: what nobody may be told yet, what will be shown, and how to talk about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Document, Item, Items, PageBreak, Paragraph, Section
from wizard.report.figures import counted, listed, put, sentence
from wizard.workshop.marks import mark_of
from wizard.workshop.training.bearing import risks_here
from wizard.workshop.training.deciding_step import findings_that_decide
from wizard.workshop.training.discussion_step import to_discuss
from wizard.workshop.training.evidence_step import what_evidence_says
from wizard.workshop.training.offered import offered
from wizard.workshop.training.place_steps import NOT_RIGHT, what_became_of_it
from wizard.workshop.training.place_title import place_title
from wizard.workshop.training.study import known_when, study_of
from wizard.workshop.training.why import risk_finding, risk_why

from .objections import objections
from .timing import minutes_to_fill, minutes_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.workshop.training.bearing import RiskHere
    from wizard.workshop.training.study import Study
    from wizard.workshop.workshop import Workshop

NOT_FOR_THEM = "For the facilitator alone until the sheets are open: this says what the place did."
REVEAL_MINUTES, TALK_MINUTES = 14, 10


def case_notes(workshop: Workshop) -> Document:
    """The whole notes; nothing of any sheet is in them. Raises NotTaken where it is no case study, and Unreadable."""
    study = study_of(workshop)
    blocks: tuple[Block, ...] = (
        Paragraph(NOT_FOR_THEM, strong=("For the facilitator alone",)),
        _aim(study),
        _not_to_be_told(study),
        _timing(workshop),
        PageBreak(),
        _will_show(study),
        _often_missed(study),
        to_discuss(study, ()),
        _got_it_wrong(study),
        objections(workshop),
    )
    title = f"Facilitator's notes: {place_title(workshop.facts.file)}"
    return Document(title, "not for those who take part", blocks, mark_of(workshop.file))


def _aim(study: Study) -> Section:
    asked = listed([f"“{each.decision.title}”" for each in study.results])
    return Section(
        "The aim",
        (
            Paragraph(
                f"Teams foretell what the evidence says on {asked}, and name risks, from "
                f"{counted(len(study.before), 'fact')} known before the place chose. They learn to tell what is "
                "known from what is hoped, to see risks before they bite, and that few facts leave much open."
            ),
            Paragraph("They have credit for reasons that hold and risks that are there, never for the model."),
        ),
    )


def _not_to_be_told(study: Study) -> Section:
    items = [
        Item(sentence(f"{put(each.decision.title)} The place chose {study.pack.models[did].name}"), "against")
        for each in study.results
        if (did := study.outcome.did.get(each.decision.id)) is not None
    ]
    later = len(known_when(study.workshop.facts, "at_report"))
    if later:
        items.append(Item(f"{counted(later, 'fact')} known only at the time of the report.", "against"))
    items.append(Item("What became of it, and whether it was kept.", "against"))
    items.append(Item("The names of the reports and of their sections: some give the choice away.", "against"))
    return Section(
        "What they do not know yet, and must not be told",
        (
            Items(tuple(items)),
            Paragraph(
                "Whoever knows the place tells you and nobody else, and does the risks only. Where somebody blurts it "
                "out, say that the credit is not for guessing it, and go on."
            ),
        ),
    )


def _timing(workshop: Workshop) -> Section:
    reading, filling = minutes_to_read(workshop), minutes_to_fill(workshop)
    steps = (
        f"Teams of two or three; hand out the participant's sheet and the answer sheet; read: {reading} minutes.",
        f"Foretell and seal: about {filling} minutes. Walk round; answer questions on words, never on the place.",
        f"The reveal, step by step: {REVEAL_MINUTES} minutes. Wait after each step; ask before you explain.",
        f"Discussion: {TALK_MINUTES} minutes. Choose two of the questions below.",
    )
    whole = reading + filling + REVEAL_MINUTES + TALK_MINUTES
    return Section(
        "Timing", (Items(tuple(Item(each, "numbered") for each in steps)), Paragraph(f"Together: {whole} minutes."))
    )


def _will_show(study: Study) -> Section:
    """The steps that tell of the place, as they will stand on the projector."""
    intro = Paragraph("First what the teams foretold; then, as it will stand on the projector:")
    parts = (what_evidence_says(study, ()), what_became_of_it(study, ()), findings_that_decide(study, ()))
    return Section("What the reveal will show", (intro, *parts))


def _often_missed(study: Study) -> Section:
    """The register's gravest that stand to choose from."""
    here = risks_here(study)
    shown = [here[each.id] for each in offered(study.workshop).risks if each.id in here]
    there = sorted((each for each in shown if each.is_there), key=lambda each: -each.score)
    others = [each for each in shown if not each.is_there]
    blocks: list[Block] = [
        Paragraph(
            "These are there, the gravest first. Look for them on the sheets; those that nobody named are told "
            "at the reveal."
        ),
        Items(tuple(_risk(study, each) for each in there)) if there else Paragraph("None is more than low."),
    ]
    if others:
        said = "; ".join(each.risk.title for each in others)
        blocks.append(Paragraph(f"These stand on the sheet too, and are low, not known, or not there: {said}."))
    return Section("Risks that are easily missed", tuple(blocks))


def _risk(study: Study, here: RiskHere) -> Item:
    signs = here.risk.warning_signs[:1]
    early = (f"How to see it coming: {signs[0]}",) if signs else ()
    return Item(sentence(here.risk.title), "point", None, (risk_why(study, here), risk_finding(study, here), *early))


def _got_it_wrong(study: Study) -> Section:
    pointed = [each for each in study.results if each.verdict.leader is not None]
    apart = [each for each in pointed if study.outcome.did.get(each.decision.id) not in (None, each.verdict.leader)]
    return Section(
        "What to say when the room “got it wrong”",
        (Paragraph(NOT_RIGHT), Items(tuple(Item(each) for each in _sayings(study, bool(apart), bool(pointed))))),
    )


def _sayings(study: Study, apart: bool, pointed: bool) -> Iterator[str]:
    if apart:
        yield "Here the evidence and the council part. So whoever agrees with one differs from the other: ask both why."
    elif not pointed:
        yield "Here the evidence points to no one model on so few facts: nobody can have foretold it right or wrong."
    else:
        yield "Here the evidence points to what the council chose. It proves neither right: ask what would turn it."
    yield "To a team that agreed with the council: which of your reasons held, and which only sounded well?"
    yield "To a team that did not: what did you see that the council may have passed over?"
    kept = {
        "yes": "It was kept, as far as the report reaches: how long is long enough to know?",
        "no": "It was given up: was it a wrong choice, or did what it rested on change?",
        "unknown": "Whether it was kept is not known: what would you want to have measured?",
    }
    if study.outcome.kept is not None:
        yield kept[study.outcome.kept]
