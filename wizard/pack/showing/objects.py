"""Decisions, sections, models, criteria, measures, sources and findings."""

from __future__ import annotations

from wizard.conditions.nodes import ALWAYS
from wizard.pack.parsed import ParsedPack, PlacedArgument
from wizard.pack.usage import citations_in
from wizard.schema.grading import graded

from .lines import condition_words, evidence, example_lines, labelled, listed, text, titles


def show_decision(parsed: ParsedPack, name: str) -> list[str]:
    """What is being settled, between what, and how far the moves are."""
    decision = parsed.pack.decisions[name]
    lines = [f"{name}: {decision.title}", *text(decision.question), *labelled("Because", decision.because)]
    lines += labelled("Asked as things are today", decision.today)
    if decision.answer_first:
        lines += labelled("Needs answers first", ", ".join(decision.answer_first))
    lines += listed("Models", (f"{model.id}: {model.title}" for model in parsed.pack.models_of(name)))
    lines += listed("Distances, from small to large", (f"{key}: {words}" for key, words in decision.distances.items()))
    for start, ends in decision.moves.items():
        moves = ", ".join(f"to {end}: {distance}" for end, distance in ends.items())
        lines += labelled(f"From {start}", moves, 4)
    return lines


def show_section(parsed: ParsedPack, name: str) -> list[str]:
    """The questions of a section."""
    section = next(section for section in parsed.pack.sections if section.section == name)
    questions = (f"{question.id}: {question.ask}" for question in section.questions)
    return [f"{name}: {section.title}", *listed("Questions", questions)]


def show_model(parsed: ParsedPack, name: str) -> list[str]:
    """A model, what must be in place first, and the arguments that move it."""
    model = parsed.pack.models[name]
    lines = [f"{name}: {model.title}", *text(model.summary), *labelled("Decision", model.decision)]
    posts = model.statutory_posts
    lines += labelled("Joins", ", ".join(f"{what} {how}" for what, how in model.joins))
    lines += labelled("Director of children's services", posts.childrens)
    lines += labelled("Director of adult social services", posts.adults)
    lines += labelled("In law", f"{model.law.footing} (as at {model.law.as_at})")
    if model.available_when is not None:
        lines += labelled("Open when", condition_words(parsed, parsed.condition(model.available_when)))
        lines += labelled("Otherwise", model.unavailable_because or "")
    lines += listed("Gains", model.gains)
    lines += listed("Costs", model.costs)
    for label, things in (("Must be in place", model.preconditions), ("Variants", model.variants)):
        lines += [f"  {label}"] if things else []
        for thing in things:
            lines += text(f"{thing.id}: {thing.title}", 4)
            raw = getattr(thing, "needs", None) or getattr(thing, "when", None)
            lines += labelled("when", condition_words(parsed, parsed.condition(raw)), 6)
            lines += evidence(thing, 6)
    lines += listed("First steps", model.first_steps)
    lines += listed("Used by", model.used_by)
    lines += evidence(model, 2)
    return lines + _model_arguments(parsed, name)


def _model_arguments(parsed: ParsedPack, name: str) -> list[str]:
    for_it: list[str] = []
    against_it: list[str] = []
    for placed in parsed.arguments:
        found = parsed.moves(placed, name) if placed.criterion.decision == parsed.pack.models[name].decision else None
        if found is not None:
            grade, _ = graded(placed.argument, name, parsed.pack)
            words = f"{placed.criterion.id}.{placed.argument.id} ({grade.id}): {placed.argument.because}"
            (for_it if found[0] > 0 else against_it).append(words)
    return [*listed("Arguments for it", for_it), *listed("Arguments against it", against_it)]


