"""The page: greeting, search box, quick letters, two columns, and the results over them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.infra.clock import WIB
from nagari_kit.services.home import HomeOverview
from nagari_kit.ui.letter_words import long_day
from nagari_kit.ui.screens.home.day_card import DayCard
from nagari_kit.ui.screens.home.results import ResultPanel
from nagari_kit.ui.screens.home.search_box import SearchBox
from nagari_kit.ui.screens.home.side_cards import AttentionCard, SafetyCard, WeekCard
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, Pill
from nagari_kit.ui.widgets.button import ROW_HEIGHT

QUICK_TYPES = 4
_COMPACT_QUICK_TYPES = 3
_LEAST_ROOM = {False: 1366 - 212 - 2 * 32, True: 1093 - 64 - 2 * 20}
"""Pixels within the margins beside the navigation, by whether the window is small."""
_GAP = 16
_BARS_FROM_HEIGHT = 640
_UNDER_RESULTS = 12
_USUAL_LETTERS = 115
"""Per cent of the usual size."""
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class HomeView(QWidget):
    """`type_chosen` carries the id of a letter type."""

    type_chosen = Signal(str)
    all_types_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._greeting = QLabel()
        self._day = QLabel()
        self._date = self._hijri = ""
        self._is_compact = False
        self.search = SearchBox()
        self._types = QHBoxLayout()
        self._often = QLabel(self.tr("Surat yang sering dibuat"))
        self.all_types = Button(self.tr("Semua jenis surat"), kind="ghost")
        self.day = DayCard()
        self.attention = AttentionCard()
        self.safety = SafetyCard()
        self.week = WeekCard()
        self._page = QVBoxLayout(self)
        self._build()
        self.results = ResultPanel(self)
        self.all_types.clicked.connect(self.all_types_wanted)
        self.search.moved.connect(self.results.move_choice)
        self.search.record_wanted.connect(self.results.want_record)
        self.search.escaped.connect(self._escape)

    def greet(self, now: datetime, actor: str) -> None:
        """By the hour and the first name."""
        local = now.astimezone(WIB)
        name = actor.split(maxsplit=1)[0] if actor else ""
        self._greeting.setText(f"{_greeting(local.hour)}, {name}")
        day = local.date()
        self._date = f"{_WEEKDAYS[day.weekday()]}, {long_day(day)}"
        self._show_date()

    def show_overview(self, overview: HomeOverview, today: date) -> None:
        """Fill everything but the search."""
        self._hijri = overview.hijri
        self._show_date()
        self._offer(overview.top_types)
        self.day.show_day(overview.drafts, overview.today, today)
        self.attention.show_list(overview.attention)
        self.safety.show_status(overview.sync, today)
        self.week.show_week(overview.week, overview.issued_today, overview.people_served)
        self._arrange()

    def show_results(self, text: str, rows: tuple[ResidentRow, ...], today: date) -> None:
        """Open the panel under the box."""
        self.results.show_rows(text, rows, today)
        self._place_results()

    def set_compact(self, *, compact: bool) -> None:
        """Tighter margins, fewer quick letters, no week."""
        self._is_compact = compact
        left, top = (20, 14) if compact else (32, 22)
        self._page.setContentsMargins(left, top, left, top)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 searches from anywhere on the page."""
        if event.key() == Qt.Key.Key_F2:
            self.search.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel follows the box."""
        super().resizeEvent(event)
        self._place_results()
        self._arrange()

    def _escape(self) -> None:
        if self.results.isVisible():
            self.results.close_panel()
        else:
            self.search.clear()

    def _show_date(self) -> None:
        self._day.setText("  ·  ".join(part for part in (self._date, self._hijri) if part))

    def _offer(self, types: tuple[LetterType, ...]) -> None:
        while (item := self._types.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in types[:QUICK_TYPES]:
            button = Button(one.short_title.replace("&", "&&"), kind="soft", icon="plus")
            button.setMinimumHeight(ROW_HEIGHT)
            button.setFixedHeight(ROW_HEIGHT)
            button.clicked.connect(lambda _=False, type_id=one.id: self.type_chosen.emit(type_id))
            self._types.addWidget(button)

    def _arrange(self) -> None:
        self.week.setVisible(not self._is_compact)
        self.week.chart.setVisible(self.height() >= _BARS_FROM_HEIGHT)
        # In large letters the types themselves need the row.
        self._often.setVisible(not self._is_compact and scaled(100) <= _USUAL_LETTERS)
        self._show_fitting_types()

    def _show_fitting_types(self) -> None:
        """As many as have room in the smallest window of this size: names of types may be long."""
        room = _LEAST_ROOM[self._is_compact] - self.all_types.sizeHint().width() - _GAP
        if not self._often.isHidden():
            room -= self._often.sizeHint().width() + _GAP
        most = _COMPACT_QUICK_TYPES if self._is_compact else QUICK_TYPES
        for place in range(self._types.count()):
            item = self._types.itemAt(place)
            widget = item.widget() if item else None
            if widget is not None:
                room -= widget.sizeHint().width() + self._types.spacing()
                widget.setVisible(place < most and room >= 0)

    def _place_results(self) -> None:
        corner = self.search.mapTo(self, QPoint(0, self.search.height() + 6))
        self.results.setFixedWidth(self.search.width())
        self.results.fit_into(self.height() - corner.y() - _UNDER_RESULTS)
        self.results.move(corner)

    def _build(self) -> None:
        self._greeting.setObjectName("greeting")
        self._day.setObjectName("counts")
        self._often.setObjectName("secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._greeting)
        words.addWidget(self._day)
        self.help = Button(self.tr("Bantuan"), kind="ghost", icon="help")
        self.help.clicked.connect(self.help_wanted)
        self.help.setToolTip(self.tr("Bantuan (F1)"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(Pill())
        head.addWidget(self.help)
        self._types.setSpacing(8)
        quick = QHBoxLayout()
        quick.setSpacing(_GAP)
        quick.addWidget(self._often)
        quick.addLayout(self._types)
        quick.addStretch(1)
        quick.addWidget(self.all_types)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.attention)
        side.addWidget(self.safety)
        side.addWidget(self.week, 1)
        side.addStretch(0)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.day, 64)
        columns.addLayout(side, 36)
        self._page.setSpacing(12)
        for part in (head, quick, columns):
            if part is quick:
                self._page.addWidget(self.search)
            self._page.addLayout(part, 1 if part is columns else 0)


def _greeting(hour: int) -> str:
    for until, words in ((11, "Selamat pagi"), (15, "Selamat siang"), (18, "Selamat sore")):
        if hour < until:
            return words
    return "Selamat malam"
