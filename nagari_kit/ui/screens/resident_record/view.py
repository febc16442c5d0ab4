"""The record's page: crumb, head card, remarks, and three columns that scroll under it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.person_page import PersonPage
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.resident_record.cards import FamilyCard, IdentityCard, LettersCard
from nagari_kit.ui.screens.resident_record.head_card import HeadCard
from nagari_kit.ui.screens.resident_record.life_cards import (
    DocumentsCard,
    EventsCard,
    LooksCard,
    show_life,
)
from nagari_kit.ui.screens.resident_record.record_words import nik_remarks, standing_banner
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
    """The cards emit the wishes; the page itself asks to go back, to retry, to follow a merge."""

    back_requested = Signal()
    retry_requested = Signal()
    successor_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Penduduk"), kind="ghost")
        self.back.setToolTip(self.tr("Kembali ke daftar warga (Esc)"))
        self._crumb = ElidedLabel()
        self._crumb.setObjectName("secondary")
        self.head = HeadCard()
        self.identity, self.family, self.letters = IdentityCard(), FamilyCard(), LettersCard()
        self.events, self.documents, self.looks = EventsCard(), DocumentsCard(), LooksCard()
        self._remark = Banner("warn", "", "")
        self._remark.hide()
        self._standing = Banner("info", "", "")
        self._standing.hide()
        self._successor = Banner("info", "", "", self.tr("Buka catatannya"))
        self._successor.hide()
        self._columns = QHBoxLayout()
        self._scroll = ScrollPage(self._columns, QMargins(0, 0, _BAR, 0))
        self._pages = QStackedWidget()
        self._trouble = EmptyState("alert-triangle", "", "")
        self._build()
        self.back.clicked.connect(self.back_requested)
        self._successor.action_requested.connect(self.successor_requested)
        self._trouble.action_requested.connect(self.retry_requested)

    def show_waiting(self) -> None:
        """The record is being read; words appear only when it takes long."""
        self._crumb.setText("")
        self._pages.setCurrentIndex(_WAITING)

    def show_page(self, page: PersonPage, today: date) -> None:
        """Everything that is known."""
        record = page.record
        self._crumb.setText(record.resident.name.full())
        self.head.show_page(page, today)
        self.identity.show_record(record, today)
        self.family.show_record(record, today)
        self.letters.show_letters(record.letters, today)
        show_life(page, today, self.events, self.documents, self.looks)
        self._show_standing(page)
        self._show_remarks(page)
        again = self._pages.currentIndex() == _RECORD
        self._pages.setCurrentIndex(_RECORD)
        if not again:
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
        usual = 268 if compact else 304
        self.identity.setFixedWidth((usual + scaled(usual)) // 2)
        left, top, right, bottom = (20, 10, 20, 14) if compact else (24, 12, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left - _CRUMB, top, right - _BAR, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 writes a letter, Esc goes back to the list, Alt with a letter the rest."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = Qt.Key(event.key())
        with_alt: dict[Qt.Key, Button] = {
            Qt.Key.Key_N: self.head.reveal,
            Qt.Key.Key_P: self.head.record_event,
            Qt.Key.Key_U: self.identity.change,
            Qt.Key.Key_K: self.family.household,
            Qt.Key.Key_D: self.documents.add,
        }
        if key == Qt.Key.Key_F9:
            if self.head.letter.isVisible():
                self.head.letter.click()
        elif key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif alt and key in with_alt:
            if with_alt[key].isVisible():
                with_alt[key].click()
        else:
            super().keyPressEvent(event)

    def _show_standing(self, page: PersonPage) -> None:
        said = standing_banner(page)
        merged = page.record.resident.merged_into is not None
        for banner, wanted in ((self._standing, not merged), (self._successor, merged)):
            banner.setVisible(said is not None and wanted)
            if said is not None and wanted:
                banner.show_words(*said)

    def _show_remarks(self, page: PersonPage) -> None:
        remarks = nik_remarks(page.record.resident)
        self._remark.setVisible(bool(remarks))
        if remarks:
            writable = self.head.letter.isEnabled()
            comfort = (self.tr("Surat tetap bisa dibuat."),) if writable else ()
            self._remark.show_words(
                "warn", self.tr("Periksa NIK-nya."), " ".join((*remarks, *comfort))
            )

    def _build(self) -> None:
        crumbs = QHBoxLayout()
        crumbs.setSpacing(4)
        crumbs.setContentsMargins(0, 0, _BAR, 0)
        crumbs.addWidget(self.back)
        crumbs.addWidget(IconLabel("chevron-right", 14))
        crumbs.addWidget(self._crumb, 1)
        crumbs.addWidget(Pill())
        self._columns.setSpacing(12)
        for cards, share in (
            ((self.identity,), 0),
            ((self.family, self.letters), 46),
            ((self.events, self.documents, self.looks), 54),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.setStretchFactor(cards[-1], 1)
            self._columns.addLayout(column, share)
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, _BAR, 0)
        top.setSpacing(12)
        for part in (self.head, self._standing, self._successor, self._remark):
            top.addWidget(part)
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
