"""A font as it goes into a document, holding only the signs that the pages show.

reportlab embeds all of ASCII, whatever is shown. Here what no page shows falls away at the end;
the cut font and its tables are remembered ready to be written, as most letters are alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from nagari_kit.documents.raw_objects import RawObject, reference, stream

_REMEMBERED = 64
_NOTHING, _SPACE = 0, 32
_SYMBOLIC, _NOT_SYMBOLIC = 4, 32
_PER_BLOCK = 100
"""A ToUnicode block holds no more entries (Adobe technical note 5014)."""
_DEFLATED = "/Filter /FlateDecode"
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


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font that leaves out of a document what the document does not show."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        get_table = self.face.get_table

        def without_names(tag: str) -> bytes:
            """A font within a document needs no names and licence texts (ISO 32000-1, 9.9)."""
            if tag == "name":
                raise KeyError(tag)
            table: bytes = get_table(tag)
            return table

        self.face.get_table = without_names
        self._cut = lru_cache(maxsize=_REMEMBERED)(self._made)

    def keep_only(self, doc: Any, signs: Set[str]) -> None:  # noqa: ANN401 - reportlab is untyped
        """Before saving: what no page of `doc` shows is taken out of the font again."""
        shown = {ord(sign) for sign in signs} | {_SPACE}
        state = self.state[doc]
        state.subsets = [
            [code if code in shown else _NOTHING for code in subset] for subset in state.subsets
        ]

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - reportlab's name, and untyped
        """Adds the fonts, their descriptors and streams; called by reportlab on saving."""
        state = self.state[doc]
        state.frozen = 1
        fonts = doc.idToObject["BasicFonts"].dict
        for number, codes in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            cut = self._cut(number, tuple(codes))
            to_unicode = reference(doc, cut.to_unicode)
            file = reference(doc, cut.file)
            descriptor = reference(doc, _filled(cut.descriptor, file))
            font = RawObject(_filled(cut.font, name, descriptor, to_unicode))
            doc.Reference(font, name)
            fonts[name] = font
        del self.state[doc]

    def _made(self, number: int, codes: tuple[int, ...]) -> _CutFont:
        face = self.face
        tagged = f"/{(SUBSETN(number) + b'+' + face.name).decode('ascii')}"
        widths = " ".join(
            _number(face.charWidths.get(code, face.defaultWidth)) if code else "0" for code in codes
        )
        box = " ".join(_number(edge) for edge in face.bbox)
        program = face.makeSubset(list(codes))
        return _CutFont(
            stream(_DEFLATED, zlib.compress(_to_unicode(codes).encode("ascii"), 9)),
            stream(f"{_DEFLATED} /Length1 {len(program)}", zlib.compress(program, 9)),
            f"<< /Type /FontDescriptor /FontName {tagged} /FontBBox [{box}] "
            f"/Flags {face.flags & ~_NOT_SYMBOLIC | _SYMBOLIC} "
            f"/Ascent {_number(face.ascent)} /Descent {_number(face.descent)} "
            f"/CapHeight {_number(face.capHeight)} /ItalicAngle {_number(face.italicAngle)} "
            f"/StemV {_number(face.stemV)} /MissingWidth {_number(face.defaultWidth)} "
            "/FontFile2 % >>\n",
            f"<< /Type /Font /Subtype /TrueType /BaseFont {tagged} /Name /% /FirstChar 0 "
            f"/LastChar {len(codes) - 1} /Widths [{widths}] /FontDescriptor % /ToUnicode % >>\n",
        )


@dataclass(frozen=True, slots=True)
class _CutFont:
    """One subset ready to be written; each % is a name that only the document knows."""

    to_unicode: bytes
    file: bytes
    descriptor: str
    font: str


def _filled(pattern: str, *names: str) -> bytes:
    for name in names:
        pattern = pattern.replace("%", name, 1)
    return pattern.encode("ascii")


def _number(value: float) -> str:
    """Thousandths of an em with two decimals: finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _to_unicode(codes: tuple[int, ...]) -> str:
    """Which sign each code means, for searching and copying (ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:02X}> <{sign:04X}>" for code, sign in enumerate(codes) if sign]
    blocks = (entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK))
    return _TO_UNICODE.format(
        blocks="\n".join(
            "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
        )
    )
