"""Paper in its true size, and files that are the stored bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from nagari_kit.documents.registers.printing import render_register
from nagari_kit.domain.printing import PrinterSetting
from nagari_kit.errors import Cancelled, PrintError
from nagari_kit.ui.preview.pdf_raster import PageShape, page_shapes, render_page
from nagari_kit.ui.printing.delivery import deliver, save_stored_bytes
from nagari_kit.ui.printing.painting import PrintTerms, print_pages
from nagari_kit.ui.printing.paper import page_size_for, set_true_size
from nagari_kit.ui.printing.target import PrintMemory, PrintTarget
from tests.golden.registers import LAST_DAY, REGISTERS
from tests.ui.test_preview_raster import A4, F4, ink_box, two_page_pdf

F4_SHAPE = PageShape(*F4)
MILLIMETRE = QPageSize.Unit.Millimeter


def offered(name: str, width: float, height: float) -> QPageSize:
    return QPageSize(QSizeF(width, height), MILLIMETRE, name, QPageSize.SizeMatchPolicy.ExactMatch)


def test_f4_stays_215_by_330_and_is_not_taken_for_a_german_fan_fold() -> None:
    size = page_size_for(F4_SHAPE).size(MILLIMETRE)

    assert (size.width(), size.height()) == pytest.approx((215, 330), abs=0.2)


def test_the_drivers_own_f4_is_preferred_when_it_is_within_two_millimetres() -> None:
    folio, near = offered("Folio", 210, 330), offered("F4 driver", 216, 330)

    assert page_size_for(F4_SHAPE, [folio, near]).name() == "F4 driver"
    assert page_size_for(F4_SHAPE, [folio]).size(MILLIMETRE).width() == pytest.approx(215, abs=0.2)


@pytest.mark.parametrize("shape", [F4_SHAPE, PageShape(*A4)])
def test_a_printed_page_lies_on_the_paper_one_to_one(qapp, tmp_path: Path, shape) -> None:
    out = tmp_path / "kertas.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    set_true_size(printer, page_size_for(shape))

    print_pages(printer, two_page_pdf(), 150)

    printed = out.read_bytes()
    shapes = page_shapes(printed)
    assert len(shapes) == 2
    assert (shapes[0].width_mm, shapes[0].height_mm) == pytest.approx(
        (shape.width_mm, shape.height_mm), abs=0.4
    )
    # The 20 mm square at 30 mm from the left and top edge, at 4 pixels a millimetre.
    image = render_page(printed, 0, round(shapes[0].width_mm * 4)).image
    assert ink_box(image) == pytest.approx((120, 120, 200, 200), abs=2)


def test_what_a_printer_adds_is_taken_off_before_it_prints(qapp, tmp_path: Path) -> None:
    out = tmp_path / "kertas.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    set_true_size(printer, page_size_for(F4_SHAPE))
    setting = PrinterSetting("Epson", offset_right=30, offset_down=-20, scale=9500)

    print_pages(printer, two_page_pdf(), 150, terms=PrintTerms(setting=setting))

    width = round(page_shapes(out.read_bytes())[0].width_mm * 4)
    image = render_page(out.read_bytes(), 0, width).image
    # The square of 20 mm at 30 mm: 95 % of it, 3 mm further right and 2 mm higher.
    assert ink_box(image) == pytest.approx((126, 106, 202, 182), abs=2)


def test_a_landscape_page_is_asked_for_upright_and_lies_turned_on_the_paper(
    qapp, tmp_path: Path
) -> None:
    turned = PageShape(F4_SHAPE.height, F4_SHAPE.width)
    size = page_size_for(turned, [offered("F4 driver", 215, 330)])
    assert size.name() == "F4 driver"

    make, paper = REGISTERS["b3_rekapitulasi"]
    book = render_register(make(), paper, LAST_DAY).pdf
    out = tmp_path / "kertas.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    set_true_size(printer, size, landscape=True)
    print_pages(printer, book, 150)

    (shape,) = page_shapes(out.read_bytes())
    assert (shape.width_mm, shape.height_mm) == pytest.approx((330, 215), abs=0.4)
    printed, drawn = (ink_box(render_page(pdf, 0, 1320).image) for pdf in (out.read_bytes(), book))
    assert printed == pytest.approx(drawn, abs=4)


def test_only_the_pages_asked_for_are_printed_and_the_rest_can_be_stopped(
    qapp, tmp_path: Path
) -> None:
    def printer_to(name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / name))
        set_true_size(printer, page_size_for(F4_SHAPE))
        return printer

    told: list[tuple[int, int]] = []
    print_pages(
        printer_to("satu.pdf"), two_page_pdf(), 72, wanted=range(1, 2),
        step=lambda *news: told.append(news),
    )  # fmt: skip
    assert len(page_shapes((tmp_path / "satu.pdf").read_bytes())) == 1
    assert told == [(0, 1)]

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printer_to("batal.pdf"), two_page_pdf(), 72, step=stop)


def test_a_saved_pdf_is_the_stored_bytes_and_replaces_no_other_file(tmp_path: Path) -> None:
    wanted = tmp_path / "baru" / "500.3-081-KN-2026.pdf"

    first = save_stored_bytes(b"%PDF-1", wanted)
    again = save_stored_bytes(b"%PDF-1", wanted)
    other = save_stored_bytes(b"%PDF-2", wanted)

    assert first == again == wanted
    assert other.name == "500.3-081-KN-2026 (2).pdf"
    assert (first.read_bytes(), other.read_bytes()) == (b"%PDF-1", b"%PDF-2")
    assert sorted(path.name for path in wanted.parent.iterdir()) == [other.name, first.name]
    if os.name == "posix":
        assert [path.stat().st_mode & 0o077 for path in (first, other)] == [0, 0], "it bears a NIK"


def test_a_folder_that_cannot_be_written_says_what_was_not_lost(tmp_path: Path) -> None:
    in_the_way = tmp_path / "flashdisk"
    in_the_way.write_text("not a folder")

    with pytest.raises(PrintError) as caught:
        save_stored_bytes(b"%PDF-1", in_the_way / "surat.pdf")

    assert caught.value.code == "CETAK-04"
    assert "tetap tersimpan" in caught.value.user_message


def test_a_printer_that_was_unplugged_is_named(qapp, tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        deliver(two_page_pdf(), PrintTarget("Epson L3110", tmp_path), "surat.pdf")

    assert "Epson L3110" in caught.value.user_message
    assert caught.value.code == "CETAK-02"


def test_this_pc_remembers_where_it_printed_last(qapp, tmp_path: Path) -> None:
    memory = PrintMemory(tmp_path / "perangkat")
    assert memory.target() is None

    memory.remember(PrintTarget("", tmp_path / "surat", copies=3))

    kept = PrintMemory(tmp_path / "perangkat").target()
    assert kept == PrintTarget("", tmp_path / "surat", copies=1)


def test_a_remembered_printer_that_is_gone_is_asked_for_again(qapp, tmp_path: Path) -> None:
    memory = PrintMemory(tmp_path)
    memory.remember(PrintTarget("Printer lama", tmp_path))

    assert memory.target() is None
