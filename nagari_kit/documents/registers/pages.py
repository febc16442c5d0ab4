"""Lays a register out: heading on the first page, the table's head and the foot on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import FillMark, LineMark, Mark, Page, Strip, TextMark
from nagari_kit.documents.registers.closing import Closing
from nagari_kit.documents.registers.form import Register
from nagari_kit.documents.registers.grid import RowSetter, line_count
from nagari_kit.documents.registers.head import FRAME, GRID, head_marks, rule
from nagari_kit.documents.registers.pagination import Piece, paginated, pieces_of
from nagari_kit.documents.registers.sheet import (
    FOOT,
    LEADING,
    LEFT,
    NUMBER_HEIGHT,
    TOP,
    book_sheet,
)
from nagari_kit.domain.office import PaperSize

Step = Callable[[int, int], None]
"""Hears how many of how many pages are laid out; may raise to stop the work."""

_TOTAL_GRAY, _FOOT_GRAY = 0xF5 / 0xFF, 0x33 / 0xFF
_TITLE_SIZE, _LINE_SIZE, _CODE_SIZE, _FOOT_SIZE = 14.0, 11.0, 9.0, 8.0
_TITLE_LINES = (16.2, 31.2, 45.9)
"""Baselines of the title and of the two lines below it, under the upper margin."""
_ROWS_PER_LOOK = 250
"""Rows measured between two looks at whether the work is still wanted."""


class RegisterPages:
    """The pages of one register, measured at once and drawn one by one."""

    def __init__(self, register: Register, paper: PaperSize, step: Step | None = None) -> None:
        """`step` hears of the measuring as of page 0 of 0; it may raise to stop it."""
        self._register = register
        self.sheet = book_sheet(register.form, paper)
        self._rows = RowSetter(register.form, self.sheet)
        self._closing = Closing(register, self.sheet)
        self._total = self._rows.cells(register.total, Face.SANS_BOLD) if register.total else ()
        self._pages = self._shared_out(step)

    def __len__(self) -> int:
        """How many pages."""
        return len(self._pages)

    def drawn(self, numbers: Sequence[int], step: Step | None = None) -> Iterator[Page]:
        """The pages of these numbers, from 0; `step` hears of each."""
        for done, number in enumerate(numbers):
            if step is not None:
                step(done, len(numbers))
            yield self._page(number)

    def _shared_out(self, step: Step | None) -> list[list[Piece]]:
        most = self._rows.most_lines(self.sheet.capacity(0))
        pieces: list[Piece] = []
        for number, row in enumerate(self._register.rows):
            if step is not None and number % _ROWS_PER_LOOK == 0:
                step(0, 0)
            lines = line_count(self._rows.cells(row))
            pieces += pieces_of(number, lines, most, self._rows.height)
        if not pieces:
            pieces = [Piece(-1, 0, 1, self._rows.height(1))]
        return paginated(pieces, self.sheet.capacity, self._total_height + self._closing.height)

    @property
    def _total_height(self) -> float:
        return self._rows.height(line_count(self._total)) if self._total else 0.0

    def _page(self, number: int) -> Page:
        marks: list[Mark] = []
        if number == 0:
            marks += self._title()
        top = self.sheet.table_top(number)
        marks += head_marks(self.sheet, top)
        y = top + self.sheet.head_height
        lines: list[Mark] = []
        for piece in self._pages[number]:
            marks += self._piece(piece, y)
            y += piece.height
            lines.append(rule(self.sheet, y, GRID))
        body_end = y
        is_last = number == len(self) - 1
        if is_last and self._total:
            height = self._total_height
            left, right = self.sheet.edges[0], self.sheet.edges[-1]
            marks.append(FillMark(left, y, right - left, height, _TOTAL_GRAY))
            part = range(line_count(self._total))
            marks += self._rows.marks(self._total, y, part, Face.SANS_BOLD)
            lines.append(rule(self.sheet, y, FRAME))
            y += height
        marks += self._columns(top, body_end, y)
        marks += lines
        marks += self._frame(top, y)
        if is_last:
            marks += self._closing.marks(y)
        marks += self._foot(number)
        return Page([(0.0, Strip(self.sheet.height, marks, []))])

    def _piece(self, piece: Piece, top: float) -> list[Mark]:
        if piece.row < 0:
            return self._nothing(top)
        cells = self._rows.cells(self._register.rows[piece.row])
        return self._rows.marks(cells, top, range(piece.first, piece.first + piece.lines))

    def _nothing(self, top: float) -> list[Mark]:
        form = self._register.form
        words = self._register.nothing
        width = text_width(words, Face.SANS_ITALIC, form.size)
        x = self.sheet.edges[0] + (self.sheet.edges[-1] - self.sheet.edges[0] - width) / 2
        y = top + form.above + baseline(form.size * LEADING, form.size)
        return [TextMark(x, y, words, Face.SANS_ITALIC, form.size)]

    def _title(self) -> list[Mark]:
        register = self._register
        marks: list[Mark] = []
        lines = (
            (register.form.title.upper(), Face.BOLD, _TITLE_SIZE),
            (register.place, Face.REGULAR, _LINE_SIZE),
            (register.period, Face.REGULAR, _LINE_SIZE),
        )
        code = register.form.label
        code_width = text_width(code, Face.SANS, _CODE_SIZE)
        room = self.sheet.text_right - LEFT - 2 * code_width - 20
        for (text, face, wanted), at in zip(lines, _TITLE_LINES, strict=True):
            shown = printable(text)
            size = min(wanted, wanted * room / max(text_width(shown, face, wanted), 1.0))
            x = LEFT + (self.sheet.text_right - LEFT - text_width(shown, face, size)) / 2
            marks.append(TextMark(x, TOP + at, shown, face, size))
        x = self.sheet.text_right - code_width
        marks.append(TextMark(x, TOP + _TITLE_LINES[0], code, Face.SANS, _CODE_SIZE))
        return marks

    def _columns(self, top: float, body_end: float, end: float) -> list[Mark]:
        """The rules between columns; a table without rows has none across its sentence."""
        begin = top + self.sheet.head_height
        numbers = begin - NUMBER_HEIGHT
        spans = [(numbers, end)]
        if not self._register.rows:
            spans = [(numbers, begin), (body_end, end)]
        marks: list[Mark] = [
            LineMark(x, one, x, other, GRID)
            for x in self.sheet.edges[1:-1]
            for one, other in spans
            if other > one
        ]
        for column, x in zip(self._register.form.leaves(), self.sheet.edges, strict=False):
            if column.heavy:
                marks.append(LineMark(x, top, x, end, FRAME))
        return marks

    def _frame(self, top: float, end: float) -> list[Mark]:
        left, right = self.sheet.edges[0], self.sheet.edges[-1]
        return [
            rule(self.sheet, top, FRAME),
            rule(self.sheet, end, FRAME),
            LineMark(left, top, left, end, FRAME),
            LineMark(right, top, right, end, FRAME),
        ]

    def _foot(self, number: int) -> list[Mark]:
        y = self.sheet.height - FOOT
        right = f"Halaman {number + 1} dari {len(self)}"
        width = text_width(right, Face.SANS, _FOOT_SIZE)
        left = printable(self._register.foot)
        room = self.sheet.text_right - LEFT - width - 15
        size = min(_FOOT_SIZE, _FOOT_SIZE * room / max(text_width(left, Face.SANS, _FOOT_SIZE), 1))
        at = self.sheet.text_right - width
        return [
            TextMark(LEFT, y, left, Face.SANS, size, gray=_FOOT_GRAY),
            TextMark(at, y, right, Face.SANS, _FOOT_SIZE, gray=_FOOT_GRAY),
        ]
