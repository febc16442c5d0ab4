"""The ranji of a kaum on paper: bands of generations, women rounded, men square, dead dashed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.fonts import Face, em_width
from nagari_kit.documents.layout.marks import MM, FillMark, LineMark, Mark, Page, Strip
from nagari_kit.documents.layout.steps import PAPERS
from nagari_kit.documents.lineage_sheets import GENERATIONS, LineageSheet, parted
from nagari_kit.documents.marking import centred, ending, frame, set_lines, signature, written
from nagari_kit.documents.wording import signer_name
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.lineage import DIED_ONCE, Lineage, LineageNode, LineageSigners
from nagari_kit.domain.lineage_layout import draw_lineage
from nagari_kit.domain.office import OfficeProfile, Officer, Standing
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.tree_drawing import Box, Measures, TreeDrawing
from nagari_kit.errors import LetterError

_LEFT, _RIGHT = 18 * MM, 15 * MM
_BAND_TOP, _BAND, _PITCH = 42 * MM, 19 * MM, 25 * MM
_LABELS = 14 * MM
_WIDEST, _NARROWEST, _HEIGHT = 27 * MM, 21 * MM, 15 * MM
_GAP = 1.6 * MM
_BAR = 3.6 * MM
_DASH = (2.2, 1.6)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class LineageFacts:
    """What the paper is made from. `head` leads the office on `day`, None when nobody does."""

    lineage: Lineage
    office: OfficeProfile
    head: Officer | None
    signers: LineageSigners
    day: date


def render_lineage(facts: LineageFacts) -> bytes:
    """PDF on the office's paper, landscape. Raises LetterError for a kaum without anybody."""
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    if not facts.lineage.nodes:
        raise LetterError(
            "Ranji ini belum berisi siapa pun. Tidak ada yang dicetak.",
            hint="Masukkan dulu orang yang paling tua diingat.",
            code="RANJI-10",
        )
    height, width = PAPERS[facts.office.paper]
    sheets = parted(facts.lineage, leaves=_capacity(width))
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        marks = _SheetPen(facts, sheet, (number, len(sheets)), width).marks()
        pages.append(Page([(0.0, Strip(height, marks, []))]))
    about = DocumentFacts(_title(facts.lineage), facts.office.name, "Ranji", facts.day)
    return write_pdf(pages, (width, height), about)


def _title(lineage: Lineage) -> str:
    name = lineage.kaum
    return f"Ranji {name}" if name.lower().startswith("kaum") else f"Ranji Kaum {name}"


def _capacity(width: float) -> int:
    """How many of the narrowest boxes stand side by side."""
    return int((width - _LEFT - _RIGHT - _LABELS + _GAP) / (_NARROWEST + _GAP))


