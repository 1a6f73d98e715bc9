"""`wizard pack schema [PACK]`: what an editor needs to complete and check files as they are typed."""

from __future__ import annotations

from .loading import here_or_shipped
from .output import deliver
from .usage import Misused, Parser

KINDS = ("council", "pack")

DESCRIPTION = """Prints a JSON Schema (draft-07) that knows the ids of a rule set, so that an editor with a YAML
language server completes questions, answers, models and findings, and marks what cannot be. For council files, or with
'--for pack' for the files of the rule set itself. Make it anew when the rule set has changed.

To use it in VS Code: install the extension 'YAML' (by Red Hat), write the schema into a file and either begin a
council file with the line
    # yaml-language-server: $schema=council.schema.json
or add to .vscode/settings.json
    "yaml.schemas": {"council.schema.json": "councils/**/*.yaml", "rules.schema.json": "rules/our_rules/**/*.yaml"}"""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack schema", DESCRIPTION)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a folder or an id")
    parser.add_argument(
        "--for",
        dest="files",
        metavar="WHAT",
        default="council",
        help="council (files of councils) or pack (files of rules)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write it to this file")
    args = parser.parse(argv)
    if args is None:
        return 0
    if args.files not in KINDS:
        raise Misused(f"'--for {args.files}' is not possible: it can be {' or '.join(KINDS)}.")
    import json

    from wizard.council_file import VERDICTS
    from wizard.pack import find_pack, read_pack
    from wizard.pack.editing import council_schema, rules_schema

    read = read_pack(find_pack(args.pack or here_or_shipped()), every_source=True)
    schema = council_schema(read.pack, VERDICTS) if args.files == "council" else rules_schema(read)
    deliver(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", args.output)
    return 0
