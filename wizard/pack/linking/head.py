"""`pack.yaml`: what it names exists, and its lists are in order."""

from __future__ import annotations

from wizard.conditions.dates import days_of
from wizard.pack.places import Path
from wizard.schema.pack_head import PackHead, Thresholds

from .links import Links, did_you_mean

OWNER = ("pack", "")
REQUIRED_GRADES = ("slight", "fair", "firm")


def check(links: Links) -> None:
    """Everything in the head that a schema class cannot see."""
    head = links.parts.head
    if head is None:
        return
    links.ids_once([group.id for group in head.groups], OWNER, ("groups",), "a group")
    _grades(links, head)
    _decision_date(links, head)
    _period(links, head)
    _thresholds(links, head)
    _renamed(links, head)


def _grades(links: Links, head: PackHead) -> None:
    ids = [grade.id for grade in head.grades]
    links.ids_once(ids, OWNER, ("grades",), "a grade")
    missing = [grade for grade in REQUIRED_GRADES if grade not in ids]
    if missing:
        message = f"The grades lack {', '.join(missing)}."
        links.report(
            "odd-grade",
            OWNER,
            ("grades",),
            message,
            "The grades are slight, fair and firm, and one below slight if you wish.",
            key=True,
        )
        return
    order = [*(each for each in ids if each not in REQUIRED_GRADES), *REQUIRED_GRADES]
    if ids != order or len(ids) > len(REQUIRED_GRADES) + 1:
        message = f"The grades stand as {', '.join(ids)}."
        hint = "Write at most one below slight, then slight, fair and firm."
        links.report("odd-grade", OWNER, ("grades",), message, hint, key=True)
    for index, (lower, higher) in enumerate(zip(head.grades, head.grades[1:], strict=False)):
        if lower.step >= higher.step:
            message = f"The step of '{higher.id}' is not above that of '{lower.id}'."
            links.report("odd-grade", OWNER, ("grades", index + 1, "step"), message, "Steps rise from grade to grade.")


def _decision_date(links: Links, head: PackHead) -> None:
    name = head.decision_date
    if not links.known("question", name, links.parts.questions, OWNER, ("decision_date",)):
        return
    kind = links.parts.questions[name].answer
    if kind != "date":
        message = f"'{name}' should be a question with 'answer: date', not '{kind}'."
        links.report("odd-question", OWNER, ("decision_date",), message)


def _period(links: Links, head: PackHead) -> None:
    days = {}
    for key in ("first", "last"):
        text = getattr(head.period, key)
        days[key] = days_of(text)
        if days[key] is None:
            hint = "Write a year, a month or a day: 2008, 2008-04 or 2008-04-01."
            links.report("wrong-type", OWNER, ("period", key), f"'{text}' is not a date.", hint)
    first, last = days["first"], days["last"]
    if first is not None and last is not None and last[1] < first[0]:
        links.report("odd-bound", OWNER, ("period", "last"), "'last' is before 'first'.", "Swap the two.")


def _thresholds(links: Links, head: PackHead) -> None:
    names = [name for name in Thresholds.model_fields if name != "because"]
    because = head.thresholds.because
    for name in because:
        links.known("threshold", name, names, OWNER, ("thresholds", "because", name), key=True)
    # One that the rule set leaves out keeps the program's own value, which is not the rule set's to account for.
    missing = [name for name in names if name in head.thresholds.model_fields_set and name not in because]
    if missing:
        message = f"No reason is given for {', '.join(missing)}."
        links.report(
            "missing-reason",
            OWNER,
            ("thresholds", "because"),
            message,
            "A threshold is a judgement: say why, in a line for each.",
            key=True,
        )


def _renamed(links: Links, head: PackHead) -> None:
    """Old names lead to something that exists, and are in use no longer."""
    parts = links.parts
    path: Path
    for what, table, names in (
        ("question", "questions", list(parts.questions)),
        ("model", "models", list(parts.models)),
    ):
        for old, new in getattr(head.renamed, table).items():
            path = ("renamed", table, old)
            if old in names:
                links.report("odd-rename", OWNER, path, f"'{old}' is still a {what}.", "Remove this line.", key=True)
            links.known(what, new, names, OWNER, path)
    for question, options in head.renamed.answers.items():
        if not links.known("question", question, parts.questions, OWNER, ("renamed", "answers", question), key=True):
            continue
        known = [option.id for option in parts.questions[question].options]
        for old, new in options.items():
            path = ("renamed", "answers", question, old)
            if old in known:
                message = f"'{old}' is still an answer to '{question}'."
                links.report("odd-rename", OWNER, path, message, "Remove this line.", key=True)
            if new not in known:
                message = f"'{new}' is not an answer to '{question}'."
                links.report("unknown-answer", OWNER, path, message, did_you_mean(new, known))
