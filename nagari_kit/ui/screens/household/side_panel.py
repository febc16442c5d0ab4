"""The panel at the right: about the KK, what it lacks, what happened and what can happen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.household.check_line import CheckLine
from nagari_kit.ui.screens.household.household_words import event_lines, facts
from nagari_kit.ui.widgets import Button, Chip, ScrollPage

WIDTH = 264
EVENTS = (
    (EventKind.HOUSEHOLD_SPLIT, "Pecah KK", "arrows-split-2"),
    (EventKind.HEAD_CHANGE, "Ganti kepala", "refresh"),
    (EventKind.HOUSEHOLD_MOVE, "Pindah bersama", "truck"),
)


class SidePanel(QFrame):
    """`event_requested` carries an EventKind, `member_requested` a ResidentId."""

    event_requested = Signal(object)
    member_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._facts = _column(1)
        self._checks = _column(1)
        self._events = _column(1)
        self._chip = Chip("", "warn", "alert-triangle")
        self.buttons = [Button(words, icon=icon) for _, words, icon in EVENTS]
        self._buttons_box = QWidget()
        self._build()
        for (kind, _, _), button in zip(EVENTS, self.buttons, strict=True):
            button.clicked.connect(lambda _=False, one=kind: self.event_requested.emit(one))

    def show_record(self, record: HouseholdRecord, area_word: str, _today: date) -> None:
        """Fill the panel anew."""
        _empty(self._facts)
        for key, value in facts(record, area_word):
            self._facts.addWidget(_words(key, "hint"))
            self._facts.addWidget(_words(value, "factValue"))
            self._facts.addSpacing(5)
        _empty(self._checks)
        for check in record.checks:
            line = CheckLine(check)
            line.clicked.connect(lambda _=False, one=check.resident_id: self._ask_for(one))
            self._checks.addWidget(line)
        missing = sum(not check.ok for check in record.checks)
        self._chip.show_words(
            self.tr("{0} hal").format(missing) if missing else self.tr("Lengkap"),
            "warn" if missing else "ok",
            "alert-triangle" if missing else "circle-check",
        )
        _empty(self._events)
        for title, detail in event_lines(record.events):
            self._events.addWidget(_words(title, "strongValue"))
            self._events.addWidget(_words(detail, "hint"))
            self._events.addSpacing(5)
        if not record.events:
            self._events.addWidget(_words(self.tr("Belum ada peristiwa tercatat."), "hint"))

    def show_events(self, *, possible: bool) -> None:
        """Whether the program can record events yet."""
        self._buttons_box.setVisible(possible)

    def _ask_for(self, resident_id: object) -> None:
        if resident_id is not None:
            self.member_requested.emit(resident_id)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(_words(self.tr("Kelengkapan"), "rowTitle"))
        head.addStretch(1)
        head.addWidget(self._chip)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(_words(self.tr("Tentang KK ini"), "rowTitle"))
        column.addLayout(self._facts)
        column.addWidget(_rule())
        column.addLayout(head)
        column.addLayout(self._checks)
        column.addWidget(_rule())
        column.addWidget(_words(self.tr("Peristiwa keluarga"), "rowTitle"))
        column.addLayout(self._events)
        column.addStretch(1)
        page = ScrollPage(column, QMargins(18, 14, 16, 10))
        foot = QVBoxLayout(self._buttons_box)
        foot.setContentsMargins(16, 0, 16, 14)
        foot.setSpacing(8)
        foot.addWidget(_rule())
        for button in self.buttons:
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 2, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(page, 1)
        outer.addWidget(self._buttons_box)


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing)
    return column


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
