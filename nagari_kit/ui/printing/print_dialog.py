"""Asks before a stored letter is printed again: where to, how many."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.letter_words import short_number
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.widgets import Button, FormDialog


class PrintDialog(FormDialog):
    """Enter prints; the paper is the stored document, unchanged."""

    def __init__(self, letter: IssuedLetter, proposal: PrintTarget, parent: QWidget) -> None:
        said = short_number(letter.number, letter.sequence)
        super().__init__(
            parent,
            icon="printer",
            kind="info",
            title=f"Cetak surat {said}",
            subtitle=f"{letter.number}, {letter.short_title}, {letter.resident_name}",
        )
        self.form = PrintForm()
        self.form.show_target(proposal)
        self.body.addWidget(self.form)
        self.confirm = Button(self.tr("Cetak"), kind="primary", icon="printer")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_foot(self.tr("Persis seperti yang tersimpan"), "shield-check")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.confirm.setFocus()

    def target(self) -> PrintTarget:
        """What was chosen."""
        return self.form.target()
