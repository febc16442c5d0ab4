"""Step 1: drop a spreadsheet or choose it; what forms are read, and why the last was refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.widgets import Banner, Card, DropZone

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv")
_WIDTH = 760


class ChoicePage(QWidget):
    """`file_chosen` carries a Path."""

    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = DropZone(
            self.tr("Tarik berkas Excel ke sini"),
            self.tr("XLSX, XLS, ODS atau CSV; bentuknya dikenali dari isinya"),
            self.tr("Pilih berkas"),
        )
        self._trouble = Banner("err", "", "")
        self._trouble.hide()
        self._build()
        self.zone.file_dropped.connect(lambda path: self.file_chosen.emit(Path(path)))
        self.zone.choose_requested.connect(self._ask)

    def begin(self, error: NagariError | None) -> None:
        """Wait for a file; `error` says why the last one was not read."""
        self._trouble.setVisible(error is not None)
        if error is not None:
            words = " ".join(part for part in (error.hint, f"({error.code})") if part)
            self._trouble.show_words("err", error.user_message, words)
        self.zone.setFocus()

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Pilih berkas penduduk"),
            str(Path.home()),
            self.tr("Lembar kerja ({0});;Semua berkas (*)").format(
                " ".join(f"*{suffix}" for suffix in SUFFIXES)
            ),
        )
        if name:
            self.file_chosen.emit(Path(name))

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        title = QLabel(self.tr("Dari mana daftar penduduknya?"))
        title.setObjectName("screenTitle")
        sentence = QLabel(
            self.tr(
                "Berkas diperiksa dulu tanpa mengubah apa pun. Sesudah itu Anda melihat berapa "
                "warga yang ditambah, berubah, dan ditolak, baru memutuskan."
            )
        )
        sentence.setObjectName("secondary")
        sentence.setWordWrap(True)
        card = Card(self.tr("Bentuk yang dikenali"))
        for line in (
            self.tr("OpenSID (43 kolom), SIAK (37 kolom), ekspor Nagari Kit, daftar Prodeskel"),
            self.tr("Buku Induk Penduduk: 2012, 2016, daftar keluarga, dan e-KTP"),
            self.tr("Daftar lain: kolomnya Anda cocokkan satu kali, lalu diingat"),
            self.tr("Warga yang sudah ada dikenali dari NIK-nya dan tidak dicatat dua kali"),
        ):
            label = QLabel(f"•  {line}")
            label.setObjectName("secondary")
            label.setWordWrap(True)
            card.body.addWidget(label)
        for part in (title, sentence, self._trouble, self.zone, card):
            inner.addWidget(part)
        inner.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 24)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)
