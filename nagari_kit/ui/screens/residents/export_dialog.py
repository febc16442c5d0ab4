"""Asks in which form residents leave the office, and, for whole numbers, why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from nagari_kit.domain.exporting import SHORTEST_REASON, ExportForm
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.widgets import (
    Button,
    CheckRow,
    ComboInput,
    FormDialog,
    LabeledField,
    TextInput,
)

FORMS = (
    (ExportForm.LIST, "Daftar dengan kolom yang tampil"),
    (ExportForm.NAGARI, "Lengkap, judul kolom bahasa Indonesia"),
    (ExportForm.OPENSID, "OpenSID, 43 kolom"),
    (ExportForm.KK, "Per keluarga, satu blok tiap KK"),
)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What was asked for in the dialog."""

    form: ExportForm
    full: bool
    reason: str


class ExportDialog(FormDialog):
    """The button stays closed while a full export has no reason."""

    def __init__(self, parent: QWidget, people: int, words: str) -> None:
        super().__init__(
            parent,
            icon="table-export",
            kind="info",
            title=self.tr("Ekspor {0} warga").format(thousands(people)),
            subtitle=words,
        )
        self.form = ComboInput()
        for form, label in FORMS:
            self.form.addItem(label, form)
        self.full = CheckRow(self.tr("Dengan NIK dan No. KK utuh, serta data kesehatan"))
        self.reason = TextInput()
        self._field = LabeledField(
            self.tr("Alasan ekspor lengkap"),
            self.reason,
            self.tr("Misalnya untuk siapa. Tercatat bersama nama petugas dan waktunya."),
        )
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.confirm = Button(self.tr("Simpan Excel"), kind="primary", icon="download")
        self.body.addWidget(LabeledField(self.tr("Bentuk"), self.form))
        self.body.addWidget(self.full)
        self.body.addWidget(self._field)
        self._shown = QLabel()
        self._shown.setObjectName("secondary")
        self._shown.setWordWrap(True)
        self.body.addWidget(self._shown)
        self.add_consequences(
            [("history", self.tr("Setiap ekspor dicatat: jumlah dan bentuknya, tanpa nama."))]
        )
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.form.currentIndexChanged.connect(self._check)
        self.full.toggled.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.back.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        self.confirm.setDefault(True)
        self._check()
        self.form.setFocus()

    def wish(self) -> ExportWish:
        """Form, and whether in full and why."""
        return ExportWish(
            self.form.currentData(), self.full.isChecked(), " ".join(self.reason.text().split())
        )

    def _check(self, _change: object = None) -> None:
        may_be_full = self.form.currentData() is not ExportForm.LIST
        if not may_be_full:
            self.full.setChecked(False)
        self.full.setEnabled(may_be_full)
        self._field.setEnabled(self.full.isChecked())
        self._shown.setText(
            self.tr("Berkas memuat NIK utuh. Simpan di tempat aman, hapus bila sudah dipakai.")
            if self.full.isChecked()
            else self.tr("NIK, No. KK dan nomor lain disamarkan; data kesehatan tidak ikut.")
        )
        told = len(self.reason.text().strip()) >= SHORTEST_REASON
        self.confirm.setEnabled(told or not self.full.isChecked())
