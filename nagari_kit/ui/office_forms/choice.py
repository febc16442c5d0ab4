"""A short choice as a segmented control that speaks in values instead of places."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.ui.widgets import SegmentedControl


class Choice(QWidget):
    """`entries` are (value, words); `changed` carries the value."""

    changed = Signal(str)

    def __init__(self, name: str, entries: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._values = [value for value, _words in entries]
        self._control = SegmentedControl([words for _value, words in entries])
        self._control.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._control)
        row.addStretch(1)
        self._control.current_changed.connect(lambda place: self.changed.emit(self._values[place]))

    def value(self) -> str:
        """The chosen value."""
        return self._values[self._control.current()]

    def set_value(self, value: str) -> None:
        """Choose `value`; an unknown one chooses the first."""
        known = value in self._values
        self._control.set_current(self._values.index(value) if known else 0)
