"""Second question: to whom it happened. A search for a person or a household."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QObject, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.widgets import ScrollPage, SearchInput
from nagari_kit.ui.widgets.line_row import LineRow

_WIDTH = 760
MOST = 8
"""Hits that are shown."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer; `key` is the id of a person or a household."""

    key: object
    title: str
    detail: str
    initials: str


class FindStep(QWidget):
    """`chosen` carries the key of a hit. Down walks into the hits, Enter takes one.

    `enter_pressed`: Enter in the box, which takes the first hit, as everywhere.
    """

    search_changed = Signal(str)
    enter_pressed = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel()
        self._question.setObjectName("cardTitle")
        self._question.setWordWrap(True)
        self.search = SearchInput(self.tr("Nama, NIK, atau nomor KK"))
        self._heading = QLabel()
        self._heading.setObjectName("secondary")
        self._heading.setWordWrap(True)
        self.rows: list[LineRow] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(2)
        self._build()
        self.search.textChanged.connect(self.search_changed)
        self.search.installEventFilter(self)

    def begin(self, question: str, prompt: str) -> None:
        """An empty box with the caret in it."""
        self._question.setText(question)
        self.search.setPlaceholderText(prompt)
        self.search.setAccessibleName(question)
        self.search.clear()
        self.show_nothing()
        self.search.setFocus()

    def show_nothing(self) -> None:
        """Nothing typed."""
        self._clear()
        self._heading.setText(self.tr("Ketik tiga huruf. Cukup sebagian nama, ejaan boleh mirip."))

    def show_hits(self, typed: str, hits: Sequence[Hit]) -> None:
        """Who fits what was typed."""
        self._clear()
        for hit in hits:
            row = LineRow(hit.title, hit.detail, None, hit.initials)
            row.clicked.connect(lambda _=False, key=hit.key: self.chosen.emit(key))
            row.installEventFilter(self)
            self._found.addWidget(row)
            self.rows.append(row)
        for row in self.rows[:1]:
            row.mark()
        words = self.tr("{0} cocok").format(len(hits))
        if len(hits) >= MOST:
            words = self.tr("{0} yang paling cocok; ketik lebih lengkap bila belum ada")
            words = words.format(MOST)
        none = self.tr("Tidak ada yang cocok dengan “{0}”. Periksa ejaannya, atau coba NIK-nya.")
        self._heading.setText(words if hits else none.format(typed))

    def take_first(self) -> None:
        """Take the hit that is marked."""
        if self.rows:
            self.rows[0].click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk between the box and the hits, Enter takes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            place = self.rows.index(watched) if watched in self.rows else -1
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.rows:
                target = min(place + step, len(self.rows) - 1)
                (self.rows[target] if target >= 0 else self.search).setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if place >= 0:
                    self.rows[place].click()
                else:
                    self.enter_pressed.emit()
                return True
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        for row in self.rows:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for part in (self._question, self.search, self._heading):
            inner.addWidget(part)
        under = QVBoxLayout()
        under.setSpacing(8)
        under.addLayout(self._found)
        under.addStretch(1)
        inner.addWidget(ScrollPage(under, QMargins(0, 0, 12, 8)), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 12, 16, 8)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)
