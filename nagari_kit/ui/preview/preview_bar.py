"""The 48 px bar over a preview: what is shown, on which paper, which page, how large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.widgets import Button, ElidedLabel, IconLabel

HEIGHT = 48
_GAP = 6


class PreviewBar(QWidget):
    """Emits wishes only. The page switch is hidden for a letter of one page."""

    page_turn_wanted = Signal(int)
    zoom_in = Signal()
    zoom_out = Signal()
    fit = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        # Both give way in large letters: the pane beside them must not.
        self._title = ElidedLabel(title)
        self._title.setObjectName("previewTitle")
        self._paper = ElidedLabel()
        self._paper.setObjectName("secondary")
        self._paper_words = ""
        self._row = QHBoxLayout(self)
        self._pages = QLabel()
        self._former = _icon_button("chevron-left", self.tr("Halaman sebelumnya (Page Up)"))
        self._next = _icon_button("chevron-right", self.tr("Halaman berikutnya (Page Down)"))
        self._smaller = _icon_button("minus", self.tr("Perkecil pratinjau"))
        self._larger = _icon_button("plus", self.tr("Perbesar pratinjau"))
        self._fit = Button(self.tr("Lebar"), kind="ghost")
        self._fit.setToolTip(self.tr("Selebar ruang ini"))
        self._build()
        self._former.clicked.connect(lambda: self.page_turn_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.page_turn_wanted.emit(1))
        self._smaller.clicked.connect(self.zoom_out)
        self._larger.clicked.connect(self.zoom_in)
        self._fit.clicked.connect(self.fit)
        self.show_pages(0, 0)

    def set_title(self, title: str) -> None:
        """Name what lies on the desk."""
        self._title.setText(title)

    def show_paper(self, words: str) -> None:
        """`F4 (215 × 330 mm)`, or nothing."""
        self._paper_words = words
        self._show_fitting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another wording."""
        super().resizeEvent(event)
        self._show_fitting()

    def show_pages(self, page: int, pages: int, whole: int = 0) -> None:
        """`page` from 0. Of `whole` pages the first ones and the last may lie here alone."""
        whole = max(pages, whole)
        number = whole if page == pages - 1 else page + 1
        many = pages > 1
        for part in (self._former, self._pages, self._next):
            part.setVisible(many)
        self._pages.setText(self.tr("{0} dari {1}").format(thousands(number), thousands(whole)))
        self._former.setEnabled(page > 0)
        self._next.setEnabled(page < pages - 1)
        self._show_fitting()

    def _show_fitting(self) -> None:
        """The paper's name alone where its size has no room; half a size tells nothing."""
        self._paper.setText(self._paper_words)
        if self._row.sizeHint().width() > self.width():
            self._paper.setText(self._paper_words.partition(" (")[0])

    def _build(self) -> None:
        row = self._row
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(_GAP)
        row.addWidget(IconLabel("eye", 16))
        row.addWidget(self._title)
        row.addWidget(self._paper)
        row.addStretch(1)
        for part in (self._former, self._pages, self._next):
            row.addWidget(part)
        row.addSpacing(_GAP)
        for button in (self._smaller, self._fit, self._larger):
            row.addWidget(button)


def _icon_button(icon: str, name: str) -> Button:
    button = Button("", kind="ghost", icon=icon)
    button.setFixedSize(36, 36)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
