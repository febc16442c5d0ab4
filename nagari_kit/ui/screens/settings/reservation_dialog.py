"""Dialog: keep numbers for letters that come later, and let kept ones go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.number_reservations import Reservation, ReservationWish
from nagari_kit.ui.letter_words import near_moment
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, ComboInput, FormDialog, LabeledField, TextInput


class ReservationDialog(FormDialog):
    """`reserve_wanted` carries a ReservationWish, `release_wanted` a Reservation.

    `type_chosen`: the next number of that type is asked for.
    """

    reserve_wanted = Signal(object)
    release_wanted = Signal(object)
    type_chosen = Signal(str)

    def __init__(self, parent: QWidget, types: Sequence[LetterType], today: date) -> None:
        super().__init__(
            parent,
            icon="ticket",
            kind="pri",
            title=self.tr("Pesan nomor"),
            subtitle=self.tr(
                "Nomor disisihkan untuk surat yang menyusul, tidak dipakai surat lain."
            ),
        )
        self._today = today
        self.kind = ComboInput()
        for one in types:
            self.kind.addItem(one.title, one.id)
        self.count = TextInput("1")
        self.reason = TextInput()
        self.reason.setPlaceholderText(self.tr("misalnya: undangan rapat yang dicetak di luar"))
        self.next = QLabel()
        self.next.setObjectName("secondary")
        self.rows = {
            "kind": LabeledField(self.tr("Untuk jenis surat"), self.kind),
            "count": LabeledField(self.tr("Banyaknya"), self.count),
            "reason": LabeledField(self.tr("Untuk apa"), self.reason),
        }
        self.kept = QListWidget()
        self.kept.setObjectName("plainList")
        self.kept.setAccessibleName(self.tr("Nomor yang masih dipesan"))
        self.kept.setFixedHeight(scaled(132))
        self.kept.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kept_row = LabeledField(self.tr("Masih dipesan"), self.kept)
        self.release = Button(self.tr("Lepas nomor"), kind="ghost", icon="x")
        self.confirm = Button(self.tr("Pesan"), kind="primary", icon="check")
        self.back = Button(self.tr("Tutup"), kind="secondary")
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.rows["kind"], 3)
        pair.addWidget(self.rows["count"], 1)
        self.body.addLayout(pair)
        self.body.addWidget(self.next)
        self.body.addWidget(self.rows["reason"])
        self.body.addWidget(self._kept_row)
        for button in (self.release, self.back, self.confirm):
            self.add_button(button)
        self._shown: list[Reservation] = []
        self._connect()
        self.confirm.setDefault(True)

    def show_next(self, number: str) -> None:
        """The first number that would be kept."""
        self.next.setText(self.tr("Mulai dari {0}").format(number) if number else "")

    def show_kept(self, kept: Sequence[Reservation]) -> None:
        """Numbers that wait for their letter."""
        self._shown = list(kept)
        self.kept.clear()
        for one in kept:
            said = near_moment(one.reserved_at, self._today)
            self.kept.addItem(QListWidgetItem(f"{one.number}   {one.reason}, {said}"))
        self._kept_row.setVisible(bool(kept))
        self.release.setVisible(bool(kept))
        self.release.setEnabled(False)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def show_errors(self, errors: dict[str, str]) -> None:
        """Beside their fields."""
        for name, row in self.rows.items():
            row.set_error(errors.get(name, ""))
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def show_done(self, kept: Sequence[Reservation]) -> None:
        """These were kept just now."""
        self.show_errors({})
        self.reason.clear()
        self.count.setText("1")
        self.show_kept(kept)
        self.kept.setFocus()

    def wish(self) -> ReservationWish:
        """What stands in the fields; a count that is no number is 0."""
        typed = self.count.text().strip()
        count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
        return ReservationWish(str(self.kind.currentData() or ""), count, self.reason.text())

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(
            lambda _place: self.type_chosen.emit(str(self.kind.currentData() or ""))
        )
        self.confirm.clicked.connect(lambda: self.reserve_wanted.emit(self.wish()))
        self.back.clicked.connect(self.reject)
        self.release.clicked.connect(self._ask_release)
        self.kept.currentRowChanged.connect(lambda row: self.release.setEnabled(row >= 0))

    def _ask_release(self) -> None:
        place = self.kept.currentRow()
        if 0 <= place < len(self._shown):
            self.release_wanted.emit(self._shown[place])
