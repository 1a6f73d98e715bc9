"""Text measured in the cells of a terminal: some characters take two, some none."""

from __future__ import annotations

from wizard.problems.printing import printable


def safe(text: str) -> str:
    """The text on one line, with single spaces and nothing in it that could steer a terminal."""
    return printable(" ".join(text.split()))


def cells(text: str) -> int:
    """How many cells the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int, to_the_right: bool = False) -> str:
    """The text filled with spaces to a width; longer text is left as it is."""
    space = " " * max(0, width - cells(text))
    return space + text if to_the_right else text + space


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; a longer word is cut."""
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split():
        size = cells(word)
        if line and taken + 1 + size <= width:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width > 1:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
            size = cells(word)
        line, taken = word, size
    return [*lines, line] if line else lines


def _head(word: str, width: int) -> str:
    """As many characters as fit; at least one, so that cutting comes to an end."""
    end = 1
    while end < len(word) and cells(word[: end + 1]) <= width:
        end += 1
    return word[:end]