def show_criterion(parsed: ParsedPack, name: str) -> list[str]:
    """A criterion and its arguments, each with the grade that its evidence earns."""
    criterion = parsed.pack.criteria[name]
    group = next(group.title for group in parsed.pack.head.groups if group.id == criterion.group)
    lines = [f"{name}: {criterion.title}", *text(criterion.question)]
    lines += text(f"Decision: {criterion.decision}. Group: {group}. Status: {criterion.status}.")
    lines += [line for end in ("0", "50", "100") for line in text(f"{end:>3}  {criterion.scale[end]}")]
    for placed in parsed.arguments:
        if placed.criterion is criterion:
            lines += ["", *_argument(parsed, placed)]
    examples = example_lines(criterion.examples)
    return [*lines, "", *examples] if examples else lines


def _argument(parsed: ParsedPack, placed: PlacedArgument) -> list[str]:
    argument = placed.argument
    when = "always" if placed.condition == ALWAYS else f"when {condition_words(parsed, placed.condition)}"
    lines = [*text(f"{argument.id} ({when})"), *text(argument.because, 4)]
    for label, sign, models in (("favours", "+", argument.favours), ("counts against", "-", argument.counts_against)):
        for named in models:
            grade, reason = graded(argument, named, parsed.pack)
            words = f"{label} “{parsed.pack.models[named].title}”: {grade.id} ({sign}{grade.step}), because {reason}"
            lines += text(words, 4)
    if argument.counts_against_moves is not None:
        far = argument.counts_against_moves.at_least
        lines += text(f"counts against every model at least this far from today's: {far}", 4)
        for model in parsed.pack.models_of(placed.criterion.decision):
            if parsed.moves(placed, model.id) is not None:
                grade, reason = graded(argument, model.id, parsed.pack)
                lines += text(f"“{model.title}”: {grade.id} (-{grade.step}), because {reason}", 6)
    lines += evidence(argument, 4)
    for citation, why in argument.shared_findings.items():
        lines += labelled(f"{citation} stands in another argument too", why, 4)
    return lines


def show_measure(parsed: ParsedPack, name: str) -> list[str]:
    """A measure and where it helps."""
    measure = parsed.pack.measures[name]
    lines = [f"{name}: {measure.title}", *text(measure.does), *labelled("Because", measure.because)]
    under = titles(parsed, measure.models) if measure.models else f"any model of {measure.decision}"
    lines += labelled("Works under", under)
    if measure.when is not None:
        lines += labelled("When", condition_words(parsed, parsed.condition(measure.when)))
    lines += listed("Lowers the risks", (f"{risk}: {parsed.pack.risks[risk].title}" for risk in measure.lowers))
    lines += listed("Used by", measure.used_by)
    return lines + evidence(measure, 2)


def show_source(parsed: ParsedPack, name: str) -> list[str]:
    """A source and its findings."""
    source = parsed.pack.sources[name]
    lines = [f"{name}: {source.title}", *text(f"{source.kind}, {source.publisher}, {source.date}")]
    lines += labelled("Limits", source.limits)
    if source.draws_on is not None:
        lines += labelled("Draws on, so is the same witness as", source.draws_on)
    return lines + listed("Findings", (f"{key}: {finding.says}" for key, finding in source.findings.items()))


def show_finding(parsed: ParsedPack, name: str) -> list[str]:
    """A finding and everything that cites it."""
    finding = parsed.pack.finding(name)
    lines = [
        name,
        *text(finding.says),
        *labelled("Where", finding.where),
        *labelled("Find it by", f"“{finding.phrase}”"),
    ]
    lines += labelled("Said by", f"{finding.speaker} ({finding.voices}, {finding.method})".replace("_", " "))
    if finding.holds is not None:
        lines += labelled("Who holds the post of", parsed.pack.models[finding.holds].title)
    if finding.places:
        lines += labelled("Places", ", ".join(finding.places))
    cited = []
    for resting, path, citation in citations_in(parsed.pack):
        if citation == name:
            verb = {"supported_by": "supports", "disputed_by": "disputes", "qualified_by": "qualifies"}[str(path[-2])]
            cited.append(f"{verb} {resting.name[0].lower()}{resting.name[1:]} ({resting.id})")
    return lines + (listed("It", cited) or text("Nothing cites it."))
