"""The letter fonts: how wide text is, what they can print, and their registration in reportlab.

The files were cut to size beforehand (tools/subset_fonts.py) and are embedded, cut once more to
the signs of each document.
"""

from __future__ import annotations

import threading
from enum import StrEnum
from functools import lru_cache

from nagari_kit.infra.paths import resource_path

REPLACEMENT = "□"


class Face(StrEnum):
    """Names under which reportlab knows the fonts."""

    REGULAR = "Tinos"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"
    SANS = "Arimo"
    SANS_BOLD = "Arimo-Bold"
    SANS_ITALIC = "Arimo-Italic"


_FILES = {
    Face.REGULAR: "Tinos-Regular.ttf",
    Face.BOLD: "Tinos-Bold.ttf",
    Face.ITALIC: "Tinos-Italic.ttf",
    Face.SANS: "Arimo-Regular.ttf",
    Face.SANS_BOLD: "Arimo-Bold.ttf",
    Face.SANS_ITALIC: "Arimo-Italic.ttf",
}
_OF_LETTERS = (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.SANS)
_registering = threading.Lock()
_advances: dict[Face, dict[int, float]] = {}


def register_fonts() -> None:
    """Make the fonts of letters known to reportlab; cheap when it is done already.

    Those of the registers become known when a text is first measured in them.
    """
    for face in _OF_LETTERS:
        _advances_of(face)


def _advances_of(face: Face) -> dict[int, float]:
    known = _advances.get(face)
    if known is not None:
        return known
    with _registering:
        if face not in _advances:
            _advances[face] = _register(face, _FILES[face])
    return _advances[face]


def _register(face: Face, file: str) -> dict[int, float]:
    from reportlab.pdfbase import pdfmetrics

    from nagari_kit.documents.embedded_font import EmbeddedFont

    font = EmbeddedFont(face.value, str(resource_path(f"fonts/letters/{file}")))
    pdfmetrics.registerFont(font)
    return {code: width / 1000 for code, width in font.face.charWidths.items()}


@lru_cache(maxsize=8192)
def em_width(text: str, face: Face) -> float:
    """Width of a text in ems, that is at a size of 1."""
    advances = _advances_of(face)
    blank = advances[ord(REPLACEMENT)]
    return sum(advances.get(ord(sign), blank) for sign in text)


def text_width(text: str, face: Face, size: float) -> float:
    """Width of a text in points."""
    return em_width(text, face) * size


def printable(text: str) -> str:
    """The text with a hollow square for every sign that the fonts do not have."""
    if text.isascii():
        return text
    known = _advances_of(Face.REGULAR)
    return "".join(s if ord(s) in known or s == "\n" else REPLACEMENT for s in text)


def unprintable(text: str) -> list[str]:
    """The signs that the fonts do not have, each once, newlines apart."""
    known = _advances_of(Face.REGULAR)
    return list(dict.fromkeys(sign for sign in text if sign != "\n" and ord(sign) not in known))
