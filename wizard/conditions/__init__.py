"""The words of `when`, three-valued, and the cells that rules cut each question into.

An answer may be known, partly known (a range, or some of the options), not sure, or not asked yet.
A condition over such answers is true, false, or undecided because of certain questions; what is
unknown is never taken for "no", for zero or for an average.
"""
