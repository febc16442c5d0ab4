"""The dark bar that says how many residents are ticked and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.widgets import Button
from nagari_kit.ui.widgets.painting import open_painter, paint_box


class _Count(QWidget):
    """White words; labels of the sheet are made for light ground."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(ui_font(14, 600)).horizontalAdvance(self._words) + 4, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = open_painter(self)
        painter.setFont(ui_font(14, 600))
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._words)


class SelectionBar(QWidget):
    """Hidden while nobody is ticked."""

    cleared = Signal()
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Count()
        self.clear = Button(self.tr("Batal pilih"), kind="goldOnNav")
        self.print = Button(self.tr("Cetak daftar"), kind="onNav", icon="printer")
        self.export = Button(self.tr("Ekspor"), kind="onNav", icon="table-export")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.export)
        self.clear.clicked.connect(self.cleared)
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many are ticked."""
        self._words.show_words(self.tr("{0} warga dipilih").format(thousands(count)))
        self.setVisible(count > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark ground."""
        paint_box(open_painter(self), QRectF(self.rect()), 12, "nav")
