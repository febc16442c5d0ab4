"""One book to choose: its code, its name, and in a line what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nagari_kit.services.registers import BookTitle
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms, open_painter, paint_box

HEIGHT = 56


class BookCard(QAbstractButton):
    """One of a QButtonGroup; arrows move."""

    def __init__(self, title: BookTitle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setText(title.title)
        self.setAccessibleName(f"{title.book.value}, {title.title}")
        self.setAccessibleDescription(title.about)
        self.setCheckable(True)
        self.setFixedHeight(scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(320, scaled(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, code, two lines."""
        painter = open_painter(self)
        chosen = self.isChecked()
        line, width = ("pri", 2.0) if chosen else ("border", 1.0)
        if self.hasFocus():
            line, width = "focus", 2.0
        fill = "pri_soft" if chosen or self.underMouse() else "surface"
        paint_box(painter, QRectF(self.rect()), 10, fill, line, width)
        tile = QRectF(12, (self.height() - 34) / 2, scaled(40), 34)
        paint_box(painter, tile, 8, "surface" if fill == "pri_soft" else "pri_soft")
        painter.setFont(ui_font(13, 700))
        painter.setPen(current_theme().color("pri_ink"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self.title.book.value)
        self._paint_words(painter, tile.right() + 12)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme = current_theme()
        room = QRectF(left, 0, self.width() - left - 12, self.height())
        upper, lower = line_rooms(room, 14, 12)
        for area, words, font, ink in (
            (upper, self.title.title, ui_font(14, 600), "ink"),
            (lower, self.title.about, ui_font(12), "ink2"),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
