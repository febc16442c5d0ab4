"""The middle: the form of the chosen block, what it asks the officer, and what is wrong there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.letter_editing import EditFault
from nagari_kit.ui.screens.letter_editor.asked_kinds import FIELD
from nagari_kit.ui.screens.letter_editor.editing import item_words
from nagari_kit.ui.screens.letter_editor.fault_box import FaultBox
from nagari_kit.ui.screens.letter_editor.form_kind import FormKind
from nagari_kit.ui.screens.letter_editor.item_list import ItemList
from nagari_kit.ui.screens.letter_editor.part_form import PartForm
from nagari_kit.ui.screens.letter_editor.part_inputs import FormContext
from nagari_kit.ui.widgets import Button, ElidedLabel, IconLabel, KeyHint, ScrollPage


class FormPane(QWidget):
    """`edited` carries the values; `field_requested` an id of a field, "" for a new one.

    `fix_requested` carries the fault that the officer wants to mend.
    """

    edited = Signal()
    copy_requested = Signal()
    remove_requested = Signal()
    name_requested = Signal()
    name_wanted = Signal(object)
    item_requested = Signal(str, int)
    field_requested = Signal(str)
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: PartForm | None = None
        self._is_block = False
        self._field_ids: tuple[str, ...] = ()
        self._names: Mapping[str, Any] = {}
        self._title = ElidedLabel()
        self._title.setObjectName("cardTitle")
        self.copy = _small("copy", self.tr("Salin blok ini (Ctrl+D)"))
        self.remove = _small("trash", self.tr("Hapus blok ini (Del di daftar)"))
        self.insert = Button(self.tr("Sisipkan isian"), kind="soft", icon="plus")
        self.fields = ItemList(
            self.tr("Isian yang ditanyakan petugas"),
            self.tr("Tambah isian"),
            lambda item: item_words(FIELD, item, self._names),
        )
        self.faults = FaultBox()
        self._slot = QVBoxLayout()
        self._build()
        self.copy.clicked.connect(self.copy_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.insert.clicked.connect(self.name_requested)
        self.fields.open_requested.connect(self._open_field)
        self.faults.fix_requested.connect(self.fix_requested)

    def show_form(
        self,
        kind: FormKind,
        title: str,
        values: Mapping[str, Any],
        context: FormContext,
        *,
        is_block: bool,
    ) -> PartForm:
        """Another form in the place of the former."""
        if self.form is not None:
            self._slot.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self._title.setText(title)
        self.copy.setVisible(is_block)
        self.remove.setVisible(is_block)
        form = PartForm(kind, values, context)
        form.edited.connect(self.edited)
        form.item_requested.connect(self.item_requested)
        form.name_wanted.connect(self.name_wanted)
        self._slot.addWidget(form)
        self.form = form
        self._is_block = is_block
        self._pills.setVisible(False)
        self.fields.setVisible(False)
        return form

    def finish(self) -> None:
        """All parts of the form are there."""
        asks = self._is_block and self.form is not None and self.form.last_text is not None
        self._pills.setVisible(asks)

    def show_fields(
        self, fields: Sequence[Mapping[str, Any]], names: Mapping[str, Any], faults: dict[int, str]
    ) -> None:
        """Those of the letter's fields that this block prints."""
        self._names = names
        self._field_ids = tuple(str(one.get("id")) for one in fields)
        self.fields.show_items(fields)
        self.fields.show_faults(faults)
        self.fields.show()

    def show_faults(self, faults: Sequence[EditFault]) -> None:
        """What is wrong in the chosen row."""
        self.faults.show_faults(faults)

    def take_focus(self, key: str = "", item: int = -1) -> None:
        """Into the form."""
        if self.form is not None:
            self.form.take_focus(key, item)

    def _open_field(self, place: int) -> None:
        self.field_requested.emit(self._field_ids[place] if place >= 0 else "")

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addStrut(self.copy.sizeHint().height())
        head.addWidget(self.copy)
        head.addWidget(self.remove)
        self._pills = QWidget()
        pills = QHBoxLayout(self._pills)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(8)
        pills.addWidget(self.insert)
        pills.addWidget(KeyHint("Ctrl Spasi"))
        pills.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addWidget(self.faults)
        inner.addLayout(self._slot)
        inner.addWidget(self._pills)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        head.setContentsMargins(20, 0, 12, 0)
        column.addLayout(head)
        column.addWidget(ScrollPage(inner, QMargins(20, 4, 16, 10)), 1)
        note = QHBoxLayout()
        note.setContentsMargins(20, 0, 16, 2)
        note.setSpacing(8)
        note.addWidget(IconLabel("info-circle", 16, "ink3"))
        words = ElidedLabel(self.tr("Surat yang sudah terbit tidak ikut berubah."))
        words.setObjectName("secondary")
        note.addWidget(words, 1)
        column.addLayout(note)


def _small(icon: str, words: str) -> Button:
    found = Button("", kind="ghost", icon=icon)
    found.setAccessibleName(words)
    found.setToolTip(words)
    return found
