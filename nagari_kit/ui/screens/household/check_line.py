"""A line of the completeness list; one that is about a member leads to that member."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nagari_kit.domain.household_checks import HouseholdCheck
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring

_ICON, _TEXT_AT, _PAD = 16, 26, 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CheckLine(QAbstractButton):
    """An icon and words that wrap; without a member nothing happens on a click."""

    def __init__(self, check: HouseholdCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ok = check.ok
        self.leads_on = check.resident_id is not None
        self.setText(check.words)
        state = self.tr("beres") if check.ok else self.tr("perlu dilengkapi")
        self.setAccessibleName(f"{check.words}, {state}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.leads_on else Qt.FocusPolicy.NoFocus)
        if self.leads_on:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Tunjukkan anggotanya"))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take."""
        room = QRect(0, 0, max(40, width - _TEXT_AT - 2), 10_000)
        words = QFontMetrics(ui_font(13)).boundingRect(room, _WRAP, self.text())
        return max(words.height(), _ICON) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """At the width of the panel."""
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        """One word wide."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, icon, words."""
        painter = open_painter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        if self.hasFocus():
            paint_ring(painter, area, 6)
        elif self.leads_on and self.underMouse():
            paint_box(painter, area, 6, "sunken")
        ink = theme.ok if self._ok else theme.warn
        name = "circle-check" if self._ok else "alert-triangle"
        painter.drawPixmap(QPointF(2, _PAD + 1), icon_pixmap(name, ink, _ICON))
        painter.setFont(ui_font(13))
        painter.setPen(theme.color("ink2" if self._ok else "warn"))
        room = area.adjusted(_TEXT_AT, _PAD, -2, 0)
        painter.drawText(room, _WRAP, self.text())
