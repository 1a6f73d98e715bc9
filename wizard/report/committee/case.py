"""The reasons for the recommendation, the options and why each is not preferred, and the case for the runner-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.lead import parts_of_lead
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import counted, listed, sentence, whole
from wizard.report.ranking import is_ranked, model_words, openness_words
from wizard.report.staying import measures_for
from wizard.report.subject import spoken_for

from .figures_shown import ranking_figure, waterfall_figure
from .paper import second_best
from .told_reasons import reasons_against, reasons_for, told

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult, Reason, Standing

    from .paper import Paper

REASONS, OPTIONS, RUNNER_UP = "Reasons", "Options considered", "The strongest case for the runner-up"
STAYING = "Staying as it is"
MOST_FOR, MOST_AGAINST, MOST_OF_SEVERAL, MOST_FOR_SECOND, MOST_MEASURES = 5, 4, 2, 4, 3
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def by_decision(paper: Paper, title: str, made: list[tuple[DecisionResult, tuple[Block, ...]]]) -> Section:
    """A section with a part for each decision, or without parts where there is only one."""
    if len(made) == 1:
        return Section(title, made[0][1])
    return Section(title, tuple(Section(result.decision.title, blocks) for result, blocks in made if blocks))


def reasons(paper: Paper) -> Section:
    """Per decision what speaks for and against what the verdict names."""
    return by_decision(paper, REASONS, [(result, _reasons(paper, result)) for result in paper.results])


def _reasons(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    if not is_ranked(result):
        return (Paragraph("Nothing is pointed to yet, so there are no reasons for a recommendation."),)
    spoken = spoken_for(result)
    most = MOST_FOR if len(spoken) == 1 else MOST_OF_SEVERAL
    blocks: list[Block] = [Paragraph("No model is open.")] if not spoken else []
    for each in spoken:
        name, model = each.model.name, each.model.id
        blocks.append(Section(f"For {name}", told(paper, reasons_for(result, model), "for", most)))
        against = told(paper, reasons_against(result, model), "against", min(most, MOST_AGAINST))
        blocks.append(Section(f"Against {name}", against))
    return tuple(blocks)


def options(paper: Paper) -> Section:
    """Per decision every model, staying among them, with why it is not preferred."""
    return by_decision(paper, OPTIONS, [(result, _options(paper, result)) for result in paper.results])


def _options(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    ranked = is_ranked(result)
    figure = ranking_figure(paper, result) if ranked else None
    standings = list(result.standings)
    if not ranked:
        standings.sort(key=lambda each: each.model.order)
    models = tuple(
        Section(model_words(each), (Paragraph(_option_words(paper, result, each)), *_why_blocks(paper, result, each)))
        for each in standings
    )
    return (*([figure] if figure else []), *models, Section(STAYING, _staying(paper, result)))


def _option_words(paper: Paper, result: DecisionResult, each: Standing) -> str:
    return f"{sentence(each.model.summary)} {_standing(paper, result, each)}".strip()


def _why_blocks(paper: Paper, result: DecisionResult, each: Standing) -> tuple[Block, ...]:
    why = _why(paper, result, each)
    return (Items(tuple(Item(reason) for reason in why)),) if why else ()


def _standing(paper: Paper, result: DecisionResult, each: Standing) -> str:
    """Where it stands, in words that the verdict has a right to; nothing where nothing is ranked."""
    if each.openness in ("not_open", "off_the_table") or not is_ranked(result):
        return ""
    competing = result.competing
    place = competing.index(each)
    if paper.withheld:
        return f"It stands {PLACES[place]} of {len(competing)}."
    level = [other.model.name for other in competing if other is not each and other.total == each.total]
    place = sum(other.total > each.total for other in competing)
    shared = f", level with {listed(level)}" if level else ""
    return f"It stands {PLACES[place]} of {len(competing)}, at {whole(each.total)}{shared}."


def _why(paper: Paper, result: DecisionResult, each: Standing) -> tuple[str, ...]:
    """Why it is not preferred; nothing of one that is."""
    if each.openness in ("not_open", "off_the_table"):
        return (f"Not preferred: {openness_words(each).removeprefix(each.model.title).strip()}",)
    if paper.rests_on_private(each.waits_for):
        return ("Whether it can be chosen rests on an answer that is kept private.",)
    if not is_ranked(result):
        return ("Nothing is preferred yet: too little is known.",)
    spoken = [one.model.id for one in spoken_for(result)]
    if each.model.id == result.verdict.leader:
        return ("This is what the evidence points to.",) if result.verdict.kind == "clear" else ()
    if each.model.id in spoken and len(spoken) > 1:
        return ("Neither preferred nor set aside: see the recommendation.",)
    first = result.competing[0]
    because = why_behind(paper, result, first, each)
    if not because:
        return ("Not preferred: what stands before it adds up to more, reason by reason.",)
    return tuple(f"Not preferred to {first.model.name}: {sentence(reason)}" for reason in because)


def why_behind(paper: Paper, result: DecisionResult, first: Standing, other: Standing) -> tuple[str, ...]:
    """The weightiest reasons that are known and put `first` before `other`, each with its evidence."""
    parts = [
        part for part in parts_of_lead(result, first.model.id, other.model.id) if part.adds > 0 and not part.undecided
    ]
    most = 2 if len(result.competing) < 3 else 1
    return tuple(f"{part.argument.because.rstrip('.')} ({paper.citing.aside(part.argument)})" for part in parts[:most])


def _staying(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    """What staying would mean; where it cannot be weighed, why."""
    today = [each for each in result.standings if each.is_today]
    question = paper.subject.questions[result.decision.today]
    if len(today) > 1:
        names = listed([each.model.name for each in today])
        return (Paragraph(f"The council inherits {names}: there is no one arrangement to stay with."),)
    if not today:
        private = " The answer is kept private." if question.id in paper.private else ""
        return (Paragraph(f"Staying cannot be set beside the others until this is known: “{question.ask}”{private}"),)
    each = today[0]
    blocks: list[Block] = [Paragraph(_staying_words(result, each))]
    helping = [found for found in measures_for(result, each.model.id) if found.helps is True]
    if helping:
        blocks.append(Paragraph("What joins up the front line without a change at the top:"))
        blocks.append(
            Items(
                tuple(
                    Item(sentence(found.measure.title), "point", paper.citing.aside(found.measure), ())
                    for found in helping[:MOST_MEASURES]
                )
            )
        )
        left = len(helping) - MOST_MEASURES
        blocks += [Paragraph(f"{counted(left, 'more measure')} would help as well.")] if left > 0 else []
    return tuple(blocks)


def _staying_words(result: DecisionResult, each: Standing) -> str:
    name = each.model.name
    if each.openness == "not_open":
        return sentence(f"Today's arrangement, {name}, is not open: {each.why_not or 'the law'}")
    if each.openness == "off_the_table":
        return sentence(
            f"Today's arrangement, {name}, was taken off the table: {each.why_not or 'no reason was given'}"
        )
    if each.model.id == result.verdict.leader:
        return f"Staying means keeping {name}. It is the model that the recommendation names."
    return f"Staying means keeping {name}, with no change at the top."


def runner_up(paper: Paper) -> Section:
    """Per decision the strongest case for the model that stands second."""
    return by_decision(paper, RUNNER_UP, [(result, _runner_up(paper, result)) for result in paper.results])


def _runner_up(paper: Paper, result: DecisionResult) -> tuple[Block, ...]:
    second = second_best(result)
    if second is None:
        if not is_ranked(result):
            return (Paragraph("Nothing is ranked yet: no model is first, and none is second."),)
        return (Paragraph("No second model is open, so there is no runner-up."),)
    first = result.competing[0] if result.competing[0] is not second else result.competing[1]
    said = (
        f"The runner-up is {second.model.name}. Of all that holds for this council, this speaks most strongly for it:"
    )
    blocks: list[Block] = [Paragraph(said, strong=(second.model.name,))]
    blocks += told(paper, strongest(result, second, first), "for", MOST_FOR_SECOND)
    figure = waterfall_figure(paper, result, first, second)
    return (*blocks, *([figure] if figure else []))


def strongest(result: DecisionResult, second: Standing, first: Standing) -> list[Reason]:
    """What speaks for the second and what speaks against the first, the weightiest first; each argument once."""
    found = [*reasons_for(result, second.model.id), *reasons_against(result, first.model.id)]
    found.sort(key=lambda each: -abs(each.weighted))
    return list({(each.criterion, each.argument.id): each for each in reversed(found)}.values())[::-1]
