"""What would change a result, and what to find out next: answers changed or found out, tried in all ways at once.

Loaded only where it is asked for: a plain `wizard assess` does not need it.
"""
