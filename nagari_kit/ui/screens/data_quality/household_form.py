"""Finds the KK in which somebody is to be written, and their relation in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import code_lists
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.code_words import calm
from nagari_kit.ui.letter_words import masked_number
from nagari_kit.ui.screens.data_quality.doubt_words import person_line
from nagari_kit.ui.widgets import ComboInput, LabeledField, ScrollPage, SearchInput
from nagari_kit.ui.widgets.line_row import LineRow
from nagari_kit.ui.widgets.painting import initials

SEARCH_AFTER_MS = 150
_MARGINS = QMargins(18, 14, 18, 14)


class HouseholdForm(QWidget):
    """`search_wanted` carries what was typed."""

    search_wanted = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hit: HouseholdHit | None = None
        self._name, self._line = QLabel(), QLabel()
        self.search = SearchInput(self.tr("Nomor KK, atau nama salah satu anggotanya"))
        self.search_row = LabeledField(self.tr("Cari KK"), self.search)
        self._found = QVBoxLayout()
        self.hits: list[LineRow] = []
        self._none = QLabel(self.tr("Tidak ada KK yang cocok."))
        self.relation = ComboInput()
        self.relation_row = LabeledField(self.tr("Hubungan dalam KK"), self.relation)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._build()

    def begin(self, case: DoubtCase) -> None:
        """Somebody without a KK."""
        self._hit = None
        person = case.people[0]
        self._name.setText(person.name.full())
        self._line.setText(person_line(person, case.homes))
        self.search.clear()
        self._timer.stop()
        self.show_hits("", ())
        self.show_errors("", "")
        place = self.relation.findData(person.family_relation)
        self.relation.setCurrentIndex(max(0, place))

    def take_focus(self) -> None:
        """The search."""
        self.search.setFocus()

    def typed(self) -> str:
        """What stands in the search."""
        return self.search.text().strip()

    def show_hits(self, typed: str, hits: Sequence[HouseholdHit]) -> None:
        """Households that fit what was typed."""
        for row in self.hits:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.hits = []
        for hit in hits:
            row = LineRow(*_words(hit), None, initials(hit.head_name) or "KK")
            row.clicked.connect(lambda _=False, one=hit: self._take(one))
            self._found.addWidget(row)
            self.hits.append(row)
        for row in self.hits[:1]:
            row.mark()
        self._none.setVisible(bool(typed) and not hits)

    def chosen(self) -> tuple[HouseholdId, int] | None:
        """KK and relation; None, and said at the field, while one is missing."""
        code = self.relation.currentData()
        home = "" if self._hit is not None else self.tr("Cari dan pilih KK-nya.")
        self.show_errors(home, "" if code else self.tr("Pilih hubungannya."))
        if self._hit is None or code is None:
            return None
        return self._hit.household.id, code

    def show_errors(self, home: str, relation: str) -> None:
        """Say it at the fields."""
        self.search_row.set_error(home)
        self.relation_row.set_error(relation)

    def _take(self, hit: HouseholdHit) -> None:
        self._hit = hit
        self._timer.stop()
        title, _ = _words(hit)
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.search.setText(title)
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.show_hits("", ())
        self.search_row.set_error("")
        self.relation.setFocus()
        self.edited.emit()

    def _enter(self) -> None:
        """Take the first that was found, or look at once."""
        if self.hits:
            self.hits[0].click()
        else:
            self._timer.stop()
            self.search_wanted.emit(self.typed())

    def _retype(self) -> None:
        self._hit = None
        self.show_hits("", ())
        self._timer.start()

    def _build(self) -> None:
        self._name.setObjectName("rowTitle")
        self._line.setObjectName("secondary")
        self._none.setObjectName("secondary")
        self._line.setWordWrap(True)
        self._found.setSpacing(0)
        self.relation.addItem(self.tr("Pilih …"), None)
        for code, label in code_lists.FAMILY_RELATION.items():
            self.relation.addItem(calm(label), code)
        column = QVBoxLayout()
        column.setSpacing(6)
        for part in (self._name, self._line, self.search_row):
            column.addWidget(part)
        column.addLayout(self._found)
        column.addWidget(self._none)
        column.addSpacing(6)
        column.addWidget(self.relation_row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(column, _MARGINS))
        self._none.hide()
        self.search.textChanged.connect(lambda _text: self._retype())
        self.search.returnPressed.connect(self._enter)
        self._timer.timeout.connect(lambda: self.search_wanted.emit(self.typed()))


def _words(hit: HouseholdHit) -> tuple[str, str]:
    number = masked_number(hit.household.nomor_kk)
    parts = (f"KK {number}", f"{hit.people} orang", hit.jorong)
    return hit.head_name or "Tanpa kepala", "  ·  ".join(part for part in parts if part)
