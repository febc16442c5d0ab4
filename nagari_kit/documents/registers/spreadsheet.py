"""A register as an XLSX workbook that prints as the paper book does and can be counted on."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from nagari_kit.documents.registers.cells import cell_text
from nagari_kit.documents.registers.form import Cell, Kind, Register, Row, Signatory
from nagari_kit.documents.registers.headings import head_depth, headings
from nagari_kit.documents.wording import NO_BREAK
from nagari_kit.domain.office import PaperSize

Step = Callable[[int, int], None]

FIRST_HEAD_ROW = 4
"""Row of the first headings, from 0; above it stand title, place and period."""

_PAPER_CODES = {PaperSize.F4: 14, PaperSize.A4: 9}
"""Excel has no F4; its Folio (8.5 x 13 inches) is within a millimetre of it."""
_ROWS_PER_LOOK = 250
_CHARACTERS_PER_MM = 96 / 25.4 / 7
_INCH = 25.4
_HEAD, _TOTAL = "#EFEFEF", "#F5F5F5"
_ROW_HEIGHT_PER_LINE = 12.0
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def register_workbook(
    register: Register, paper: PaperSize, day: date, *, step: Step | None = None
) -> bytes:
    """The bytes of an .xlsx file with one sheet; see `registers_workbook`."""
    return registers_workbook((register,), paper, day, step=step)


def registers_workbook(
    registers: Sequence[Register], paper: PaperSize, day: date, *, step: Step | None = None
) -> bytes:
    """The bytes of an .xlsx file with a sheet each; the same registers and day give the same cells.

    Counts are numbers and days are dates; NIK and nomor KK are text. `step` hears of rows done
    and their number, and may raise to stop the work. No temporary file is written: there are NIK
    in it.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - XLSX keeps no zone
    title = registers[0].form.title
    book.set_properties({"title": title, "author": "Nagari Kit", "created": made})
    for register in registers:
        sheet = book.add_worksheet(_sheet_name(register, is_alone=len(registers) == 1))
        writer = _SheetWriter(register, book, sheet)
        writer.write_title()
        writer.write_head()
        writer.write_rows(step)
        writer.write_closing()
        writer.set_up_print(paper)
    book.close()
    return buffer.getvalue()


def _sheet_name(register: Register, *, is_alone: bool) -> str:
    """The book's code; of several tables as much of the title as Excel allows."""
    form = register.form
    if form.label or is_alone:
        return form.label or "Daftar"
    return form.title.translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip()


