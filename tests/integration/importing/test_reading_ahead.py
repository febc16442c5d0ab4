"""Cells are read while the list still comes, and what the whole list says is what counts."""

from __future__ import annotations

from datetime import date

import pytest

from nagari_kit.services.resident_import.columns import HEADINGS
from nagari_kit.services.resident_import.reading_ahead import ReadingAhead
from nagari_kit.services.resident_import.recognition import recognise
from nagari_kit.services.resident_import.row_parsing import FileRow, RowReader
from nagari_kit.services.resident_import.table import Table
from nagari_kit.services.spreadsheet_reading.messages import Cell
from nagari_kit.services.spreadsheet_reading.workbook import Sheet, Workbook
from tests.integration.importing.sheets import person

TODAY = date(2026, 11, 24)
WORD = "jorong"
_Line = tuple[Cell, ...]


def _line(place: int, **cells: str) -> _Line:
    told = person(nik=f"13069945098{place:05d}", tanggallahir=f"{place % 40:02d}-09-1982", **cells)
    return tuple(str(told.get(heading, "")) for heading in HEADINGS)


def _in_pieces(*pieces: list[_Line], name: str = "Warga") -> tuple[ReadingAhead, Sheet]:
    ahead, sheet = ReadingAhead(TODAY, WORD), Sheet(name, [])
    for piece in pieces:
        sheet.rows.extend(piece)
        ahead.more(sheet)
    return ahead, sheet


def _table(*sheets: Sheet) -> Table:
    return recognise(Workbook("", sheets))


def _seen(rows: list[FileRow]) -> list[object]:
    return [(one.row, one.cells, one.values, one.read_errors, one.read_warnings) for one in rows]


def test_rows_that_come_in_pieces_read_as_the_whole_list_does() -> None:
    lines = [_line(place) for place in range(90)]
    empty = ("",) * len(HEADINGS)
    ahead, sheet = _in_pieces([HEADINGS, *lines[:30]], [*lines[30:31], empty], lines[31:])
    table = _table(sheet)
    whole = RowReader(table, TODAY, WORD).read_all(table.people, lambda _: None)
    rows = ahead.read_of(table, TODAY, WORD)
    assert rows is not None
    assert _seen(rows) == _seen(whole)
    assert len(rows) == 90
    assert any(row.read_errors for row in rows)


def test_a_list_that_ends_before_its_sheet_is_read_anew() -> None:
    stop = ("", "###", *("",) * (len(HEADINGS) - 2))
    ahead, sheet = _in_pieces([HEADINGS, _line(1), stop], [_line(2)])
    table = _table(sheet)
    assert len(table.people) == 1
    assert ahead.read_of(table, TODAY, WORD) is None


@pytest.mark.parametrize(("today", "word"), [(date(2026, 11, 25), WORD), (TODAY, "dusun")])
def test_what_was_read_for_another_day_or_office_is_read_anew(today: date, word: str) -> None:
    ahead, sheet = _in_pieces([HEADINGS, _line(1)], [_line(2)])
    assert ahead.read_of(_table(sheet), today, word) is None


def test_a_sheet_of_no_known_form_is_left_to_the_whole_file() -> None:
    ahead, notes = _in_pieces([("Catatan", "Isi")], [("a", "b")], name="Catatan")
    people = Sheet("Warga", [HEADINGS, _line(1)])
    ahead.more(people)
    people.rows.append(_line(2))
    ahead.more(people)
    rows = ahead.read_of(_table(notes, people), TODAY, WORD)
    assert rows is not None
    assert [row.row for row in rows] == [2, 3]
