"""What came with a form, and what a handler gives back: plain values, so that handlers know nothing of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .markup import Html

TOKEN = "token"
"""The field that proves that a form came from one of this server's own pages."""


class SentFile(NamedTuple):
    """A file that came with a form: what it is called where it comes from, and its bytes."""

    name: str
    data: bytes


class Form:
    """The fields of a form, each with every value it has; and the `file` that came with it, if one did."""

    def __init__(self, values: Mapping[str, list[str]], file: SentFile | None = None) -> None:
        self._values, self.file = values, file

    @classmethod
    def read(cls, body: bytes, most: int) -> Form:
        """The form of a request's body. Raises ValueError where it has more than `most` fields or is no form."""
        values: dict[str, list[str]] = {}
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=most)
        for key, value in pairs:
            values.setdefault(key, []).append(value)
        return cls(values)

    def one(self, name: str) -> str:
        """A field's value; nothing where it is not there."""
        return self._values.get(name, [""])[0]

    def every(self, name: str) -> list[str]:
        """All values of a field, as of boxes that are ticked."""
        return self._values.get(name, [])

    def has(self, name: str) -> bool:
        """Whether the field came with the form."""
        return name in self._values


NO_FORM = Form({})


class Page(NamedTuple):
    """A page: what stands in its main part, under a heading that is also its title.

    Where `own_heading`, the body has the heading itself. `before_title` stands before the title only, such as
    'Error: '. `at` is the part of the menu that the page belongs to. `more` are further lines of its header.
    """

    heading: str
    body: Html
    status: int = 200
    at: str = ""
    own_heading: bool = False
    before_title: str = ""
    more: tuple[tuple[str, str], ...] = ()


class Goto(NamedTuple):
    """To another page of this server."""

    path: str


class File(NamedTuple):
    """A file to be kept by whoever asked for it."""

    name: str
    data: bytes
    kind: str


Given = Page | Goto | File


class Refusal(Exception):
    """A request that is not answered: the status, what is wrong, and what can be done.

    `more` are further lines of a header, such as for how long to wait.
    """

    def __init__(self, status: int, heading: str, hint: str, more: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(heading)
        self.status, self.heading, self.hint, self.more = status, heading, hint, more
