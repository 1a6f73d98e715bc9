"""The name of a file that a person types, checked before anything is written; and a file's name as words."""

from __future__ import annotations

import re
from pathlib import Path

ENDINGS = (".yaml", ".yml")
"""What council files end in."""

LONGEST = 40
SMALL_WORDS = frozenset(["and", "in", "of", "on", "the", "upon", "with"])
ALWAYS = {"nhs": "NHS", "pct": "PCT"}


def typed_path(text: str, folder: Path) -> Path:
    """The path that is meant: `~` and quotation marks understood, '.yaml' added where no ending was typed."""
    path = folder / Path(text.strip("\"' ")).expanduser()
    return path if path.suffix else path.with_name(f"{path.name}.yaml")


def fault_of_new(text: str, folder: Path) -> str:
    """Why a file of that name cannot be begun; nothing where it can."""
    if not text:
        return "Type a name for the file, such as our_council."
    if not text.isprintable():
        return "That cannot be the name of a file."
    try:
        path = typed_path(text, folder)
        if path.suffix.lower() not in ENDINGS:
            return "Council files end in .yaml."
        if not path.parent.is_dir():
            return f"There is no folder {path.parent}."
        if path.exists():
            return "There is such a file already; it will not be overwritten. Take another name."
    except (OSError, ValueError, RuntimeError):
        return "That cannot be the name of a file."
    return ""


def name_from(title: str) -> str:
    """A name for the file of a title: 'Our Council, 2008' gives 'our_council_2008.yaml'."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    name = "_".join(words)
    while len(name) > LONGEST and len(words) > 1:
        words.pop()
        name = "_".join(words)
    return f"{name[:LONGEST] or 'our_council'}.yaml"


def file_words(path: Path) -> str:
    """'city_of_london_2005.yaml' as 'City of London, 2005'."""
    words = re.split(r"[_\s]+", path.stem.strip("_"))
    words = [ALWAYS.get(word.lower(), word) for word in words]
    named = [word if word in SMALL_WORDS and place else word[:1].upper() + word[1:] for place, word in enumerate(words)]
    *most, last = named
    if most and re.fullmatch(r"(19|20)\d\d", last):
        return f"{' '.join(most)}, {last}"
    return " ".join(named)
