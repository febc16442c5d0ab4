"""One kind of letter to choose: icon, title, a second line, and the key that takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms

HEIGHT = 58
_TILE = 36
_KEY = 28
_ICONS = {
    "umum": "file-text",
    "keluarga": "users",
    "nikah": "certificate",
    "kependudukan": "id",
    "usaha": "building-store",
    "tanah": "ruler-measure",
    "adat": "building-community",
    "sosial": "heart-handshake",
    "kepolisian": "shield-check",
    "dinas": "mail",
}
ENTER = "Enter"


class TypeCard(QAbstractButton):
    """Painted, so that hover and moving cost one repaint and no style sheet.

    The caret stays in the search box: the card is `current` when Enter takes it.
    """

    def __init__(self, letter_type: LetterType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter_type = letter_type
        self._key = ""
        self._is_current = False
        self._second = ""
        self.setFixedHeight(scaled(HEIGHT - 6) + 6)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(letter_type.title.replace("&", "&&"))
        self.setMouseTracking(True)

    def show_words(self, key: str, last: str) -> None:
        """The digit that takes it or "", and when it was last made for this person or ""."""
        self._key = key
        kind = self.letter_type
        shown = kind.title.casefold()
        short = "" if kind.short_title.casefold() in shown else kind.short_title
        self._second = "  ·  ".join(
            part for part in (kind.abbreviation, short, validity_words(kind), last) if part
        )
        spoken = f"{kind.title}, tombol {key}. " if key else f"{kind.title}. "
        self.setAccessibleName(spoken + self._second)
        self.update()

    def set_current(self, *, current: bool) -> None:
        """Whether Enter takes this one."""
        if current != self._is_current:
            self._is_current = current
            self.update()

    def is_current(self) -> bool:
        """Whether Enter takes this one."""
        return self._is_current

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(420, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, tile with icon, two lines, key."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._is_current or self.isDown()
        line = QPen(theme.color("pri" if chosen else "border"), 2.0 if chosen else 1.0)
        inset = line.widthF() / 2
        painter.setPen(line)
        tinted = chosen or self.underMouse()
        painter.setBrush(theme.color("pri_soft" if tinted else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)
        tile = QRectF(12, (self.height() - _TILE) / 2, _TILE, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if tinted else "pri_soft"))
        painter.drawRoundedRect(tile, 8, 8)
        name = _ICONS.get(self.letter_type.group, "file-text")
        picture = icon_pixmap(name, theme.pri_ink, 20)
        painter.drawPixmap(tile.toRect().adjusted(8, 8, -8, -8), picture)
        self._paint_words(painter, self._paint_key(painter))

    def _paint_words(self, painter: QPainter, right: float) -> None:
        theme = current_theme()
        left = 12 + _TILE + 12
        room = QRectF(left, 0, max(20.0, right - left), self.height())
        upper, lower = line_rooms(room, 15, 13, gap=3)
        for words, size, weight, ink, line in (
            (self.letter_type.title, 15, 600, "ink", upper),
            (self._second, 13, 400, "ink2", lower),
        ):
            painter.setFont(ui_font(size, weight))
            painter.setPen(theme.color(ink))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_key(self, painter: QPainter) -> float:
        """The key's box, when a key takes it; where the words must end."""
        words = ENTER if self._is_current else self._key
        if not words:
            return self.width() - 14.0
        theme = current_theme()
        painter.setFont(ui_font(12, 600))
        width = max(_KEY, painter.fontMetrics().horizontalAdvance(words) + 16)
        key = QRectF(self.width() - 14 - width, (self.height() - _KEY) / 2, width, _KEY)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(key, 6, 6)
        painter.setPen(theme.color("ink2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, words)
        return key.left() - 10


def validity_words(kind: LetterType) -> str:
    """`Berlaku 3 bulan`, or "" for a letter without an end."""
    count = kind.validity if kind.validity is not None else kind.validity_months
    if not count:
        return ""
    unit = kind.validity_unit if kind.validity is not None else "bulan"
    return f"Berlaku {count} {unit}"
