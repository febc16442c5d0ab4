"""Table and panel side by side; where too little is left the panel lies over the table."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.style.fonts import scaled

_GAP = 14
_LEAST_TABLE = 520
"""Number, name and state still have room beside the panel."""


class RegisterBody(QWidget):
    """Places its two children itself, so that the panel can leave the flow."""

    def __init__(self, table: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._detail = detail
        self._compact = False
        self._open = False
        table.setParent(self)
        detail.setParent(self)
        detail.hide()
        self.setMinimumHeight(260)

    @property
    def is_compact(self) -> bool:
        """Whether the window is small."""
        return self._compact

    def is_detail_open(self) -> bool:
        """Whether the panel is shown."""
        return self._open

    def open_detail(self) -> None:
        """Show the panel."""
        self._open = True
        self._detail.show()
        self._detail.raise_()
        self._arrange()

    def close_detail(self) -> None:
        """Give the table the whole width."""
        self._open = False
        self._detail.hide()
        self._arrange()

    def set_compact(self, *, compact: bool) -> None:
        """In a small window the panel may lie over the table."""
        self._compact = compact
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        panel = self._detail.width()
        beside = self._open and (not self._compact or width - panel - _GAP >= scaled(_LEAST_TABLE))
        self._table.setGeometry(0, 0, width - panel - _GAP if beside else width, height)
        self._detail.setGeometry(width - panel, 0, panel, height)
