"""The page of the residents: head, tabs, filters, table, and the states without rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.domain.residents import Jorong, PopulationSummary, ResidentFilter
from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.residents.filter_row import ResidentFilterRow
from nagari_kit.ui.screens.residents.row_delegate import ResidentDelegate
from nagari_kit.ui.screens.residents.table_model import (
    Column,
    ResidentRole,
    ResidentTableModel,
)
from nagari_kit.ui.widgets import Button, ColumnPlan, DataTable, EmptyState, KeyHint, PageHead, Tabs

_COLUMNS = ColumnPlan(
    {
        Column.NIK: 168,
        Column.SEX: 46,
        Column.AGE: 58,
        Column.RELATION: 88,
        Column.HEAD: 172,
        Column.JORONG: 126,
        Column.STANDING: 142,
    },
    stretch=Column.NAME,
    least=290,
    yielding=((Column.HEAD, 0), (Column.RELATION, 0), (Column.SEX, 0), (Column.JORONG, 0)),
)
_ALL, _HEADS = 0, 1


class ResidentsView(QWidget):
    """`filter_changed` carries a ResidentFilter, the wishes a ResidentId.

    `current_wanted`: Enter in the search box.
    """

    current_wanted = Signal()
    filter_changed = Signal(object)
    resident_chosen = Signal(object)
    letter_wanted = Signal(object)
    import_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Penduduk"))
        self.import_button = Button(self.tr("Impor"), kind="secondary", icon="file-import")
        self.letter = Button(self.tr("Buat surat"), kind="primary", icon="file-text", key_hint="F9")
        self.tabs = Tabs([self.tr("Semua warga"), self.tr("Kepala keluarga")])
        self.filters = ResidentFilterRow()
        self.table = DataTable()
        self.table.setItemDelegate(ResidentDelegate(self.table))
        self.table.setAccessibleName(self.tr("Daftar warga"))
        self.foot = QWidget()
        self._shown = QLabel()
        self._shown.setObjectName("rowTitle")
        self._nothing = EmptyState("users", "", "")
        self._body = QStackedWidget()
        self._empty_office = False
        self._error: NagariError | None = None
        self._build()
        self._connect()

    def set_model(self, model: ResidentTableModel) -> None:
        """Show the rows of `model`."""
        self.table.setModel(model)
        self.table.follow_plan(_COLUMNS)
        self.table.selectionModel().currentRowChanged.connect(self._tell_row)

    def show_reading(self) -> None:
        """The list is being read; the old one stays."""
        self._error = None

    def offer_jorong(self, jorong: tuple[Jorong, ...]) -> None:
        """Sub-areas to filter by."""
        self.filters.offer_jorong(jorong)

    def show_counts(self, summary: PopulationSummary, shown: int) -> None:
        """The head's line, the tabs and how many the filter has."""
        self._empty_office = not summary.people
        people = thousands(summary.people)
        counts = (
            self.tr("{0} jiwa").format(people),
            self.tr("{0} keluarga").format(thousands(summary.households)),
            self.tr("{0} laki-laki, {1} perempuan").format(
                thousands(summary.men), thousands(summary.women)
            ),
        )
        if summary.people:
            self.head.set_subtitle("  ·  ".join(counts), "  ·  ".join(counts[:2]))
        else:
            self.head.set_subtitle(self.tr("Belum ada warga yang tercatat"))
        self.tabs.set_count(_ALL, summary.people)
        self.tabs.set_count(_HEADS, summary.households)
        self._shown.setText(self.tr("{0} dari {1}").format(thousands(shown), people))

    def show_list(self, wanted: ResidentFilter, total: int) -> None:
        """The table, or the words in its place when there is nothing to show."""
        for part in (self.tabs, self.filters):
            part.setVisible(not self._empty_office or wanted.all_statuses)
        if total:
            self._body.setCurrentIndex(0)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        elif self._empty_office and not wanted.all_statuses:
            self._say_nothing(
                "users",
                self.tr("Belum ada warga"),
                self.tr("Masukkan daftarnya dari Excel, misalnya ekspor OpenSID."),
                self.tr("Impor dari Excel"),
            )
        else:
            self._say_nothing(
                "search",
                self.tr("Tidak ada warga yang cocok"),
                self.tr("Periksa ejaan nama atau nomornya, atau longgarkan saringannya."),
                self.tr("Hapus semua saringan"),
            )
        self.letter.setEnabled(bool(total))
        self.letter.setVisible(not self._empty_office)

    def show_trouble(self, error: NagariError) -> None:
        """The list could not be read."""
        self._error = error
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._say_nothing("alert-triangle", error.user_message, words, self.tr("Coba lagi"))

    def focus_list(self) -> None:
        """The caret into the table when a row is chosen there, else into the search box."""
        if self._body.currentIndex() == 0 and self.table.currentIndex().isValid():
            self.table.setFocus()
        else:
            self.filters.text.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Smaller margins; the search box narrower."""
        self.filters.set_compact(compact=compact)
        self._legend.setVisible(not compact)
        left, top, right, bottom = (20, 14, 20, 14) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Ctrl+F search, F9 writes a letter, Enter opens, Down leaves the box."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F2 or (control and key == Qt.Key.Key_F):
            self.filters.text.setFocus()
            self.filters.text.selectAll()
        elif key == Qt.Key.Key_F9:
            self.letter.click()
        elif key == Qt.Key.Key_Down and self.filters.text.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_requested)
        self.letter.clicked.connect(self._want_letter)
        self.tabs.current_changed.connect(
            lambda place: self.filters.set_heads_only(heads_only=place == _HEADS)
        )
        self.filters.changed.connect(self.filter_changed)
        self.filters.text.returnPressed.connect(self.current_wanted)
        self.table.activated.connect(self._open)
        self._nothing.action_requested.connect(self._act_on_nothing)

    def _build(self) -> None:
        self.head.add_widget(self.import_button)
        self.head.add_widget(self.letter)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(4, 0, 4, 0)
        foot.addWidget(self._shown)
        foot.addStretch(1)
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(8)
        for hint, words in (
            ("F2", self.tr("cari")),
            ("↑ ↓", self.tr("pindah baris")),
            ("Enter", self.tr("buka warga")),
        ):
            label = QLabel(words)
            label.setObjectName("hint")
            legend.addWidget(KeyHint(hint))
            legend.addWidget(label)
            legend.addSpacing(6)
        foot.addWidget(self._legend)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        self._body.addWidget(listed)
        self._body.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 18, 18)
        layout.setSpacing(12)
        for part in (self.head, self.tabs, self.filters):
            layout.addWidget(part)
        layout.addWidget(self._body, 1)

    def _say_nothing(self, icon: str, title: str, sentence: str, action: str) -> None:
        self._nothing.show_words(icon, title, sentence, action)
        self._body.setCurrentIndex(1)

    def _act_on_nothing(self) -> None:
        if self._error is not None:
            self.retry_requested.emit()
        elif self._empty_office:
            self.import_requested.emit()
        else:
            self.filters.clear()

    def _tell_row(self, current: QModelIndex, _former: QModelIndex) -> None:
        self.letter.setEnabled(current.isValid())

    def _want_letter(self) -> None:
        row = self.table.currentIndex().data(ResidentRole)
        if row is not None:
            self.letter_wanted.emit(row.id)

    def open_current(self) -> None:
        """Open the row that is chosen, the first at the beginning."""
        model = self.table.model()
        if model is not None and model.rowCount():
            index = self.table.currentIndex()
            self._open(index if index.isValid() else model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ResidentRole)
        if row is not None:
            self.resident_chosen.emit(row.id)
