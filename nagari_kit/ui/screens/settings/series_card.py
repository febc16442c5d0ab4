"""The card of the counters: how far each came, and where numbers are missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.number_gaps import GapReport, SeriesReport
from nagari_kit.ui.screens.settings.gap_card import HEAD
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, Card, ColumnPlan, ComboInput, DataTable

_HEADS = ("Seri", "Terakhir", "Terbit", "Batal", "Sela")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SeriesModel(QAbstractTableModel):
    """One counter a row; a number of gaps that nobody explained stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SeriesReport] = ()

    def show_series(self, rows: Sequence[SeriesReport]) -> None:
        """Other counters."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def series(self, place: int) -> SeriesReport | None:
        """The counter of a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Counters."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Name and four figures."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's values
        """Names of the columns."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's values
        """Words, weight, place and colour."""
        one, column = self._rows[index.row()], index.column()
        rest = one.unsettled()
        if role == Qt.ItemDataRole.DisplayRole:
            texts = (one.title, f"{one.last:03d}", one.issued, one.voided, one.missing())
            return str(texts[column])
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight)
        if role == Qt.ItemDataRole.FontRole:
            return ui_font(14, 600 if column == 0 or (column == 4 and rest) else 400)
        if role == Qt.ItemDataRole.ForegroundRole and column == 4 and rest:
            return current_theme().color("warn")
        if role == Qt.ItemDataRole.ToolTipRole and column == 4 and rest:
            return f"{rest} nomor menunggu suratnya atau keterangan"
        return None


class SeriesCard(Card):
    """`chosen` carries a SeriesReport; `year_chosen` a year; two wishes beside."""

    chosen = Signal(object)
    year_chosen = Signal(int)
    reserve_wanted = Signal()
    enter_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.title = QLabel(self.tr("Seri"))
        self.title.setObjectName("cardTitle")
        self.year = ComboInput()
        self.year.setAccessibleName(self.tr("Tahun laporan"))
        self.year.setMinimumHeight(scaled(HEAD))
        self.model = SeriesModel()
        self.table = DataTable()
        self.table.setAccessibleName(self.tr("Seri nomor"))
        self.table.setModel(self.model)
        self.table.follow_plan(ColumnPlan({1: 74, 2: 58, 3: 54, 4: 48}, 0, 120, ((2, 0), (3, 0))))
        self.table.setMinimumHeight(190)
        self.empty = QLabel(self.tr("Belum ada nomor di tahun ini."))
        self.empty.setObjectName("secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.hide()
        self.reserve = Button(self.tr("Pesan nomor"), kind="secondary", icon="ticket")
        self.enter = Button("", kind="ghost", icon="writing-sign")
        self.enter.hide()
        top = QHBoxLayout()
        top.addStrut(scaled(HEAD))
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.year)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reserve)
        foot.addWidget(self.enter)
        foot.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.year.activated.connect(lambda _place: self.year_chosen.emit(self.year.currentData()))
        self.reserve.clicked.connect(self.reserve_wanted)
        self.enter.clicked.connect(self.enter_wanted)

    def show_report(self, report: GapReport, waiting: int) -> None:
        """Fill; the counter that was looked at stays chosen. `waiting`: numbers to be entered."""
        before = self.current()
        self.title.setText(self.tr("Seri tahun {0}").format(report.year))
        with QSignalBlocker(self.year):
            self.year.clear()
            for year in sorted({*report.years, report.year}, reverse=True):
                self.year.addItem(str(year), year)
            self.year.setCurrentIndex(self.year.findData(report.year))
        self.year.setVisible(self.year.count() > 1)
        self.model.show_series(report.series)
        self.empty.setVisible(not report.series)
        self.table.setVisible(bool(report.series))
        names = [one.series for one in report.series]
        needy = next((at for at, one in enumerate(report.series) if one.unsettled()), 0)
        place = names.index(before.series) if before and before.series in names else needy
        self.table.setCurrentIndex(self.model.index(place, 0))
        if not report.series:
            self.chosen.emit(None)
        self.enter.setText(self.tr("Catat {0} nomor tulisan tangan").format(waiting))
        self.enter.setVisible(waiting > 0)

    def current(self) -> SeriesReport | None:
        """The counter that is looked at."""
        return self.model.series(self.table.currentIndex().row())

    def _tell(self, *_places: object) -> None:
        self.chosen.emit(self.current())
