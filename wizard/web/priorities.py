"""Priorities: what they do to each decision, and weights for the groups of reasons, in whose name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.setting_priorities import SaidBy
from wizard.report.document import Section
from wizard.report.priorities_on_screen import HOW_TO_SAY, criteria_words, priorities_blocks, priorities_found, to_weigh
from wizard.session.change import NotTaken
from wizard.session.weighing import usual_role

from .documents import html_of
from .exchange import Goto, Page
from .markup import Html, joined, tag
from .results import placed_of
from .shell import button, errors_box
from .visit import not_there

if TYPE_CHECKING:
    from wizard.report.priorities_on_screen import ToWeigh

    from .exchange import Given
    from .visit import Visit

AT = "priorities"
BEFORE = (
    "Setting them before you see a result shows that no result swayed them: when each was set stands in every report."
)


def priorities(visit: Visit) -> Given:
    """Every decision with a form; what priorities do is shown once a result was looked at."""
    return _page(visit, "", "")


def weigh(visit: Visit) -> Given:
    """Takes weights up, and back those that were emptied."""
    decision = visit.form.one("decision")
    if decision not in visit.session.view.weighable:
        raise not_there()
    stated = {each.id: each.stated for each in to_weigh(visit.session, decision, None)}
    typed = {each: visit.form.one(f"weight_{each}").strip() for each in stated}
    weights = {each: words for each, words in typed.items() if words and words != stated[each]}
    emptied = [each for each, words in typed.items() if not words and stated[each]]
    try:
        by = SaidBy(visit.form.one("set_by").strip() or None, why=visit.form.one("because").strip() or None)
        if emptied:
            visit.desk.change(lambda session: session.remove_weights(decision, emptied))
        if weights:
            visit.desk.change(lambda session: session.set_weights(decision, weights, by))
    except NotTaken as fault:
        return _page(visit, decision, " ".join(each for each in (fault.message, fault.hint) if each))
    visit.desk.tell("The weights are taken up." if weights or emptied else "The weights stay as they were.")
    return Goto("/priorities")


def _page(visit: Visit, wrong: str, words: str) -> Page:
    session = visit.session
    # What priorities do is a result: whoever has not looked at one can set them unswayed.
    shown = session.ranking_visible
    subject = placed_of(visit) if shown else None
    field = f"weight-{wrong}-{next(iter(to_weigh(session, wrong, None))).id}" if wrong else ""
    parts: list[Html | None] = [errors_box(((field, words),) if wrong else ()), None if shown else tag("p", BEFORE)]
    if subject is not None:
        told = [
            Section(each.decision.title, priorities_blocks(subject, each, priorities_found(subject, each)))
            for each in subject.assessment.decisions
        ]
        parts.append(html_of(told))
    parts.append(tag("h2", "Say how much each should count"))
    parts += [_form(visit, each, each == wrong) for each in session.view.weighable]
    status = 422 if wrong else 200
    return Page("Priorities", joined(parts), status, at=AT, before_title="Error: " if wrong else "")


def _form(visit: Visit, decision: str, wrong: bool) -> Html:
    pack = visit.session.rules.pack
    fields = [_weight(visit, decision, each, wrong) for each in to_weigh(visit.session, decision, None)]
    fields.append(_words(decision, "set_by", "In whose name, as a role", usual_role(visit.session.file)))
    fields.append(_words(decision, "because", "Why", ""))
    legend = tag("legend", "Weights of 100", class_="sub")
    hidden = tag("input", type="hidden", name="decision", value=decision)
    save = tag("div", button("Save the weights"), class_="buttons")
    group = tag("fieldset", legend, tag("p", HOW_TO_SAY["weight"], class_="hint"), *fields)
    form = visit.to_form("/priorities", hidden, group, save)
    return tag("details", tag("summary", pack.decisions[decision].title), form, open=wrong)


def _weight(visit: Visit, decision: str, each: ToWeigh, wrong: bool) -> Html:
    """The field for one group, and what the group is made of."""
    weighable = visit.session.view.weighable[decision]
    id, about = f"weight-{decision}-{each.id}", f"about-{decision}-{each.id}"
    made_of = criteria_words(visit.session.rules.pack, weighable, each.id)
    field = tag(
        "input",
        type="text",
        inputmode="decimal",
        class_="short",
        id=id,
        name=f"weight_{each.id}",
        value=visit.form.one(f"weight_{each.id}") if wrong else each.stated,
        autocomplete="off",
        aria_describedby=about,
    )
    return tag(
        "div", tag("label", each.title, for_=id), tag("p", made_of, class_="hint", id=about), field, class_="field"
    )


def _words(decision: str, name: str, label: str, value: str) -> Html:
    field = tag("input", type="text", id=f"{name}-{decision}", name=name, value=value, autocomplete="off")
    return tag("div", tag("label", label, for_=f"{name}-{decision}"), field, class_="field")
