"""One input for each kind of letter field; every value goes in and out as text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.letters import FieldKind, LetterField
from nagari_kit.ui.widgets import ComboInput, DateInput, OptionLine, TextArea, TextInput


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


def input_for(field: LetterField, parent: QObject) -> FieldInput:
    """The input that suits the kind of `field`."""
    if field.kind == FieldKind.CHOICE and not field.free:
        return ChoiceField(field, parent)
    if field.kind == FieldKind.PARAGRAPH:
        return ParagraphField(field, parent)
    if field.kind == FieldKind.DATE:
        return DateField(field, parent)
    return LineField(field, parent)
