"""One page for the leader: the advice, how firm it is, the best on either side, the gravest risks, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.figures import sentence
from wizard.report.priorities_document import notice_blocks
from wizard.report.ranking import is_ranked
from wizard.report.subject import spoken_for
from wizard.report.verdict_words import ADVICE

from .case import strongest
from .conclusions import advice, withheld_words
from .dissenting import turning_words
from .opening import grounds, lower
from .outlook import sentences, told_of, worth_asking
from .paper import second_best
from .risks import scored_risks
from .told_reasons import reasons_for
from .tried import tried_on

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

    from .paper import Paper
    from .tried import Tried

MOST_REASONS, MOST_RISKS, MOST_CHANGES, MOST_QUESTIONS = 2, 3, 1, 3


def summary(paper: Paper) -> Document:
    """The page. The paper should not be numbered: there is no annex here."""
    tried = tried_on(paper, in_full=False)
    head = paper.subject.pack.head
    withheld = withheld_words(paper, in_short=True)
    return Document(
        title=f"{paper.subject.council.title}: in short",
        aside=f"Summary for the leader. Rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(ADVICE, strong=(ADVICE,)),
            *notice_blocks(paper.subject),
            *(Paragraph(each) for each in (withheld, turning_words(paper)) if each),
            *(_decision(paper, tried, result) for result in paper.results),
            *_find_out(paper, tried),
        ),
        mark=paper.mark,
    )


def _decision(paper: Paper, tried: Tried, result: DecisionResult) -> Section:
    advised = "Members are advised"
    blocks: list[Block] = [Paragraph(f"{advised} to {lower(advice(paper, result))}", strong=(advised,))]
    blocks += grounds(paper, result)
    if is_ranked(result):
        blocks += _case(paper, result)
        blocks += _risks(paper, result)
        would = tried.would[result.decision.id]
        if result.competing and would.tried.leader == result.competing[0].model.id:
            turned = told_of(paper, (*would.shown, *would.found_out))
            blocks += [Paragraph(each) for each in sentences(paper, turned, MOST_CHANGES)]
    return Section(result.decision.title, tuple(blocks))


def _case(paper: Paper, result: DecisionResult) -> list[Block]:
    """The weightiest reasons on either side, or for each model that the verdict names: fewer of several decisions."""
    spoken = spoken_for(result)
    second = second_best(result)
    most = MOST_REASONS if len(spoken) == 1 else 1
    items: list[Item] = []
    for each in spoken:
        name = each.model.name
        items += [
            Item(f"For {name}: {sentence(reason.argument.because)}", "for", paper.citing.aside(reason.argument))
            for reason in reasons_for(result, each.model.id)[:most]
        ]
    if len(spoken) == 1 and second is not None:
        items += [
            Item(
                f"For the runner-up, {second.model.name}: {sentence(reason.argument.because)}",
                "against",
                paper.citing.aside(reason.argument),
            )
            for reason in strongest(result, second, spoken[0])[: 1 if paper.several else most]
        ]
    return [Items(tuple(items))] if items else []


def _risks(paper: Paper, result: DecisionResult) -> list[Block]:
    spoken = spoken_for(result)
    if len(spoken) != 1:
        return []
    found = scored_risks(paper, result, spoken[0])[:MOST_RISKS]
    said = "; ".join(f"{each.found.risk.title.lower()} ({each.score})" for each in found)
    return [Paragraph(f"Gravest risks, with their scores ({paper.scale.title}): {said}.")] if said else []


def _find_out(paper: Paper, tried: Tried) -> tuple[Section, ...]:
    asked = worth_asking(paper, tried)[:MOST_QUESTIONS]
    questions = [paper.subject.questions[each.question] for each in asked]
    items = tuple(Item(each.ask, "numbered", f"ask: {each.ask_whom}") for each in questions)
    return (Section("Find out next", (Items(items),)),) if items else ()
