"""The command line: arguments in, text out. No sums and no YAML here."""
