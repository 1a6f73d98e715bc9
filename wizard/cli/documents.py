"""A document on the screen, or whole in a file whose ending says how; somebody's work in its place is never lost."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .output import deliver_bytes
from .usage import Misused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from wizard.report.document import Document


def takes_output(parser: ArgumentParser) -> None:
    """Adds where a document goes: -o, --format, and --force for a file that somebody may have worked on."""
    parser.add_argument("-o", "--output", metavar="OUT", help="write it to this file; its ending says how")
    parser.add_argument("--format", metavar="FORMAT", help="text, html, md, docx or pdf; where OUT does not say it")
    parser.add_argument("--force", action="store_true", help="overwrite OUT even where somebody has worked on it")


def output_form(args: Namespace) -> str:
    """The format in which it goes there. Raises Misused where that is not clear, or somebody's work would go."""
    form = form_of(args.output, args.format)
    refuse_overwriting_work(args.output, force=args.force)
    return form


def form_of(output: str | None, form: str | None) -> str:
    """The format asked for: by name, by the ending of the output, or text on the screen. Raises Misused."""
    from wizard.report.formats import FORMATS, format_of_name

    by_ending = format_of_name(output) if output is not None else None
    found = form or by_ending or ("text" if output is None else None)
    endings = ", ".join(ending for each in FORMATS.values() for ending in each.endings)
    if found is None:
        raise Misused(f"How to write '{output}' is not clear: end its name in one of {endings}, or add --format.")
    if found not in FORMATS:
        raise Misused(f"'{found}' is not a format: it can be {', '.join(FORMATS)}.")
    if output is None and not FORMATS[found].on_screen:
        raise Misused(f"{FORMATS[found].title.capitalize()} cannot be printed: name a file with -o.")
    return found


def refuse_overwriting_work(output: str | None, *, force: bool = False) -> None:
    """Raises Misused where the output is there and is not just as this program made it: somebody's work would go."""
    if output is None or force or not Path(output).is_file():
        return
    from wizard.report.formats import is_untouched

    try:
        untouched = is_untouched(Path(output).read_bytes())
    except OSError as fault:
        raise Misused(f"'{output}' could not be read: {fault.strerror}. Nothing was written.") from None
    if not untouched:
        raise Misused(
            f"'{output}' is there already, and is not as this program made it: somebody's work would be lost. "
            "Name another file, or add --force."
        )


def deliver_document(document: Document, output: str | None, form: str) -> None:
    """Prints the document, or writes it. Raises Misused where it cannot."""
    from wizard.report.formats import Options, renderer_of
    from wizard.report.text import terminal_width, text_of

    if output is None and form == "text":
        sys.stdout.write(text_of(document, terminal_width()))
        return
    width = Options().width if output else terminal_width()
    deliver_bytes(renderer_of(form).rendered(document, Options(width)), output)
