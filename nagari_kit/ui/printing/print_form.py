"""Asks where a letter goes: printer or PDF, copies, folder; says on which paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from nagari_kit.ui.printing.target import MAXIMUM_COPIES, PrintTarget, printer_names
from nagari_kit.ui.widgets import Button, ComboInput, LabeledField

_AS_PDF = "Simpan sebagai berkas PDF"


class PrintForm(QWidget):
    """Shows a target and gives it back as the officer changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.printer = ComboInput()
        self.copies = QSpinBox()
        self.copies.setRange(1, MAXIMUM_COPIES)
        self.copies.setFixedWidth(96)
        self._copies_row = LabeledField(self.tr("Rangkap"), self.copies)
        self._folder_words = QLabel()
        self._folder_words.setWordWrap(True)
        self._folder_words.setObjectName("secondary")
        self._change_folder = Button(self.tr("Ganti folder"), kind="ghost")
        self._change_folder.clicked.connect(self._ask_folder)
        self._paper = QLabel(self.tr("Ukuran asli 100 %, tidak diperkecil."))
        self._paper.setObjectName("hint")
        self._build()
        self.printer.currentIndexChanged.connect(lambda _index: self._arrange())

    def show_target(self, target: PrintTarget, paper: str = "") -> None:
        """Offer this PC's printers with `target` chosen; `paper` is its size in words."""
        self._folder = target.folder
        with QSignalBlocker(self.printer):
            self.printer.clear()
            for name in printer_names():
                self.printer.addItem(name, name)
            self.printer.addItem(self.tr(_AS_PDF), "")
            self.printer.setCurrentIndex(max(0, self.printer.findData(target.printer)))
        self.copies.setValue(target.copies)
        size = f"Kertas {paper}, ukuran" if paper else "Ukuran"
        self._paper.setText(f"{size} asli 100 %, tidak diperkecil.")
        self._arrange()

    def target(self) -> PrintTarget:
        """What is chosen now."""
        printer = str(self.printer.currentData() or "")
        return PrintTarget(printer, self._folder, self.copies.value() if printer else 1)

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(LabeledField(self.tr("Cetak ke"), self.printer), 1)
        first.addWidget(self._copies_row)
        folder = QHBoxLayout()
        folder.addWidget(self._folder_words, 1)
        folder.addWidget(self._change_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(folder)
        layout.addWidget(self._paper)

    def _arrange(self) -> None:
        as_file = self.target().is_file
        self._copies_row.setVisible(not as_file)
        self._paper.setVisible(not as_file)
        self._folder_words.setVisible(as_file)
        self._change_folder.setVisible(as_file)
        self._folder_words.setText(self.tr("Folder: {0}").format(self._folder))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder untuk surat"), str(self._folder)
        )
        if chosen:
            self._folder = Path(chosen)
            self._arrange()
