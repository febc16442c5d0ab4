"""Paints the people of a tree: boxes with a mark for the sex, two lines of words, what joins them.

Sex is told by shape and letter, not by colour alone; who is dead or lives elsewhere is dashed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nagari_kit.domain.residents import Sex
from nagari_kit.domain.tree_drawing import Dot, Line
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms

_RADIUS = 10.0
_MARK = 30
_LINE = 1.4
_DOT = 5.0
_DASHES = [4.0, 3.0]
_MARKS = {Sex.MALE: ("L", "info"), Sex.FEMALE: ("P", "clay")}
_UNKNOWN = ("–", "neutral")


@dataclass(frozen=True, slots=True)
class TreeLabel:
    """What a box says. `spoken` is its name for a screen reader; `icon` stands before the detail.

    `leads` draws the line of the head; `is_away`: dead, or not among those whom the tree is about.
    """

    name: str
    detail: str
    spoken: str
    sex: Sex | None = None
    leads: bool = False
    is_away: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BoxState:
    """`current`: the box that the keys act upon; `focused`: the tree has the focus."""

    current: bool = False
    hovered: bool = False
    focused: bool = False


def paint_person(painter: QPainter, area: QRectF, label: TreeLabel, state: BoxState) -> None:
    """One box that fills `area`."""
    theme = current_theme()
    ground = "pri_soft" if state.current else "bg" if label.is_away else "surface"
    if state.hovered and not state.current:
        ground = "sunken"
    pen = QPen(theme.color("border_strong"), 1.1)
    if label.is_away:
        pen.setDashPattern(_DASHES)
    if label.leads or state.current:
        pen = QPen(theme.color("pri"), 2)
    painter.setPen(pen)
    painter.setBrush(theme.color(ground))
    half = pen.widthF() / 2
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
    if state.current and state.focused:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-4, -4, 4, 4), _RADIUS + 3, _RADIUS + 3)
    _paint_mark(painter, area, label, on_tint=state.current)
    left = scaled(_MARK) + 16
    _paint_words(painter, area.adjusted(left, 0, -8, 0), label)


def paint_line(painter: QPainter, line: Line) -> None:
    """What joins two boxes."""
    painter.setPen(QPen(current_theme().color("border_strong"), _LINE))
    painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))


def paint_dot(painter: QPainter, dot: Dot) -> None:
    """A couple; hollow when nothing says that they are married."""
    theme = current_theme()
    painter.setPen(QPen(theme.color("pri"), 1.6))
    painter.setBrush(theme.color("pri" if dot.filled else "surface"))
    size = _DOT if dot.filled else _DOT - 0.8
    painter.drawEllipse(QPointF(dot.x, dot.y), size, size)


def _paint_mark(painter: QPainter, area: QRectF, label: TreeLabel, *, on_tint: bool) -> None:
    """L in a square, P in a disc, a dash where the sex is not known."""
    theme = current_theme()
    side = scaled(_MARK)
    place = QRectF(area.left() + 8, area.center().y() - side / 2, side, side)
    letter, kind = _MARKS.get(label.sex, _UNKNOWN) if label.sex else _UNKNOWN
    tint = theme.chip(kind)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface if on_tint else tint.fill))
    if label.sex is Sex.FEMALE:
        painter.drawEllipse(place)
    else:
        painter.drawRoundedRect(place, 8, 8)
    painter.setPen(QColor(tint.ink))
    painter.setFont(ui_font(12, 700))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


def _paint_words(painter: QPainter, room: QRectF, label: TreeLabel) -> None:
    theme = current_theme()
    upper, lower = line_rooms(room, 13, 12, gap=1)
    painter.setFont(ui_font(13, 600))
    painter.setPen(theme.color("ink2" if label.is_away else "ink"))
    fits = painter.fontMetrics().horizontalAdvance
    _draw_elided(painter, upper, shortened(label.name, lambda words: fits(words) <= upper.width()))
    if label.icon:
        size = scaled(13)
        picture = icon_pixmap(label.icon, theme.pri_ink, size)
        painter.drawPixmap(QPointF(lower.left(), lower.center().y() - size / 2), picture)
        lower.adjust(size + 4, 0, 0, 0)
    painter.setFont(ui_font(12, 400))
    painter.setPen(theme.color("ink2"))
    _draw_elided(painter, lower, label.detail)


def shortened(name: str, fits: Callable[[str], bool]) -> str:
    """`Nabila Putri H.`: later words as initials, from the last on, until the name fits."""
    words = name.split()
    for place in range(len(words) - 1, 0, -1):
        if fits(" ".join(words)):
            break
        words[place] = f"{words[place][0]}."
    return " ".join(words)


def _draw_elided(painter: QPainter, room: QRectF, text: str) -> None:
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
