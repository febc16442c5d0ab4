"""One input for each kind of field of the form; every value goes in and out as text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.ui.code_words import RECORDING, code_words
from nagari_kit.ui.screens.resident_form.field_specs import Entry, FieldSpec
from nagari_kit.ui.widgets import ComboInput, DateInput, OptionLine, TextArea, TextInput

_PASSING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""The caret comes back from a list or another window: the field was not left."""


class FieldInput(QObject):
    """A widget as text. `changed` comes when the officer or the program changes it."""

    changed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        widget.installEventFilter(self)

    def text(self) -> str:
        """What stands in it, without outer blanks."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put `text` into it."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the caret comes and goes."""
        if isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            signal = self.entered if event.gotFocus() else self.left
            signal.emit()
        return super().eventFilter(watched, event)


class LineInput(FieldInput):
    """A line, with or without a list; also a date."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        line.textChanged.connect(self.changed)

    def text(self) -> str:
        """The line."""
        return self._line.text().strip()

    def set_text(self, text: str) -> None:
        """Replace it; its beginning is what is seen."""
        self._line.setText(text)
        self._line.setCursorPosition(0)


class AreaInput(FieldInput):
    """Several lines."""

    def __init__(self, area: QPlainTextEdit) -> None:
        super().__init__(area)
        self._area = area
        area.textChanged.connect(self.changed)

    def text(self) -> str:
        """All lines."""
        return self._area.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Replace them."""
        self._area.setPlainText(text)


class CodeInput(FieldInput):
    """A closed list; "" until something is chosen."""

    def __init__(self, combo: QComboBox, codes: str) -> None:
        super().__init__(combo)
        self._combo = combo
        combo.addItem("Pilih …", "")
        for code, words in code_lists.LISTS[codes].items():
            official = code_words({code: words}, code)
            shown = RECORDING[code] if codes == "recording_status" else official
            combo.addItem(shown, str(code))
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def text(self) -> str:
        """The code as digits, or ""."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose a code."""
        self._combo.setCurrentIndex(max(0, self._combo.findData(text)))


def input_for(spec: FieldSpec) -> FieldInput:
    """The input that suits the field."""
    if spec.entry is Entry.CODE:
        return CodeInput(ComboInput(), spec.codes)
    if spec.entry is Entry.AREA:
        return AreaInput(TextArea())
    if spec.entry is Entry.DATE:
        return LineInput(DateInput())
    line: QLineEdit
    if spec.entry is Entry.LISTED:
        labels = code_lists.LISTS[spec.codes]
        line = OptionLine([code_words(labels, code) for code in labels])
    elif spec.entry is Entry.PROPOSED:
        line = OptionLine(())
    else:
        line = TextInput()
    if spec.entry in {Entry.DIGITS, Entry.NUMBER}:
        line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9 .-]*"), line))
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    line.setPlaceholderText(spec.example)
    return LineInput(line)
