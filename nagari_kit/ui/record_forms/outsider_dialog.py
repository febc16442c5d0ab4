"""Asks for somebody of another place: only the name must be known."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nagari_kit.domain import nik
from nagari_kit.domain.code_lists import LISTS
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider, outsider_faults
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.typed_person import known_of
from nagari_kit.ui.widgets import (
    Button,
    ComboInput,
    DateInput,
    FormDialog,
    LabeledField,
    OptionLine,
    ScrollPage,
    TextInput,
)

_AROUND = 250
"""Head, foot and margins of the dialog with some air around it."""
_LEAST_HEIGHT = 180
_LINES = {
    "suku": "Suku",
    "father_name": "Nama ayah",
    "mother_name": "Nama ibu",
    "phone": "Telepon",
}


class OutsiderDialog(FormDialog):
    """`outsider()` is what was typed, once the dialog was accepted."""

    def __init__(self, parent: QWidget, role: str, known: Outsider | None, typed: str = "") -> None:
        super().__init__(
            parent,
            icon="user-plus",
            kind="info",
            title=role,
            subtitle="Orang luar nagari. Cukup namanya; yang tidak tahu dikosongkan.",
        )
        self._known = known
        self.name, self.nik = TextInput(), TextInput()
        self.sex = ComboInput()
        self.birth_place, self.birth_date = TextInput(), DateInput()
        self.religion, self.marital_status = ComboInput(), ComboInput()
        self.citizenship = ComboInput()
        self.occupation = OptionLine(
            [code_words(LISTS["occupation"], one) for one in LISTS["occupation"]]
        )
        self.address = TextInput()
        self.lines = {name: TextInput() for name in _LINES}
        self._rows: dict[str, LabeledField] = {}
        self.save = Button(self.tr("Pakai orang ini"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._grid = QGridLayout()
        self._scroll = ScrollPage(_filled(self._grid), QMargins(2, 2, 14, 6))
        self._build()
        self._fill(known or _begun(typed))
        self.save.clicked.connect(self._accept_when_right)
        self.back.clicked.connect(self.reject)
        self.name.setFocus()

    def outsider(self) -> Outsider:
        """As it was typed; the same somebody when it was known before."""
        number = nik.compact(self.nik.text())
        return Outsider(
            name=self._name(),
            id=self._known.id if self._known is not None else None,
            nik=number or None,
            sex=self.sex.currentData(),
            birth_place=_tidy(self.birth_place.text()),
            birth_date=self.birth_date.date(),
            religion=self.religion.currentData(),
            occupation=_code_of("occupation", self.occupation.text()),
            citizenship=self.citizenship.currentData(),
            marital_status=self.marital_status.currentData(),
            address=_tidy(self.address.text()),
            **{name: _tidy(line.text()) for name, line in self.lines.items()},
        )

    def showEvent(self, event: QShowEvent) -> None:
        """No higher than the window leaves room for."""
        parent = self.parentWidget()
        room = parent.window().height() - _AROUND if parent is not None else 10_000
        wanted = self._grid.totalSizeHint().height() + 12
        self._scroll.setFixedHeight(max(_LEAST_HEIGHT, min(wanted, room)))
        if (layout := self.layout()) is not None:
            # The least height of before would keep the dialog higher than it is.
            layout.activate()
        super().showEvent(event)

    def _name(self) -> PersonName:
        """Titles of somebody known stay apart as long as the name is as it was."""
        typed = _tidy(self.name.text())
        if self._known is not None and typed == self._known.name.full():
            return self._known.name
        return PersonName(typed)

    def _accept_when_right(self) -> None:
        faults = outsider_faults(self.outsider()) | self._local_faults()
        for name, row in self._rows.items():
            row.set_error(faults.get(name, ""))
        if not faults:
            self.accept()
            return
        first = next(name for name in self._rows if name in faults)
        self._rows[first].field.setFocus()
        self._scroll.ensureWidgetVisible(self._rows[first], 0, 12)

    def _local_faults(self) -> dict[str, str]:
        faults = {}
        if self.birth_date.text().strip() and self.birth_date.date() is None:
            faults["birth_date"] = self.tr("Tulis tanggal yang ada, contoh 24-11-1980.")
        work = self.occupation.text().strip()
        if work and _code_of("occupation", work) is None:
            faults["occupation"] = self.tr("Pilih pekerjaan dari daftarnya, atau kosongkan.")
        return faults

    def _build(self) -> None:
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self.sex.addItem("Pilih …", None)
        for one, words in ((Sex.MALE, "Laki-laki"), (Sex.FEMALE, "Perempuan")):
            self.sex.addItem(words, one)
        for combo, codes in (
            (self.religion, "religion"),
            (self.marital_status, "marital_status"),
            (self.citizenship, "citizenship"),
        ):
            combo.addItem("Pilih …", None)
            for code in LISTS[codes]:
                combo.addItem(code_words(LISTS[codes], code), code)
        self._put("name", "Nama", self.name, 0, 0, 2)
        self._put("nik", "NIK (boleh kosong)", self.nik, 1, 0)
        self._put("sex", "Jenis kelamin", self.sex, 1, 1)
        self._put("birth_place", "Tempat lahir", self.birth_place, 2, 0)
        self._put("birth_date", "Tanggal lahir", self.birth_date, 2, 1)
        self._put("religion", "Agama", self.religion, 3, 0)
        self._put("occupation", "Pekerjaan", self.occupation, 3, 1)
        self._put("address", "Alamat lengkap, dengan nagari atau kotanya", self.address, 4, 0, 2)
        self._put("marital_status", "Status perkawinan", self.marital_status, 5, 0)
        self._put("citizenship", "Kewarganegaraan", self.citizenship, 5, 1)
        for place, (name, label) in enumerate(_LINES.items()):
            self._put(name, label, self.lines[name], 6 + place // 2, place % 2)
        self.body.addWidget(self._scroll)
        self.add_button(self.back)
        self.add_button(self.save)
        self.save.setDefault(True)

    def _put(
        self, name: str, label: str, field: QWidget, row: int, column: int, span: int = 1
    ) -> None:
        self._rows[name] = LabeledField(label, field)
        self._grid.addWidget(self._rows[name], row, column, 1, span)

    def _fill(self, one: Outsider) -> None:
        self.name.setText(one.name.full())
        self.nik.setText(one.nik or "")
        self.birth_place.setText(one.birth_place)
        self.birth_date.set_date(one.birth_date)
        self.occupation.setText(code_words(LISTS["occupation"], one.occupation))
        self.address.setText(one.address)
        for name, line in self.lines.items():
            line.setText(getattr(one, name))
        for combo, value in (
            (self.sex, one.sex),
            (self.religion, one.religion),
            (self.marital_status, one.marital_status),
            (self.citizenship, one.citizenship),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))


def _filled(grid: QGridLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addLayout(grid)
    column.addStretch(1)
    return column


def _begun(typed: str) -> Outsider:
    known = known_of(typed)
    return Outsider(PersonName(known.get("name", "").title()), nik=known.get("nik"))


def _code_of(codes: str, typed: str) -> int | None:
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    found = (
        one
        for one, words in LISTS[codes].items()
        if code_words({one: words}, one).casefold() == wanted
    )
    return next(found, None)


def _tidy(words: str) -> str:
    return " ".join(words.split())
