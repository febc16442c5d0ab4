"""The line in which a number pattern is put together from parts; each goes as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nagari_kit.ui.screens.settings.number_words import from_words, in_words
from nagari_kit.ui.widgets import TextInput


class PatternInput(TextInput):
    """Shows `[Kode arsip]/[Tahun]`, gives `{kode}/{tahun}`."""

    def pattern(self) -> str:
        """What is meant by what stands here."""
        return from_words(self.text().strip())

    def set_pattern(self, pattern: str) -> None:
        """Show a pattern in words."""
        self.setText(in_words(pattern))

    def insert_part(self, token: str) -> None:
        """Put a part at the caret, behind the part in which the caret stands."""
        place, text = self.cursorPosition(), self.text()
        if not self.hasSelectedText() and _is_inside(text, place):
            self.setCursorPosition(text.index("]", place) + 1)
        self.insert(in_words(token))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete take a whole part away."""
        place, text = self.cursorPosition(), self.text()
        if not self.hasSelectedText() and not event.modifiers():
            if event.key() == Qt.Key.Key_Backspace and text[:place].endswith("]"):
                start = text.rfind("[", 0, place)
                self.setSelection(max(start, 0), place - max(start, 0))
            elif event.key() == Qt.Key.Key_Delete and text[place:].startswith("["):
                end = text.find("]", place) + 1
                self.setSelection(place, (end or len(text)) - place)
        super().keyPressEvent(event)


def _is_inside(text: str, place: int) -> bool:
    return text.rfind("[", 0, place) > text.rfind("]", 0, place) and "]" in text[place:]
