"""Turns PDF pages into images, in the same way for the screen and for paper.

PDFium is not thread-safe: every call of this module holds one lock, and every PDFium object is
closed before the lock is given back.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from nagari_kit.errors import LetterError
from nagari_kit.infra.pdfium import PDFIUM

_POINT_IN_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PageShape:
    """Size of one page in points (1/72 inch)."""

    width: float
    height: float

    @property
    def width_mm(self) -> float:
        """Width in millimetres."""
        return self.width * _POINT_IN_MM

    @property
    def height_mm(self) -> float:
        """Height in millimetres."""
        return self.height * _POINT_IN_MM


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: RGB32, white ground, no alpha."""

    shape: PageShape
    image: QImage


def page_shapes(pdf: bytes) -> tuple[PageShape, ...]:
    """Size of every page of `pdf`. Raises LetterError when the bytes are no readable PDF."""
    with _opened(pdf) as document:
        return tuple(PageShape(*document.get_page_size(index)) for index in range(len(document)))


def render_page(pdf: bytes, index: int, width_px: int) -> PageImage:
    """The page `index` (from 0), `width_px` device pixels wide."""
    with _opened(pdf) as document:
        return _render(document, index, width_px)


def render_band(pdf: bytes, index: int, width_px: int, rows: range) -> PageImage:
    """The pixel rows `rows` of what `render_page` would give; for paper, piece by piece.

    A whole F4 page at 300 dpi is 40 MB, and moving that about holds the interpreter for 100 ms.
    """
    with _opened(pdf) as document:
        return _render(document, index, width_px, rows=rows)


def page_pixels(shape: PageShape, width_px: int) -> int:
    """Height in pixels of a page that is `width_px` wide, as PDFium rounds it."""
    return math.ceil(shape.height * _scale(shape, width_px))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    # Imported late: PDFium takes 40 ms to load and the first window does not need it.
    import pypdfium2  # type: ignore[import-untyped] # ships no type information

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise LetterError(
                "Berkas surat ini tidak bisa dibaca.",
                hint="Tutup lalu buka lagi. Bila tetap begitu, hubungi petugas kabupaten.",
                code="SURAT-20",
                detail=str(error),
            ) from error
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


def _scale(shape: PageShape, width_px: int) -> float:
    # PDFium rounds the bitmap up; the hair less keeps it from growing by a pixel.
    return (max(1, width_px) - 1e-3) / shape.width


def _render(
    document: Any,  # noqa: ANN401 - pypdfium2 ships no type information
    index: int,
    width_px: int,
    *,
    rows: range | None = None,
) -> PageImage:
    page = document[index]
    shape = PageShape(*page.get_size())
    scale = _scale(shape, width_px)
    crop = (0.0, 0.0, 0.0, 0.0)
    if rows is not None:
        below = page_pixels(shape, width_px) - rows.stop
        # Half a pixel less: pypdfium2 rounds what is cut away up to whole pixels.
        crop = (0.0, max(0.0, below - 0.5) / scale, 0.0, max(0.0, rows.start - 0.5) / scale)
    bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True, may_draw_forms=True)
    try:
        # copy(): the pixels belong to PDFium until the bitmap is closed.
        image = QImage(
            memoryview(bitmap.buffer).cast("B"),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
    finally:
        bitmap.close()
        page.close()
    return PageImage(shape, image)
