"""Frozen council files: one archive with the file, the whole rule set, the result, and a digest of each.

A frozen file can be assessed by a later version of the program, with the rules that it was assessed with. The
archive shows what was changed in it since by accident or by a careless hand; against somebody who writes a new
manifest to fit it is no seal. Whoever needs one notes the archive's own digest down elsewhere.
"""
