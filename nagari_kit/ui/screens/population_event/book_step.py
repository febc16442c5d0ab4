"""The book of events: what was recorded last, and the way to take one back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.population import EventRow
from nagari_kit.ui.screens.population_event.book_model import BookModel, Column
from nagari_kit.ui.widgets import (
    BusyLine,
    Button,
    Card,
    ColumnPlan,
    DataTable,
    EmptyState,
    StickyFooter,
)

_PLAN = ColumnPlan(
    {Column.DAY: 118, Column.EVENT: 190, Column.PEOPLE: 250, Column.RECORDED: 210},
    stretch=Column.DETAIL,
    least=160,
    yielding=((Column.RECORDED, 0), (Column.PEOPLE, 160)),
)


class BookStep(QWidget):
    """`undo_requested` and `opened` carry the row that is chosen."""

    undo_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BookModel()
        self.table = DataTable()
        self.table.setModel(self.model)
        self.table.follow_plan(_PLAN)
        self.table.setAccessibleName(self.tr("Buku peristiwa"))
        self._empty = EmptyState(
            "ledger",
            self.tr("Belum ada peristiwa"),
            self.tr("Kelahiran, kematian, dan kepindahan yang dicatat terlihat di sini."),
        )
        self._waiting = BusyLine(self.tr("Membaca buku peristiwa …"))
        self._pages = QStackedWidget()
        self.footer = StickyFooter()
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.undo = Button(self.tr("Urungkan"), kind="secondary", icon="arrow-back-up")
        self._build()
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._judge())
        self.undo.clicked.connect(self._ask)
        self.back.clicked.connect(self.back_requested)

    def show_waiting(self) -> None:
        """The book is being read."""
        self._pages.setCurrentWidget(self._waiting)
        self.undo.setEnabled(False)

    def show_rows(self, rows: Sequence[EventRow], today: date) -> None:
        """The book; the row that was chosen stays chosen."""
        current = self.model.row_at(self.table.currentIndex().row())
        self.model.show_rows(rows, today)
        self._pages.setCurrentWidget(self.table_card if rows else self._empty)
        if rows:
            place = self.model.place_of(current.id) if current is not None else 0
            self.table.selectRow(max(0, place))
            self.table.setFocus()
        self._judge()

    def chosen(self) -> EventRow | None:
        """The row that is chosen."""
        return self.model.row_at(self.table.currentIndex().row())

    def _judge(self) -> None:
        row = self.chosen()
        can = row is not None and row.can_be_undone
        self.undo.setEnabled(can)
        note = ""
        if row is not None and not can:
            note = (
                self.tr("Peristiwa ini sudah diurungkan.")
                if row.undone
                else self.tr("Ini tidak dapat diurungkan dari sini.")
            )
        self.footer.set_note(note, "info-circle" if note else "")

    def _ask(self) -> None:
        row = self.chosen()
        if row is not None:
            self.undo_requested.emit(row)

    def _build(self) -> None:
        self.table_card = Card()
        outer = self.table_card.layout()
        if outer is not None:
            outer.setContentsMargins(1, 1, 1, 1)
        self.table_card.body.addWidget(self.table)
        for page in (self._waiting, self.table_card, self._empty):
            self._pages.addWidget(page)
        middle = QVBoxLayout()
        middle.setContentsMargins(28, 8, 24, 14)
        middle.addWidget(self._pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.footer)
        self.footer.add_button(self.undo)
        self.footer.add_button(self.back)
