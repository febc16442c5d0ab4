"""Puts the window on the screen so that all of it, frame and footer, can be seen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

FULL_SIZE = QSize(1366, 768)
FRAME = QSize(16, 40)
"""The most that a window manager adds around a window: borders and title bar."""


def place(window: QWidget, remembered: QByteArray | None, available: QRect | None = None) -> None:
    """Give a window that is not shown yet the place it had, or the proposed size.

    `available` is its screen without task bars, asked of Qt when None. A window that would not
    fit into it with its frame is opened maximised; its ordinary size then is the largest that fits.
    """
    if remembered is None or not window.restoreGeometry(remembered):
        window.resize(FULL_SIZE)
    available = available or window.screen().availableGeometry()
    room = available.size() - FRAME
    size = window.size()
    if size.width() <= room.width() and size.height() <= room.height():
        return
    window.resize(size.boundedTo(room))
    window.move(available.topLeft())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
