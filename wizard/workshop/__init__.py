"""A room: several people's answers and priorities, sealed until all are in; and what is foretold before it is told.

A workshop is a folder of small files (`wizard.schema.workshop`), so that nothing sealed is lost with a browser or a
server, and files and paper do as well as a screen.
"""
