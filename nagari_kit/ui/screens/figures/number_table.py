"""A table of numbers that opens the names behind each: underlined under the mouse, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nagari_kit.ui.screens.figures.grids import Cell, Grid
from nagari_kit.ui.screens.figures.number_model import CellRole, NumberModel, TotalRole
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box

_PADDING = 9
_ROW, _AIR = 33, 12
_LEAST_NAME, _BARS = 116, 200
_BAR_COLOURS = ("chart1", "chart2", "chart3")


class NumberDelegate(QStyledItemDelegate):
    """Hairlines, numbers, bars; the hovered link and the cell of the keyboard."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell."""
        cell, theme = index.data(CellRole), current_theme()
        area = QRectF(option.rect)
        is_total = bool(index.data(TotalRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not is_total:
            line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(line, theme.color("border"))
        if cell.shares:
            _paint_bars(painter, area, cell)
        else:
            self._paint_words(painter, option, index, cell, is_total=is_total)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 3, -2, -4), 5, 5)
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        cell: Cell,
        *,
        is_total: bool,
    ) -> None:
        font = QFont(cell_font(cell, is_total=is_total, is_name=index.column() == 0))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        font.setUnderline(hovered and cell.wish is not None)
        painter.setFont(font)
        painter.setPen(current_theme().color(cell.ink))
        room = QRectF(option.rect).adjusted(_PADDING, 0, -_PADDING, 0)
        words = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, Qt.AlignmentFlag(align), words)


class NumberTable(QTableView):
    """As high as its rows: the page around it scrolls. `opened` carries a NamesWish."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = NumberModel(self)
        self.setModel(self.numbers)
        self.setItemDelegate(NumberDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setStyleSheet(f"QHeaderView::section {{ padding: 0 {_PADDING}px; }}")
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.entered.connect(self._point)
        self.viewportEntered.connect(lambda: self._point(QModelIndex()))
        self.clicked.connect(self._open)

    def show_grid(self, grid: Grid) -> None:
        """Other numbers."""
        self.numbers.show_grid(grid)
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.horizontalHeader().setFixedHeight(self._head_height())
        if grid.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.numbers.index(0, min(1, len(grid.columns) - 1)))
        self._share_room()
        self.setFixedHeight(self._whole_height())

    def needed_width(self) -> int:
        """What all columns take at least."""
        return sum(self._widths()) + 2

    def minimumSizeHint(self) -> QSize:
        """Narrower than its columns it scrolls sideways."""
        return QSize(scaled(240), self._whole_height())

    def sizeHint(self) -> QSize:
        """All columns, all rows."""
        return QSize(self.needed_width(), self._whole_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the names; up and down leave the table only by Tab."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def leaveEvent(self, event: QEvent) -> None:
        """No number is lit."""
        super().leaveEvent(event)
        self.viewport().update()

    def _share_room(self) -> None:
        """Names take what is left; of two wide columns the bars take most."""
        widths = self._widths()
        if not widths:
            return
        spare = max(0, self.viewport().width() - sum(widths))
        bars = [at for at, column in enumerate(self.numbers.grid.columns) if column.is_bar]
        if bars:
            widths[bars[0]] += spare * 3 // 5
            widths[0] += spare - spare * 3 // 5
        else:
            self._spread(widths, spare)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setFixedHeight(self._whole_height())

    def _spread(self, widths: list[int], spare: int) -> None:
        """Half for the names, the rest evenly, so that wide tables stay readable."""
        others = len(widths) - 1
        each = min(scaled(60), spare // 2 // others) if others else 0
        for column in range(1, len(widths)):
            widths[column] += each
        widths[0] += spare - each * others

    def _widths(self) -> list[int]:
        """The least width of each column."""
        head = QFontMetrics(ui_font(12, 600))
        found = []
        for at, column in enumerate(self.numbers.grid.columns):
            lines = column.title.split("\n")
            width = max(head.horizontalAdvance(line) for line in lines)
            if column.is_bar:
                width = scaled(_BARS)
            elif not column.is_number:
                width = max(width, scaled(_LEAST_NAME))
            else:
                width = max(width, *(self._width_of(row[at]) for row in self.numbers.grid.rows), 0)
            found.append(width + 2 * _PADDING)
        return found

    def _width_of(self, cell: Cell) -> int:
        font = cell_font(cell, is_total=True, is_name=False)
        return QFontMetrics(font).horizontalAdvance(cell.text) + 2

    def _head_height(self) -> int:
        lines = max((column.title.count("\n") for column in self.numbers.grid.columns), default=0)
        return QFontMetrics(ui_font(12, 600)).height() * (lines + 1) + _AIR

    def _whole_height(self) -> int:
        rows = len(self.numbers.grid.rows) * scaled(_ROW)
        wide = sum(self._widths()) > self.viewport().width() > 0
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        return self._head_height() + rows + bar + 4

    def _point(self, index: QModelIndex) -> None:
        is_link = index.isValid() and self.numbers.cell(index).wish is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            wish = self.numbers.cell(index).wish
            if wish is not None:
                self.opened.emit(wish)


def cell_font(cell: Cell, *, is_total: bool, is_name: bool) -> QFont:
    """Sums are bold, names and chosen numbers half so."""
    if is_total:
        return ui_font(14, 700)
    return ui_font(14, 600 if cell.is_strong or is_name else 400)


def _paint_bars(painter: QPainter, area: QRectF, cell: Cell) -> None:
    """Parts one after the other."""
    room = area.adjusted(_PADDING, 0, -_PADDING, 0)
    height = min(18.0, area.height() * 0.5)
    left = room.left()
    for share, colour in zip(cell.shares, _BAR_COLOURS, strict=False):
        width = room.width() * share
        if width > 0:
            bar = QRectF(left, area.center().y() - height / 2, max(width, 1.5), height)
            paint_box(painter, bar, 2, colour)
            left += max(width, 1.5) + 1
