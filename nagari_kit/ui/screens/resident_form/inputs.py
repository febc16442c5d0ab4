"""The input that suits each kind of field of the form."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from nagari_kit.domain import code_lists
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.record_forms.field_inputs import (
    AreaInput,
    CodeInput,
    FieldInput,
    LineInput,
    digits_only,
)
from nagari_kit.ui.screens.resident_form.field_specs import Entry, FieldSpec
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import ComboInput, DateInput, OptionLine, TextArea, TextInput

_AREA = 96
"""Four lines."""


def input_for(spec: FieldSpec) -> FieldInput:
    """The input that suits the field."""
    if spec.entry is Entry.CODE:
        return CodeInput(ComboInput(), spec.codes)
    if spec.entry is Entry.AREA:
        area = TextArea()
        area.setFixedHeight(scaled(_AREA))
        return AreaInput(area)
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
        digits_only(line)
    line.setPlaceholderText(spec.example)
    return LineInput(line)
