"""What others complete: implications, dissent and the decision's route; and who set which weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.closing_sections import disputed
from wizard.report.declared_weights import WITH_THE_RULES, declared_in
from wizard.report.design_sections import OUR_STEPS
from wizard.report.document import Block, Column, Item, Items, Paragraph, Placeholder, Section, Table
from wizard.report.figures import sentence
from wizard.report.priorities_words import title_of
from wizard.report.subject import spoken_for

from .dissenting import came_about, dissenting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.schema.council import TradeOffEntry, WeightEntry

    from .paper import Paper

IMPLICATIONS, DISSENT, ROUTE, WEIGHTS = (
    "Implications",
    "Dissent",
    "Decision route",
    "Who set which weight",
)
MOST_DISPUTED, MOST_COUNTER = 2, 1
TO_COMPLETE = "to be completed"

LEGAL = "which duties apply, who holds the statutory posts, and what must be consulted on"
TO_IMPLY = (
    (
        "Financial",
        "the finance officer",
        "what it costs to change and to run, what it saves and when, and from which budget",
    ),
    ("Legal", "the monitoring officer", LEGAL),
    ("Equality", "the equality lead", "who gains and who loses by protected characteristic, and what lowers the harm"),
    ("Staffing", "the head of personnel", "which posts change, how staff and unions are consulted, and by when"),
)

STEPS = (
    ("Advice of the statutory officers", "head of paid service, finance and monitoring officers"),
    ("Consultation", "staff, unions, partners, people who use services"),
    ("Scrutiny", "the committee that may call it in"),
    ("Decision", "the body or person with the power to decide"),
    ("Review", "when the result is looked at again, and by whom"),
)


def implications(paper: Paper) -> Section:
    """Headed places for those who must comment; the law's footing stands by the legal one, as the rule set has it."""
    return Section(IMPLICATIONS, tuple(_implication(paper, *each) for each in TO_IMPLY))


def _implication(paper: Paper, title: str, whose: str, guidance: str) -> Section:
    blocks: list[Block] = []
    if guidance == LEGAL:
        models = [each.model for result in paper.results for each in spoken_for(result)]
        items = tuple(
            Item(f"{model.title}, as at {model.law.as_at}: {sentence(model.law.footing)}", "point") for model in models
        )
        said = Paragraph("What the rule set says of the footing in law; it is no legal advice:")
        blocks += [said, Items(items)] if items else []
    return Section(title, (*blocks, Placeholder(f"{guidance}.", whose)))


def dissent(paper: Paper) -> Section:
    """Where the reports disagree on what this rests on, what was ruled out, who was not asked, who did not agree."""
    blocks: list[Block] = []
    items = tuple(_disputes(paper))
    blocks += (
        [Paragraph("The reports disagree on this, among what holds for this council:"), Items(items)] if items else []
    )
    ruled_out = [
        Item(f"Taken off the table: {paper.subject.pack.models[model].title}. {sentence(why)}")
        for model, why in paper.subject.council.off_the_table.items()
        if any(result.decision.id == paper.subject.pack.models[model].decision for result in paper.results)
    ]
    blocks += [Items(tuple(ruled_out))] if ruled_out else []
    limits = [paper.subject.pack.sources[each] for each in paper.citing.sources()]
    if limits:
        blocks.append(Paragraph("Who was not asked:"))
        blocks.append(Items(tuple(Item(f"{each.short}: {sentence(each.limits)}") for each in limits)))
    dissenters = dissenting(paper)
    who = "who else" if dissenters else "who"
    blocks += dissenters
    blocks.append(Placeholder(f"{who} does not agree, with what, and why, in their own words.", "the report's author"))
    return Section(DISSENT, tuple(blocks))


def _disputes(paper: Paper) -> Iterator[Item]:
    pack = paper.subject.pack
    for result in paper.results:
        for argument in disputed(result)[:MOST_DISPUTED]:
            against = argument.disputed_by[:MOST_COUNTER]
            notes = tuple(
                f"but: {sentence(pack.finding(each).says)}{paper.citing.brackets((each,))}" for each in against
            )
            yield Item(sentence(argument.because), "point", paper.citing.aside(argument), notes)


def route(paper: Paper) -> Section:
    """The steps to a decision, to be filled in; and the first steps of what is advised, where it is a change."""
    columns = (Column("Step"), Column("Who"), Column("When"), Column("Outcome"))
    rows = tuple((step, who, TO_COMPLETE, TO_COMPLETE) for step, who in STEPS)
    blocks: list[Block] = [Table(columns, rows, caption="Steps to a decision")]
    for result in paper.results:
        if result.verdict.leader is None:
            continue
        first = result.standing(result.verdict.leader)
        if not first.stays and first.model.first_steps:
            items = tuple(Item(sentence(step), "numbered") for step in first.model.first_steps)
            blocks += [Paragraph(f"If {first.model.name} is taken forward. {OUR_STEPS}"), Items(items)]
    return Section(ROUTE, tuple(blocks))


def weights_set(paper: Paper) -> Section:
    """How a group came to its answers; every weight and trade-off that a person set: by whom, when, and why."""
    rows = [row for result in paper.results for row in _set(paper, result.decision.id)]
    record = paper.subject.council.record
    seen: list[str] = []
    if record.ranking_seen:
        seen.append("The ranking was shown during the interview.")
    if record.answered_after:
        seen.append(f"Answers given or changed after it was first shown: {record.answered_after}.")
    if record.variants_tried:
        seen.append(f"Variations tried: {record.variants_tried}.")
    said: Block = Paragraph("Nobody set any: groups of criteria weigh the same, and criteria within a group.")
    if rows:
        columns = (Column("What"), Column("Set to"), Column("By"), Column("When"), Column("Why"))
        said = Table(columns, tuple(rows), wide=True, caption="Weights and trade-offs that were set")
    return Section(WEIGHTS, (*came_about(paper), said, *((Paragraph(" ".join(seen)),) if seen else ())))


def _set(paper: Paper, decision: str) -> Iterator[tuple[str, ...]]:
    pack, council = paper.subject.pack, paper.subject.council
    for each, entry in council.weights.get(decision, {}).items():
        yield title_of(pack, each), f"{entry.weight:g} in 100", *_by(entry)
    for each, declared in declared_in(paper.subject.assessment, decision).items():
        yield title_of(pack, each), f"{declared.weight:g} in 100", declared.set_by, WITH_THE_RULES, declared.why
    for answered in council.trade_offs.get(decision, ()):
        one, other = (title_of(pack, each) for each in answered.of)
        says = "cannot say" if answered.says not in answered.of else f"{title_of(pack, answered.says)} matters more"
        yield f"{one}, or {other}", says, *_by(answered)


def _by(entry: WeightEntry | TradeOffEntry) -> tuple[str, str, str]:
    when = {"before_result": "before seeing the result", "after_result": "after seeing the result"}.get(
        entry.when or ""
    )
    return entry.set_by or "not said", when or "not said", entry.why or "not said"
