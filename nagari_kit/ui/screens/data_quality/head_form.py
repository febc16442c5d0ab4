"""Chooses who heads a KK, and what the others are who were written so wrongly."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Resident
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.screens.data_quality.doubt_words import person_line
from nagari_kit.ui.widgets import ComboInput, LabeledField, ScrollPage

_MARGINS = QMargins(18, 14, 18, 14)


class HeadForm(QWidget):
    """`edited`: another head or relation was chosen."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: DoubtCase | None = None
        self.head = ComboInput()
        self.relations: dict[ResidentId, LabeledField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page: ScrollPage | None = None

    def begin(self, case: DoubtCase, proposed: ResidentId | None) -> None:
        """The members of a KK; `proposed` is the likeliest head."""
        self._case = case
        self.relations = {}
        self.head = ComboInput()
        for one in case.members:
            self.head.addItem(one.name.full(), one.id)
        self.head.setCurrentIndex(max(0, self.head.findData(proposed)))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(LabeledField(self.tr("Kepala keluarga"), self.head))
        column.addSpacing(10)
        for one in case.members:
            self._add_member(column, one, case)
        column.addStretch(1)
        self.head.currentIndexChanged.connect(self._show_relations)
        self._show(column)
        self._show_relations()

    def take_focus(self) -> None:
        """The choice of the head."""
        self.head.setFocus()

    def chosen(self) -> tuple[ResidentId, Mapping[ResidentId, int]] | None:
        """The head and the relations of wrong heads; None while one has no relation."""
        head: ResidentId = self.head.currentData()
        found: dict[ResidentId, int] = {}
        for resident_id, row in self.relations.items():
            code = _code_of(row)
            if resident_id == head:
                continue
            row.set_error("" if code else self.tr("Pilih hubungannya dengan kepala keluarga."))
            if code is None:
                return None
            found[resident_id] = code
        return head, found

    def _add_member(self, column: QVBoxLayout, one: Resident, case: DoubtCase) -> None:
        name = QLabel(one.name.full())
        name.setObjectName("rowTitle")
        line = QLabel(person_line(one, case.homes))
        line.setObjectName("secondary")
        line.setWordWrap(True)
        column.addWidget(name)
        column.addWidget(line)
        if one.family_relation == HEAD:
            combo = ComboInput()
            combo.addItem(self.tr("Pilih …"), None)
            for code, label in code_lists.FAMILY_RELATION.items():
                if code != HEAD:
                    combo.addItem(calm(label), code)
            combo.currentIndexChanged.connect(self.edited)
            words = self.tr("Hubungan {0} dengan kepala keluarga").format(one.name.name)
            self.relations[one.id] = LabeledField(words, combo)
            column.addWidget(self.relations[one.id])
        column.addSpacing(10)

    def _show_relations(self) -> None:
        head = self.head.currentData()
        for resident_id, row in self.relations.items():
            row.setVisible(resident_id != head)
        self.edited.emit()

    def _show(self, column: QVBoxLayout) -> None:
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = ScrollPage(column, _MARGINS)
        self._layout.addWidget(self._page)


def _code_of(row: LabeledField) -> int | None:
    field = row.field
    return field.currentData() if isinstance(field, ComboInput) else None