class _SheetWriter:
    """Writes one register from above to below."""

    def __init__(self, register: Register, book: Any, sheet: Any) -> None:  # noqa: ANN401 - untyped
        self._register = register
        self._sheet = sheet
        self._columns = register.form.leaves()
        self._last = len(self._columns) - 1
        self._formats = _Formats(book)
        self._number_row = FIRST_HEAD_ROW + head_depth(register.form)
        self._next = self._number_row + 1

    def write_title(self) -> None:
        register = self._register
        lines = (
            (register.form.title.upper(), "title"),
            (register.place, "line"),
            (register.period, "line"),
        )
        for row, (text, name) in enumerate(lines):
            self._across(row, 0, self._last, text, name)
        self._sheet.write_string(3, self._last, register.form.label, self._formats["code"])

    def write_head(self) -> None:
        form = self._register.form
        for one in headings(form):
            name = "upright" if one.upright else "head"
            top, bottom = FIRST_HEAD_ROW + one.top, FIRST_HEAD_ROW + one.bottom
            text = one.text.replace("\u00ad", "-") if one.upright else one.plain
            if (top, one.first) == (bottom, one.last):
                self._sheet.write_string(top, one.first, text, self._formats[name])
            else:
                area = (top, one.first, bottom, one.last)
                self._sheet.merge_range(*area, text, self._formats[name])
        for column, leaf in enumerate(self._columns):
            width = max(3.0, leaf.width * _CHARACTERS_PER_MM)
            self._sheet.set_column(column, column, width)
            self._sheet.write_number(self._number_row, column, column + 1, self._formats["numbers"])
        depth = head_depth(form)
        least = 64.0 if any(one.upright for one in self._columns) else 32.0
        for row in range(depth):
            self._sheet.set_row(FIRST_HEAD_ROW + row, max(16.0, least / depth))

    def write_rows(self, step: Step | None) -> None:
        rows = self._register.rows
        for number, row in enumerate(rows):
            if step is not None and number % _ROWS_PER_LOOK == 0:
                step(number, len(rows))
            self._write_row(row, "")
        if not rows:
            self._across(self._next, 0, self._last, self._register.nothing, "nothing")
            self._next += 1
        if self._register.total is not None:
            self._write_row(self._register.total, "total ")

    def write_closing(self) -> None:
        for remark in self._register.remarks:
            self._across(self._next, 0, self._last, remark, "remark")
            lines = 1 + len(remark) // 150
            self._sheet.set_row(self._next, _ROW_HEIGHT_PER_LINE * lines)
            self._next += 1
        half = max(1, (self._last + 1) // 2)
        sides = (
            (self._register.left, 0, max(0, half - 2)),
            (self._register.right, min(half + 1, self._last), self._last),
        )
        for side, first, last in sides:
            if side is not None:
                self._sign(side, first, last)

    def set_up_print(self, paper: PaperSize) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_PAPER_CODES[paper])
        sheet.set_margins(left=15 / _INCH, right=12 / _INCH, top=15 / _INCH, bottom=15 / _INCH)
        sheet.repeat_rows(FIRST_HEAD_ROW, self._number_row)
        sheet.fit_to_pages(1, 0)
        foot = self._register.foot.replace("&", "&&")
        sheet.set_footer(f"&L&8{foot}&R&8Halaman &P dari &N")
        sheet.freeze_panes(self._number_row + 1, min(2, self._last))
        last_row = max(self._next, self._number_row + 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last_row + 1}"})

    def _write_row(self, row: Row, prefix: str) -> None:
        for column, cell in enumerate(row):
            kind = self._columns[column].kind
            style = self._formats[f"{prefix}{kind.value}"]
            self._write_cell(self._next, column, cell, style)
        self._next += 1

    def _write_cell(self, row: int, column: int, cell: Cell, style: object) -> None:
        if isinstance(cell, bool | int):
            self._sheet.write_number(row, column, cell, style)
        elif isinstance(cell, date) and cell.year >= 1900:
            self._sheet.write_datetime(row, column, cell, style)
        elif cell in {None, ""}:
            self._sheet.write_blank(row, column, None, style)
        else:
            text = cell if isinstance(cell, str) else cell_text(cell, Kind.DATE)
            self._sheet.write_string(row, column, text.replace(NO_BREAK, " "), style)

    def _sign(self, side: Signatory, first: int, last: int) -> None:
        row = self._next + 2
        for line in (side.first_line, *side.office_lines):
            self._across(row, first, last, line, "line")
            row += 1
        row += 3
        self._across(row, first, last, side.name or "." * 40, "name" if side.name else "line")
        if side.nip:
            self._across(row + 1, first, last, f"NIP. {side.nip}", "line")

    def _across(self, row: int, first: int, last: int, text: str, name: str) -> None:
        if first == last:
            self._sheet.write_string(row, first, text, self._formats[name])
        else:
            self._sheet.merge_range(row, first, row, last, text, self._formats[name])


class _Formats:
    """The cell formats of a workbook, each made when it is first asked for."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - XlsxWriter has no types
        if name not in self._made:
            self._made[name] = self._book.add_format(_format(name))
        return self._made[name]


_CELLS: dict[str, dict[str, object]] = {
    Kind.TEXT.value: {"text_wrap": True},
    Kind.NUMBER.value: {"align": "center", "num_format": "0"},
    Kind.COUNT.value: {"align": "right", "num_format": '#,##0;-#,##0;"–"'},
    Kind.DATE.value: {"align": "center", "num_format": "dd-mm-yyyy"},
    Kind.CODE.value: {"align": "center", "num_format": "@"},
}
_HEADINGS = {"head", "upright"}
_FREE: dict[str, dict[str, object]] = {
    "title": {"font_name": "Times New Roman", "font_size": 14, "bold": True, "align": "center"},
    "line": {"font_name": "Times New Roman", "font_size": 11, "align": "center"},
    "name": {
        "font_name": "Times New Roman",
        "font_size": 11,
        "align": "center",
        "bold": True,
        "underline": 1,
    },
    "code": {"font_name": "Arial", "font_size": 9, "align": "right"},
    "remark": {"font_name": "Arial", "font_size": 8, "text_wrap": True, "valign": "top"},
}


def _format(name: str) -> dict[str, object]:
    if name in _FREE:
        return _FREE[name]
    base: dict[str, object] = {"font_name": "Arial", "font_size": 8, "border": 1, "valign": "top"}
    if name in _HEADINGS:
        turned = {"rotation": 90} if name == "upright" else {}
        head = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
        return base | head | {"bg_color": _HEAD} | turned
    if name == "numbers":
        return base | {"italic": True, "align": "center", "bottom": 2}
    if name == "nothing":
        return base | {"italic": True, "align": "center"}
    is_total = name.startswith("total ")
    cell = _CELLS[name.removeprefix("total ")]
    return base | cell | ({"bold": True, "bg_color": _TOTAL, "top": 2} if is_total else {})
