"""`python -m wizard`: the same as the command `wizard`."""

from wizard.cli.main import run

run()
