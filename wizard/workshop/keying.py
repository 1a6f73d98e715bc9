"""What is keyed in from an answer sheet on paper: '3 b', '4: b, d', '5 180000', '12 a1 b2 c2'; and the way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wizard.conditions.domain import NOT_SURE_WORD, Refused, understand
from wizard.problems import Place, Problem, Unreadable
from wizard.report.asking_words import refusal_words, takes_words
from wizard.report.figures import counted, listed
from wizard.session.change import NotTaken
from wizard.session.giving import some_words
from wizard.session.typed import as_typed, typed

from .order_words import order_words
from .paper import NONE, Choice, Entry, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.conditions.domain import Domain

HOW = "Each line is the number of an entry and what is ticked or written there, such as: 3 b"
"""How a sheet is keyed in, in one sentence."""

_LINE = re.compile(
    r"\s*(?:question|entry|q|no\.?)?\s*(\d{1,3})(?!\d)(?:\.(?!\d)|\)|\s*[:=]|\s*-(?=\s*[^\d\s]))?\s*(.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_APART = re.compile(r"[\s,;/+&.)]+|\b(?:and|or)\b")
_EITHER = re.compile(r"\bor\b|/")
_PLACED = re.compile(r"[a-z]+|\d+")
_SHORT = {"y": "yes", "n": "no", "u": "not sure", "?": "not sure", "unsure": "not sure", "none": "none of these"}


# ---- one entry ----


def read_entry(entry: Entry, text: str) -> object:
    """What a person keyed in for an entry, as a sheet holds it. Raises NotTaken, in words for whoever keys it in."""
    text = " ".join(text.split()) if entry.kind != "words" else text.strip()
    if not text:
        raise NotTaken("empty", f"Nothing is keyed in for entry {entry.number}.", "Leave its line out.")
    if entry.kind == "words":
        return some_words(" ".join(text.split()))
    if entry.kind == "figure" and entry.domain is not None:
        return _figure(entry.domain, text)
    if entry.kind == "order":
        return _order(entry, text.casefold())
    return _one(entry, text) if entry.kind == "one" else _several(entry, text)


def _figure(domain: Domain, text: str) -> object:
    written = typed(domain, "not sure" if _SHORT.get(text.casefold()) == "not sure" else text)
    try:
        understand(domain, written)
    except Refused as refused:
        fault = NotTaken(refused.fault.check, refused.fault.message, refused.fault.hint)
        raise NotTaken(fault.check, refusal_words(domain, fault), takes_words(domain)) from None
    return written


def _one(entry: Entry, text: str) -> object:
    ids = [each.id for each in _picked(entry, text)]
    if len(ids) == 1:
        return ids[0]
    if entry.part != "model" and _EITHER.search(text.casefold()) and NOT_SURE_WORD not in ids:
        return {"one_of": [each.id for each in entry.choices if each.id in ids]}
    either = f" Where it may be either: {entry.choices[0].label} or {entry.choices[1].label}."
    hint = f"Key in one letter.{either if entry.part != 'model' else ''}"
    raise NotTaken("too-many", f"Entry {entry.number} takes one answer; {len(ids)} are keyed in.", hint)


def _several(entry: Entry, text: str) -> object:
    found = _picked(entry, text)
    ids = {each.id for each in found}
    for alone in found:
        if alone.id in (NONE, NOT_SURE_WORD) and len(ids) > 1:
            words = f"“{alone.title}” cannot stand beside another answer in entry {entry.number}."
            raise NotTaken("wrong-value", words, f"Leave out {alone.label}, or the others.")
    if entry.most and len(ids) > entry.most:
        words = f"Entry {entry.number} takes at most {entry.most}; {len(ids)} are keyed in."
        raise NotTaken("too-many", words, "Key in those that are marked as weightiest, or ask whose sheet it is.")
    if entry.part != "answers":
        return tuple(each.id for each in entry.choices if each.id in ids)
    if NOT_SURE_WORD in ids:
        return NOT_SURE_WORD
    return [each.id for each in entry.choices if each.id in ids - {NONE}]


def _picked(entry: Entry, text: str) -> list[Choice]:
    """The choices that a text names, by letter or number, or one by its words."""
    plain = text.casefold()
    whole = entry.choice(plain) or _titled(entry, plain)
    if whole is not None:
        return [whole]
    found: dict[str, Choice] = {}
    for piece in filter(None, _APART.split(plain)):
        for each in _labelled(entry, piece):
            found[each.label] = each
    if not found:
        raise _no_letter(entry, text)
    return list(found.values())


def _titled(entry: Entry, plain: str) -> Choice | None:
    """The choice that the words name."""
    meant = _SHORT.get(plain, plain)
    return next((each for each in entry.choices if each.title.casefold() == meant), None)


def _labelled(entry: Entry, piece: str) -> list[Choice]:
    """'b' is one choice, and so is '12'; 'bd' are two."""
    found = entry.choice(piece)
    if found is not None:
        return [found]
    apart = [entry.choice(letter) for letter in piece] if piece.isalpha() else []
    if not apart or None in apart:
        raise _no_letter(entry, piece)
    return [each for each in apart if each is not None]


def _no_letter(entry: Entry, piece: str) -> NotTaken:
    shown = piece if len(piece) <= 40 else f"{piece[:40]} ..."
    first, last = entry.choices[0].label, entry.choices[-1].label
    return NotTaken("unknown-answer", f"“{shown}” is not on the sheet at entry {entry.number}.", f"{first} to {last}.")


def _order(entry: Entry, text: str) -> tuple[tuple[str, ...], ...]:
    labels = [each.label for each in entry.choices]
    places: dict[str, int] = {}
    for label, place in _pairs(entry, text, labels):
        if entry.choice(label) is None:
            raise _no_letter(entry, label)
        if label in places:
            raise NotTaken("named-twice", f"{label} has two places in entry {entry.number}.", "Key each in once.")
        if not 1 <= place <= len(labels):
            raise NotTaken("wrong-value", f"{label} has the place {place}.", f"Places go from 1 to {len(labels)}.")
        places[label] = place
    missing = [each for each in labels if each not in places]
    if missing:
        words = f"Entry {entry.number} gives no place to {listed(missing)}."
        raise NotTaken("order-not-whole", words, "Give each one a place, the same to those alike; or leave it all out.")
    return tuple(
        tuple(each.id for each in entry.choices if places[each.label] == place) for place in sorted({*places.values()})
    )


def _pairs(entry: Entry, text: str, labels: list[str]) -> Iterator[tuple[str, int]]:
    """'a1 b2 c2', or the places alone in the order of the letters: '1 2 2', '122'."""
    tokens = _PLACED.findall(text)
    if len(tokens) == 1 and tokens[0].isdigit() and len(tokens[0]) == len(labels):
        tokens = list(tokens[0])
    if tokens and all(each.isdigit() for each in tokens):
        if len(tokens) != len(labels):
            words = f"Entry {entry.number} has {len(labels)} letters; {counted(len(tokens), 'place')} are keyed in."
            raise NotTaken("order-not-whole", words, f"Key in {len(labels)} places, such as: {_sample(labels)}")
        yield from zip(labels, (int(each) for each in tokens), strict=True)
        return
    pairs = list(zip(tokens[::2], tokens[1::2], strict=False))
    if not pairs or len(tokens) % 2 or any(label.isdigit() or not place.isdigit() for label, place in pairs):
        words = f"In entry {entry.number} a letter should be followed by its place."
        raise NotTaken("wrong-type", words, f"Such as: {_sample(labels)}")
    yield from ((label, int(place)) for label, place in pairs)


def _sample(labels: list[str]) -> str:
    return " ".join(f"{each}{min(place, 2)}" for place, each in enumerate(labels, start=1))


def sample_of(entry: Entry) -> str:
    """What somebody might key in for an entry that is not written in words."""
    labels = [each.label for each in entry.choices]
    if entry.kind == "order":
        return _sample(labels)
    if entry.kind == "figure" and entry.domain is not None:
        return "April 2008" if entry.domain.kind == "date" else "180"
    return labels[min(1, len(labels) - 1)] if entry.kind == "one" else ", ".join(labels[:2])


def prompt_of(entry: Entry) -> str:
    """What can be keyed in for an entry, in a few words."""
    if entry.kind == "words":
        return "Words"
    if entry.kind == "figure" and entry.domain is not None:
        return f"{'A date' if entry.domain.kind == 'date' else 'A number'}, or not sure"
    if entry.kind == "order":
        return f"Places, 1 matters most, such as {_sample([each.label for each in entry.choices])}"
    first, last = entry.choices[0].label, entry.choices[-1].label
    few = f"at most {entry.most}, " if entry.most else ""
    return f"{first} to {last}" if entry.kind == "one" else f"All ticked, {few}{first} to {last}"


# ---- the way back ----


def keyed(entry: Entry, said: Any) -> str:
    """What `read_entry` understands as this."""
    if entry.kind == "words":
        return " ".join(str(said).split())
    if entry.kind == "figure":
        return as_typed(said) or "not sure"
    if entry.kind == "order":
        places = {each: place for place, tier in enumerate(said, start=1) for each in tier}
        return " ".join(f"{each.label}{places[each.id]}" for each in entry.choices)
    between = " or " if entry.kind == "one" else " "
    return between.join(each.label for each in chosen(entry, said))


def said_words(entry: Entry, said: Any) -> str:
    """What was keyed in, as whoever keyed it in reads it over."""
    if entry.kind == "order":
        titles = {each.id: each.title for each in entry.choices}
        return order_words([[titles[each] for each in tier] for tier in said])
    if entry.kind in ("words", "figure"):
        return keyed(entry, said)
    return (" or " if entry.kind == "one" else "; ").join(each.title for each in chosen(entry, said))


def chosen(entry: Entry, said: Any) -> list[Choice]:
    """The choices that an answer names."""
    if isinstance(said, dict):
        said = said.get("one_of") or said.get("is") or ()
    ids = [said] if isinstance(said, str) else list(said) or [NONE]
    return [each for each in entry.choices if each.id in ids]


# ---- a whole sheet ----


def read_lines(paper: Paper, text: str, name: str) -> dict[int, object]:
    """What a file of keyed lines says, by entry. Empty lines, and those that begin with #, are passed over.

    Raises Unreadable with every fault of every line.
    """
    found: dict[int, object] = {}
    lines: dict[int, int] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            entry, rest = split_line(paper, line)
            if entry.number in lines:
                words = f"Entry {entry.number} is keyed in twice: in line {lines[entry.number]} too."
                raise NotTaken("named-twice", words, "Keep one of the two lines.")
            lines[entry.number] = number
            found[entry.number] = read_entry(entry, rest)
        except NotTaken as fault:
            problems.append(Problem(fault.check, Place(name, number, 1), fault.message, fault.hint))
    if problems:
        raise Unreadable(problems)
    return found


def split_line(paper: Paper, line: str) -> tuple[Entry, str]:
    """The entry that a line begins with, and the rest. Raises NotTaken."""
    found = _LINE.match(line)
    if found is None:
        raise NotTaken("no-number", "This line does not begin with the number of an entry.", HOW)
    entry = paper.entry(int(found[1]))
    if entry is None:
        hint = f"It has the entries 1 to {len(paper.entries)}."
        raise NotTaken("unknown-entry", f"There is no entry {int(found[1])} on this sheet.", hint)
    return entry, found[2]


def keyed_lines(paper: Paper, said: Mapping[int, object]) -> str:
    """What `read_lines` understands as this."""
    return "".join(
        f"{each.number}: {keyed(each, said[each.number])}\n" for each in paper.entries if each.number in said
    )


def parts_of(paper: Paper, said: Mapping[int, object]) -> dict[str, Any]:
    """The parts of a sheet that says this, as `Workshop.put_in` takes them. Raises NotTaken."""
    parts: dict[str, Any] = {}
    for each in paper.entries:
        value = said.get(each.number)
        if value is None:
            continue
        if each.part in ("risks", "remark"):
            parts[each.part] = value
        elif each.part in ("answers", "priorities"):
            parts.setdefault(each.part, {})[each.on] = value
        else:
            key = {"model": "model", "reasons": "reasons", "own_words": "words"}[each.part]
            parts.setdefault("foretold", {}).setdefault(each.on, {})[key] = value
    _refuse_no_model(paper, parts)
    if not parts:
        raise NotTaken("empty", "Nothing is keyed in: there is no sheet to seal.", HOW)
    return parts


def _refuse_no_model(paper: Paper, parts: Mapping[str, Any]) -> None:
    for each in paper.of_part("model"):
        if each.on in parts.get("foretold", {}) and "model" not in parts["foretold"][each.on]:
            words = f"Reasons are keyed in, but no model: entry {each.number} is left out."
            raise NotTaken("no-model", words, "Key in its letter, or leave the reasons out too.")
