"""The panel under the search box: who fits, which one is chosen, and the way to a new resident."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.screens.home.result_delegate import ROW_HEIGHT, ResultDelegate, spoken
from nagari_kit.ui.widgets import Button, KeyHint, announce
from nagari_kit.ui.widgets.painting import open_painter, paint_box

ROW_ROLE = Qt.ItemDataRole.UserRole
_HEAD, _FOOT = 34, 58
MAXIMUM_ROWS = 8
_INDEX = QModelIndex()


class ResultModel(QAbstractListModel):
    """Rows of the last search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ResidentRow, ...] = ()
        self._today = date.min

    def show_rows(self, rows: tuple[ResidentRow, ...], today: date) -> None:
        """Replace all."""
        self.beginResetModel()
        self.rows, self._today = rows, today
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INDEX) -> int:
        """How many fit."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """The row itself, its name, or what a screen reader says."""
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self._today)
        return None


class ResultPanel(QFrame):
    """Lies over the page. `chosen` and `record_wanted` carry a ResidentId."""

    chosen = Signal(object)
    record_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = ResultModel(self)
        self.list = QListView()
        self._delegate = ResultDelegate(self.list)
        self._count = QLabel()
        self._room = 10_000
        self.new_resident = Button(
            self.tr("Belum terdaftar? Tambah warga baru"), kind="ghost", icon="user-plus"
        )
        self._build()
        self.new_resident.clicked.connect(self.new_wanted)
        self.list.clicked.connect(self._click)
        self.hide()

    def show_rows(self, text: str, rows: tuple[ResidentRow, ...], today: date) -> None:
        """Show who fits `text`, MAXIMUM_ROWS of them; the first is chosen."""
        shown = rows[:MAXIMUM_ROWS]
        self._delegate.begin(text, today)
        self.model.show_rows(shown, today)
        if rows:
            is_cut = len(rows) > len(shown)
            words = (
                self.tr("{0} warga pertama yang cocok") if is_cut else self.tr("{0} warga cocok")
            )
            words = words.format(len(shown))
            self.list.setCurrentIndex(self.model.index(0, 0))
        else:
            words = self.tr("Tidak ada warga yang cocok. Periksa ejaan atau nomornya.")
        self._count.setText(words)
        self.fit_into(self._room)
        self.show()
        self.raise_()
        announce(self, words)

    def fit_into(self, height: int) -> None:
        """Be no higher than `height`: more rows scroll, the foot stays."""
        self._room = height
        rows = self.model.rowCount() * ROW_HEIGHT
        shown = min(rows, max(height - _HEAD - _FOOT, ROW_HEIGHT))
        self.list.setFixedHeight(min(rows, shown))
        self.setFixedHeight(_HEAD + _FOOT + shown if rows else _HEAD + _FOOT)

    def move_choice(self, step: int) -> None:
        """Up or down, not beyond the ends."""
        count = self.model.rowCount()
        if self.isVisible() and count:
            place = min(max(self.list.currentIndex().row() + step, 0), count - 1)
            self.list.setCurrentIndex(self.model.index(place, 0))
            announce(self, str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def choose_current(self) -> None:
        """As Enter does."""
        row = self._current()
        if row is not None:
            self.chosen.emit(row.id)

    def want_record(self) -> None:
        """As Ctrl+Enter does."""
        row = self._current()
        if row is not None:
            self.record_wanted.emit(row.id)

    def close_panel(self) -> None:
        """Out of the way."""
        self.hide()
        self.model.show_rows((), date.min)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        paint_box(open_painter(self), QRectF(self.rect()), 14, "surface", "border_strong")

    def _current(self) -> ResidentRow | None:
        index = self.list.currentIndex()
        if not self.isVisible() or not index.isValid():
            return None
        row: ResidentRow = index.data(ROW_ROLE)
        return row

    def _click(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.choose_current()

    def _build(self) -> None:
        self._count.setObjectName("hint")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setObjectName("results")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Warga yang cocok"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 12, 6)
        foot.setSpacing(8)
        foot.addWidget(self.new_resident)
        foot.addStretch(1)
        keys = (("↑ ↓", self.tr("pilih")), ("Ctrl Enter", self.tr("buka data")), ("Esc", "tutup"))
        for key, words in keys:
            label = QLabel(words)
            label.setObjectName("hint")
            foot.addWidget(KeyHint(key))
            foot.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(foot)
