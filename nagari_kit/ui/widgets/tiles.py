"""Figures and facts in boxes: key-value lists, result tiles, and the zone to drop a file on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import Button
from nagari_kit.ui.widgets.labels import IconLabel, IconTile
from nagari_kit.ui.widgets.painting import open_painter, paint_box


class KeyValueList(QWidget):
    """Keys at the left, values at the right."""

    def __init__(
        self, pairs: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.set_pairs(pairs)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Fill anew."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (key, value) in enumerate(pairs):
            name, words = QLabel(key), QLabel(value)
            name.setObjectName("factKey")
            words.setObjectName("strongValue")
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignRight)
            words.setAccessibleName(f"{key}: {value}")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)


class ResultTile(QFrame):
    """A figure with its word and a note; red-framed when it needs work."""

    clicked = Signal()

    def __init__(self, icon: str, kind: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs_work = False
        self._word = word
        self._figure = QLabel("0")
        self._figure.setObjectName("figure")
        self._note = QLabel()
        self._note.setObjectName("hint")
        title = QLabel(word)
        title.setObjectName("previewTitle")
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(title, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(line)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(IconTile(icon, kind, 40))
        row.addLayout(words, 1)

    def show_figure(self, figure: str, note: str = "") -> None:
        """Figure and note."""
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{figure} {self._word}, {note}")

    def figure(self) -> str:
        """What stands there."""
        return self._figure.text()

    def set_needs_work(self, needs_work: bool) -> None:  # noqa: FBT001 - a setter
        """Whether it is framed red."""
        self._needs_work = needs_work
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the click."""
        super().mouseReleaseEvent(event)
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box."""
        line, width = ("err", 2.0) if self._needs_work else ("border", 1.0)
        paint_box(open_painter(self), QRectF(self.rect()), 12, "surface", line, width)


class DropZone(QFrame):
    """Takes one file by drag, or asks for the dialog. `file_dropped` carries its path."""

    file_dropped = Signal(str)
    choose_requested = Signal()

    def __init__(
        self, title: str, sentence: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setMinimumHeight(120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {sentence}")
        self._hovered = False
        head = QLabel(title)
        head.setObjectName("rowTitle")
        text = QLabel(sentence)
        text.setObjectName("secondary")
        text.setWordWrap(True)
        self._choose = Button(button, kind="primary", icon="folder")
        self._choose.clicked.connect(self.choose_requested)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addWidget(head)
        words.addWidget(text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(16)
        row.addWidget(IconLabel("upload", 28, "pri"))
        row.addLayout(words, 1)
        row.addWidget(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choose_requested.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only for one local file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self._hovered = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As before."""
        super().dragLeaveEvent(event)
        self._hovered = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._hovered = False
        self.update()
        event.acceptProposedAction()
        self.file_dropped.emit(event.mimeData().urls()[0].toLocalFile())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dashes."""
        painter = open_painter(self)
        theme = current_theme()
        lively = self._hovered or self.hasFocus()
        colour = theme.color("pri" if lively else "border_strong")
        pen = QPen(colour, 2 if lively else 1.3, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("pri_soft" if self._hovered else "bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
