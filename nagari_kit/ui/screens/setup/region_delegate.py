"""Paints one village of the region list: name, parents, code."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms

RegionRole = Qt.ItemDataRole.UserRole + 121
_CODE_WIDTH = 112


class RegionDelegate(QStyledItemDelegate):
    """Two lines at the left, the Kemendagri code at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, names, code."""
        region: OfficeRegion = index.data(RegionRole)
        theme = current_theme()
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.pri_soft))
            bar = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, QColor(theme.pri))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.sunken))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, QColor(theme.border))
        width = scaled(_CODE_WIDTH)
        upper, lower = line_rooms(area.adjusted(16, 0, -width - 16, 0), 15, 13)
        code = area.adjusted(area.width() - width - 14, 0, -14, 0)
        painter.setFont(ui_font(15, 600))
        painter.setPen(QColor(theme.ink))
        name = f"{region.kind.capitalize()} {region.name}"
        if painter.fontMetrics().horizontalAdvance(name) > upper.width():
            # A long name gets the whole line, and the code steps down beside the parents.
            upper.setRight(area.right() - 14)
            code = QRectF(code.left(), lower.top(), code.width(), lower.height())
        self.write(painter, upper, name)
        painter.setFont(ui_font(13))
        painter.setPen(QColor(theme.ink2))
        parents = f"Kecamatan {region.kecamatan}, {region.kabupaten}"
        self.write(painter, lower, parents)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(code, align, region.code)
        painter.restore()

    @staticmethod
    def write(painter: QPainter, room: QRectF, text: str) -> str:
        """Draw a line, with dots where it does not fit; returns what stands there."""
        width = int(room.width())
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        return words
