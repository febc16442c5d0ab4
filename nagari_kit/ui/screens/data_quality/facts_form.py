"""The form that puts facts right: each person of the doubt with the fields in question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import nik
from nagari_kit.domain.doubts.mend_fields import FieldKind, MendField, mend_fields
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.resident_checks import fact
from nagari_kit.domain.residents import Sex
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.code_words import RECORDING, calm
from nagari_kit.ui.screens.data_quality.doubt_words import person_line
from nagari_kit.ui.widgets import ComboInput, DateInput, LabeledField, ScrollPage, TextInput

_NOT_A_DATE = "Tulis tanggal seperti 5-9-1982."
_MARGINS = QMargins(18, 14, 18, 14)
_EMPTY_IS_NONE = frozenset({"nik"})


class FactsForm(QWidget):
    """`edited`: something was typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: DoubtCase | None = None
        self.rows: dict[str, LabeledField] = {}
        self._fields: dict[str, MendField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page: ScrollPage | None = None

    def begin(self, case: DoubtCase) -> None:
        """The people of a case; the fields hold what the books say."""
        self._case = case
        self.rows, self._fields = {}, {}
        column = QVBoxLayout()
        column.setSpacing(6)
        fields = mend_fields(case.item.doubt.rule)
        for place, person in enumerate(case.people):
            name = QLabel(person.name.full())
            name.setObjectName("rowTitle")
            line = QLabel(person_line(person, case.homes))
            line.setObjectName("secondary")
            line.setWordWrap(True)
            grid = QGridLayout()
            grid.setSpacing(12)
            for stretch in (0, 1):
                grid.setColumnStretch(stretch, 1)
            own = [one for one in fields if one.person == place]
            for number, one in enumerate(own):
                grid.addWidget(self._row(one, case), number // 2, number % 2)
            column.addWidget(name)
            column.addWidget(line)
            column.addSpacing(4)
            column.addLayout(grid)
            column.addSpacing(14)
        column.addStretch(1)
        self._show(column)

    def take_focus(self) -> None:
        """The first field."""
        for row in self.rows.values():
            row.field.setFocus()
            return

    def facts(self) -> Mapping[ResidentId, Mapping[str, object]] | None:
        """What is written, by person and path; None when something is no date."""
        found: dict[ResidentId, dict[str, object]] = {}
        case = self._case
        self.show_errors({})
        if case is None:
            return found
        well = True
        for key, one in self._fields.items():
            value, is_right = _value(one, self.rows[key].field)
            if not is_right:
                self.rows[key].set_error(_NOT_A_DATE)
                well = False
            found.setdefault(case.people[one.person].id, {})[one.path] = value
        return found if well else None

    def show_errors(self, errors: Mapping[str, str]) -> str:
        """Sentences by `person.path`; returns what belongs to no field of the form."""
        for key, row in self.rows.items():
            # The ledger names a field without the person.
            row.set_error(errors.get(key, errors.get(key.partition(".")[2], "")))
        paths = {key.partition(".")[2] for key in self.rows}
        rest = (words for key, words in errors.items() if key not in self.rows and key not in paths)
        return " ".join(rest)

    def _row(self, one: MendField, case: DoubtCase) -> LabeledField:
        known = fact(case.people[one.person], one.path)
        field: QWidget
        if one.kind is FieldKind.CHOICE:
            field = _combo(one, known)
            field.currentIndexChanged.connect(self.edited)
        elif one.kind is FieldKind.DATE:
            field = DateInput()
            field.set_date(known if isinstance(known, date) else None)
            field.changed.connect(self.edited)
        else:
            field = TextInput(str(known or ""))
            field.setMaxLength(24)
            field.textChanged.connect(self.edited)
        key = f"{one.person}.{one.path}"
        self._fields[key] = one
        self.rows[key] = LabeledField(one.label, field)
        return self.rows[key]

    def _show(self, column: QVBoxLayout) -> None:
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = ScrollPage(column, _MARGINS)
        self._layout.addWidget(self._page)


def _combo(one: MendField, known: object) -> ComboInput:
    combo = ComboInput()
    combo.addItem("Belum diketahui", None)
    labels = RECORDING if one.path == "papers.recording_status" else one.options
    for code, label in labels.items():
        combo.addItem(calm(label), code)
    chosen = combo.findData(int(known)) if isinstance(known, int) else 0
    combo.setCurrentIndex(max(0, chosen))
    return combo


def _value(one: MendField, field: QWidget) -> tuple[object, bool]:
    """What is written as the record keeps it, and whether it can be read."""
    if isinstance(field, ComboInput):
        code = field.currentData()
        return (Sex(code) if code is not None and one.path == "sex" else code), True
    if isinstance(field, DateInput):
        return field.date(), field.date() is not None or not field.text().strip()
    typed = nik.compact(field.text()) if isinstance(field, TextInput) else ""
    return (None if not typed and one.path in _EMPTY_IS_NONE else typed), True
