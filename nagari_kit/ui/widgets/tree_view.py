"""A family tree that is looked at and walked: it fits its room, then pans; arrows and Enter."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.domain.tree_drawing import Direction, TreeDrawing
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.painting import open_painter
from nagari_kit.ui.widgets.tree_eye import Compose, TreeEye
from nagari_kit.ui.widgets.tree_painting import (
    BoxState,
    TreeLabel,
    paint_dot,
    paint_line,
    paint_person,
)

_STEP = 1.2
_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_ZOOMS = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}


class TreeView(QWidget):
    """`current_changed` and `opened` carry the key of a person.

    A tree that does not fit is shown smaller, down to `smallest`, and can be moved from there.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, smallest: float = 0.75, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._compose: Compose = lambda measures: TreeDrawing(measures=measures)
        self._drawing = TreeDrawing()
        self._labels: Mapping[UUID, TreeLabel] = {}
        self._current: UUID | None = None
        self._hovered: UUID | None = None
        self.eye = TreeEye(smallest)
        self._grip: QPointF | None = None
        self.setMinimumSize(200, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def show_tree(self, compose: Compose, labels: Mapping[UUID, TreeLabel]) -> None:
        """Draw another tree; who was current stays so if still there. `compose` lays it out."""
        self._compose, self._labels = compose, labels
        self._hovered = None
        current = self._current
        self._current = None
        self._drawing = self.eye.fitted(compose, QRectF(self.rect()))
        self.set_current(current if current in self._drawing.by_key else self._drawing.first())

    def current(self) -> UUID | None:
        """Whom the keys act upon."""
        return self._current

    def set_current(self, key: UUID | None) -> None:
        """Mark a person and bring them into view; tells when it is another."""
        if key == self._current or (key is not None and key not in self._drawing.by_key):
            return
        self._current = key
        label = self._labels.get(key) if key else None
        said = label.spoken if label else ""
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
        if said and self.hasFocus():
            announce(self, said)
        self._reveal()
        self.update()
        if key is not None:
            self.current_changed.emit(key)

    def place_of(self, key: UUID) -> QRectF:
        """Where a person stands in the widget."""
        return self.eye.place_of(self._drawing.by_key[key], self._drawing.measures)

    def zoom_by(self, factor: float) -> None:
        """Look closer or from further away."""
        self.eye.zoom_by(factor, QRectF(self.rect()).center())
        self.update()

    def fit(self) -> None:
        """See all of it again, as far as it stays readable."""
        self._drawing = self.eye.fitted(self._compose, QRectF(self.rect()))
        self._reveal()

    def sizeHint(self) -> QSize:
        """Room for two generations."""
        return QSize(420, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, unless the officer chose how close to look."""
        super().resizeEvent(event)
        if self.eye.is_fitted:
            self.fit()
        else:
            self.eye.hold(QRectF(self.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines under dots under people; what is out of sight is left out."""
        painter = open_painter(self)
        painter.translate(self.eye.corner)
        painter.scale(self.eye.zoom, self.eye.zoom)
        for line in self._drawing.lines:
            paint_line(painter, line)
        for dot in self._drawing.dots:
            paint_dot(painter, dot)
        size, seen = self._drawing.measures, QRectF(self.rect()).adjusted(-8, -8, 8, 8)
        for box in self._drawing.boxes:
            if not seen.intersects(self.place_of(box.key)):
                continue
            label = self._labels.get(box.key, TreeLabel("", "", ""))
            state = BoxState(box.key == self._current, box.key == self._hovered, self.hasFocus())
            paint_person(painter, QRectF(box.x, box.y, size.width, size.height), label, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, plus and minus change the size, 0 shows all."""
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            start = self._current
            self.set_current(
                self._drawing.step(start, _ARROWS[key]) if start else self._drawing.first()
            )
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current is not None:
            self.opened.emit(self._current)
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose who is under the pointer, or take hold of the tree."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            key = self._at(event.position())
            if key is not None:
                self.set_current(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the tree, or tell in full who is under the pointer."""
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.eye.move(event.position() - self._grip, QRectF(self.rect()))
            self._grip = event.position()
            self.update()
            return
        key = self._at(event.position())
        if key != self._hovered:
            self._hovered = key
            label = self._labels.get(key) if key else None
            self.setToolTip(label.spoken if label else "")
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a person."""
        key = self._at(event.position())
        if key is not None:
            self.opened.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl closer or further away, else move."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.eye.zoom_by(_STEP if turned.y() > 0 else 1 / _STEP, event.position())
        else:
            self.eye.move(QPointF(turned.x(), turned.y()) / 2, QRectF(self.rect()))
        self.update()

    def _at(self, point: QPointF) -> UUID | None:
        there = self.eye.to_tree(point)
        return self._drawing.at(there.x(), there.y())

    def _reveal(self) -> None:
        if self._current is not None:
            self.eye.reveal(self.place_of(self._current), QRectF(self.rect()))
        self.update()
