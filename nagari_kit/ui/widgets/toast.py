"""One sentence that something is done, for eight seconds, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import Button
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.labels import IconLabel
from nagari_kit.ui.widgets.painting import open_painter, paint_box

LASTS = 8000
_TICK = 100
_MARGIN = 14
_FOOTER = 68


class Toast(QFrame):
    """Lives at the bottom left of `host`; a new sentence replaces the old one."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._undo: Callable[[], Any] | None = None
        self._left = 0
        self._text = QLabel()
        self._text.setObjectName("toastText")
        self._detail = QLabel()
        self._detail.setObjectName("toastDetail")
        self.undo = Button(self.tr("Urungkan"), kind="goldOnNav", key_hint="Ctrl Z")
        self.undo.clicked.connect(self.take_back)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        host.installEventFilter(self)
        self._build()
        self.hide()

    def say(self, text: str, detail: str = "", undo: Callable[[], Any] | None = None) -> None:
        """Show the sentence; `undo` is called at most once."""
        self._undo = undo
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.undo.setVisible(undo is not None)
        self._left = LASTS
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, f"{text} {detail}".strip())

    def text(self) -> str:
        """What it says now, "" when it is gone."""
        return self._text.text() if self.isVisible() else ""

    def take_back(self) -> None:
        """Undo what was said, if it can be."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is not None:
            undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The time stands still while it is looked at."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """It runs on."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dark box, golden line that shrinks."""
        painter = open_painter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, 12, "nav")
        length = (area.width() - 24) * self._left / LASTS
        painter.fillRect(QRectF(12, area.height() - 5, length, 3), current_theme().color("gold"))

    def _tick(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return
        self._left -= _TICK
        self.update()
        if self._left <= 0:
            self.dismiss()

    def dismiss(self) -> None:
        """Away with it; nothing is taken back."""
        self._timer.stop()
        self.hide()
        self._undo = None

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.move(_MARGIN, host.height() - self.height() - _MARGIN - _FOOTER)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        close = Button("", kind="onNav", icon="x")
        close.setFixedSize(36, 36)
        close.setAccessibleName(self.tr("Tutup pemberitahuan"))
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel("circle-check", 20, "gold"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words)
        row.addSpacing(12)
        row.addWidget(self.undo)
        row.addWidget(close)
