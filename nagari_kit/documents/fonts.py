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


_FILES = {
    Face.REGULAR: "Tinos-Regular.ttf",
    Face.BOLD: "Tinos-Bold.ttf",
    Face.ITALIC: "Tinos-Italic.ttf",
    Face.SANS: "Arimo-Regular.ttf",
}
_registering = threading.Lock()
_advances: dict[Face, dict[int, float]] = {}


def register_fonts() -> None:
    """Make the fonts known to reportlab; cheap when it is done already."""
    if len(_advances) == len(_FILES):
        return
    with _registering:
        for face, file in _FILES.items():
            if face not in _advances:
                _advances[face] = _register(face, file)


def _register(face: Face, file: str) -> dict[int, float]:
    from reportlab.pdfbase import pdfmetrics

    from nagari_kit.documents.embedded_font import EmbeddedFont

    font = EmbeddedFont(face.value, str(resource_path(f"fonts/letters/{file}")))
    pdfmetrics.registerFont(font)
    return {code: width / 1000 for code, width in font.face.charWidths.items()}


@lru_cache(maxsize=8192)
def em_width(text: str, face: Face) -> float:
    """Width of a text in ems, that is at a size of 1."""
    register_fonts()
    advances = _advances[face]
    blank = advances[ord(REPLACEMENT)]
    return sum(advances.get(ord(sign), blank) for sign in text)


def text_width(text: str, face: Face, size: float) -> float:
    """Width of a text in points."""
    return em_width(text, face) * size


def printable(text: str) -> str:
    """The text with a hollow square for every sign that the fonts do not have."""
    if text.isascii():
        return text
    register_fonts()
    known = _advances[Face.REGULAR]
    return "".join(s if ord(s) in known or s == "\n" else REPLACEMENT for s in text)


def unprintable(text: str) -> list[str]:
    """The signs that the fonts do not have, each once, newlines apart."""
    register_fonts()
    known = _advances[Face.REGULAR]
    return list(dict.fromkeys(sign for sign in text if sign != "\n" and ord(sign) not in known))
