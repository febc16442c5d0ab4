"""A row of tabs with counts; arrows move, a bar marks the current one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box

_HEIGHT = 38
_GAP = 20


class Tabs(QWidget):
    """`current_changed` carries the place, from 0. `indent`: pixels before the first word."""

    current_changed = Signal(int)

    def __init__(
        self, titles: Sequence[str], parent: QWidget | None = None, *, indent: int = 4
    ) -> None:
        super().__init__(parent)
        self._indent = indent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabs: list[tuple[str, int | None]] = [(title, None) for title in titles]
        self._current = 0
        self._name()

    def set_tabs(self, tabs: Sequence[tuple[str, int | None]]) -> None:
        """Other titles with their counts; the first becomes current."""
        self._tabs = list(tabs)
        self._current = 0
        self._name()

    def set_count(self, place: int, count: int | None) -> None:
        """The count beside one title."""
        self._tabs[place] = (self._tabs[place][0], count)
        self._name()

    def current(self) -> int:
        """The current place."""
        return self._current

    def set_current(self, place: int) -> None:
        """Choose; tells when it is another."""
        if place != self._current and 0 <= place < len(self._tabs):
            self._current = place
            self._name()
            self.current_changed.emit(place)

    def sizeHint(self) -> QSize:
        """As wide as the tabs."""
        spans = self._spans()
        return QSize(int(spans[-1].right()) + 8 if spans else 60, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.set_current(self._current + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        for place, span in enumerate(self._spans()):
            if span.contains(event.position()):
                self.set_current(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, counts, bar, rule."""
        painter = open_painter(self)
        theme = current_theme()
        painter.fillRect(0, _HEIGHT - 1, self.width(), 1, theme.color("border"))
        for place, (span, (title, count)) in enumerate(zip(self._spans(), self._tabs, strict=True)):
            current = place == self._current
            font = ui_font(14, 600 if current else 500)
            width = QFontMetrics(font).horizontalAdvance(title)
            painter.setFont(font)
            painter.setPen(theme.color("pri_ink" if current else "ink2"))
            words = QRectF(span.left(), 0, width + 2, _HEIGHT - 3)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
            if count is not None:
                box = QRectF(words.right() + 6, 8, _count_width(count), 20)
                paint_box(painter, box, 10, "pri_soft" if current else "sunken")
                painter.setFont(ui_font(12, 600))
                painter.setPen(theme.color("pri_ink" if current else "ink2"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _grouped(count))
            if current:
                bar = QRectF(span.left(), _HEIGHT - 3, width, 3)
                paint_box(painter, bar, 1.5, "focus" if self.hasFocus() else "pri")

    def _spans(self) -> list[QRectF]:
        metrics = QFontMetrics(ui_font(14, 600))
        spans: list[QRectF] = []
        left = float(self._indent)
        for title, count in self._tabs:
            width = metrics.horizontalAdvance(title) + 2.0
            width += _count_width(count) + 8 if count is not None else 0
            spans.append(QRectF(left, 0, width, _HEIGHT))
            left += width + _GAP
        return spans

    def _name(self) -> None:
        title, count = self._tabs[self._current] if self._tabs else ("", None)
        shown = f", {_grouped(count)}" if count is not None else ""
        self.setAccessibleName(f"Tab: {title}{shown}")
        self.updateGeometry()
        self.update()


def _count_width(count: int) -> float:
    return QFontMetrics(ui_font(12, 600)).horizontalAdvance(_grouped(count)) + 14.0


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
