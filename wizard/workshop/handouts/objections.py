"""What is likely to be said against the evidence, and what can be answered: in figures of the rule set itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.behind_models import behind_models
from wizard.report.document import Item, Items, Paragraph, Section
from wizard.report.figures import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.proof.behind_models import Behind
    from wizard.workshop.workshop import Workshop

ONE_IN = 4
"""Where fewer findings than one in so many come from holders of one post, nobody can say that only they were asked."""

TAKE_IT_UP = "Do not defend the evidence: whoever doubts it has understood something. Say what is so, and go on."


def objections(workshop: Workshop) -> Section:
    """Each as it is said in a room, with an answer."""
    return Section("What is likely to be said against it", (Paragraph(TAKE_IT_UP), Items(tuple(_items(workshop)))))


def _items(workshop: Workshop) -> Iterator[Item]:
    pack = workshop.rules.pack
    for each in workshop.rules.decisions:
        if each.decision.id in workshop.file.decisions:
            yield from _of_decision(workshop, behind_models(pack, each), each.decision.title)
    period = pack.head.period
    yield Item(
        f"“This is old: we are not in {period.last[:4]} any more.”",
        notes=(
            f"It is so. The reports speak for {period.first} to {period.last}; for a decision outside those years "
            "nothing is said to be more than a leaning.",
        ),
    )
    if workshop.is_case_study:
        yield Item(
            "“The rules were written from these very places, so of course they agree.”",
            notes=(
                "What comes only from the place itself is left out before a case is held against the rules. That is "
                "a check of consistency and no proof; 'wizard consistency' prints how often they agree.",
            ),
        )
    yield Item(
        "“A program cannot know our council.”",
        notes=(
            "It does not. It knows what you answered, and says what the reports say to that. What you know beyond is "
            "what the talk is for; what you do not agree with is put down in your own words.",
        ),
    )


def _of_decision(workshop: Workshop, behind: Behind, title: str) -> Iterator[Item]:
    """Whose voices stand behind the reasons: holders of one post praise their own."""
    pack = workshop.rules.pack
    holders = {pack.models[model].name: count for model, count in behind.findings.holders.items() if model}
    most = max(holders, key=lambda each: holders[each], default="")
    if not most or holders[most] * ONE_IN < behind.findings.total:
        return
    others = sum(holders.values()) - holders[most]
    loud = "; ".join(
        [
            f"{pack.models[each.model].name} {counted(each.favour.arguments, 'reason')} for and "
            f"{each.against.arguments} against"
            for each in behind.models
        ]
    )
    yield Item(
        f"“You asked only people who already have {most}.” ({title})",
        notes=(
            f"Of {counted(behind.findings.total, 'finding')} behind the reasons on this question, {holders[most]} come "
            f"from people whose post belongs to {most}, and {others} from holders of another post.",
            "A holder's praise of their own post counts one grade less; what holders say against it counts in full.",
            f"How the reasons are spread: {loud}. How often each model comes first over random answers is printed by "
            "'wizard pack tilt'.",
        ),
    )
