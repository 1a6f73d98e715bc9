"""What needs rules and reasoning together: the examples of a rule set held against the engine."""
