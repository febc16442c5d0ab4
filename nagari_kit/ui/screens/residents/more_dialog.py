"""The dialog of the filters that are needed now and then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.residents import LifeStatus, ResidentFilter, Sex
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.screens.residents.filter_words import KTP_WORDS, RESIDENCY_WORDS, SEX_WORDS
from nagari_kit.ui.widgets import (
    Button,
    CheckRow,
    ComboInput,
    FormDialog,
    LabeledField,
    TextInput,
)

ALL_STATUSES = "all"
_OLDEST = 150


class MoreFiltersDialog(FormDialog):
    """Reads into `wanted()`; what it does not show stays as it was given."""

    def __init__(self, parent: QWidget, given: ResidentFilter, suku: tuple[str, ...]) -> None:
        super().__init__(
            parent,
            icon="filter",
            kind="info",
            title=self.tr("Saringan lain"),
            subtitle=self.tr("Yang dibiarkan “Semua” tidak menyaring."),
        )
        self._given = given
        self.combos = self._combos(suku)
        self.youngest, self.oldest = _age(given.age_from), _age(given.age_to)
        self.without_nik = CheckRow(self.tr("Hanya yang belum punya NIK"))
        self.without_kk = CheckRow(self.tr("Hanya yang belum punya KK"))
        self.without_nik.setChecked(given.without_nik)
        self.without_kk.setChecked(given.without_kk)
        self.confirm = Button(self.tr("Saring"), kind="primary", icon="filter")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._build()
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        for name, (_label, combo) in self.combos.items():
            _choose(combo, _stored(given, name))

    def wanted(self) -> ResidentFilter:
        """The filter as it was set."""
        chosen = {name: combo.currentData() for name, (_label, combo) in self.combos.items()}
        life = chosen.pop("life_status")
        chosen["suku"] = chosen["suku"] or ""
        low, high = _years(self.youngest), _years(self.oldest)
        if low is not None and high is not None and low > high:
            low, high = high, low
        return replace(
            self._given,
            **chosen,
            life_status=None if life == ALL_STATUSES else life,
            all_statuses=life == ALL_STATUSES,
            age_from=low,
            age_to=high,
            without_nik=self.without_nik.isChecked(),
            without_kk=self.without_kk.isChecked(),
        )

    def _combos(self, suku: tuple[str, ...]) -> dict[str, tuple[str, ComboInput]]:
        def codes(labels: Mapping[int, str]) -> list[tuple[str, object]]:
            return [(calm(label), code) for code, label in labels.items()]

        def words(named: Mapping[Any, str]) -> list[tuple[str, object]]:
            return [(label, value) for value, label in named.items()]

        gone = [
            (calm(label), LifeStatus(code))
            for code, label in code_lists.LIFE_STATUS.items()
            if code != LifeStatus.ALIVE
        ]
        status: list[tuple[str, object]] = [(self.tr("Semua status"), ALL_STATUSES), *gone]
        return {
            "sex": (self.tr("Jenis kelamin"), _combo(words(SEX_WORDS))),
            "ktp": (self.tr("KTP-el"), _combo(words(KTP_WORDS))),
            "marital_status": (self.tr("Status kawin"), _combo(codes(code_lists.MARITAL_STATUS))),
            "religion": (self.tr("Agama"), _combo(codes(code_lists.RELIGION))),
            "education": (self.tr("Pendidikan"), _combo(codes(code_lists.EDUCATION))),
            "occupation": (self.tr("Pekerjaan"), _combo(codes(code_lists.OCCUPATION))),
            "suku": (self.tr("Suku"), _combo([(name, name) for name in suku])),
            "residency": (self.tr("Tinggal"), _combo(words(RESIDENCY_WORDS))),
            "life_status": (
                self.tr("Status dasar"),
                _combo(status, everything=self.tr("Masih warga")),
            ),
        }

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        fields = [LabeledField(label, combo) for label, combo in self.combos.values()]
        fields.append(self._age_field())
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.without_nik)
        self.body.addWidget(self.without_kk)
        self.add_button(self.back)
        self.add_button(self.confirm)

    def _age_field(self) -> LabeledField:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for line, words in (
            (self.youngest, self.tr("dari")),
            (self.oldest, self.tr("sampai")),
        ):
            line.setPlaceholderText(words)
            line.setAccessibleName(self.tr("Umur {0}").format(words))
            row.addWidget(line)
        return LabeledField(self.tr("Umur (tahun)"), pair)


def _combo(entries: Iterable[tuple[str, object]], everything: str = "Semua") -> ComboInput:
    combo = ComboInput()
    combo.addItem(everything, None)
    for words, value in entries:
        combo.addItem(words, value)
    return combo


def _choose(combo: ComboInput, value: object) -> None:
    places = [place for place in range(combo.count()) if combo.itemData(place) == value]
    combo.setCurrentIndex(places[0] if places else 0)


def _stored(given: ResidentFilter, name: str) -> object:
    if name == "life_status" and given.all_statuses:
        return ALL_STATUSES
    value = getattr(given, name)
    return Sex(value) if name == "sex" and value is not None else value or None


def _age(years: int | None) -> TextInput:
    line = TextInput("" if years is None else str(years))
    line.setValidator(QIntValidator(0, _OLDEST, line))
    return line


def _years(line: TextInput) -> int | None:
    return int(line.text()) if line.text() else None
