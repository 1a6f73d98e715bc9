"""A result becomes a document: one document tree, and a small renderer for each format.

Words are made here and nowhere else, so that every format and every screen says the same. Nothing
here decides anything: every figure comes from `wizard.engine`.
"""
