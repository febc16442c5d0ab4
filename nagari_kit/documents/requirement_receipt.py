"""The receipt that a citizen takes along: which papers the office has seen, a quarter of an F4."""

from __future__ import annotations

from collections.abc import Iterator

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, Page, Strip, TextMark
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.letter_requirements import (
    RequirementLine,
    RequirementReceipt,
    RequirementState,
)

WIDTH, HEIGHT = 107.5 * MM, 165 * MM
"""A quarter of 215 x 330 mm, in points."""
_EDGE = 8 * MM
_RIGHT = WIDTH - _EDGE
_BOX = 3.1 * MM
_FOOT = 42 * MM
_TITLE = "BUKTI PENERIMAAN BERKAS"
_THERE = {RequirementState.PRESENT, RequirementState.SCANNED}
_LEADING = 1.22


def render_receipt(receipt: RequirementReceipt) -> bytes:
    """One PDF page, longer where the papers are many; a NIK is never on it."""
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    marks, y = _head(receipt)
    for paper in receipt.lines:
        drawn, y = _paper(paper, y)
        marks += drawn
    top = max(HEIGHT - _FOOT, y + 2 * MM)
    marks += _foot(receipt, top)
    page = Page([(0.0, Strip(top + _FOOT, marks, []))])
    facts = DocumentFacts(_TITLE.capitalize(), receipt.office_name, receipt.number)
    return write_pdf([page], (WIDTH, top + _FOOT), facts)


def _head(receipt: RequirementReceipt) -> tuple[list[Mark], float]:
    """Down to the line over the papers, and where the first of them stands."""
    found: list[Mark] = []
    y = 14 * MM
    for line in wrapped(receipt.office_name.upper(), Face.BOLD, 13, _RIGHT - _EDGE)[:2]:
        found += _centred(line, y, Face.BOLD, 13)
        y += 13 * _LEADING
    for offset, width in ((0.0, 1.4), (2.2, 0.5)):
        found.append(LineMark(_EDGE, y - 6 + offset, _RIGHT, y - 6 + offset, width))
    y += 5 * MM
    found += _centred(_TITLE, y, Face.BOLD, 13)
    y += 4 * MM
    found += _rectangle(_EDGE, y, _RIGHT - _EDGE, 15 * MM, 0.8)
    number = receipt.number or "ditulis tangan"
    left = _EDGE + 3 * MM
    found.append(TextMark(left, y + 4.5 * MM, "Nomor surat", Face.SANS, 7.5))
    found.append(TextMark(left, y + 11.5 * MM, number, Face.BOLD, _fitting(number)))
    y += 22 * MM
    facts = (
        ("Nama", receipt.subject_name or "–"),
        ("Layanan", receipt.title),
        ("Tanggal", long_date(receipt.issue_date)),
    )
    for label, words in facts:
        drawn, y = _fact(label, words, y)
        found += drawn
    y += 2.5 * MM
    found.append(TextMark(_EDGE, y, "Berkas yang diperiksa", Face.BOLD, 11))
    return found, y + 6 * MM


def _foot(receipt: RequirementReceipt, top: float) -> Iterator[Mark]:
    for y in (top, top + 8 * MM):
        yield LineMark(_EDGE, y, _RIGHT, y, 0.6)
    yield TextMark(_EDGE, top + 5.4 * MM, "Biaya", Face.REGULAR, 11)
    free = "Gratis"
    yield TextMark(_RIGHT - text_width(free, Face.BOLD, 11), top + 5.4 * MM, free, Face.BOLD, 11)
    middle = WIDTH - _EDGE - 20 * MM
    for words, offset, face in (
        ("Petugas,", 14 * MM, Face.REGULAR),
        (receipt.received_by, 30 * MM, Face.BOLD),
    ):
        left = min(
            middle - text_width(words, face, 10.5) / 2, _RIGHT - text_width(words, face, 10.5)
        )
        yield TextMark(left, top + offset, words, face, 10.5)
    advice = ("Simpan lembar ini.", "Tunjukkan saat mengambil surat.")
    for place, words in enumerate(advice):
        yield TextMark(_EDGE, top + (14 + 4 * place) * MM, words, Face.SANS, 8)


def _fact(label: str, words: str, y: float) -> tuple[list[Mark], float]:
    left = _EDGE + 21 * MM
    marks: list[Mark] = [
        TextMark(_EDGE, y, label, Face.REGULAR, 11),
        TextMark(left - 3 * MM, y, ":", Face.REGULAR, 11),
    ]
    for line in wrapped(words, Face.REGULAR, 11, _RIGHT - left):
        marks.append(TextMark(left, y, line, Face.REGULAR, 11))
        y += 11 * _LEADING
    return marks, y + 1


def _paper(line: RequirementLine, y: float) -> tuple[list[Mark], float]:
    left, top = _EDGE + _BOX + 2.5 * MM, y - _BOX + 0.4
    marks: list[Mark] = [*_square(_EDGE, top)]
    if line.state in _THERE:
        marks += [
            LineMark(_EDGE + 0.6 * MM, top + 1.6 * MM, _EDGE + 1.3 * MM, top + 2.4 * MM, 1.1),
            LineMark(_EDGE + 1.3 * MM, top + 2.4 * MM, _EDGE + 2.6 * MM, top + 0.6 * MM, 1.1),
        ]
    for words in wrapped(line.label, Face.REGULAR, 10.5, _RIGHT - left):
        marks.append(TextMark(left, y, words, Face.REGULAR, 10.5))
        y += 10.5 * _LEADING
    said = {
        RequirementState.WAIVED: f"tidak diminta: {line.reason}",
        RequirementState.UNCHECKED: "belum diperiksa",
    }.get(line.state, "")
    for words in wrapped(said, Face.ITALIC, 9.5, _RIGHT - left) if said else ():
        marks.append(TextMark(left, y, words, Face.ITALIC, 9.5))
        y += 9.5 * _LEADING
    return marks, y + 1.5


def wrapped(text: str, face: Face, size: float, room: float) -> list[str]:
    """Lines no wider than `room`; a word that is wider stands alone.

    >>> wrapped("satu dua", Face.REGULAR, 10, 1)
    ['satu', 'dua']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitting(number: str) -> float:
    """The largest size, up to 17 pt, in which the number stands on one line."""
    room = _RIGHT - _EDGE - 6 * MM
    return min(17.0, 17.0 * room / max(1.0, text_width(number, Face.BOLD, 17)))


def _centred(text: str, y: float, face: Face, size: float) -> Iterator[Mark]:
    yield TextMark((WIDTH - text_width(text, face, size)) / 2, y, text, face, size)


def _square(left: float, top: float) -> Iterator[Mark]:
    yield from _rectangle(left, top, _BOX, _BOX, 0.7)


def _rectangle(left: float, top: float, width: float, height: float, pen: float) -> Iterator[Mark]:
    right, bottom = left + width, top + height
    yield LineMark(left, top, right, top, pen)
    yield LineMark(right, top, right, bottom, pen)
    yield LineMark(right, bottom, left, bottom, pen)
    yield LineMark(left, bottom, left, top, pen)
