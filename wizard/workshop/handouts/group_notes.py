"""A facilitator's notes on a group that judges apart: what is asked, how it is joined, who sees what, dissent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, listed, sentence
from wizard.workshop.marks import mark_of

from .objections import objections
from .timing import minutes_to_fill, minutes_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.workshop.workshop import Workshop


def group_notes(workshop: Workshop) -> Document:
    """The whole notes; nothing of any sheet is in them, sealed or open. Raises Unreadable."""
    blocks: tuple[Block, ...] = (
        _aim(),
        _asked(workshop),
        Section("Timing", _numbered(_timing(workshop))),
        Section("Who may see what", _listed(_confidential(workshop))),
        _joined(),
        Section("Talking about what comes out", _numbered(_talking())),
        Section("How to record that somebody does not agree", _numbered(_dissent())),
        objections(workshop),
    )
    title = f"Facilitator's notes: {workshop.file.title}"
    return Document(title, "a group that judges apart", blocks, mark_of(workshop.file))


def _numbered(lines: Iterator[str]) -> tuple[Block, ...]:
    return (Items(tuple(Item(each, "numbered") for each in lines)),)


def _listed(lines: Iterator[str]) -> tuple[Block, ...]:
    return (Items(tuple(Item(each) for each in lines)),)


def _aim() -> Section:
    return Section(
        "The aim",
        (
            Paragraph(
                "To find out where people who know the same facts judge differently, and which of those differences "
                "matter to the result. It is not a vote: nothing is decided by counting, and the result is advice."
            ),
            Paragraph(
                "They answer apart so that nobody follows whoever speaks first, or ranks highest. Do not let anybody "
                "talk about the questions before all sheets are in, and do not fill one in yourself."
            ),
        ),
    )


def _asked(workshop: Workshop) -> Section:
    pack = workshop.rules.pack
    questions = tuple(Item(sentence(pack.questions[each].ask), "numbered") for each in workshop.file.questions)
    decisions = listed([f"“{pack.decisions[each].title}”" for each in workshop.file.decisions])
    return Section(
        "What is asked of each",
        (
            Items(questions),
            Paragraph(f"Then, on {decisions}: in which order the groups of criteria matter, some alike, or nothing."),
            Paragraph("All other answers are facts: they stand on the participant's sheet and are the same for all."),
        ),
    )


def _timing(workshop: Workshop) -> Iterator[str]:
    reading, filling = (counted(each(workshop), "minute") for each in (minutes_to_read, minutes_to_fill))
    yield f"Read the facts: {reading}. If a fact is wrong and matters, mend the council file and begin anew."
    yield f"Answer and seal: about {filling}. Say aloud how many are in, never who said what."
    yield "Open the sheets and read the spread: 8 minutes."
    yield "Talk about the disagreements at the top of the list: 10 minutes. They stand in order of what hangs on them."
    yield "Put down what somebody does not agree with, save: 4 minutes."


def _confidential(workshop: Workshop) -> Iterator[str]:
    yield "Until all are in, nobody sees a sheet, not even you. Whoever can open the folder can read the files in it."
    yield "Once open, all in the room see who answered what, by the names on the sheets. Say so before they begin."
    yield "Let roles or teams be the names. The joined file and the report carry those names to whoever reads them."
    if workshop.file.confidential:
        yield "This workshop is confidential: sensitive facts and questions are in it. Collect every sheet of paper."
    else:
        yield "Sensitive questions are not asked here, and sensitive facts are kept back from the sheets."


def _joined() -> Section:
    from wizard.workshop.group.document import HOW

    return Section("How the sheets are joined", (Paragraph(HOW),))


def _talking() -> Iterator[str]:
    yield "Begin with what all agree on: read it out, it is soon forgotten."
    yield (
        "Take the disagreement on which most hangs. Ask first those who answer as fewest do: what do you know that we "
        "do not?"
    )
    yield "Ask what would settle it: a fact that somebody can find out (write down who), or a preference?"
    yield "Where nothing hangs on a disagreement say so, and leave it."
    yield "Where all agree, ask what would have to be true for the other model, and who is not in the room."


def _dissent() -> Iterator[str]:
    yield "When the joined result is read, ask each by name: is there anything here that you do not stand behind?"
    yield (
        "Whoever does not agree writes it in their own words, in the browser or on the back of the sheet, for each "
        "question being settled."
    )
    yield "What stands on paper goes in afterwards with: wizard workshop object FOLDER --name TEAM."
    yield "Change no word of it. It goes into the joined council file and the report, with the name on the sheet."
    yield "Nobody has to say why; nobody is asked to take it back."
