"""The table look: no grid, rows of 40, whole rows selected, Enter opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme

ROW_HEIGHT = 40
HEAD_HEIGHT = 38
_PADDING = 12
_ICON = 16


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Widths in pixels at the usual size of letters; `stretch` takes what is left.

    Where `stretch` would get less than `least`, columns of `yielding` give way in their order,
    each down to the width beside it; one that can only be whole or gone has 0 there.
    """

    widths: Mapping[int, int]
    stretch: int
    least: int
    yielding: Sequence[tuple[int, int]] = field(default=())

    def shared(self, room: int) -> dict[int, int]:
        """Width of every column but `stretch`; 0 hides one."""
        widths = {column: scaled(width) for column, width in self.widths.items()}
        for column, narrow in self.yielding:
            short = scaled(self.least) + sum(widths.values()) - room
            if short > 0:
                widths[column] = max(scaled(narrow), widths[column] - short) if narrow else 0
        return widths


class PlainDelegate(QStyledItemDelegate):
    """Text on the row's ground, with the 3 px bar at the left edge of a selected row.

    FontRole and ForegroundRole count; DecorationRole is the name of an icon before the text.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Row height; widths belong to the header."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline, words."""
        theme = current_theme()
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("pri_soft"))
            if index.column() == 0:
                bar = QRectF(area.left(), area.top(), 3, area.height())
                painter.fillRect(bar, theme.color("pri"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("sunken"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, theme.color("border"))
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font if isinstance(font, QFont) else ui_font(14))
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(QColor(ink) if isinstance(ink, (QColor, str)) else theme.color("ink"))
        room = area.adjusted(_PADDING, 0, -_PADDING, 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, str):
            place = QPointF(room.left(), area.center().y() - _ICON / 2)
            painter.drawPixmap(place, icon_pixmap(icon, painter.pen().color(), _ICON))
            room.adjust(_ICON + 6, 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() if index.data() is not None else ""),
            Qt.TextElideMode.ElideRight,
            int(room.width()),
        )
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag(align) | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class DataTable(QTableView):
    """Set a model; a delegate of your own may replace the plain one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ColumnPlan | None = None
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(PlainDelegate(self))
        # The whole row lights up, not one cell.
        self.entered.connect(lambda _index: self.viewport().update())
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def follow_plan(self, plan: ColumnPlan) -> None:
        """Keep to these widths, now and in every other size; the model is set."""
        self._plan = plan
        header = self.horizontalHeader()
        for column in plan.widths:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(plan.stretch, QHeaderView.ResizeMode.Stretch)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        if self._plan is None or self.model() is None:
            return
        header = self.horizontalHeader()
        for column, width in self._plan.shared(self.viewport().width()).items():
            self.setColumnHidden(column, width == 0)
            if width:
                header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row on every platform; letters are the page's, for its search."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.activated.emit(index)
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)
