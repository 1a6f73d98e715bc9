"""The styles that a report is written in, and how a template comes by those that it lacks."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

USUAL = (
    "Title",
    "Subtitle",
    *(f"heading {level}" for level in range(1, 7)),
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "caption",
    "Strong",
    "Subtle Emphasis",
)
"""The word processor's own styles that a report uses, by the names they have in a file."""

OURS = (
    "TOC Heading",
    "toc 1",
    "Reason For",
    "Reason Against",
    "Not Known",
    "In Place",
    "To Tick",
    "Figure",
    "Document Mark",
    "To Be Completed",
    "Table Text",
    "Table Figures",
    "Table Heading",
    "Table Heading Figures",
    "Report Table",
)
"""Styles that no template need have: the first two for a list of parts, the others this program's own. A template that
has one of them decides how it looks."""

LISTS = (
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "Reason For",
    "Reason Against",
    "Not Known",
    "In Place",
    "To Tick",
)
"""The styles of lists among them."""

DEEPEST = 6


class Styles:
    """The styles of a document by name, each as the id by which paragraphs name it."""

    def __init__(self, word: WordDocument) -> None:
        self._ids = {_name(each): str(each.get(qn("w:styleId"))) for each in _styles(word)}

    def __getitem__(self, name: str) -> str:
        return self._ids[name.lower()]


def complete(word: WordDocument, base: WordDocument) -> tuple[str, ...]:
    """Adds the styles that a template lacks, as they are in the base; gives the usual ones among them, by name."""
    there = {_name(each): each for each in _styles(word)}
    ours = {_name(each): each for each in _styles(base)}
    ids = {str(each.get(qn("w:styleId"))) for each in there.values()}
    lacking = [name for name in (*USUAL, *OURS) if name.lower() not in there]
    named: dict[str, str] = {}
    for name in lacking:
        style = _unlisted(deepcopy(ours[name.lower()]))
        named[name.lower()] = _free(str(style.get(qn("w:styleId"))), ids)
        ids.add(named[name.lower()])
        style.set(qn("w:styleId"), named[name.lower()])
        there[name.lower()] = style
        word.styles.element.append(style)
    for name in lacking:
        _relate(there[name.lower()], {str(each.get(qn("w:styleId"))): _name(each) for each in ours.values()}, there)
    unlisted = [name.lower() for name in LISTS if _list_of(there[name.lower()]) is None]
    _number(word, base, there, unlisted, ours)
    return tuple(name[:1].upper() + name[1:] for name in lacking if name in USUAL)


def speak_english(word: WordDocument, language: str) -> None:
    """Sets the language that is spoken where nothing else is said."""
    root = word.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        root.insert(0, defaults := parse_xml(f"<w:docDefaults {nsdecls('w')}/>"))
    if (around := defaults.find(qn("w:rPrDefault"))) is None:
        defaults.insert(0, around := parse_xml(f"<w:rPrDefault {nsdecls('w')}><w:rPr/></w:rPrDefault>"))
    if (run := around.find(qn("w:rPr"))) is None:
        around.append(run := parse_xml(f"<w:rPr {nsdecls('w')}/>"))
    if (said := run.find(qn("w:lang"))) is None:
        run.append(said := parse_xml(f"<w:lang {nsdecls('w')}/>"))
    said.set(qn("w:val"), language)


def new_list(word: WordDocument, style: str) -> int | None:
    """A list of its own that begins at 1, looking as the style's; its number, or None where the style has no list."""
    numbering = word.part.numbering_part.element
    found = next((each for each in _styles(word) if each.get(qn("w:styleId")) == style), None)
    number = _list_of(found) if found is not None else None
    if number is None:
        return None
    wanted = number.get(qn("w:val"))
    like = next((each for each in numbering.findall(qn("w:num")) if each.get(qn("w:numId")) == wanted), None)
    if like is None:
        return None
    made = numbering.add_num(int(like.find(qn("w:abstractNumId")).get(qn("w:val"))))
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _styles(word: WordDocument) -> list[Any]:
    return list(word.styles.element.findall(qn("w:style")))


def _name(style: Any) -> str:
    """The name of a style in small letters: programs write 'heading 1' and 'Heading 1' for the same."""
    found = style.find(qn("w:name"))
    return str(found.get(qn("w:val"))).lower() if found is not None else ""


def _unlisted(style: Any) -> Any:
    """A copy without its list, whose number means another one elsewhere."""
    for each in style.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
        each.getparent().remove(each)
    return style


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 2, wanted
    while found in taken:
        number, found = number + 1, f"{wanted}{number}"
    return found


def _relate(style: Any, names: dict[str, str], there: dict[str, Any]) -> None:
    """Names the styles that a copied one builds on as the template names them; ids may differ, names do not."""
    for tag in ("w:basedOn", "w:next", "w:link"):
        for each in style.findall(qn(tag)):
            meant = there.get(names.get(each.get(qn("w:val")), ""))
            if meant is None:
                style.remove(each)
            else:
                each.set(qn("w:val"), str(meant.get(qn("w:styleId"))))


def _list_of(style: Any) -> Any:
    """Where a style says which list it is of; None where it is of none."""
    return style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")


def _number(
    word: WordDocument, base: WordDocument, there: dict[str, Any], names: list[str], ours: dict[str, Any]
) -> None:
    """Gives styles of lists that are of none the lists that they are of in the base, under numbers that are free."""
    target, source = numbering_of(word), base.part.numbering_part.element
    for name in names:
        number = _copied_list(source, target, str(_list_of(ours[name]).get(qn("w:val"))))
        there[name].get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def _copied_list(source: Any, target: Any, number: str) -> int:
    like = next(each for each in source.findall(qn("w:num")) if each.get(qn("w:numId")) == number)
    wanted = like.find(qn("w:abstractNumId")).get(qn("w:val"))
    described = deepcopy(
        next(each for each in source.findall(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == wanted)
    )
    there = target.findall(qn("w:abstractNum"))
    free = max((int(each.get(qn("w:abstractNumId"))) for each in there), default=0) + 1
    described.set(qn("w:abstractNumId"), str(free))
    # All descriptions stand before all lists; a few other things may stand before either.
    place = target.index(there[-1]) + 1 if there else len(target.findall(qn("w:numPicBullet")))
    target.insert(place, described)
    return int(target.add_num(free).numId)


def numbering_of(word: WordDocument) -> Any:
    """The lists of a document; an empty set of them is added where it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    try:
        return word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element
