"""The letter is numbered and filed: its number, the print, and what comes next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.domain.numbering import BLANK
from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.printing.print_desk import Printed
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.widgets import Banner, Button, Card, IconTile, ScrollPage, StickyFooter
from nagari_kit.ui.widgets.flow import FlowLayout


class ResultStep(QWidget):
    """Emits wishes; the number cannot be missed and can be selected with the mouse."""

    print_requested = Signal(object)
    save_requested = Signal(object)
    another_requested = Signal()
    void_requested = Signal()
    register_requested = Signal()
    home_requested = Signal()
    receipt_requested = Signal(object)

    def __init__(self, preview: PreviewPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self.number = QLabel()
        self.number.setObjectName("figure")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line = QLabel()
        self._caption = QLabel()
        self._line.setWordWrap(True)
        self._line.setObjectName("secondary")
        self.status = Banner("info", "", "")
        self.form = PrintForm()
        self.print = Button(self.tr("Cetak"), kind="primary", icon="printer", key_hint="Ctrl P")
        self.save = Button(self.tr("Simpan PDF"), kind="secondary", icon="download")
        self.another = Button(
            self.tr("Surat lain untuk warga ini"), kind="secondary", icon="file-plus"
        )
        self.register = Button(self.tr("Lihat di register"), kind="secondary", icon="book")
        self.receipt = Button(
            self.tr("Cetak bukti terima berkas"), kind="secondary", icon="list-check"
        )
        self.void = Button(self.tr("Batalkan surat ini"), kind="danger")
        self.footer = StickyFooter()
        self.done = Button(self.tr("Selesai"), kind="secondary", key_hint="Esc")
        self._build()
        self.print.clicked.connect(lambda: self.print_requested.emit(self.form.target()))
        self.save.clicked.connect(lambda: self.save_requested.emit(self._folder()))
        self.receipt.clicked.connect(lambda: self.receipt_requested.emit(self.form.target()))
        self.another.clicked.connect(self.another_requested)
        self.void.clicked.connect(self.void_requested)
        self.register.clicked.connect(self.register_requested)
        self.done.clicked.connect(self.home_requested)

    def show_letter(self, letter: IssuedLetter, target: PrintTarget, paper: str = "") -> None:
        """Begin with a letter that was just filed."""
        self._caption.setText(
            self.tr("Surat sudah bernomor") if letter.number else self.tr("Surat sudah tersimpan")
        )
        by_hand = self.tr("Nomor ditulis tangan") if letter.number_mode == BLANK else ""
        self.number.setText(letter.number or by_hand or self.tr("Tanpa nomor kantor"))
        parts = [one for one in (letter.title, letter.resident_name) if one]
        if letter.valid_until:
            parts.append(self.tr("berlaku sampai {0}").format(long_day(letter.valid_until)))
        self._line.setText("  ·  ".join(parts))
        self.form.show_target(target, paper)
        self._tell(
            "ok",
            self.tr("Tersimpan di register."),
            self.tr("Nomor ini sudah dipakai dan tidak bisa hilang, walau listrik mati.")
            if letter.number
            else self.tr("Suratnya tidak bisa hilang, walau listrik mati."),
        )
        self.footer.set_note(self.tr("Tercatat di register"), "circle-check", "ok")
        self.set_busy(busy=False)
        self.print.setFocus()

    def show_printing(self) -> None:
        """Paper or file is on its way."""
        self._tell("info", self.tr("Sedang mencetak …"), self.tr("Nomornya sudah aman."))
        self.set_busy(busy=True)

    def show_printed(self, printed: Printed) -> None:
        """It came out."""
        if printed.file is not None:
            self._tell("ok", self.tr("PDF tersimpan."), str(printed.file))
        else:
            sheets = self.tr("{0} rangkap").format(printed.target.copies)
            self._tell("ok", self.tr("Sudah dicetak."), f"{printed.target.printer}, {sheets}")
        self.print.setText(self.tr("Cetak lagi"))
        self.set_busy(busy=False)
        self.another.setFocus()

    def show_print_error(self, error: NagariError) -> None:
        """The print failed; the letter stands."""
        self._tell("err", error.user_message, f"{error.hint or ''} ({error.code})")
        self.set_busy(busy=False)
        self.print.setFocus()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """One print at a time."""
        for part in (self.print, self.save, self.form, self.void):
            part.setEnabled(not busy)

    def _tell(self, kind: str, title: str, sentence: str) -> None:
        self.status.show_words(kind, title, sentence)

    def _folder(self) -> Path:
        return self.form.target().folder

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._head())
        column.addWidget(self.status)
        column.addWidget(self._print_card())
        column.addWidget(self._next_row())
        column.addStretch(1)
        self.footer.add_button(self.void)
        self.footer.add_button(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPage(column, QMargins(28, 16, 24, 20)), 1)
        layout.addWidget(self.footer)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 6, 0, 2)
        row.setSpacing(16)
        row.addWidget(IconTile("circle-check", "ok", 52), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._caption.setObjectName("secondary")
        for label in (self._caption, self.number, self._line):
            words.addWidget(label)
        row.addLayout(words, 1)
        return head

    def _print_card(self) -> QWidget:
        card = Card()
        card.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _next_row(self) -> QWidget:
        row_widget = QWidget()
        row = FlowLayout(row_widget, 10)
        for button in (self.another, self.register, self.receipt):
            row.addWidget(button)
        return row_widget
