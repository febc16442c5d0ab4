"""The right side of the form: what would happen if it were saved now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.population import EffectLine, EventEffect
from nagari_kit.ui.letter_words import masked_number
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Banner, Chip, IconLabel, IconTile, ScrollPage
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.painting import open_painter

_ICONS = (
    ("LAMPID", "ledger"),
    ("Buku", "book"),
    ("Anggota", "users"),
    ("Warga nagari", "building-community"),
    ("Warga", "map-pin"),
    ("kepala keluarga", "crown"),
    ("Akta", "certificate"),
    ("Riwayat", "history"),
)
_WHOLE = re.compile(r"\b\d{16}\b")
_BY_HAND = "diurus"
"""Marks a line about what people must see to themselves."""


class _Counts(QWidget):
    """`6 → 4`, the new figure strong."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._before, self._after = before, after
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for both and the arrow."""
        light = QFontMetrics(ui_font(14)).horizontalAdvance(self._before)
        strong = QFontMetrics(ui_font(15, 700)).horizontalAdvance(self._after)
        arrow = QFontMetrics(ui_font(14)).horizontalAdvance(" → ")
        return QSize(light + arrow + strong + 14, QFontMetrics(ui_font(15, 700)).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right edge."""
        painter, theme = open_painter(self), current_theme()
        room = QRectF(self.rect())
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setFont(ui_font(15, 700))
        painter.setPen(theme.color("ink"))
        painter.drawText(room, end, self._after)
        room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(self._after) - 6, 0)
        painter.setFont(ui_font(14))
        painter.setPen(theme.color("ink2"))
        painter.drawText(room, end, f"{self._before}  →")


class EffectCard(QFrame):
    """Lines with a tile each; a hairline between them."""

    def __init__(self, lines: Sequence[EffectLine], kind: str) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(0)
        for place, line in enumerate(lines):
            if place:
                rule = QFrame()
                rule.setObjectName("rule")
                rule.setFixedHeight(1)
                column.addWidget(rule)
            column.addWidget(_line(line, kind))
        spoken = "; ".join(_spoken(line) for line in lines)
        self.setAccessibleName(spoken)


class EffectPane(QWidget):
    """`show_effect` with figures, `show_gap` with what is missing first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self.tr("Yang terjadi bila disimpan"))
        self._title.setObjectName("rowTitle")
        self._state = Chip(self.tr("belum disimpan"), "neutral")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._missing = QLabel()
        self._missing.setObjectName("secondary")
        self._missing.setWordWrap(True)
        self._foot = QLabel()
        self._foot.setObjectName("secondary")
        self._foot.setWordWrap(True)
        self._said = ""
        self._build()

    def words(self) -> str:
        """Everything that is said, for ears and tests."""
        return self._said

    def show_effect(self, effect: EventEffect, missing: str = "") -> None:
        """Counts, what follows, warnings; `missing` names fields that must still be filled."""
        self._clear()
        if effect.counts:
            self._cards.addWidget(EffectCard(effect.counts, "ok"))
        if effect.follow_ups:
            self._cards.addWidget(EffectCard(effect.follow_ups, "info"))
        if not effect.counts and not effect.follow_ups:
            calm = EffectLine(self.tr("Jumlah warga tidak berubah"))
            self._cards.addWidget(EffectCard((calm,), "neutral"))
        for warning in effect.warnings:
            self._cards.addWidget(Banner("warn", "", warning))
        spoken = [_spoken(line) for line in (*effect.counts, *effect.follow_ups)]
        self._say([*spoken, *effect.warnings], missing)

    def show_gap(self, sentences: Sequence[str]) -> None:
        """Why nothing can be shown yet."""
        self._clear()
        self._say([], " ".join(sentences))

    def show_state(self, words: str, kind: str = "neutral") -> None:
        """The chip at the right of the heading."""
        self._state.show_words(words, kind)

    def show_title(self, words: str) -> None:
        """What the pane tells."""
        self._title.setText(words)

    def show_foot(self, words: str) -> None:
        """How it can be taken back."""
        self._foot.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sunken ground and its edge."""
        painter, theme = open_painter(self), current_theme()
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.color("border"))

    def _say(self, lines: list[str], missing: str) -> None:
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        said = "; ".join([*lines, *([missing] if missing else [])])
        if said != self._said and self.isVisible():
            announce(self, said)
        self._said = said

    def _clear(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 12, 22, 4)
        head.setSpacing(9)
        head.addWidget(IconLabel("eye", 18))
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        body = QVBoxLayout()
        body.setSpacing(12)
        body.addLayout(self._cards)
        body.addWidget(self._missing)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 4, 22, 14)
        foot.setSpacing(9)
        foot.addWidget(IconLabel("arrow-back-up", 18), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._foot, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(ScrollPage(body, QMargins(22, 4, 22, 8)), 1)
        layout.addLayout(foot)


def _line(line: EffectLine, kind: str) -> QWidget:
    row_widget = QWidget()
    row = QHBoxLayout(row_widget)
    row.setContentsMargins(0, 7, 0, 7)
    row.setSpacing(10)
    icon = next((icon for mark, icon in _ICONS if mark in line.text), "circle-check")
    row.addWidget(IconTile(icon, kind, 34))
    words = QLabel(_without_whole_numbers(line.text))
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    row.addWidget(words, 1)
    if line.before or line.after:
        row.addWidget(_Counts(line.before, line.after))
    elif kind == "info":
        by_hand = _BY_HAND in line.text
        row.addWidget(Chip("perlu diurus", "gold") if by_hand else Chip("otomatis", "info"))
    return row_widget


def _spoken(line: EffectLine) -> str:
    text = _without_whole_numbers(line.text)
    return f"{text}: {line.before} → {line.after}" if line.after else text


def _without_whole_numbers(text: str) -> str:
    """Numbers of a KK as lists show them."""
    return _WHOLE.sub(lambda found: masked_number(found.group()), text)
