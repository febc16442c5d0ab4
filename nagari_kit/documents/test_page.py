"""The page by which an office checks that its printer prints true to size."""

from __future__ import annotations

from itertools import pairwise

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, Page, Strip, TextMark
from nagari_kit.documents.layout.steps import PAPERS
from nagari_kit.domain.office import PaperSize

_TITLE = "Halaman uji cetak"
_RULER_MM = 100
_NEAREST_EDGE = 8 * MM
_ADVICE = (
    "1. Cetak halaman ini pada ukuran 100 % (“ukuran sebenarnya”), bukan “sesuaikan halaman”.",
    "2. Ukur kedua penggaris dengan mistar. Keduanya harus tepat 100 mm.",
    "3. Bingkai tipis di tepi harus tercetak utuh, 8 mm dari tepi kertas di keempat sisinya.",
    "4. Kalau jauh berbeda, periksa ukuran kertas di pengaturan printer, lalu cetak sekali lagi.",
    "5. Kalau berbeda sedikit, isikan hasil ukurnya di Pengaturan, Halaman surat.",
)


def render_test_page(paper: PaperSize) -> bytes:
    """One PDF page with a frame 8 mm from the edges and two rulers of exactly 100 mm."""
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    width, height = PAPERS[paper]
    marks: list[Mark] = [
        *_frame(width, height),
        *_centred(_TITLE, width, 28 * MM, Face.BOLD, 18),
        *_centred(_paper_words(paper, width, height), width, 37 * MM, Face.REGULAR, 12),
    ]
    for index, line in enumerate(_ADVICE):
        y = 52 * MM + index * 7 * MM
        marks.append(TextMark(25 * MM, y, line, Face.REGULAR, 11.5))
    marks += _ruler_across((width - _RULER_MM * MM) / 2, 99 * MM)
    marks += _ruler_down(width / 2, 122 * MM)
    sample = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789"
    marks += _centred(sample, width, height - 45 * MM, Face.REGULAR, 12)
    marks += _centred(sample, width, height - 38 * MM, Face.BOLD, 12)
    page = Page([(0.0, Strip(height, marks, []))])
    return write_pdf([page], (width, height), DocumentFacts(_TITLE, "Nagari Kit", paper.value))


def _paper_words(paper: PaperSize, width: float, height: float) -> str:
    return f"Kertas {paper.value}, {width / MM:.0f} × {height / MM:.0f} mm"


def _centred(text: str, width: float, y: float, face: Face, size: float) -> list[Mark]:
    x = (width - text_width(text, face, size)) / 2
    return [TextMark(x, y, text, face, size)]


def _frame(width: float, height: float) -> list[Mark]:
    near, right, bottom = _NEAREST_EDGE, width - _NEAREST_EDGE, height - _NEAREST_EDGE
    corners = ((near, near), (right, near), (right, bottom), (near, bottom), (near, near))
    return [LineMark(*begin, *end, 0.5) for begin, end in pairwise(corners)]


def _ruler_across(left: float, y: float) -> list[Mark]:
    marks: list[Mark] = [LineMark(left, y, left + _RULER_MM * MM, y, 0.6)]
    for millimetre in range(_RULER_MM + 1):
        x = left + millimetre * MM
        marks.append(LineMark(x, y, x, y - _tick(millimetre), 0.25))
        if millimetre % 10 == 0:
            label = str(millimetre)
            start = x - text_width(label, Face.SANS, 8) / 2
            marks.append(TextMark(start, y + 11, label, Face.SANS, 8))
    marks.append(TextMark(left + _RULER_MM * MM + 8, y + 3, "mm", Face.SANS, 8))
    return marks


def _ruler_down(x: float, top: float) -> list[Mark]:
    marks: list[Mark] = [LineMark(x, top, x, top + _RULER_MM * MM, 0.6)]
    for millimetre in range(_RULER_MM + 1):
        y = top + millimetre * MM
        marks.append(LineMark(x, y, x + _tick(millimetre), y, 0.25))
        if millimetre % 10 == 0:
            label = str(millimetre)
            start = x - 6 - text_width(label, Face.SANS, 8)
            marks.append(TextMark(start, y + 3, label, Face.SANS, 8))
    marks.append(TextMark(x - 8, top + _RULER_MM * MM + 14, "mm", Face.SANS, 8))
    return marks


def _tick(millimetre: int) -> float:
    if millimetre % 10 == 0:
        return 5 * MM
    return 3.5 * MM if millimetre % 5 == 0 else 2 * MM
