"""The register's table reads what is looked at, page by page, and nothing twice."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letters import LetterRow, LetterStatus, RegisterPage
from nagari_kit.ui.letter_words import masked_number, near_moment, short_day, short_number
from nagari_kit.ui.screens.letter_register.row_window import KEPT_PAGES, PAGE_ROWS, RowWindow
from nagari_kit.ui.screens.letter_register.table_model import Column, LetterTableModel

TODAY = date(2026, 11, 24)
TOTAL = 5_000


def letter_row(sequence: int, status: LetterStatus = LetterStatus.ISSUED) -> LetterRow:
    return LetterRow(
        id=LetterId(UUID(int=sequence + 1)),
        number=f"500.3/{sequence:03}/KN/2026",
        series="sku",
        sequence=sequence,
        type_id="sku",
        short_title="Keterangan usaha",
        issue_date=TODAY,
        resident_id=ResidentId(UUID(int=9)),
        resident_name="Yusmaniar",
        status=status,
        delivery="local",
    )


def page(offset: int) -> RegisterPage:
    rows = tuple(letter_row(offset + inside) for inside in range(PAGE_ROWS))
    return RegisterPage(rows, offset, TOTAL)


@pytest.fixture
def model(qapp) -> LetterTableModel:
    table = LetterTableModel()
    table.begin(page(0), TODAY)
    return table


def test_the_table_is_as_long_as_the_register_but_holds_one_page(model) -> None:
    assert model.rowCount() == TOTAL
    assert model.index(49, Column.NUMBER).data() == "500.3/049/KN/2026"
    assert model.index(50, Column.NUMBER).data() is None


def test_looking_at_a_row_asks_for_its_page_once(model) -> None:
    asked: list[int] = []
    model.page_needed.connect(asked.append)

    for row in (120, 121, 149, 3_000):
        model.index(row, Column.NAME).data()

    assert asked == [100, 3_000]


def test_a_page_that_could_not_be_read_is_asked_for_again(model) -> None:
    asked: list[int] = []
    model.page_needed.connect(asked.append)
    model.index(60, Column.NAME).data()

    model.release_page(50)
    model.index(60, Column.NAME).data()

    assert asked == [50, 50]


def test_rows_appear_where_they_belong_when_their_page_arrives(model) -> None:
    model.put_page(page(3_000))

    assert model.index(3_049, Column.NUMBER).data() == "500.3/3049/KN/2026"
    assert model.index_of(LetterId(UUID(int=3_011))).row() == 3_010


def test_a_screen_reader_hears_that_a_letter_is_voided(qapp) -> None:
    model = LetterTableModel()
    model.begin(RegisterPage((letter_row(7, LetterStatus.VOIDED),), 0, 1), TODAY)

    spoken = model.index(0, Column.NUMBER).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "500.3/007/KN/2026, Keterangan usaha, Yusmaniar, dibatalkan"
    assert model.index(0, Column.STATUS).data() == "Dibatalkan"


def test_memory_does_not_grow_with_the_register() -> None:
    window = RowWindow()
    window.clear(1_000_000)

    for offset in range(0, 10_000, PAGE_ROWS):
        window.put(offset, page(offset).rows)

    assert len(window.loaded()) == KEPT_PAGES * PAGE_ROWS
    assert window.row(9_999) is not None


def test_lists_mask_a_nik_and_say_days_shortly(clock) -> None:
    assert masked_number("1306994509820003") == "1306 99•• •••• 0003"
    assert masked_number(None) == "belum ada"
    assert short_day(date(2026, 5, 3), TODAY) == "3 Mei"
    assert short_day(date(2025, 5, 3), TODAY) == "3 Mei 2025"
    assert near_moment(clock.now(), TODAY) == "hari ini 09.41"


@pytest.mark.parametrize(
    ("number", "sequence", "said"),
    [("500.3/081/KN/2026", 81, "081"), ("145/SKU/NKC/XI-2026", 145, "145"), ("A-7", 12, "12")],
)
def test_a_letter_is_called_by_the_number_that_people_say(number, sequence, said) -> None:
    assert short_number(number, sequence) == said
