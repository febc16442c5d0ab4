"""A line with a list to pick from; editable combo boxes are read badly by screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from nagari_kit.ui.widgets.inputs import TextInput


class OptionLine(TextInput):
    """Typing narrows the list; what is typed need not be in it."""

    def __init__(self, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._options = QStringListModel(list(options), self)
        self._completer: QCompleter | None = None

    def completer(self) -> QCompleter:
        """The list, made when the line is first stood in: a form has many that never open."""
        if self._completer is None:
            self._completer = QCompleter(self._options, self)
            self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._completer.setMaxVisibleItems(8)
            popup = QListView()
            popup.setObjectName("options")
            self._completer.setPopup(popup)
            self.setCompleter(self._completer)
        return self._completer

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to propose."""
        self.completer()
        super().focusInEvent(event)

    def offer(self, options: Sequence[str]) -> None:
        """Another list."""
        self._options.setStringList(list(options))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the whole list; a function key closes it and is not swallowed by it."""
        completer = self.completer()
        popup = completer.popup()
        is_open = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Down and not is_open:
            completer.setCompletionPrefix("")
            completer.complete()
        elif popup and is_open and Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
            popup.hide()
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QCoreApplication.postEvent(self, again)
        else:
            super().keyPressEvent(event)
