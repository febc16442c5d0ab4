"""The letterhead of the office, with a test page for the printer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.office import OfficeProfile
from nagari_kit.ui.office_forms.kop_form import KopForm
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.widgets import Button, Card


class KopSection(EditedSection):
    """`save_requested` carries the profile as it stands in the form."""

    save_requested = Signal(object)
    test_page_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kop dan kertas",
            "Tampil di surat berikutnya. Surat lama tidak berubah.",
            parent,
        )
        self.form = KopForm(wide=True)
        card = Card()
        card.body.addWidget(self.form)
        self.column.addWidget(card)
        self.finish()
        self.test_page = Button(self.tr("Simpan lembar uji"), icon="ruler-measure")
        self.save = Button(self.tr("Simpan kop"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.test_page)
        self.footer.add_button(self.save)
        self.test_page.clicked.connect(self.test_page_requested)
        self.save.clicked.connect(self.submit)

    def show_profile(self, profile: OfficeProfile) -> None:
        """Fill the form."""
        self.form.show_profile(profile)
        self.note_shown()

    def content(self) -> object:
        """The profile as it stands here."""
        return self.form.profile()

    def submit(self) -> None:
        """Ask to save, unless something is missing."""
        missing = self.form.missing()
        self.form.show_errors(missing)
        if not missing:
            self.note_submitted()
            self.save_requested.emit(self.form.profile())

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.footer.set_note(self.tr("Kop tersimpan."), "circle-check", "ok")
