"""`wizard freeze FILE`: a council file, its whole rule set and its result in one archive."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .usage import Misused, Parser

if TYPE_CHECKING:
    from wizard.session.freezing.frozen import Frozen

DESCRIPTION = """Puts a council file, the whole rule set it is held against and the result into one archive, to keep
with the papers of a decision. It can be given to 'assess' and other commands in the place of a council file, also with
a later version of the program, which says where its own rule set would differ. What was changed in it since is told.
The same file and rules give the same archive, byte for byte. It holds every answer, the sensitive ones too."""

WIDTH = 100


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard freeze", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument(
        "-o", "--output", metavar="ARCHIVE", help="the archive to write, such as ours.zip (named for the council file)"
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    path = Path(args.output if args.output is not None else f"{Path(args.file).stem}.zip")
    if path.suffix.lower() != ".zip":
        raise Misused(
            f"'{path}' should end in .zip, such as '{path.with_suffix('.zip') if path.name else 'ours.zip'}'."
        )
    data, sensitive = frozen(args.file, args.pack)
    if not _written(path, data):
        print(f"{path} holds exactly this already.")
        return 0
    from hashlib import sha256

    print(f"Frozen: {path}\nTo be able to prove later that it is the same, note this down: {sha256(data).hexdigest()}")
    if sensitive:
        print("It holds answers to sensitive questions: share it accordingly.", file=sys.stderr)
    return 0


def frozen(name: str, pack: str | None) -> tuple[bytes, bool]:
    """The archive of a council file, and whether it holds answers to sensitive questions. Raises Misused, Unreadable.

    The result is that of the very bytes in the archive, read back from them.
    """
    from wizard.council_file import read_council
    from wizard.council_file.written import written_in
    from wizard.pack import find_council_file
    from wizard.session.freezing.archive import is_archive, packed
    from wizard.session.freezing.frozen import RESULT_JSON, RESULT_TEXT, parts_of, thawed
    from wizard.session.freezing.program import program_digest, program_version
    from wizard.session.rule_sets import RuleSets
    from wizard.strict_yaml.reading import read_bytes

    path = find_council_file(name)
    if is_archive(path):
        raise Misused(f"'{name}' is frozen already.")
    data = read_bytes(path, name)
    written = written_in(data, path, name)
    rule_set = RuleSets().named(pack) if pack is not None else RuleSets().of(written)
    # Faults are told at their places in the file, not in an archive that is not there yet.
    read_council(written, rule_set.view)
    pack_found = rule_set.rules.pack
    members = parts_of(data, pack_found, rule_set.folder)
    held = thawed(members, path, name, pack_found.head.id)
    result = _results(held)
    members |= {RESULT_JSON: result[0].encode(), RESULT_TEXT: result[1].encode()}
    head = held.rules.pack.head
    facts = {
        "program": {"name": "council-wizard", "version": program_version(), "sha256": program_digest()},
        "council": {"id": held.council.file.id, "title": held.council.file.title},
        "pack": {"id": head.id, "version": head.version, "fingerprint": held.rules.pack.fingerprint},
    }
    questions = held.rules.pack.questions
    return packed(members, facts), any(questions[each].sensitive for each in held.council.answers)


def _results(held: Frozen) -> tuple[str, str]:
    """The result as JSON and as text, the same wherever the file stood and however wide the terminal is."""
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.assessment_document import assessment_document
    from wizard.report.json_form import json_of
    from wizard.report.subject import Subject
    from wizard.report.text import text_of
    from wizard.session.freezing.frozen import COUNCIL

    subject = Subject(assess(held.rules, case_of(held.council)), held.council.file, COUNCIL)
    return json_of([subject]), text_of(assessment_document(subject), WIDTH)


def _written(path: Path, data: bytes) -> bool:
    """Whether the archive was written; it was not where it stands there already. Raises Misused, nothing written."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        _put(path, data)
    except FileExistsError:
        raise Misused(f"'{path}' is there already, and an archive is never overwritten: choose another name.") from None
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise Misused(f"'{path}' could not be written: {words}. Nothing was written.") from None
    return True


def _put(path: Path, data: bytes) -> None:
    """Written beside, flushed to the disk, then given its name, which must be free: never half an archive."""
    if os.path.lexists(path):
        raise FileExistsError
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _name(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _name(beside: Path, path: Path) -> None:
    """Gives it its name, but never takes the place of a file that came meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        # A disk without hard links: one more look must do.
        if os.path.lexists(path):
            raise FileExistsError from None
        beside.rename(path)
