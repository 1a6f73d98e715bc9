"""One person at work on one council file: answers, undo, what changed and why, save, recover.

`Session` is the single writer of what is being worked on, for every face. It holds data and no words for
screens. Nothing is imported here, because the first screen reads `wizard.session.settings` before anything
heavy is loaded: import `wizard.session.session`, `.settings` and the other rooms by their names.
"""
