"""The row that narrows the residents down: text, jorong, age, relation; the rest in a dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.residents import Jorong, ResidentFilter
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.screens.residents.filter_words import age_words
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, ComboInput, SearchInput

AGES: tuple[tuple[int | None, int | None], ...] = (
    (None, 4),
    (None, 16),
    (17, None),
    (17, 25),
    (26, 59),
    (60, None),
    (65, None),
)
"""Balita, children, voters, youth, adults, the old by two laws."""

_LEAST = 118
"""What a choice shrinks to before the row is too narrow for all."""


class ResidentFilterRow(QWidget):
    """`changed` carries the whole ResidentFilter, also what this row does not show."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._wanted = ResidentFilter()
        self._offered: tuple[Jorong, ...] | None = None
        self.text = SearchInput(self.tr("Nama, NIK, No. KK, ayah, ibu, alamat"))
        self.text.setAccessibleName(
            self.tr("Saring warga: nama, NIK, nomor KK, nama ayah atau ibu, alamat")
        )
        self.jorong = _combo(self.tr("Jorong"), self.tr("Semua jorong"))
        self.age = _combo(self.tr("Umur"), self.tr("Semua umur"))
        for span in AGES:
            self.age.addItem(age_words(*span), span)
        self.relation = _combo(self.tr("Hubungan keluarga"), self.tr("Semua hubungan"))
        for code, label in code_lists.FAMILY_RELATION.items():
            self.relation.addItem(calm(label), code)
        self.more = Button(self.tr("Saringan lain"), kind="ghost", icon="filter")
        self.columns = Button(self.tr("Kolom"), kind="ghost", icon="columns")
        for button in (self.more, self.columns):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        self._build()
        self.text.textChanged.connect(self._tell)
        for combo in self._combos():
            combo.currentIndexChanged.connect(self._tell)
        self.set_compact(compact=False)

    def wanted(self) -> ResidentFilter:
        """The filter as it stands."""
        low, high = self.age.currentData() or (None, None)
        return replace(
            self._wanted,
            text=self.text.text().strip(),
            jorong_id=self.jorong.currentData(),
            age_from=low,
            age_to=high,
            family_relation=self.relation.currentData(),
        )

    def show_filter(self, wanted: ResidentFilter) -> None:
        """Another filter, without telling."""
        self._quiet = True
        self._wanted = wanted
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        _choose(self.jorong, wanted.jorong_id)
        _choose(self.relation, wanted.family_relation)
        span = (wanted.age_from, wanted.age_to)
        if span != (None, None) and self.age.findData(span) < 0:
            self.age.addItem(age_words(*span), span)
        _choose(self.age, None if span == (None, None) else span)
        self._quiet = False

    def offer_jorong(self, jorong: tuple[Jorong, ...], word: str) -> None:
        """The sub-areas to choose from, by the office's `word`; what was chosen stays chosen."""
        self.jorong.setAccessibleName(word.capitalize())
        self.jorong.setItemText(0, self.tr("Semua {0}").format(word))
        if jorong == self._offered:
            return
        self._offered, self._quiet = jorong, True
        chosen = self.jorong.currentData() or self._wanted.jorong_id
        while self.jorong.count() > 1:
            self.jorong.removeItem(1)
        for one in jorong:
            self.jorong.addItem(one.name, one.id)
        _choose(self.jorong, chosen)
        self._quiet = False

    def set_compact(self, *, compact: bool) -> None:
        """A narrower box, and combos as wide as their room."""
        large = scaled(100) > 100
        # Choices need the room of these words more than the words do.
        self.columns.setText("" if compact or large else self.tr("Kolom"))
        self.more.setText("" if large else self.tr("Saringan lain"))
        self.text.setMaximumWidth(scaled(220 if compact else 280))
        for combo, small, full in (
            (self.jorong, 164, 176),
            (self.age, 158, 172),
            (self.relation, 176, 196),
        ):
            combo.setMaximumWidth(scaled(small if compact else full))
            combo.setMinimumWidth(_LEAST)

    def _combos(self) -> tuple[ComboInput, ComboInput, ComboInput]:
        return self.jorong, self.age, self.relation

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text.setMinimumWidth(150)
        row.addWidget(self.text, 24)
        # The longer the words, the more of the room.
        for combo, share in zip(self._combos(), (17, 16, 19), strict=True):
            row.addWidget(combo, share)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.columns)

    def _tell(self, _change: object = None) -> None:
        if not self._quiet:
            self.changed.emit(self.wanted())


def _combo(name: str, everything: str) -> ComboInput:
    combo = ComboInput()
    combo.setAccessibleName(name)
    combo.addItem(everything, None)
    return combo


def _choose(combo: ComboInput, value: object) -> None:
    places = [place for place in range(combo.count()) if combo.itemData(place) == value]
    combo.setCurrentIndex(places[0] if places else 0)
