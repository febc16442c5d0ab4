"""The box over the boxes: everybody of the list, or nobody."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box

_BOX = 18


class TickAllBox(QAbstractButton):
    """Ctrl+A does the same from the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Pilih semua di daftar ini"))
        self.setToolTip(self.tr("Pilih semua di daftar ini (Ctrl+A)"))

    def show_share(self, ticked: int, total: int) -> None:
        """Nobody, some, or all of the list."""
        self._mark = "" if not ticked else "check" if ticked >= total else "minus"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box with its mark."""
        painter = open_painter(self)
        box = QRectF(15, (self.height() - _BOX) / 2, _BOX, _BOX)
        line = "" if self._mark else "border_strong"
        paint_box(painter, box, 4, "pri" if self._mark else "surface", line, 1.4)
        if self._mark:
            place = QPointF(box.left() + 1.5, box.top() + 1.5)
            painter.drawPixmap(place, icon_pixmap(self._mark, current_theme().on_pri, 15))
