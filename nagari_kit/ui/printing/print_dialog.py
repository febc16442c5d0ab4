"""Asks before a stored letter is printed again: where to, how many, and whether it still stands."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.ui.letter_words import short_number
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.widgets import Banner, Button, FormDialog


class PrintDialog(FormDialog):
    """Enter prints, or leads back when the letter is voided; the paper is the stored document."""

    def __init__(self, letter: IssuedLetter, proposal: PrintTarget, parent: QWidget) -> None:
        voided = letter.status is LetterStatus.VOIDED
        said = short_number(letter.number, letter.sequence)
        super().__init__(
            parent,
            icon="alert-triangle" if voided else "printer",
            kind="err" if voided else "info",
            title=f"Cetak surat {said}",
            subtitle=f"{letter.number}, {letter.short_title}, {letter.resident_name}",
        )
        self.warning = Banner("err", self.tr("Surat ini sudah dibatalkan."), _void_words(letter))
        # Its height follows the width of the dialog; as a least height it would leave a gap.
        self.warning.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body.addWidget(self.warning)
        self.warning.setVisible(voided)
        self.form = PrintForm()
        self.form.show_target(proposal)
        self.body.addWidget(self.form)
        self.confirm = Button(
            self.tr("Cetak"), kind="secondary" if voided else "primary", icon="printer"
        )
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_foot(self.tr("Persis seperti yang tersimpan"), "shield-check")
        proposed = self.back if voided else self.confirm
        self.add_button(self.confirm if voided else self.back)
        self.add_button(proposed)
        proposed.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        proposed.setFocus()

    def target(self) -> PrintTarget:
        """What was chosen."""
        return self.form.target()


def _void_words(letter: IssuedLetter) -> str:
    return (
        f"Sebab: {letter.void_reason.rstrip('. ')}. Lembarnya tercetak tanpa tanda batal; "
        "jangan serahkan sebagai surat yang berlaku."
    )
