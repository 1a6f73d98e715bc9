"""Plain mode: everything the terminal app does, line by line, for screen readers, dumb terminals and pipes.

Nothing is ever redrawn, coloured or moved. Nothing heavy is imported here: `starting` is the way in.
"""
