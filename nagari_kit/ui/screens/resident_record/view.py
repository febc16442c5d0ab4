"""The record's page: crumb, head card, remarks, and three columns that scroll under it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.resident_record.cards import FamilyCard, IdentityCard, LettersCard
from nagari_kit.ui.screens.resident_record.head_card import HeadCard
from nagari_kit.ui.screens.resident_record.record_words import nik_remarks
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    Banner,
    BusyLine,
    Button,
    ElidedLabel,
    EmptyState,
    IconLabel,
    Pill,
    ScrollPage,
)

_WAITING, _RECORD, _TROUBLE = 0, 1, 2
_CRUMB = 10
"""A crumb's words stand this far inside it: it begins left of the page."""
_BAR = 12
"""Room for the scroll bar, so that the columns end where the head does."""


class ResidentRecordView(QWidget):
    """Emits wishes; `resident_chosen` carries a ResidentId, `letter_chosen` a LetterId."""

    back_requested = Signal()
    letter_requested = Signal()
    reveal_requested = Signal()
    resident_chosen = Signal(object)
    letter_chosen = Signal(object)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Penduduk"), kind="ghost")
        self.back.setToolTip(self.tr("Kembali ke daftar warga (Esc)"))
        self._crumb = ElidedLabel()
        self._crumb.setObjectName("secondary")
        self.head = HeadCard()
        self.identity = IdentityCard()
        self.family = FamilyCard()
        self.letters = LettersCard()
        self._remark = Banner("warn", "", "")
        self._remark.hide()
        self._columns = QHBoxLayout()
        self._scroll = ScrollPage(self._columns, QMargins(0, 0, _BAR, 0))
        self._pages = QStackedWidget()
        self._trouble = EmptyState("alert-triangle", "", "")
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.head.letter_requested.connect(self.letter_requested)
        self.head.reveal_requested.connect(self.reveal_requested)
        self.family.resident_chosen.connect(self.resident_chosen)
        self.letters.letter_chosen.connect(self.letter_chosen)
        self._trouble.action_requested.connect(self.retry_requested)

    def show_waiting(self) -> None:
        """The record is being read; words appear only when it takes long."""
        self._crumb.setText("")
        self._pages.setCurrentIndex(_WAITING)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Everything that is known."""
        self._crumb.setText(record.resident.name.full())
        self.head.show_record(record, today)
        self.identity.show_record(record, today)
        self.family.show_record(record, today)
        self.letters.show_letters(record.letters, today)
        remarks = nik_remarks(record.resident)
        self._remark.setVisible(bool(remarks))
        if remarks:
            writable = self.head.letter.isEnabled()
            comfort = (self.tr("Surat tetap bisa dibuat."),) if writable else ()
            self._remark.show_words(
                "warn", self.tr("Periksa NIK-nya."), " ".join((*remarks, *comfort))
            )
        self._pages.setCurrentIndex(_RECORD)
        self._scroll.verticalScrollBar().setValue(0)
        (self.head.letter if self.head.letter.isEnabled() else self.back).setFocus()

    def show_nik(self, *, revealed: bool) -> None:
        """In full or masked."""
        self.head.show_nik(revealed=revealed)

    def show_trouble(self, error: NagariError) -> None:
        """The record could not be read."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        again = self.tr("Coba lagi")
        self._trouble.show_words("alert-triangle", error.user_message, words, again)
        self._pages.setCurrentIndex(_TROUBLE)

    def set_compact(self, *, compact: bool) -> None:
        """Narrower identity column and margins."""
        usual = 276 if compact else 340
        self.identity.setFixedWidth((usual + scaled(usual)) // 2)
        left, top, right, bottom = (20, 10, 20, 14) if compact else (24, 12, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left - _CRUMB, top, right - _BAR, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 writes a letter, Alt+N shows the NIK, Esc goes back to the list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F9:
            self.head.letter.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif alt and event.key() == Qt.Key.Key_N:
            self.head.reveal.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        crumbs = QHBoxLayout()
        crumbs.setSpacing(4)
        crumbs.setContentsMargins(0, 0, _BAR, 0)
        crumbs.addWidget(self.back)
        crumbs.addWidget(IconLabel("chevron-right", 14))
        crumbs.addWidget(self._crumb, 1)
        crumbs.addWidget(Pill())
        left = QVBoxLayout()
        left.addWidget(self.identity)
        self._columns.setSpacing(12)
        self._columns.addLayout(left)
        for card, share in ((self.family, 42), (self.letters, 58)):
            column = QVBoxLayout()
            column.addWidget(card)
            self._columns.addLayout(column, share)
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, _BAR, 0)
        top.setSpacing(12)
        top.addWidget(self.head)
        top.addWidget(self._remark)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        for page in (BusyLine(self.tr("Membuka catatan warga …")), record, self._trouble):
            self._pages.addWidget(page)
        self._pages.setContentsMargins(_CRUMB, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(crumbs)
        layout.addWidget(self._pages, 1)
        self.set_compact(compact=False)
