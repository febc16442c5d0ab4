"""Sends the pages of a book to a printer or finds a file its name, in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nagari_kit.domain.printing import PrinterSetting
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.preview.pdf_raster import page_shapes
from nagari_kit.ui.printing.painting import PrintTerms, open_printer, print_pages, rendering_dpi
from nagari_kit.ui.screens.registers.print_dialog import BookPrintWish

_KEPT = "Data penduduk tidak berubah."


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """How many pages went to which printer."""

    pages: int
    printer: str


def print_book(
    pdf: bytes,
    wish: BookPrintWish,
    title: str,
    progress: Progress,
    token: CancelToken,
    setting: PrinterSetting,
) -> PrintedBook:
    """Print the wished pages, `setting` put right. Raises PrintError, Cancelled."""
    shapes = page_shapes(pdf)
    pages = range(wish.pages.start, min(wish.pages.stop, len(shapes)))
    target = wish.target
    printer = open_printer(target.printer, shapes[0], copies=target.copies, title=title, kept=_KEPT)

    def step(done: int, total: int) -> None:
        token.raise_if_cancelled()
        progress(done, total, "Mengirim ke printer")

    dpi = rendering_dpi(printer)
    terms = PrintTerms(_KEPT, setting)
    print_pages(printer, pdf, dpi, wanted=pages, step=step, terms=terms)
    return PrintedBook(len(pages), target.printer)


def free_path(wanted: Path) -> Path:
    """The path, with ` (2)`, ` (3)` … in its name while there is such a file."""
    path = wanted
    count = 1
    while path.exists():
        count += 1
        path = wanted.with_name(f"{wanted.stem} ({count}){wanted.suffix}")
    return path
