"""Builds screens when they are first asked for and shows one at a time."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.ui.shell import HoldsTyping, Screen, Shell, Unsaved

_PACKAGE = "nagari_kit.ui.screens"


class ScreenStack(QStackedWidget):
    """Screens by name. A hidden screen learns of changes when it is shown again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("content")
        self._shell = shell
        self._built: dict[str, Screen] = {}
        self._missed: dict[str, set[Kind]] = {}
        self._name = ""
        self._is_compact = False

    @property
    def name(self) -> str:
        """Of the screen that is shown, "" at first."""
        return self._name

    def current(self) -> Screen | None:
        """The screen that is shown."""
        return self._built.get(self._name)

    def add(self, name: str, screen: Screen) -> None:
        """Take a screen that was built elsewhere."""
        self._built[name] = screen
        self.addWidget(screen.widget)

    def show_screen(self, name: str, /, **arguments: Any) -> None:  # noqa: ANN401 - each its own
        """Leave the current screen and enter another, which may be the same one."""
        current = self.current()
        if current is not None:
            current.leave()
        if name not in self._built:
            self.add(name, import_module(f"{_PACKAGE}.{name}").build(self._shell))
        screen = self._built[name]
        self._name = name
        screen.set_compact(self._is_compact)
        screen.widget.setEnabled(True)
        self.setCurrentWidget(screen.widget)
        if current is not None and current is not screen:
            # Qt gives the focus to a part of a hidden page when an answer comes late; keys typed
            # here would then work there.
            current.widget.setEnabled(False)
        screen.enter(**arguments)
        missed = self._missed.pop(name, None)
        if missed:
            screen.reload(Changes(frozenset(missed)))
        self._hold_keys()

    def broadcast(self, changes: Changes, initiator: object) -> None:
        """Tell every screen but the one that made the change."""
        for name, screen in self._built.items():
            if _belongs(initiator, screen):
                continue
            if name == self._name:
                screen.reload(changes)
            else:
                self._missed.setdefault(name, set()).update(changes.kinds)

    def set_compact(self, *, compact: bool) -> None:
        """The window became small or large."""
        self._is_compact = compact
        current = self.current()
        if current is not None:
            current.set_compact(compact)

    def unsaved(self) -> tuple[str, Unsaved] | None:
        """The first screen that holds something which the disk has not taken, by its name."""
        for name, screen in self._built.items():
            found = screen.unsaved() if isinstance(screen, HoldsTyping) else None
            if found is not None:
                return name, found
        return None

    def give_up_unsaved(self) -> None:
        """Let go of all of it."""
        for screen in self._built.values():
            if isinstance(screen, HoldsTyping):
                screen.give_up()

    def forget_all(self) -> None:
        """Take every screen down, after the current one was left."""
        current = self.current()
        if current is not None:
            current.leave()
        for screen in self._built.values():
            self.removeWidget(screen.widget)
            screen.widget.deleteLater()
        self._built.clear()
        self._missed.clear()
        self._name = ""

    def take_key(self, event: QKeyEvent) -> None:
        """A key that found no part with the focus is meant for the screen, unless it is covered."""
        current, shown = self.current(), self.currentWidget()
        if current is not None and shown is not None and shown is current.widget:
            shown.keyPressEvent(event)

    def _hold_keys(self) -> None:
        current = self.current()
        if current is not None:
            focused = self.window().focusWidget()
            if focused is None or not current.widget.isAncestorOf(focused):
                current.widget.setFocus()


def _belongs(initiator: object, screen: Screen) -> bool:
    if initiator is screen:
        return True
    part = initiator if isinstance(initiator, QObject) else None
    while part is not None:
        if part is screen.widget:
            return True
        part = part.parent()
    return False


def side_by_side(navigation: QWidget, stack: QWidget) -> QWidget:
    """The whole of the window: the dark column and the page beside it."""
    middle = QWidget()
    middle.setObjectName("page")
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(navigation)
    row.addWidget(stack, 1)
    return middle
