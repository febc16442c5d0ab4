"""Asks before a book is printed: where to, how many, and which of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.widgets import Button, FormDialog, LabeledField


@dataclass(frozen=True, slots=True)
class BookPrintWish:
    """Where the book goes, and its pages from 0."""

    target: PrintTarget
    pages: range


class BookPrintDialog(FormDialog):
    """Enter prints. As a file the whole book is written."""

    def __init__(self, title: str, pages: int, proposal: PrintTarget, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="printer",
            kind="info",
            title=self.tr("Cetak buku"),
            subtitle=title,
        )
        self._count = pages
        self.form = PrintForm()
        self.form.show_target(proposal, self.tr("melintang"))
        self.first, self.last = _page_box(pages, 1), _page_box(pages, pages)
        self._pages = QWidget()
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(LabeledField(self.tr("Dari halaman"), self.first))
        row.addWidget(LabeledField(self.tr("Sampai halaman"), self.last))
        row.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addWidget(self._pages)
        self.confirm = Button(self.tr("Cetak"), kind="primary", icon="printer")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_foot(self.tr("{0} halaman").format(pages), "files")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.form.printer.currentIndexChanged.connect(lambda _index: self._arrange())
        self.first.valueChanged.connect(self.last.setMinimum)
        self._arrange()
        self.confirm.setFocus()

    def wish(self) -> BookPrintWish:
        """What was chosen."""
        target = self.form.target()
        if target.is_file:
            return BookPrintWish(target, range(self._count))
        return BookPrintWish(target, range(self.first.value() - 1, self.last.value()))

    def _arrange(self) -> None:
        as_file = self.form.target().is_file
        self._pages.setVisible(not as_file and self._count > 1)
        self.confirm.setText(self.tr("Simpan") if as_file else self.tr("Cetak"))
        self.confirm.set_icon("download" if as_file else "printer")


def _page_box(pages: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, pages)
    box.setValue(value)
    box.setFixedWidth(110)
    return box
