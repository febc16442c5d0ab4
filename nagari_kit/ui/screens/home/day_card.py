"""Today's work: drafts to go on with, then the letters that went out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nagari_kit.domain.letters import LetterDraft, LetterRow, LetterStatus
from nagari_kit.ui.letter_words import letter_chip, near_moment, short_number, stage_chip
from nagari_kit.ui.widgets import Button, Card, Chip, ElidedLabel, EmptyState, InitialsDisc
from nagari_kit.ui.widgets.button import ROW_HEIGHT

_ROW = 63
_MOST_LETTERS = 30


class DayCard(Card):
    """`draft_chosen` carries a DraftId, `letter_chosen` a LetterId."""

    draft_chosen = Signal(object)
    letter_chosen = Signal(object)
    desk_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Pekerjaan hari ini", parent)
        self._count = Chip("")
        self.head.insertWidget(1, self._count)
        self.desk = Button(self.tr("Meja tanda tangan"), kind="ghost", icon="signature")
        self.desk.clicked.connect(self.desk_requested)
        self.head.addWidget(self.desk)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 6, 0)
        outer.addLayout(self._rows)
        outer.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = EmptyState(
            "inbox",
            self.tr("Belum ada surat hari ini"),
            self.tr("Ketik nama warga di kotak pencarian, lalu tekan Enter."),
        )
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._nothing, 1)

    def show_day(
        self, drafts: tuple[LetterDraft, ...], letters: tuple[LetterRow, ...], today: date
    ) -> None:
        """Fill the card anew."""
        _empty(self._rows)
        for draft in drafts:
            self._rows.addWidget(self._draft_row(draft, today))
        for letter in letters[:_MOST_LETTERS]:
            self._rows.addWidget(self._letter_row(letter, today))
        anything = bool(drafts or letters)
        self._scroll.setVisible(anything)
        self._nothing.setVisible(not anything)
        self._count.setVisible(anything)
        parts = []
        if drafts:
            parts.append(self.tr("{0} draf").format(len(drafts)))
        standing = sum(letter.status == LetterStatus.ISSUED for letter in letters)
        if standing:
            parts.append(self.tr("{0} terbit").format(standing))
        if len(letters) > standing:
            parts.append(self.tr("{0} dibatalkan").format(len(letters) - standing))
        self._count.show_words(", ".join(parts))

    def _draft_row(self, draft: LetterDraft, today: date) -> QWidget:
        detail = f"{draft.title}, {near_moment(draft.saved_at, today)}"
        button = Button(self.tr("Lanjutkan"), kind="secondary")
        button.setAccessibleName(self.tr("Lanjutkan draf {0}").format(draft.resident_name))
        button.clicked.connect(lambda: self.draft_chosen.emit(draft.id))
        words = stage_chip(draft.stage)
        chip = Chip(words.text, words.kind, words.icon)
        return _row(draft.resident_name, detail, chip, button, lively=True)

    def _letter_row(self, letter: LetterRow, today: date) -> QWidget:
        said = short_number(letter.number, letter.sequence)
        button = Button(self.tr("Lihat"), kind="secondary")
        button.setAccessibleName(self.tr("Lihat surat {0}, {1}").format(said, letter.resident_name))
        button.clicked.connect(lambda: self.letter_chosen.emit(letter.id))
        words = letter_chip(letter, today)
        number = letter.number or self.tr("Tanpa nomor")
        detail = f"{number}  ·  {letter.short_title}"
        standing = letter.status == LetterStatus.ISSUED
        chip = Chip(words.text, words.kind, words.icon)
        return _row(letter.resident_name, detail, chip, button, lively=standing)


def _row(name: str, detail: str, chip: Chip, button: Button, *, lively: bool) -> QWidget:
    row = QFrame()
    row.setFixedHeight(_ROW)
    row.setAccessibleName(f"{name}, {detail}, {chip.text()}")
    title, line = ElidedLabel(name), ElidedLabel(detail)
    title.setObjectName("rowTitle")
    line.setObjectName("secondary")
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    words.addWidget(title)
    words.addWidget(line)
    words.addStretch(1)
    button.setFixedHeight(ROW_HEIGHT)
    button.setFixedWidth(104)
    inner = QHBoxLayout()
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(14)
    inner.addWidget(InitialsDisc(name, 44, fill="pri_soft" if lively else "sunken"))
    inner.addLayout(words, 1)
    inner.addWidget(chip)
    inner.addWidget(button)
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(inner, 1)
    column.addWidget(rule)
    return row


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
