"""Asks why a letter is to be voided; says first what that does and what it does not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QWidget

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.letter_words import short_number
from nagari_kit.ui.screens.letter_register.choice_card import ChoiceCard
from nagari_kit.ui.widgets import Button, CheckRow, FormDialog, LabeledField, TextInput

REASONS = ("Salah isi atau salah nama", "Warga urung memakai", "Salah jenis surat", "Sebab lain")
OTHER = 3
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class VoidWish:
    """The reason as it is written into the register; `replace`: write a new one right away."""

    reason: str
    replace: bool


class VoidDialog(FormDialog):
    """The red button stays closed until a reason is chosen; Enter and Esc lead back."""

    def __init__(self, letter: IssuedLetter, actor: str, parent: QWidget) -> None:
        self._said = short_number(letter.number, letter.sequence)
        super().__init__(
            parent,
            icon="alert-triangle",
            kind="err",
            title=f"Batalkan surat {self._said}?",
            subtitle=f"{letter.number}, {letter.short_title}, {letter.resident_name}",
        )
        self._group = QButtonGroup(self)
        self._cards = [ChoiceCard(self.tr(reason)) for reason in REASONS]
        self.note = TextInput()
        self._note_row = LabeledField(self.tr("Keterangan singkat"), self.note)
        self.replace = CheckRow(self.tr("Buat surat pengganti sesudah ini, isian disalin"))
        self.confirm = Button(f"Batalkan surat {self._said}", kind="danger")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._build(letter, actor)
        self._group.idToggled.connect(self._check)
        self.note.textChanged.connect(self._check)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self._check()

    def wish(self) -> VoidWish:
        """What was decided; only after the dialog was accepted."""
        chosen = self._group.checkedId()
        note = self.note.text().strip()
        reason = note if chosen == OTHER else REASONS[chosen]
        if note and chosen != OTHER:
            reason = f"{reason}: {note}"
        return VoidWish(reason, self.replace.isChecked())

    def choose(self, place: int) -> None:
        """Choose a reason by its place."""
        self._cards[place].setChecked(True)

    def _build(self, letter: IssuedLetter, actor: str) -> None:
        copies = letter.print_count
        printed = (
            self.tr("Minta kembali {0} lembar yang sudah dicetak bila bisa").format(copies)
            if copies
            else self.tr("Surat ini belum pernah dicetak")
        )
        self.add_consequences(
            [
                (
                    "hash",
                    self.tr("Nomor {0} tetap di register, dicoret, tidak dipakai lagi").format(
                        self._said
                    ),
                ),
                ("cloud-up", self.tr("Provinsi mencatatnya sebagai dicabut sesudah sinkron")),
                ("printer", printed),
            ]
        )
        label = QLabel(self.tr("Sebab pembatalan"))
        label.setObjectName("fieldLabel")
        self.body.addWidget(label)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, card in enumerate(self._cards):
            self._group.addButton(card, place)
            grid.addWidget(card, place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._note_row)
        self.body.addWidget(self.replace)
        self.add_foot(self.tr("Tercatat atas nama {0}").format(actor), "lock")
        self.add_button(self.confirm)
        self.add_button(self.back)
        self.back.setDefault(True)
        self._cards[0].setFocus()

    def _check(self, *_changed: object) -> None:
        chosen = self._group.checkedId()
        enough = chosen != OTHER or len(self.note.text().strip()) >= _SHORTEST
        self.confirm.setEnabled(chosen >= 0 and enough)
        self._note_row.set_label(
            self.tr("Keterangan singkat")
            if chosen == OTHER
            else self.tr("Keterangan singkat (boleh kosong)")
        )
