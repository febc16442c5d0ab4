"""The one box of 60 px in which every visit begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.widgets import IconLabel, KeyHint
from nagari_kit.ui.widgets.painting import open_painter, paint_box

HEIGHT = 60


class SearchBox(QFrame):
    """`moved` carries -1 or 1 for the arrows; `escaped` when Esc was pressed."""

    text_changed = Signal(str)
    submitted = Signal()
    record_wanted = Signal()
    moved = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.line = QLineEdit()
        self.line.setProperty("quiet", "true")
        self.line.setFont(ui_font(18))
        self.line.setStyleSheet(f"font-size: {ui_font(18).pixelSize()}px")
        words = self.tr("Ketik nama, NIK, atau No. KK warga")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self._press = QLabel(self.tr("Tekan"))
        self._press.setObjectName("secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 2, 16, 2)
        row.setSpacing(14)
        row.addWidget(IconLabel("search", 24, "pri"))
        row.addWidget(self.line, 1)
        row.addWidget(self._press)
        row.addWidget(KeyHint("F2"))
        self.line.textChanged.connect(self.text_changed)
        self.line.installEventFilter(self)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Empty it."""
        self.line.clear()

    def take_focus(self) -> None:
        """Caret here, all selected, so that typing replaces."""
        self.line.setFocus()
        self.line.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole box is the input."""
        super().mousePressEvent(event)
        self.line.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; green while the caret is in."""
        lively = self.line.hasFocus()
        line, width = ("pri", 2.0) if lively else ("border_strong", 1.0)
        paint_box(open_painter(self), QRectF(self.rect()), 14, "surface", line, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc belong to the results."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.record_wanted if control else self.submitted).emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True
