"""A real window under the hands of a test: its start, its keys, its dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.style.sheet import apply_style
from nagari_kit.ui.style.tokens import LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


class WindowDesk:
    """The officer: sees the window, has a keyboard and no mouse."""

    def __init__(self, qtbot, paths: OfficePaths) -> None:
        self._qtbot = qtbot
        apply_style(QApplication.instance(), LIGHT)
        self.window = MainWindow(paths, SystemClock(), DeviceSettings(paths.device_dir))
        self.window.resize(1366, 768)
        self.window.begin()
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None, "the caret")

    def close(self) -> None:
        """As with the cross of the window; running work ends first."""
        self.window.close()
        self.until(lambda: not self.window.isVisible(), "the window closes")

    def until(self, true, what: str) -> None:
        """Wait, with the window alive; `what` is said when it does not come."""
        try:
            self._qtbot.waitUntil(true, timeout=PATIENCE)
        except self._qtbot.TimeoutError as error:
            raise AssertionError(f"never came: {what}; on the screen: {self.words()}") from error

    def arrive(self, screen: str) -> None:
        """Wait for a page to be the one shown."""
        self.until(lambda: self.window.stack.name == screen, f"the page {screen}")

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """A key, where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)

    def go_to(self, screen: str) -> None:
        """The key of a place in the navigation, as its tool tip names it."""
        place = list(self.window.navigation.buttons).index(screen)
        self.press(Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        self.arrive(screen)

    def type(self, text: str) -> None:
        """Signs one by one, each where the focus is by then."""
        for sign in text:
            QTest.keyClick(self._focus(), sign)

    def tab_to(self, wanted: QWidget) -> None:
        """Tab on until `wanted` has the focus."""
        for _ in range(40):
            if self._focus() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}")

    def open_file(self, key: Qt.Key, path: Path) -> None:
        """Press a key that opens a file dialog, type a path into it, and take it."""
        answered: list[QFileDialog] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(50, answer)
                return
            answered.append(dialog)
            QTest.keyClicks(dialog.focusWidget(), str(path))
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

        QTimer.singleShot(50, answer)
        self.press(key)
        assert answered, "no file dialog came"
        self.window.activateWindow()

    def words(self) -> str:
        """All that the labels of the shown page say."""
        page = QApplication.activeModalWidget() or self.window
        return " · ".join(
            label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)
        )

    def _focus(self) -> QWidget:
        active = QApplication.activeWindow()
        if active is not None and not active.isVisible():
            # Without a display a list that has closed keeps the turn; no real desktop does that.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow, "the window's turn")
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        modal = QApplication.activeModalWidget()
        if modal is not None and (focused is None or focused.window() is not modal):
            # A dialog that has just opened gets the keys before the platform says so.
            focused = modal.focusWidget() or modal
        # As the platform does it: without a part that has the focus, keys go to the window.
        return focused or self.window
