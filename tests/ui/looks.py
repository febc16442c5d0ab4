"""What every page is held to: a name for each thing that takes the focus, no clipped word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from nagari_kit.ui.widgets import ElidedLabel

_ENGLISH = {
    "ok", "cancel", "&ok", "&cancel", "save", "&save", "close", "&close", "yes", "&yes", "no",
    "&no", "apply", "open", "&open", "discard", "reset", "help", "abort", "retry", "ignore",
}  # fmt: skip


def focusable(widget: QWidget) -> list[QWidget]:
    """Everything visible that Tab or a click reaches."""
    return [
        part
        for part in widget.findChildren(QWidget)
        if part.isVisibleTo(widget)
        and part.isEnabled()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_inner(part)
    ]


def nameless(widget: QWidget) -> list[str]:
    """What a screen reader could not name."""
    return [
        f"{type(part).__name__} in {type(part.parentWidget()).__name__}"
        for part in focusable(widget)
        if not spoken_name(part)
    ]


def spoken_name(widget: QWidget) -> str:
    """The name that a screen reader gets, as Qt gives it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def clipped_words(widget: QWidget) -> list[str]:
    """Labels and buttons whose words are wider or higher than their room."""
    found = []
    for label in widget.findChildren(QLabel):
        if isinstance(label, ElidedLabel) or not label.isVisibleTo(widget) or not label.text():
            continue
        room = label.contentsRect()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                found.append(f"{label.text()[:60]} ({label.height()} high)")
        elif label.sizeHint().width() > label.width() + 1 or room.height() < 8:
            found.append(f"{label.text()[:60]} ({label.width()} of {label.sizeHint().width()})")
    for button in widget.findChildren(QAbstractButton):
        if isinstance(button, QToolButton) or not button.isVisibleTo(widget):
            continue
        if button.text() and button.minimumSizeHint().width() > button.width() + 1:
            found.append(f"button {button.text()[:60]}")
    return found


def english_buttons(widget: QWidget) -> list[str]:
    """Words that Qt brought along."""
    return [
        button.text()
        for button in widget.findChildren(QAbstractButton)
        if button.isVisibleTo(widget) and button.text().strip().lower() in _ENGLISH
    ]


def tab_through(first: QWidget, most: int = 80) -> list[QWidget]:
    """The widgets that Tab reaches, beginning with `first`, until it comes round."""
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(most):
        current = QApplication.focusWidget()
        if current is None or current in seen:
            break
        seen.append(current)
        current.window().focusNextPrevChild(True)
    return seen


def _is_inner(part: QWidget) -> bool:
    """Parts of Qt's own that take no focus of their own with Tab."""
    parent = part.parentWidget()
    inner_line = isinstance(part, QLineEdit) and part.objectName() == "qt_spinbox_lineedit"
    viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is part
    return inner_line or viewport or part.objectName().startswith("qt_")
