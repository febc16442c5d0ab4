"""What everybody is to the head of the KK: proposed, and the officer has the last word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.screens.population_event.person_words import standing_words
from nagari_kit.ui.screens.population_event.succession import RelationRow
from nagari_kit.ui.widgets import ComboInput, ElidedLabel

_BY_TAB = Qt.FocusPolicy.TabFocus


class RelationTable(QFrame):
    """A row per person; `changed` when the officer chose another relation."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows: tuple[RelationRow, ...] = ()
        self.combos: dict[ResidentId, ComboInput] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 12, 10)
        self._body: QWidget | None = None

    def offer(self, rows: Sequence[RelationRow], today: date) -> None:
        """Others, or another proposal: what the officer chose for an unchanged row stays."""
        if tuple(rows) == self._rows:
            return
        same = {one.person.id for one in rows if one in self._rows}
        chosen = {key: code for key, code in self.relations().items() if key in same}
        self._rows = tuple(rows)
        self._build(today)
        for key, code in chosen.items():
            combo = self.combos[key]
            combo.setCurrentIndex(combo.findData(code))

    def relations(self) -> dict[ResidentId, int]:
        """The code of each person shown."""
        return {key: int(combo.currentData()) for key, combo in self.combos.items()}

    def _build(self, today: date) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.combos = {}
        for place, row in enumerate(self._rows):
            words = QVBoxLayout()
            words.setSpacing(0)
            name, standing = ElidedLabel(row.person.name.full()), ElidedLabel()
            name.setObjectName("fieldLabel")
            told = (row.where, standing_words(row.person, today))
            standing.setText(" · ".join(part for part in told if part))
            standing.setObjectName("hint")
            words.addWidget(name)
            words.addWidget(standing)
            grid.addLayout(words, place, 0)
            combo = _relations(row)
            combo.currentIndexChanged.connect(lambda _place: self.changed.emit())
            self.combos[row.person.id] = combo
            grid.addWidget(combo, place, 1)
        self._column.addWidget(self._body)
        self._join_tab_order()

    def _join_tab_order(self) -> None:
        """Made later than what stands below, but reached before it."""
        former = self.previousInFocusChain()
        while former and former is not self and not former.focusPolicy() & _BY_TAB:
            former = former.previousInFocusChain()
        for combo in self.combos.values():
            if former is not None:
                QWidget.setTabOrder(former, combo)
            former = combo


def _relations(row: RelationRow) -> ComboInput:
    combo = ComboInput()
    combo.setAccessibleName(f"Hubungan {row.person.name.full()} dengan kepala keluarga")
    for code in code_lists.FAMILY_RELATION:
        if code != HEAD:
            combo.addItem(code_words(code_lists.FAMILY_RELATION, code), code)
    combo.setCurrentIndex(max(0, combo.findData(row.proposal)))
    return combo
