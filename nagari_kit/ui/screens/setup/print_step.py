"""Step 5: a page with 100 mm rulers, to see whether the printer keeps the true size."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.setup.steps import Step
from nagari_kit.ui.widgets import Banner, Button, Card


class PrintStep(Step):
    """`print_requested` carries a PrintTarget."""

    print_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Uji cetak",
            "Cetak satu halaman berpenggaris, lalu ukur dengan penggaris sungguhan: "
            "garis 100 mm harus tepat 100 mm.",
            parent,
        )
        self._made = Banner(
            "ok",
            self.tr("Kantor sudah siap."),
            self.tr("Semua isian tersimpan. Uji cetak boleh dilewati."),
        )
        self.form = PrintForm()
        self.print = Button(self.tr("Cetak halaman uji"), kind="secondary", icon="printer")
        self._status = Banner("info", "", "")
        self._status.hide()
        card = Card(self.tr("Printer"))
        card.body.addWidget(self.form)
        line = QHBoxLayout()
        line.addWidget(self.print)
        line.addStretch(1)
        card.body.addLayout(line)
        for part in (self._made, card, self._status):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.print.clicked.connect(lambda: self.print_requested.emit(self.form.target()))

    def begin(self, target: PrintTarget, paper: str) -> None:
        """Offer this PC's printers."""
        self.form.show_target(target, paper)

    def focus_first(self) -> None:
        """The button that prints."""
        self.print.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """One print at a time."""
        self.print.setEnabled(not busy)
        self.form.setEnabled(not busy)

    def show_printed(self, where: str) -> None:
        """It came out, or lies in a folder."""
        self.show_busy(busy=False)
        self._status.show_words(
            "ok",
            self.tr("Halaman uji keluar: {0}.").format(where),
            self.tr("Bila garisnya bukan 100 mm, matikan “sesuaikan ke halaman” di printer."),
        )
        self._status.show()

    def show_trouble(self, error: NagariError) -> None:
        """Nothing came out."""
        self.show_busy(busy=False)
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._status.show_words("err", error.user_message, words)
        self._status.show()
