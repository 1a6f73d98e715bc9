"""Strict YAML: a small, safe part of the language, every scalar kept as text, every value with its place.

Refused, each with its place: anchors and aliases, tags, several documents, duplicate keys, merge keys,
nesting beyond 50, files beyond 2 MB, and anything that is not UTF-8 text. This floor knows nothing of
rule sets or councils.
"""

from .nodes import Mapping, Node, Scalar, Sequence, Span, locate
from .reading import decode, read_bytes, read_text, read_tree, tree_of_text
from .shape import check_shape

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Span",
    "check_shape",
    "decode",
    "locate",
    "read_bytes",
    "read_text",
    "read_tree",
    "tree_of_text",
]
