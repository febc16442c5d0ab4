"""The page of the residents: head, tabs, filters, table, and the states without rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.residents import PopulationSummary, ResidentFilter
from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.residents.filter_row import ResidentFilterRow
from nagari_kit.ui.screens.residents.filter_words import no_match
from nagari_kit.ui.screens.residents.list_foot import ListFoot
from nagari_kit.ui.screens.residents.list_tabs import ListTabs
from nagari_kit.ui.screens.residents.resident_table import ResidentTable
from nagari_kit.ui.screens.residents.selection_bar import SelectionBar
from nagari_kit.ui.screens.residents.table_model import ResidentRole, ResidentTableModel
from nagari_kit.ui.screens.residents.tag_row import TagRow
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, EmptyState, PageHead


class ResidentsView(QWidget):
    """The wishes carry a ResidentId. `current_wanted`: Enter in the search box.

    `wider_wanted` carries a ResidentFilter, when nobody fitted.
    """

    current_wanted = Signal()
    resident_chosen = Signal(object)
    letter_wanted = Signal(object)
    import_requested = Signal()
    form_requested = Signal()
    retry_requested = Signal()
    wider_wanted = Signal(object)
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Penduduk"))
        self.check = Button(self.tr("Periksa data"), kind="secondary", icon="shield-check")
        self.import_button = Button(self.tr("Impor"), kind="secondary", icon="file-import")
        self.export_button = Button(self.tr("Ekspor"), kind="secondary", icon="table-export")
        self.letter = Button(self.tr("Buat surat"), kind="primary", icon="file-text", key_hint="F9")
        for button in (self.check, self.export_button):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        self.tabs = ListTabs()
        self.filters = ResidentFilterRow()
        self.tags = TagRow()
        self.table = ResidentTable()
        self.table.setAccessibleName(self.tr("Daftar warga"))
        self.foot = ListFoot()
        self.selection = SelectionBar()
        self.busy = QLabel()
        self.busy.setObjectName("secondary")
        self.stop = Button(self.tr("Batal"), kind="ghost", icon="x")
        self._nothing = EmptyState("users", "", "")
        self._body = QStackedWidget()
        self._empty_office = False
        self._wider = ResidentFilter()
        self._error: NagariError | None = None
        self._build()
        self._connect()

    def set_model(self, model: ResidentTableModel) -> None:
        """Show the rows of `model`."""
        self.table.setModel(model)
        self.table.follow_columns()
        self.table.selectionModel().currentRowChanged.connect(self._tell_row)

    def show_reading(self) -> None:
        """The list is being read; the old one stays."""
        self._error = None

    def show_counts(self, summary: PopulationSummary) -> None:
        """The head's line, and the tabs that are always there."""
        self._empty_office = not summary.people
        homes = self.tr("{0} keluarga").format(thousands(summary.households))
        if summary.headless:
            # Else the tab of the heads would seem to have lost some.
            without = self.tr("{0} tanpa kepala").format(thousands(summary.headless))
            homes = f"{homes} ({without})"
        counts = (
            self.tr("{0} jiwa").format(thousands(summary.people)),
            homes,
            self.tr("{0} laki-laki, {1} perempuan").format(
                thousands(summary.men), thousands(summary.women)
            ),
        )
        if summary.people:
            self.head.set_subtitle("  ·  ".join(counts), "  ·  ".join(counts[:2]))
        else:
            self.head.set_subtitle(self.tr("Belum ada warga yang tercatat"))

    def show_list(self, wanted: ResidentFilter, total: int, people: int) -> None:
        """The table, or the words in its place when there is nothing to show."""
        self.foot.show_count(total, people)
        for part in (self.tabs, self.filters):
            part.setVisible(not self._empty_office or wanted.all_statuses)
        if total:
            self._body.setCurrentIndex(0)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.index_of(0))
        elif self._empty_office and not wanted.all_statuses:
            self._say_nothing(
                "users",
                self.tr("Belum ada warga"),
                self.tr("Masukkan daftarnya dari Excel, misalnya ekspor OpenSID."),
                self.tr("Impor dari Excel"),
            )
        else:
            answer = no_match(wanted)
            self._wider = answer.wider
            self._say_nothing("search", answer.title, answer.sentence, answer.action)
        self.letter.setEnabled(bool(total))
        self.export_button.setEnabled(bool(total))
        self.letter.setVisible(not self._empty_office)
        self.export_button.setVisible(not self._empty_office)

    def show_trouble(self, error: NagariError) -> None:
        """The list could not be read."""
        self._error = error
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._say_nothing("alert-triangle", error.user_message, words, self.tr("Coba lagi"))

    def show_work(self, words: str) -> None:
        """An export or a print is under way; "" when it is over."""
        self.busy.setText(words)
        for part in (self.busy, self.stop):
            part.setVisible(bool(words))

    def focus_list(self) -> None:
        """The caret into the table when a row is chosen there, else into the search box."""
        if self._body.currentIndex() == 0 and self.table.currentIndex().isValid():
            self.table.setFocus()
        else:
            self.filters.text.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Smaller margins; the search box narrower."""
        self.filters.set_compact(compact=compact)
        # In a narrow window or with large letters the counts need the room of these words.
        narrow = compact or scaled(100) > 100
        self.check.setText("" if narrow else self.tr("Periksa data"))
        self.export_button.setText("" if narrow else self.tr("Ekspor"))
        self.foot.set_compact(compact=compact)
        left, top, right, bottom = (20, 14, 20, 14) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2, Ctrl+F and letters search, Ctrl+P prints, F9 writes a letter, Down leaves the box."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F2 or (control and key == Qt.Key.Key_F):
            self.filters.text.setFocus()
            self.filters.text.selectAll()
        elif control and key == Qt.Key.Key_P:
            self.print_requested.emit()
        elif key == Qt.Key.Key_F9:
            self.letter.click()
        elif key == Qt.Key.Key_Down and self.filters.text.hasFocus():
            self.table.setFocus()
        elif event.text().isalnum() and self.table.hasFocus():
            # Who types a name means to search, wherever the caret stands.
            self.filters.text.setText(event.text())
            self.filters.text.setFocus()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open the row that is chosen, the first at the beginning."""
        model = self.table.model()
        if model is not None and model.rowCount():
            index = self.table.currentIndex()
            self._open(index if index.isValid() else self.table.index_of(0))

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_requested)
        self.letter.clicked.connect(self._want_letter)
        self.foot.newcomer.clicked.connect(self.form_requested)
        self.filters.text.returnPressed.connect(self.current_wanted)
        self.table.activated.connect(self._open)
        self.selection.print_wanted.connect(self.print_requested)
        self._nothing.action_requested.connect(self._act_on_nothing)

    def _build(self) -> None:
        for button in (self.check, self.import_button, self.export_button, self.letter):
            self.head.add_widget(button)
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 18, 18)
        layout.setSpacing(10)
        for part in (self.head, self.tabs, self.filters, self.tags):
            layout.addWidget(part)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.foot)
        layout.addWidget(self.selection)
        self.foot.add_work(self.busy, self.stop)
        self.show_work("")

    def _say_nothing(self, icon: str, title: str, sentence: str, action: str) -> None:
        self._nothing.show_words(icon, title, sentence, action)
        self._body.setCurrentIndex(1)

    def _act_on_nothing(self) -> None:
        if self._error is not None:
            self.retry_requested.emit()
        elif self._empty_office:
            self.import_requested.emit()
        else:
            self.wider_wanted.emit(self._wider)

    def _tell_row(self, current: QModelIndex, _former: QModelIndex) -> None:
        self.letter.setEnabled(current.isValid())

    def _want_letter(self) -> None:
        row = self.table.currentIndex().data(ResidentRole)
        if row is not None:
            self.letter_wanted.emit(row.id)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ResidentRole)
        if row is not None:
            self.resident_chosen.emit(row.id)
