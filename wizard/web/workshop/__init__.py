"""A workshop in the browser: one folder served to a room, each with a seat, the facilitator and the projector.

Made as the rest of the web face is, with its guard: pages from the server, no script, nothing from elsewhere. All that
lasts is in the workshop's folder, and what a browser may stands in its key, so a server that dies loses nothing.
"""
