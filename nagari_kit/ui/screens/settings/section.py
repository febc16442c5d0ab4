"""The frame of one section: head with the pill, what scrolls, a footer that never does."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.widgets import PageHead, ScrollPage, StickyFooter

_WIDTH = 912
"""As wide as the room in a window of 1366; longer lines are hard to follow."""


class Section(QWidget):
    """`column` takes the cards; `footer` is made when asked for."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = PageHead(title)
        head.set_subtitle(sentence)
        head.setContentsMargins(24, 18, 18, 0)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        page = QVBoxLayout()
        page.addWidget(inner)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(head)
        self._layout.addWidget(ScrollPage(page, QMargins(24, 12, 18, 18)), 1)
        self._footer: StickyFooter | None = None

    @property
    def footer(self) -> StickyFooter:
        """The footer, below the scrolling part."""
        if self._footer is None:
            self._footer = StickyFooter()
            self._layout.addWidget(self._footer)
        return self._footer

    def finish(self) -> None:
        """Push the content to the top; call it last."""
        self.column.addStretch(1)
