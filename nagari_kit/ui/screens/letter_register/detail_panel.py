"""The panel of one letter beside the register: its facts, its way to the province, what to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.ui.letter_words import (
    delivery_chip,
    letter_chip,
    long_day,
    masked_number,
    short_moment,
)
from nagari_kit.ui.screens.letter_register.history_words import history_facts
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.widgets import Button, Chip, FocusKeeper

WIDTH = 287


class DetailPanel(QFrame):
    """Emits wishes; shows an IssuedLetter. `letter_requested` carries the id of a linked one."""

    closed = Signal()
    reprint_requested = Signal()
    show_requested = Signal()
    save_requested = Signal()
    void_requested = Signal()
    step_requested = Signal()
    letter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth((WIDTH + scaled(WIDTH)) // 2)
        self._focus = FocusKeeper(self)
        self._number = QLabel()
        self._title = QLabel()
        self._chips = QHBoxLayout()
        self._facts = QVBoxLayout()
        self.reprint = Button(self.tr("Cetak ulang"), kind="primary", icon="printer")
        self.look = Button(self.tr("Lihat"), kind="secondary", icon="eye")
        self.save = Button(self.tr("Simpan PDF"), kind="secondary", icon="download")
        self.step = Button(self.tr("Langkah"), kind="secondary", icon="list-check")
        self.void = Button(self.tr("Batalkan"), kind="danger")
        self.step.setAccessibleName(self.tr("Catat langkah surat"))
        self.void.setAccessibleName(self.tr("Batalkan surat"))
        self._close = Button("", kind="ghost", icon="x")
        self.look.setAccessibleName(self.tr("Lihat surat"))
        self._close.setAccessibleName(self.tr("Tutup rincian (Esc)"))
        self._build()
        self.reprint.clicked.connect(self.reprint_requested)
        self.look.clicked.connect(self.show_requested)
        self.save.clicked.connect(self.save_requested)
        self.void.clicked.connect(self.void_requested)
        self.step.clicked.connect(self.step_requested)
        self._close.clicked.connect(self.closed)

    def show_letter(self, letter: IssuedLetter, history: LetterHistory, today: date) -> None:
        """Fill the panel anew."""
        voided = letter.status == LetterStatus.VOIDED
        self._show_number(letter.number or self.tr("Tanpa nomor"))
        font = self._number.font()
        font.setStrikeOut(voided)
        self._number.setFont(font)
        self._title.setText(letter.title)
        _empty(self._chips)
        for words in (letter_chip(letter, today), delivery_chip(letter.delivered_to_hub)):
            self._chips.addWidget(Chip(words.text, words.kind, words.icon))
        self._chips.addStretch(1)
        _empty(self._facts)
        self._add_link(self.tr("Buka surat pengganti"), letter.replaced_by)
        self._add_link(self.tr("Buka surat yang diganti"), letter.replaces)
        facts = _facts(letter)
        for key, value in (*facts[:2], *history_facts(history), *facts[2:]):
            self._add_fact(key, value)
        self._facts.addStretch(1)
        self.reprint.set_kind("secondary" if voided else "primary")
        self.void.setVisible(not voided)
        self.step.setVisible(bool(history.next_steps(voided=voided)))

    def _show_number(self, number: str) -> None:
        """On one line: smaller letters before a break at a stroke."""
        room = self.width() - 2 * 18 - 32 - 6
        wide = QFontMetrics(ui_font(16, 700)).horizontalAdvance(number) > room
        self._number.setObjectName("rowTitle" if wide else "person")
        self._number.style().unpolish(self._number)
        self._number.style().polish(self._number)
        self._number.setText(number)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """Nothing can be pressed while a print or voiding runs."""
        if busy:
            self._focus.before_shutting()
        for button in (self.reprint, self.look, self.save, self.step, self.void):
            button.setEnabled(not busy)
        if busy:
            self._focus.after_shutting()
        else:
            self._focus.after_opening()

    def _build(self) -> None:
        self._number.setObjectName("person")
        self._number.setWordWrap(True)
        self._title.setObjectName("secondary")
        self._title.setWordWrap(True)
        self._chips.setSpacing(6)
        self._facts.setSpacing(2)
        self._close.setFixedSize(32, 32)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._number, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        content = QWidget()
        content.setLayout(self._facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 18)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addLayout(self._chips)
        layout.addWidget(rule)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.reprint)
        for two in ((self.look, self.save), (self.step, self.void)):
            pair = QHBoxLayout()
            pair.setSpacing(8)
            for button in two:
                pair.addWidget(button, 1)
            layout.addLayout(pair)

    def _add_link(self, words: str, linked: LetterId | None) -> None:
        """A way to the letter that takes the place, or whose place is taken."""
        if linked is None:
            return
        button = Button(words, kind="secondary", icon="link")
        button.clicked.connect(lambda: self.letter_requested.emit(linked))
        self._facts.addWidget(button)
        self._facts.addSpacing(8)

    def _add_fact(self, key: str, value: str) -> None:
        name, words = QLabel(key), QLabel(value)
        name.setObjectName("factKey")
        words.setObjectName("factValue")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._facts.addWidget(name)
        self._facts.addWidget(words)
        self._facts.addSpacing(8)


def _facts(letter: IssuedLetter) -> list[tuple[str, str]]:
    facts = [
        ("Warga" if letter.resident_id else "Nama", _whose(letter)),
        ("Keperluan", letter.purpose or "–"),
        ("Penanda tangan", _signer(letter)),
        ("Dibuat oleh", f"{letter.issued_by}, {short_moment(letter.issued_at)}"),
        ("Berlaku sampai", long_day(letter.valid_until) if letter.valid_until else "–"),
        ("Dicetak", f"{letter.print_count} kali" if letter.print_count else "belum pernah"),
    ]
    if letter.status == LetterStatus.VOIDED and letter.voided_at:
        facts.insert(0, ("Sebab dibatalkan", letter.void_reason))
        facts.insert(
            1, ("Dibatalkan oleh", f"{letter.voided_by}, {short_moment(letter.voided_at)}")
        )
    return facts


def _whose(letter: IssuedLetter) -> str:
    if not letter.resident_name:
        return "–"
    if letter.resident_id is None and letter.resident_nik is None:
        return letter.resident_name
    return f"{letter.resident_name}, {masked_number(letter.resident_nik)}"


def _signer(letter: IssuedLetter) -> str:
    return f"{letter.signer_name}, {letter.signer_position}" if letter.signer_name else "–"


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
