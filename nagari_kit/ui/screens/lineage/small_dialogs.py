"""Short questions of the ranji page: why somebody is removed, who signs, how a kaum is called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.lineage import Lineage, LineageNode, LineageSigners
from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput


class RemoveDialog(FormDialog):
    """The red button stays closed until a reason is written; Esc leads back."""

    def __init__(self, node: LineageNode, descendants: int, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="alert-triangle",
            kind="err",
            title=self.tr("Keluarkan {0} dari ranji?").format(node.name),
        )
        lines = [
            ("database", self.tr("Datanya tidak dihapus, hanya tidak digambar dan dicetak lagi"))
        ]
        if descendants:
            words = self.tr("{0} orang keturunannya ikut dikeluarkan").format(descendants)
            lines.insert(0, ("users", words))
        self.add_consequences(lines)
        self.reason = TextInput()
        self.body.addWidget(LabeledField(self.tr("Sebab dikeluarkan"), self.reason))
        self.confirm = Button(self.tr("Keluarkan"), kind="danger")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.confirm)
        self.add_button(self.back)
        self.back.setDefault(True)
        self.confirm.setEnabled(False)
        self.reason.textChanged.connect(
            lambda words: self.confirm.setEnabled(len(words.strip()) >= 3)
        )
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.reason.setFocus()


class SignersDialog(FormDialog):
    """Names under the paper; empty ones become dotted lines."""

    def __init__(self, title: str, proposed: LineageSigners, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="printer",
            kind="info",
            title=self.tr("Cetak ranji"),
            subtitle=title,
        )
        self.mamak = TextInput(proposed.mamak)
        self.kan = TextInput(proposed.kan)
        self.body.addWidget(
            LabeledField(
                self.tr("Mamak kepala waris"),
                self.mamak,
                self.tr("Yang membuat ranji. Kosongkan untuk garis titik-titik."),
            )
        )
        self.body.addWidget(LabeledField(self.tr("Ketua KAN"), self.kan))
        self.confirm = Button(self.tr("Buat lembarannya"), kind="primary", icon="file-text")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.mamak.setFocus()

    def signers(self) -> LineageSigners:
        """What was written."""
        return LineageSigners(self.mamak.text().strip(), self.kan.text().strip())


class RenameDialog(FormDialog):
    """`save_requested` carries name and suku; stays open until it is saved."""

    save_requested = Signal(str, str)

    def __init__(self, lineage: Lineage, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="pencil",
            kind="pri",
            title=self.tr("Nama dan suku kaum"),
            subtitle=self.tr("Berlaku untuk {0} orang di ranji ini.").format(len(lineage.nodes)),
        )
        self.kaum = TextInput(lineage.kaum)
        self.suku = TextInput(lineage.suku)
        self._row = LabeledField(self.tr("Nama kaum"), self.kaum)
        self.body.addWidget(self._row)
        self.body.addWidget(LabeledField(self.tr("Suku"), self.suku))
        self.confirm = Button(self.tr("Simpan"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(
            lambda: self.save_requested.emit(self.kaum.text(), self.suku.text())
        )
        self.back.clicked.connect(self.reject)
        self.kaum.setFocus()

    def show_errors(self, faults: Mapping[str, str]) -> None:
        """Say what is to be done."""
        self._row.set_error(faults.get("kaum", ""))
        self.kaum.setFocus()
