"""The right column of a record: what happened, which scans are kept, who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.person_page import LATELY_DAYS, PersonPage
from nagari_kit.domain.population import EventKind, EventRow
from nagari_kit.domain.record_access import RecordAccess
from nagari_kit.domain.resident_documents import DocumentKind, ResidentDocument
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.ui.event_words import EventWords, event_detail, event_words
from nagari_kit.ui.letter_words import near_moment, short_day
from nagari_kit.ui.screens.resident_record.rows import empty, head_button, indent_rows, quiet
from nagari_kit.ui.screens.resident_record.timeline_row import TimelineRow
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Card, Chip, ElidedLabel, IconLabel
from nagari_kit.ui.widgets.line_row import LineRow

_EVENTS_SHOWN = 5
_NAME = 150
_ICONS = {
    DocumentKind.KTP: "id",
    DocumentKind.PHOTO: "photo",
    DocumentKind.BIRTH_CERTIFICATE: "certificate",
    DocumentKind.MARRIAGE_BOOK: "book",
}


class EventsCard(Card):
    """The timeline, newest first; a few of it, until all is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Peristiwa", parent)
        self.all = head_button(self, self.tr("Semua"), "", self.tr("Tampilkan semua peristiwa"))
        self.all.clicked.connect(self._show_all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._events: tuple[EventRow, ...] = ()
        self._today = date.min
        self._has_died = False
        indent_rows(self)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_events(self, events: tuple[EventRow, ...], whose: Resident, today: date) -> None:
        """Fill the card anew, for the person on the page."""
        self._events, self._today = events, today
        self._has_died = whose.life_status is LifeStatus.DEAD
        self.all.setVisible(len(events) > _EVENTS_SHOWN)
        self._fill(events[:_EVENTS_SHOWN])

    def _show_all(self) -> None:
        self.all.hide()
        self._fill(self._events)

    def _fill(self, events: tuple[EventRow, ...]) -> None:
        empty(self._rows)
        for place, event in enumerate(events):
            row = TimelineRow(
                self._words(event),
                short_day(event.event_date, self._today),
                event_detail(event),
                undone=event.undone,
                is_last=place == len(events) - 1,
            )
            self._rows.addWidget(row)
        if not events:
            self._rows.addWidget(quiet(self.tr("Belum ada peristiwa yang tercatat.")))

    def _words(self, event: EventRow) -> EventWords:
        """A death that made somebody a widow is not her own."""
        words = event_words(event.kind)
        if event.kind is EventKind.DEATH and not self._has_died and not event.undone:
            return replace(words, title=self.tr("Kematian dalam keluarga"))
        return words


class DocumentsCard(Card):
    """Kept scans; a click looks at one. Signals carry a ResidentDocument."""

    add_requested = Signal()
    document_chosen = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Dokumen", parent)
        self.add = head_button(
            self, self.tr("Tambah"), "plus", self.tr("Tambah pindaian KTP, KK, atau foto (Alt+D)")
        )
        self.add.clicked.connect(self.add_requested)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        indent_rows(self)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_documents(self, documents: tuple[ResidentDocument, ...], today: date) -> None:
        """Fill the card anew."""
        empty(self._rows)
        for document in documents:
            self._rows.addWidget(self._row(document, today))
        if not documents:
            words = self.tr("Belum ada pindaian. Yang ditambahkan tersimpan terenkripsi.")
            self._rows.addWidget(quiet(words))

    def _row(self, document: ResidentDocument, today: date) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        icon = _ICONS.get(document.kind, "file-text")
        line = LineRow(document.title, _kept_words(document, today), icon=icon)
        line.setToolTip(self.tr("Lihat {0}").format(document.title))
        line.clicked.connect(lambda: self.document_chosen.emit(document))
        remove = Button("", kind="ghost", icon="trash")
        remove.setAccessibleName(self.tr("Hapus {0}").format(document.title))
        remove.setToolTip(self.tr("Hapus {0}").format(document.title))
        remove.clicked.connect(lambda: self.removal_requested.emit(document))
        row.addWidget(line, 1)
        row.addWidget(remove)
        return whole


class LooksCard(Card):
    """Who looked at this record, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Siapa yang melihat", parent)
        self._count = Chip("", "neutral")
        self.head.addWidget(self._count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_looks(self, looks: tuple[RecordAccess, ...], lately: int, today: date) -> None:
        """Fill the card anew."""
        empty(self._rows)
        self._count.setVisible(lately > 0)
        self._count.show_words(self.tr("{0} dalam {1} hari").format(lately, LATELY_DAYS))
        for look in looks:
            self._rows.addWidget(_look_row(look, today))
        if not looks:
            words = QLabel(self.tr("Belum ada yang membuka data ini."))
            words.setObjectName("secondary")
            self._rows.addWidget(words)


def show_life(
    page: PersonPage, today: date, events: EventsCard, documents: DocumentsCard, looks: LooksCard
) -> None:
    """Fill the whole column."""
    events.show_events(page.events, page.record.resident, today)
    documents.show_documents(page.documents, today)
    looks.show_looks(page.looks, page.looks_lately, today)


def _kept_words(document: ResidentDocument, today: date) -> str:
    if document.delete_after is None:
        return "disimpan sampai dihapus"
    return f"dihapus otomatis {short_day(document.delete_after, today)}"


def _look_row(look: RecordAccess, today: date) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    name = ElidedLabel(look.by)
    name.setObjectName("fieldLabel")
    name.setMaximumWidth(scaled(_NAME))
    said = ElidedLabel(f"{near_moment(look.at, today)}  ·  {look.purpose}")
    said.setObjectName("hint")
    said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(IconLabel("eye", 16))
    row.addWidget(name)
    row.addWidget(said, 1)
    return line
