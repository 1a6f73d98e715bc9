"""How priorities are said line by line: which of two matters more, points, an order, or weights in 100."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.engine.eliciting import NotWeights
from wizard.proof import setting_priorities as setting
from wizard.report.priorities_words import (
    answer_words,
    question_words,
    stake_words,
    title_of,
    trade_off_set_words,
    weight_set_words,
    within,
)
from wizard.report.session_variants import subject_of

from .lines import number_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wizard.engine.trade_offs import TradeOff
    from wizard.proof.setting_priorities import NewPriorities, SaidBy
    from wizard.session.session import Session

    from .conversation import Conversation

NEITHER = 3


class Whole(NamedTuple):
    """What shares a whole: all groups (`group` is None), or the criteria of one."""

    group: str | None
    ids: tuple[str, ...]


def wholes(session: Session, decision: str) -> list[Whole]:
    """What can be weighed against each other, the groups first."""
    weighable = session.view.weighable[decision]
    groups = tuple(each for each, group in weighable.items() if group is None)
    inner = [Whole(group, tuple(each for each, of in weighable.items() if of == group)) for group in groups]
    return [Whole(None, groups), *(each for each in inner if len(each.ids) > 1)]


def chosen_whole(talk: Conversation, decision: str) -> Whole | None:
    """The whole that is to be weighed; None where the person leaves it."""
    every = wholes(talk.session, decision)
    if len(every) == 1:
        return every[0]
    for number, each in enumerate(every, start=1):
        title = "the groups against each other"
        if each.group is not None:
            title = f"within “{title_of(talk.session.rules.pack, each.group)}”"
        talk.say(f"{number}: {title}")
    number = number_in(talk, f"What is to be weighed? 1 to {len(every)}, Enter to leave it:", len(every))
    return every[number - 1] if number else None


def number_in(talk: Conversation, prompt: str, most: int) -> int:
    """A number from 1 to `most`, asked for until there is one; 0 for Enter. Raises Cancelled."""
    while line := talk.fill_in(prompt):
        if number := number_of(line, most):
            return number
        talk.say(f"“{shown(line)}” is not a number from 1 to {most}.")
    return 0


def said_by(talk: Conversation) -> SaidBy:
    """Whose view it is, and why; whether a result was seen before is known."""
    who = talk.fill_in("Whose view is this? A role, such as chief executive; Enter for none:")
    why = talk.fill_in("Why? Enter for no reason:")
    when = "after_result" if talk.session.record.ranking_seen else "before_result"
    return setting.SaidBy(who or None, when, why or None)  # type: ignore[arg-type]


def put(talk: Conversation, decision: str, make: Callable[[SaidBy], NewPriorities]) -> None:
    """Takes up what was said, and tells what it makes of the result where that may be told."""
    from wizard.report.document import Section
    from wizard.report.priorities_changed import PrioritiesChanged, priorities_changed_document

    session = talk.session
    try:
        new = make(said_by(talk))
    except NotWeights as fault:
        talk.say(f"{fault.message} {fault.hint}".rstrip())
        return
    before = subject_of(session)
    change = session.prioritise(decision, new)
    if change is None:
        talk.say("That is so already.")
        return
    talk.changed(change)
    found = PrioritiesChanged(before, subject_of(session), decision, new, session.ranking_visible, True)
    sections = [each for each in priorities_changed_document(found).blocks if isinstance(each, Section)]
    talk.read_out(sections)


# ---- the ways of saying it ----


def by_trade_offs(talk: Conversation, decision: str) -> None:
    """The trade-offs worth asking where a result may be seen, else any two groups."""
    worth = _worth_asking(talk.session, decision)
    if worth:
        for each in worth:
            if not _ask_trade_off(talk, decision, each):
                return
        return
    groups = wholes(talk.session, decision)[0].ids
    pack = talk.session.rules.pack
    talk.say(*(f"{number}: {title_of(pack, each)}" for number, each in enumerate(groups, start=1)))
    one = number_in(talk, f"Which group matters more? 1 to {len(groups)}, Enter to leave it:", len(groups))
    other = number_in(talk, f"More than which? 1 to {len(groups)}, Enter to leave it:", len(groups)) if one else 0
    if other:
        _compare(talk, decision, groups[one - 1], groups[other - 1], one_matters_more=True)


def _worth_asking(session: Session, decision: str) -> Sequence[TradeOff]:
    from wizard.engine.trade_offs import priorities_of
    from wizard.report.priorities_document import answered_pairs
    from wizard.report.ranking import is_ranked

    result = session.assessment.decision(decision)
    if not session.ranking_visible or not is_ranked(result):
        return ()
    return priorities_of(session.assessment, result, answered_pairs(subject_of(session), result)).trade_offs


def _ask_trade_off(talk: Conversation, decision: str, each: TradeOff) -> bool:
    """Whether to go on with the next one."""
    result = talk.session.assessment.decision(decision)
    talk.say("", question_words(each), stake_words(result, each.first), stake_words(result, each.second))
    talk.say(answer_words(result, each.first, each.if_first), answer_words(result, each.second, each.if_second))
    talk.say(f"1: {within(each.first.title)}", f"2: {within(each.second.title)}", f"{NEITHER}: cannot say")
    number = number_in(talk, "Answer 1 to 3, Enter to leave it:", NEITHER)
    if not number:
        return False
    one, other = each.first.group, each.second.group
    if number == 2:
        one, other = other, one
    _compare(talk, decision, one, other, one_matters_more=number != NEITHER)
    return True


def _compare(talk: Conversation, decision: str, one: str, other: str, *, one_matters_more: bool) -> None:
    session = talk.session
    pairs = [setting.Compared(one, other, one_matters_more)]
    weighable = session.view.weighable[decision]
    put(talk, decision, lambda by: setting.with_trade_offs(session.file, decision, weighable, pairs, by))


def by_points(talk: Conversation, decision: str) -> None:
    """Points for how much the step from worst to best matters, one after the other."""
    whole = chosen_whole(talk, decision)
    if whole is None:
        return
    session, weighable = talk.session, talk.session.view.weighable[decision]
    talk.say("Give points for how much the step from worst to best matters: 100 where it matters most, 0 for none.")
    points = []
    for each in whole.ids:
        title = title_of(session.rules.pack, each)
        points.append((each, talk.fill_in(f"Points for “{title}”, Enter for 0:") or "0"))
    put(talk, decision, lambda by: setting.with_swings(session.file, decision, weighable, points, by))


def by_order(talk: Conversation, decision: str) -> None:
    """An order alone."""
    whole = chosen_whole(talk, decision)
    if whole is None:
        return
    session, weighable = talk.session, talk.session.view.weighable[decision]
    _number(talk, whole.ids)
    line = talk.fill_in("All numbers, what matters most first, = between those that matter the same, such as 2,1=3:")
    order = [[_id(whole.ids, each) for each in tier.split("=")] for tier in line.split(",")] if line else []
    if not order:
        talk.say("Left as it was.")
        return
    put(talk, decision, lambda by: setting.with_ranks(session.file, decision, weighable, order, by))


def by_weights(talk: Conversation, decision: str) -> None:
    """Weights in 100 for some; the others share what is left."""
    whole = chosen_whole(talk, decision)
    if whole is None:
        return
    session, weighable = talk.session, talk.session.view.weighable[decision]
    _number(talk, whole.ids)
    line = talk.fill_in("Numbers with weights in 100, such as 1=30,3=20; the others share what is left:")
    pairs = [each.partition("=") for each in line.split(",")] if line else []
    if not pairs:
        talk.say("Left as it was.")
        return
    numbers = [(_id(whole.ids, name), number.strip()) for name, _, number in pairs]
    put(talk, decision, lambda by: setting.with_stated(session.file, decision, weighable, numbers, by))


def taken_back(talk: Conversation, decision: str) -> None:
    """Takes back one thing that was said."""
    session, pack = talk.session, talk.session.rules.pack
    weights = dict(session.file.weights.get(decision, {}))
    trade_offs = session.file.trade_offs.get(decision, ())
    said = [weight_set_words(pack, each, entry) for each, entry in weights.items()]
    said += [trade_off_set_words(pack, each) for each in trade_offs]
    if not said:
        talk.say("Nothing has been set.")
        return
    talk.say(*(f"{number}: {each}" for number, each in enumerate(said, start=1)))
    number = number_in(talk, f"Which is to be taken back? 1 to {len(said)}, Enter to leave it:", len(said))
    if not number:
        talk.say("Left as it was.")
    elif number <= len(weights):
        talk.changed(session.remove_weights(decision, [list(weights)[number - 1]]))
    else:
        talk.changed(session.forget_comparison(decision, trade_offs[number - 1 - len(weights)].of))


def weigh_one(talk: Conversation, variant: str | None, begin: Callable[[], str]) -> None:
    """One weight in a what-if, which `begin` gives. Raises Cancelled, NotTaken."""
    from wizard.report.varied_questions import weights_to_vary

    every = list(weights_to_vary(talk.session, variant))
    for number, each in enumerate(every, start=1):
        talk.say(f"{number}: {each.label.removeprefix('- ')}. {each.note}")
    number = number_in(talk, f"Which one? 1 to {len(every)}, Enter to leave it:", len(every))
    weight = talk.fill_in("Its weight in 100, Enter to leave it:") if number else ""
    if not weight:
        talk.say("Left as it was.")
        return
    decision, _, id = every[number - 1].id.partition(":")
    talk.changed(talk.session.set_weights(decision, {id: weight}, variant=begin()))


def _number(talk: Conversation, ids: Sequence[str]) -> None:
    pack = talk.session.rules.pack
    talk.say(*(f"{number}: {title_of(pack, each)}" for number, each in enumerate(ids, start=1)))


def _id(ids: Sequence[str], text: str) -> str:
    """The id of a number; the text itself where it is none, for what comes after to say what is wrong with it."""
    text = text.strip()
    number = number_of(text, len(ids))
    return ids[number - 1] if number else text
