"""The evidence library in words: what was found, a finding, an argument, what is disputed, a place in the reports."""
