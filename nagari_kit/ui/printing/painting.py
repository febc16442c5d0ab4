"""Paints a letter's pages on a printer, one to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from nagari_kit.errors import PrintError
from nagari_kit.ui.preview.pdf_raster import PageImage, PageShape, page_shapes, render_page
from nagari_kit.ui.printing.paper import MAXIMUM_DPI, page_size_for, pixel_width, set_true_size

_STORED = "Suratnya tetap tersimpan dan nomornya tetap berlaku."


def open_printer(name: str, shape: PageShape, *, copies: int, title: str) -> QPrinter:
    """The printer `name`, set to the true size of `shape`; `title` names the job in the queue.

    Raises PrintError when the system no longer has that printer.
    """
    information = QPrinterInfo.printerInfo(name)
    if information.isNull():
        raise PrintError(
            f"Printer “{name}” tidak ditemukan di komputer ini. {_STORED}",
            hint="Periksa kabel dan daya printer, lalu pilih printer lagi.",
            code="CETAK-02",
        )
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    set_true_size(printer, page_size_for(shape, information.supportedPageSizes()))
    return printer


def rendering_dpi(printer: QPrinter) -> int:
    """The printer's own resolution, at most 300: more costs memory and shows nothing."""
    return min(MAXIMUM_DPI, max(72, printer.resolution()))


def pages_for_paper(pdf: bytes, dpi: int) -> tuple[PageImage, ...]:
    """Every page at `dpi`; to be run off the window's thread (an F4 page takes 0.4 s)."""
    shapes = page_shapes(pdf)
    return tuple(
        render_page(pdf, index, pixel_width(shape, dpi)) for index, shape in enumerate(shapes)
    )


def paint_pages(printer: QPrinter, pages: Sequence[PageImage]) -> None:
    """Send the pages in their true size. Raises PrintError when the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused("begin")
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, page in enumerate(pages):
            if index and not printer.newPage():
                raise _refused("newPage")
            painter.drawImage(_true_rect(printer, page.shape), page.image)
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise _refused("state")


def _true_rect(printer: QPrinter, shape: PageShape) -> QRectF:
    dots = printer.resolution() / 72
    return QRectF(0, 0, shape.width * dots, shape.height * dots)


def _refused(step: str) -> PrintError:
    return PrintError(
        f"Printer tidak mau mencetak. {_STORED}",
        hint="Periksa kertas dan kabel, lalu tekan “Cetak lagi”.",
        code="CETAK-03",
        detail=f"printer refused at {step}",
    )
