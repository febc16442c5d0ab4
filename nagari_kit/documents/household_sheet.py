"""The data sheet of a household: what the office has of its members, to be read and confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.fonts import Face, printable
from nagari_kit.documents.labels import (
    MARITAL_STATUS,
    OCCUPATION,
    RELATION,
    RELIGION,
    label_of,
)
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import MM, FillMark, LineMark, Mark, Page, Strip
from nagari_kit.documents.layout.steps import PAPERS
from nagari_kit.documents.marking import centred, ending, set_lines, signature, written
from nagari_kit.documents.registers.cells import fitted
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.office import OfficeProfile
from nagari_kit.domain.residents import Resident, Sex

_MARGIN, _TOP, _BOTTOM = 15 * MM, 14 * MM, 12 * MM
_COLUMNS = (
    ("No", 8), ("Nama lengkap", 45), ("NIK", 30), ("L/P", 8), ("Tempat lahir", 24),
    ("Tanggal lahir", 19), ("Hubungan", 22), ("Status kawin", 19), ("Agama", 15),
    ("Pendidikan", 27), ("Pekerjaan", 27), ("Ayah", 29), ("Ibu", 29),
)  # fmt: skip
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_PAD = 1.2 * MM
_CENTRED = frozenset({0, 3})
_EDUCATION = {
    1: "Tidak/belum sekolah",
    2: "Belum tamat SD",
    3: "Tamat SD/sederajat",
    4: "SLTP/sederajat",
    5: "SLTA/sederajat",
    6: "Diploma I/II",
    7: "Akademi/Diploma III",
    8: "Diploma IV/Strata I",
    9: "Strata II",
    10: "Strata III",
}
_HEAD_HEIGHT = 37 * MM
_FOOT_HEIGHT = 47 * MM


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the sheet is made from. `actor`: who printed it."""

    record: HouseholdRecord
    office: OfficeProfile
    day: date
    actor: str


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[tuple[str, ...], float], ...]
    height: float


def render_household_sheet(facts: SheetFacts) -> bytes:
    """PDF on the office's paper, landscape; one page, more only where one cannot hold them."""
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    height, width = PAPERS[facts.office.paper]
    table = _Table(facts, width - 2 * _MARGIN, height - _TOP - _BOTTOM)
    groups = table.pages()
    pages = []
    for number, rows in enumerate(groups, start=1):
        marks = _head(facts, width)
        marks += table.marks(rows, _TOP + _HEAD_HEIGHT)
        if number == len(groups):
            marks += _foot(facts, width, height)
        marks += _page_words(facts, (number, len(groups)), width, height)
        pages.append(Page([(0.0, Strip(height, marks, []))]))
    head = facts.record.head
    title = f"Lembar data keluarga {head.name.full() if head else ''}".strip()
    return write_pdf(
        pages, (width, height), DocumentFacts(title, facts.office.name, "KK", facts.day)
    )


class _Table:
    """The members in type as large as lets them stand on one page."""

    def __init__(self, facts: SheetFacts, width: float, room: float) -> None:
        share = width / sum(wide for _, wide in _COLUMNS)
        self._widths = [wide * share for _, wide in _COLUMNS]
        self._room = room - _HEAD_HEIGHT
        self._texts = [
            _cells(number, one) for number, one in enumerate(facts.record.members, start=1)
        ]

    def pages(self) -> list[list[_Row]]:
        """The rows of each page, the heading row apart."""
        for size in _SIZES:
            rows = [self._row(texts, size) for texts in self._texts]
            if (
                sum(row.height for row in rows) + self.head_row().height
                <= self._room - _FOOT_HEIGHT
            ):
                return [rows]
        return self._over_pages(rows)

    def head_row(self) -> _Row:
        """The headings."""
        return self._row(tuple(name for name, _ in _COLUMNS), 8.5, Face.SANS_BOLD)

    def marks(self, rows: list[_Row], top: float) -> list[Mark]:
        """Headings and rows below `top`."""
        head = self.head_row()
        left, right = _MARGIN, _MARGIN + sum(self._widths)
        marks: list[Mark] = [FillMark(left, top, right - left, head.height, 0.93)]
        y = top
        for place, row in enumerate([head, *rows]):
            face = Face.SANS if place else Face.SANS_BOLD
            marks += self._row_marks(row, y, face)
            marks.append(LineMark(left, y, right, y, 0.5))
            y += row.height
        marks.append(LineMark(left, y, right, y, 0.5))
        x = left
        for width in (*self._widths, 0.0):
            marks.append(LineMark(x, top, x, y, 0.5))
            x += width
        return marks

    def _row_marks(self, row: _Row, top: float, face: Face) -> list[Mark]:
        marks: list[Mark] = []
        x = _MARGIN
        for column, ((lines, size), width) in enumerate(zip(row.cells, self._widths, strict=True)):
            leading = size * 1.22
            y = top + (row.height - len(lines) * leading) / 2
            for line in lines:
                at = y + baseline(leading, size)
                if column in _CENTRED:
                    marks.append(centred(x + width / 2, at, line, face, size))
                else:
                    marks.append(written(x + _PAD, at, line, face, size))
                y += leading
            x += width
        return marks

    def _over_pages(self, rows: list[_Row]) -> list[list[_Row]]:
        pages: list[list[_Row]] = [[]]
        room = self._room - self.head_row().height - _FOOT_HEIGHT
        used = 0.0
        for row in rows:
            if used + row.height > room and pages[-1]:
                pages.append([])
                used = 0.0
            pages[-1].append(row)
            used += row.height
        return pages

    def _row(self, texts: tuple[str, ...], size: float, face: Face = Face.SANS) -> _Row:
        cells = []
        for text, width in zip(texts, self._widths, strict=True):
            found = fitted(printable(text), width - 2 * _PAD, size, face)
            cells.append((found.lines, found.size))
        height = max(len(lines) * own * 1.22 for lines, own in cells)
        return _Row(tuple(cells), max(height + 0.2 * size * MM, 0.78 * size * MM))


