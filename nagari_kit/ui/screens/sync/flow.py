"""The way of a change from this PC to the province, as four cards with arrows between."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import ElidedLabel, IconTile

_STOPS = (
    ("device-desktop", "neutral", "Di komputer ini"),
    ("send", "info", "Terkirim"),
    ("server", "info", "Disimpan provinsi"),
    ("building-bank", "ok", "Diterima provinsi"),
)
HEIGHT = 108


class FlowCard(QFrame):
    """Tile, word, figure, note."""

    def __init__(self, icon: str, kind: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedHeight(HEIGHT)
        self._word = word
        self._figure = QLabel()
        self._figure.setObjectName("figure")
        self._note = ElidedLabel()
        self._note.setObjectName("hint")
        title = ElidedLabel(word)
        title.setObjectName("rowTitle")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconTile(icon, kind, 32))
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 4, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._figure)
        column.addWidget(self._note)

    def show_figure(self, count: int, note: str) -> None:
        """How many changes are here."""
        self._figure.setText(thousands(count))
        self._note.setText(note)
        self.setAccessibleName(f"{self._word}: {thousands(count)}, {note}")

    def figure(self) -> str:
        """What stands there."""
        return self._figure.text()


class FlowArrow(QWidget):
    """A line with a lock on it; dashed with a cloud when there is no connection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connected = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_connected(self, *, connected: bool) -> None:
        """Whether the last try reached the hub."""
        self._connected = connected
        self.update()

    def sizeHint(self) -> QSize:
        """Room for line, sign and head."""
        return QSize(54, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, sign, head."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.ok if self._connected else theme.border_strong)
        style = Qt.PenStyle.SolidLine if self._connected else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2, style))
        middle, right = self.height() / 2, self.width() - 6.0
        painter.drawLine(QPointF(6, middle), QPointF(15, middle))
        painter.drawLine(QPointF(37, middle), QPointF(right - 6, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = [QPointF(right - 7, middle - 5), QPointF(right, middle)]
        painter.drawPolygon(QPolygonF([*head, QPointF(right - 7, middle + 5)]))
        sign = icon_pixmap("lock" if self._connected else "cloud-off", colour.name(), 16)
        painter.drawPixmap(QRectF(18, middle - 8, 16, 16).topLeft(), sign)


class Flow(QWidget):
    """Four cards; the last one is what counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [FlowCard(*stop) for stop in _STOPS]
        self._arrows = [FlowArrow() for _ in _STOPS[1:]]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, card in enumerate(self.cards):
            if place:
                row.addWidget(self._arrows[place - 1])
            row.addWidget(card, 1)

    def show_status(self, status: SyncStatus, notes: tuple[str, str, str, str]) -> None:
        """Figures, notes and whether the way is open."""
        counts = (status.waiting, status.sent, status.stored, status.applied)
        for card, count, note in zip(self.cards, counts, notes, strict=True):
            card.show_figure(count, note)
        self._arrows[0].set_connected(connected=status.online is not False)
