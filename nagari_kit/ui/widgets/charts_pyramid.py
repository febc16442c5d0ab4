"""The age pyramid: men at the left, women at the right, one row for each band of ages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.domain.amounts import grouped
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets.charts_pyramid_sheet import (
    MEN,
    SIDES,
    TOTAL,
    WOMEN,
    PyramidBand,
    PyramidSheet,
    foot_height,
    head_height,
)
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.painting import open_painter

__all__ = ["MEN", "TOTAL", "WOMEN", "PyramidBand", "PyramidChart"]

_LEAST_ROW, _USUAL_ROW = 19, 26
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 0}
_SIDE_OF_KEY = {Qt.Key.Key_Left: MEN, Qt.Key.Key_Right: WOMEN}
_OPENERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PyramidChart(QWidget):
    """`opened` carries the place of a band (TOTAL for all) and the side. Arrows move, Enter opens.

    Bands come youngest first and stand youngest below.
    """

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bands: tuple[PyramidBand, ...] = ()
        self._totals = (0, 0)
        self._hovered: tuple[int, int] | None = None
        self._current = (0, MEN)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def show_bands(self, bands: Sequence[PyramidBand], men: int, women: int) -> None:
        """Other numbers; `men` and `women` are the totals of the head."""
        self._bands = tuple(bands)
        self._totals = (men, women)
        self._current = (min(self._current[0], len(bands) - 1), self._current[1])
        self._name()
        self.updateGeometry()
        self.update()

    def current_words(self) -> str:
        """What the keyboard stands on, as it is spoken."""
        place, side = self._current
        if place == TOTAL:
            return f"{SIDES[side]}, semua umur, {grouped(self._totals[side])} jiwa"
        if not self._bands:
            return ""
        band = self._bands[place]
        return f"{SIDES[side]}, {band.label} tahun, {grouped(band.side(side))} jiwa"

    def band_area(self, place: int, side: int) -> QRectF:
        """Where a band's half row stands."""
        return self._sheet().area(place, side)

    def sizeHint(self) -> QSize:
        """Rows of a comfortable height."""
        return self._size_of(480, _USUAL_ROW)

    def minimumSizeHint(self) -> QSize:
        """Rows in which the letters have room."""
        return self._size_of(330, _LEAST_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End; Enter or Space opens the names."""
        key, oldest = Qt.Key(event.key()), len(self._bands)
        place, side = self._current
        if key in _STEPS:
            at = oldest if place == TOTAL else place
            self._go(at + _STEPS[key], _SIDE_OF_KEY.get(key, side))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(oldest if key == Qt.Key.Key_Home else 0, side)
        elif key in _OPENERS and self._bands:
            self.opened.emit(place, side)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the half row under the mouse."""
        self._hover(self._sheet().at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit."""
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        found = self._sheet().at(event.position())
        if found is not None and self._bands and event.button() == Qt.MouseButton.LeftButton:
            self._current = found
            self._name()
            self.opened.emit(*found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole sheet."""
        if self._bands:
            lit = self._hovered or (self._current if self.hasFocus() else None)
            self._sheet().paint(open_painter(self), lit, is_focused=self.hasFocus())

    def _sheet(self) -> PyramidSheet:
        return PyramidSheet(self.size(), self._bands, self._totals)

    def _size_of(self, width: int, row: int) -> QSize:
        rows = max(1, len(self._bands)) * scaled(row)
        return QSize(scaled(width), round(head_height() + foot_height()) + rows)

    def _hover(self, found: tuple[int, int] | None) -> None:
        if found != self._hovered:
            self._hovered = found
            point = Qt.CursorShape.PointingHandCursor
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else point)
            self.update()

    def _go(self, place: int, side: int) -> None:
        """One above the oldest band stands the total."""
        self._current = (TOTAL if place >= len(self._bands) else max(0, place), side)
        self._hovered = None
        self._name()
        announce(self, self.current_words())
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"Piramida umur. {self.current_words()}")
