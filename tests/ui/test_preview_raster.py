"""The picture of a page is the page: right size, right ink, one PDFium user at a time."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from nagari_kit.errors import LetterError
from nagari_kit.ui.preview.paper_names import paper_name, paper_words
from nagari_kit.ui.preview.pdf_raster import (
    PageShape,
    page_pixels,
    page_shapes,
    render_band,
    render_page,
)

MM = 72 / 25.4
F4 = (215 * MM, 330 * MM)
A4 = (210 * MM, 297 * MM)


def two_page_pdf() -> bytes:
    """Page 1 bears a black square of 20 mm at 30 mm from left and top, page 2 is empty."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=F4)
    canvas.rect(30 * MM, F4[1] - 50 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def ink_box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not white, in pixels."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).value() < 128
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def test_a_page_is_rendered_at_exactly_the_width_asked_for() -> None:
    image = render_page(two_page_pdf(), 0, 430).image

    assert image.width() == 430
    assert image.height() == pytest.approx(660, abs=1)
    assert ink_box(image) == pytest.approx((60, 60, 100, 100), abs=1)


def test_paper_that_bears_nothing_is_white_not_transparent() -> None:
    image = render_page(two_page_pdf(), 1, 200).image

    assert not image.hasAlphaChannel()
    assert image.pixelColor(100, 100).name() == "#ffffff"


def test_bands_of_a_page_are_the_page() -> None:
    pdf = two_page_pdf()
    whole = render_page(pdf, 0, 640)
    height = page_pixels(whole.shape, 640)

    for top in range(0, height, 97):
        rows = range(top, min(top + 97, height))
        band = render_band(pdf, 0, 640, rows).image
        assert band == whole.image.copy(0, top, 640, len(rows))

    assert height == whole.image.height()


def test_many_threads_may_ask_for_pages_at_once() -> None:
    pdf = two_page_pdf()
    with ThreadPoolExecutor(8) as pool:
        images = list(pool.map(lambda width: render_page(pdf, 0, width).image, [215] * 40))

    assert all(image == images[0] for image in images)


def test_damaged_bytes_are_refused_with_a_sentence() -> None:
    with pytest.raises(LetterError) as caught:
        page_shapes(b"%PDF-1.7 broken")

    assert caught.value.code == "SURAT-20"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("size", "name", "words"),
    [
        (F4, "F4", "F4 (215 × 330 mm)"),
        (A4, "A4", "A4 (210 × 297 mm)"),
        ((612, 1008), "216 × 356 mm", "216 × 356 mm"),
    ],
)
def test_paper_is_called_by_the_name_the_officer_knows(size, name, words) -> None:
    shape = PageShape(*size)

    assert paper_name(shape) == name
    assert paper_words(shape) == words
