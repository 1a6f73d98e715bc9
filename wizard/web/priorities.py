"""Priorities: what they do to a decision, what people have set, every way of setting them, and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.report.changes_made import change_made
from wizard.report.declared_weights import declared_in, declared_weight_words
from wizard.report.document import Section
from wizard.report.figures import sentence
from wizard.report.priorities_changed import PrioritiesChanged, changed_blocks
from wizard.report.priorities_on_screen import (
    either_or,
    groups_to_look_into,
    priorities_blocks,
    priorities_found,
    to_weigh,
)
from wizard.report.priorities_words import WHOSE_THEY_ARE, trade_off_set_words, weight_set_words

from .documents import html_of
from .exchange import Goto, Page
from .markup import Html, joined, tag
from .results import placed_of
from .shell import button
from .visit import not_there

if TYPE_CHECKING:
    from wizard.proof.setting_priorities import NewPriorities
    from wizard.report.priorities_on_screen import EitherOr
    from wizard.schema.council import TradeOffEntry, WeightEntry
    from wizard.session.change import Change
    from wizard.session.session import Session

    from .exchange import Given
    from .visit import Visit

AT = "priorities"
BEFORE = (
    "Setting them before you see a result shows that no result swayed them: when each was set stands in every report."
)
SET = "What people have set"
QUIET = "quiet-words"
NOTHING_SET = "Nothing: every group counts the same."
NOTHING_TO_WEIGH = "There is only one thing to weigh here."
FIRST = "Answer this first: it could change the result"
WAYS = {
    "points": "Give points to how much each step from worst to best matters",
    "order": "Put them in an order, what matters most first",
    "weights": "Say how much of 100 each should count",
}
"""The ways of weighing several at once, by their addresses."""


class Weighed(NamedTuple):
    """What was set last, kept to be looked at: the change, and what it made of the result."""

    change: Change
    changed: PrioritiesChanged


def first(visit: Visit) -> Given:
    """The priorities of the first question being settled."""
    return Goto(f"/priorities/{next(iter(visit.session.view.weighable))}")


def priorities(visit: Visit) -> Given:
    """One decision; what priorities do to it is shown once a result was looked at."""
    session, decision = visit.session, decision_of(visit)
    parts: list[Html | None] = [_decisions(visit, decision)]
    asked: tuple[EitherOr, ...] = ()
    # What priorities do is a result: whoever has not looked at one can set them unswayed.
    if session.ranking_visible:
        subject = placed_of(visit)
        result = subject.assessment.decision(decision)
        found = priorities_found(subject, result)
        asked = either_or(found)
        told = priorities_blocks(subject, result, found)
        # What is set stands below, where each can be taken back.
        parts.append(html_of(each for each in told if not (isinstance(each, Section) and each.title == SET)))
    else:
        parts += [tag("p", WHOSE_THEY_ARE), tag("p", BEFORE)]
    parts += [tag("h2", "Say what matters more"), _ways(visit, decision, asked), tag("h2", SET), _set(visit, decision)]
    title = session.rules.pack.decisions[decision].title
    return Page(f"Priorities: {title}", joined(parts), at=AT)


def take_back(visit: Visit) -> Given:
    """One weight, every weight, or one answer to which of two matters more. Raises Refusal where it is not there."""
    session, decision = visit.session, decision_of(visit)
    what, _, which = visit.form.one("back").partition(":")
    stated = session.file.weights.get(decision, {})
    compared = session.file.trade_offs.get(decision, ())
    if what == "weights":
        change = visit.desk.change(lambda work: work.remove_weights(decision, tuple(stated)))
    elif what == "weight" and which in stated:
        change = visit.desk.change(lambda work: work.remove_weights(decision, [which]))
    else:
        pair = next((each.of for each in compared if what == "compared" and ":".join(each.of) == which), None)
        if pair is None:
            raise not_there()
        change = visit.desk.change(lambda work: work.forget_comparison(decision, pair))
    visit.desk.tell(change_made(session.rules, change) if change is not None else "That is so already.")
    return Goto(f"/priorities/{decision}")


def changed(visit: Visit) -> Given:
    """What was set last, and what it made of the result; gone once something else was changed."""
    session, decision, last = visit.session, decision_of(visit), visit.desk.weighed
    if last is None or session.changes[-1:] != (last.change,) or last.changed.decision != decision:
        return Goto(f"/priorities/{decision}")
    asked = worth_asking(visit, decision)
    onward = "Answer the next question: which of two matters more?" if asked else "Say more about priorities"
    links = tag(
        "p",
        tag("a", onward, href=f"/priorities/{decision}{'/which' if asked else ''}", class_="next"),
    )
    back = tag("p", tag("a", "Back to the priorities", href=f"/priorities/{decision}")) if asked else None
    undo = tag("p", button("Take the last change back", value="undo", quiet=True))
    parts = (html_of(changed_blocks(last.changed)), links, back, visit.to_form("/work", undo))
    return Page("What that changes", joined(parts), at=AT)


def record(visit: Visit, decision: str, new: NewPriorities) -> Goto:
    """Takes new priorities up, and leads to what they made of the result."""
    before = placed_of(visit)
    change = visit.desk.change(lambda session: session.prioritise(decision, new))
    if change is None:
        visit.desk.tell("That is so already.")
        return Goto(f"/priorities/{decision}")
    seen = visit.session.ranking_visible
    visit.desk.weighed = Weighed(change, PrioritiesChanged(before, placed_of(visit), decision, new, seen, saved=True))
    return Goto(f"/priorities/{decision}/changed")


def worth_asking(visit: Visit, decision: str) -> tuple[EitherOr, ...]:
    """The either/or questions that would move this result, three at most; none before a result was looked at."""
    if not visit.session.ranking_visible:
        return ()
    subject = placed_of(visit)
    return either_or(priorities_found(subject, subject.assessment.decision(decision)))


def decision_of(visit: Visit) -> str:
    """The decision that the address names. Raises Refusal where there is none."""
    if visit.names["decision"] not in visit.session.view.weighable:
        raise not_there()
    return visit.names["decision"]


def _decisions(visit: Visit, decision: str) -> Html | None:
    """The way to the other questions being settled."""
    every = visit.session.view.weighable
    if len(every) < 2:
        return None
    links = (
        tag(
            "li",
            tag(
                "a",
                visit.session.rules.pack.decisions[each].title,
                href=f"/priorities/{each}",
                aria_current="page" if each == decision else None,
            ),
        )
        for each in every
    )
    return tag("nav", tag("ol", *links), aria_label="Questions being settled", class_="pages")


def _ways(visit: Visit, decision: str, asked: tuple[EitherOr, ...]) -> Html:
    wholes = weighable_in(visit.session, decision)
    if not wholes:
        return tag("p", NOTHING_TO_WEIGH)
    which = f"{asked[0].ask} {FIRST}" if asked else "Say which of two groups matters more"
    links = [("/which", which)] if None in wholes else []
    links += [(way_to(way, wholes[0]), words) for way, words in WAYS.items()]
    return tag("ul", *(tag("li", tag("a", words, href=f"/priorities/{decision}{to}")) for to, words in links))


def _set(visit: Visit, decision: str) -> Html:
    """Everything that was set, each with a button that takes it back; what the rule set says stays."""
    session, pack = visit.session, visit.session.rules.pack
    weights = session.file.weights.get(decision, {})
    items = [
        _set_item(visit, decision, sentence(weight_set_words(pack, each, entry)), entry, f"weight:{each}")
        for each, entry in weights.items()
    ]
    items += [
        tag("li", tag("p", declared_weight_words(pack, each, entry)), tag("p", f"Why: {entry.why}", class_=QUIET))
        for each, entry in declared_in(session.assessment, decision).items()
    ]
    items += [
        _set_item(visit, decision, sentence(trade_off_set_words(pack, entry)), entry, f"compared:{':'.join(entry.of)}")
        for entry in session.file.trade_offs.get(decision, ())
    ]
    if not items:
        return tag("p", NOTHING_SET)
    every = visit.to_form(
        f"/priorities/{decision}", tag("p", button("Take every weight back", "back", "weights", quiet=True))
    )
    return joined((tag("ul", *items, class_="list"), every if len(weights) > 1 else None))


def _set_item(visit: Visit, decision: str, words: str, entry: WeightEntry | TradeOffEntry, back: str) -> Html:
    why = tag("p", f"Why: {entry.why}", class_=QUIET) if entry.why else None
    take = button("Take it back", "back", back, quiet=True, label=f"Take it back: {words}")
    return tag("li", tag("p", words), why, visit.to_form(f"/priorities/{decision}", take))


def weighable_in(session: Session, decision: str) -> list[str | None]:
    """What can be weighed against each other: all groups (None), and the criteria of each group that has several."""
    groups = to_weigh(session, decision, None)
    within = [each.id for each in groups_to_look_into(session, decision)]
    return [None, *within] if len(groups) > 1 else [*within]


def way_to(way: str, whole: str | None) -> str:
    """The end of the address where `whole` is weighed in some way."""
    return f"/{way}" if whole is None else f"/{way}/{whole}"
