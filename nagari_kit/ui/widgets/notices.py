"""What the window says in place: banners, the error summary, empty states, and waiting."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import ROW_HEIGHT, Button
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.labels import IconLabel
from nagari_kit.ui.widgets.painting import open_painter, paint_ring

_ICONS = {
    "ok": "circle-check",
    "warn": "alert-triangle",
    "err": "alert-triangle",
    "info": "info-circle",
    "gold": "clock",
}
_WAIT_BEFORE_WORDS = 300


class _TintedBox(QFrame):
    """A rounded box in the tint of its kind; errors have a line."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, ground, line."""
        painter = open_painter(self)
        tint = current_theme().chip(self._kind)
        area = QRectF(self.rect())
        if self.hasFocus():
            area = paint_ring(painter, area, 10)
        line = QPen(QColor(tint.ink), 1) if self._kind == "err" else QPen(Qt.PenStyle.NoPen)
        painter.setPen(line)
        painter.setBrush(QColor(tint.fill))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class Banner(_TintedBox):
    """One bold sentence, a plain one, at most one action. `kind`: ok, warn, err, info, gold."""

    action_requested = Signal()

    def __init__(
        self, kind: str, title: str, text: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(kind, parent)
        self._icon = IconLabel(_ICONS.get(kind, "info-circle"), 20)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._action = Button(action, kind="ghost")
        self._action.setMinimumHeight(ROW_HEIGHT)
        if not action:
            self._action.hide()
        self._action.clicked.connect(self.action_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.show_words(kind, title, text)

    def show_words(self, kind: str, title: str, text: str = "") -> None:
        """Say something else."""
        self._kind = kind
        tint = current_theme().chip(kind)
        self._icon.set_icon(_ICONS.get(kind, "info-circle"), _ink_token(kind))
        parts = f"<b>{escape(title)}</b>" if title else ""
        plain = f" {escape(text)}" if text else ""
        self._words.setText(f'<span style="color:{tint.ink}">{parts}{plain}</span>')
        self._said = " ".join(part for part in (title, text) if part)
        self.setAccessibleName(self._said)
        if self.isVisible():
            announce(self, self._said)
        self.update()

    def take_focus(self) -> None:
        """Enter does what the banner offers."""
        self._action.setFocus()

    def text(self) -> str:
        """What it says, without marks."""
        return self._said

    def showEvent(self, event: QShowEvent) -> None:
        """Also to ears."""
        super().showEvent(event)
        if self._said:
            announce(self, self._said)


class ErrorSummary(_TintedBox):
    """Lists what must be mended; each link carries the field's id. Takes the focus when shown."""

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("err", parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._words.linkActivated.connect(self.link_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("alert-triangle", 20, "err"))
        row.addWidget(self._words, 1)
        self.hide()

    def show_errors(self, title: str, links: Sequence[tuple[str, str]]) -> None:
        """`links` are pairs of field id and sentence."""
        ink = current_theme().err
        lines = "<br>".join(
            f'<a style="color:{ink}" href="{escape(field_id)}">{escape(words)}</a>'
            for field_id, words in links
        )
        gap = "&nbsp; " if len(links) == 1 else "<br>"
        self._words.setText(f'<span style="color:{ink}"><b>{escape(title)}</b>{gap}{lines}</span>')
        spoken = f"{title} {'; '.join(words for _, words in links)}"
        self.setAccessibleName(spoken)
        self.show()
        announce(self, spoken)

    def clear(self) -> None:
        """Nothing is wrong."""
        self.hide()


class EmptyState(QFrame):
    """An icon, a title, one sentence, one action: never an empty place without words."""

    action_requested = Signal()

    def __init__(
        self, icon: str, title: str, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, 40, "ink3")
        self._title = QLabel()
        self._title.setObjectName("cardTitle")
        self._text = QLabel()
        self._text.setObjectName("secondary")
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(440)
        self._action = Button("", kind="secondary")
        self._action.clicked.connect(self.action_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text, self._action):
            if isinstance(part, QLabel):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_words(icon, title, text, action)

    def show_words(self, icon: str, title: str, text: str, action: str = "") -> None:
        """Say something else."""
        self._icon.set_icon(icon)
        self._title.setText(title)
        self._text.setText(text)
        width = min(440, self._text.fontMetrics().horizontalAdvance(text) + 8)
        self._text.setMinimumWidth(width)
        self._text.setMinimumHeight(max(0, self._text.heightForWidth(width)))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {text}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The action takes it."""
        super().focusInEvent(event)
        self._action.setFocus()


class BusyLine(QLabel):
    """Words while something is read; they come only when it takes longer than a blink."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setObjectName("secondary")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_BEFORE_WORDS)
        self._timer.timeout.connect(lambda: self.setText(self._text))

    def showEvent(self, event: QShowEvent) -> None:
        """Start with nothing."""
        super().showEvent(event)
        self.setText("")
        self._timer.start()


def _ink_token(kind: str) -> str:
    return {"gold": "gold_ink", "pri": "pri_ink"}.get(
        kind, kind if kind in {"ok", "warn", "err", "info"} else "ink2"
    )
