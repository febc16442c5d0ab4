"""A list of people of the letter: heirs, dependants, followers; ticked, found, ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_fields import PeopleListSpec
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.ui.record_forms.grid_table import GridTable
from nagari_kit.ui.record_forms.hit_words import hit_detail
from nagari_kit.ui.record_forms.person_picker import PersonPicker
from nagari_kit.ui.screens.letter_issue.relations import related
from nagari_kit.ui.widgets import Button, Card, CheckRow, IconLabel
from nagari_kit.ui.widgets.flow import FlowLayout

_MOST_TICKS = 14


class PeopleList(Card):
    """`changed` carries the tuple of hits, in their order, with what their columns say."""

    changed = Signal(object)
    search_wanted = Signal(str)
    outsider_wanted = Signal(str, object)
    entered = Signal()

    def __init__(self, spec: PeopleListSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec.label, parent)
        self.spec = spec
        self._hits: list[PersonHit] = []
        self._relatives: tuple[PersonHit, ...] = ()
        self._ticks: list[CheckRow] = []
        self._today = date.min
        self._count = QLabel()
        self._count.setObjectName("secondary")
        self._error = QWidget()
        self._error_words = QLabel()
        self._tick_row = QWidget()
        self._flow = FlowLayout(self._tick_row)
        self.table = GridTable(spec.columns, self.tr("Nama"), grows=False)
        self.table.setAccessibleName(spec.label)
        self.up = Button("", kind="ghost", icon="chevron-up")
        self.down = Button("", kind="ghost", icon="chevron-down")
        self.remove = Button("", kind="ghost", icon="trash")
        self.picker = PersonPicker(self.tr("Tambah orang: nama atau NIK"), outsiders=True)
        self.picker.search.setAccessibleName(self.tr("Tambah ke {0}").format(spec.label))
        self._build()
        self._connect()

    def begin(self, hits: Sequence[PersonHit], relatives: Sequence[PersonHit], today: date) -> None:
        """Start with these people; nobody is told."""
        self._today = today
        self._hits = list(hits)
        self._relatives = tuple(relatives)
        self._make_ticks()
        self._show()

    def hits(self) -> tuple[PersonHit, ...]:
        """Everybody in the list, with what their columns say."""
        typed = self.table.cells.rows()
        return tuple(
            replace(hit, person=replace(hit.person, columns=row))
            for hit, row in zip(self._hits, typed, strict=True)
        )

    def take(self, hit: PersonHit) -> None:
        """Put somebody at the end, unless it is there already; the caret waits for the next."""
        self._hits = list(self.hits())
        if not self._holds(hit):
            self._hits.append(related(self.spec, hit))
        self._show()
        self._tell()
        self.picker.search.setFocus()

    def set_error(self, text: str) -> None:
        """Say over the list what must be mended; "" takes it away."""
        self._error_words.setText(text)
        self._error.setVisible(bool(text))

    def focus(self) -> None:
        """The caret at the first cell that must be filled, else where people are added."""
        for row, said in enumerate(self.table.cells.rows()):
            for place, column in enumerate(self.spec.columns, start=1):
                if column.required and not said.get(column.id):
                    self.table.setFocus()
                    self.table.setCurrentIndex(self.table.cells.index(row, place))
                    return
        self.picker.search.setFocus()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        buttons = [self.up, self.down, self.remove]
        return [*self._ticks, self.table, *buttons, self.picker.search]

    def _show(self) -> None:
        heads = [(hit.name, hit_detail(hit, self._today)) for hit in self._hits]
        self.table.cells.begin([hit.person.columns for hit in self._hits], heads)
        self._show_state()
        free = [one for one in self._relatives if not self._holds(one)]
        self.picker.begin(free, self._today)

    def _show_state(self) -> None:
        count = len(self._hits)
        words = self.tr("{0} orang").format(count)
        if self.spec.least > count:
            words = self.tr("{0}, paling sedikit {1}").format(words, self.spec.least)
        self._count.setText(words)
        for part in (self.table, self.up, self.down, self.remove):
            part.setVisible(bool(count))
        for tick, relative in zip(self._ticks, self._relatives, strict=False):
            with QSignalBlocker(tick):
                tick.setChecked(self._holds(relative))

    def _holds(self, one: PersonHit) -> bool:
        return any(one.is_same(hit) for hit in self._hits)

    def _make_ticks(self) -> None:
        for tick in self._ticks:
            self._flow.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = []
        for relative in self._relatives[:_MOST_TICKS]:
            tick = CheckRow(relative.name)
            tick.setToolTip(hit_detail(relative, self._today))
            tick.toggled.connect(lambda on, one=relative: self._tick(one, on=on))
            self._flow.addWidget(tick)
            self._ticks.append(tick)
        self._tick_row.setVisible(bool(self._ticks))

    def _tick(self, relative: PersonHit, *, on: bool) -> None:
        self._hits = [hit for hit in self.hits() if not hit.is_same(relative)]
        if on:
            self._hits.append(related(self.spec, relative))
        self._show()
        self._tell()

    def _take_edit(self) -> None:
        """A cell was typed, or the table took or moved a row: the people follow it."""
        self._tell()

    def _dropped(self, _parent: object, first: int, last: int) -> None:
        del self._hits[first : last + 1]
        self._show_state()

    def _moved(self, _parent: object, first: int, _last: int, _to: object, row: int) -> None:
        moved = self._hits.pop(first)
        self._hits.insert(row - 1 if row > first else row, moved)

    def _tell(self) -> None:
        self.set_error("")
        self.changed.emit(self.hits())

    def _connect(self) -> None:
        cells = self.table.cells
        # Direct, and before `edited`: the people must stand as the rows do.
        cells.rowsRemoved.connect(self._dropped)
        cells.rowsMoved.connect(self._moved)
        cells.edited.connect(self._take_edit)
        self.table.full.connect(self.picker.search.setFocus)
        self.table.entered_table.connect(self.entered)
        self.up.clicked.connect(lambda: self.table.move_current(-1))
        self.down.clicked.connect(lambda: self.table.move_current(1))
        self.remove.clicked.connect(self.table.drop_current)
        self.picker.search_wanted.connect(self.search_wanted)
        self.picker.picked.connect(self.take)
        self.picker.outsider_wanted.connect(lambda typed: self.outsider_wanted.emit(typed, None))
        self.picker.entered.connect(self.entered)

    def _build(self) -> None:
        for button, words in (
            (self.up, self.tr("Naikkan (Alt+↑)")),
            (self.down, self.tr("Turunkan (Alt+↓)")),
            (self.remove, self.tr("Keluarkan dari daftar (Del)")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._error_words.setObjectName("errorText")
        self._error_words.setWordWrap(True)
        error = QHBoxLayout(self._error)
        error.setContentsMargins(0, 0, 0, 0)
        error.setSpacing(6)
        error.addWidget(IconLabel("alert-triangle", 16, "err"), 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error_words, 1)
        self._error.hide()
        self.head.addWidget(self._count)
        for button in (self.up, self.down, self.remove):
            self.head.addWidget(button)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setContentsMargins(12, 8, 12, 12)
            outer.setSpacing(6)
        for part in (self._error, self._tick_row, self.table, self.picker):
            self.body.addWidget(part)
