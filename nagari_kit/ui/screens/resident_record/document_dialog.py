"""Asks for a scan: what it shows, which file, and until when it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from nagari_kit.domain.resident_documents import TITLES, DocumentKind, default_delete_after
from nagari_kit.ui.widgets import Button, ComboInput, DateInput, FormDialog, LabeledField, TextInput


@dataclass(frozen=True, slots=True)
class DocumentWish:
    """What was asked for. `delete_after` None: the usual time."""

    kind: DocumentKind
    path: Path
    title: str
    delete_after: date | None


class DocumentDialog(FormDialog):
    """Stays open until the scan is kept; `wished` carries a DocumentWish."""

    wished = Signal(object)

    def __init__(self, name: str, today: date, parent: QWidget) -> None:
        super().__init__(
            parent, icon="upload", kind="info", title=self.tr("Tambah dokumen"), subtitle=name
        )
        self._today = today
        self.kind = ComboInput()
        for kind, title in TITLES.items():
            self.kind.addItem(title, kind)
        self.path, self.title = TextInput(), TextInput()
        self.browse = Button(self.tr("Pilih berkas"), kind="secondary", icon="folder")
        self.until = DateInput()
        self.keep = Button(self.tr("Simpan"), kind="primary", icon="check")
        self.back = Button(self.tr("Batal"), kind="secondary")
        self._rows = {
            "kind": LabeledField(self.tr("Jenis dokumen"), self.kind),
            "file": LabeledField(
                self.tr("Berkas JPEG, PNG, atau PDF, paling besar 5 MB"), self.path
            ),
            "title": LabeledField(self.tr("Keterangan (boleh kosong)"), self.title),
            "delete_after": LabeledField(self.tr("Dihapus otomatis pada"), self.until),
        }
        self._build()
        self.kind.currentIndexChanged.connect(lambda _place: self._suit_kind())
        self.browse.clicked.connect(self._ask_file)
        self.keep.clicked.connect(self._wish)
        self.back.clicked.connect(self.reject)
        self._suit_kind()
        self.kind.setFocus()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark what is wrong; everything stands as it was."""
        self.set_busy(busy=False)
        for name, row in self._rows.items():
            row.set_error(errors.get(name, ""))
        self.adjustSize()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being kept."""
        for part in (self.keep, self.back, self.browse):
            part.setEnabled(not busy)
        self.keep.setText(self.tr("Menyimpan …") if busy else self.tr("Simpan"))

    def _build(self) -> None:
        self.body.addWidget(self._rows["kind"])
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(self._rows["file"], 1)
        file.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(file)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self._rows["title"], 1)
        pair.addWidget(self._rows["delete_after"], 1)
        self.body.addLayout(pair)
        self.add_foot(self.tr("Tersimpan terenkripsi di komputer ini saja"), "lock")
        self.add_button(self.back)
        self.add_button(self.keep)
        self.keep.setDefault(True)

    def _chosen_kind(self) -> DocumentKind:
        return DocumentKind(self.kind.currentData())

    def _suit_kind(self) -> None:
        usual = default_delete_after(self._chosen_kind(), self._today)
        self.until.setEnabled(usual is not None)
        self.until.set_date(usual)
        self._rows["delete_after"].set_label(
            self.tr("Dihapus otomatis pada") if usual else self.tr("Disimpan sampai dihapus")
        )

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Pilih pindaian"),
            str(Path.home()),
            self.tr("Gambar dan PDF (*.jpg *.jpeg *.png *.pdf);;Semua berkas (*)"),
        )
        if name:
            self.path.setText(name)
            self.keep.setFocus()

    def _wish(self) -> None:
        errors = {}
        typed = self.path.text().strip()
        if not typed:
            errors["file"] = self.tr("Pilih berkasnya dahulu.")
        day = self.until.date()
        if self.until.isEnabled() and day is None:
            errors["delete_after"] = self.tr("Tulis tanggal seperti 31-12-2027.")
        self.show_errors(errors)
        if not errors:
            self.set_busy(busy=True)
            wanted = day if self.until.isEnabled() else None
            self.wished.emit(
                DocumentWish(self._chosen_kind(), Path(typed), self.title.text().strip(), wanted)
            )
