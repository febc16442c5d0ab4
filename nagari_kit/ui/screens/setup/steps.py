"""The base shape of a step: title, one sentence, and its own content under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget


class Step(QScrollArea):
    """Content goes into `column`; it scrolls, the footer of the window does not."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(32, 20, 28, 20)
        self.column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(2)
        words = QLabel(title)
        words.setObjectName("screenTitle")
        self.sentence = QLabel(sentence)
        self.sentence.setObjectName("secondary")
        self.sentence.setWordWrap(True)
        head.addWidget(words)
        head.addWidget(self.sentence)
        self.column.addLayout(head)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focus_first(self) -> None:
        """Put the caret where one begins."""
