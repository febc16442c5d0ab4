"""A proposal under the cell that is being typed in; Alt+1 takes it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.importing import CellSuggestion
from nagari_kit.ui.widgets import Button, IconLabel

_GAP = 2


class SuggestionPopover(QFrame):
    """Stands over the grid, under the cell or, near the lower end, above it."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = ""
        self._why = QLabel()
        self._why.setObjectName("rowTitle")
        self._button = Button("", kind="secondary", key_hint="Alt 1")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(lambda: self.taken.emit(self._text))
        escape = QLabel(self.tr("Esc batal"))
        escape.setObjectName("hint")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("wand", 18))
        head.addWidget(self._why, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._button)
        foot.addWidget(escape)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(foot)
        self.hide()

    def offer(self, suggestion: CellSuggestion, cell: QRect) -> None:
        """Show it at the cell; `cell` in the parent's measures."""
        self._text = suggestion.text
        self._why.setText(suggestion.why)
        self._button.setText(self.tr("Pakai {0}").format(suggestion.text))
        self.adjustSize()
        room = self._home.rect()
        left = max(0, min(cell.left(), room.right() - self.width() - 8))
        top = cell.bottom() + _GAP
        if top + self.height() > room.bottom():
            top = max(0, cell.top() - self.height() - _GAP)
        self.move(left, top)
        self.show()
        self.raise_()

    def text(self) -> str:
        """What is proposed, "" while nothing is."""
        return self._text if self.isVisible() else ""
