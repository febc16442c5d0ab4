"""Lays one page of paper on a desk: scrolls it, zooms it, and marks the field being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from nagari_kit.domain.letters import FieldBox
from nagari_kit.ui.preview.pdf_raster import PageImage, PageShape
from nagari_kit.ui.style.tokens import current_theme

MARGIN = 28
TOP_MARGIN = 20
ZOOM_STEP = 1.25
ZOOM_RANGE = (0.5, 4.0)
_SHADOW = 14


class PageDesk(QAbstractScrollArea):
    """`raster_needed` carries the width in device pixels that would be crisp now.

    `page_turn_wanted` carries +1 or -1. An older image is shown, scaled, until the new one comes.
    """

    raster_needed = Signal(int)
    page_turn_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shape: PageShape | None = None
        self._image: QImage | None = None
        self._zoom = 1.0
        self._marks: tuple[FieldBox, ...] = ()

    @property
    def zoom(self) -> float:
        """Width of the paper over the width that fits; 1.0 fits."""
        return self._zoom

    @property
    def paper_width(self) -> int:
        """Width of the paper on the desk, in logical pixels.

        The room of the scroll bar is left free whether it is shown or not: else the paper would
        need the bar while it is wide, and be wide as long as there is no bar.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        return max(120, round((self.width() - bar - 2 * MARGIN) * self._zoom))

    @property
    def pixel_width(self) -> int:
        """The same in device pixels."""
        return round(self.paper_width * self.devicePixelRatioF())

    def show_page(self, page: PageImage) -> None:
        """Put a freshly rendered page on the desk; keeps the place that is looked at."""
        self._shape = page.shape
        self._image = page.image
        self._arrange()
        self.viewport().update()

    def clear(self) -> None:
        """Take the paper away."""
        self._shape = None
        self._image = None
        self._marks = ()
        self._arrange()
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of what is seen."""
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(1, self._paper_height())
        self._zoom = min(max(zoom, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        self._arrange()
        bar.setValue(round(middle * self._paper_height() - self.viewport().height() / 2))
        self.viewport().update()
        self.raster_needed.emit(self.pixel_width)

    def set_marks(self, marks: tuple[FieldBox, ...]) -> None:
        """Mark these places of the page and scroll to the first when it is out of sight."""
        self._marks = marks
        if marks:
            self._reveal(self._on_desk(marks[0]))
        self.viewport().update()

    def mark_rects(self) -> tuple[QRectF, ...]:
        """The marks in viewport coordinates."""
        return tuple(self._on_desk(mark) for mark in self._marks)

    def paper_rect(self) -> QRectF:
        """The paper in viewport coordinates."""
        width = self.paper_width
        left = max(float(MARGIN), (self.viewport().width() - width) / 2)
        left -= self.horizontalScrollBar().value()
        top = float(TOP_MARGIN - self.verticalScrollBar().value())
        ratio = self.devicePixelRatioF()
        # Whole device pixels, or the text would be smeared over two of them.
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        return QRectF(left, top, width, self._paper_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Desk, shadow, paper, marks."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.sunken))
        if self._shape is None:
            return
        paper = self.paper_rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_shadow(painter, paper)
        painter.fillRect(paper, QColor("#FFFFFF"))
        if self._image is not None:
            exact = self._image.width() == self.pixel_width
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
            painter.drawImage(paper, self._image)
        self._paint_marks(painter, QColor(theme.gold))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the paper to the new width."""
        super().resizeEvent(event)
        self._arrange()
        self.raster_needed.emit(self.pixel_width)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and zero zoom; Page Up and Page Down at an end turn the page."""
        zooms = {
            Qt.Key.Key_Plus: self._zoom * ZOOM_STEP,
            Qt.Key.Key_Equal: self._zoom * ZOOM_STEP,
            Qt.Key.Key_Minus: self._zoom / ZOOM_STEP,
            Qt.Key.Key_0: 1.0,
        }
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        if key in zooms:
            self.set_zoom(zooms[key])
        elif key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.page_turn_wanted.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.page_turn_wanted.emit(-1)
        else:
            super().keyPressEvent(event)

    def _paper_height(self) -> float:
        if self._shape is None:
            return 0.0
        return self.paper_width * self._shape.height / self._shape.width

    def _arrange(self) -> None:
        view = self.viewport()
        high = round(self._paper_height()) + 2 * TOP_MARGIN if self._shape else 0
        wide = self.paper_width + 2 * MARGIN if self._shape else 0
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        vertical.setRange(0, max(0, high - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(48)
        horizontal.setRange(0, max(0, wide - view.width()))

    def _on_desk(self, mark: FieldBox) -> QRectF:
        if self._shape is None:
            return QRectF()
        paper = self.paper_rect()
        scale = paper.width() / self._shape.width
        place = QRectF(mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale)
        return place.translated(paper.topLeft()).adjusted(-4, -2, 4, 2)

    def _reveal(self, place: QRectF) -> None:
        bar = self.verticalScrollBar()
        if place.top() < 0 or place.bottom() > self.viewport().height():
            bar.setValue(round(bar.value() + place.center().y() - self.viewport().height() / 2))

    def _paint_marks(self, painter: QPainter, gold: QColor) -> None:
        fill = QColor(gold)
        fill.setAlphaF(0.27)
        painter.setPen(QPen(gold, 1.6))
        painter.setBrush(fill)
        for place in self.mark_rects():
            painter.drawRoundedRect(place, 3, 3)


def _paint_shadow(painter: QPainter, paper: QRectF) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    tint = QColor("#10231F")
    for step in range(_SHADOW, 0, -2):
        tint.setAlphaF(0.012 + 0.02 * (1 - step / _SHADOW))
        painter.setBrush(tint)
        around = paper.adjusted(-step, -step, step, step).translated(QPointF(0, 5))
        painter.drawRoundedRect(around, step, step)
    painter.restore()
