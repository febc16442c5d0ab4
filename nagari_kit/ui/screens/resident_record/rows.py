"""What the cards of a record share: rows that light up, quiet words, and a clean start."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QWidget

from nagari_kit.ui.widgets import Button, Card, IconLabel

_HEAD_HEIGHT = 28


def indent_rows(card: Card) -> None:
    """Rows light up 8 px beyond their words, which stand in line with the title."""
    outer = card.layout()
    if outer is not None:
        outer.setContentsMargins(12, 16, 12, 16)
    card.head.setContentsMargins(8, 0, 8, 0)


def head_button(card: Card, words: str, icon: str, tip: str) -> Button:
    """A quiet button beside the card's title; it makes the head no higher."""
    button = Button(words, kind="ghost", icon=icon)
    button.setMinimumHeight(_HEAD_HEIGHT)
    button.setFixedHeight(_HEAD_HEIGHT)
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    button.setToolTip(tip)
    card.head.addWidget(button)
    return button


def quiet(words: str) -> QLabel:
    """A sentence in place of rows."""
    label = QLabel(words)
    label.setObjectName("secondary")
    label.setWordWrap(True)
    label.setContentsMargins(8, 0, 8, 0)
    return label


def icon_line(icon: str, words: str) -> QWidget:
    """A small icon and a hint beside it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, 16))
    label = QLabel(words)
    label.setObjectName("hint")
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return line


def empty(layout: QLayout) -> None:
    """Take everything out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
