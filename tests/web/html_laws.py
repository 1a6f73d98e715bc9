"""What holds of every page, found by reading it as a browser would."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset(("input", "link", "meta", "col", "br"))
LABELLED = frozenset(("select", "textarea"))


class Read(HTMLParser):
    """A page that was read: its elements in order, what is nested wrongly, and the text of some of them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.texts: dict[int, str] = {}
        self.wrong: list[str] = []
        self._open: list[tuple[str, int]] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{name}> is never closed" for name, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an element down."""
        if len({name for name, _ in attrs}) != len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, dict(attrs), tuple(name for name, _ in self._open)))
        if tag not in VOID:
            self._open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """As in charts, where elements may close themselves."""
        self.elements.append((tag, dict(attrs), tuple(name for name, _ in self._open)))

    def handle_endtag(self, tag: str) -> None:
        """Closes the last element, which has to be of that name."""
        if not self._open or self._open[-1][0] != tag:
            self.wrong.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text belongs to everything it stands in."""
        for _, number in self._open:
            self.texts[number] = self.texts.get(number, "") + data

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a name."""
        return [attributes for tag, attributes, _ in self.elements if tag == name]

    def text_of(self, name: str) -> list[str]:
        """The text of every element of a name."""
        return [self.texts.get(number, "") for number, (tag, *_) in enumerate(self.elements) if tag == name]


def faults(text: str) -> list[str]:
    """Everything on a page that breaks a law; none on a good one."""
    page = Read(text)
    found = list(page.wrong)
    found += [] if text.startswith("<!DOCTYPE html>") else ["no doctype"]
    found += [] if page.all("html") == [{"lang": "en-GB"}] else ["the language is not said"]
    found += [] if len(page.text_of("title")[:1]) == 1 and page.text_of("title")[0].strip() else ["no title"]
    found += [] if len(page.all("main")) == 1 else ["not one main part"]
    found += _headings(page) + _names(page) + _nothing_foreign(page) + _tables(page)
    first = next((attributes for tag, attributes, _ in page.elements if tag == "a"), {})
    found += [] if first.get("href") == "#main" else ["no way past the menu"]
    focused = [tag for tag, attributes, _ in page.elements if "autofocus" in attributes]
    found += [] if focused in (["h1"], ["div"]) else [f"focus goes to {focused}"]
    return found


def _headings(page: Read) -> list[str]:
    levels = [int(tag[1]) for tag, *_ in page.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
    found = [] if levels.count(1) == 1 and levels[0] == 1 else [f"headings are {levels}"]
    skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    return found + [f"a heading of level {before} is followed by one of {after}" for before, after in skipped]


def _names(page: Read) -> list[str]:
    """Every control has a label, every group a legend; what is pointed to is there, once."""
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    found = [f"the id {each} is there twice" for each in set(ids) if ids.count(each) > 1]
    labels = {each.get("for") for each in page.all("label")}
    controls = [
        (tag, attributes)
        for tag, attributes, _ in page.elements
        if tag in LABELLED or (tag == "input" and attributes.get("type") != "hidden")
    ]
    found += [f"{tag} {each} has no label" for tag, each in controls if each.get("id") not in labels]
    found += [f"a label is for {each}, which is not there" for each in labels if each not in ids]
    for _, attributes, _ in page.elements:
        for name in ("aria-describedby", "aria-labelledby"):
            found += [f"{each} is not there" for each in (attributes.get(name) or "").split() if each not in ids]
        address = attributes.get("href") or ""
        found += [f"{address} leads nowhere"] if address.startswith("#") and address[1:] not in ids else []
    found += [] if len(page.all("fieldset")) == len(page.all("legend")) else ["a group has no legend"]
    found += [] if len(page.all("details")) == len(page.all("summary")) else ["details have no summary"]
    empty = [each for name in ("a", "button", "legend", "summary", "h1", "label") for each in page.text_of(name)]
    return found + ["something has no words" for each in empty if not each.strip()]


def _nothing_foreign(page: Read) -> list[str]:
    """No script, no style but the sheet, nothing fetched from elsewhere, no form but with its proof."""
    found = [f"there is a {tag}" for tag, *_ in page.elements if tag in ("script", "style", "iframe", "base", "img")]
    for tag, attributes, _ in page.elements:
        found += [f"<{tag}> has {each}" for each in attributes if each.startswith("on") or each == "style"]
        for name in ("href", "src", "action"):
            address = attributes.get(name)
            ok = address is None or address.startswith("#") or (address.startswith("/") and address[1:2] != "/")
            found += [] if ok else [f"{address} leads elsewhere"]
    tokens = [each for each in page.all("input") if each.get("name") == "token"]
    found += [] if len(tokens) == len(page.all("form")) else ["a form has no proof"]
    return found + ["a form sends by address" for each in page.all("form") if each.get("method") != "post"]


def _tables(page: Read) -> list[str]:
    found = ["a table head has no scope" for each in page.all("th") if each.get("scope") not in ("col", "row")]
    return found + ([] if len(page.all("table")) == len(page.all("caption")) else ["a table has no caption"])
