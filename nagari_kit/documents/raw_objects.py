"""PDF objects as ready bytes, and how they name each other (ISO 32000-1, 7.3).

reportlab formats every entry of a dictionary on its own; what is the same in every document is
written out once instead.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

_AS_THEY_ARE = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class RawObject(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of one document whose bytes are known: reportlab writes its number into it."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: object) -> bytes:
        """What reportlab writes between `obj` and `endobj`."""
        return self._content


def stream(entries: str, content: bytes) -> bytes:
    """A stream whose dictionary holds `entries`, written as PDF, and the length."""
    head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode("ascii")
    return b"".join((head, content, b"endstream\n"))


def reference(document: Any, content: bytes) -> str:  # noqa: ANN401 - reportlab has no types
    """Adds an object to reportlab's document; how others name it (`7 0 R`)."""
    written: bytes = document.Reference(RawObject(content)).format(document)
    return written.decode("ascii")


def literal(text: str) -> str:
    """An ASCII text as a PDF string."""
    return f"({text.translate(_AS_THEY_ARE)})"
