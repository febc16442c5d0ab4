"""`Bila … maka`: when a part of a letter is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_editing import NameMeaning
from nagari_kit.ui.widgets import Button, ComboInput, TextInput

_CONDITION = re.compile(r"(\S+)\s+(ada|kosong|==|!=)\s*(.*)\Z", re.DOTALL)
_OPERATORS = (("ada", "terisi"), ("kosong", "kosong"), ("==", "sama dengan"), ("!=", "bukan"))


class _Line(QWidget):
    """One condition."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, condition: str, names: Mapping[str, NameMeaning]) -> None:
        super().__init__()
        match = _CONDITION.match(condition)
        name, operator, value = match.groups() if match else (condition, "ada", "")
        self.name, self.operator, self.value = ComboInput(), ComboInput(), TextInput(value)
        self.name.setAccessibleName(self.tr("Bila isian"))
        self.operator.setAccessibleName(self.tr("Hubungan"))
        self.value.setAccessibleName(self.tr("Kata"))
        for source, one in names.items():
            self.name.addItem(one.meaning, source)
        if name and name not in names:
            self.name.insertItem(0, name, name)
        self.name.setCurrentIndex(max(0, self.name.findData(name)))
        for key, words in _OPERATORS:
            self.operator.addItem(words, key)
        self.operator.setCurrentIndex(max(0, self.operator.findData(operator)))
        remove = Button("", kind="ghost", icon="x")
        remove.setAccessibleName(self.tr("Hapus syarat ini"))
        remove.setToolTip(self.tr("Hapus syarat ini"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.operator, 1)
        row.addWidget(self.value, 1)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addLayout(row)
        self._follow()
        self.operator.currentIndexChanged.connect(lambda _place: self._follow())
        self.name.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.operator.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.value.textEdited.connect(lambda _text: self.edited.emit())
        remove.clicked.connect(lambda: self.removed.emit(self))

    def condition(self) -> str:
        """As it is written."""
        operator = str(self.operator.currentData())
        start = f"{self.name.currentData()} {operator}"
        return f"{start} {self.value.text().strip()}" if operator in {"==", "!="} else start

    def _follow(self) -> None:
        self.value.setEnabled(self.operator.currentData() in {"==", "!="})


class ConditionLines(QWidget):
    """All of them must hold. `edited`: the officer changed something."""

    edited = Signal()

    def __init__(
        self, found: Sequence[str], names: Mapping[str, NameMeaning], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._head = QLabel(self.tr("Hanya dicetak bila"))
        self._head.setObjectName("fieldLabel")
        self.add = Button(self.tr("Bila … maka"), kind="soft", icon="arrows-split-2")
        self._column.addWidget(self._head)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        for one in found:
            self._append(one)
        self._head.setVisible(bool(self._lines))
        self.add.clicked.connect(self._begin)

    def conditions(self) -> list[str]:
        """All lines."""
        return [line.condition() for line in self._lines]

    def _begin(self) -> None:
        first = next((name for name in self._names if name.startswith("isian.")), "")
        line = self._append(f"{first or next(iter(self._names), 'warga.nama')} ada")
        line.show()
        self._head.show()
        line.name.setFocus()
        self.edited.emit()

    def _append(self, condition: str) -> _Line:
        line = _Line(condition, self._names)
        line.edited.connect(self.edited)
        line.removed.connect(self._remove)
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        self._head.setVisible(bool(self._lines))
        self.add.setFocus()
        line.deleteLater()
        self.edited.emit()
