"""Asks what became of a letter: signed, handed over, sent, archived, or the last step undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.letter_words import short_number
from nagari_kit.ui.screens.letter_register.choice_card import ChoiceCard
from nagari_kit.ui.widgets import Button, DateInput, FormDialog, LabeledField, TextInput

STEP_WORDS = {
    StepKind.SIGNED: "Sudah diteken",
    StepKind.HANDED_OVER: "Diserahkan",
    StepKind.SENT: "Dikirim",
    StepKind.ARCHIVED: "Diarsipkan",
    StepKind.TAKEN_BACK: "Urungkan langkah terakhir",
}
_ASKED = {
    StepKind.HANDED_OVER: {"person": "Diterima oleh", "note": "Hubungan (boleh kosong)"},
    StepKind.SENT: {"place": "Dikirim ke", "person": "Diterima oleh (boleh kosong)"},
    StepKind.TAKEN_BACK: {"note": "Sebab diurungkan"},
}


class StepDialog(FormDialog):
    """`wished` carries a StepWish; the dialog stays until it is told that all is well."""

    wished = Signal(object)

    def __init__(
        self, letter: IssuedLetter, kinds: Sequence[StepKind], today: date, parent: QWidget
    ) -> None:
        said = short_number(letter.number, letter.sequence)
        super().__init__(
            parent,
            icon="list-check",
            kind="info",
            title=f"Catat langkah surat {said}",
            subtitle=f"{letter.short_title}, {letter.resident_name}",
        )
        self._kinds = tuple(kinds)
        self._letter = letter
        self._group = QButtonGroup(self)
        self._cards = [ChoiceCard(STEP_WORDS[kind]) for kind in self._kinds]
        self.day = DateInput()
        self.inputs = {name: TextInput() for name in ("place", "person", "note")}
        self.rows = {name: LabeledField("", line) for name, line in self.inputs.items()}
        self.rows["day"] = LabeledField(self.tr("Tanggal"), self.day)
        self.confirm = Button(self.tr("Catat"), kind="primary", icon="check")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._build(today)
        self._group.idToggled.connect(self._ask_for)
        self.confirm.clicked.connect(self._wish)
        self.back.clicked.connect(self.reject)
        self.choose(0)

    def kind(self) -> StepKind:
        """The step that is chosen."""
        return self._kinds[self._group.checkedId()]

    def choose(self, place: int) -> None:
        """Choose a step by its place."""
        self._cards[place].setChecked(True)

    def show_errors(self, errors: dict[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for name, row in self.rows.items():
            row.set_error(errors.get(name, ""))
        for name, line in (("day", self.day), *self.inputs.items()):
            if name in errors:
                line.setFocus()
                return

    def _wish(self) -> None:
        day = self.day.date()
        if day is None:
            self.show_errors({"day": self.tr("Tulis tanggal seperti 31-12-2026.")})
            return
        asked = _ASKED.get(self.kind(), {})
        told = {name: self.inputs[name].text() for name in asked}
        self.wished.emit(StepWish(self.kind(), day, **told))

    def _ask_for(self, *_changed: object) -> None:
        if self._group.checkedId() < 0:
            return
        asked = _ASKED.get(self.kind(), {})
        for name in self.inputs:
            self.rows[name].setVisible(name in asked)
            if name in asked:
                self.rows[name].set_label(self.tr(asked[name]))
        person = self.inputs["person"]
        if self.kind() is StepKind.HANDED_OVER and not person.text().strip():
            person.setText(self._letter.resident_name)
        self.show_errors({})
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _build(self, today: date) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, card in enumerate(self._cards):
            self._group.addButton(card, place)
            grid.addWidget(card, place // 2, place % 2)
        self.body.addLayout(grid)
        for name in self.inputs:
            self.body.addWidget(self.rows[name])
        self.day.set_date(today)
        self.body.addWidget(self.rows["day"])
        self.add_foot(self.tr("Langkah tidak dihapus, hanya ditambah"), "lock")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self._cards[0].setFocus()


def ask_for_step(
    letter: IssuedLetter, kinds: Sequence[StepKind], today: date, over: QWidget
) -> StepDialog:
    """Open the dialog over a window; it stays until the step is entered."""
    dialog = StepDialog(letter, kinds, today, over.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
