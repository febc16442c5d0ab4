"""Steps 2 and 3: letterhead, and who signs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from nagari_kit.domain.office import Officer
from nagari_kit.errors import InputError
from nagari_kit.services.office_checks import checked_officer, checked_profile
from nagari_kit.ui.office_forms.kop_form import KopForm
from nagari_kit.ui.office_forms.officer_form import OfficerForm
from nagari_kit.ui.screens.setup.steps import Step
from nagari_kit.ui.widgets import Card


class KopStep(Step):
    """`changed` fires with every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kop dan logo",
            "Diisi sekali, tampil di atas setiap surat. Bisa diubah nanti di Pengaturan.",
            parent,
        )
        self.form = KopForm()
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.form.changed.connect(self.changed)

    def is_right(self) -> bool:
        """Whether the letterhead can be stored; if not, the caret is at the first fault."""
        faults = self.form.missing()
        try:
            checked_profile(self.form.profile())
        except InputError as error:
            told = {key: error.fields[key] for key in self.form.judged & error.fields.keys()}
            faults = {**told, **faults}
        self.form.show_errors(faults)
        return not faults

    def focus_first(self) -> None:
        """The address: the lines above are filled in already."""
        self.form.inputs["address"].setFocus()


class OfficersStep(Step):
    """Head and secretary; the secretary may be left out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Pejabat",
            "Siapa yang menandatangani surat. Pejabat lain bisa ditambah nanti di Pengaturan.",
            parent,
        )
        self.head = OfficerForm()
        self.secretary = OfficerForm()
        self._head_title, self._secretary_title = QLabel(), QLabel()
        pairs = ((self._head_title, self.head), (self._secretary_title, self.secretary))
        for title, form in pairs:
            title.setObjectName("cardTitle")
            card = Card()
            card.body.setSpacing(12)
            card.body.addWidget(title)
            card.body.addWidget(form)
            self.column.addWidget(card)
            form.changed.connect(self.changed)
        self.column.addStretch(1)

    def show_officers(self, officers: tuple[Officer, ...]) -> None:
        """Fill both forms."""
        head, secretary = officers
        self.head.show_officer(head)
        self.secretary.show_officer(secretary)
        self._head_title.setText(head.position)
        self._secretary_title.setText(self.tr("{0} (boleh kosong)").format(secretary.position))

    def officers(self) -> tuple[Officer, Officer]:
        """What stands in the forms."""
        return self.head.officer(), self.secretary.officer()

    def is_right(self) -> bool:
        """Whether both can be stored; if not, the caret is at the first fault."""
        secretary = self.secretary.officer()
        faults = _officer_faults(secretary) if _is_begun(secretary) else {}
        self.secretary.show_errors(faults)
        head_faults = _officer_faults(self.head.officer())
        self.head.show_errors(head_faults)
        return not (faults or head_faults)

    def focus_first(self) -> None:
        """The name of the head."""
        self.head.inputs["name"].setFocus()


def _officer_faults(officer: Officer) -> dict[str, str]:
    """What keeps this officer from being stored, by field."""
    if officer.is_head and not officer.name.name:
        return {"name": "Isi nama pimpinan kantor."}
    try:
        checked_officer(officer)
    except InputError as error:
        return error.fields
    return {}


def _is_begun(officer: Officer) -> bool:
    """Whether anything was typed about somebody who may be left out."""
    name = officer.name
    typed = (name.name, name.gelar_depan, name.gelar_belakang, name.gelar_adat, officer.nip)
    return any(typed)
