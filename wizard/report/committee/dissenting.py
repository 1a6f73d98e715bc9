"""How a group's answers came about, and who does not agree with them or with what comes out.

In a public version nobody is named, nothing is said of sensitive questions, and where the conclusion rests on private
answers it is not told what would turn it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.dissent_words import is_on_private, people_counted, says_words, who_words, whose
from wizard.report.document import Block, Item, Items, Paragraph
from wizard.report.figures import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.schema.council import Dissent

    from .paper import Paper

HOW = "How the answers came about"
MOST_OTHER, MOST_ASKED, MOST_PEOPLE = 3, 8, 8
"""Of answers that nothing hangs on and that nobody gave a reason for, so many are told; of questions and people, named.
"""


def came_about(paper: Paper) -> tuple[Paragraph, ...]:
    """Who answered apart, and what; nothing where no group did."""
    group = paper.subject.council.group
    if group is None:
        return ()
    naming = paper.version != "public"
    people = people_counted(len(group.people)) + (f" ({_first(group.people, MOST_PEOPLE)})" if naming else "")
    questions = [paper.subject.questions[each] for each in group.asked]
    named = [each.named for each in questions if naming or not each.sensitive]
    asked = f" on {_first(named, MOST_ASKED)}" if named else ""
    said = (
        f"{HOW}. {people} answered apart{asked} (“{group.workshop}”). An answer is what more than half of those who "
        "gave one said; where nobody had more than half, it counts as not known."
    )
    return (Paragraph(said, strong=(f"{HOW}.",)),)


def _first(names: Sequence[str], most: int) -> str:
    left = len(names) - most
    return listed([*names[:most], f"{left} more"] if left > 0 else names)


def dissenting(paper: Paper) -> tuple[Block, ...]:
    """Everybody who does not agree, on what, in their own words; what would turn the result first."""
    told = [each for each in _on_paper(paper) if not (paper.hides and is_on_private(paper.subject, each))]
    hidden = len(_on_paper(paper)) - len(told)
    first = [each for each in told if _turns(paper, each)]
    reasoned = [each for each in told if each not in first and (each.why or each.on in paper.subject.pack.decisions)]
    others = [each for each in told if each not in first and each not in reasoned]
    items = [_item(paper, each) for each in (*first, *reasoned, *others[:MOST_OTHER])]
    left = len(others) - MOST_OTHER
    more = [f"{counted(left, 'more answer')} would have been otherwise: the council file has them."] if left > 0 else []
    if hidden and paper.version != "public":
        more.append(
            f"{counted(hidden, 'entry', 'entries')} on answers that are kept private: the exempt version tells."
        )
    blocks: list[Block] = [Paragraph("Who did not agree, or would have answered otherwise:")] if items or more else []
    blocks += [Items(tuple(items))] if items else []
    return (*blocks, *(Paragraph(each) for each in more))


def turning_words(paper: Paper) -> str:
    """That somebody's answer would turn the result; nothing where nobody's does, or where it may not be told."""
    turning = [
        each
        for each in _on_paper(paper)
        if _turns(paper, each) and not (paper.version == "public" and is_on_private(paper.subject, each))
    ]
    if not turning:
        return ""
    who = people_counted(len(whose(turning)))
    return f"{who} would have answered otherwise, and with that answer something else would come first."


def _on_paper(paper: Paper) -> list[Dissent]:
    """What bears on the decisions that are reported on: all but what is said on another decision."""
    wanted = {result.decision.id for result in paper.results}
    others = paper.subject.pack.decisions.keys() - wanted
    return [each for each in paper.subject.council.dissent if each.on not in others]


def _turns(paper: Paper, dissent: Dissent) -> bool:
    return dissent.turns and not paper.withheld


def _item(paper: Paper, dissent: Dissent) -> Item:
    subject = paper.subject
    who, says = who_words(dissent.who, naming=paper.version != "public"), says_words(subject, dissent)
    question = subject.questions.get(dissent.on)
    if question is None:
        chosen = f" and would rather have {subject.pack.models[str(dissent.says)].name}" if says else ""
        said = f"On “{subject.pack.decisions[dissent.on].title}” {who} did not agree{chosen}"
    else:
        answered = f"would have answered “{says}”" if says else "did not agree with the answer"
        mark = " (exempt)" if question.sensitive else ""
        said = f"On {question.named}{mark}, {who} {answered}"
    turned = "; with that, something else would come first" if _turns(paper, dissent) else ""
    notes = (f"in their own words: “{dissent.why}”",) if dissent.why else ()
    return Item(sentence(said + turned), "against" if turned else "point", None, notes)
