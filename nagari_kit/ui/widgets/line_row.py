"""A line of two texts with a chip that opens something: a relative, a letter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nagari_kit.ui.letter_words import ChipWords
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import fitted_kind, line_rooms, paint_box

HEIGHT = 44
_DISC = 32
_CHIP = 24


class LineRow(QAbstractButton):
    """With `initials` in a disc or an `icon` on a tile; Enter and Space open, as a click does."""

    def __init__(
        self,
        title: str,
        detail: str,
        chip: ChipWords | None = None,
        initials: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._chip = chip
        self._is_marked = False
        self.show_words(title, detail, initials)
        self.setFixedHeight(scaled(HEIGHT - 4) + 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, title: str, detail: str, initials: str = "") -> None:
        """Say something else, with the same chip."""
        self._title, self._detail, self._initials = title, detail, initials
        self.setText(title)
        spoken = [title, detail, self._chip.text if self._chip else ""]
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setToolTip(title)
        self.update()

    def mark(self, *, marked: bool = True) -> None:
        """Show that Enter in the search box takes this one."""
        self._is_marked = marked
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its column lets it be."""
        return QSize(220, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hover ground, disc, two lines, chip, focus ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() or self.isDown() or self._is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            is_pointed_at = self.underMouse() or self.isDown()
            painter.setBrush(QColor(theme.sunken if is_pointed_at else theme.pri_soft))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 8, 8)
        left = 8.0
        if self._initials:
            self._paint_disc(painter, left)
            left += _DISC + 10
        elif self._icon:
            tile = QRectF(left, (area.height() - _DISC) / 2, _DISC, _DISC)
            paint_box(painter, tile, 8, "surface" if self.underMouse() else "sunken")
            place = QPointF(tile.left() + 8, tile.top() + 8)
            painter.drawPixmap(place, icon_pixmap(self._icon, theme.ink2, 16))
            left += _DISC + 10
        right = area.right() - 8
        if self._chip is not None:
            right = self._paint_chip(painter, right, self._chip) - 8
        room = QRectF(left, 0, max(20.0, right - left), area.height())
        upper, lower = line_rooms(room, 14, 12)
        _write(painter, upper, self._title, 600, theme.ink)
        _write(painter, lower, self._detail, 400, theme.ink2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_disc(self, painter: QPainter, left: float) -> None:
        theme = current_theme()
        disc = QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface if self.underMouse() else theme.sunken))
        painter.drawEllipse(disc)
        painter.setFont(ui_font(12, 600))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)

    def _paint_chip(self, painter: QPainter, right: float, words: ChipWords) -> float:
        tint = current_theme().chip(words.kind)
        painter.setFont(ui_font(12, 600))
        icon = 18 if words.icon else 0
        width = 22 + icon + painter.fontMetrics().horizontalAdvance(words.text)
        chip = QRectF(right - width, (self.height() - _CHIP) / 2, width, _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.fill))
        painter.drawRoundedRect(chip, _CHIP / 2, _CHIP / 2)
        if words.icon:
            pixmap = icon_pixmap(words.icon, tint.ink, 14)
            painter.drawPixmap(QPointF(chip.left() + 9, chip.center().y() - 7), pixmap)
        painter.setPen(QColor(tint.ink))
        words_room = chip.adjusted(10 + icon, 0, 0, 0)
        painter.drawText(words_room, Qt.AlignmentFlag.AlignVCenter, words.text)
        return chip.left()


def _write(painter: QPainter, room: QRectF, text: str, weight: int, colour: str) -> None:
    painter.setFont(ui_font(14 if weight > 400 else 12, weight))
    painter.setPen(QColor(colour))
    shown = fitted_kind(text, painter.fontMetrics(), int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
