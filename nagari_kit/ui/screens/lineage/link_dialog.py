"""Finds the resident who is the same person as one in the ranji."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.lineage import LineageNode
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.letter_words import age_words, masked_number
from nagari_kit.ui.widgets import Button, FormDialog, SearchInput

_ID = Qt.ItemDataRole.UserRole


class LinkDialog(FormDialog):
    """`search_changed` carries what was typed, `chosen` a ResidentId, or None to let go."""

    search_changed = Signal(str)
    chosen = Signal(object)

    def __init__(self, node: LineageNode, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="link",
            kind="pri",
            title=self.tr("Tautkan {0} ke warga").format(node.name),
            subtitle=self.tr("Cari orang yang sama di data penduduk nagari."),
        )
        self.search = SearchInput(self.tr("Nama, NIK, atau nomor KK"))
        self.results = QListWidget()
        self.results.setObjectName("plainList")
        self.results.setAccessibleName(self.tr("Warga yang ditemukan"))
        self.results.setFixedHeight(250)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = QLabel(self.tr("Tidak ada warga yang cocok."))
        self._none.setObjectName("secondary")
        for part in (self.search, self.results, self._none):
            self.body.addWidget(part)
        self._none.hide()
        self.let_go = Button(self.tr("Lepas tautan"), kind="ghost", icon="x")
        self.let_go.setVisible(node.resident_id is not None)
        self.confirm = Button(self.tr("Tautkan"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        if node.resident_id is not None:
            self.add_button(self.let_go)
        else:
            self.let_go.setParent(self)
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.setEnabled(False)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self.search_changed)
        self.results.itemSelectionChanged.connect(
            lambda: self.confirm.setEnabled(self.results.currentItem() is not None)
        )
        self.results.itemActivated.connect(lambda _item: self._choose())
        self.confirm.clicked.connect(self._choose)
        self.let_go.clicked.connect(lambda: self.chosen.emit(None))
        self.back.clicked.connect(self.reject)
        self.search.setText(node.name)
        self.search.selectAll()
        self.search.setFocus()

    def show_results(self, rows: Sequence[ResidentRow], today: date) -> None:
        """Best first."""
        self.results.clear()
        for row in rows:
            words = (row.name, age_words(row.birth_date, today), masked_number(row.nik), row.jorong)
            item = QListWidgetItem("  ·  ".join(part for part in words if part))
            item.setData(_ID, row.id)
            self.results.addItem(item)
        self._none.setVisible(not rows and bool(self.search.text().strip()))
        if rows:
            self.results.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the results while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.results.count():
                row = self.results.currentRow() + step
                self.results.setCurrentRow(min(max(row, 0), self.results.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        item = self.results.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_ID))
