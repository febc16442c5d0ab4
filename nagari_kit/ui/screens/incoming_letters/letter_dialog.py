"""Asks what stands on a letter that came in; stays open until it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.domain.correspondence import LONGEST, IncomingReport
from nagari_kit.ui.widgets import Button, DateInput, FormDialog, LabeledField, TextInput


class IncomingDialog(FormDialog):
    """`save_requested` carries an IncomingReport."""

    save_requested = Signal(object)

    def __init__(
        self, parent: QWidget, *, title: str, subtitle: str, today: date, known: IncomingReport
    ) -> None:
        super().__init__(parent, icon="inbox", kind="pri", title=title, subtitle=subtitle)
        self._today = today
        self.received_on = DateInput()
        self.received_on.set_date(known.received_on)
        self.from_whom = TextInput(known.sender)
        self.subject = TextInput(known.subject)
        self.number = TextInput(known.number)
        self.letter_date = DateInput()
        self.letter_date.set_date(known.letter_date)
        self.note = TextInput(known.note)
        self.save = Button(self.tr("Simpan"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self._fields = self._build()
        self.save.clicked.connect(self._ask)
        self.back.clicked.connect(self.reject)
        self.from_whom.setFocus()

    def show_errors(self, faults: Mapping[str, str]) -> None:
        """Say at each field what is to be done; go to the first."""
        self.set_busy(busy=False)
        for name, row in self._fields.items():
            row.set_error(faults.get(name, ""))
        first = next((row for name, row in self._fields.items() if name in faults), None)
        if first is not None:
            first.field.setFocus()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def set_busy(self, *, busy: bool) -> None:
        """It is being saved."""
        self.save.setEnabled(not busy)

    def _ask(self) -> None:
        faults = {}
        received = self.received_on.date()
        if received is None:
            faults["received_on"] = self.tr("Tulis tanggalnya, contoh 24-11-2026.")
        if self.letter_date.text().strip() and self.letter_date.date() is None:
            faults["letter_date"] = self.tr("Tulis tanggalnya, contoh 24-11-2026.")
        if faults or received is None:
            self.show_errors(faults)
            return
        self.set_busy(busy=True)
        self.save_requested.emit(
            IncomingReport(
                received,
                self.from_whom.text(),
                self.subject.text(),
                self.number.text(),
                self.letter_date.date(),
                self.note.text(),
            )
        )

    def _build(self) -> dict[str, LabeledField]:
        fields = {
            "received_on": LabeledField(self.tr("Diterima tanggal"), self.received_on),
            "letter_date": LabeledField(
                self.tr("Tanggal di surat (boleh kosong)"), self.letter_date
            ),
            "sender": LabeledField(self.tr("Pengirim"), self.from_whom),
            "number": LabeledField(self.tr("Nomor surat (boleh kosong)"), self.number),
            "subject": LabeledField(self.tr("Isi singkat"), self.subject),
            "note": LabeledField(
                self.tr("Keterangan (boleh kosong)"),
                self.note,
                self.tr("Contoh: Disposisi Sekretaris"),
            ),
        }
        typed = {
            "sender": self.from_whom,
            "subject": self.subject,
            "number": self.number,
            "note": self.note,
        }
        for name, box in typed.items():
            box.setMaxLength(LONGEST[name])
        self.body.addWidget(fields["sender"])
        self.body.addWidget(fields["subject"])
        self.body.addLayout(_beside(fields["number"], fields["letter_date"]))
        self.body.addLayout(_beside(fields["received_on"], fields["note"]))
        self.add_button(self.back)
        self.add_button(self.save)
        self.save.setDefault(True)
        return fields


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part, 1)
    return row