def _cells(number: int, one: Resident) -> tuple[str, ...]:
    return (
        str(number),
        one.name.full(),
        one.nik or "–",
        {Sex.MALE: "L", Sex.FEMALE: "P"}.get(one.sex, "–") if one.sex else "–",
        one.birth_place or "–",
        f"{one.birth_date:%d-%m-%Y}" if one.birth_date else "–",
        label_of(RELATION, one.family_relation) or "–",
        label_of(MARITAL_STATUS, one.marital_status) or "–",
        label_of(RELIGION, one.religion) or "–",
        label_of(_EDUCATION, one.education) or "–",
        label_of(OCCUPATION, one.occupation) or "–",
        one.parents.father_name or "–",
        one.parents.mother_name or "–",
    )


def _head(facts: SheetFacts, width: float) -> list[Mark]:
    record, office = facts.record, facts.office
    axis = width / 2
    place = f"{office.kind.capitalize()} {office.name}, Kecamatan {office.kecamatan}"
    marks: list[Mark] = [
        centred(axis, _TOP + 5 * MM, "LEMBAR DATA KELUARGA", Face.BOLD, 15),
        centred(axis, _TOP + 11 * MM, f"{place}, {office.kabupaten}", Face.REGULAR, 11.5),
    ]
    head, issued = record.head, record.household.printed_on or record.household.registered_on
    left = (
        ("Nomor KK", record.household.nomor_kk or "–"),
        ("Kepala keluarga", head.name.full() if head else "–"),
        ("Alamat", _address(facts) or "–"),
    )
    right = (
        ("Tanggal KK", long_date(issued) if issued else "–"),
        ("Jumlah anggota", f"{len(record.members)} orang"),
    )
    beside = width - 95 * MM
    for x, label_width, lines in ((_MARGIN, 32 * MM, left), (beside, 30 * MM, right)):
        room = (beside if x == _MARGIN else width) - x - label_width - 15 * MM
        for number, (label, value) in enumerate(lines):
            y = _TOP + 20 * MM + number * 5.6 * MM
            (shown,), size = set_lines(f":  {value}", Face.REGULAR, 11, room, 1, 8)
            marks.append(written(x, y, label, Face.REGULAR, 11))
            marks.append(written(x + label_width, y, shown, Face.REGULAR, size))
    return marks


def _address(facts: SheetFacts) -> str:
    home, jorong = facts.record.household, facts.record.jorong
    area = f"{facts.office.area_word.capitalize()} {jorong}" if jorong else ""
    units = " ".join(
        f"{word} {number}" for word, number in (("RT", home.rt), ("RW", home.rw)) if number
    )
    return ", ".join(part for part in (home.address, units, area) if part)


def _foot(facts: SheetFacts, width: float, height: float) -> list[Mark]:
    record = facts.record
    top = height - _BOTTOM - _FOOT_HEIGHT + 5 * MM
    marks: list[Mark] = []
    missing = [check.words for check in record.checks if not check.ok]
    y = top + 4 * MM
    heading = "Yang masih perlu dilengkapi:" if missing else "Data keluarga ini lengkap."
    marks.append(written(_MARGIN, y, heading, Face.SANS_BOLD, 9))
    for words in missing[:6]:
        y += 4.6 * MM
        marks.append(written(_MARGIN, y, f"–  {words}", Face.SANS, 9))
    head = record.head
    day = f"{facts.office.name}, {long_date(facts.day)}"
    lines = (day, "Sudah dibaca dan dibenarkan,", "Kepala keluarga")
    name = head.name.full() if head else ""
    return [*marks, *signature(width - _MARGIN - 38 * MM, top, lines, name, 76 * MM)]


def _page_words(
    facts: SheetFacts, page: tuple[int, int], width: float, height: float
) -> list[Mark]:
    y = height - _BOTTOM + 4 * MM
    words = (
        f"Dicetak {long_date(facts.day)} oleh {facts.actor} dari data kantor. "
        "Bukan pengganti kartu keluarga; memuat data pribadi, simpan baik-baik."
    )
    marks: list[Mark] = [written(_MARGIN, y, words, Face.SANS, 7.5, gray=0.3)]
    if page[1] > 1:
        marks.append(ending(width - _MARGIN, y, f"Lembar {page[0]} dari {page[1]}", Face.SANS, 7.5))
    return marks
