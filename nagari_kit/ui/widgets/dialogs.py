"""Dialogs of 560 px on a scrim: what it is about, what follows from it, what is asked, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import Button
from nagari_kit.ui.widgets.labels import ElidedLabel, IconLabel, IconTile
from nagari_kit.ui.widgets.painting import open_painter, paint_box

WIDTH = 560


class Scrim(QWidget):
    """Darkens the window behind a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The veil."""
        open_painter(self).fillRect(self.rect(), current_theme().color("scrim"))


class FormDialog(QDialog):
    """Put what is asked into `body`. The last button added stands at the right."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        icon: str,
        kind: str,
        title: str,
        subtitle: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setFixedWidth(scaled(WIDTH))
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        self._scrim: Scrim | None = None
        self._consequences: QFrame | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 24)
        self._column.setSpacing(16)
        self._column.addLayout(_head(icon, kind, title, subtitle))
        self._column.addLayout(self.body)
        self._column.addLayout(self._foot)
        self._foot.addStretch(1)

    def add_consequences(self, lines: Sequence[tuple[str, str]]) -> None:
        """A quiet box of pairs of icon and sentence, over what is asked."""
        box = QFrame()
        box.setObjectName("quietBox")
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        for icon, sentence in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            words = QLabel(sentence)
            words.setWordWrap(True)
            row.addWidget(IconLabel(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
        self._column.insertWidget(1, box)

    def add_foot(self, text: str, icon: str = "") -> None:
        """Words at the left of the buttons."""
        words = ElidedLabel(text)
        words.setObjectName("hint")
        stretch = self._foot.takeAt(0)
        del stretch
        if icon:
            self._foot.insertWidget(0, IconLabel(icon, 16, "ink3"))
        self._foot.insertWidget(1 if icon else 0, words, 1)

    def add_button(self, button: QWidget) -> None:
        """At the right of the others."""
        self._foot.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        paint_box(open_painter(self), QRectF(self.rect()), 14, "surface", "border")

    def showEvent(self, event: QShowEvent) -> None:
        """Darken the window and stand in its middle."""
        super().showEvent(event)
        # Qt's own adjustSize stops at two thirds of the screen and squeezes what is asked.
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        parent = self.parentWidget()
        if parent is None:
            self.move(self.screen().availableGeometry().center() - self.rect().center())
        else:
            window = parent.window()
            self._scrim = Scrim(window)
            self._scrim.show()
            self._scrim.raise_()
            middle = window.mapToGlobal(window.rect().center())
            self.move(middle - self.rect().center())

    def hideEvent(self, event: QHideEvent) -> None:
        """Light again."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None


class ConfirmDialog(FormDialog):
    """Asks before something that cannot be undone; Enter and Esc lead back."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        confirm: str,
        back: str = "Kembali",
        danger: bool = True,
    ) -> None:
        kind = "err" if danger else "info"
        super().__init__(parent, icon="alert-triangle", kind=kind, title=title)
        self.text = QLabel(text)
        self.text.setWordWrap(True)
        self.body.addWidget(self.text)
        self.confirm = Button(confirm, kind="danger" if danger else "primary")
        self.back = Button(back, kind="secondary")
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.add_button(self.confirm)
        self.add_button(self.back)
        self.back.setDefault(True)
        self.back.setFocus()


def _head(icon: str, kind: str, title: str, subtitle: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(IconTile(icon, kind, 44), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    head = QLabel(title)
    head.setObjectName("workTitle")
    head.setTextFormat(Qt.TextFormat.PlainText)
    head.setWordWrap(True)
    words.addWidget(head)
    if subtitle:
        line = QLabel(subtitle)
        line.setObjectName("secondary")
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        words.addWidget(line)
    row.addLayout(words, 1)
    return row
