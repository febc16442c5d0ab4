"""The sections of the form at its left: where one is, and where something must be mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.ui.screens.resident_form.field_specs import Section
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_chip, paint_ring

_ROW = 36


class _RailButton(QAbstractButton):
    def __init__(self, section: Section, digit: int) -> None:
        super().__init__()
        self.words = section.title.replace("&&", "&")
        self.faults = 0
        self.setText(section.title)
        self.setCheckable(True)
        self.setFixedHeight(scaled(_ROW))
        self.setToolTip(f"{self.words} (Alt+{digit})")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_faults(0)

    def show_faults(self, count: int) -> None:
        self.faults = count
        said = f"{self.words}, {count} perlu diperbaiki" if count else self.words
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(ui_font(14, 600)).horizontalAdvance(self.words)
        return QSize(words + 60, scaled(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = open_painter(self), current_theme()
        area = QRectF(self.rect())
        lit = self.isChecked()
        if lit or self.underMouse():
            paint_box(painter, area, 8, "pri_soft" if lit else "sunken")
        if self.hasFocus():
            paint_ring(painter, area, 8)
        painter.setFont(ui_font(14, 600 if lit else 500))
        painter.setPen(theme.color("pri_ink" if lit else "ink2"))
        right = 38 if self.faults else 8
        room = area.adjusted(12, 0, -right, 0)
        words = painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.faults:
            box = QRectF(area.right() - 36, area.center().y() - 11, 30, 22)
            paint_chip(painter, box, str(self.faults), theme.chip("err"), "")


class SectionRail(QWidget):
    """`chosen` carries the place of a section."""

    chosen = Signal(int)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            section.id: _RailButton(section, place + 1) for place, section in enumerate(sections)
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, button in enumerate(self.buttons.values()):
            button.clicked.connect(lambda _=False, one=place: self.chosen.emit(one))
            column.addWidget(button)
        column.addStretch(1)

    def light(self, section_id: str) -> None:
        """Mark where the caret is."""
        for name, button in self.buttons.items():
            button.setChecked(name == section_id)

    def show_faults(self, counts: Mapping[str, int]) -> None:
        """How much must be mended in each section."""
        for name, button in self.buttons.items():
            button.show_faults(counts.get(name, 0))
