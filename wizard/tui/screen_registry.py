"""Which screens there are: a name, and where its class stands. Nothing is imported until a screen is opened."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .page import Page


class Registered(NamedTuple):
    """The module of a screen (under `wizard.tui.screens`) and the class in it."""

    module: str
    screen: str


SCREENS = {
    "welcome": Registered("welcome", "WelcomeScreen"),
    "help": Registered("help", "HelpScreen"),
    "terminals": Registered("terminals", "TerminalsScreen"),
    "browse": Registered("browse", "BrowseScreen"),
    "opening": Registered("opening", "OpeningScreen"),
    "begin": Registered("begin", "BeginScreen"),
    "save_as": Registered("save_as", "SaveAsScreen"),
    "not_saved": Registered("not_saved", "NotSavedScreen"),
    "commands": Registered("commands", "CommandsScreen"),
    "reading": Registered("reading", "ReadingScreen"),
    "question": Registered("question", "QuestionScreen"),
    "interview": Registered("interview", "InterviewScreen"),
    "sections": Registered("sections", "SectionsScreen"),
    "go_to": Registered("go_to", "GoToScreen"),
    "note": Registered("note", "NoteScreen"),
    "standing": Registered("standing", "StandingScreen"),
    "result": Registered("result", "ResultScreen"),
    "priorities": Registered("priorities", "PrioritiesScreen"),
    "trade_off": Registered("trade_off", "TradeOffScreen"),
    "weigh": Registered("weigh", "WeighScreen"),
    "weigh_within": Registered("weigh_within", "WeighWithinScreen"),
    "priorities_changed": Registered("priorities_changed", "PrioritiesChangedScreen"),
    "pass_on": Registered("pass_on", "PassOnScreen"),
    "what_if": Registered("what_if", "WhatIfScreen"),
    "vary_question": Registered("vary_question", "VaryQuestionScreen"),
    "vary_answer": Registered("vary_answer", "VaryAnswerScreen"),
    "vary_weights": Registered("vary_weights", "VaryWeightsScreen"),
    "vary_models": Registered("vary_models", "VaryModelsScreen"),
    "vary_name": Registered("vary_name", "VaryNameScreen"),
    "compare": Registered("compare", "CompareScreen"),
    "compared": Registered("compared", "ComparedScreen"),
    "evidence": Registered("evidence", "EvidenceScreen"),
    "evidence_filters": Registered("evidence_filters", "EvidenceFiltersScreen"),
    "finding": Registered("finding", "FindingScreen"),
    "argument": Registered("argument", "ArgumentScreen"),
    "disagreements": Registered("disagreements", "DisagreementsScreen"),
    "not_asked": Registered("not_asked", "NotAskedScreen"),
    "place": Registered("place", "PlaceScreen"),
}


@cache
def is_there(name: str) -> bool:
    """Whether the screen can be opened; looks for its module without importing it."""
    return name in SCREENS and find_spec(f"wizard.tui.screens.{SCREENS[name].module}") is not None


def screen_class(name: str) -> type[Page]:
    """The class of a screen, its module imported now. Raises KeyError, ImportError, AttributeError."""
    found = SCREENS[name]
    screen: type[Page] = getattr(import_module(f"wizard.tui.screens.{found.module}"), found.screen)
    return screen
