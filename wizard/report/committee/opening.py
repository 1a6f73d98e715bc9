"""How a report begins: who reports to whom, what it is for, and what is recommended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.assessment_document import after_the_choice_blocks, answered_words
from wizard.report.document import Block, Column, Item, Items, Paragraph, Placeholder, Section, Table
from wizard.report.figures import listed, sentence
from wizard.report.priorities_document import notice_blocks
from wizard.report.verdict_words import ADVICE

from .conclusions import advice, conclusion, how_firm, withheld_words

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

    from .paper import Paper

TO_COMPLETE = "to be completed"
PURPOSE, RECOMMENDATION = "Purpose", "Recommendation"


def meeting(paper: Paper) -> Table:
    """The head of the paper: what is known of it, and what is left to fill in."""
    about = paper.subject.council.about
    rows = [
        ("Report to", TO_COMPLETE),
        ("Date of meeting", TO_COMPLETE),
        ("Report of", TO_COMPLETE),
        ("Council", about.council or TO_COMPLETE),
        ("As things stood", about.date or TO_COMPLETE),
        ("Prepared by", about.prepared_by or TO_COMPLETE),
    ]
    rows += [("Reason for exemption", f"{TO_COMPLETE} by the monitoring officer")] if paper.version == "exempt" else []
    return Table((Column("Heading"), Column("Entry")), tuple(rows), self_explaining=True, caption="About this report")


def exemption(paper: Paper) -> tuple[Block, ...]:
    """What an exempt report must say of itself."""
    if paper.version != "exempt":
        return ()
    guidance = (
        "name the paragraph of Schedule 12A to the Local Government Act 1972 that applies, and say why keeping this "
        "back serves the public better than telling it. A public version is made with --public."
    )
    return (Placeholder(guidance, "the monitoring officer"),)


def purpose(paper: Paper) -> Section:
    """What the committee is asked to settle, and what this report is not."""
    asked = [result.decision.question for result in paper.results]
    head = paper.subject.pack.head
    questions = {1: "this question", 2: "two questions"}.get(len(asked), f"{len(asked)} questions")
    said = (
        f"This report advises on {questions}, from published evidence of {head.period.first} to {head.period.last} "
        "held against what is known of the council."
    )
    counted = () if paper.withheld else (Paragraph(answered_words(paper.subject)),)
    return Section(
        PURPOSE,
        (
            Paragraph(said),
            Items(tuple(Item(sentence(each)) for each in asked)),
            Paragraph(ADVICE, strong=(ADVICE,)),
            *counted,
        ),
    )


def recommendation(paper: Paper) -> Section:
    """Per decision what the committee is advised to do, the verdict it rests on, and how firm that is."""
    blocks: list[Block] = [*notice_blocks(paper.subject), *after_the_choice_blocks(paper.subject)]
    withheld = withheld_words(paper)
    blocks += [Paragraph(withheld)] if withheld else []
    blocks.append(Paragraph("As advice, and subject to the comments still to be completed, members are advised:"))
    for result in paper.results:
        title = result.decision.title
        blocks.append(Paragraph(f"{title} To {lower(advice(paper, result))}", strong=(title,)))
        blocks += grounds(paper, result)
    blocks.append(Placeholder("word the resolution that members are asked to pass", "the report's author"))
    return Section(RECOMMENDATION, tuple(blocks))


def grounds(paper: Paper, result: DecisionResult) -> list[Block]:
    """The verdict that the advice rests on, how firm it is, and what to answer first where too little is known."""
    verdict = conclusion(paper, result)
    blocks: list[Block] = [Paragraph(" ".join([verdict.text, *how_firm(paper, result)]), strong=verdict.names)]
    if result.verdict.kind == "not_enough_known":
        asked = [paper.subject.questions[each].ask for each in first_questions(paper, result)]
        blocks += [Paragraph(f"Answer first: {listed([f'“{each}”' for each in asked])}.")] if asked else []
    return blocks


def first_questions(paper: Paper, result: DecisionResult) -> tuple[str, ...]:
    """The questions to answer before anything can be said."""
    return tuple(each for each in result.verdict.answer_first if each not in paper.private)


def lower(text: str) -> str:
    """The text with a small first letter."""
    return text[:1].lower() + text[1:]
