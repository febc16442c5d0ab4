"""On a small screen the window is opened whole: no footer under the task bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.window_place import FRAME, FULL_SIZE, place

LARGE = QRect(0, 0, 1920, 1040)
MAXIMISED = Qt.WindowState.WindowMaximized


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "available", [QRect(0, 0, 1366, 728), QRect(0, 0, 1366, 768), QRect(0, 40, 1280, 680)]
)
def test_a_window_that_does_not_fit_with_its_frame_is_maximised(window, available) -> None:
    place(window, None, available)

    assert window.windowState() & MAXIMISED
    ordinary = window.size() + FRAME
    assert ordinary.width() <= available.width()
    assert ordinary.height() <= available.height()


def test_a_large_screen_shows_the_proposed_size(window) -> None:
    place(window, None, LARGE)

    assert window.size() == FULL_SIZE
    assert not window.windowState() & MAXIMISED


def test_a_size_remembered_from_a_larger_screen_is_fitted(qtbot, window) -> None:
    former = QWidget()
    qtbot.addWidget(former)
    former.resize(QSize(1700, 900))

    place(window, former.saveGeometry(), QRect(0, 0, 1366, 728))

    assert window.windowState() & MAXIMISED
