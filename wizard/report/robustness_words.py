"""How firm a result is, in words that every format shares. The technical words stand in `robustness_annex` alone."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from wizard.engine.completing import COMPLETIONS
from wizard.engine.firmness.robustness import EVERYTHING
from wizard.engine.firmness.smaa import WORST_SHARE, sampling_error
from wizard.engine.priorities import MIXES

from .figures import counted, listed, of_hundred, percent
from .priorities_words import in_hundred, within
from .robustness_subject import sure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.engine.firmness.close_calls import CloseCall
    from wizard.engine.firmness.robustness import Firmness, Varied

    from .robustness_subject import Firm

WHAT_IT_IS = (
    "How firm a result is: what comes out when everything that is not certain is otherwise, all at once and one thing "
    "at a time."
)
RESTS_ON_GUESSES = (
    "Too little is known to advise. The figures below rest mostly on what is likely before anybody is asked, and will "
    "change with the first answers."
)
NOTHING_OPEN = "No model is open to the council: nothing can come first, so there is nothing to be firm about."
NOTHING_MORE = (
    "Which model beats which, under which priorities, and what one weight or one answer would change is shown once "
    "enough is known."
)
VARIED_TITLES: Mapping[Varied, str] = {
    "priorities": "Priorities",
    "unknowns": "Answers not known",
    "silences": "Where the reports are silent",
    "grades": "How firm the evidence is",
}
KIND_NAMES = {
    "not_enough_known": "not enough known yet",
    "depends_on_priorities": "a matter of priorities",
    "too_close": "too close to call",
    "clear": "clear",
    "leans": "a leaning",
    "only_one_open": "only one open",
    "none_open": "none open",
}
MOST_LEADING = 2


def varied_words(firm: Firm, varied: Varied) -> str:
    """One plain line on what varies and how far."""
    found, result = firm.found, firm.result
    if varied == "priorities":
        said = found.as_stated is not None
        how = (
            "mixes in keeping with what has been said of them"
            if said
            else "every mix of them, each as likely as any other"
        )
        return f"{VARIED_TITLES[varied]}: {how}."
    if varied == "unknowns":
        if not found.unknown:
            return f"{VARIED_TITLES[varied]}: none that bears on this."
        return f"{VARIED_TITLES[varied]}: {counted(found.unknown, 'question')}, answered as is likely before asking."
    if varied == "silences":
        pairs = len(result.scores)
        if not found.silent:
            return f"{VARIED_TITLES[varied]}: none of {counted(pairs, 'score')}."
        return f"{VARIED_TITLES[varied]}: {found.silent} of {counted(pairs, 'score')}, which may be good or poor."
    return f"{VARIED_TITLES[varied]}: each piece a little more or less so."


def counted_words(firm: Firm) -> str:
    """How often it was tried, how exact that is, and that it can be had again."""
    firmness = firm.found.firmness
    coarse = f"; the sentence above counts {MIXES:,}" if firm.result.verdict.kind == "depends_on_priorities" else ""
    return (
        f"Counted over {firmness.draws:,} mixes of all this; give or take {give_or_take(firmness)} in 100{coarse}. "
        "The mixes are the same each time, and so are the figures."
    )


def give_or_take(firmness: Firmness) -> str:
    """The largest sampling error in whole points in 100."""
    return in_points(sampling_error(WORST_SHARE, firmness.draws))


def in_points(error: float) -> str:
    """A sampling error from 0 to 1 in whole points in 100: '1', '3', 'less than 1' below a half."""
    points = in_hundred(error)
    return str(points) if points else "less than 1"


def overall_words(firm: Firm) -> str:
    """Whether what stands first also comes first oftest when everything varies."""
    leader = firm.leader
    if leader is None:
        return ""
    firmness = firm.found.firmness
    shares = {each.model.id: sure(firmness.of(each.model.id).first) for each in firm.competing}
    own = shares[leader.model.id]
    if len(shares) == 1:
        if own == 1:
            return f"Nothing else is open: whatever varies, {leader.model.name} comes first."
        return f"Nothing else is open: {leader.model.name} comes first wherever it is open, in {of_hundred(own)}."
    if own == 1:
        return f"Whatever varies, {leader.model.name} comes first."
    other = max((model for model in shares if model != leader.model.id), key=lambda model: shares[model])
    name, error = firm.result.standing(other).model.name, firmness.error(other) + firmness.error(leader.model.id)
    both = f"{of_hundred(shares[other])} against {of_hundred(own)}"
    if shares[other] - own > error:
        return (
            f"With all this varying, {name} comes first more often than {leader.model.name}, "
            f"which stands first as things are: {both}."
        )
    if own - shares[other] <= error:
        return f"With all this varying, {name} comes first about as often as {leader.model.name}: {both}."
    often = "more often than not" if own > 0.5 else "more often than any other"
    return f"With all this varying, {leader.model.name} comes first {often}: in {of_hundred(own)}."


def alone_words(firm: Firm, varied: Varied) -> str:
    """Who comes first how often when one thing varies alone: 'two directors 58, one director for both 42'."""
    return leading_words(firm, firm.found.alone[varied])


def over_all_words(firm: Firm) -> str:
    """Who comes first how often over all priorities, where something was said of them; nothing where nothing was."""
    if firm.found.as_stated is None:
        return ""
    return f"Over all priorities, whatever was said of them: {leading_words(firm, firm.found.over_all)}."


def none_open_words(firm: Firm) -> str:
    """In how many mixes no model is open; nothing where one always is."""
    none = sure(1 - sum(each.first for each in firm.found.firmness.models))
    return f"In {of_hundred(none)} none of them is open." if none > 0 else ""


def leading_words(firm: Firm, firmness: Firmness) -> str:
    """Who comes first how often, in 100; of many, the two that lead oftest, and the others together."""
    shares = [(each.model.name, sure(firmness.of(each.model.id).first)) for each in firm.competing]
    leading = [(name, share) for name, share in shares if share > 0]
    oftest = sorted(leading, key=lambda each: -each[1])
    shown = oftest if len(oftest) <= MOST_LEADING + 1 else oftest[:MOST_LEADING]
    said = [f"{name} {hundred(share)}" for name, share in leading if (name, share) in shown]
    others = sum(share for _, share in leading) - sum(share for _, share in shown)
    said += [f"others {hundred(sure(others))}"] if len(shown) < len(leading) else []
    return ", ".join(said) or "none is open"


def hundred(share: float) -> str:
    """A share as a number in 100, never 0 or 100 by rounding alone: '58', '1'."""
    return of_hundred(share).partition(" ")[0]


def most_uncertain_words(firm: Firm) -> str:
    """The one thing that alone takes the first place away most often, or that none does.

    Nothing where several share the first place as things are: a tie may stay or turn, and the share tells neither.
    """
    standings = firm.result.competing
    if firm.found.leader is None or len(standings) < 2 or standings[0].total == standings[1].total:
        return ""
    shares = {each: sure(firm.found.alone[each].of(firm.found.leader).first) for each in EVERYTHING}
    least = min(shares, key=lambda each: shares[each])
    if shares[least] == 1:
        return "None of the four by itself changes who comes first."
    error = max(firm.found.alone[each].error(firm.found.leader) for each in EVERYTHING)
    near = [each for each in EVERYTHING if shares[each] - shares[least] <= error and shares[each] < 1]
    names = listed([within(VARIED_TITLES[each]) for each in sorted(near, key=lambda each: shares[each])])
    if firm.leader is None:
        return f"Most of the uncertainty comes from {names}."
    leader, count = firm.leader.model.name, of_hundred(shares[least])
    if len(near) == 1:
        return f"Most of the uncertainty comes from {names}: varying that alone leaves {leader} first in {count}."
    return (
        f"Most of the uncertainty comes, about equally, from {names}: "
        f"varying each alone leaves {leader} first in about {count}."
    )


def priorities_words(firm: Firm, command: str) -> str:
    """Whether priorities change who comes first, and where to see more; nothing where nothing leads."""
    leader = firm.leader
    if leader is None or firm.bearing in (None, "no_choice"):
        return ""
    share = sure(firm.found.alone["priorities"].of(leader.model.id).first)
    first = f"{leader.model.name} comes first in {of_hundred(share)} mixes of them"
    if firm.bearing == "nothing_to_weigh":
        return "There is only one thing to weigh: your priorities do not change this."
    if firm.bearing == "same_lead":
        return "Your priorities do not change this: the same models share the first place in every mix of them."
    if firm.bearing == "all_set":
        return f"Every weight has been set; with each somewhat more or less, {first}."
    if firm.bearing == "settled":
        return f"Your priorities do not change this: {first}."
    return f"Your priorities can change this: {first}. To see which, and to set them: {command}"


def close_call_words(firm: Firm, call: CloseCall) -> str:
    """A count that falls so near a line that the verdict could as well be of the class beyond it."""
    of_priorities = call.threshold in ("split", "clear_priorities")
    what = "mixes of priorities" if of_priorities else "ways the unknown answers could fall"
    count = MIXES if of_priorities else COMPLETIONS
    name = firm.result.standing(call.model).model.name
    said = (
        f"A close call: {name} comes first in {of_hundred(call.share)} {what}, counted over {count:,}, "
        f"give or take {in_points(call.error)}; at {percent(Fraction(str(call.line)))} the verdict turns "
        f"between {KIND_NAMES[firm.result.verdict.kind]} and {KIND_NAMES[call.kind]}."
    )
    finer = (
        None
        if of_priorities and firm.found.as_stated
        else firm.found.alone["priorities" if of_priorities else "unknowns"]
    )
    if finer is None or finer.draws <= count:
        return f"{said} It could as well have been {KIND_NAMES[call.kind]}."
    share = sure(finer.of(call.model).first)
    again = f"Counted over {finer.draws:,} it is {of_hundred(share)}"
    if abs(share - call.line) <= finer.error(call.model):
        return f"{said} {again}, no less close: it could as well have been {KIND_NAMES[call.kind]}."
    same = (share >= call.line) == (call.share >= call.line)
    told = f"so {KIND_NAMES[firm.result.verdict.kind]} it is" if same else f"so {KIND_NAMES[call.kind]} says it better"
    return f"{said} {again}, give or take {in_points(finer.error(call.model))}: {told}."


def rank_cells(ranks: Sequence[float], shown: int) -> tuple[str, ...]:
    """A model's ranks in 100, and last how often it is not open: together 100.

    The first is rounded as everywhere else; the others so that the row adds up (largest remainders).
    """
    kept = [sure(share) for share in ranks[:shown]]
    kept.append(sure(max(0.0, 1 - sum(ranks))))
    first = int(hundred(kept[0]))
    rest = [share * 100 for share in kept[1:]]
    rounded = [floor(each) for each in rest]
    by_remainder = sorted(range(len(rest)), key=lambda place: rounded[place] - rest[place])
    short = 100 - first - sum(rounded)
    for step in range(abs(short)):
        # Rounding the first up may leave the others one too many.
        order = by_remainder if short > 0 else [place for place in reversed(by_remainder) if rounded[place]]
        rounded[order[step % len(order)]] += 1 if short > 0 else -1
    cells = [first, *rounded]
    return tuple(_in_cell(count, share) for count, share in zip(cells, kept, strict=True))


def _in_cell(count: int, share: float) -> str:
    if count:
        return str(count)
    return "under 1" if share > 0 else "-"


def beats_cell(firm: Firm, model: str, other: str) -> str:
    """In how many of 100 mixes a model beats another, of those in which both are open; '-' where there are none."""
    share = firm.found.firmness.wins.get((model, other))
    return "-" if share is None else hundred(sure(share))
