"""Inputs that speak in texts, whatever the widget: a line, an area, a code of a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.ui.code_words import RECORDING, code_words

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


def digits_only(line: QLineEdit) -> None:
    """Let the line take figures, with the blanks and signs that people put between them."""
    line.setValidator(_Figures(line))
    line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


def takes_figures(widget: QWidget) -> bool:
    """Whether letters are refused in it."""
    return isinstance(widget, QLineEdit) and isinstance(widget.validator(), _Figures)


class _Figures(QValidator):
    """What stands before the figures of a copied cell (a blank, an apostrophe) is left out."""

    def validate(self, text: str, place: int) -> object:
        """Figures with blanks, dots and hyphens between them."""
        kept = text.lstrip(" \u00a0\t'’")
        if kept.translate(_BETWEEN).strip("0123456789"):
            return QValidator.State.Invalid, text, place
        return QValidator.State.Acceptable, kept, max(0, place - (len(text) - len(kept)))


_BETWEEN = str.maketrans("", "", " \u00a0\t.-")
