"""Push buttons in four kinds, with icon and key hint; the focus ring stands clear of the fill."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring

HEIGHT = 40
ROW_HEIGHT = 36
FOOTER_HEIGHT = 44
_ICON = 18
_GAP = 8
_RADIUS = 8
_PADDING = {"ghost": 10, "part": 12}
_PILLS = frozenset({"soft", "part"})


@dataclass(frozen=True, slots=True)
class _Look:
    """Tokens of one kind in one state; "" paints nothing."""

    fill: str
    line: str
    ink: str


class Button(QPushButton):
    """A push button; `kind` says how much it stands out.

    `primary` (one per screen), `secondary`, `ghost`, `danger`, `soft` (a pill), `part` (a
    quiet pill), `onNav` and `goldOnNav` (on dark).

    A text may hold `&` for a mnemonic, `&&` for the sign itself. Without text it is a square and
    needs an accessible name.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        icon: str | None = None,
        key_hint: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon or ""
        self._key_hint = key_hint or ""
        self.setFont(ui_font(14, 600))
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Enter presses the button that has the focus, in a dialog and outside.
        self.setAutoDefault(True)
        if key_hint:
            self.setToolTip(f"{text.replace('&&', '&')} ({key_hint})")

    def kind(self) -> str:
        """How much it stands out."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Stand out more or less than before."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Another icon; "" for none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and hint."""
        height = max(self.minimumHeight(), HEIGHT)
        if not self.text():
            return QSize(height, height)
        return QSize(self._content_width() + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """Words never clip."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, box, icon, words, hint."""
        painter = open_painter(self)
        look = self._look()
        area = QRectF(self.rect())
        radius = area.height() / 2 if self._kind in _PILLS else _RADIUS
        if self.hasFocus():
            area = paint_ring(painter, area, radius)
        if look.fill or look.line:
            strong = self._kind == "secondary" and self.isDefault()
            line = "pri" if strong else look.line
            paint_box(painter, area, radius, look.fill, line, 2 if strong else 1)
        self._paint_words(painter, look)

    def _padding(self) -> int:
        return _PADDING.get(self._kind, 17)

    def _content_width(self) -> int:
        width = self._words_width()
        width += (_ICON + _GAP) if self._icon_name else 0
        return width + ((self._hint_width() + 18) if self._key_hint else 0)

    def _words_width(self) -> int:
        shown = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return QFontMetrics(self.font()).horizontalAdvance(shown) + 2

    def _hint_width(self) -> int:
        return QFontMetrics(ui_font(11, 600)).horizontalAdvance(self._key_hint) + 14

    def _paint_words(self, painter: QPainter, look: _Look) -> None:
        theme = current_theme()
        width = self.width()
        if not self.text():
            place = QPointF((width - _ICON) / 2, (self.height() - _ICON) / 2)
            painter.drawPixmap(place, icon_pixmap(self._icon_name, theme.color(look.ink), _ICON))
            return
        left = max((width - self._content_width()) / 2, 4.0)
        if self._icon_name:
            place = QPointF(left, (self.height() - _ICON) / 2)
            painter.drawPixmap(place, icon_pixmap(self._icon_name, theme.color(look.ink), _ICON))
            left += _ICON + _GAP
        painter.setFont(self.font())
        painter.setPen(theme.color(look.ink))
        room = QRect(int(left), 0, self._words_width() + 2, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(room, int(flags), self.text())
        if self._key_hint:
            self._paint_hint(painter, look)

    def _paint_hint(self, painter: QPainter, look: _Look) -> None:
        width = self._hint_width()
        box = QRectF(self.width() - self._padding() + 5 - width, self.height() / 2 - 11, width, 22)
        colour = current_theme().color(look.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = current_theme().color(look.ink)
        ground.setAlpha(46 if self._kind == "primary" else 24)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(colour)
        painter.setFont(ui_font(11, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key_hint)

    def _look(self) -> _Look:
        if not self.isEnabled():
            return _Look("" if self._kind == "ghost" else "sunken", "", "ink3")
        if self._kind == "primary":
            return _Look(self._shade("pri", "pri_hover", "pri_pressed"), "", "on_pri")
        if self._kind == "soft":
            return _Look("pri_soft", "pri" if self.underMouse() else "", "pri_ink")
        if self._kind == "part":
            return _Look(self._shade("sunken", "border", "border"), "", "ink2")
        if self._kind == "goldOnNav":
            return _Look(self._shade("nav_sel", "nav_sel", "nav"), "", "gold")
        if self._kind == "onNav":
            return _Look(self._shade("", "nav_sel", "nav_sel"), "", "nav_ink")
        if self._kind == "ghost":
            return _Look(self._shade("", "sunken", "border"), "", "pri_ink")
        danger = self._kind == "danger"
        fill = self._shade("surface", "err_soft" if danger else "sunken", "border")
        return _Look(fill, "err" if danger else "border_strong", "err" if danger else "ink")

    def _shade(self, rest: str, hover: str, pressed: str) -> str:
        if self.isDown() or self.isChecked():
            return pressed
        return hover if self.underMouse() else rest
