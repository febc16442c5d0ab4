"""A card to choose by: icon, what it is, a sentence about it, and the key that takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms, open_painter, paint_box

WIDTH = 720
_HEIGHT = 78


class ChoiceCard(QAbstractButton):
    """Painted; Enter and Space take it, as a click does."""

    def __init__(
        self, icon: str, title: str, sentence: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._sentence, self._key = icon, sentence, key
        self.setText(title)
        self.setToolTip(sentence)
        self.setAccessibleName(f"{title}, tombol {key}. {sentence}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(WIDTH, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A sentence that has no room takes two lines."""
        return QSize(180, scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, tile with icon, two lines, key."""
        theme, painter = current_theme(), open_painter(self)
        lively = self.hasFocus() or self.isDown()
        fill = "pri_soft" if lively or self.underMouse() else "surface"
        area = QRectF(self.rect())
        paint_box(painter, area, 12, fill, "pri" if lively else "border", 2 if lively else 1)
        tile = QRectF(16, (area.height() - 40) / 2, 40, 40)
        paint_box(painter, tile, 8, "surface" if fill == "pri_soft" else "pri_soft")
        place = tile.topLeft().toPoint()
        picture = icon_pixmap(self._icon, theme.pri_ink, 20)
        painter.drawPixmap(place.x() + 10, place.y() + 10, picture)
        room = QRectF(72, 0, area.width() - 72 - 60, area.height())
        self._paint_words(painter, room)
        key = QRectF(area.width() - 44, (area.height() - 28) / 2, 28, 28)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(key, 6, 6)
        painter.setFont(ui_font(13, 600))
        painter.setPen(theme.color("ink2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """The sentence takes a second line rather than end in dots."""
        theme, flags = current_theme(), int(Qt.TextFlag.TextWordWrap)
        long = QFontMetrics(ui_font(13)).horizontalAdvance(self._sentence) > room.width()
        upper, lower = line_rooms(room, 16, 13, gap=1 if long else 4)
        if long:
            line = QFontMetrics(ui_font(13)).height()
            upper.translate(0, -line / 2)
            lower = QRectF(lower.left(), upper.bottom() + 1, lower.width(), 2.0 * line)
        painter.setFont(ui_font(16, 600))
        painter.setPen(theme.color("ink"))
        title = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(ui_font(13))
        painter.setPen(theme.color("ink2"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(lower, flags if long else middle, self._sentence)
