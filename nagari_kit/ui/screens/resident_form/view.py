"""The frame of the form: what it is about, the step that is due, and the footer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.resident_form.reason_step import ReasonStep
from nagari_kit.ui.screens.resident_form.sheet import FormSheet
from nagari_kit.ui.widgets import BusyLine, Button, EmptyState, PageHead, StickyFooter


class ResidentFormView(QWidget):
    """Emits what the officer does; never decides anything."""

    save_requested = Signal()
    back_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Tambah warga baru"))
        self.reasons = ReasonStep()
        self.sheet = FormSheet()
        self.footer = StickyFooter()
        self.cancel = Button(self.tr("Batal"), kind="secondary")
        self.save = Button(self.tr("Simpan"), kind="primary", icon="check", key_hint="F9")
        self._waiting = BusyLine(self.tr("Menyiapkan isian …"))
        self._trouble = EmptyState("alert-triangle", "", "")
        self._work = QWidget()
        self._pages = QStackedWidget()
        self._build()
        self.cancel.clicked.connect(self.back_requested)
        self.save.clicked.connect(self.save_requested)
        self._trouble.action_requested.connect(self.retry_requested)

    def show_waiting(self) -> None:
        """The record is being read."""
        self._pages.setCurrentWidget(self._waiting)

    def show_reasons(self, ids: tuple[str, ...]) -> None:
        """Ask why somebody is new."""
        self.head.set_title(self.tr("Tambah warga baru"))
        self.head.set_subtitle(self.tr("Pilih satu; tombol angka memilih langsung"))
        self._pages.setCurrentWidget(self.reasons)
        self.reasons.offer(ids)

    def show_form(self, title: str, subtitle: str, note: str) -> None:
        """The sheet, whose fields were filled already."""
        self.head.set_title(title)
        self.head.set_subtitle(subtitle)
        self.footer.set_note(note, "info-circle")
        self._pages.setCurrentWidget(self._work)
        self.set_busy(busy=False)

    def show_trouble(self, error: NagariError) -> None:
        """The record could not be read."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        again = self.tr("Coba lagi")
        self._trouble.show_words("alert-triangle", error.user_message, words, again)
        self._pages.setCurrentWidget(self._trouble)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say how much must be mended."""
        if faults:
            words = self.tr("{0} isian perlu diperbaiki. Belum ada yang disimpan.")
            self.footer.set_note(words.format(len(faults)), "alert-triangle", "err")

    def show_typing(self) -> None:
        """Something was typed and is not saved."""
        self.footer.set_note(self.tr("Belum disimpan"), "pencil")

    def set_busy(self, *, busy: bool) -> None:
        """While it is being saved nothing may change."""
        for part in (self.sheet, self.cancel, self.save):
            part.setEnabled(not busy)
        self.save.setText(self.tr("Menyimpan …") if busy else self.tr("Simpan"))

    def is_form(self) -> bool:
        """Whether the sheet is shown."""
        return self._pages.currentWidget() is self._work

    def set_compact(self, *, compact: bool) -> None:
        """Less room."""
        self.sheet.set_compact(compact=compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 saves, Esc goes back."""
        if event.key() == Qt.Key.Key_F9 and self.is_form():
            self.save.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addWidget(self.sheet, 1)
        work.addWidget(self.footer)
        self.footer.add_button(self.cancel)
        self.footer.add_button(self.save)
        for page in (self._waiting, self.reasons, self._work, self._trouble):
            self._pages.addWidget(page)
        top = QVBoxLayout()
        top.setContentsMargins(28, 16, 24, 6)
        top.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
