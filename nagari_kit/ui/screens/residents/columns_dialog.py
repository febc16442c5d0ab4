"""The dialog in which the columns of the list are chosen; the PC remembers them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.resident_columns import COLUMNS, FIRST_COLUMNS, ListColumn, in_order
from nagari_kit.ui.widgets import Button, CheckRow, FormDialog


class ColumnsDialog(FormDialog):
    """`chosen()` has them from left to right; the name is always there."""

    def __init__(self, parent: QWidget, shown: tuple[ListColumn, ...]) -> None:
        super().__init__(
            parent,
            icon="columns",
            kind="info",
            title=self.tr("Kolom daftar"),
            subtitle=self.tr("Dipakai juga saat daftar dicetak. Diingat di komputer ini."),
        )
        self.rows = {column: CheckRow(facts.title) for column, facts in COLUMNS.items()}
        self.rows[ListColumn.NAME].setEnabled(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        half = (len(self.rows) + 1) // 2
        for place, row in enumerate(self.rows.values()):
            grid.addWidget(row, place % half, place // half)
        self.body.addLayout(grid)
        self.usual = Button(self.tr("Seperti semula"), kind="ghost")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.confirm = Button(self.tr("Pakai"), kind="primary", icon="check")
        for button in (self.usual, self.back, self.confirm):
            self.add_button(button)
        self.usual.clicked.connect(lambda: self._tick(FIRST_COLUMNS))
        self.back.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        self.confirm.setDefault(True)
        self._tick(shown)

    def chosen(self) -> tuple[ListColumn, ...]:
        """The ticked columns."""
        return in_order(frozenset(one for one, row in self.rows.items() if row.isChecked()))

    def _tick(self, columns: tuple[ListColumn, ...]) -> None:
        for column, row in self.rows.items():
            row.setChecked(column in columns)
