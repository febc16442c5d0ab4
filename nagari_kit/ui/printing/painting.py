"""Paints the pages of letters and books on a printer, one to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from nagari_kit.domain.printing import TRUE_SIZE, PrinterSetting
from nagari_kit.errors import NagariError, PrintError
from nagari_kit.ui.preview.pdf_raster import (
    PageShape,
    page_pixels,
    page_shapes,
    render_band,
)
from nagari_kit.ui.printing.paper import MAXIMUM_DPI, page_size_for, pixel_width, set_true_size

_BAND = 160
_TENTHS_PER_INCH = 254
_STORED = "Suratnya tetap tersimpan dan nomornya tetap berlaku."


@dataclass(frozen=True, slots=True)
class PrintTerms:
    """What a refusal says that was not lost, and what is put right on this printer."""

    kept: str = _STORED
    setting: PrinterSetting = field(default_factory=lambda: PrinterSetting(""))


_USUAL = PrintTerms()


def open_printer(
    name: str, shape: PageShape, *, copies: int, title: str, kept: str = _STORED
) -> QPrinter:
    """The printer `name`, set to the true size of `shape`; `title` names the job in the queue.

    `kept` says what is not lost when it refuses. Raises PrintError when the system no longer has
    that printer.
    """
    information = QPrinterInfo.printerInfo(name)
    if information.isNull():
        raise PrintError(
            f"Printer “{name}” tidak ditemukan di komputer ini. {kept}",
            hint="Periksa kabel dan daya printer, lalu pilih printer lagi.",
            code="CETAK-02",
        )
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    size = page_size_for(shape, information.supportedPageSizes())
    set_true_size(printer, size, landscape=shape.width > shape.height)
    return printer


def rendering_dpi(printer: QPrinter) -> int:
    """The printer's own resolution, at most 300: more costs memory and shows nothing."""
    return min(MAXIMUM_DPI, max(72, printer.resolution()))


def print_pages(
    printer: QPrinter,
    pdf: bytes,
    dpi: int,
    *,
    wanted: range | None = None,
    step: Callable[[int, int], None] | None = None,
    terms: PrintTerms = _USUAL,
) -> None:
    """Render and send pages in their true size, band by band, in one worker thread.

    `wanted` are page numbers from 0, all unless given; `step` hears of pages done and their
    number, and may raise to stop: the printer then gets nothing more. Raises PrintError when the
    printer refuses, LetterError when `pdf` cannot be read.
    """
    shapes = page_shapes(pdf)
    numbers = range(len(shapes)) if wanted is None else wanted
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused("begin", terms.kept)
    try:
        _put_right(painter, terms.setting, shapes[0])
        for done, number in enumerate(numbers):
            if step is not None:
                step(done, len(numbers))
            _next_page(printer, done, terms.kept)
            _paint_page(painter, pdf, number, shapes[number], dpi)
    except NagariError:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise _refused("state", terms.kept)


def _put_right(painter: QPainter, setting: PrinterSetting, shape: PageShape) -> None:
    """Moves and scales all that is painted from now on, on every page.

    A landscape page is only scaled, about its middle: drivers turn it to either side, so nobody
    knows which of its edges the measured ones are.
    """
    scale = setting.scale / TRUE_SIZE
    dpi = painter.device().logicalDpiX()
    if shape.width > shape.height:
        part = (1 - scale) / 2 * dpi / 72
        painter.translate(shape.width * part, shape.height * part)
    else:
        per_tenth = dpi / _TENTHS_PER_INCH
        painter.translate(setting.offset_right * per_tenth, setting.offset_down * per_tenth)
    painter.scale(scale, scale)


def _next_page(printer: QPrinter, done: int, kept: str) -> None:
    if done and not printer.newPage():
        raise _refused("newPage", kept)


def _paint_page(painter: QPainter, pdf: bytes, index: int, shape: PageShape, dpi: int) -> None:
    dots = painter.device().logicalDpiX() / dpi
    width = pixel_width(shape, dpi)
    height = page_pixels(shape, width)
    for top in range(0, height, _BAND):
        rows = range(top, min(top + _BAND, height))
        band = render_band(pdf, index, width, rows).image
        place = QRectF(0, top * dots, band.width() * dots, band.height() * dots)
        painter.drawImage(place, band)


def _refused(step: str, kept: str) -> PrintError:
    return PrintError(
        f"Printer tidak mau mencetak. {kept}",
        hint="Periksa kertas dan kabel, lalu cetak lagi.",
        code="CETAK-03",
        detail=f"printer refused at {step}",
    )
