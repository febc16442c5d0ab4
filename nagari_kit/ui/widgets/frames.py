"""The parts of a page: cards, heads, the step line, the footer that never scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.button import FOOTER_HEIGHT
from nagari_kit.ui.widgets.labels import ElidedLabel, IconLabel
from nagari_kit.ui.widgets.painting import open_painter, paint_box
from nagari_kit.ui.widgets.pill import Pill

_DISC, _LINE = 26, 44


class Card(QFrame):
    """A white box with a hairline; content goes into `body`, more into `head` beside the title."""

    def __init__(self, title: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        if title:
            label = QLabel(title)
            label.setObjectName("cardTitle")
            self.head.addWidget(label)
            self.head.addStretch(1)
            outer.addLayout(self.head)
        outer.addLayout(self.body, 1)


class PageHead(QWidget):
    """Title, one line of counts, at the right the pill and up to three buttons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        self._title.setObjectName("screenTitle")
        self._subtitle = ElidedLabel()
        self._subtitle.setObjectName("counts")
        self._wordings = ("", "")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addLayout(words, 1)
        self._row.addWidget(Pill())

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)

    def set_subtitle(self, text: str, short: str = "") -> None:
        """The line of counts; `short` stands there where the whole has no room."""
        self._wordings = (text, short or text)
        self._show_fitting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another wording."""
        super().resizeEvent(event)
        self._show_fitting()

    def _show_fitting(self) -> None:
        whole, short = self._wordings
        items = [self._row.itemAt(place) for place in range(1, self._row.count())]
        beside = [item.widget() for item in items if item is not None]
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= sum(
            one.sizeHint().width() + self._row.spacing()
            for one in beside
            if one is not None and not one.isHidden()
        )
        fits = self._subtitle.fontMetrics().horizontalAdvance(whole) <= room
        self._subtitle.setText(whole if fits else short)

    def add_widget(self, widget: QWidget) -> None:
        """At the right of what stands there."""
        self._row.addWidget(widget)


class StepLine(QWidget):
    """Where one is on the way; orientation only."""

    def __init__(self, steps: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._current = 0
        self._is_tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, place: int) -> None:
        """The step that is due, from 0; one past the last means all are done."""
        self._current = place
        shown = min(place, len(self._steps) - 1)
        words = self.tr("Langkah {0} dari {1}: {2}")
        self.setAccessibleName(words.format(shown + 1, len(self._steps), self._steps[shown]))
        self.updateGeometry()
        self.update()

    def current(self) -> int:
        """The step that is due."""
        return self._current

    def set_tight(self, *, tight: bool) -> None:
        """Only the step that is due keeps its word."""
        if tight != self._is_tight:
            self._is_tight = tight
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """What all words need."""
        return _DISC * len(self._steps) + sum(map(_word_width, self._steps)) + self._lines()

    def sizeHint(self) -> QSize:
        """Discs, words and lines."""
        words = sum(
            _word_width(step) for place, step in enumerate(self._steps) if self._is_worded(place)
        )
        return QSize(_DISC * len(self._steps) + words + self._lines(), 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One after the other."""
        painter = open_painter(self)
        left = 0.0
        for place, step in enumerate(self._steps):
            self._paint_disc(painter, QRectF(left, 2, _DISC, _DISC), place)
            left += _DISC
            if self._is_worded(place):
                self._paint_word(painter, QRectF(left + 8, 0, _word_width(step), 30), place)
                left += _word_width(step)
            if place < len(self._steps) - 1:
                token = "pri" if place < self._current else "border"
                painter.setPen(QPen(current_theme().color(token), 2))
                painter.drawLine(int(left + 8), 15, int(left + _LINE - 8), 15)
                left += _LINE

    def _lines(self) -> int:
        return _LINE * (len(self._steps) - 1)

    def _is_worded(self, place: int) -> bool:
        return not self._is_tight or place == self._current

    def _paint_disc(self, painter: QPainter, disc: QRectF, place: int) -> None:
        theme = current_theme()
        reached = place <= self._current
        paint_box(painter, disc, _DISC / 2, "pri" if reached else "sunken")
        if place < self._current:
            tick = icon_pixmap("check", theme.on_pri, 16)
            painter.drawPixmap(int(disc.left() + 5), int(disc.top() + 5), tick)
            return
        painter.setPen(theme.color("on_pri" if reached else "ink2"))
        painter.setFont(ui_font(13, 600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _paint_word(self, painter: QPainter, room: QRectF, place: int) -> None:
        due = place == self._current
        painter.setFont(ui_font(14, 700 if due else 500))
        painter.setPen(current_theme().color("ink" if place <= self._current else "ink2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._steps[place])


def _word_width(step: str) -> int:
    """In its boldest form, with the gap before it."""
    return QFontMetrics(ui_font(14, 700)).horizontalAdvance(step) + 10


class WorkTopBar(QFrame):
    """The 64 px bar of a work page: title, step line, pill."""

    def __init__(self, title: str, steps: StepLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._pill = Pill()
        self.setObjectName("workTop")
        self.setFixedHeight(64)
        self._title = ElidedLabel(title)
        self._title.setObjectName("workTitle")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(steps)
        row.addStretch(1)
        row.addWidget(self._pill)

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title comes before the words of the steps."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        needed = self._title.sizeHint().width() + self._steps.whole_width()
        needed += self._pill.sizeHint().width() + 28 + 24 + 4 * 16
        self._steps.set_tight(tight=needed > self.width())


class StickyFooter(QFrame):
    """68 high; at the left what is safe, at the right the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setFixedHeight(68)
        self._icon = IconLabel("", 18)
        self._note = QLabel()
        self._note.setObjectName("secondary")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        # What is safe is read on a small screen too: on two lines rather than cut.
        self._note.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 11, 24, 12)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._note, 1)

    def set_note(self, text: str, icon: str = "", kind: str = "") -> None:
        """One sentence; `kind` colours the icon (`ok`, `warn`, `err`)."""
        self._note.setText(text)
        self._icon.set_icon(icon, kind or "ink2")
        self._icon.setVisible(bool(icon))

    def note(self) -> str:
        """The sentence."""
        return self._note.text()

    def add_button(self, button: QWidget) -> None:
        """At the right of the others."""
        button.setMinimumHeight(FOOTER_HEIGHT)
        self._row.addWidget(button)
