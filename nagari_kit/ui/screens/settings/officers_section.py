"""The officers who sign: a list, and the form of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.ui.office_forms.officer_form import OfficerForm
from nagari_kit.ui.screens.settings.section import EditedSection
from nagari_kit.ui.widgets import Button, Card


class OfficersSection(EditedSection):
    """`save_requested` carries an Officer, `new_requested` asks for an empty one."""

    save_requested = Signal(object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Pejabat",
            "Penanda tangan surat. Nama di surat lama tetap.",
            parent,
        )
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(self.tr("Pejabat"))
        self.list.setFixedWidth(250)
        self.list.setMinimumHeight(220)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = OfficerForm(with_position=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        card = Card()
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        self.column.addLayout(row)
        self.finish()
        self.add = Button(self.tr("Pejabat baru"), icon="user-plus")
        self.save = Button(self.tr("Simpan pejabat"), kind="primary", icon="check", key_hint="F9")
        self.footer.add_button(self.add)
        self.footer.add_button(self.save)
        self.list.currentRowChanged.connect(self._choose)
        self.add.clicked.connect(self.new_requested)
        self.save.clicked.connect(self.submit)
        self._officers: list[Officer] = []
        self._place = -1

    def show_officers(self, officers: tuple[Officer, ...], chosen: OfficerId | None = None) -> None:
        """Fill the list; `chosen` is the id of the officer to show."""
        self._officers = list(officers)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for one in officers:
            standing = "" if one.standing is Standing.DEFINITIF else f"{one.standing.value} "
            words = f"{one.name.full() or self.tr('Pejabat baru')}\n{standing}{one.position}"
            item = QListWidgetItem(words)
            item.setToolTip(words)
            self.list.addItem(item)
        ids = [one.id for one in officers]
        place = ids.index(chosen) if chosen is not None and chosen in ids else 0
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show(place if officers else -1)

    def content(self) -> object:
        """The officer as it stands in the form, or nobody."""
        return self.form.officer() if self._place >= 0 else ()

    def submit(self) -> None:
        """Ask to save what stands in the form."""
        if self._officers and (faults := self.form.faults()):
            self.show_errors(faults)
        elif self._officers:
            self.note_submitted()
            self.save_requested.emit(self.form.officer())

    def show_errors(self, errors: dict[str, str]) -> None:
        """Mark the fields."""
        self.form.show_errors(errors)

    def show_saved(self) -> None:
        """Say that it is kept."""
        self.note_stored()
        self.tell_saved()

    def tell_saved(self) -> None:
        """Say so again, after the section was filled anew."""
        self.footer.set_note(self.tr("Pejabat tersimpan."), "circle-check", "ok")

    def _choose(self, place: int) -> None:
        if place == self._place:
            return
        if self.is_edited():
            self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.list.setCurrentRow(self._place)
            self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
            self.keep_typed()
        else:
            self._show(place)

    def _show(self, place: int) -> None:
        has_one = 0 <= place < len(self._officers)
        self._place = place if has_one else -1
        self.form.setEnabled(has_one)
        self.save.setEnabled(has_one)
        if has_one:
            self.form.show_officer(self._officers[place])
        self.note_shown()
