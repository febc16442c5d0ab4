"""Small things that are only looked at: chips, icons, discs, elided words, key hints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import (
    fitted_kind,
    initials,
    open_painter,
    paint_box,
    paint_chip,
    paint_disc,
)

_FIXED = QSizePolicy.Policy.Fixed


class Chip(QWidget):
    """A state as icon, word and tint. `kind`: ok, warn, err, info, gold, pri, clay, neutral."""

    def __init__(
        self,
        text: str,
        kind: str = "neutral",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(_FIXED, _FIXED)
        self.show_words(text, kind, icon or "")

    def show_words(self, text: str, kind: str = "neutral", icon: str = "") -> None:
        """Another state."""
        self._text, self._kind, self._icon = text, kind, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """24 high, as wide as its words."""
        words = QFontMetrics(ui_font(12, 600)).horizontalAdvance(self._text)
        return QSize(words + 24 + (17 if self._icon else 0), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip."""
        painter = open_painter(self)
        paint_chip(
            painter, QRectF(self.rect()), self._text, current_theme().chip(self._kind), self._icon
        )


class IconLabel(QWidget):
    """An icon in the colour of the token `ink`; decoration beside words."""

    def __init__(
        self, name: str, size: int = 18, ink: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._ink = name, size, ink
        self.setFixedSize(size, size)

    def set_icon(self, name: str, ink: str = "") -> None:
        """Another icon; "" for none."""
        self._name, self._ink = name, ink or self._ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        if self._name:
            painter = open_painter(self)
            colour = current_theme().color(self._ink)
            painter.drawPixmap(0, 0, icon_pixmap(self._name, colour, self._size))


class IconTile(QWidget):
    """A rounded square in the tint of `kind` with an icon."""

    def __init__(
        self, name: str, kind: str = "neutral", size: int = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._kind = name, kind
        self.setFixedSize(size, size)

    def show_icon(self, name: str, kind: str) -> None:
        """Another icon and tint."""
        self._name, self._kind = name, kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and icon."""
        painter = open_painter(self)
        tint = current_theme().chip(self._kind)
        side = self.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.fill))
        painter.drawRoundedRect(QRectF(self.rect()), side * 0.25, side * 0.25)
        inner = round(side * 0.52)
        place = QPointF((side - inner) / 2, (side - inner) / 2)
        painter.drawPixmap(place, icon_pixmap(self._name, tint.ink, inner))


class InitialsDisc(QWidget):
    """A disc with two letters; takes a name or the letters themselves."""

    def __init__(
        self,
        name: str,
        size: int = 40,
        parent: QWidget | None = None,
        *,
        fill: str = "pri_soft",
        ink: str = "pri_ink",
    ) -> None:
        super().__init__(parent)
        self._fill, self._ink = fill, ink
        self.setFixedSize(size, size)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Whose disc it is."""
        short = len(name) <= 2 and " " not in name
        self._letters = name.upper() if short else initials(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        painter = open_painter(self)
        paint_disc(painter, QRectF(self.rect()), self._letters, self._fill, self._ink)


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis when room is short; the whole text is its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """The whole text."""
        super().setText(text)
        self.setAccessibleName(text)
        self._offer_whole()

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        hint = self.sizeHint()
        return QSize(min(60, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip comes and goes with the room."""
        super().resizeEvent(event)
        self._offer_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What has room; the text itself stays whole."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = fitted_kind(self.text(), self.fontMetrics(), room.width())
        painter.drawText(room, self.alignment(), shown)

    def _offer_whole(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())


class KeyHint(QWidget):
    """A key's name in a small frame."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        """22 high."""
        words = QFontMetrics(ui_font(11, 600)).horizontalAdvance(self._text)
        return QSize(max(words + 14, 24), 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame and words."""
        painter = open_painter(self)
        paint_box(painter, QRectF(self.rect()), 5, "surface", "border_strong")
        painter.setFont(ui_font(11, 600))
        painter.setPen(current_theme().color("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
