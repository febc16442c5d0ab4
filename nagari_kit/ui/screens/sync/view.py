"""The page of the exchange with the province: enrolment, flow, changes, history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.synchronisation import SyncItem, SyncRun, SyncStatus
from nagari_kit.ui.screens.sync.enrol_card import EnrolCard
from nagari_kit.ui.screens.sync.flow import Flow
from nagari_kit.ui.screens.sync.lists import ChangesCard, HistoryCard
from nagari_kit.ui.screens.sync.standing_card import StandingCard
from nagari_kit.ui.screens.sync.steps_card import StepsCard
from nagari_kit.ui.screens.sync.sync_words import Notice, flow_notes, head_line
from nagari_kit.ui.widgets import Banner, BusyLine, Button, PageHead, ScrollPage


class SyncView(QWidget):
    """Emits wishes; shows a SyncStatus."""

    sync_requested = Signal()
    cancel_requested = Signal()
    enrol_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Sinkron"))
        self.now = Button(
            self.tr("Sinkronkan sekarang"), kind="primary", icon="refresh", key_hint="F9"
        )
        self.cancel = Button(self.tr("Batal"), kind="secondary", key_hint="Esc")
        self._banner = Banner("info", "", "")
        self.flow = Flow()
        self.changes = ChangesCard(
            self.tr("Perubahan terakhir"), self.tr("Belum ada perubahan yang perlu dikirim.")
        )
        self.history = HistoryCard(self.tr("Riwayat"), self.tr("Belum pernah dikirim."))
        self.standing = StandingCard()
        self.enrol = EnrolCard()
        self._after = StepsCard()
        self._pages = QStackedWidget()
        self._compact = False
        self._pending = False
        self._build()
        self.now.clicked.connect(self.sync_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.enrol.enrol_requested.connect(self.enrol_requested)

    def show_status(
        self,
        status: SyncStatus,
        items: tuple[SyncItem, ...],
        runs: tuple[SyncRun, ...],
        today: date,
    ) -> None:
        """Everything on the page, at one moment."""
        words = head_line(status, today)
        self.head.set_subtitle(words, f"{words.partition('. ')[0].rstrip('.')}.")
        enrolled = status.enrolment in {"pending", "approved"}
        self._pages.setCurrentIndex(1 if enrolled else 0)
        self.now.setVisible(enrolled)
        self.now.setText(
            self.tr("Coba sambung lagi")
            if status.online is False
            else self.tr("Tanyakan persetujuan")
            if status.enrolment == "pending"
            else self.tr("Sinkronkan sekarang")
        )
        self.flow.show_status(status, flow_notes(status, today))
        self.changes.show_items(items, today)
        self.history.show_runs(runs, today)
        self.standing.show_status(status, today)
        self._pending = status.enrolment == "pending"
        self._show_standing()
        if not enrolled:
            self.enrol.propose(status.hub_url)
            self.enrol.take_caret()
        else:
            self.enrol.ticket.clear()  # Good once.

    def show_notice(self, notice: Notice | None) -> None:
        """A banner over the page; None takes it away."""
        self._banner.setVisible(notice is not None)
        if notice is not None:
            self._banner.show_words(notice.kind, notice.title, notice.sentence)

    def show_running(self, *, running: bool) -> None:
        """While a run goes on the button gives way to progress and Batal."""
        self.now.setEnabled(not running)
        self.cancel.setVisible(running)
        self.enrol.set_busy(busy=running)
        if running:
            asks = self._pending
            self.now.setText(self.tr("Menanyakan …") if asks else self.tr("Mengirim …"))

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far the run is."""
        share = f"{done * 100 // total} %" if total else ""
        self.head.set_subtitle("  ·  ".join(part for part in (words, share) if part))

    def show_field_errors(self, errors: Mapping[str, str]) -> None:
        """What is wrong with the enrolment."""
        self.enrol.show_errors(errors)

    def set_compact(self, *, compact: bool) -> None:
        """The card about this PC goes, unless its fingerprint is to be read out."""
        self._compact = compact
        self._show_standing()
        left, top, right, bottom = (20, 14, 20, 14) if compact else (24, 18, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, right, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 sends or enrols, Esc stops."""
        first = self.now if self.now.isVisible() else self.enrol.submit
        if event.key() == Qt.Key.Key_F9 and first.isVisible():
            first.click()
        elif event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self.cancel.click()
        else:
            super().keyPressEvent(event)

    def _show_standing(self) -> None:
        self.standing.setVisible(self._pending or not self._compact)
        self.standing.set_compact(compact=self._compact)

    def _build(self) -> None:
        self.head.add_widget(self.cancel)
        self.head.add_widget(self.now)
        self.cancel.hide()
        self._banner.hide()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.enrol, 62, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._after, 38, Qt.AlignmentFlag.AlignTop)
        enrol = ScrollPage(row, QMargins(0, 0, 0, 0))
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.changes, 1)
        left.addWidget(self.history, 1)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        lower.addLayout(left, 1)
        self.standing.setFixedWidth(320)
        lower.addWidget(self.standing)
        office = QWidget()
        column = QVBoxLayout(office)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.flow)
        column.addLayout(lower, 1)
        for page in (enrol, office, BusyLine(self.tr("Membaca …"))):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(2)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self._banner)
        layout.addWidget(self._pages, 1)
        self.set_compact(compact=False)
