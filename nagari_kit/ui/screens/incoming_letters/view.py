"""The page of letters that came in: head, year and search, table, and what is done with a row."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.correspondence import IncomingLetter
from nagari_kit.domain.identity import IncomingLetterId
from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.incoming_letters.table_model import (
    PLAN,
    IncomingModel,
    IncomingRole,
)
from nagari_kit.ui.widgets import Button, ComboInput, DataTable, EmptyState, PageHead, SearchInput


class IncomingLettersView(QWidget):
    """`amend_requested` and `void_requested` carry the IncomingLetter of the chosen row."""

    add_requested = Signal()
    amend_requested = Signal(object)
    void_requested = Signal(object)
    year_changed = Signal(int)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = IncomingModel(self)
        self.head = PageHead(self.tr("Surat masuk"))
        self.add = Button(self.tr("Catat surat masuk"), kind="primary", icon="plus", key_hint="F9")
        self.text = SearchInput(self.tr("Cari pengirim, isi, nomor"))
        self.year = ComboInput()
        self.amend = Button(self.tr("Perbaiki"), icon="pencil")
        self.void = Button(self.tr("Batalkan catatan"), icon="x")
        self.table = DataTable()
        self._count = QLabel()
        self._nothing = EmptyState("inbox", "", "")
        self._body = QStackedWidget()
        self._error: NagariError | None = None
        self._build()
        self._connect()

    def show_letters(self, letters: tuple[IncomingLetter, ...], year: int) -> None:
        """The letters of a year; the chosen row stays."""
        self._error = None
        chosen = self.chosen()
        self.model.show_letters(letters)
        standing = sum(1 for one in letters if not one.void_reason)
        self.head.set_subtitle(self.tr("{0} surat pada {1}").format(thousands(standing), year))
        if chosen is not None:
            self.choose(chosen.id)
        self._arrange()

    def offer_years(self, first: int, today: date) -> None:
        """Years with entries, the newest first; the choice stays."""
        years = list(range(today.year, first - 1, -1))
        if [self.year.itemData(place) for place in range(self.year.count())] == years:
            return
        self.year.blockSignals(True)  # noqa: FBT003 - Qt's signature
        chosen = self.year.currentData()
        self.year.clear()
        for one in years:
            self.year.addItem(self.tr("Tahun {0}").format(one), one)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def show_trouble(self, error: NagariError) -> None:
        """The list could not be read."""
        self._error = error
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._nothing.show_words("alert-triangle", error.user_message, words, self.tr("Coba lagi"))
        self._body.setCurrentWidget(self._nothing)

    def chosen(self) -> IncomingLetter | None:
        """The letter of the chosen row."""
        index = self.table.currentIndex()
        found = index.data(IncomingRole) if index.isValid() else None
        return found if isinstance(found, IncomingLetter) else None

    def choose(self, letter_id: IncomingLetterId) -> None:
        """Go to the row of a letter, when it is shown."""
        row = self.model.row_of(letter_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def set_compact(self, *, compact: bool) -> None:
        """Small window: less air."""
        left, top, right, bottom = (20, 14, 20, 14) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks why an entry is to be cancelled, Ctrl+F searches."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete and self.void.isEnabled():
            self.void.click()
        elif control and event.key() == Qt.Key.Key_F:
            self.text.setFocus()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.head.add_widget(self.add)
        self.text.setAccessibleName(self.tr("Cari surat masuk"))
        self.text.setMaximumWidth(330)
        self.year.setAccessibleName(self.tr("Tahun"))
        self.table.setAccessibleName(self.tr("Daftar surat masuk"))
        self.table.setModel(self.model)
        self.table.follow_plan(PLAN)
        self._count.setObjectName("secondary")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.text, 2)
        row.addWidget(self.year)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.amend)
        row.addWidget(self.void)
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 18, 18)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addLayout(row)
        layout.addWidget(self._body, 1)
        self._arrange()

    def _connect(self) -> None:
        QShortcut(QKeySequence("F9"), self).activated.connect(self.add.click)
        self.add.clicked.connect(self.add_requested)
        self.amend.clicked.connect(lambda: self._tell(self.amend_requested))
        self.void.clicked.connect(lambda: self._tell(self.void_requested))
        self.text.textChanged.connect(self._look)
        self.text.returnPressed.connect(self._take_first)
        self.year.currentIndexChanged.connect(self._tell_year)
        self.table.activated.connect(lambda _index: self._tell(self.amend_requested))
        self.table.doubleClicked.connect(lambda _index: self._tell(self.amend_requested))
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self._nothing.action_requested.connect(self._act_on_nothing)

    def _tell(self, signal: object) -> None:
        letter = self.chosen()
        if letter is not None and not letter.void_reason:
            signal.emit(letter)  # type: ignore[attr-defined]  # a bound signal

    def _tell_year(self, _index: int) -> None:
        chosen = self.year.currentData()
        if isinstance(chosen, int):
            self.year_changed.emit(chosen)

    def _look(self, words: str) -> None:
        self.model.look_for(words)
        self._arrange()

    def _take_first(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            self.table.selectRow(0)

    def _follow(self, _current: QModelIndex, _former: QModelIndex) -> None:
        letter = self.chosen()
        may = letter is not None and not letter.void_reason
        self.amend.setEnabled(may)
        self.void.setEnabled(may)

    def _arrange(self) -> None:
        self._count.setText(self.tr("{0} baris").format(thousands(self.model.rowCount())))
        self._follow(QModelIndex(), QModelIndex())
        if self.model.rowCount():
            self._body.setCurrentWidget(self.table)
            return
        if self.text.text().strip():
            words = (
                "search",
                self.tr("Tidak ada surat masuk yang cocok"),
                self.tr("Periksa ejaannya, atau pilih tahun lain."),
                self.tr("Hapus pencarian"),
            )
        else:
            words = (
                "inbox",
                self.tr("Belum ada surat masuk"),
                self.tr("Surat yang dicatat di sini masuk ke buku agenda (A.7) dengan sendirinya."),
                self.tr("Catat surat masuk"),
            )
        self._nothing.show_words(*words)
        self._body.setCurrentWidget(self._nothing)

    def _act_on_nothing(self) -> None:
        if self._error is not None:
            self.retry_requested.emit()
        elif self.text.text().strip():
            self.text.clear()
        else:
            self.add_requested.emit()
