"""A labelled input of the form, which says faults and doubts over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from nagari_kit.ui.record_forms.field_inputs import takes_figures
from nagari_kit.ui.widgets import IconLabel, LabeledField
from nagari_kit.ui.widgets.fields import announce

_FIGURES = "Di sini hanya angka. Huruf tidak ikut ditulis."
_UNDER_LABEL = 2
"""After the stretch and the label: inputs side by side stand level."""


class FormField(LabeledField):
    """A doubt stops nothing: it is asked about once, when the form is saved."""

    def __init__(self, label: str, field: QWidget, help_text: str = "") -> None:
        super().__init__(label, field, help_text)
        self._doubt_words = QLabel()
        self._doubt_words.setObjectName("warnText")
        self._doubt_words.setWordWrap(True)
        self._doubt = QWidget()
        row = QHBoxLayout(self._doubt)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("alert-triangle", 16, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._doubt_words, 1)
        self._doubt.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_UNDER_LABEL, self._doubt)
        if isinstance(field, QLineEdit) and takes_figures(field):
            field.inputRejected.connect(lambda: self.set_doubt(_FIGURES))
            field.textChanged.connect(self._take_back)

    def set_doubt(self, text: str) -> None:
        """Say over the input what seems odd; "" takes it away."""
        if text == self._doubt_words.text():
            return
        self._doubt_words.setText(text)
        self._doubt.setVisible(bool(text))
        if text:
            announce(self, text)

    def _take_back(self) -> None:
        if self._doubt_words.text() == _FIGURES:
            self.set_doubt("")

    def doubt(self) -> str:
        """What seems odd."""
        return self._doubt_words.text()
