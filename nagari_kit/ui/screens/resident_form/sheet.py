"""The sheet of the form: sections at the left, their cards in a column that scrolls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.residents import Jorong
from nagari_kit.ui.record_forms.household_picker import HouseholdPicker, Mode
from nagari_kit.ui.screens.resident_form.field_specs import HOME, RESTRICTED, SECTIONS
from nagari_kit.ui.screens.resident_form.section_card import SectionCard
from nagari_kit.ui.screens.resident_form.section_rail import SectionRail
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Banner, ScrollPage
from nagari_kit.ui.widgets.option_line import OptionLine

_SEEN_FIRST = frozenset({"identity", HOME})
HOUSEHOLD = "household"
"""The path of the household in faults."""
_WIDTH = 820
_RAIL = 196
_SETTLING_MS = 250


class FormSheet(QWidget):
    """`edited`: the officer changed something; `left` carries the path of the field."""

    edited = Signal(str)
    left = Signal(str)
    restricted_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fills = False
        self._faults: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._suku: tuple[str, ...] = ()
        self._wanted: SectionCard | None = None
        self._brought_up = QTimer(self)
        self._brought_up.setSingleShot(True)
        self._brought_up.setInterval(_SETTLING_MS)
        self._fill_later = QTimer(self)
        self._fill_later.setSingleShot(True)
        self._fill_later.timeout.connect(self._fill_next)
        self.banner = Banner("info", "", "", self.tr("Buka datanya"))
        self.banner.hide()
        self.held = Banner("info", "", "", self.tr("Buang isian ini"))
        self.held.hide()
        self.picker = HouseholdPicker()
        self.cards = {section.id: SectionCard(section) for section in SECTIONS}
        self.rail = SectionRail(SECTIONS)
        self._column = QVBoxLayout()
        self._scroll = ScrollPage(self._column, QMargins(4, 2, 24, 20))
        self._build()
        self._connect()

    def begin(
        self,
        texts: Mapping[str, str],
        home: HouseholdHit | None,
        jorong: Sequence[Jorong],
        mode: Mode,
    ) -> None:
        """Fill the sheet anew, from its top, with nothing wrong."""
        self._fills = True
        self.banner.hide()
        self.held.hide()
        self.cards[RESTRICTED].close_again()
        self._brought_up.stop()
        self._texts = dict(texts)
        for card in self.cards.values():
            if card.section.id in _SEEN_FIRST:
                card.fill()
            card.show_texts(texts)
        self._order_tabs()
        self._fill_later.start()
        self.picker.begin(home, jorong, mode)
        self.show_remarks({}, {})
        self._fills = False
        self._scroll.verticalScrollBar().setValue(0)

    def _fill_next(self) -> None:
        """Make the fields of one more card: all at once would hold the window up."""
        empty = [
            card for card in self.cards.values() if not card.is_open and not card.section.restricted
        ]
        if not empty:
            return
        self._fills = True
        empty[0].fill()
        empty[0].show_texts(self._texts)
        if empty[0].section.id == "adat":
            self.propose_suku(self._suku)
        self._fills = False
        self._order_tabs()
        self._fill_later.start()

    def _fill_rest(self) -> None:
        """Make all of it: somebody goes where the fields have not come yet."""
        while self._fill_later.isActive():
            self._fill_later.stop()
            self._fill_next()

    def put(self, texts: Mapping[str, str]) -> None:
        """Fill single fields, as if the officer had."""
        for card in self.cards.values():
            card.show_texts(texts)

    def propose_suku(self, names: Sequence[str]) -> None:
        """What the field of the clan proposes."""
        self._suku = tuple(names)
        entry = self.cards["adat"].inputs.get("suku")
        if entry is not None and isinstance(entry.widget, OptionLine):
            entry.widget.offer(self._suku)

    def open_restricted(self, texts: Mapping[str, str]) -> None:
        """Show the health facts."""
        self._fills = True
        card = self.cards[RESTRICTED]
        card.fill()
        card.show_texts(texts)
        self._fills = False
        self._order_tabs()
        first = card.first()
        if first is not None:
            first.setFocus()
            QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card, 0, 24))

    def texts(self) -> dict[str, str]:
        """What stands in all fields that can be seen."""
        return {path: text for card in self.cards.values() for path, text in card.texts().items()}

    def show_remarks(self, faults: Mapping[str, str], doubts: Mapping[str, str]) -> None:
        """Mark these fields and no others."""
        self._faults = dict(faults)
        counts: Counter[str] = Counter()
        for card in self.cards.values():
            for path, row in card.rows.items():
                row.set_error(faults.get(path, ""))
                row.set_doubt("" if path in faults else doubts.get(path, ""))
                counts[card.section.id] += path in faults
        counts[HOME] += HOUSEHOLD in faults
        self.picker.show_fault(faults.get(HOUSEHOLD, ""))
        self.rail.show_faults(counts)

    def faults(self) -> dict[str, str]:
        """What is marked as wrong now."""
        return dict(self._faults)

    def focus(self, path: str) -> None:
        """Put the caret into a field and bring it into sight."""
        if path == HOUSEHOLD:
            self.picker.focus_fault()
            self._show(self.picker)
            return
        if not any(path in card.inputs for card in self.cards.values()):
            self._fill_rest()
        for card in self.cards.values():
            if path in card.inputs:
                card.inputs[path].widget.setFocus()
                self._show(card.rows[path])

    def focus_section(self, place: int) -> None:
        """Go to the first field of a section."""
        cards = list(self.cards.values())
        if 0 <= place < len(cards):
            self._fill_rest()
            card = cards[place]
            first = self.picker.first() if card.section.id == HOME else card.first()
            if first is not None:
                first.setFocus()
            self.rail.light(card.section.id)
            self._brought_up.start()
            self._wanted = card
            self._bring_up()
            # The caret's own scrolling comes a moment later.
            QTimer.singleShot(0, card, self._bring_up)

    def set_compact(self, *, compact: bool) -> None:
        """A narrower rail."""
        self.rail.setFixedWidth(scaled(_RAIL - 24) if compact else scaled(_RAIL))

    def _bring_up(self) -> None:
        """A sheet that was just filled gets its heights in several steps: follow them a while."""
        if self._brought_up.isActive() and self._wanted is not None:
            self._scroll.verticalScrollBar().setValue(max(0, self._wanted.y() - 4))

    def _show(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, 40)
        # A sentence over it gets its room a moment later and moves it.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 40))

    def _enter(self, card: SectionCard, path: str) -> None:
        self.rail.light(card.section.id)
        row = card.rows.get(path)
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, 24)

    def _tell(self, path: str) -> None:
        if not self._fills:
            self.edited.emit(path)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.edited.connect(self._tell)
            card.left.connect(self.left)
            card.entered.connect(lambda path, one=card: self._enter(one, path))
        self.cards[RESTRICTED].open_requested.connect(self.restricted_requested)
        self.picker.edited.connect(lambda: self._tell(HOUSEHOLD))
        self.picker.left.connect(lambda: self.left.emit(HOUSEHOLD))
        self.rail.chosen.connect(self.focus_section)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_range: self._bring_up())
        for place in range(len(self.cards)):
            # A key event would be taken for text by the line that has the caret.
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda one=place: self.focus_section(one))

    def _build(self) -> None:
        self._column.setSpacing(12)
        self._column.addWidget(self.held)
        self._column.addWidget(self.banner)
        self.cards[HOME].body.insertWidget(0, self.picker)
        for card in self.cards.values():
            self._column.addWidget(card)
        for part in (self.held, self.banner, *self.cards.values()):
            part.setMaximumWidth(scaled(_WIDTH))
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.rail)
        row.addWidget(self._scroll, 1)
        self.set_compact(compact=False)

    def _order_tabs(self) -> None:
        chain = [entry.widget for card in self.cards.values() for entry in card.inputs.values()]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
