"""`wizard serve`: the wizard as web forms, in the browser."""

from __future__ import annotations

from importlib.util import find_spec

from .usage import Misused, Parser

DESCRIPTION = """Serves the wizard as plain web forms that need no script: questions, result, what-ifs, files.
Only this machine can reach them; with --host others can too, once they have given the join code that is printed.
Ctrl+C stops the server; what was answered is kept."""
NEEDED = ("python_multipart", "starlette", "uvicorn")
NOT_INSTALLED = "What serves web pages is not installed. Install it with: pip install 'council-wizard[web]'"
PORT, LAST_PORT = 8_765, 65_535


def run(argv: list[str]) -> int:
    """Runs the command until it is stopped; gives the exit code. Raises Misused."""
    parser = Parser("wizard serve", DESCRIPTION)
    takes_place(parser)
    args = parser.parse(argv)
    if args is None:
        return 0
    port = port_in(args.port)
    if any(find_spec(each) is None for each in NEEDED):
        raise Misused(f"{NOT_INSTALLED}\n'wizard' and 'wizard ask' do the same without it.")
    return _serve(args.host, port, args.name, open_it=args.open)


def takes_place(parser: Parser) -> None:
    """Adds where a server is reached: --port, --host, --name, and --open for the browser."""
    parser.add_argument("--open", action="store_true", help="open the first page in the browser")
    parser.add_argument("--port", metavar="PORT", default=str(PORT), help=f"the port, {PORT} unless told; 0 takes any")
    parser.add_argument("--host", metavar="HOST", default="127.0.0.1", help="the address at which others reach it")
    parser.add_argument(
        "--name", metavar="NAME", action="append", default=[], help="another name that people reach it by"
    )


def port_in(written: str) -> int:
    """The port that somebody named. Raises Misused."""
    if not (written.isascii() and written.isdigit() and len(written) <= 5 and int(written) <= LAST_PORT):
        raise Misused(f"'{written}' is not a port: it can be a number from 0 to {LAST_PORT}.")
    return int(written)


def _serve(host: str, port: int, names: list[str], *, open_it: bool) -> int:
    import gc

    from wizard.web.serving import CannotListen, prepared
    from wizard.web.serving import run as run_until_stopped

    # Commands that live for half a second collect no rubbish; a server must.
    gc.enable()
    try:
        served = prepared(host, port, names)
    except CannotListen as fault:
        raise Misused(f"{fault} Name another with --host or --port.") from None

    def ready() -> None:
        print(f"The wizard is at {served.address}", flush=True)
        if served.code is not None:
            print(f"Join code: {served.code}", flush=True)
            print("Others can read what is sent on the way: use it in a network that you trust.", flush=True)
        print("Ctrl+C stops it.", flush=True)
        if open_it:
            import webbrowser

            webbrowser.open(served.address)

    run_until_stopped(served, ready)
    return 0
