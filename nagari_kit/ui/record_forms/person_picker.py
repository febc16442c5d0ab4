"""A box that finds a person: relatives at once, then residents, then people of other places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.ui.record_forms.hit_words import hit_detail
from nagari_kit.ui.typed_search import TypedSearch
from nagari_kit.ui.widgets import SearchInput
from nagari_kit.ui.widgets.line_row import LineRow
from nagari_kit.ui.widgets.painting import initials

SEARCH_AFTER_MS = 120
_PASSING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class PersonPicker(QWidget):
    """The caret stays in the box; arrows move, Enter takes what is marked.

    While nothing is typed and the caret is in it, the relatives offered stand under the box: one
    key takes the first. `search_wanted` carries what was typed, `picked` a PersonHit,
    `outsider_wanted` what was typed of somebody who is in no book.
    """

    search_wanted = Signal(str)
    picked = Signal(object)
    outsider_wanted = Signal(str)
    entered = Signal()

    def __init__(self, placeholder: str, *, outsiders: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outsiders = outsiders
        self._relatives: tuple[PersonHit, ...] = ()
        self._hits: tuple[PersonHit, ...] = ()
        self._today = date.min
        self._current = -1
        self.rows: list[LineRow] = []
        self.search = SearchInput(placeholder)
        self._typed = TypedSearch(SEARCH_AFTER_MS, self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addLayout(self._list)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._typed.type)
        self._typed.wanted.connect(self.search_wanted)
        self._typed.emptied.connect(self._show_relatives)
        self._typed.take.connect(self._take_current)

    def begin(self, relatives: Sequence[PersonHit], today: date) -> None:
        """An empty box; `relatives` are offered before anything is typed."""
        self._relatives, self._today = tuple(relatives), today
        self.search.clear()
        self._typed.clear()
        self._clear()
        if self.search.hasFocus():
            self._show_relatives()

    def show_hits(self, typed: str, hits: Sequence[PersonHit]) -> None:
        """Who fits what was typed; an answer that comes too late is dropped."""
        if not self._typed.still_wants(typed):
            return
        self._show(hits, typed)
        self._typed.answered(typed, len(hits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter belong to the rows; they show with the caret and go with it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.rows:
                self._mark((self._current + step) % len(self.rows))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._typed.press_enter()
                return True
        elif isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            if event.gotFocus():
                self.entered.emit()
                if not self.search.text().strip():
                    self._show_relatives()
            else:
                self._clear()
        return super().eventFilter(watched, event)

    def _show_relatives(self) -> None:
        self._show(self._relatives, "")

    def _show(self, hits: Sequence[PersonHit], typed: str) -> None:
        self._clear()
        self._hits = tuple(hits)
        for hit in self._hits:
            self._add(
                LineRow(hit.name, hit_detail(hit, self._today), None, initials(hit.name) or "?")
            )
        if self._outsiders:
            title = self.tr("Ketik orang luar nagari")
            words = self.tr("“{0}”, tidak ada di data penduduk").format(typed) if typed else ""
            detail = words or self.tr("Bila tidak ada di data penduduk")
            self._add(LineRow(title, detail, icon="user-plus"))
        self._mark(0 if self._hits or typed else -1)

    def _add(self, row: LineRow) -> None:
        place = len(self.rows)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.clicked.connect(lambda _checked=False: self._take(place))
        self._list.addWidget(row)
        # A layout shows what is new a moment later.
        row.show()
        self.rows.append(row)

    def _clear(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._hits, self._current = [], (), -1

    def _mark(self, place: int) -> None:
        self._current = place
        for at, row in enumerate(self.rows):
            row.mark(marked=at == place)
        if 0 <= place < len(self.rows):
            self.search.setAccessibleDescription(self.rows[place].accessibleName())

    def _take_current(self) -> None:
        self._take(self._current)

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._hits):
            self.picked.emit(self._hits[place])
        elif place == len(self._hits) and self._outsiders:
            self.outsider_wanted.emit(self.search.text().strip())
