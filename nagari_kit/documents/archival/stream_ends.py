"""Puts every stream's end on a line of its own, as PDF/A asks (ISO 19005-3, 6.1.7.1).

reportlab writes `endstream` right behind the last byte. Its file is simple and known: objects in
the order of their numbers, one cross-reference table, no updates.
"""

from __future__ import annotations

import re

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_ENTRY_LENGTH = 20
_TIGHT = b"endstream\nendobj\n"
_ENTRY = b"%010d 00000 n \n"


def with_stream_ends(pdf: bytes) -> bytes:
    """The same document, its table of objects pointing to their new places."""
    found = _START.search(pdf)
    assert found, "reportlab ends its file with the place of its table"  # noqa: S101 - our own file
    table = int(found[1])
    count = int(pdf[table:].split(b"\n", 2)[1].split()[1])
    first = pdf.index(b"\n", table + len(b"xref\n")) + 1
    entries_end = first + count * _ENTRY_LENGTH
    begins = [
        int(pdf[at : at + 10]) for at in range(first + _ENTRY_LENGTH, entries_end, _ENTRY_LENGTH)
    ]
    parts = [pdf[: begins[0]]]
    places: list[bytes] = []
    length = len(parts[0])
    for begin, end in zip(begins, [*begins[1:], table], strict=True):
        part = pdf[begin:end]
        if part.endswith(_TIGHT):
            part = part[: -len(_TIGHT)] + b"\n" + _TIGHT
        places.append(_ENTRY % length)
        length += len(part)
        parts.append(part)
    head, trailer = pdf[table : first + _ENTRY_LENGTH], pdf[entries_end : found.start()]
    return b"".join([*parts, head, *places, trailer, b"startxref\n%d\n%%%%EOF\n" % length])
