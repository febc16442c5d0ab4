"""Shows a filed letter as large as the window allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.widgets.dialogs import Scrim


class LetterViewer(QDialog):
    """The stored document; Esc closes."""

    def __init__(self, letter: IssuedLetter, pdf: bytes, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(letter.number)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.preview = PreviewPane(runner, letter.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        window = parent.window()
        self.resize(min(820, window.width() - 40), max(400, window.height() - 40))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self._scrim = Scrim(window)
        self._scrim.show()
        self.finished.connect(self._scrim.deleteLater)
        self.preview.show_pdf(pdf)
        self.preview.desk.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)
