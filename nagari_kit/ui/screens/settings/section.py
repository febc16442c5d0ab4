"""The frame of one section: title, sentence, scrolling content, a footer that never scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nagari_kit.ui.widgets import StickyFooter

_WIDTH = 760


class Section(QWidget):
    """`column` takes the cards; `footer` is made when asked for."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        heading = QLabel(title)
        heading.setObjectName("screenTitle")
        words = QLabel(sentence)
        words.setObjectName("secondary")
        words.setWordWrap(True)
        self.column.addWidget(heading)
        self.column.addWidget(words)
        page = QWidget()
        margins = QVBoxLayout(page)
        margins.setContentsMargins(24, 18, 18, 18)
        margins.addWidget(inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(scroll, 1)
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
