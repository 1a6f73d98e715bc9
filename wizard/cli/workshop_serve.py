"""`wizard workshop serve FOLDER`: a workshop in the browser, for whoever has its join code."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from .serve import NEEDED, NOT_INSTALLED, port_in, takes_place
from .usage import Misused, Parser
from .workshop_folder import takes_workshop

DESCRIPTION = """Serves one workshop: a join code for those who take part, a longer one for whoever leads it. Only this
machine can reach it; with --host others can. Everything sealed is kept in the folder: after a crash or a power cut
start it again on the same folder, and everybody goes on. Ctrl+C stops it."""


def run(argv: list[str]) -> int:
    """Runs the command until it is stopped; gives the exit code. Raises Misused, Unreadable and NotSaved."""
    parser = Parser("wizard workshop serve", DESCRIPTION)
    takes_workshop(parser)
    takes_place(parser)
    args = parser.parse(argv)
    if args is None:
        return 0
    port = port_in(args.port)
    if any(find_spec(each) is None for each in NEEDED):
        raise Misused(f"{NOT_INSTALLED}\n'wizard workshop handouts' and 'key-in' do without it.")
    return _serve(Path(args.folder), args.pack, args.host, port, args.name, open_it=args.open)


def _serve(folder: Path, pack: str | None, host: str, port: int, names: list[str], *, open_it: bool) -> int:
    import gc

    from wizard.web.names import is_loopback
    from wizard.web.serving import CannotListen
    from wizard.web.serving import run as run_until_stopped
    from wizard.web.workshop.serving import prepared
    from wizard.workshop.workshop import Workshop

    # Commands that live for half a second collect no rubbish; a server must.
    gc.enable()
    workshop = Workshop.open(folder, pack=pack)
    try:
        found = prepared(workshop, host, port, names)
    except CannotListen as fault:
        raise Misused(f"{fault} Name another with --host or --port.") from None
    address = found.served.address

    def ready() -> None:
        expected = f" {workshop.file.expected} sheets are expected." if workshop.file.expected else ""
        print(f"{workshop.file.title} is at {address}{expected}", flush=True)
        print(f"Join code, for everybody: {found.doors.join}", flush=True)
        print(f"Facilitator's code, for you alone: {found.doors.facilitator}", flush=True)
        print(f"For the projector: {address}projector (either code opens it)", flush=True)
        print("The codes stay the same when this is started again on the same folder.", flush=True)
        if not is_loopback(host):
            print("Others can read what is sent on the way: use it in a network that you trust.", flush=True)
        print("Ctrl+C stops it.", flush=True)
        if open_it:
            import webbrowser

            webbrowser.open(address)

    run_until_stopped(found.served, ready)
    return 0