class _SheetPen:
    """Draws one sheet."""

    def __init__(
        self, facts: LineageFacts, sheet: LineageSheet, page: tuple[int, int], width: float
    ) -> None:
        self._facts = facts
        self._sheet = sheet
        self._page = page
        self._width = width
        self._drawing, self._x = self._laid_out()
        self._rows = max(self._drawing.rows, GENERATIONS)

    def marks(self) -> list[Mark]:
        """Head, bands, people, legend, signatures."""
        marks = self._bands() + self._head()
        top = _BAND_TOP + (_BAND - _HEIGHT) / 2
        for line in self._drawing.lines:
            marks.append(
                LineMark(self._x + line.x1, top + line.y1, self._x + line.x2, top + line.y2, 0.9)
            )
        for node in self._sheet.lineage.nodes:
            marks += self._person(node, self._drawing.by_key[node.id], top)
        bottom = _BAND_TOP + (self._rows - 1) * _PITCH + _BAND
        return [*marks, *self._legend(bottom + 6 * MM), *self._signatures(bottom + 17 * MM)]

    def _laid_out(self) -> tuple[TreeDrawing, float]:
        """The drawing with boxes as wide as there is room, and where it begins."""
        room = self._width - _LEFT - _RIGHT - _LABELS
        start = _LEFT + _LABELS
        wide = _WIDEST
        while True:
            size = Measures(wide, _HEIGHT, _GAP, pitch=_PITCH, bar_above=_BAR)
            drawing = draw_lineage(self._sheet.lineage, size)
            if drawing.width <= room or wide <= _NARROWEST:
                return drawing, start + max(0.0, (room - drawing.width) / 2)
            wide = max(_NARROWEST, wide - 0.5 * MM)

    def _head(self) -> list[Mark]:
        office, lineage = self._facts.office, self._facts.lineage
        axis = self._width / 2
        suku = f"Suku {lineage.suku}, " if lineage.suku else ""
        place = f"Kecamatan {office.kecamatan}, {office.kabupaten}"
        counts = f"{lineage.generations} generasi, {len(lineage.nodes)} anggota"
        right = self._width - _RIGHT
        room = self._width - 2 * 62 * MM
        (title,), size = set_lines(_title(lineage).upper(), Face.BOLD, 15, room, 1, 9)
        marks: list[Mark] = [
            centred(axis, 19 * MM, title, Face.BOLD, size),
            centred(
                axis, 25.5 * MM, f"{suku}{office.kind.capitalize()} {office.name}",
                Face.REGULAR, 12,
            ),
            centred(axis, 31 * MM, place, Face.REGULAR, 12),
            ending(
                right, 17 * MM, f"Lembar {self._page[0]} dari {self._page[1]}", Face.REGULAR, 11
            ),
            ending(right, 22.5 * MM, counts, Face.REGULAR, 11),
        ]  # fmt: skip
        if self._sheet.tops:
            words = f"Keturunan {_listed([top.name for top in self._sheet.tops])}"
            (shown,), size = set_lines(words, Face.ITALIC, 12, room, 1, 8)
            marks.append(centred(axis, 37 * MM, shown, Face.ITALIC, size))
        elif self._page[1] > 1:
            words = "Lembar kunci: nomor lembar di bawah nama menunjukkan sambungannya"
            marks.append(centred(axis, 37 * MM, words, Face.ITALIC, 10.5))
        return marks

    def _bands(self) -> list[Mark]:
        marks: list[Mark] = []
        for row in range(self._drawing.rows):
            y = _BAND_TOP + row * _PITCH
            band = self._width - _LEFT - _RIGHT
            marks.append(FillMark(_LEFT, y, band, _BAND, 0.957))
            number = self._sheet.first_generation + row
            roman = _ROMAN[number - 1] if number <= len(_ROMAN) else str(number)
            x = _LEFT + 2 * MM
            marks.append(written(x, y + 8.4 * MM, roman, Face.SANS_BOLD, 9.5))
            marks.append(written(x, y + 12.4 * MM, "Generasi", Face.SANS, 7, gray=0.3))
        return marks

    def _person(self, node: LineageNode, box: Box, top: float) -> list[Mark]:
        x, y = self._x + box.x, top + box.y
        size = (self._drawing.measures.width, _HEIGHT)
        woman = node.sex is not Sex.MALE
        dash = _DASH if node.is_dead else ()
        # The white ground keeps lines and band away from the words.
        marks: list[Mark] = [FillMark(x, y, *size, 1.0)]
        marks += frame(x, y, size, 1.5 if woman else 0.7, 2.2 * MM if woman else 0.0, dash)
        if node.is_penghulu:
            marks += _inner_frame(x, y, size, 0.9 * MM)
        return marks + self._words(node, x + size[0] / 2, y, size[0] - 2.2 * MM)

    def _words(self, node: LineageNode, axis: float, y: float, room: float) -> list[Mark]:
        lines: list[tuple[str, Face, float]] = []
        below = _below(node)
        onward = self._sheet.onward.get(node.id)
        if onward is not None:
            below = [*below[: 1 if node.gelar else 0], (f"ke lembar {onward}", Face.SANS_BOLD, 7.5)]
        most = 1 if len(below) > 1 else 2
        names, size = set_lines(node.name, Face.BOLD, 10.5, room, most, 7.0)
        lines += [(name, Face.BOLD, size) for name in names]
        for words, face, usual in below:
            (shown,), fitting = set_lines(words, face, usual, room, 1, 6.5)
            lines.append((shown, face, fitting))
        height = sum(size * 1.16 for _, _, size in lines)
        at = y + (_HEIGHT - height) / 2
        marks: list[Mark] = []
        for words, face, size in lines:
            marks.append(centred(axis, at + size * 0.92, words, face, size))
            at += size * 1.16
        return marks

    def _legend(self, y: float) -> list[Mark]:
        marks: list[Mark] = []
        x = _LEFT
        sample = (7 * MM, 4 * MM)
        for words, radius, dash, width in (
            ("perempuan (penerus garis kaum)", 1.4 * MM, (), 1.5),
            ("laki-laki", 0.0, (), 0.7),
            ("penghulu", 0.0, (), 0.7),
            ("telah meninggal dunia", 0.0, _DASH, 0.9),
        ):
            marks += frame(x, y - 3 * MM, sample, width, radius, dash)
            if words == "penghulu":
                marks += _inner_frame(x, y - 3 * MM, sample, 0.8 * MM)
            marks.append(written(x + 8.5 * MM, y, words, Face.REGULAR, 9))
            x += 8.5 * MM + em_width(words, Face.REGULAR) * 9 + 7 * MM
        said = (
            "Dibaca dari kiri ke kanan: anak sulung sampai bungsu. "
            "Anak dari anggota laki-laki tidak termasuk kaum ini."
        )
        return [*marks, written(_LEFT, y + 5.2 * MM, said, Face.REGULAR, 9)]

    def _signatures(self, y: float) -> list[Mark]:
        office, signers, head = self._facts.office, self._facts.signers, self._facts.head
        third = (self._width - _LEFT - _RIGHT) / 3
        place = office.name.upper()
        number = "Nomor : .................................."
        day = f"{office.name}, {long_date(self._facts.day)}"
        leader = f"{_position(head, office)} {place},"
        named = signer_name(head.name) if head else ""
        blocks = (
            (("Diketahui oleh", number, f"KETUA KAN {place},"), _capitals(signers.kan)),
            (("Mengetahui", number, leader), named),
            ((day, "Dibuat oleh", "MAMAK KEPALA WARIS,"), _capitals(signers.mamak)),
        )
        marks: list[Mark] = []
        for number_in, (words, name) in enumerate(blocks):
            axis = _LEFT + third * (number_in + 0.5)
            marks += signature(axis, y, words, name, third - 8 * MM)
        return marks


