"""The pill that says on every page how the exchange with the province stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring


@dataclass(frozen=True, slots=True)
class PillWords:
    """Icon, its colour token, and the words."""

    icon: str
    ink: str
    text: str


class SyncBoard(QObject):
    """Where the window writes the state and all pills read it; a click is told to the window."""

    changed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = PillWords("cloud-off", "ink2", "Belum didaftarkan ke provinsi")

    def show_words(self, words: PillWords) -> None:
        """Another state."""
        if words != self.words:
            self.words = words
            self.changed.emit()


_board: list[SyncBoard] = []


def sync_board() -> SyncBoard:
    """The one board of the window."""
    if not _board:
        _board.append(SyncBoard())
    return _board[0]


class Pill(QAbstractButton):
    """Opens the sync page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Buka halaman sinkron"))
        board = sync_board()
        board.changed.connect(self._refresh)
        self.clicked.connect(board.opened)
        self._refresh()

    def sizeHint(self) -> QSize:
        """36 high."""
        words = QFontMetrics(ui_font(13, 600)).horizontalAdvance(sync_board().words.text)
        return QSize(words + 54, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Capsule, icon, words."""
        painter = open_painter(self)
        theme, words = current_theme(), sync_board().words
        area = QRectF(self.rect())
        if self.hasFocus():
            area = paint_ring(painter, area, 17)
        ground = "sunken" if self.underMouse() else "surface"
        paint_box(painter, area, area.height() / 2, ground, "border")
        painter.drawPixmap(13, 9, icon_pixmap(words.icon, theme.color(words.ink), 18))
        painter.setFont(ui_font(13, 600))
        painter.setPen(theme.color("ink"))
        room = QRectF(39, 0, self.width() - 44, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words.text)

    def _refresh(self) -> None:
        self.setAccessibleName(self.tr("Sinkron: {0}").format(sync_board().words.text))
        self.updateGeometry()
        self.update()
