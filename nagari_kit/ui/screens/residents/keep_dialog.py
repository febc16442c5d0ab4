"""Asks under which name a filter is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.services.saved_filters import LONGEST
from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput


class KeepFilterDialog(FormDialog):
    """Enter keeps; a name that is there already takes the new filter."""

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(
            parent,
            icon="bookmark",
            kind="info",
            title=self.tr("Simpan saringan"),
            subtitle=words,
        )
        self.name = TextInput()
        self.name.setMaxLength(LONGEST)
        self.field = LabeledField(
            self.tr("Nama saringan"),
            self.name,
            self.tr("Tampil sebagai tab di atas daftar, dengan jumlah warganya."),
        )
        self.body.addWidget(self.field)
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.confirm = Button(self.tr("Simpan"), kind="primary", icon="bookmark")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.name.textChanged.connect(self._check)
        self.back.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        self.confirm.setDefault(True)
        self.confirm.setEnabled(False)
        self.name.setFocus()

    def _check(self, text: str) -> None:
        self.confirm.setEnabled(bool(text.strip()))
