"""A font as reportlab puts it into a document, holding only the signs that the pages show.

reportlab embeds all of ASCII, whatever is shown. Here what no page shows falls away at the end;
the cut font, its compressed stream and its tables are remembered, as most letters are alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Set
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

_REMEMBERED = 64
_NOTHING, _SPACE = 0, 32
_PER_BLOCK = 100
"""A ToUnicode block holds no more entries (Adobe technical note 5014)."""
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

_MakeSubset = Callable[[list[int]], bytes]


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font that leaves out of a document what the document does not show."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self.face.get_table = _without_names(self.face.get_table)
        self.face.makeSubset = _remembered(self.face.makeSubset)

    def keep_only(self, doc: Any, signs: Set[str]) -> None:  # noqa: ANN401 - reportlab is untyped
        """Before saving: what no page of `doc` shows is taken out of the font again."""
        shown = {ord(sign) for sign in signs} | {_SPACE}
        state = self.state[doc]
        state.subsets = [
            [code if code in shown else _NOTHING for code in subset] for subset in state.subsets
        ]

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - reportlab's name, and untyped
        """Adds the fonts, their descriptors and streams; called by reportlab on saving."""
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        objects = doc.idToObject
        for name, codes in zip(names, subsets, strict=True):
            font = objects["BasicFonts"].dict[name]
            font.Widths = _widths(codes, tuple(font.Widths.sequence))
            to_unicode = objects[font.ToUnicode.name]
            to_unicode.content = _to_unicode(codes)
            _compress(to_unicode)
            _compress(objects[objects[font.FontDescriptor.name].dict["FontFile2"].name])


def _without_names(get_table: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """A font within a document needs no names and licence texts (ISO 32000-1, 9.9)."""

    def found(tag: str) -> bytes:
        if tag == "name":
            raise KeyError(tag)
        return get_table(tag)

    return found


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
    stream.filters = []


@lru_cache(maxsize=_REMEMBERED)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content, 9)


@lru_cache(maxsize=_REMEMBERED)
def _widths(codes: tuple[int, ...], widths: tuple[float, ...]) -> bytes:
    """The widths in thousandths of an em; nought for what is not shown."""
    shown = (
        f"{width:.2f}".rstrip("0").rstrip(".") if code else "0"
        for code, width in zip(codes, widths, strict=True)
    )
    return f"[{' '.join(shown)}]".encode("ascii")


@lru_cache(maxsize=_REMEMBERED)
def _to_unicode(codes: tuple[int, ...]) -> str:
    """Which sign each code means, for searching and copying (ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:02X}> <{sign:04X}>" for code, sign in enumerate(codes) if sign]
    blocks = (entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK))
    return _TO_UNICODE.format(
        blocks="\n".join(
            "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
        )
    )
