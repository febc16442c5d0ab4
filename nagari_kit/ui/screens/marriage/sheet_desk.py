"""The pages of the set as small pictures; one that is not needed says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from nagari_kit.domain.marriage import FormNeed
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import ScrollPage
from nagari_kit.ui.widgets.painting import open_painter, paint_ring

_COLUMNS = 3
_PAPER = 330 / 215
"""Height of an F4 sheet to its width."""
THUMB_PIXELS = 420


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its need, its picture when it can be drawn, and its PDF."""

    need: FormNeed
    image: QImage | None = None
    pdf: bytes = b""
    is_complete: bool = False


class SheetCard(QAbstractButton):
    """Picture, name and reason; opens the page when it has one."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Another state of the page."""
        self.sheet = sheet
        self.setEnabled(bool(sheet.pdf))
        self.setAccessibleName(f"{sheet.need.type_id.upper()}, {sheet.need.reason}")
        self.setToolTip(sheet.need.reason)
        self.update()

    def sizeHint(self) -> QSize:
        """Three beside each other."""
        return QSize(150, int(150 * _PAPER) + scaled(52))

    def minimumSizeHint(self) -> QSize:
        """Three beside each other in a small window too."""
        return QSize(96, int(96 * _PAPER) + scaled(52))

    def hasHeightForWidth(self) -> bool:
        """Paper keeps its form."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Paper and two lines."""
        return int((width - 8) * _PAPER) + scaled(52) + 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, name, reason."""
        painter = open_painter(self)
        theme = current_theme()
        foot = scaled(48)
        height = self.height() - foot - 8
        width = min(self.width() - 8.0, height / _PAPER)
        paper = QRectF(4, 4, width, width * _PAPER)
        has_page = self.sheet.image is not None
        painter.fillRect(paper, Qt.GlobalColor.white if has_page else theme.color("surface"))
        if self.sheet.image is not None:
            painter.drawImage(paper, self.sheet.image)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)
        if self.hasFocus():
            paint_ring(painter, paper, 3)
        icon, ink = ("circle-check", theme.ok) if self.sheet.is_complete else ("pencil", theme.ink2)
        if not self.sheet.need.is_needed:
            icon, ink = "minus", theme.ink3
        top = paper.bottom() + 8
        painter.drawPixmap(QPointF(paper.left(), top), icon_pixmap(icon, ink, 15))
        painter.setPen(theme.color("ink" if self.sheet.need.is_needed else "ink2"))
        painter.setFont(ui_font(13, 600))
        line = QRectF(paper.left() + 22, top - 2, self.width() - 26.0, scaled(19))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.sheet.need.type_id.upper())
        painter.setPen(theme.color("ink2"))
        painter.setFont(ui_font(12))
        room = QRectF(paper.left(), line.bottom(), self.width() - 6.0, scaled(18))
        words = painter.fontMetrics().elidedText(
            self.sheet.need.reason, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class SheetDesk(QWidget):
    """`opened` carries the sheet that the officer wants to read."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[SheetCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        inner = QVBoxLayout()
        inner.addLayout(self._grid)
        inner.addStretch(1)
        self._scroll = ScrollPage(inner, QMargins(0, 0, 8, 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 8)
        layout.addWidget(self._scroll)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Every page; cards stay so that the focus stays."""
        for place, sheet in enumerate(sheets):
            if place == len(self.cards):
                card = SheetCard(sheet)
                card.clicked.connect(lambda _on=False, one=card: self.opened.emit(one.sheet))
                self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
                self.cards.append(card)
            self.cards[place].show_sheet(sheet)
            self.cards[place].show()
        for card in self.cards[len(sheets) :]:
            card.hide()


def listed(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """What is needed, and one place for each form that nobody needs."""
    wanted = {one.need.type_id for one in sheets if one.need.is_needed}
    shown, absent = [], set()
    for one in sheets:
        name = one.need.type_id
        if one.need.is_needed:
            shown.append(one)
        elif name not in wanted and name not in absent:
            absent.add(name)
            shown.append(one)
    return tuple(sorted(shown, key=lambda one: (not one.need.is_needed, one.need.type_id)))
