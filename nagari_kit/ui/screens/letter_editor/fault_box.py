"""What is wrong in the chosen row, each with a button that leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letter_editing import EditFault
from nagari_kit.ui.widgets import Button, IconLabel
from nagari_kit.ui.widgets.painting import open_painter, paint_box


class _Line(QWidget):
    """One fault."""

    def __init__(self, fault: EditFault) -> None:
        super().__init__()
        words = QLabel(" ".join(part for part in (fault.sentence, _shortened(fault.hint)) if part))
        words.setWordWrap(True)
        words.setObjectName("errorText")
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.fix = Button(self.tr("Perbaiki"), kind="ghost")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("alert-triangle", 18, "err"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(self.fix)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The red box."""
        paint_box(
            open_painter(self), QRectF(self.rect()).adjusted(0, 0, -1, -1), 8, "err_soft", "err"
        )


class FaultBox(QWidget):
    """`fix_requested` carries the fault."""

    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[EditFault, ...] = ()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_faults(self, faults: Sequence[EditFault]) -> None:
        """Other faults, or none."""
        if tuple(faults) == self._shown:
            return
        self._shown = tuple(faults)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [_Line(fault) for fault in faults]
        for line, fault in zip(self._lines, faults, strict=True):
            self._column.addWidget(line)
            line.fix.clicked.connect(lambda _on=False, one=fault: self.fix_requested.emit(one))
        self.setVisible(bool(faults))


def _shortened(hint: str) -> str:
    """A long list of names says less than the first of them."""
    return hint if len(hint) <= 160 else hint[:157].rsplit(",", 1)[0] + ", …"
