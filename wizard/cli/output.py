"""Where a result goes: to the screen, or whole into a file."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from .usage import Misused


def refuse_overwriting_input(output: str | None, inputs: list[str], what: str = "the council file") -> None:
    """Raises Misused where the output is one of the files that are read."""
    if output is None:
        return
    for name in inputs:
        with suppress(OSError, ValueError):
            if Path(output).resolve() == Path(name).resolve() or Path(output).samefile(name):
                raise Misused(f"'{output}' is {what} itself: the result would take its place. Name another.")


def deliver(text: str, output: str | None, encoding: str = "utf-8") -> None:
    """Prints the text, or puts it whole into a file. Raises Misused, with nothing written, where it cannot."""
    if output is None:
        sys.stdout.write(text)
    else:
        deliver_bytes(text.encode(encoding, "replace"), output)


def deliver_bytes(data: bytes, output: str | None) -> None:
    """Puts the bytes whole into a file, or prints them as the UTF-8 text they are. Raises Misused where it cannot."""
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    try:
        _write_whole(Path(output), data)
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise Misused(f"'{output}' could not be written: {words}. Nothing was written.") from None
    print(f"Written: {output}", file=sys.stderr)


def _write_whole(path: Path, data: bytes) -> None:
    """Written beside, flushed to the disk, then renamed: never half a file."""
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
