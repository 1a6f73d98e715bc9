"""A form that brings a file along, read within bounds and in memory: nothing of it touches the disk."""

from __future__ import annotations

from python_multipart.multipart import MultipartParser, parse_options_header

from .exchange import Form, SentFile

MULTIPART = "multipart/form-data"
FILE = "file"
"""The one field that may bring a file."""

MOST_PARTS, MOST_HEADERS, LONGEST_HEADER, LONGEST_FIELD, LONGEST_BOUNDARY = 4, 4, 1_024, 1_024, 70


def form_with_file(body: bytes, kind: str) -> Form:
    """The form of a body whose content type is `kind`. Raises ValueError for anything that a browser would not send.

    A part that is no field of a form, that is encoded once more or stands there twice could hide what it holds.
    """
    said, options = parse_options_header(kind)
    boundary = options.get(b"boundary", b"")
    if said != MULTIPART.encode() or not 1 <= len(boundary) <= LONGEST_BOUNDARY:
        raise ValueError("no boundary")
    if not body.rstrip(b"\r\n").endswith(b"--" + boundary + b"--"):
        raise ValueError("it does not end")
    parts = _Parts()
    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": parts.begin,
            "on_header_field": parts.header_name,
            "on_header_value": parts.header_value,
            "on_header_end": parts.header_end,
            "on_headers_finished": parts.headers_end,
            "on_part_data": parts.data,
            "on_part_end": parts.end,
        },
        max_size=len(body) + 1,
        max_header_count=MOST_HEADERS,
        max_header_size=LONGEST_HEADER,
    )
    parser.write(body)
    parser.finalize()
    return Form({name: [value] for name, value in parts.fields.items()}, parts.file)


class _Parts:
    """What the parser comes upon, one part after the other."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.file: SentFile | None = None
        self._count = 0
        self._headers: dict[bytes, bytes] = {}
        self._name, self._value, self._data = bytearray(), bytearray(), bytearray()
        self._field, self._file_name = "", ""

    def begin(self) -> None:
        self._count += 1
        if self._count > MOST_PARTS:
            raise ValueError("too many parts")
        self._headers, self._data = {}, bytearray()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        name = bytes(self._name).lower()
        if name in self._headers or name not in (b"content-disposition", b"content-type"):
            raise ValueError("a header that has no place here")
        self._headers[name] = bytes(self._value)
        self._name, self._value = bytearray(), bytearray()

    def headers_end(self) -> None:
        said, options = parse_options_header(self._headers.get(b"content-disposition"))
        if said != b"form-data" or b"name" not in options:
            raise ValueError("no field of a form")
        self._field = options[b"name"].decode("utf-8")
        self._file_name = options.get(b"filename", b"").decode("utf-8", "replace")
        brings = b"filename" in options
        if brings != (self._field == FILE) or self._field in self.fields or (brings and self.file is not None):
            raise ValueError("a field that has no place here")

    def data(self, data: bytes, start: int, end: int) -> None:
        self._data += data[start:end]
        if self._field != FILE and len(self._data) > LONGEST_FIELD:
            raise ValueError("too long a field")

    def end(self) -> None:
        if self._field == FILE:
            self.file = SentFile(self._file_name, bytes(self._data))
        else:
            self.fields[self._field] = self._data.decode("utf-8")
