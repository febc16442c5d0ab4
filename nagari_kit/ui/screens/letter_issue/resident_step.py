"""Step 1: the box to find a resident, the hits, and the drafts to go on with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import LetterDraft
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.screens.letter_issue.draft_list import DraftList
from nagari_kit.ui.screens.letter_issue.person_row import PersonRow, person_words
from nagari_kit.ui.widgets import Button, ScrollPage, SearchInput

WIDTH = 860
_BAR = 12
"""Room for the scroll bar, so that the rows stay as wide as the box."""


class ResidentStep(QWidget):
    """The caret stays in the box; up and down move through the hits, Enter takes one.

    `current_wanted`: Enter in the box. `other_way` carries `types` (choose the type first) or
    `outsider` (somebody of another place).
    """

    current_wanted = Signal()
    search_changed = Signal(str)
    chosen = Signal(object)
    draft_chosen = Signal(object)
    draft_removed = Signal(object)
    back_requested = Signal()
    new_resident_requested = Signal()
    other_way = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchInput(self.tr("Ketik nama, NIK, atau No. KK warga"))
        self.search.setAccessibleName(self.tr("Cari warga"))
        self._heading = QLabel()
        self._heading.setObjectName("secondary")
        self._hits: list[ResidentRow] = []
        self._rows: list[PersonRow] = []
        self.drafts = DraftList()
        self._current = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._under = QVBoxLayout()
        self._scroll = ScrollPage(self._under, QMargins(0, 0, _BAR, 0))
        self.new_resident = Button(
            self.tr("Belum terdaftar? Tambah warga baru"), kind="ghost", icon="user-plus"
        )
        self.types = Button(
            self.tr("Pilih jenis surat dulu, atau surat dinas"),
            kind="ghost",
            icon="file-text",
            key_hint="F6",
        )
        self.outsider = Button(
            self.tr("Ketik orang luar nagari"), kind="ghost", icon="user-plus", key_hint="F7"
        )
        self._build()
        self.drafts.chosen.connect(self.draft_chosen)
        self.drafts.removed.connect(self.draft_removed)
        self.outsider.clicked.connect(lambda: self.other_way.emit("outsider"))
        self.types.clicked.connect(lambda: self.other_way.emit("types"))
        self.search.textChanged.connect(self.search_changed)
        self.search.installEventFilter(self)
        self.new_resident.clicked.connect(self.new_resident_requested)

    def offer_other_ways(self, *, types: bool, outsider: bool) -> None:
        """Whether the type may still be chosen first, and whether it may be anybody."""
        self.types.setVisible(types)
        self.outsider.setVisible(outsider)

    def begin(self) -> None:
        """An empty box with the caret in it."""
        self.search.clear()
        self.show_no_search()
        self.search.setFocus()

    def show_no_search(self) -> None:
        """Nothing typed: the drafts stand under the box."""
        self._clear_hits()
        self.new_resident.hide()
        self._show_heading()

    def show_hits(self, typed: str, rows: tuple[ResidentRow, ...], today: date) -> None:
        """Residents that match what was typed; the first is current."""
        self._clear_hits()
        self._hits = list(rows)
        self.drafts.hide()
        for place, row in enumerate(rows):
            hit = PersonRow(place, person_words(row, today), typed)
            hit.hovered.connect(self._set_current)
            hit.clicked.connect(self._take)
            self._list.addWidget(hit)
            self._rows.append(hit)
        words = (
            self.tr("{0} warga cocok").format(len(rows))
            if rows
            else self.tr(
                "Tidak ada warga yang cocok dengan “{0}”. Periksa ejaannya, atau coba NIK-nya."
            ).format(typed)
        )
        self._heading.setText(words)
        self.new_resident.show()
        self._set_current(0 if rows else -1)

    def take_current(self) -> None:
        """Choose the resident that is marked."""
        self._take(self._current)

    def hits(self) -> int:
        """How many residents are listed."""
        return len(self._hits)

    def show_drafts(self, drafts: tuple[LetterDraft, ...], today: date) -> None:
        """Unfinished letters."""
        self.drafts.show_drafts(drafts, today)
        self.drafts.setVisible(not self._rows)
        if not self._rows:
            self._show_heading()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the box belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._rows:
                step = 1 if key == Qt.Key.Key_Down else -1
                self._set_current((self._current + step) % len(self._rows))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.current_wanted.emit()
                return True
            ways = {Qt.Key.Key_F6: self.types, Qt.Key.Key_F7: self.outsider}
            way = ways.get(Qt.Key(key))
            if way is not None and not way.isHidden():
                way.click()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDTH + _BAR)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, _BAR, 0)
        head.setSpacing(10)
        head.addWidget(self.search)
        line = QHBoxLayout()
        line.setSpacing(10)
        self._heading.setWordWrap(True)
        line.addWidget(self._heading, 1)
        line.addWidget(self.types)
        line.addWidget(self.outsider)
        head.addLayout(line)
        inner.addLayout(head)
        self._under.setSpacing(10)
        self._under.addWidget(self.drafts)
        self._under.addLayout(self._list)
        self._under.addWidget(self.new_resident, 0, Qt.AlignmentFlag.AlignLeft)
        self._under.addStretch(1)
        inner.addWidget(self._scroll, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 24, 28 - _BAR, 8)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    def _show_heading(self) -> None:
        self.drafts.show()
        self._heading.setText(
            self.tr("Surat yang belum selesai")
            if self.drafts.rows
            else self.tr(
                "Ketik tiga huruf nama warga yang datang. Cukup sebagian, ejaan boleh mirip."
            )
        )

    def _clear_hits(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._hits = []
        self._current = -1

    def _set_current(self, place: int) -> None:
        self._current = place
        for row_place, row in enumerate(self._rows):
            row.set_current(current=row_place == place)
        if 0 <= place < len(self._rows):
            self._scroll.ensureWidgetVisible(self._rows[place], 0, 8)

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._hits):
            self.chosen.emit(self._hits[place].id)
