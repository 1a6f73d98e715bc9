"""Fields of forms, each with its label, a hint, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .markup import Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .markup import Attribute


class Option(NamedTuple):
    """Something to choose: what is sent, its words, and more about it."""

    value: str
    words: str
    about: str = ""


def text_field(
    id: str, label: str, said: str = "", *, name: str = "", hint: str = "", fault: str = "", **attributes: Attribute
) -> Html:
    """A field of one line with what is `said` in it. `name` is what it is sent under, its id where none is given."""
    about, described = remarks(id, hint, fault)
    kinds = {"type": "text", "autocomplete": "off", "value": said, **attributes}
    field = tag(
        "input",
        id=id,
        name=name or id,
        aria_describedby=described,
        aria_invalid="true" if fault else None,
        **kinds,
    )
    return tag("div", tag("label", label, for_=id), *about, field, class_="field has-error" if fault else "field")


def number_field(id: str, label: str, value: str, *, name: str, hint: str = "", fault: str = "") -> Html:
    """A short field for a number, as text: browsers change what is typed into other kinds."""
    return text_field(id, label, value, name=name, hint=hint, fault=fault, class_="short", inputmode="decimal")


def choices(id: str, name: str, options: Iterable[Option], chosen: Iterable[str] = (), kind: str = "radio") -> Html:
    """Buttons or boxes to tick; their ids are `id`, a hyphen and a number from 0."""
    ticked = frozenset(chosen)
    return joined(
        tag(
            "div",
            tag(
                "input",
                type=kind,
                name=name,
                value=each.value,
                id=f"{id}-{place}",
                checked=each.value in ticked,
                aria_describedby=f"{id}-{place}-about" if each.about else None,
            ),
            tag(
                "div",
                tag("label", each.words, for_=f"{id}-{place}"),
                tag("p", each.about, class_="hint", id=f"{id}-{place}-about") if each.about else None,
            ),
            class_="choice",
        )
        for place, each in enumerate(options)
    )


def select(id: str, label: str, options: Iterable[Option], chosen: str = "", *, name: str = "") -> Html:
    """A list to choose one of."""
    listed = (tag("option", each.words, value=each.value, selected=each.value == chosen) for each in options)
    return tag("div", tag("label", label, for_=id), tag("select", *listed, id=id, name=name or id), class_="field")


def group(legend: str | Html, *children: Html | None, id: str, hint: str = "", fault: str = "") -> Html:
    """Fields that belong together."""
    said, described = remarks(id, hint, fault)
    title = tag("legend", legend, class_=None if isinstance(legend, Html) else "sub")
    return tag("fieldset", title, *said, *children, aria_describedby=described, class_="has-error" if fault else None)


def remarks(id: str, hint: str, fault: str) -> tuple[list[Html], str | None]:
    """The hint and the fault as elements, and the ids of those there are."""
    said = []
    if hint:
        said.append(tag("p", hint, class_="hint", id=f"{id}-hint"))
    if fault:
        said.append(tag("p", tag("span", "Error: ", class_="unseen"), fault, class_="wrong", id=f"{id}-wrong"))
    ids = [f"{id}-{each}" for each, there in (("hint", hint), ("wrong", fault)) if there]
    return said, " ".join(ids) or None
