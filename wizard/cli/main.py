"""`wizard`: finds the command that was asked for, and turns whatever goes wrong into words and an exit code.

Exit codes: 0 fine; 1 a test or a check found something; 2 what was given cannot be used; 3 a fault of
the program itself. Nothing is written where the code is 2 or 3. Ctrl+C ends with 130, quietly.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from .commands import COMMANDS, overview
from .usage import Misused

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FOUND, BAD_INPUT, OWN_FAULT, INTERRUPTED = 0, 1, 2, 3, 130


def run() -> NoReturn:
    """The entry of the command: runs with the process's arguments and ends it."""
    _quick_start()
    for stream in (sys.stdout, sys.stderr):
        # Whatever the console's encoding, a quotation mark must never end the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = main(sys.argv[1:])
    _hush()
    sys.exit(code)


def _quick_start() -> None:
    """A command lives for half a second: collecting rubbish and looking for plug-ins would cost a tenth of it."""
    import gc
    import os

    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(argv: Sequence[str]) -> int:
    """Runs a command and gives its exit code. Problems go to stderr; never a traceback."""
    from wizard.problems import Unreadable

    try:
        code = _dispatch(list(argv))
        sys.stdout.flush()
        return code
    except Misused as misused:
        _say(str(misused))
        return BAD_INPUT
    except Unreadable as fault:
        from wizard.problems.printing import all_as_text

        _say(all_as_text(dict.fromkeys(fault.problems)))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough, as with `| head`.
        return FINE
    except Exception as fault:
        _own_fault(fault)
        return OWN_FAULT


def _dispatch(argv: list[str]) -> int:
    if (not argv and _wants_the_app()) or argv[:1] in (["--plain"], ["--no-plain"]):
        argv = ["tui", *argv]
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(overview())
        return FINE
    if argv[0] in ("-V", "--version"):
        print(_version())
        return FINE
    name = argv[0]
    if name not in COMMANDS:
        raise Misused(_unknown(name))
    from importlib import import_module

    return int(import_module(f"wizard.cli.{COMMANDS[name].module}").run(argv[1:]))


def _wants_the_app() -> bool:
    """Someone who types the bare command at a terminal wants the app; a program wants the overview.

    A terminal that only prints will do for whoever wants the app line by line.
    """
    from .tui import is_terminal, wants_plain

    return is_terminal() or (sys.stdin.isatty() and wants_plain())


def _unknown(name: str) -> str:
    from .naming import suggestion

    if name.startswith("-"):
        return f"'{name}' must follow a command.\n\n{overview()}"
    more = suggestion(name, list(COMMANDS)) or "'wizard --help' lists the commands."
    # A file where a command belongs is the likeliest slip of all.
    if name.endswith((".yaml", ".yml")):
        more = f"Did you mean 'wizard assess {name}'?"
    return f"'{name}' is not a command. {more}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"council-wizard {version('council-wizard')}"
    except PackageNotFoundError:
        return "council-wizard (run from its folder, not installed)"


def _own_fault(fault: Exception) -> None:
    import os

    if os.environ.get("WIZARD_DEBUG") == "1":
        import traceback

        traceback.print_exc()
        return
    words = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    _say(
        f"This should not have happened, and it is the program's fault, not yours ({words}).\n"
        "Your files are as they were; nothing was lost. To see more, set WIZARD_DEBUG=1 and try again."
    )


def _say(text: str) -> None:
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        # Nobody listens any more; the exit code still tells.
        return


def _hush() -> None:
    """Keeps the interpreter from complaining at its end about a pipe that was closed."""
    import os

    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, ValueError):
            return
