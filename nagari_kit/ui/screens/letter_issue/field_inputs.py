"""One input for each kind of letter field; every value goes in and out as text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.letters import FieldKind, LetterField
from nagari_kit.ui.record_forms.grid_table import GridTable
from nagari_kit.ui.widgets import Button, ComboInput, DateInput, OptionLine, TextArea, TextInput


class FieldInput(QObject):
    """A widget that gives and takes text. `changed` carries the new text."""

    changed = Signal(str)

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(parent)
        self.field = field
        self.widget: QWidget = QWidget()

    def value(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    def set_value(self, text: str) -> None:
        """Put `text` into it."""
        raise NotImplementedError

    def select_all(self) -> None:
        """Select the text, where there is one to overwrite."""


class LineField(FieldInput):
    """Free text, digits or an amount; with a list to pick from when the field has options."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.line = OptionLine(field.options) if field.options else TextInput()
        self.widget = self.line
        if field.kind in {FieldKind.NUMBER, FieldKind.MONEY}:
            # Nothing typed is swallowed: "-5" is called wrong, never taken for 5.
            self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.textChanged.connect(self.changed)

    def value(self) -> str:
        """The text without outer blanks."""
        return self.line.text().strip()

    def set_value(self, text: str) -> None:
        """Replace the text; the caret goes to its end."""
        self.line.setText(text)

    def select_all(self) -> None:
        """A new value overwrites the old one."""
        self.line.selectAll()


class ParagraphField(FieldInput):
    """Text of several lines."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.area = TextArea()
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(92)
        self.widget = self.area
        self.area.textChanged.connect(lambda: self.changed.emit(self.value()))

    def value(self) -> str:
        """The text without outer blanks."""
        return self.area.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Replace the text."""
        self.area.setPlainText(text)


class ChoiceField(FieldInput):
    """One of a closed list; nothing is chosen until the officer chooses."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.combo = ComboInput()
        self.widget = self.combo
        self.combo.addItem("Pilih …", "")
        for option in field.options:
            self.combo.addItem(option, option)
        self.combo.currentIndexChanged.connect(lambda _index: self.changed.emit(self.value()))

    def value(self) -> str:
        """The option, or "" when none is chosen."""
        return str(self.combo.currentData() or "")

    def set_value(self, text: str) -> None:
        """Choose `text`; one that is no option (any more) chooses nothing."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(text)))


class DateField(FieldInput):
    """A civil date; the value is ISO `2026-11-24` or ""."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.input = DateInput()
        self.widget = self.input
        self.input.changed.connect(lambda: self.changed.emit(self.value()))

    def value(self) -> str:
        """ISO date, or ""."""
        day = self.input.date()
        return day.isoformat() if day else ""

    def set_value(self, text: str) -> None:
        """Take an ISO date; anything else empties it."""
        try:
            self.input.set_date(date.fromisoformat(text))
        except ValueError:
            self.input.set_date(None)


class TimeField(LineField):
    """Hours and minutes; what is typed as `9.30` goes out as `09:30`."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.line.setPlaceholderText("jj.mm, contoh 09.30")

    def value(self) -> str:
        """`HH:MM`, or the text as it is while it is no time."""
        typed = self.line.text().strip()
        hours, sign, minutes = typed.replace(".", ":").partition(":")
        if sign and hours.isdecimal() and minutes.isdecimal():
            return f"{int(hours):02d}:{minutes}"
        return typed

    def set_value(self, text: str) -> None:
        """Shown with a dot, as one writes it here."""
        self.line.setText(text.replace(":", "."))


class YesNoField(ChoiceField):
    """`ya` or `tidak`, written large."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(replace(field, options=()), parent)
        self.field = field
        for value in ("ya", "tidak"):
            self.combo.addItem(value.capitalize(), value)


class TableField(FieldInput):
    """Rows of cells; the value is a JSON list of objects of texts by column id."""

    def __init__(self, field: LetterField, parent: QObject) -> None:
        super().__init__(field, parent)
        self.table = GridTable(field.columns, grows=True)
        self.add = Button(self.tr("Tambah baris"), kind="ghost", icon="plus")
        self.remove = Button(self.tr("Hapus baris"), kind="ghost", icon="trash")
        self.widget = _TableBox(self.table, (self.add, self.remove))
        self.table.setAccessibleName(field.label)
        self.table.cells.edited.connect(lambda: self.changed.emit(self.value()))
        self.add.clicked.connect(self.table.add_row)
        self.remove.clicked.connect(self.table.drop_current)

    def value(self) -> str:
        """Rows that say something; "" when none does."""
        rows = [row for row in self.table.cells.rows() if any(row.values())]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""

    def set_value(self, text: str) -> None:
        """Other rows; what is no table empties it."""
        try:
            rows = json.loads(text) if text.strip() else []
        except ValueError:
            rows = []
        rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        self.table.cells.begin([{str(key): str(cell) for key, cell in row.items()} for row in rows])
        if not rows:
            self.table.cells.add_row()

    def select_all(self) -> None:
        """The caret into the first cell that is empty."""
        self.table.stand_in_first_empty()


class _TableBox(QWidget):
    """The table with its buttons under it; the focus goes to the table."""

    def __init__(self, table: GridTable, buttons: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setFocusProxy(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(table)
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)


def input_for(field: LetterField, parent: QObject) -> FieldInput:
    """The input that suits the kind of `field`."""
    if field.kind == FieldKind.CHOICE and not field.free:
        return ChoiceField(field, parent)
    if field.kind == FieldKind.PARAGRAPH:
        return ParagraphField(field, parent)
    if field.kind == FieldKind.DATE:
        return DateField(field, parent)
    special = {
        FieldKind.TIME: TimeField,
        FieldKind.YES_NO: YesNoField,
        FieldKind.TABLE: TableField,
    }.get(field.kind, LineField)
    return special(field, parent)
