"""Typing in a search box: what is asked after a pause, and an Enter that waits for its answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.ui.awaited_enter import AwaitedEnter


class TypedSearch(QObject):
    """`wanted` carries what is to be looked for, `emptied` comes when nothing is typed any more.

    `take` comes when Enter takes the hit that is marked: now, or with the answer it waited for.
    """

    wanted = Signal(str)
    emptied = Signal()
    take = Signal()

    def __init__(self, pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._text = ""
        self._enter = AwaitedEnter()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(lambda: self.wanted.emit(self._text))

    def clear(self) -> None:
        """An empty box to begin with."""
        self._text = ""
        self._timer.stop()
        self._enter.answered("", 0)

    def type(self, text: str) -> None:
        """The box says something else."""
        self._text = text.strip()
        self._enter.typed()
        if self._text:
            self._timer.start()
        else:
            self.clear()
            self.emptied.emit()

    def press_enter(self) -> None:
        """Take what is marked, or ask at once and take it then."""
        if self._enter.pressed(self._text):
            self.take.emit()
        elif self._text:
            self._timer.stop()
            self.wanted.emit(self._text)

    def still_wants(self, text: str) -> bool:
        """Whether an answer to this text is still an answer to the box."""
        return text == self._text

    def answered(self, text: str, hits: int) -> None:
        """So many hits are shown for this text."""
        if self._enter.answered(text, hits):
            self.take.emit()
