"""What stands round every page: its title, the way past the menu, the menu, what was just done, and the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.report.verdict_words import ADVICE

from .exchange import TOKEN
from .markup import Html, joined, tag
from .stylesheet import PATH

if TYPE_CHECKING:
    from .exchange import Page
    from .markup import Child

NAME = "Council wizard"

MENU = (
    ("/work", "work", "Overview"),
    ("/questions", "questions", "Questions"),
    ("/sections", "sections", "All sections"),
    ("/result", "result", "Result"),
    ("/priorities", "priorities", "Priorities"),
    ("/what-if", "what-if", "What if"),
    ("/compare", "compare", "Compare"),
    ("/evidence", "evidence", "Evidence"),
    ("/download", "download", "Download"),
)


class Around(NamedTuple):
    """What is said round a page: the council file's title, where one is open, and what was just done.

    `menu` are the address, the part and the words of each entry. `mark` stands on the page as on the documents made
    of it, such as that it is practice only; `look` is a style of its own for the whole page.
    """

    title: str = ""
    said: tuple[str, ...] = ()
    menu: tuple[tuple[str, str, str], ...] = MENU
    mark: str = ""
    look: str | None = None


NOTHING = Around()


def whole_page(page: Page, around: Around = NOTHING) -> Html:
    """The page as it goes out."""
    title = " – ".join(each for each in (f"{page.before_title}{page.heading}", around.title, NAME) if each)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="stylesheet", href=PATH),
    )
    head_line = None if page.own_heading else heading(page.heading, focus=not page.before_title)
    mark = tag("p", around.mark, class_="mark") if around.mark else None
    main = tag("main", mark, _said(around), head_line, page.body, id="main", tabindex="-1")
    past = tag("a", "Skip to the page", class_="skip", href="#main")
    body = tag("body", past, _banner(page, around), main, _foot(), class_=around.look)
    return Html(f'<!DOCTYPE html>\n<html lang="en-GB">{head}{body}</html>\n')


def _banner(page: Page, around: Around) -> Html:
    if not around.title:
        return tag("header", tag("p", tag("a", NAME, href="/"), class_="name"), class_="top")
    links = joined(
        tag("li", tag("a", words, href=path, aria_current="page" if at == page.at else None))
        for path, at, words in around.menu
    )
    menu = tag("nav", tag("ul", links), aria_label="Menu", class_="menu") if around.menu else None
    return tag("header", tag("p", tag("a", NAME, href="/"), ": ", around.title, class_="name"), menu, class_="top")


def _said(around: Around) -> Html | None:
    if not around.said:
        return None
    return tag("div", *(tag("p", each) for each in around.said), role="status", class_="said")


def _foot() -> Html:
    return tag("footer", tag("p", ADVICE))


def form(action: str, token: str, *children: Child, **attributes: str) -> Html:
    """A form that is sent to this server, with its proof."""
    proof = tag("input", type="hidden", name=TOKEN, value=token)
    return tag("form", proof, *children, method="post", action=action, **attributes)


def button(words: str, name: str = "do", value: str = "", *, quiet: bool = False, label: str | None = None) -> Html:
    """A button that sends its form. `label` says more to whoever cannot see what stands beside it."""
    kind = "quiet" if quiet else None
    return tag("button", words, type="submit", name=name, value=value, class_=kind, aria_label=label)


def errors_box(errors: tuple[tuple[str, str], ...]) -> Html | None:
    """What is wrong with a form, each with a link to its field; the page begins there."""
    if not errors:
        return None
    links = joined(tag("li", tag("a", words, href=f"#{field}")) for field, words in errors)
    title = tag("p", "There is a problem", id="errors-title", class_="errors-title")
    return tag(
        "div",
        title,
        tag("ul", links),
        class_="errors",
        role="alert",
        tabindex="-1",
        autofocus=True,
        aria_labelledby="errors-title",
    )


def heading(words: str, *, focus: bool = True) -> Html:
    """The heading of a page that has it inside a form; the page begins there where nothing is wrong."""
    return tag("h1", words, tabindex="-1", autofocus=focus)
