"""Fields in two columns whose values are texts by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nagari_kit.domain.dates import typed_date
from nagari_kit.ui.widgets import ComboInput, DateInput, LabeledField, TextInput

_COLUMNS = 2


class EntryGrid(QWidget):
    """`changed` with every stroke. A date is ISO text, or what was typed when it is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, LabeledField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._next = 0

    def add_text(self, name: str, label: str, *, wide: bool = False, hint: str = "") -> None:
        """A line."""
        line = TextInput()
        line.textChanged.connect(lambda _text: self.changed.emit())
        self._put(name, LabeledField(label, line, hint), wide=wide)

    def add_date(self, name: str, label: str) -> None:
        """A day."""
        field = DateInput()
        field.changed.connect(self.changed)
        self._put(name, LabeledField(label, field), wide=False)

    def add_choice(self, name: str, label: str, options: Sequence[tuple[str, str]]) -> None:
        """One of `options`: value and words."""
        combo = ComboInput()
        for value, words in options:
            combo.addItem(words, value)
        combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._put(name, LabeledField(label, combo), wide=False)

    def values(self) -> dict[str, str]:
        """Every field as text."""
        return {name: _text_of(row.field) for name, row in self.rows.items()}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill in; nobody is told."""
        for name, row in self.rows.items():
            row.set_error("")
            with QSignalBlocker(row.field):
                _fill(row.field, values.get(name, ""))

    def show_row(self, name: str, *, shown: bool) -> None:
        """Ask for it, or not."""
        self.rows[name].setVisible(shown)

    def _put(self, name: str, row: LabeledField, *, wide: bool) -> None:
        if wide and self._next % _COLUMNS:
            self._next += 1
        span = _COLUMNS if wide else 1
        self._grid.addWidget(row, self._next // _COLUMNS, self._next % _COLUMNS, 1, span)
        self._next += span
        self.rows[name] = row


def _text_of(field: QWidget) -> str:
    if isinstance(field, ComboInput):
        return str(field.currentData() or "")
    if isinstance(field, DateInput):
        day = field.date()
        return day.isoformat() if day is not None else field.text().strip()
    return " ".join(field.text().split()) if isinstance(field, TextInput) else ""


def _fill(field: QWidget, text: str) -> None:
    if isinstance(field, ComboInput):
        field.setCurrentIndex(max(0, field.findData(text)))
    elif isinstance(field, DateInput):
        day = typed_date("-".join(reversed(text.split("-"))))
        field.set_date(day) if day is not None else field.setText(text)
    elif isinstance(field, TextInput):
        field.setText(text)
