"""The PDF operators of one page, written straight from its marks (ISO 32000-1, 8 and 9).

reportlab's own text and line calls format each number on their own and measure again what is
already laid out; here they would cost more than the layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont

from nagari_kit.documents.fonts import Face
from nagari_kit.documents.layout.marks import (
    FillMark,
    LineMark,
    LogoMark,
    Page,
    PageImageMark,
    TextMark,
)
from nagari_kit.documents.wording import NO_BREAK

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(sign): f"\\{sign}" for sign in "()\\"
}


class FontNames:
    """How one document names its fonts and encodes text in them; `document` is reportlab's."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
        self._document = document
        self._first: dict[Face, str] = {}
        self._signs: dict[Face, set[str]] = {}

    def keep_shown(self) -> None:
        """Before the document is saved: its fonts lose the signs that were never asked for."""
        for face, signs in self._signs.items():
            getFont(face.value).keep_only(self._document, signs)

    def encoded(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Parts of the text as font name and escaped string.

        The first 128 signs are themselves in a font's first subset: most text takes that way.
        """
        font = getFont(face.value)
        if face not in self._first:
            font.splitString(" ", self._document)
            self._first[face] = font.getSubsetInternalName(0, self._document)
            self._signs[face] = set()
        shown = text.replace(NO_BREAK, " ")
        self._signs[face].update(shown)
        if shown.isascii() and shown.isprintable():
            return [(self._first[face], shown.translate(_ESCAPES))]
        return [
            (
                font.getSubsetInternalName(subset, self._document),
                part.decode("latin-1").translate(_ESCAPES),
            )
            for subset, part in font.splitString(shown, self._document)
        ]


def page_code(
    page: Page,
    height: float,
    fonts: FontNames,
    logos: tuple[tuple[str, float], ...],
    images: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Operators of a page: fills, lines and the crest first, text above them.

    `logos`: the names of crest and second logo in the document, and their width by their height;
    a name is "" where there is none. `images`: the names of page images by their SHA-256.
    """
    shapes: list[str] = []
    texts = _Texts(fonts)
    pen: tuple[float, float, tuple[float, ...]] | None = None
    for top, strip in page.placed:
        base = height - top
        for mark in strip.marks:
            if isinstance(mark, TextMark):
                texts.add(mark, base)
            elif isinstance(mark, LineMark):
                wanted = (mark.width, mark.gray, mark.dash)
                if wanted != pen:
                    pen = wanted
                    shapes.append(_pen(mark))
                shapes.append(
                    f"{mark.x1:.2f} {base - mark.y1:.2f} m {mark.x2:.2f} {base - mark.y2:.2f} l S"
                )
            elif isinstance(mark, FillMark):
                shapes.append(_fill(mark, base))
            elif isinstance(mark, PageImageMark):
                shapes.append(_page_image(mark, base, images[mark.digest]))
            elif (logo := logos[mark.second])[0]:
                shapes.append(_picture(mark, base, *logo))
    return "\n".join([*shapes, "0 g", "BT", *texts.code, "ET"])


class _Texts:
    """Text operators; font, spacing and grey are named only where they change."""

    def __init__(self, fonts: FontNames) -> None:
        self.code: list[str] = []
        self._fonts = fonts
        self._font: tuple[str, float] | None = None
        self._space = 0.0
        self._gray = 0.0

    def add(self, mark: TextMark, base: float) -> None:
        code = self.code
        if mark.word_space != self._space:
            self._space = mark.word_space
            code.append(f"{mark.word_space:.3f} Tw")
        if mark.gray != self._gray:
            self._gray = mark.gray
            code.append(f"{mark.gray:.3f} g")
        turn = "0 1 -1 0" if mark.upright else "1 0 0 1"
        code.append(f"{turn} {mark.x:.2f} {base - mark.y:.2f} Tm")
        for name, shown in self._fonts.encoded(mark.text, mark.face):
            if (name, mark.size) != self._font:
                self._font = (name, mark.size)
                code.append(f"{name} {mark.size:.3f} Tf")
            code.append(f"({shown}) Tj")


def _pen(mark: LineMark) -> str:
    dash = " ".join(f"{length:.2f}" for length in mark.dash)
    return f"{mark.width:.2f} w {mark.gray:.3f} G [{dash}] 0 d"


def _fill(mark: FillMark, base: float) -> str:
    y = base - mark.y - mark.height
    return f"{mark.gray:.3f} g {mark.x:.2f} {y:.2f} {mark.width:.2f} {mark.height:.2f} re f"


def _picture(mark: LogoMark, base: float, name: str, shape: float) -> str:
    height = min(mark.height, mark.width / shape)
    width = height * shape
    x = mark.x + (mark.width - width) / 2
    y = base - mark.y - (mark.height + height) / 2
    return f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q"


def _page_image(mark: PageImageMark, base: float, name: str) -> str:
    return f"q {mark.width:.2f} 0 0 {mark.height:.2f} 0 {base - mark.height:.2f} cm /{name} Do Q"
