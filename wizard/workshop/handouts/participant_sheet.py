"""What each of those who take part gets: what is asked of them, and the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence
from wizard.workshop.facts import facts_document
from wizard.workshop.marks import mark_of
from wizard.workshop.sound import MOST_REASONS, MOST_RISKS

from .timing import minutes_to_fill, minutes_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.workshop.workshop import Workshop


def participant_sheet(workshop: Workshop) -> Document:
    """The whole sheet; nothing on it says what others answered, or what a place did. Raises NotTaken, Unreadable."""
    facts = facts_document(workshop)
    asked = _of_a_case(workshop) if workshop.is_case_study else _of_a_group(workshop)
    blocks = (
        Section("What is asked of you", (Items(tuple(Item(each, "numbered") for each in asked)),)),
        *(_models(workshop) if workshop.is_case_study else ()),
        Section("The facts", facts.blocks),
    )
    title = facts.title if workshop.is_case_study else workshop.file.title
    return Document(title, "Participant's sheet", blocks, mark_of(workshop.file))


def _of_a_case(workshop: Workshop) -> Iterator[str]:
    yield f"Read the facts (about {_reading(workshop)}). They are what was known before the place chose."
    yield (
        "Foretell which model the evidence points to, not which one the council chose, and tick at most "
        f"{MOST_REASONS} reasons. Add a reason in your own words if the sheet lacks it."
    )
    yield f"Name at most {MOST_RISKS} risks that you would watch first, whatever is chosen."
    yield f"Hand the sheet in after about {_filling(workshop)}. Nobody sees it before all are in."
    yield (
        "Then you are told, step by step, what the evidence says, what the place did and what became of it. If you "
        "know the place, say so to the facilitator and to nobody else."
    )
    yield (
        "Credit is for risks that were there and reasons that hold. There is none for agreeing with the council: it "
        "had reasons of its own, and it may have been wrong."
    )


def _of_a_group(workshop: Workshop) -> Iterator[str]:
    count = len(workshop.file.questions)
    yield f"Read the facts (about {_reading(workshop)}). Everybody has the same ones; if one is wrong, say so to all."
    yield (
        f"Answer {counted(count, 'question')} by yourself (about {_filling(workshop)}): people who know the same facts "
        "may answer these differently. “Not sure” is a proper answer."
    )
    yield "Say in which order the groups of criteria matter to you, some alike if you like, or leave it empty."
    yield "Once it is sealed your sheet cannot be changed, and nobody sees it before all are in."
    yield (
        "Once the sheets are open, all in the room see who answered what, by the names on the sheets. A role or a team "
        "will do for a name."
    )
    yield (
        "Where you do not agree with what comes out you can put that down in your own words. It goes into the council "
        "file and into the report, as you wrote it."
    )
    if workshop.file.confidential:
        yield "This sheet holds sensitive facts: leave it in the room."


def _reading(workshop: Workshop) -> str:
    return counted(minutes_to_read(workshop), "minute")


def _filling(workshop: Workshop) -> str:
    return counted(minutes_to_fill(workshop), "minute")


def _models(workshop: Workshop) -> Iterator[Section]:
    from wizard.workshop.training.offered import offered

    parts = []
    for each in offered(workshop).decisions:
        items = tuple(
            Item(
                f"{model.title}. {sentence(model.says)}",
                notes=(sentence(f"not open here: {model.why_not}"),) if model.why_not else (),
            )
            for model in each.models
        )
        parts.append(Section(each.decision.title, (Items(items),)))
    yield Section("The models to choose from", tuple(parts) or (Paragraph("None."),))
