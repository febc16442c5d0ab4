"""How a tree is looked at: which part of it, how large, and how far its rows stand apart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from nagari_kit.domain.tree_drawing import Box, Measures, TreeDrawing
from nagari_kit.ui.style.fonts import scaled

Compose = Callable[[Measures], TreeDrawing]
"""Lays a tree out in boxes of these measures."""

WIDTH, HEIGHT = 158, 52
_MARGIN = 12.0
_CLOSEST, _FURTHEST = 1.6, 0.25
_WIDE, _TIGHT = 60, 32
"""Most and least room between two rows."""


class TreeEye:
    """`corner` is where the tree's origin stands in the widget, `zoom` 1 the true size."""

    def __init__(self, smallest: float) -> None:
        self.zoom = 1.0
        self.corner = QPointF()
        self.is_fitted = True
        self._smallest = smallest
        self._extent = (0.0, 0.0)

    def fitted(self, compose: Compose, room: QRectF) -> TreeDrawing:
        """The tree laid out for this room and wholly in sight, unless that made it too small.

        Rows spread over the height that there is.
        """
        inner = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width, height = float(scaled(WIDTH)), float(scaled(HEIGHT))
        tight = compose(Measures(width, height, pitch=height + _TIGHT))
        wanted = min(
            1.0, inner.width() / max(1.0, tight.width), inner.height() / max(1.0, tight.height)
        )
        self.zoom = max(self._smallest, wanted)
        spare = inner.height() / self.zoom - tight.height
        gap = _TIGHT + max(0.0, spare) / max(1, tight.rows - 1)
        drawing = compose(Measures(width, height, pitch=height + min(_WIDE, gap)))
        self._extent = (drawing.width, drawing.height)
        self.corner = QPointF(
            inner.center().x() - drawing.width * self.zoom / 2,
            inner.center().y() - drawing.height * self.zoom / 2,
        )
        self.is_fitted = True
        self.hold(room)
        return drawing

    def place_of(self, box: Box, size: Measures) -> QRectF:
        """Where a box stands in the widget."""
        return QRectF(
            box.x * self.zoom + self.corner.x(),
            box.y * self.zoom + self.corner.y(),
            size.width * self.zoom,
            size.height * self.zoom,
        )

    def to_tree(self, point: QPointF) -> QPointF:
        """A point of the widget in the measures of the tree."""
        return (point - self.corner) / self.zoom

    def zoom_by(self, factor: float, fixed: QPointF) -> None:
        """Closer or further away; what is under `fixed` stays there."""
        wanted = min(_CLOSEST, max(_FURTHEST, self.zoom * factor))
        self.corner = fixed - (fixed - self.corner) * (wanted / self.zoom)
        self.zoom = wanted
        self.is_fitted = False

    def move(self, way: QPointF, room: QRectF) -> None:
        """Look at another part."""
        self.corner += way
        self.is_fitted = False
        self.hold(room)

    def hold(self, room: QRectF) -> None:
        """Keep the tree in the room: in its middle where it fits, without gaps where not."""
        self.corner = QPointF(
            _held(self.corner.x(), self._extent[0] * self.zoom, room.left(), room.right()),
            _held(self.corner.y(), self._extent[1] * self.zoom, room.top(), room.bottom()),
        )

    def reveal(self, place: QRectF, room: QRectF) -> None:
        """Move so that `place` is in sight."""
        inner = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        right = min(0.0, inner.right() - place.right()) or max(0.0, inner.left() - place.left())
        down = min(0.0, inner.bottom() - place.bottom()) or max(0.0, inner.top() - place.top())
        if right or down:
            self.corner += QPointF(right, down)


def _held(corner: float, extent: float, low: float, high: float) -> float:
    least, most = high - _MARGIN - extent, low + _MARGIN
    if least >= most:
        return (least + most) / 2
    return min(most, max(least, corner))
