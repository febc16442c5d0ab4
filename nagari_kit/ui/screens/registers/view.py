"""The page of the population books: choices at the left, the book itself at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.services.registers import BookChoices, BookPages
from nagari_kit.ui.errors import sentence_of
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.registers.book_words import page_words, part_words, title_words
from nagari_kit.ui.screens.registers.choices_panel import ChoicesPanel
from nagari_kit.ui.screens.registers.full_dialog import FullBookDialog
from nagari_kit.ui.screens.registers.print_dialog import BookPrintDialog, BookPrintWish
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Banner, Button, PageHead

PANEL_WIDTH = 380
COMPACT_PANEL_WIDTH = 340


class RegistersView(QWidget):
    """Emits wishes only. `wish_changed` carries a RegisterWish or None."""

    wish_changed = Signal(object)
    print_requested = Signal()
    pdf_requested = Signal()
    sheet_requested = Signal()
    cancel_requested = Signal()
    retry_requested = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Buku resmi"))
        self.print = Button(self.tr("Cetak"), kind="primary", icon="printer", key_hint="Ctrl+P")
        self.pdf = Button(self.tr("Simpan PDF"), kind="secondary", icon="download")
        self.pdf.setToolTip(self.tr("Simpan sebagai PDF (Ctrl+S)"))
        self.sheet = Button(self.tr("Simpan XLSX"), kind="secondary", icon="file-spreadsheet")
        self.sheet.setToolTip(self.tr("Simpan sebagai lembar kerja Excel (Ctrl+E)"))
        self.cancel = Button(self.tr("Batal"), kind="secondary", key_hint="Esc")
        self.choices = ChoicesPanel()
        self.preview = PreviewPane(runner, self.tr("Pratinjau"))
        self._trouble = Banner("err", "", "", self.tr("Coba lagi"))
        self._part = QLabel()
        self._part.setObjectName("hint")
        self._part.setMargin(10)
        self._part.setWordWrap(True)
        self._line = self._title = self._looked_at = ""
        self._is_running = False
        self._is_ready = False
        self._build()
        self._connect()

    def show_choices(self, choices: BookChoices) -> None:
        """What can be chosen."""
        self.choices.offer(choices)

    def show_looking(self) -> None:
        """A look is being made; the former one stays until it comes."""
        self._is_ready = False
        self._line = self.tr("Menyusun buku …")
        self._show_state()

    def show_pages(self, made: BookPages) -> None:
        """The look at the book that is chosen."""
        self._line = page_words(made)
        self._is_ready = True
        self._trouble.hide()
        self._part.setText(part_words(made))
        self._part.setVisible(bool(self._part.text()))
        self.preview.show_pdf(made.pdf, from_start=self._title != self._looked_at, whole=made.pages)
        self._looked_at = self._title
        self._show_state()

    def show_title(self, words: str) -> None:
        """What the desk shows: code and days."""
        self._title = words
        self.preview.bar.set_title(words)

    def show_no_period(self) -> None:
        """The days typed are no period yet."""
        self._is_ready = False
        self._line = self.tr("Lengkapi tanggalnya.")
        self._clear_desk()
        self._show_state()

    def show_trouble(self, error: NagariError) -> None:
        """No look could be made."""
        self._is_ready = False
        self._line = self.tr("Buku belum bisa disusun.")
        self._clear_desk()
        self._trouble.show_words("err", error.user_message, sentence_of(error))
        self._trouble.show()
        self._show_state()

    def show_running(self, *, running: bool) -> None:
        """While a book is written or printed the buttons give way to progress and Batal."""
        self._is_running = running
        self._show_state()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far the work is."""
        share = f"{done * 100 // total} %" if total else ""
        self.head.set_subtitle("  ·  ".join(part for part in (f"{words} …", share) if part))

    def ask_for_printer(
        self,
        title: str,
        pages: int,
        proposal: PrintTarget,
        take: Callable[[BookPrintWish], None],
    ) -> None:
        """Ask where to, how many, and which pages."""
        dialog = BookPrintDialog(title, pages, proposal, self)
        dialog.accepted.connect(lambda: take(dialog.wish()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_reason(self) -> None:
        """Ask why the numbers are to be whole; without an answer they stay masked."""
        dialog = FullBookDialog(self, title_words(self.choices.wish()))
        dialog.accepted.connect(lambda: self.choices.take_reason(dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def forget_reason(self) -> None:
        """Whoever comes back sees masked numbers."""
        if self.choices.forget_reason():
            self.preview.clear()

    def set_compact(self, *, compact: bool) -> None:
        """A narrower panel, shorter words on the buttons."""
        width = COMPACT_PANEL_WIDTH if compact else PANEL_WIDTH
        self.choices.setFixedWidth(min(scaled(width), 460))
        self.pdf.setText(self.tr("PDF") if compact else self.tr("Simpan PDF"))
        self.sheet.setText(self.tr("XLSX") if compact else self.tr("Simpan XLSX"))
        top = 14 if compact else 18
        self.head.setContentsMargins(24, top, 24, top - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+S and Ctrl+E save, Esc stops what runs."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        buttons = {Qt.Key.Key_P: self.print, Qt.Key.Key_S: self.pdf, Qt.Key.Key_E: self.sheet}
        button = buttons.get(Qt.Key(event.key())) if control else None
        if event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            button = self.cancel
        if button is not None and button.isVisible():
            button.click()
        else:
            super().keyPressEvent(event)

    def _show_state(self) -> None:
        for button in (self.print, self.pdf, self.sheet):
            button.setVisible(not self._is_running)
            button.setEnabled(self._is_ready)
        self.cancel.setVisible(self._is_running)
        if not self._is_running:
            self.head.set_subtitle(self._line)

    def _clear_desk(self) -> None:
        self.preview.clear()
        self._part.hide()
        self._trouble.hide()

    def _build(self) -> None:
        for button in (self.cancel, self.sheet, self.pdf, self.print):
            self.head.add_widget(button)
        self.cancel.hide()
        rule, upper = QFrame(), QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        upper.setObjectName("rule")
        upper.setFixedHeight(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.choices)
        row.addWidget(rule)
        row.addLayout(self._desk_side(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(row, 1)
        self.preview.desk.setAccessibleName(self.tr("Pratinjau buku"))
        self.set_compact(compact=False)
        self._show_state()

    def _desk_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        trouble = QVBoxLayout()
        trouble.setContentsMargins(16, 0, 16, 0)
        trouble.addWidget(self._trouble)
        side.addLayout(trouble)
        side.addWidget(self.preview, 1)
        side.addWidget(self._part)
        self._trouble.hide()
        self._part.hide()
        return side

    def _connect(self) -> None:
        self._trouble.action_requested.connect(self.retry_requested)
        self.choices.changed.connect(self._tell_wish)
        self.choices.reason_wanted.connect(self.ask_for_reason)
        self.print.clicked.connect(self.print_requested)
        self.pdf.clicked.connect(self.pdf_requested)
        self.sheet.clicked.connect(self.sheet_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def _tell_wish(self, wish: object) -> None:
        self.show_title(title_words(self.choices.wish()))
        self.wish_changed.emit(wish)
