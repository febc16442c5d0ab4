"""A quiet line of the form: the number that the letter will get, its date, and a way to both."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.number_options import NumberOptions
from nagari_kit.domain.numbering import BLANK, MANUAL, RESERVED, NumberChoice
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.widgets import Banner, Button, ElidedLabel, IconLabel
from nagari_kit.ui.widgets.number_choice import back_dating_words


class FilingLine(QFrame):
    """`change_requested` by its button or F8."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietBox")
        self._words = ElidedLabel()
        self._day = QLabel()
        self._day.setObjectName("secondary")
        self.change = Button(self.tr("Ubah"), kind="ghost", key_hint="F8")
        self.change.setAccessibleName(self.tr("Ubah nomor dan tanggal surat"))
        self._warning = Banner("warn", "")
        self._warning.hide()
        self._error = QLabel()
        self._error.setObjectName("errorText")
        self._error.setWordWrap(True)
        self._error.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._day)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(IconLabel("hash", 18))
        line.addLayout(words, 1)
        line.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._error)
        column.addWidget(self._warning)
        self.change.clicked.connect(self.change_requested)

    def show_filing(
        self, options: NumberOptions | None, choice: NumberChoice, day: date, *, today: bool
    ) -> None:
        """What the letter would get now; `options` None: it bears no number of the office."""
        self._words.setText(number_words(options, choice))
        self._day.setText(
            self.tr("Tanggal {0}").format(long_day(day)) + (", hari ini" if today else "")
        )
        back = options.back_dating if options is not None else None
        if back is not None and choice.mode not in {MANUAL, RESERVED, BLANK}:
            self._warning.show_words("warn", self.tr("Tanggal mundur."), back_dating_words(back))
            self._warning.show()
        else:
            self._warning.hide()

    def set_error(self, text: str) -> None:
        """Say under the line what must be mended."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def text(self) -> str:
        """The number as it says it."""
        return self._words.text()


def number_words(options: NumberOptions | None, choice: NumberChoice) -> str:
    """`Nomor berikutnya 500.3/081/KN/2026`."""
    if options is None:
        return "Tanpa nomor kantor"
    if choice.mode == MANUAL:
        return f"Nomor diketik: {choice.number}"
    if choice.mode == RESERVED:
        kept = next((one for one in options.reserved if one.id == choice.reservation_id), None)
        return (
            f"Nomor pesanan {kept.number}" if kept is not None else "Nomor pesanan, sudah tidak ada"
        )
    if choice.mode == BLANK or options.by_hand:
        return "Nomor ditulis tangan, dicatat kemudian"
    return f"Nomor berikutnya {options.next_number}"
