"""Line, area, search and combo inputs that behave alike and can be marked as wrong."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyleOptionComboBox,
    QWidget,
)

from nagari_kit.ui.style.icons import icon, icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter

HEIGHT = 40
_PADDING = 12
_CHEVRON_ROOM = 42
"""The chevron with the air that the style keeps beside the words."""


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Give an input the red frame, or take it away."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class TextInput(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(HEIGHT)


class SearchInput(QLineEdit):
    """A line with a magnifier; Esc empties it first and only then goes further."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(HEIGHT)
        glass = QAction(icon("search", current_theme().ink3), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PassphraseInput(QLineEdit):
    """A hidden line that can be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMinimumHeight(HEIGHT)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(icon("eye", current_theme().ink2), self.tr("Tampilkan"), self)
        self._eye.setToolTip(self.tr("Tampilkan atau sembunyikan kata sandi"))
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        name = "eye-off" if hidden else "eye"
        self._eye.setIcon(icon(name, current_theme().ink2))


class TextArea(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(84)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(120, 84)


class ComboInput(QComboBox):
    """A choice; the wheel turns it only while focused, so that scrolling changes nothing."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HEIGHT)
        self._has_list = False
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def view(self) -> QAbstractItemView:
        """The list that opens, made when it is first wanted: a form has many that never open."""
        if not self._has_list:
            self._has_list = True
            self.setView(QListView(self))
        return super().view()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """With our list."""
        self.view()
        super().showPopup()

    def findData(  # noqa: N802 - Qt's name
        self,
        data: object,
        role: int = Qt.ItemDataRole.UserRole,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchExactly,
    ) -> int:
        """The place of an equal value, or -1.

        Qt compares Python values by identity: it would not find the UUID of a saved draft. `flags`
        is here because Qt's own has it.
        """
        del flags
        return next((at for at in range(self.count()) if self.itemData(at, role) == data), -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it, too."""
        super().focusOutEvent(event)
        self.left.emit()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt calls it
        """Words that have no room end in dots, not in half a letter."""
        super().initStyleOption(option)
        # Not asked of the style: its classes would cost the first window 3 ms.
        room = self.width() - _PADDING - _CHEVRON_ROOM
        words = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, max(0, room)
        )
        option.currentText = words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's box with our chevron."""
        super().paintEvent(event)
        painter = open_painter(self)
        theme = current_theme()
        colour = theme.ink2 if self.isEnabled() else theme.ink3
        place = QPointF(self.width() - 29, (self.height() - 18) / 2)
        painter.drawPixmap(place, icon_pixmap("chevron-down", colour, 18))
