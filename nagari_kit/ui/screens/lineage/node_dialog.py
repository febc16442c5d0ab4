"""Asks what is known of one person of the ranji; stays open until it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import DIED_ONCE
from nagari_kit.domain.lineage_entry import LineageEntry
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.widgets import (
    Button,
    CheckRow,
    ComboInput,
    FormDialog,
    LabeledField,
    SegmentedControl,
    TextInput,
)

_SEXES = (Sex.FEMALE, Sex.MALE, None)


@dataclass(frozen=True, slots=True)
class NodeQuestion:
    """What the dialog is about. `mothers`: whom one may choose as mother, empty: not asked.

    `asks_kaum`: the kaum is new, its name and suku are asked, too. `may_go_on`: a further child of
    the same mother may follow at once.
    """

    title: str
    subtitle: str
    entry: LineageEntry
    kaum: str = ""
    asks_kaum: bool = False
    mothers: tuple[tuple[LineageNodeId | None, str], ...] = ()
    may_go_on: bool = False


class NodeDialog(FormDialog):
    """`save_requested` carries kaum, LineageEntry and whether another one follows."""

    save_requested = Signal(str, object, bool)

    def __init__(self, question: NodeQuestion, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="sitemap",
            kind="pri",
            title=question.title,
            subtitle=question.subtitle,
        )
        self._question = question
        entry = question.entry
        self.kaum = TextInput(question.kaum)
        self.suku = TextInput(entry.suku)
        self.name = TextInput(entry.name)
        self.gelar = TextInput(entry.gelar)
        self.sex = SegmentedControl(
            [self.tr("Perempuan"), self.tr("Laki-laki"), self.tr("Belum tahu")]
        )
        self.sex.set_current(_SEXES.index(entry.sex))
        self.mother = ComboInput()
        self.birth_year = TextInput(str(entry.birth_year or ""))
        self.dead = CheckRow(self.tr("Sudah wafat"))
        self.death_year = TextInput(str(entry.death_year or ""))
        self.spouse = TextInput(entry.spouse)
        self.note = TextInput(entry.note)
        self.save = Button(self.tr("Simpan"), kind="primary")
        self.go_on = Button(self.tr("Simpan, anak berikutnya"), kind="secondary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._fields = self._build()
        self._connect()
        self.dead.setChecked(entry.death_year is not None)
        self.death_year.setEnabled(self.dead.isChecked())
        (self.kaum if question.asks_kaum and not question.kaum else self.name).setFocus()

    def show_errors(self, faults: Mapping[str, str]) -> None:
        """Say at each field what is to be done; go to the first."""
        self.set_busy(busy=False)
        for name, row in self._fields.items():
            row.set_error(faults.get(name, ""))
        first = next((row for name, row in self._fields.items() if name in faults), None)
        if first is not None:
            first.field.setFocus()
        self.adjust_height()

    def set_busy(self, *, busy: bool) -> None:
        """It is being saved."""
        for button in (self.save, self.go_on):
            button.setEnabled(not busy)

    def adjust_height(self) -> None:
        """Errors take room."""
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves and goes on to the next child."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if control and enter and not self.go_on.isHidden():
            self.go_on.click()
        else:
            super().keyPressEvent(event)

    def _ask(self, *, go_on: bool) -> None:
        years: dict[str, str] = {}
        for name in ("birth_year", "death_year"):
            words = getattr(self, name).text().strip()
            if words and not (words.isascii() and words.isdigit() and len(words) == 4):
                years[name] = self.tr("Tulis empat angka, misalnya 1964.")
        if years:
            self.show_errors(years)
            return
        self.set_busy(busy=True)
        self.save_requested.emit(self.kaum.text(), self._entry(), go_on)

    def _entry(self) -> LineageEntry:
        born, died = self.birth_year.text().strip(), self.death_year.text().strip()
        dead = self.dead.isChecked()
        return replace(
            self._question.entry,
            name=self.name.text(),
            gelar=self.gelar.text(),
            sex=_SEXES[self.sex.current()],
            mother_id=(
                self.mother.currentData()
                if self._question.mothers
                else self._question.entry.mother_id
            ),
            suku=self.suku.text() if self._question.asks_kaum else self._question.entry.suku,
            birth_year=int(born) if born else None,
            death_year=(int(died) if died else DIED_ONCE) if dead else None,
            spouse=self.spouse.text(),
            note=self.note.text(),
        )

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self._ask(go_on=False))
        self.go_on.clicked.connect(lambda: self._ask(go_on=True))
        self.back.clicked.connect(self.reject)
        self.dead.toggled.connect(self.death_year.setEnabled)

    def _build(self) -> dict[str, LabeledField]:
        question = self._question
        fields = {
            "kaum": LabeledField(
                self.tr("Nama kaum"), self.kaum, self.tr("Misalnya Dt. Paduko Alam")
            ),
            "suku": LabeledField(self.tr("Suku"), self.suku),
            "name": LabeledField(self.tr("Nama"), self.name),
            "gelar": LabeledField(self.tr("Gelar adat (boleh kosong)"), self.gelar),
            "sex": LabeledField(self.tr("Jenis kelamin"), self.sex),
            "birth_year": LabeledField(self.tr("Tahun lahir"), self.birth_year),
            "death_year": LabeledField(self.tr("Tahun wafat (boleh kosong)"), self.death_year),
            "mother_id": LabeledField(self.tr("Ibu"), self.mother),
            "spouse": LabeledField(self.tr("Suami atau istri (boleh kosong)"), self.spouse),
            "note": LabeledField(self.tr("Catatan (boleh kosong)"), self.note),
        }
        if question.asks_kaum:
            self.body.addLayout(_beside(fields["kaum"], fields["suku"]))
        self.body.addLayout(_beside(fields["name"], fields["gelar"]))
        beside_sex = [fields["mother_id"]] if question.mothers else []
        self.body.addLayout(_beside(fields["sex"], *beside_sex))
        self.body.addLayout(_beside(fields["birth_year"], self.dead, fields["death_year"]))
        for mother_id, name in question.mothers:
            self.mother.addItem(name, mother_id)
        if question.mothers:
            self.mother.setCurrentIndex(
                [one for one, _ in question.mothers].index(question.entry.mother_id)
            )
        self.body.addLayout(_beside(fields["spouse"], fields["note"]))
        for name in ("kaum", "suku", "mother_id"):
            if fields[name].parentWidget() is None:
                fields[name].setParent(self)
                fields[name].hide()
        self.go_on.setVisible(question.may_go_on)
        if question.may_go_on:
            self.go_on.setToolTip(
                self.tr("Simpan lalu isi anak berikutnya dari ibu yang sama (Ctrl+Enter)")
            )
            self.add_button(self.go_on)
        self.add_button(self.back)
        self.add_button(self.save)
        self.save.setDefault(True)
        return fields


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        if isinstance(part, CheckRow):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            row.addWidget(part, 1)
    return row
