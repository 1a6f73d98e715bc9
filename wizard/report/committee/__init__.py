"""A committee report: everything in it is made from an assessment and what was tried on it, and says nothing else.

`paper` is what a report is made from, in the version its readers may see; `report` and `summary` are the documents;
the other modules make their parts, in the order in which they stand there.
"""
