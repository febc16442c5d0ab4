"""A label over its input, with the error between them, where eyes and screen readers find it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.inputs import mark_wrong
from nagari_kit.ui.widgets.labels import IconLabel
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words`, after what it is saying now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class LabeledField(QWidget):
    """`help` stands under the input in small letters."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        help: str = "",  # noqa: A002 - what it is called on every form
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = QLabel(label)
        self._label.setObjectName("fieldLabel")
        self._label.setBuddy(field)
        self._error = QWidget()
        self._words = QLabel()
        self._help = QLabel(help)
        self._build(help)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))

    def set_error(self, text: str) -> None:
        """Say over the input what is to be done; "" takes it away."""
        self._words.setText(text)
        self._error.setVisible(bool(text))
        mark_wrong(self.field, wrong=bool(text))
        self.field.setAccessibleDescription(text or self._help.text())

    def error(self) -> str:
        """What is said over the input."""
        return self._words.text()

    def help_height(self, width: int) -> int:
        """What the words under the input need at this width; 0 without any."""
        return self._help.heightForWidth(width) if self._help.text() else 0

    def keep_help_height(self, height: int) -> None:
        """At least this much under the input, so that neighbours' inputs stand level."""
        self._help.setVisible(height > 0)
        self._help.setMinimumHeight(height)

    def wrap_label(self) -> None:
        """Let a long label take two lines instead of widening the form."""
        self._label.setWordWrap(True)

    def set_label(self, text: str) -> None:
        """Another label, or none; a part without one keeps its name for screen readers."""
        self._label.setText(text)
        self._label.setVisible(bool(text))
        if text:
            self.field.setAccessibleName(text.replace("&", ""))

    def _build(self, help_text: str) -> None:
        self._words.setObjectName("errorText")
        self._words.setWordWrap(True)
        line = QHBoxLayout(self._error)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("alert-triangle", 16, "err"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self._error.hide()
        self._help.setObjectName("hint")
        self._help.setWordWrap(True)
        self._help.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Showing what has no parent yet would open it as a window and take the focus away.
        if not help_text:
            self._help.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addStretch(1)
        for part in (self._label, self._error, self.field, self._help):
            column.addWidget(part)


FieldRow = LabeledField


class CapsLockLine(QWidget):
    """Hidden until a letter typed into one of `fields` betrays it.

    Qt does not tell the state of the key on every system; a capital without Shift, or a small
    letter with it, does.
    """

    def __init__(self, *fields: QLineEdit) -> None:
        super().__init__()
        self._is_on = False
        words = self.tr("Caps Lock menyala. Huruf besar dan kecil dibedakan.")
        label = QLabel(words)
        label.setObjectName("warnText")
        label.setWordWrap(True)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("arrow-big-up", 16, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.hide()
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the letters that pass; keep none, stop none."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                # Off when it was on; when it was off the next letter tells.
                self._show(is_on=False)
            elif letter.isalpha() and letter.lower() != letter.upper():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._show(is_on=letter.isupper() != shift)
        return super().eventFilter(watched, event)

    def _show(self, *, is_on: bool) -> None:
        if is_on and not self._is_on:
            announce(self, self.accessibleName())
        self._is_on = is_on
        self.setVisible(is_on)


class CheckRow(QCheckBox):
    """A tick with its words; the whole row can be clicked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(30)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(ui_font(14))

    def hitButton(self, _pos: object) -> bool:
        """Anywhere."""
        return True

    def sizeHint(self) -> QSize:
        """Box and words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 36, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = open_painter(self)
        theme = current_theme()
        box = QRectF(5, (self.height() - 17) / 2, 17, 17)
        if self.hasFocus():
            paint_ring(painter, box.adjusted(-4, -4, 4, 4), 6)
        on = self.isChecked()
        paint_box(painter, box, 4, "pri" if on else "surface", "" if on else "border_strong", 1.4)
        if on:
            painter.drawPixmap(
                box.topLeft().toPoint() + QRectF(1, 1, 0, 0).topLeft().toPoint(),
                icon_pixmap("check", theme.on_pri, 15),
            )
        painter.setFont(self.font())
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink3"))
        room = QRectF(32, 0, self.width() - 32, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(room, int(flags), self.text())


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setFixedHeight(32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(ui_font(13, 600))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 26, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = open_painter(self)
        area = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, area, 7, "surface", "border_strong")
        if self.hasFocus():
            painter.setPen(QPen(current_theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        painter.setFont(self.font())
        painter.setPen(current_theme().color("ink" if self.isChecked() else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedControl(QWidget):
    """Two to four short choices side by side; arrows move. `current_changed` carries the place."""

    current_changed = Signal(int)

    def __init__(self, choices: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(38)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for place, words in enumerate(choices):
            segment = _Segment(words)
            segment.installEventFilter(self)
            self._group.addButton(segment, place)
            row.addWidget(segment, 1)
        self.set_current(0)
        self._group.idClicked.connect(self.current_changed)

    def current(self) -> int:
        """The chosen place."""
        return self._group.checkedId()

    def set_current(self, place: int) -> None:
        """Choose without telling."""
        self._group.button(place).setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track."""
        paint_box(open_painter(self), QRectF(self.rect()), 9, "sunken")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            target = self._group.button(self.current() + step) if step else None
            if target is not None:
                target.setFocus()
                target.click()
                return True
        return super().eventFilter(watched, event)
