"""How an officer holds and signs the office: in which way, since when, by which decree."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.office import Officer
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.widgets import DateInput, LabeledField, TextInput

_HEAD, _BEHALF, _CHAIN, _OWN = "pimpinan", "an", "ub", "sendiri"
_WAYS = (
    (_HEAD, "Pimpinan"),
    (_BEHALF, "a.n."),
    (_CHAIN, "a.n. … u.b."),
    (_OWN, "Jabatan sendiri"),
)
_DATES = ("active_from", "active_to", "sk_date")
_USUAL_CHAIN = "Sekretaris Nagari"


class AppointmentFields(QWidget):
    """`rows` by the field of Officer, as `InputError.fields` names them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Choice(self.tr("Cara menandatangani"), _WAYS)
        self.via = TextInput()
        self.decree = TextInput()
        self.decree.setPlaceholderText("141/12/WN-2026")
        self.since, self.until, self.decided = DateInput(), DateInput(), DateInput()
        self.dates = dict(zip(_DATES, (self.since, self.until, self.decided), strict=True))
        self.rows = {
            "via": LabeledField(self.tr("Jabatan sebelum u.b."), self.via),
            "active_from": LabeledField(self.tr("Menjabat sejak"), self.since),
            "active_to": LabeledField(self.tr("Sampai (boleh kosong)"), self.until),
            "sk_number": LabeledField(self.tr("Nomor SK"), self.decree),
            "sk_date": LabeledField(self.tr("Tanggal SK"), self.decided),
        }
        self.rows["on_behalf"] = LabeledField(self.tr("Cara menandatangani"), self.way)
        self._build()
        self.way.changed.connect(self._follow_way)
        for line in (self.via, self.decree):
            line.textEdited.connect(self.changed)
        for day in self.dates.values():
            day.changed.connect(self.changed)

    def show_officer(self, officer: Officer) -> None:
        """Fill the fields."""
        self.way.set_value(_way_of(officer))
        self.via.setText(officer.via)
        self.decree.setText(officer.sk_number)
        for name, day in self.dates.items():
            day.set_date(getattr(officer, name))
        self.rows["via"].setVisible(self.way.value() == _CHAIN)

    def applied(self, officer: Officer) -> Officer:
        """The officer with what stands here."""
        way = self.way.value()
        return replace(
            officer,
            is_head=way == _HEAD,
            on_behalf=way in (_BEHALF, _CHAIN),
            via=" ".join(self.via.text().split()) if way == _CHAIN else "",
            active_from=self.since.date(),
            active_to=self.until.date(),
            sk_number=" ".join(self.decree.text().split()),
            sk_date=self.decided.date(),
        )

    def faults(self) -> dict[str, str]:
        """What is typed and is no date, by field."""
        sentence = self.tr("Tulis tanggal seperti 31-12-2026, atau kosongkan.")
        return {
            name: sentence
            for name, day in self.dates.items()
            if day.text().strip() and day.date() is None
        }

    def _follow_way(self) -> None:
        chain = self.way.value() == _CHAIN
        self.rows["via"].setVisible(chain)
        if chain and not self.via.text().strip():
            self.via.setText(_USUAL_CHAIN)
        self.changed.emit()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.rows["on_behalf"], 0, 0, 1, 2)
        grid.addWidget(self.rows["via"], 1, 0, 1, 2)
        self.rows["via"].hide()
        for row, names in ((2, ("active_from", "active_to")), (3, ("sk_number", "sk_date"))):
            for column, name in enumerate(names):
                grid.addWidget(self.rows[name], row, column)
                grid.setColumnStretch(column, 1)


def _way_of(officer: Officer) -> str:
    if officer.is_head:
        return _HEAD
    if officer.on_behalf:
        return _CHAIN if officer.via else _BEHALF
    return _OWN
