"""One card of the form: its fields in a grid of twelve columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from nagari_kit.ui.record_forms.field_inputs import FieldInput
from nagari_kit.ui.record_forms.form_field import FormField
from nagari_kit.ui.screens.resident_form.field_specs import COLUMNS, FieldSpec, Section
from nagari_kit.ui.screens.resident_form.inputs import input_for
from nagari_kit.ui.widgets import Button, Card, IconLabel

_GAP, _ROW_GAP = 12, 14


class SectionCard(Card):
    """Signals carry the path of a field. A restricted section is empty until it is opened."""

    edited = Signal(str)
    left = Signal(str)
    entered = Signal(str)
    open_requested = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__(section.title.replace("&&", "&"))
        self.section = section
        self.inputs: dict[str, FieldInput] = {}
        self.rows: dict[str, FormField] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_ROW_GAP)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self._lock: QWidget | None = None
        self.open_button = Button(self.tr("Buka bagian ini"), kind="secondary", icon="lock-open")
        self.open_button.clicked.connect(self.open_requested)
        if section.restricted:
            self._lock = self._locked()
            self.body.addWidget(self._lock)

    @property
    def is_open(self) -> bool:
        """Whether its fields can be seen."""
        return bool(self.inputs)

    def fill(self) -> None:
        """Make the fields, if they are not there: when the card stands where it belongs.

        Each step of moving a filled card to its place would style all its fields once more.
        """
        if not self.is_open:
            if self._lock is not None:
                self._lock.hide()
            self._add_fields()

    def close_again(self) -> None:
        """Hide the fields of a restricted section, and forget what stands in them."""
        if self._lock is not None and self.is_open:
            for row in self.rows.values():
                self._grid.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows.clear()
            self.inputs.clear()
            self._lock.show()

    def first(self) -> QWidget | None:
        """Where the caret goes first."""
        if self._lock is not None and not self.is_open:
            return self.open_button
        return next((entry.widget for entry in self.inputs.values()), None)

    def texts(self) -> dict[str, str]:
        """What stands in the fields that can be seen."""
        return {path: entry.text() for path, entry in self.inputs.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Fill the fields named."""
        for path, entry in self.inputs.items():
            if path in texts:
                entry.set_text(texts[path])

    def _add_fields(self) -> None:
        row = column = 0
        for spec in self.section.fields:
            if column + spec.span > COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(self._field(spec), row, column, 1, spec.span)
            column += spec.span

    def _field(self, spec: FieldSpec) -> FormField:
        entry = input_for(spec)
        entry.widget.setProperty("path", spec.path)
        field = FormField(spec.label, entry.widget, spec.help)
        field.wrap_label()
        self.inputs[spec.path] = entry
        self.rows[spec.path] = field
        entry.changed.connect(lambda: self.edited.emit(spec.path))
        entry.left.connect(lambda: self.left.emit(spec.path))
        entry.entered.connect(lambda: self.entered.emit(spec.path))
        return field

    def _locked(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QLabel(
            self.tr("Tertutup karena bersifat pribadi. Siapa yang membukanya akan tercatat.")
        )
        words.setObjectName("secondary")
        words.setWordWrap(True)
        self.open_button = Button(self.tr("Buka bagian ini"), kind="secondary", icon="lock-open")
        self.open_button.clicked.connect(self.open_requested)
        row.addWidget(IconLabel("lock", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        row.addWidget(self.open_button)
        return line
