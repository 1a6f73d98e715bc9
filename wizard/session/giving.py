"""From what a person gave to what a council file holds: an answer with its note and where it came from, and words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from wizard.conditions.domain import Refused, understand

from .change import AnswerGiven, NotTaken

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer

LONGEST_TITLE = 200
LONGEST_NOTE = 20_000

_PARTS = frozenset(("is", "one_of", "between", "known", "from", "note"))


class _AsItStands(Enum):
    WORDS = "as they stand"


AS_IT_STANDS = _AsItStands.WORDS
"""Says nothing of a note or a source: a note stays, and a source stays with the answer that it is the source of."""

Words = str | None | _AsItStands


def taken(domain: Domain, written: Any, note: Words, from_: Words, before: AnswerGiven | None) -> AnswerGiven:
    """What a person answered: words, a list, or a mapping as in council files. Raises NotTaken."""
    parts = _parts(domain, written)
    try:
        answer = understand(domain, parts)
    except Refused as refused:
        fault = refused.fault
        raise NotTaken(fault.check, fault.message, fault.hint) from None
    same = before is not None and before.answer == answer
    found = AnswerGiven(
        answer=answer,
        written="",
        note=_words(note, parts.get("note"), before.note if before is not None else None),
        # Where an answer came from says nothing of another one.
        from_=_words(from_, parts.get("from"), before.from_ if before is not None and same else None),
        known=parts.get("known") or (before.known if before is not None and same else None),
    )
    said: dict[str, Any] = {key: parts[key] for key in ("is", "one_of", "between") if key in parts}
    about = {"known": found.known, "from": found.from_, "note": found.note}
    entry = {**said, **{key: value for key, value in about.items() if value is not None}}
    return found._replace(written=entry["is"] if set(entry) == {"is"} else entry)


def given_in(domain: Domain, written: RawAnswer) -> AnswerGiven:
    """An answer as it stands in a council file that was read."""
    about = written if isinstance(written, dict) else {}
    return AnswerGiven(understand(domain, written), written, about.get("note"), about.get("from"), about.get("known"))


def one_line(words: str, what: str) -> str:
    """A title or a reason without line breaks and blanks round it. Raises NotTaken where nothing is left."""
    found = " ".join(_printable(words).split())
    if not found:
        raise NotTaken("empty", f"{what} cannot be empty.", "Write a few words.")
    if len(found) > LONGEST_TITLE:
        raise NotTaken("too-long", f"{what} has {len(found)} characters.", f"At most {LONGEST_TITLE} can stand here.")
    return found


def some_words(words: str | None) -> str | None:
    """A note as it is kept; None where it says nothing. Raises NotTaken where it is far too long."""
    found = _printable(words or "").strip()
    if len(found) > LONGEST_NOTE:
        message = f"This note has {len(found):,} characters."
        raise NotTaken("too-long", message, f"At most {LONGEST_NOTE:,} can stand here: keep the rest elsewhere.")
    return found or None


def _parts(domain: Domain, written: Any) -> dict[str, Any]:
    if not isinstance(written, dict):
        return {"is": _stripped(written)}
    parts = {key: _stripped(value) for key, value in written.items() if value is not None}
    if not parts.keys() <= _PARTS or isinstance(parts.get("is"), dict):
        raise NotTaken("wrong-type", f"This is not an answer to '{domain.id}', which takes {domain.takes()}.")
    if parts.get("known") not in (None, "before", "at_report"):
        raise NotTaken("wrong-value", "'known' is either 'before' or 'at_report'.")
    return parts


def _stripped(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_stripped(each) for each in value]
    return value.strip() if isinstance(value, str) else value


def _words(given: Words, written: Any, stands: str | None) -> str | None:
    if given is AS_IT_STANDS:
        return some_words(written) if isinstance(written, str) else stands
    return some_words(given)


def _printable(words: str) -> str:
    """The words without signs that no screen shows; what is pasted often brings some along."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    shown = (sign if sign.isprintable() or sign in "\n\t" else " " if sign.isspace() else "" for sign in plain)
    return "".join(shown)
