"""The frame of one section: head with the pill, what scrolls, a footer that never does."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.widgets import Button, PageHead, ScrollPage, StickyFooter

_WIDTH = 912
"""As wide as the room in a window of 1366; longer lines are hard to follow."""


class Section(QWidget):
    """`column` takes the cards; `footer` is made when asked for."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = PageHead(title)
        head.set_subtitle(sentence)
        head.setContentsMargins(24, 18, 18, 0)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        page = QVBoxLayout()
        page.addWidget(inner)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(head)
        self._layout.addWidget(ScrollPage(page, QMargins(24, 12, 18, 18)), 1)
        self._footer: StickyFooter | None = None

    @property
    def footer(self) -> StickyFooter:
        """The footer, below the scrolling part."""
        if self._footer is None:
            self._footer = StickyFooter()
            self._layout.addWidget(self._footer)
        return self._footer

    def finish(self) -> None:
        """Push the content to the top; call it last."""
        self.column.addStretch(1)


class EditedSection(Section):
    """A section that is saved by a button: what is typed stays until it is saved or dropped.

    `discard_requested`: the officer wants what is stored instead.
    """

    discard_requested = Signal()

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(title, sentence, parent)
        self._stored: object = None
        self._submitted: object = None
        self.discard = Button(self.tr("Buang perubahan"), kind="ghost")
        self.discard.hide()
        self.footer.add_button(self.discard)
        self.discard.clicked.connect(self._drop)

    def content(self) -> object:
        """What stands in the fields, to be compared; only once something was shown."""
        raise NotImplementedError

    def is_edited(self) -> bool:
        """Whether something stands here that is not stored."""
        return self._stored is not None and self.content() != self._stored

    def keep_typed(self) -> None:
        """Say that nothing was loaded over it."""
        self.footer.set_note(self.tr("Isian di sini belum disimpan."), "alert-triangle", "warn")
        self.discard.show()

    def note_shown(self) -> None:
        """The fields hold what is stored; call it whenever they were filled."""
        self._stored = self.content()
        self.footer.set_note("")
        self.discard.hide()

    def note_submitted(self) -> None:
        """What stands here now is on its way to the disk."""
        self._submitted = self.content()

    def note_stored(self) -> None:
        """It arrived; what was typed meanwhile is still to be saved."""
        self._stored = self._submitted
        self.discard.hide()

    def _drop(self) -> None:
        self._stored = self.content()
        self.discard_requested.emit()
