"""The parser's complaints in an author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.problems import Place

_WORDS = (
    (
        "could not find expected ':'",
        "A colon is missing here or on the line before.",
        "Write 'key: value', with a space after the colon.",
    ),
    (
        "mapping values are not allowed",
        "A second colon on one line confuses the reading.",
        "Put quotes round a text that contains ': '.",
    ),
    (
        "did not find expected ',' or ']'",
        "A list in square brackets is not closed, or lacks a comma.",
        "Check the brackets and commas.",
    ),
    (
        "did not find expected ',' or '}'",
        "A mapping in braces is not closed, or lacks a comma.",
        "Check the braces and commas.",
    ),
    (
        "did not find expected key",
        "This line does not line up with the ones above it.",
        "Give it the same number of spaces, or put quotes round the text above.",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not line up with the list above it.",
        "Begin it with '- ' at the same indent, or indent it further.",
    ),
    (
        "cannot start any token",
        "A text may not begin with this character.",
        "Put quotes round the text, and indent with spaces, not tabs.",
    ),
    ("found unexpected end of stream", "A quotation mark is opened and never closed.", "Close it."),
    ("unexpected end of stream", "The file ends in the middle of something.", "Check quotation marks and brackets."),
    (
        "found unknown escape character",
        "A backslash inside double quotes is read as a special sign.",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "'*' or '&' at the start of a text has a special meaning.",
        "Put quotes round the text.",
    ),
    ("block sequence entries are not allowed", "A list item ('- ') cannot begin here.", "Put it on a line of its own."),
    ("found character that cannot start", "A text may not begin with this character.", "Put quotes round the text."),
    ("found a tab character", "A tab is used to indent.", "Use spaces."),
)


def parser_words(problem: str, text: str, place: Place) -> tuple[str, str]:
    """A message and a hint for what the parser said; `text` and `place` let a tab be recognised."""
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return "A tab is used to indent this line.", "Use spaces."
    here = line[place.column - 1 : place.column]
    if "comment or line break" in problem or (here in (">", "|") and "cannot start" in problem):
        return "A text may not begin with '>' or '|'.", "Put quotes round it, or use the words 'above' and 'below'."
    if "mapping values are not allowed" in problem and ":" not in line[: place.column - 1]:
        return (
            "This line is indented further than the one above it.",
            "Give it the same number of spaces, or put quotes round the text above.",
        )
    for sign, message, hint in _WORDS:
        if sign in problem:
            return message, hint
    return "This is not YAML that can be read.", "Check indents, quotation marks and brackets near here."
