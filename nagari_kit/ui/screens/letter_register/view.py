"""The register's page: head, filters, table, panel of one letter, and the states without rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letters import IssuedLetter, LetterFilter
from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.letter_words import month_and_year, short_number, thousands
from nagari_kit.ui.preview.pdf_viewer import PdfViewer
from nagari_kit.ui.printing.print_dialog import PrintDialog
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.letter_register.detail_panel import DetailPanel
from nagari_kit.ui.screens.letter_register.filter_row import FilterRow
from nagari_kit.ui.screens.letter_register.register_body import RegisterBody
from nagari_kit.ui.screens.letter_register.row_delegate import RowDelegate, number_width
from nagari_kit.ui.screens.letter_register.table_model import Column, LetterRole, LetterTableModel
from nagari_kit.ui.screens.letter_register.void_dialog import VoidDialog, VoidWish
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import ColumnPlan, ConfirmDialog, DataTable, EmptyState, PageHead

_WIDTHS: dict[int, int] = {
    Column.NUMBER: 201,
    Column.DATE: 74,
    Column.TYPE: 190,
    Column.STATUS: 164,
}
_YIELDING = ((Column.STATUS, 118), (Column.TYPE, 142), (Column.DATE, 0), (Column.TYPE, 0))


def _plan(numbers: Iterable[str]) -> ColumnPlan:
    """Numbers are never shortened; the plan's own sizes are those of the usual letters."""
    needed = round(number_width(numbers) * _WIDTHS[Column.NUMBER] / scaled(_WIDTHS[Column.NUMBER]))
    widths = {**_WIDTHS, Column.NUMBER: max(_WIDTHS[Column.NUMBER], needed + 1)}
    return ColumnPlan(widths, stretch=Column.NAME, least=252, yielding=_YIELDING)


