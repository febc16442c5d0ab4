"""The row that narrows the residents down: text, jorong, sex, standing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.domain.residents import Jorong, ResidentFilter, Sex
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, ComboInput, SearchInput

_LEAST = 130
"""What a choice shrinks to before the row is too narrow for all."""


class ResidentFilterRow(QWidget):
    """`changed` carries the whole ResidentFilter."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._heads_only = False
        self._offered: tuple[Jorong, ...] | None = None
        self.text = SearchInput(self.tr("Nama, NIK, No. KK"))
        self.text.setAccessibleName(self.tr("Saring warga: nama, NIK, nomor KK"))
        self.jorong = _combo(self.tr("Jorong"), ((self.tr("Semua jorong"), None),))
        self.sex = _combo(
            self.tr("Jenis kelamin"),
            (
                (self.tr("Semua jenis kelamin"), None),
                (self.tr("Laki-laki"), Sex.MALE),
                (self.tr("Perempuan"), Sex.FEMALE),
            ),
        )
        self.standing = _combo(
            self.tr("Status dasar"),
            ((self.tr("Masih warga"), False), (self.tr("Semua status"), True)),
        )
        self.clear_all = Button(self.tr("Hapus semua"), kind="ghost", icon="x")
        self.clear_all.clicked.connect(self.clear)
        self.text.textChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text.setMinimumWidth(150)
        row.addWidget(self.text, 20)
        # The longer the words, the more of the room.
        for combo, share in ((self.jorong, 17), (self.sex, 24), (self.standing, 17)):
            combo.currentIndexChanged.connect(self._tell)
            row.addWidget(combo, share)
        row.addWidget(self.clear_all)
        row.addStretch(1)
        self.set_compact(compact=False)
        self._show_whether_narrowed()

    def wanted(self) -> ResidentFilter:
        """The filter as it stands."""
        return ResidentFilter(
            text=self.text.text().strip(),
            jorong_id=self.jorong.currentData(),
            sex=self.sex.currentData(),
            family_relation=1 if self._heads_only else None,
            all_statuses=bool(self.standing.currentData()),
        )

    def offer_jorong(self, jorong: tuple[Jorong, ...]) -> None:
        """The sub-areas to choose from; what was chosen stays chosen."""
        if jorong == self._offered:
            return
        chosen = self.jorong.currentData()
        self._offered, self._quiet = jorong, True
        self.jorong.clear()
        self.jorong.addItem(self.tr("Semua jorong"), None)
        for one in jorong:
            self.jorong.addItem(one.name, one.id)
        places = [place + 1 for place, one in enumerate(jorong) if one.id == chosen]
        self.jorong.setCurrentIndex(places[0] if places else 0)
        self._quiet = False

    def set_heads_only(self, *, heads_only: bool) -> None:
        """Only heads of families, as the tab says."""
        self._heads_only = heads_only
        self._tell()

    def clear(self) -> None:
        """No restriction, save that of the tab."""
        self._quiet = True
        self.text.clear()
        for combo in (self.jorong, self.sex, self.standing):
            combo.setCurrentIndex(0)
        self._quiet = False
        self._tell()
        self.text.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """A narrower box, and combos as wide as their room."""
        self.text.setMaximumWidth(200 if compact else 300)
        for combo, small, full in (
            (self.jorong, 176, 190),
            (self.sex, 214, 214),
            (self.standing, 164, 164),
        ):
            combo.setMaximumWidth(scaled(small if compact else full))
            combo.setMinimumWidth(_LEAST)

    def _tell(self, _change: object = None) -> None:
        self._show_whether_narrowed()
        if not self._quiet:
            self.changed.emit(self.wanted())

    def _show_whether_narrowed(self) -> None:
        combos = (self.jorong, self.sex, self.standing)
        narrowed = bool(self.text.text()) or any(combo.currentIndex() > 0 for combo in combos)
        self.clear_all.setVisible(narrowed)


def _combo(name: str, entries: tuple[tuple[str, object], ...]) -> ComboInput:
    combo = ComboInput()
    combo.setAccessibleName(name)
    for words, value in entries:
        combo.addItem(words, value)
    return combo
