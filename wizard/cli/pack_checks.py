"""`wizard pack checks [NAME]`: the checks, or the manual page of one."""

from __future__ import annotations

from .usage import Misused, Parser


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused."""
    parser = Parser("wizard pack checks", "Lists the checks of 'wizard pack check', or prints the manual page of one.")
    parser.add_argument("name", metavar="NAME", nargs="?", help="a check, such as no-evidence")
    args = parser.parse(argv)
    if args is None:
        return 0
    pages = manual_pages()
    if args.name is None:
        width = max(map(len, pages))
        print("\n".join(f"{name:<{width}}  {page.splitlines()[0]}" for name, page in pages.items()))
        return 0
    name = args.name.replace("_", "-").lower()
    if name not in pages:
        from .naming import suggestion

        raise Misused(f"'{args.name}' is not a check. {suggestion(name, pages) or 'Without a name, all are listed.'}")
    print(f"{name}\n\n{pages[name]}")
    return 0


def manual_pages() -> dict[str, str]:
    """The manual page of every check, by its name as problems show it."""
    from wizard.pack import CHECKS
    from wizard.proof import no_lead

    pages = {check.name: check.manual for check in CHECKS}
    return {**pages, no_lead.CHECK: (no_lead.__doc__ or "").strip()}
