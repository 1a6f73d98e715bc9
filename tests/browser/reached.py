"""How the page of each address is come to: whoever adds an address to the web face adds it here, too.

`test_accessible` fails while an address of `wizard/web/routes.py` has no page here.
"""

from __future__ import annotations

from typing import NamedTuple

from wizard.report.result_pages import PAGES


class Reached(NamedTuple):
    """An address, who comes to it (see `scenes`), with what status it answers, and whether a join code is wanted.

    `closely` for a few of each kind, which are looked at in the dark, too (see `axe`).
    """

    address: str
    by: str = "finished"
    status: int = 200
    locked: bool = False
    closely: bool = False


REACHED: dict[str, Reached] = {
    "/favicon.ico": Reached("/favicon.ico", "newcomer", 404),
    "/join": Reached("/join", "newcomer", locked=True),
    "/": Reached("/", "newcomer", closely=True),
    "/places": Reached("/places", "newcomer"),
    "/places/{place}": Reached("/places/medway_2008", "newcomer"),
    "/work": Reached("/work"),
    "/questions": Reached("/questions"),
    "/question/{question}": Reached("/question/leadership_today", closely=True),
    "/sections": Reached("/sections"),
    "/sections/{section}": Reached("/sections/deciding"),
    "/sections/{section}/{question}": Reached("/sections/deciding/decision_date"),
    "/change/{question}": Reached("/change/heads_of_service"),
    "/result/{page}": Reached("/result/in-short", closely=True),
    "/evidence": Reached("/evidence", closely=True),
    "/evidence/disagreements": Reached("/evidence/disagreements"),
    "/evidence/not-asked": Reached("/evidence/not-asked"),
    "/evidence/page/{number}": Reached("/evidence/page/2"),
    "/evidence/{kind}/{id}": Reached("/evidence/argument/accountability.two_sets_of_law_and_inspection"),
    "/priorities/{decision}": Reached("/priorities/leadership", closely=True),
    "/priorities/{decision}/changed": Reached("/priorities/leadership/changed", "weigher"),
    "/priorities/{decision}/which": Reached("/priorities/leadership/which"),
    "/priorities/{decision}/{way}": Reached("/priorities/leadership/points"),
    "/priorities/{decision}/{way}/{whole}": Reached("/priorities/leadership/order/services"),
    "/what-if": Reached("/what-if", "unsure"),
    "/what-if/side-by-side": Reached("/what-if/side-by-side", closely=True),
    "/what-if/{variant}": Reached("/what-if/budget_mended"),
    "/what-if/{variant}/vary": Reached("/what-if/budget_mended/vary"),
    "/what-if/{variant}/vary/{question}": Reached("/what-if/budget_mended/vary/heads_of_service"),
    "/what-if/{variant}/weights": Reached("/what-if/budget_mended/weights"),
    "/what-if/{variant}/models": Reached("/what-if/budget_mended/models"),
    "/models": Reached("/models"),
    "/compare": Reached("/compare"),
    "/compare/side-by-side": Reached("/compare/side-by-side", closely=True),
    "/download": Reached("/download"),
}
"""The page of each address, by the address as `wizard/web/routes.py` has it."""

ONWARD = {"/result": "/result/in-short", "/priorities": "/priorities/leadership"}
"""Addresses that have no page of their own, and where they lead."""

FILES = {"/download/{name}": "/download/council.yaml"}
"""Addresses that give a file to keep."""

MORE: tuple[Reached, ...] = (
    Reached("/nowhere", "newcomer", 404),
    Reached("/", "finished"),
    Reached("/work", "beginner"),
    Reached("/result/in-short", "beginner"),
    Reached("/priorities/leadership", "beginner"),
    Reached("/evidence/finding/new_landscape.nhs_knowsley_governance"),
    Reached("/evidence/question/heads_of_service"),
    Reached("/evidence/criterion/leadership_capacity"),
    Reached("/evidence/place/knowsley"),
    Reached("/what-if/a-new-one/vary/heads_of_service", "unsure"),
    *(Reached(f"/result/{each.module.replace('_', '-')}") for each in PAGES[1:]),
)
"""Further pages of these addresses that look otherwise."""


class Faulty(NamedTuple):
    """A form with a fault: where it is, the button that sends it, and what is typed into which field before."""

    address: str
    button: str
    field: str = ""
    typed: str = ""
    by: str = "beginner"
    locked: bool = False
    closely: bool = False


FAULTY: tuple[Faulty, ...] = (
    Faulty("/", "Begin", by="newcomer"),
    Faulty("/join", "Come in", "#code", "wrong", by="newcomer", locked=True),
    Faulty("/question/decision_date", "Save and go on", "#figure", "some day", closely=True),
    Faulty("/question/leadership_today", "Save and go on"),
    Faulty("/what-if/a-new-one/vary/population", "See what moves", "#figure", "many", by="unsure"),
    Faulty("/priorities/leadership/points", "Record it", "[name^=weight_]", "lots", by="unsure"),
    Faulty("/priorities/leadership/which", "Record it", by="unsure"),
    Faulty("/models", "Take it off the table"),
    Faulty("/compare", "Compare", by="unsure"),
    Faulty("/what-if/a-new-one/weights", "Set these weights", "[name*=weight]", "lots", by="unsure"),
)
"""Forms that come back with what is wrong with them."""
