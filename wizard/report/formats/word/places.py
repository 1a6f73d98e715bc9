"""The places of a template that are filled: {{title}} and its like, wherever they stand, and {{body}}.

    {{title}}     the title of the report          {{mark}}      who may read it; nothing where anybody may
    {{subtitle}}  what kind of report it is        {{contents}}  a list of its parts
    {{date}}      the day on which it was made     {{body}}      the report itself

The first four may stand in text, tables, text boxes, headers and footers, as often as wanted. {{contents}} and
{{body}} each take the place of a paragraph of the text that holds nothing else. Without {{body}} the report follows
what stands in the template; a title, subtitle or mark that the text of a template has no place for is put above it.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument

IN_TEXT = ("title", "subtitle", "date", "mark")
ALONE = ("contents", "body")
_PLACE = re.compile(r"\{\{\s*([^{}]{1,40}?)\s*\}\}")


def check(word: WordDocument, name: str) -> None:
    """Raises Unreadable with every place of a template that cannot be filled."""
    problems = []
    found: dict[str, int] = {}
    for root in (word.element, *frames(word)):
        for paragraph in _paragraphs(root):
            for key in _PLACE.findall(text_of(paragraph)):
                fault = _fault(word, paragraph, key)
                found[key] = found.get(key, 0) + 1
                if fault is None and key in ALONE and found[key] > 1:
                    fault = f"'{{{{{key}}}}}' stands in it more than once.", "Leave one of them."
                if fault:
                    problems.append(Problem("template", Place(name), *fault))
    if problems:
        raise Unreadable(list(dict.fromkeys(problems)))


def _fault(word: WordDocument, paragraph: Any, key: str) -> tuple[str, str] | None:
    written = f"{{{{{key}}}}}"
    if key not in (*IN_TEXT, *ALONE):
        near = get_close_matches(key.lower(), (*IN_TEXT, *ALONE), 1)
        known = ", ".join(f"{{{{{each}}}}}" for each in (*IN_TEXT, *ALONE))
        hint = f"Did you mean '{{{{{near[0]}}}}}'?" if near else f"The places are {known}."
        return f"'{written}' is no place that could be filled.", hint
    if key in ALONE and (paragraph.getparent() is not word.element.body or text_of(paragraph).strip() != written):
        return f"'{written}' does not stand alone.", "Put it in a paragraph of its own, in the text itself."
    return None


def frames(word: WordDocument) -> Iterator[Any]:
    """The headers and footers that a document has."""
    for part in word.part.package.iter_parts():
        if part.content_type.endswith((".header+xml", ".footer+xml")):
            yield part.element


def fill(root: Any, values: Mapping[str, str]) -> set[str]:
    """Puts the values in their places below an element; gives the names of the places that were there."""
    filled: set[str] = set()
    for paragraph in _paragraphs(root):
        # From the last to the first: what is put in is never looked at again.
        for found in reversed(list(_PLACE.finditer(text_of(paragraph)))):
            if found.group(1) in values:
                _replace(paragraph, found.start(), found.end(), values[found.group(1)])
                filled.add(found.group(1))
    return filled


def paragraph_of(word: WordDocument, name: str) -> Any:
    """The paragraph that a place of its own stands in; None where the template has none."""
    written = re.compile(rf"\s*\{{\{{\s*{name}\s*\}}\}}\s*")
    return next((each for each in word.element.body.iterchildren(qn("w:p")) if written.fullmatch(text_of(each))), None)


def put(paragraph: Any, elements: list[Any]) -> None:
    """Puts elements where a paragraph stands, and takes that away, unless a section of the document ends with it."""
    for each in elements:
        paragraph.addprevious(each)
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        paragraph.getparent().remove(paragraph)
    else:
        for text in _texts(paragraph):
            text.text = ""


def text_of(paragraph: Any) -> str:
    """What stands in a paragraph, however many pieces it is stored in."""
    return "".join(each.text or "" for each in _texts(paragraph))


def _paragraphs(root: Any) -> Iterator[Any]:
    yield from root.iter(qn("w:p"))


def _texts(paragraph: Any) -> list[Any]:
    """The pieces of a paragraph, without those of paragraphs in a text box that is anchored in it."""
    return [each for each in paragraph.iter(qn("w:t")) if next(each.iterancestors(qn("w:p")), None) is paragraph]


def _replace(paragraph: Any, start: int, end: int, value: str) -> None:
    """Puts a value in place of some characters; it looks as the first of them did."""
    place = 0
    for text in _texts(paragraph):
        said = text.text or ""
        first, last = max(start - place, 0), min(end - place, len(said))
        if first < last:
            begins = place <= start
            text.text = said[:first] + (value if begins else "") + said[last:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        place += len(said)
