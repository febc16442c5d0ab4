"""The input that suits each simple field of an event form; all of them speak in texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QWidget

from nagari_kit.domain.residents import Jorong, Resident
from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.record_forms.field_inputs import (
    CodeInput,
    FieldInput,
    LineInput,
    digits_only,
)
from nagari_kit.ui.screens.population_event.field_specs import Entry, FieldSpec
from nagari_kit.ui.screens.population_event.person_words import standing_words
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import ComboInput, DateInput, OptionLine, TextInput
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring

_TICK_HEIGHT = 32
_HALF = 285
"""What a name has in two columns, at the usual size of letters."""


class ChoiceInput(FieldInput):
    """Segments; the first is chosen."""

    def __init__(self, name: str, options: tuple[tuple[str, str], ...]) -> None:
        self._choice = Choice(name, options)
        super().__init__(self._choice)
        self._choice.changed.connect(lambda _value: self.changed.emit())

    def text(self) -> str:
        """The value of the chosen one."""
        return self._choice.value()

    def set_text(self, text: str) -> None:
        """Choose by value."""
        self._choice.set_value(text)


class PersonInput(FieldInput):
    """One of several people by id; the likeliest stands first."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._combo = combo
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def offer(self, people: Sequence[Resident], today: date) -> None:
        """Other people; who was chosen stays chosen if still there, else the first. Quiet."""
        wanted = [(str(one.id), _name_and_standing(one, today)) for one in people]
        shown = [(self._combo.itemData(i), self._combo.itemText(i)) for i in self._places()]
        if wanted == shown:
            return
        chosen = self.text()
        self._combo.blockSignals(True)  # noqa: FBT003 - Qt's way
        self._combo.clear()
        for identity, words in wanted:
            self._combo.addItem(words, identity)
        self._combo.setCurrentIndex(max(0, self._combo.findData(chosen)))
        self._combo.blockSignals(False)  # noqa: FBT003 - Qt's way

    def text(self) -> str:
        """The id, or ""."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose by id."""
        self._combo.setCurrentIndex(max(0, self._combo.findData(text)))

    def _places(self) -> range:
        return range(self._combo.count())


class JorongInput(FieldInput):
    """An area of the office by id."""

    def __init__(self, combo: QComboBox, areas: Sequence[Jorong]) -> None:
        super().__init__(combo)
        self._combo = combo
        combo.addItem("Pilih …", "")
        for one in areas:
            combo.addItem(one.name, str(one.id))
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def text(self) -> str:
        """The id, or ""."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose by id."""
        self._combo.setCurrentIndex(max(0, self._combo.findData(text)))


class PersonTick(QCheckBox):
    """Painted: box, name, and in small letters what the person is in the KK."""

    def __init__(self, person: Resident, today: date) -> None:
        super().__init__(person.name.full())
        self.person = person
        self._standing = standing_words(person, today)
        self.setFixedHeight(scaled(_TICK_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{person.name.full()}, {self._standing}")
        self.setToolTip(f"{person.name.full()}, {self._standing}")

    def hitButton(self, _pos: object) -> bool:
        """Anywhere."""
        return True

    def whole_width(self) -> int:
        """What name and standing need."""
        name = QFontMetrics(ui_font(14, 600)).horizontalAdvance(self.text())
        return 32 + name + 20 + QFontMetrics(ui_font(12)).horizontalAdvance(self._standing)

    def sizeHint(self) -> QSize:
        """Half a row."""
        return QSize(220, scaled(_TICK_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Long names end in dots."""
        return QSize(120, scaled(_TICK_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, name, standing."""
        painter, theme, on = open_painter(self), current_theme(), self.isChecked()
        box = QRectF(5, (self.height() - 17) / 2, 17, 17)
        if self.hasFocus():
            paint_ring(painter, box.adjusted(-4, -4, 4, 4), 6)
        paint_box(painter, box, 4, "pri" if on else "surface", "" if on else "border_strong", 1.4)
        if on:
            painter.drawPixmap(
                int(box.left()) + 1, int(box.top()) + 1, icon_pixmap("check", theme.on_pri, 15)
            )
        painter.setFont(ui_font(12))
        beside = painter.fontMetrics().horizontalAdvance(self._standing)
        painter.setFont(ui_font(14, 600 if on else 500))
        room = QRectF(32, 0, self.width() - 32 - beside - 12, self.height())
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        left = 32 + painter.fontMetrics().horizontalAdvance(name) + 8
        painter.setFont(ui_font(12))
        painter.setPen(theme.color("ink2"))
        place = QRectF(left, 0, beside + 4, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._standing)


class PeopleInput(FieldInput):
    """Ticks in a card, in two columns unless names are long; as text the ids, blanks between."""

    def __init__(self, name: str, people: Sequence[Resident], today: date) -> None:
        self._frame = QFrame()
        self._frame.setObjectName("card")
        self._frame.setAccessibleName(name)
        super().__init__(self._frame)
        self.ticks = [PersonTick(one, today) for one in people]
        grid = QGridLayout(self._frame)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        broad = any(tick.whole_width() > scaled(_HALF) for tick in self.ticks)
        rows = len(self.ticks) if broad else (len(self.ticks) + 1) // 2
        for place, tick in enumerate(self.ticks):
            grid.addWidget(tick, place % rows, place // rows)
            tick.toggled.connect(lambda _on: self.changed.emit())
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 0 if broad else 1)

    def first(self) -> QWidget:
        """The first who is ticked: the space bar ticks nobody unseen."""
        ticked = [tick for tick in self.ticks if tick.isChecked()]
        return next(iter(ticked or self.ticks), self._frame)

    def text(self) -> str:
        """Those ticked."""
        return " ".join(str(tick.person.id) for tick in self.ticks if tick.isChecked())

    def set_text(self, text: str) -> None:
        """Tick these alone."""
        wanted = text.split()
        for tick in self.ticks:
            tick.setChecked(str(tick.person.id) in wanted)


def line_for(spec: FieldSpec, names: Sequence[str], area_word: str) -> FieldInput:
    """A line: free, of figures, a date, or one that proposes; `names` where it has no options."""
    if spec.entry is Entry.DATE:
        return LineInput(DateInput())
    line: QLineEdit
    if spec.entry is Entry.OPTION:
        line = OptionLine([value.format(area_word) for value, _words in spec.options] or names)
    else:
        line = TextInput()
    if spec.entry in {Entry.DIGITS, Entry.NUMBER}:
        digits_only(line)
    line.setPlaceholderText(spec.example)
    return LineInput(line)


def code_for(spec: FieldSpec) -> FieldInput:
    """A code of a list."""
    return CodeInput(ComboInput(), spec.codes)


def combo() -> ComboInput:
    """A closed list."""
    return ComboInput()


def focus_target(entry: FieldInput) -> QWidget:
    """What takes the caret for a field."""
    if isinstance(entry, PeopleInput):
        return entry.first()
    return entry.widget.focusProxy() or entry.widget


def _name_and_standing(one: Resident, today: date) -> str:
    standing = standing_words(one, today)
    return f"{one.name.full()}  ({standing})" if standing else one.name.full()
