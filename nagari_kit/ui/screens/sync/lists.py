"""The two lists of the sync page: what changed and how far it came, and the runs so far."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nagari_kit.domain.synchronisation import SyncItem, SyncRun
from nagari_kit.ui.letter_words import near_moment
from nagari_kit.ui.screens.sync.sync_words import kind_words, outcome_words, state_chip
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Card, Chip, ElidedLabel, IconTile

_ROW = 38
_WHEN, _STATE = 96, 142
"""Widths that moments and states need at the usual size of letters."""


class _WholeRows(QScrollArea):
    """Shows no half row at its foot."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is over stays empty."""
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, 0, self.height() % _ROW)


class ListCard(Card):
    """A card whose rows scroll inside it."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._empty = empty
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._rows)
        outer.addStretch(1)
        scroll = _WholeRows()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(title)
        scroll.setMinimumHeight(_ROW * 2)
        scroll.verticalScrollBar().setSingleStep(_ROW)
        self.body.addWidget(scroll, 1)

    def clear_rows(self) -> None:
        """Take every row away."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_row(self, row: QWidget) -> None:
        """Below the others."""
        self._rows.addWidget(row)

    def say_empty(self) -> None:
        """There is nothing to list yet."""
        label = QLabel(self._empty)
        label.setObjectName("secondary")
        label.setWordWrap(True)
        self._rows.addWidget(label)


class ChangesCard(ListCard):
    """The newest changes first."""

    def show_items(self, items: tuple[SyncItem, ...], today: date) -> None:
        """Fill the card anew."""
        self.clear_rows()
        for item in items:
            state = state_chip(item.state)
            kind = kind_words(item.kind)
            subject = item.subject or kind
            row, line = _row(f"{subject}, {kind}, {state.text}")
            line.addWidget(_words(subject, "rowTitle"), 3)
            line.addWidget(_words(kind if item.subject else "", "secondary"), 2)
            when = _words(near_moment(item.at, today), "secondary")
            when.setFixedWidth(scaled(_WHEN))
            line.addWidget(when)
            chip = QWidget()
            chip.setFixedWidth(scaled(_STATE))
            holder = QHBoxLayout(chip)
            holder.setContentsMargins(0, 0, 0, 0)
            holder.addWidget(Chip(state.text, state.kind, state.icon))
            holder.addStretch(1)
            line.addWidget(chip)
            self.add_row(row)
        if not items:
            self.say_empty()


class HistoryCard(ListCard):
    """The newest run first."""

    def show_runs(self, runs: tuple[SyncRun, ...], today: date) -> None:
        """Fill the card anew."""
        self.clear_rows()
        for run in runs:
            words = outcome_words(run)
            row, line = _row(f"{words.text}, {run.detail}")
            title = QLabel(words.text)
            title.setObjectName("rowTitle")
            when = QLabel(near_moment(run.at, today))
            when.setObjectName("hint")
            line.addWidget(IconTile(words.icon, words.kind, 30))
            line.addWidget(title)
            line.addWidget(_words(run.detail, "secondary"), 1)
            line.addWidget(when)
            self.add_row(row)
        if not runs:
            self.say_empty()


def _row(spoken: str) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    row.setFixedHeight(_ROW)
    row.setAccessibleName(spoken)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 4, 0)
    line.setSpacing(10)
    return row, line


def _words(text: str, name: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setObjectName(name)
    label.setText(text)
    return label