class LetterRegisterView(QWidget):
    """`filter_changed` carries a LetterFilter, `letter_chosen` a LetterId.

    `first_wanted`: Enter in the search box.
    """

    first_wanted = Signal()
    filter_changed = Signal(object)
    letter_chosen = Signal(object)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Register surat keluar"))
        self.filters = FilterRow()
        self.table = DataTable()
        self.table.setItemDelegate(RowDelegate(self.table))
        self.table.setAccessibleName(self.tr("Daftar surat keluar"))
        self.detail = DetailPanel()
        self._nothing = EmptyState("book", "", "")
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self._nothing)
        self.body = RegisterBody(self._list, self.detail)
        self._error: NagariError | None = None
        self._narrowed = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 18, 18)
        layout.setSpacing(12)
        for part in (self.head, self.filters):
            layout.addWidget(part)
        layout.addWidget(self.body, 1)
        self.filters.changed.connect(self.filter_changed)
        self._nothing.action_requested.connect(self._act_on_nothing)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)
        self.filters.text.returnPressed.connect(self.first_wanted)

    def set_model(self, model: LetterTableModel) -> None:
        """Show the rows of `model`; moving through them shows each letter."""
        self.table.setModel(model)
        self.table.follow_plan(_plan(()))
        model.modelReset.connect(lambda: self.table.follow_plan(_plan(model.numbers())))
        self.table.selectionModel().currentRowChanged.connect(self._follow)

    def show_counts(self, month_total: int, shown: int, today: date) -> None:
        """Head line, and how many rows the filter has."""
        self.filters.offer_periods(today)
        month = month_and_year(today.month, today.year)
        self.head.set_subtitle(self.tr("{0} surat pada {1}").format(thousands(month_total), month))
        self.filters.set_count_words(self.tr("{0} baris").format(thousands(shown)))

    def show_list(self, wanted: LetterFilter, total: int) -> None:
        """The table, or the words in its place when there is nothing to show."""
        self._error = None
        self._narrowed = wanted != LetterFilter()
        if total:
            self._list.setCurrentWidget(self.table)
        elif self._narrowed:
            self._say_nothing(
                "search",
                self.tr("Tidak ada surat yang cocok"),
                self.tr("Periksa ejaan nama atau nomornya, atau cari di semua waktu."),
                self.tr("Hapus semua saringan"),
            )
        else:
            self._say_nothing(
                "book",
                self.tr("Belum ada surat keluar"),
                self.tr("Surat yang sudah diberi nomor tercatat di sini dengan sendirinya."),
                "",
            )

    def show_trouble(self, error: NagariError) -> None:
        """The list could not be read."""
        self._error = error
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._say_nothing("alert-triangle", error.user_message, words, self.tr("Coba lagi"))

    def take_focus(self, *, on_list: bool) -> None:
        """The caret waits in the search box, or on the list when a letter is shown already."""
        (self.table if on_list else self.filters.text).setFocus()

    def mark(self, index: QModelIndex) -> None:
        """Select the row of the letter that the panel shows."""
        if index.isValid():
            # The panel shows it already: nobody needs to be told.
            with QSignalBlocker(self.table.selectionModel()):
                self.table.selectRow(index.row())
            self.table.scrollTo(index)
            self.table.viewport().update()

    def show_detail(self, letter: IssuedLetter, history: LetterHistory, today: date) -> None:
        """Fill and open the panel."""
        self.detail.show_letter(letter, history, today)
        self.body.open_detail()

    def hide_detail(self) -> None:
        """Close the panel; the caret goes back to the table."""
        self.body.close_detail()
        self.table.setFocus()

    def ask_to_void(
        self, letter: IssuedLetter, actor: str, then: Callable[[VoidWish], None]
    ) -> None:
        """Ask for the reason; `then` gets it, unless the officer goes back."""
        dialog = VoidDialog(letter, actor, self.window())
        dialog.accepted.connect(lambda: then(dialog.wish()))
        dialog.open()

    def ask_for_printer(
        self, letter: IssuedLetter, proposal: PrintTarget, then: Callable[[PrintTarget], None]
    ) -> None:
        """Ask where to print; `then` gets it, unless the officer goes back."""
        dialog = PrintDialog(letter, proposal, self.window())
        dialog.accepted.connect(lambda: then(dialog.target()))
        dialog.open()

    def ask_to_save_voided(self, letter: IssuedLetter, then: Callable[[], None]) -> None:
        """Say that the letter is void before its plain PDF lies about; `then` saves it."""
        said = short_number(letter.number, letter.sequence)
        dialog = ConfirmDialog(
            self.window(),
            title=self.tr("Surat {0} sudah dibatalkan").format(said),
            text=self.tr(
                "Sebab: {0}. PDF-nya tersimpan tanpa tanda batal; jangan serahkan sebagai surat "
                "yang berlaku."
            ).format(letter.void_reason.rstrip(". ")),
            confirm=self.tr("Tetap simpan PDF"),
        )
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_document(self, letter: IssuedLetter, pdf: bytes, runner: Runner) -> None:
        """Open the filed document."""
        PdfViewer(letter.number, pdf, runner, self.window()).open()

    def set_compact(self, *, compact: bool) -> None:
        """Small window: the panel lies over the table."""
        self.filters.set_compact(compact=compact)
        self.body.set_compact(compact=compact)
        left, top, right, bottom = (20, 14, 20, 14) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel, Ctrl+P reprints, Delete voids, Ctrl+F searches."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        open_panel = self.body.is_detail_open()
        prints = control and event.key() == Qt.Key.Key_P
        if event.key() == Qt.Key.Key_Escape and open_panel:
            self.detail.closed.emit()
        elif prints and open_panel:
            self.detail.reprint.click()
        elif event.key() == Qt.Key.Key_Delete and open_panel:
            self.detail.void.click()
        elif prints or event.key() == Qt.Key.Key_Delete:
            # The row is still marked: show first what the key would act on.
            self._choose(self.table.currentIndex())
        elif control and event.key() == Qt.Key.Key_F:
            self.filters.text.setFocus()
        else:
            super().keyPressEvent(event)

    def _say_nothing(self, icon: str, title: str, sentence: str, action: str) -> None:
        self._nothing.show_words(icon, title, sentence, action)
        self._list.setCurrentWidget(self._nothing)

    def _act_on_nothing(self) -> None:
        if self._error is not None:
            self.retry_requested.emit()
        else:
            self.filters.clear()

    def _follow(self, current: QModelIndex, _former: QModelIndex) -> None:
        if self.table.hasFocus() and not self.body.is_compact:
            self._choose(current)

    def choose_first(self) -> None:
        """Take the newest hit."""
        model = self.table.model()
        if model is not None and model.rowCount():
            self.table.setFocus()
            self.table.selectRow(0)
            self._choose(model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(LetterRole)
        if row is not None:
            self.letter_chosen.emit(row.id)
