"""Builds a letter's input fields from its definition, reads them and marks what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.letters import FieldKind, LetterField
from nagari_kit.ui.screens.letter_issue.field_inputs import FieldInput, input_for
from nagari_kit.ui.widgets import LabeledField

_FIELD_GAP = 12
_HALF_GAP = 16


class LetterFields(QWidget):
    """`changed` carries field id and value, `entered` the id that has the caret.

    Values are text in every kind of field: ISO dates, digits, free text.
    """

    changed = Signal(str, str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_HALF_GAP)
        self._grid.setVerticalSpacing(_FIELD_GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._inputs: dict[str, FieldInput] = {}
        self._rows: dict[str, LabeledField] = {}
        self._pairs: list[tuple[LabeledField, LabeledField]] = []

    def show_fields(self, fields: Iterable[LetterField], values: Mapping[str, str]) -> None:
        """Replace all fields; two half fields that follow each other stand side by side."""
        self._clear()
        row = column = 0
        for field in fields:
            wide = not field.half or field.kind == FieldKind.TABLE
            if wide and column == 1:
                row, column = row + 1, 0
            self._add(field, values.get(field.id, ""), row, column)
            if wide or column == 1:
                row, column = row + 1, 0
            else:
                column = 1
        self._level()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._level()

    def labels(self) -> dict[str, str]:
        """Label of every field by its id."""
        return {field_id: entry.field.label for field_id, entry in self._inputs.items()}

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {field_id: entry.value() for field_id, entry in self._inputs.items()}

    def set_errors(self, errors: Mapping[str, str]) -> str:
        """Show each sentence over its field; returns the id of the first wrong field, or ""."""
        first = ""
        for field_id, row in self._rows.items():
            row.set_error(errors.get(field_id, ""))
            if field_id in errors and not first:
                first = field_id
        return first

    def focus(self, field_id: str = "") -> None:
        """Put the caret into `field_id`, or into the first field that is empty, else the first."""
        wanted = self._inputs.get(field_id) or self._first_to_fill()
        if wanted is not None:
            wanted.widget.setFocus()
            wanted.select_all()

    def widgets(self) -> list[QWidget]:
        """The inputs in their order."""
        return [entry.widget.focusProxy() or entry.widget for entry in self._inputs.values()]

    def row_of(self, field_id: str) -> QWidget | None:
        """Label and input together, for scrolling to it."""
        return self._rows.get(field_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which field has the caret."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(str(watched.property("field_id")))
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _first_to_fill(self) -> FieldInput | None:
        entries = list(self._inputs.values())
        for entry in entries:
            if entry.field.required and not entry.value().strip():
                return entry
        return entries[0] if entries else None

    def _add(self, field: LetterField, value: str, row: int, column: int) -> None:
        entry = input_for(field, self)
        entry.set_value(value)
        entry.changed.connect(lambda text: self._on_change(field.id, text))
        stop = entry.widget.focusProxy() or entry.widget
        stop.setProperty("field_id", field.id)
        stop.installEventFilter(self)
        label = field.label if field.required else f"{field.label} (boleh kosong)"
        labelled = LabeledField(label, entry.widget, field.help)
        labelled.wrap_label()
        self._inputs[field.id] = entry
        self._rows[field.id] = labelled
        half = field.half and field.kind != FieldKind.TABLE
        self._grid.addWidget(labelled, row, column, 1, 1 if half else 2)
        if column == 1:
            self._pairs.append((list(self._rows.values())[-2], labelled))
        # A layout shows what is new a moment later; the caret may be wanted at once.
        labelled.show()

    def _level(self) -> None:
        """Inputs side by side stand level, whatever is said under them."""
        half = (self.width() - _HALF_GAP) // 2
        for pair in self._pairs:
            height = max(row.help_height(half) for row in pair)
            for row in pair:
                row.keep_help_height(height)

    def _on_change(self, field_id: str, text: str) -> None:
        self._rows[field_id].set_error("")
        self.changed.emit(field_id, text)

    def _clear(self) -> None:
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        for entry in self._inputs.values():
            entry.deleteLater()
        self._inputs.clear()
        self._rows.clear()
        self._pairs.clear()
