"""How a letter is to be numbered: the next number, a kept one, one typed, or room for the hand."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.number_options import NumberOptions
from nagari_kit.domain.number_reservations import BackDating, Reservation
from nagari_kit.domain.numbering import BLANK, COUNTER, MANUAL, RESERVED, NumberChoice
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.widgets.fields import LabeledField
from nagari_kit.ui.widgets.inputs import ComboInput, TextInput
from nagari_kit.ui.widgets.notices import Banner


class NumberChoiceField(QWidget):
    """`changed`: another way, or something typed. Fill it with `show_options` first.

    Errors come by the fields of the services: `number`, `number_reason`, `reservation`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = ComboInput()
        self.kept = ComboInput()
        self.number = TextInput()
        self.reason = TextInput()
        self.number.setPlaceholderText(self.tr("urutnya saja, atau nomor lengkap"))
        self.reason.setPlaceholderText(self.tr("misalnya: sudah tercatat di agenda kertas"))
        self.rows = {
            "mode": LabeledField(self.tr("Nomor surat"), self.mode),
            "reservation": LabeledField(self.tr("Nomor pesanan"), self.kept),
            "number": LabeledField(self.tr("Nomor yang diketik"), self.number),
            "number_reason": LabeledField(self.tr("Mengapa diketik sendiri"), self.reason),
        }
        self.told = QLabel()
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self.warning = Banner("warn", "")
        self._options: NumberOptions | None = None
        self._build()
        self.mode.currentIndexChanged.connect(self._follow)
        self.kept.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for line in (self.number, self.reason):
            line.textEdited.connect(lambda _text: self.changed.emit())

    def show_options(self, options: NumberOptions) -> None:
        """What is possible for this letter and date; a way that was chosen stays, if it can."""
        before, kept = self.mode.currentData(), self._kept()
        self._options = options
        ways = [(COUNTER, self._counter_words(options))]
        if options.reserved:
            ways.append((RESERVED, self.tr("Nomor pesanan")))
        ways.append((MANUAL, self.tr("Ketik nomor sendiri")))
        if not options.by_hand:
            ways.append((BLANK, self.tr("Ditulis tangan, dicatat kemudian")))
        with QSignalBlocker(self.mode), QSignalBlocker(self.kept):
            self.mode.clear()
            for way, words in ways:
                self.mode.addItem(words, way)
            self.mode.setCurrentIndex(max(0, self.mode.findData(before)))
            self.kept.clear()
            for one in options.reserved:
                self.kept.addItem(f"{one.number}   {one.reason}", one)
            self.kept.setCurrentIndex(max(0, self.kept.findData(kept)))
        self._show_parts()

    def choice(self) -> NumberChoice:
        """What the officer wants."""
        way = str(self.mode.currentData() or COUNTER)
        kept = self._kept()
        if way == RESERVED and kept is not None:
            return NumberChoice(RESERVED, reservation_id=kept.id)
        if way == MANUAL:
            return NumberChoice(MANUAL, self.number.text().strip(), self.reason.text().strip())
        return NumberChoice(way)

    def set_choice(self, choice: NumberChoice) -> None:
        """Show what a draft holds; a kept number that is gone falls back to the counter."""
        reserved = self._options.reserved if self._options is not None else ()
        one = next((kept for kept in reserved if kept.id == choice.reservation_id), None)
        with QSignalBlocker(self.mode), QSignalBlocker(self.kept):
            self.mode.setCurrentIndex(max(0, self.mode.findData(choice.mode)))
            self.kept.setCurrentIndex(max(0, self.kept.findData(one)))
        self.number.setText(choice.number)
        self.reason.setText(choice.reason)
        self._show_parts()

    def show_errors(self, errors: dict[str, str]) -> None:
        """Beside their fields; others are not ours."""
        for name, row in self.rows.items():
            row.set_error(errors.get(name, ""))

    def _kept(self) -> Reservation | None:
        found = self.kept.currentData()
        return found if isinstance(found, Reservation) else None

    def _counter_words(self, options: NumberOptions) -> str:
        if options.by_hand:
            return self.tr("Ditulis tangan, dicatat kemudian")
        return self.tr("Berikutnya, {0}").format(options.next_number)

    def _follow(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        """Only what the chosen way asks."""
        options, way = self._options, self.mode.currentData()
        self.rows["reservation"].setVisible(way == RESERVED)
        for name in ("number", "number_reason"):
            self.rows[name].setVisible(way == MANUAL)
        by_hand = way == BLANK or (way == COUNTER and options is not None and options.by_hand)
        self.told.setText(
            self.tr("Dicetak dengan ruang kosong; nomornya dicatat di Pengaturan, Penomoran.")
            if by_hand
            else ""
        )
        self.told.setVisible(by_hand)
        back = options.back_dating if options is not None and way == COUNTER else None
        if back is not None:
            self.warning.show_words(
                "warn", self.tr("Tanggal surat mundur."), back_dating_words(back)
            )
        self.warning.setVisible(back is not None)

    def _build(self) -> None:
        typed = QHBoxLayout()
        typed.setSpacing(12)
        typed.addWidget(self.rows["number"], 1)
        typed.addWidget(self.rows["number_reason"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.rows["mode"])
        column.addWidget(self.rows["reservation"])
        column.addLayout(typed)
        column.addWidget(self.told)
        column.addWidget(self.warning)
        for part in (self.rows["reservation"], self.rows["number"], self.rows["number_reason"]):
            part.hide()
        self.told.hide()
        self.warning.hide()


def back_dating_words(back: BackDating) -> str:
    """The neighbours of a letter that is dated before others of its series."""
    before = (
        f"Sebelumnya {back.before.number}, {long_day(back.before.issue_date)}. "
        if back.before is not None
        else ""
    )
    return (
        f"{before}Sesudahnya sudah ada {back.after.number}, {long_day(back.after.issue_date)}. "
        f"Surat {long_day(back.issue_date)} ini tetap mendapat {back.number}; "
        "urutan yang lama tidak diubah."
    )
