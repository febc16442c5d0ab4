"""A font as reportlab puts it into a document, with what is the same in most documents made once.

Most letters use the same few signs, so the cut font, its compressed stream and its table of widths
come out alike; reportlab would make all three anew for every document.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

_REMEMBERED = 64

_MakeSubset = Callable[[list[int]], bytes]


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose objects in a document equal reportlab's own, byte for byte."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self.face.makeSubset = _remembered(self.face.makeSubset)

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - reportlab's name, and untyped
        """Adds the fonts, their descriptors and streams; called by reportlab on saving."""
        names = [
            self.getSubsetInternalName(number, doc)[1:]
            for number in range(len(self.state[doc].subsets))
        ]
        super().addObjects(doc)
        objects = doc.idToObject
        for name in names:
            font = objects["BasicFonts"].dict[name]
            font.Widths = _widths(tuple(font.Widths.sequence))
            _compress(objects[font.ToUnicode.name])
            _compress(objects[objects[font.FontDescriptor.name].dict["FontFile2"].name])


def _remembered(make_subset: _MakeSubset) -> _MakeSubset:
    @lru_cache(maxsize=_REMEMBERED)
    def made(codes: tuple[int, ...]) -> bytes:
        return make_subset(list(codes))

    return lambda codes: made(tuple(codes))


def _compress(stream: PDFStream) -> None:
    """Gives the stream its compressed content and says so, as reportlab would on formatting it."""
    content = stream.content
    stream.content = _deflated(content.encode() if isinstance(content, str) else content)
    stream.dictionary["Filter"] = PDFArray([PDFName("FlateDecode")])


@lru_cache(maxsize=_REMEMBERED)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content)


@lru_cache(maxsize=_REMEMBERED)
def _widths(widths: tuple[float, ...]) -> bytes:
    formatted: bytes = PDFArray(widths).format(None)
    return formatted