def _inner_frame(x: float, y: float, size: tuple[float, float], inset: float) -> list[Mark]:
    """The second line of a penghulu's box."""
    inner = (size[0] - 2 * inset, size[1] - 2 * inset)
    return frame(x + inset, y + inset, inner, 0.5)


def _listed(names: list[str]) -> str:
    """`Asnimar, Nurbaiti dan Rosna`."""
    return " dan ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _position(head: Officer | None, office: OfficeProfile) -> str:
    if head is None:
        return f"WALI {office.kind.upper()}"
    standing = "" if head.standing is Standing.DEFINITIF else f"{head.standing.value} "
    return f"{standing}{head.position.upper()}"


def _capitals(name: str) -> str:
    """A name in capitals; degrees after the comma keep their spelling."""
    core, comma, degrees = name.partition(",")
    return f"{core.upper()}{comma}{degrees}"


def _below(node: LineageNode) -> list[tuple[str, Face, float]]:
    """The lines under a name: gelar, then year of birth or that the person is dead."""
    found: list[tuple[str, Face, float]] = []
    if node.gelar:
        found.append((node.gelar, Face.REGULAR, 9))
    if node.is_dead:
        word = "almarhum" if node.sex is Sex.MALE else "almarhumah"
        year = f", {node.death_year}" if node.death_year != DIED_ONCE else ""
        found.append((f"{word}{year}", Face.ITALIC, 9))
    elif node.birth_year and not node.gelar:
        found.append((f"l. {node.birth_year}", Face.REGULAR, 9))
    return found
