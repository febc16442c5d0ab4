"""Chooses the printer's paper for a letter: true size, never a look-alike.

Qt matches fuzzily by default and turns 215 x 330 mm into a German fan-fold sheet; its own "Folio"
is 210 x 330 mm. So the size is given exactly, unless the driver itself names one within 2 mm.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from nagari_kit.ui.preview.paper_names import paper_name
from nagari_kit.ui.preview.pdf_raster import PageShape

TOLERANCE_MM = 2.0
MAXIMUM_DPI = 300


def page_size_for(shape: PageShape, offered: Iterable[QPageSize] = ()) -> QPageSize:
    """The driver's own size nearest to `shape` within 2 mm, else exactly `shape`.

    `offered` is what QPrinterInfo.supportedPageSizes() says; empty for a PDF target.
    """
    millimetre = QPageSize.Unit.Millimeter
    # Paper lies upright in the printer; a landscape page is turned (`set_true_size`).
    shape = upright(shape)
    near: list[tuple[float, QPageSize]] = []
    for candidate in offered:
        size = candidate.size(millimetre)
        distance = max(
            abs(size.width() - shape.width_mm),
            abs(size.height() - shape.height_mm),
        )
        if distance <= TOLERANCE_MM:
            near.append((distance, candidate))
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    exact = QSizeF(round(shape.width_mm, 1), round(shape.height_mm, 1))
    return QPageSize(exact, millimetre, paper_name(shape), QPageSize.SizeMatchPolicy.ExactMatch)


def upright(shape: PageShape) -> PageShape:
    """The page with its short side below."""
    return PageShape(min(shape.width, shape.height), max(shape.width, shape.height))


def set_true_size(printer: QPrinter, size: QPageSize, *, landscape: bool = False) -> None:
    """Full page, no margins. To be called after everything else that sets the printer.

    Windows drivers put their own paper back when a dialog returns, and there setFullPage alone
    still leaves margins (QTBUG-5363).
    """
    printer.setPageLayout(
        QPageLayout(
            size,
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
            QPageLayout.Unit.Millimeter,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def pixel_width(shape: PageShape, dpi: int) -> int:
    """Width of the page in dots at `dpi`."""
    return round(shape.width / 72 * dpi)
