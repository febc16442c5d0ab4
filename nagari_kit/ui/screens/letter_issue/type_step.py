"""The choice of the kind of letter: found by any word, the most used ones by a digit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_type_search import grouped_types, matching_types
from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.services.letter_catalogue import TypeChoice
from nagari_kit.ui.letter_words import short_day
from nagari_kit.ui.screens.letter_issue.cautions import (
    is_such_a_letter,
    may_be_issued,
    standing_cautions,
)
from nagari_kit.ui.screens.letter_issue.person_card import PersonCard
from nagari_kit.ui.screens.letter_issue.type_card import TypeCard
from nagari_kit.ui.widgets import Banner, ScrollPage, SearchInput

WIDTH = 760
_BAR = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class TypeStep(QWidget):
    """`chosen` carries the type id. The caret stays in the box; digits choose while it is empty.

    Cards are made once and shown where they belong: their list is long, and it is opened often.
    """

    chosen = Signal(str)
    change_resident_requested = Signal()
    record_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = PersonCard()
        self.barred = Banner("warn", "", "", action=self.tr("Buka data warga"))
        self.barred.hide()
        self.search = SearchInput(self.tr("Surat apa? Ketik: nikah, bbm, tanah, ahli waris …"))
        self.search.setAccessibleName(self.tr("Cari jenis surat"))
        self._record: ResidentRecord | None = None
        self._choice = TypeChoice((), ())
        self._today = date.min
        self._made: dict[str, TypeCard] = {}
        self._heads: dict[str, QLabel] = {}
        self._shown: list[TypeCard] = []
        self._current = -1
        self._nothing = QLabel()
        self._nothing.setObjectName("secondary")
        self._nothing.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._build()
        self.person.change_requested.connect(self.change_resident_requested)
        self.barred.action_requested.connect(self.record_requested)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)

    def show_choice(self, record: ResidentRecord | None, choice: TypeChoice, today: date) -> None:
        """Offer what may be issued for this resident, or everything when nobody is chosen yet."""
        self._record, self._today = record, today
        self.person.setVisible(record is not None)
        if record is not None:
            self.person.show_record(record, today)
            choice = TypeChoice(_allowed(record, choice.types), _allowed(record, choice.used))
        self._choice = choice
        self.search.clear()
        self._narrow("")
        self._bar(record)
        if self._shown:
            self.search.setFocus()

    def cards(self) -> tuple[TypeCard, ...]:
        """What is offered, in the order in which it stands."""
        return tuple(self._shown)

    def take_current(self) -> None:
        """Choose what is marked."""
        if 0 <= self._current < len(self._shown):
            self.chosen.emit(self._shown[self._current].letter_type.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the box belong to the list, digits too while the box is empty."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._move(_STEPS[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.take_current()
                return True
            if not self.search.text() and self._take_digit(event.text()):
                return True
        return super().eventFilter(watched, event)

    def _take_digit(self, typed: str) -> bool:
        used = self._choice.used
        if not (typed.isdecimal() and 1 <= int(typed) <= len(used)):
            return False
        self.chosen.emit(used[int(typed) - 1].id)
        return True

    def _narrow(self, typed: str) -> None:
        """Show what the typed words find; all, the most used first, when there are none."""
        self._take_all_out()
        if typed.strip():
            self._put("", matching_types(self._choice.types, typed))
        else:
            used = self._choice.used
            self._put(self.tr("Paling sering dipakai"), used, digits=True)
            often = {one.id for one in used}
            others = [one for one in self._choice.types if one.id not in often]
            for title, members in grouped_types(others):
                self._put(title, members)
        self._nothing.setText(
            self.tr("Tidak ada jenis surat untuk “{0}”. Coba kata lain, atau “umum”.").format(typed)
        )
        self._nothing.setVisible(not self._shown and bool(typed.strip()))
        self._set_current(0 if self._shown else -1)

    def _put(self, title: str, types: Sequence[LetterType], *, digits: bool = False) -> None:
        if title and types:
            head = self._heads.setdefault(title, QLabel(title))
            head.setObjectName("fieldLabel")
            head.setContentsMargins(0, 8 if self._shown else 0, 0, 0)
            self._list.addWidget(head)
            head.show()
        for place, kind in enumerate(types, start=1):
            card = self._card_of(kind)
            last = last_words(self._record, kind, self._today) if self._record else ""
            card.show_words(str(place) if digits else "", last)
            self._list.addWidget(card)
            # A layout shows what is new a moment later.
            card.show()
            self._shown.append(card)

    def _card_of(self, kind: LetterType) -> TypeCard:
        card = self._made.get(kind.id)
        if card is None or card.letter_type != kind:
            if card is not None:
                card.hide()
                card.deleteLater()
            card = self._made[kind.id] = TypeCard(kind, self._scroll.widget())
            card.clicked.connect(lambda _checked=False, wanted=kind.id: self.chosen.emit(wanted))
        return card

    def _take_all_out(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        self._shown = []

    def _move(self, step: int) -> None:
        if self._shown:
            last = len(self._shown) - 1
            wanted = self._current + step
            # One step at the end goes round; a page stops there.
            round_trip = wanted % len(self._shown)
            self._set_current(round_trip if abs(step) == 1 else min(max(wanted, 0), last))

    def _set_current(self, place: int) -> None:
        for card in self._made.values():
            card.set_current(current=False)
        self._current = place
        if 0 <= place < len(self._shown):
            card = self._shown[place]
            card.set_current(current=True)
            self.search.setAccessibleDescription(card.accessibleName())
            if place == 0:
                self._scroll.verticalScrollBar().setValue(0)
            else:
                self._scroll.ensureWidgetVisible(card, 0, 12)

    def _bar(self, record: ResidentRecord | None) -> None:
        """Say before anything is typed that no number can be given, and where to put it right."""
        reasons = standing_cautions(record.resident) if record is not None else []
        self.barred.setVisible(bool(reasons))
        if reasons:
            self.barred.show_words("warn", reasons[0].title, reasons[0].sentence)
            if not self._shown:
                self.barred.take_focus()

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDTH + _BAR)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, _BAR, 0)
        head.setSpacing(12)
        for part in (self.person, self.barred, self.search, self._nothing):
            head.addWidget(part)
        inner.addLayout(head)
        under = QVBoxLayout()
        under.addLayout(self._list)
        under.addStretch(1)
        self._scroll = ScrollPage(under, QMargins(0, 0, _BAR, 0))
        inner.addWidget(self._scroll, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 20, 28 - _BAR, 8)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)


def _allowed(record: ResidentRecord, types: Sequence[LetterType]) -> tuple[LetterType, ...]:
    return tuple(one for one in types if may_be_issued(record.resident, one))


def last_words(record: ResidentRecord, letter_type: LetterType, today: date) -> str:
    """`Terakhir dibuat 20 Nov, 500.3/012/KN/2026`, or ""."""
    for letter in record.letters:
        if is_such_a_letter(letter, letter_type):
            return f"Terakhir dibuat {short_day(letter.issue_date, today)}, {letter.number}"
    return ""
