"""A question that the wizard asks, and the section it stands in."""

from __future__ import annotations

from typing import Literal

from .base import Authored, Id, RawCondition, Text

AnswerKind = Literal["whole_number", "number", "choice", "choices", "yes_no", "date"]


class Option(Authored):
    """One answer that can be chosen; `title` is what a person reads."""

    id: Id
    title: Text


class Question(Authored):
    """A question with its reason, the shape of its answer and what is likely before it is asked.

    `short` names what it asks about in a few words, as it stands inside a sentence or a table.

    `min`, `max` and `prior` are kept as written; `wizard.conditions.domain` reads them by the
    kind of answer. `prior` is, for numbers and dates, a list of equally likely steps from the
    lowest to the highest value; for a choice, each option's weight; for several choices, the
    chance in 100 that each is among them. Without it every value is equally likely.

    `judged`: people who know the same facts may answer it differently; workshops ask each person
    for it apart. It moves no result.
    """

    id: Id
    short: Text | None = None
    ask: Text
    why: Text
    answer: AnswerKind
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    min: Text | None = None
    max: Text | None = None
    core: bool = False
    changeable: bool = False
    sensitive: bool = False
    judged: bool = False
    ask_whom: Text
    asked_when: RawCondition | None = None
    prior: dict[str, Text] | tuple[Text, ...] | None = None
    judgement: Text | None = None

    @property
    def named(self) -> str:
        """What it asks about in a few words; its id in plain words where the author gave none."""
        return self.short or self.id.replace("_", " ")


class QuestionFile(Authored):
    """`questions/<nn>_<section>.yaml`: one section of the interview, in the order of asking."""

    section: Id
    title: Text
    questions: tuple[Question, ...]
