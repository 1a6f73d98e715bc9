"""The web face: the wizard as plain web forms, served on this machine, or to others with a join code.

Every page is made on the server from the same rooms as the other faces; no script runs, and nothing is fetched from
anywhere else. Nothing heavy is imported here: `serving` is the way in.
"""
