"""Many completed answer sets at once, as numpy arrays: for robustness and for what would change a result.

One meaning, two evaluators: what `wizard.engine.evaluating` does for one council with a full trace, this does
for thousands without one. A test holds the two against each other. Nothing here is loaded by a plain `wizard assess`.
"""
