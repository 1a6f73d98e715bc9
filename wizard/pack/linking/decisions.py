"""Decisions: the question of today offers exactly their models, and every move has its distance."""

from __future__ import annotations

from wizard.schema.decision import Decision

from .links import Links, Owner, did_you_mean


def check(links: Links) -> None:
    """Every decision."""
    for decision in links.parts.decisions.values():
        owner = ("decision", decision.id)
        models = links.parts.models_of(decision.id)
        whole = not links.doubts("model")
        if len(models) < 2 and whole:
            message = f"'{decision.id}' needs at least two models to choose from; it has {len(models)}."
            links.report(
                "too-few-models", owner, ("id",), message, f"Add files in 'models' with 'decision: {decision.id}'."
            )
        _weighed(links, decision, owner)
        _today(links, decision, owner, models if whole else None)
        for index, question in enumerate(decision.answer_first):
            links.known("question", question, links.parts.questions, owner, ("answer_first", index))
        for index, question in enumerate(decision.matters_most):
            links.known("question", question, links.parts.questions, owner, ("matters_most", index))
        links.each_once(decision.matters_most, "question-twice", owner, ("matters_most",), "of the two")
        links.each_once(decision.answer_first, "question-twice", owner, ("answer_first",), "of the two")
        if not decision.distances:
            links.report(
                "odd-move",
                owner,
                ("distances",),
                "There are no distances.",
                "Name at least one, such as 'retitle: ...'.",
            )
        _moves(links, decision, owner, models if whole else None)


def _weighed(links: Links, decision: Decision, owner: Owner) -> None:
    """Without a criterion there is nothing by which the models could be told apart."""
    criteria = links.parts.criteria.values()
    if criteria and not links.doubts("criterion") and all(each.decision != decision.id for each in criteria):
        message = f"No criterion belongs to '{decision.id}'."
        hint = f"Add a file in 'criteria' with 'decision: {decision.id}', or leave the decision out with all it has."
        links.report("no-criterion", owner, ("id",), message, hint)


def _today(links: Links, decision: Decision, owner: Owner, models: list[str] | None) -> None:
    name = decision.today
    if not links.known("question", name, links.parts.questions, owner, ("today",)):
        return
    question = links.parts.questions[name]
    if question.answer != "choices":
        message = f"'{name}' should be a question with 'answer: choices': a new council may inherit several."
        links.report("odd-question", owner, ("today",), message)
        return
    if models is None:
        return
    options = [option.id for option in question.options]
    for index, option in enumerate(options):
        if option not in models:
            message = f"'{option}' is not a model of '{decision.id}', which asks here how things are today."
            links.report(
                "odd-option", ("question", name), ("options", index, "id"), message, did_you_mean(option, models)
            )
    missing = [model for model in models if model not in options]
    if missing:
        message = f"'{name}' asks how things are today, but lacks the model {', '.join(missing)}."
        links.report("odd-option", ("question", name), ("options",), message, "Add an option for each.", key=True)


def _moves(links: Links, decision: Decision, owner: Owner, models: list[str] | None) -> None:
    for start, ends in decision.moves.items():
        if models is not None:
            links.known_model(start, decision.id, owner, ("moves", start), key=True)
        for end, distance in ends.items():
            path = ("moves", start, end)
            if end == start:
                links.report(
                    "odd-move", owner, path, f"'{end}' to itself is not a move.", "Remove this entry.", key=True
                )
            elif models is not None:
                links.known_model(end, decision.id, owner, path, key=True)
            links.known("distance", distance, decision.distances, owner, path)
    if models is None:
        return
    for start in models:
        if start not in decision.moves:
            message = f"The moves from '{start}' are missing."
            links.report(
                "odd-move",
                owner,
                ("moves",),
                message,
                f"Add a line '{start}: {{...}}' with the distance to each other model.",
                key=True,
            )
            continue
        missing = [end for end in models if end != start and end not in decision.moves[start]]
        if missing:
            message = f"How far is it from '{start}' to {', '.join(missing)}?"
            links.report("odd-move", owner, ("moves", start), message, "Add the distance for each.", key=True)
