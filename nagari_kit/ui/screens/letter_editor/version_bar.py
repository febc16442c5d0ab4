"""The bar under the title: which version, what it starts from, when it was kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, ElidedLabel, IconLabel
from nagari_kit.ui.widgets.painting import open_painter

_HEIGHT = 46


class VersionBar(QWidget):
    """Golden while something waits to be used."""

    compare_requested = Signal()
    history_requested = Signal()
    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self._is_draft = False
        self._icon = IconLabel("stack-2", 18)
        self._title = ElidedLabel()
        self._title.setObjectName("fieldLabel")
        self._words = ElidedLabel()
        self._words.setObjectName("secondary")
        self.saved = ElidedLabel()
        self.saved.setObjectName("secondary")
        self.compare = Button("", kind="ghost")
        self.history = Button(self.tr("Riwayat"), kind="ghost")
        self.discard = Button(self.tr("Buang draf"), kind="ghost")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 14, 2)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._title, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.saved)
        row.addWidget(self.discard)
        row.addWidget(self.compare)
        row.addWidget(self.history)
        self.compare.clicked.connect(self.compare_requested)
        self.discard.clicked.connect(self.discard_requested)
        self.history.clicked.connect(self.history_requested)

    def show_words(
        self, title: str, words: str, saved: str, compare: str, *, is_draft: bool
    ) -> None:
        """Another state; `compare` "" has nothing to be compared with."""
        self._is_draft = is_draft
        self._title.setText(title)
        self._title.setMinimumWidth(self._title.fontMetrics().horizontalAdvance(title) + 4)
        self._words.setText(words)
        self.saved.setText(saved)
        self.saved.setMinimumWidth(self.saved.fontMetrics().horizontalAdvance(saved) + 2)
        self.compare.setText(compare)
        self.compare.setVisible(bool(compare))
        self.discard.setVisible(is_draft)
        self._icon.set_icon("stack-2", "gold_ink" if is_draft else "ink2")
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Without the time in a small window."""
        self.saved.setVisible(not compact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and its line."""
        painter = open_painter(self)
        area = QRectF(self.rect())
        theme = current_theme()
        painter.fillRect(area, theme.color("gold_soft" if self._is_draft else "bg"))
        painter.fillRect(QRectF(0, area.height() - 1, area.width(), 1), theme.color("border"))
