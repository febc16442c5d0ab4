"""A page that scrolls between bars that do not."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """`layout` with `margins` inside; the bar takes its room from the right margin.

    So the right edge of what scrolls stays where the footer's button ends, bar or no bar.
    """

    def __init__(self, layout: QLayout, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._margins = margins
        content = QWidget()
        content.setLayout(layout)
        layout.setContentsMargins(margins)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._give_room)

    def set_margins(self, margins: QMargins) -> None:
        """Other margins."""
        self._margins = margins
        self._give_room(0, self.verticalScrollBar().maximum())

    def _give_room(self, _lowest: int, highest: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        taken = min(bar, self._margins.right())
        self._layout.setContentsMargins(self._margins - QMargins(0, 0, taken, 0))
