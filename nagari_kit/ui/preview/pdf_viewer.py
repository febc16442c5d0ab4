"""Shows a stored document as large as the window allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.widgets.dialogs import Scrim


class PdfViewer(QDialog):
    """`title` stands in the bar; Esc closes."""

    def __init__(self, title: str, pdf: bytes, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.preview = PreviewPane(runner, title)
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
