"""The dark rail of the first set-up: what was answered, where one is, what comes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.mark import paint_mark
from nagari_kit.ui.widgets.painting import line_rooms

WIDTH = 264
COMPACT_WIDTH = 76
_TOP, _PITCH, _DISC = 132, 80, 28
_WORDS_LEFT = 68
_BETWEEN = 12
"""What stays free before the next step."""
_DARK_ON_GOLD = "#10231F"


class SetupRail(QWidget):
    """Painted; the spoken name holds step and title."""

    def __init__(self, steps: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._current = 0
        self._compact = False
        self.set_compact(compact=False)

    def set_current(self, place: int) -> None:
        """Steps before `place` are done."""
        self._current = place
        title = self._steps[place][0]
        self.setAccessibleName(f"Langkah {place + 1} dari {len(self._steps)}: {title}")
        self.update()

    def set_answer(self, place: int, words: str) -> None:
        """What was answered in a step, under its title."""
        self._steps[place] = (self._steps[place][0], words)
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Discs alone, closer together; the step's own title says the rest."""
        self._compact = compact
        self._pitch = 58 if compact else (_PITCH + scaled(_PITCH)) // 2
        self._top = 104 if compact else _TOP
        self.setFixedWidth(COMPACT_WIDTH if compact else WIDTH)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, steps, foot."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.nav))
        paint_mark(painter, QRectF(20, 24, 36, 36))
        for place in range(len(self._steps)):
            self._paint_step(painter, place)
        if self._compact:
            return
        upper, lower = line_rooms(QRectF(66, 24, 190, 37), 15, 12)
        self._write(painter, upper, "Nagari Kit", 15, 700, "#FFFFFF")
        self._write(painter, lower, "Penyiapan pertama", 12, 400, theme.nav_ink2)
        foot = QRectF(20, self.height() - 108, self.width() - 36, 90)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.nav_ink2))
        words = "Boleh berhenti kapan saja. Isian disimpan, lanjut lagi saat dibuka."
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(foot, flags, words)

    def _paint_step(self, painter: QPainter, place: int) -> None:
        theme = current_theme()
        title = self._steps[place][0]
        disc = QRectF(25, self._top + place * self._pitch, _DISC, _DISC)
        reached = place <= self._current
        if place < len(self._steps) - 1:
            passed = place < self._current
            painter.setPen(QPen(QColor(theme.gold if passed else theme.nav_sel), 2))
            bottom = disc.bottom() + self._pitch - _DISC - 2
            painter.drawLine(disc.center().toPoint().x(), int(disc.bottom() + 2),
                             disc.center().toPoint().x(), int(bottom))  # fmt: skip
        painter.setBrush(QColor(theme.gold) if reached else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen if reached else QPen(QColor(theme.nav_ink2), 1.4))
        painter.drawEllipse(disc)
        if place < self._current:
            painter.drawPixmap(
                int(disc.left() + 6), int(disc.top() + 6), icon_pixmap("check", _DARK_ON_GOLD, 16)
            )
        else:
            painter.setFont(ui_font(13, 700))
            painter.setPen(QColor(_DARK_ON_GOLD if reached else theme.nav_ink2))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        if self._compact:
            return
        now = place == self._current
        lines = self.lines(place)
        height = QFontMetrics(ui_font(12)).height()
        room = QRectF(_WORDS_LEFT, disc.top() - 5, self.width() - _WORDS_LEFT - 8, 38)
        upper, lower = line_rooms(room, 14, 12)
        if len(lines) > 1:
            # More than one line hangs down from where the title begins.
            lift = upper.top() - room.top()
            upper.translate(0, -lift)
            lower.translate(0, -lift)
        ink = "#FFFFFF" if now else theme.nav_ink
        self._write(painter, upper, title, 14, 700 if now else 500, ink)
        for line in lines:
            self._write(painter, lower, line, 12, 400, theme.nav_ink2)
            lower.translate(0, height)

    def lines(self, place: int) -> list[str]:
        """The answer of a step as it stands under its title, whole where there is room."""
        metrics = QFontMetrics(ui_font(12))
        room = self._pitch - QFontMetrics(ui_font(14)).height() - _BETWEEN
        most = max(1, int(room // metrics.height()))
        width = self.width() - _WORDS_LEFT - 8
        name, line_end, code = self._steps[place][1].partition("\n")
        if line_end and most > 1:
            # The code is short and tells two nagari of one name apart.
            return wrapped(name, metrics, width, most - 1) + wrapped(code, metrics, width, 1)
        return wrapped(self._steps[place][1], metrics, width, most)

    def _write(
        self, painter: QPainter, room: QRectF, text: str, size: int, weight: int, ink: str
    ) -> None:
        painter.setFont(ui_font(size, weight))
        painter.setPen(QColor(ink))
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """`text` in at most so many lines of this width; what does not fit ends in dots."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
