"""One officer as a form: name with titles, NIP, standing, and in the settings the appointment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.ui.office_forms.appointment_fields import AppointmentFields
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.widgets import LabeledField, TextInput

_STANDINGS = (
    (Standing.DEFINITIF.value, "Definitif"),
    (Standing.PJ.value, "Pj."),
    (Standing.PLT.value, "Plt."),
    (Standing.PLH.value, "Plh."),
)


class OfficerForm(QWidget):
    """`officer()` is the officer that was shown, with what stands here; the id stays."""

    changed = Signal()

    def __init__(self, *, with_position: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officer: Officer | None = None
        labels = {
            "name": self.tr("Nama tanpa gelar"),
            "gelar_depan": self.tr("Gelar depan"),
            "gelar_belakang": self.tr("Gelar belakang"),
            "gelar_adat": self.tr("Gelar adat"),
            "position": self.tr("Jabatan"),
            "nip": self.tr("NIP (bila PNS)"),
        }
        self.inputs = {key: TextInput() for key in labels}
        self.rows = {key: LabeledField(label, self.inputs[key]) for key, label in labels.items()}
        self.standing = Choice(self.tr("Kedudukan"), _STANDINGS)
        self.appointment = AppointmentFields() if with_position else None
        if self.appointment is not None:
            self.rows |= self.appointment.rows
        self.inputs["gelar_adat"].setPlaceholderText("Dt. Rajo Basa")
        self.inputs["gelar_belakang"].setPlaceholderText("S.Pd.")
        self._build()
        for key, line in self.inputs.items():
            # What is being corrected is no longer held against the officer.
            line.textEdited.connect(lambda _text, one=key: self.rows[one].set_error(""))
            line.textEdited.connect(self.changed)
        self.standing.changed.connect(self.changed)
        if self.appointment is not None:
            self.appointment.changed.connect(self.changed)

    def show_officer(self, officer: Officer) -> None:
        """Fill the form."""
        self._officer = officer
        name = officer.name
        texts = {
            "name": name.name,
            "gelar_depan": name.gelar_depan,
            "gelar_belakang": name.gelar_belakang,
            "gelar_adat": name.gelar_adat,
            "position": officer.position,
            "nip": officer.nip,
        }
        for key, text in texts.items():
            self.inputs[key].setText(text)
        self.standing.set_value(officer.standing.value)
        if self.appointment is not None:
            self.appointment.show_officer(officer)
        self.show_errors({})

    def officer(self) -> Officer:
        """What stands in the form."""
        if self._officer is None:
            msg = "no officer was shown"
            raise RuntimeError(msg)
        text = {key: " ".join(line.text().split()) for key, line in self.inputs.items()}
        typed = replace(
            self._officer,
            name=PersonName(
                text["name"], text["gelar_depan"], text["gelar_belakang"], text["gelar_adat"]
            ),
            position=text["position"],
            nip=text["nip"].replace(" ", ""),
            standing=Standing(self.standing.value()),
        )
        return typed if self.appointment is None else self.appointment.applied(typed)

    def faults(self) -> dict[str, str]:
        """What is typed and cannot be understood, by field."""
        return {} if self.appointment is None else self.appointment.faults()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields; the caret goes to the first wrong one."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        dates = self.appointment.dates if self.appointment is not None else {}
        for key, line in (*self.inputs.items(), *dates.items()):
            if key in errors:
                line.setFocus()
                return

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.rows["gelar_depan"], 0, 0)
        grid.addWidget(self.rows["name"], 0, 1, 1, 2)
        grid.addWidget(self.rows["gelar_adat"], 1, 0)
        grid.addWidget(self.rows["gelar_belakang"], 1, 1, 1, 2)
        standing = LabeledField(self.tr("Kedudukan"), self.standing)
        # A NIP has 18 figures: it gets half a line.
        halves = QHBoxLayout()
        halves.setSpacing(12)
        grid.addLayout(halves, 2, 0, 1, 3)
        if self.appointment is not None:
            halves.addWidget(self.rows["position"], 1)
            halves.addWidget(self.rows["nip"], 1)
            grid.addWidget(standing, 3, 0, 1, 3)
            grid.addWidget(self.appointment, 4, 0, 1, 3)
        else:
            self.rows["position"].setParent(self)
            self.rows["position"].hide()
            halves.addWidget(self.rows["nip"], 1)
            halves.addWidget(standing, 0)
        for column, share in enumerate((3, 2, 3)):
            grid.setColumnStretch(column, share)
