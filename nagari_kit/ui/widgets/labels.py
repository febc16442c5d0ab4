"""Small things that are only looked at: chips, icons, discs, elided words, key hints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import (
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
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """The whole text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def text(self) -> str:
        """The whole text."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, hint.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        short = min(60, self.sizeHint().width())
        return QSize(short, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 20)
        )
        super().setText(shown if self.isVisible() or shown == self._whole else self._whole)
        self.setToolTip(self._whole if shown != self._whole else "")


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
