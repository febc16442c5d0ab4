"""One figure in a box: its word, the number, a note; some open the names behind them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nagari_kit.ui.screens.figures.grids import NamesWish
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box, paint_ring

_OPENERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class FigureTile(QFrame):
    """`opened` carries the NamesWish that the tile was shown with."""

    opened = Signal(object)

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._wish: NamesWish | None = None
        self._kind = ""
        self._title = QLabel(word)
        self._title.setObjectName("factValue")
        self._title.setWordWrap(True)
        self._figure = QLabel()
        self._figure.setObjectName("figure")
        self._note = QLabel()
        self._note.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 10)
        column.setSpacing(1)
        for part in (self._title, self._figure, self._note):
            column.addWidget(part)
        column.addStretch(1)

    def show_figure(
        self, figure: str, note: str = "", kind: str = "", wish: NamesWish | None = None
    ) -> None:
        """`kind` colours the note: ok, warn, or nothing of the two."""
        self._wish = wish
        self._figure.setText(figure)
        self._note.setText(note)
        self._kind = kind
        self._colour_note()
        self.setAccessibleName(", ".join(part for part in (self._word, figure, note) if part))
        is_link = wish is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_link else Qt.FocusPolicy.NoFocus)
        point, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(point if is_link else arrow)
        self._underline(is_on=False)

    def figure(self) -> str:
        """What stands there."""
        return self._figure.text()

    def note(self) -> str:
        """What stands below."""
        return self._note.text()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of letters has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour_note()

    def enterEvent(self, event: QEnterEvent) -> None:
        """A link shows itself."""
        super().enterEvent(event)
        self._underline(is_on=self._wish is not None)

    def leaveEvent(self, event: QEvent) -> None:
        """No more."""
        super().leaveEvent(event)
        self._underline(is_on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space."""
        if event.key() in _OPENERS and self._wish is not None:
            self.opened.emit(self._wish)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        super().mouseReleaseEvent(event)
        if self._wish is not None and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._wish)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and ring."""
        painter = open_painter(self)
        area = QRectF(self.rect())
        if self.hasFocus():
            area = paint_ring(painter, area, 12)
        paint_box(painter, area, 12, "surface", "border")

    def _colour_note(self) -> None:
        ink = current_theme().color(self._kind or "ink3").name()
        weight = 600 if self._kind else 400
        size = scaled(12)
        self._note.setStyleSheet(
            f"QLabel {{ color: {ink}; font-weight: {weight}; font-size: {size}px; }}"
        )

    def _underline(self, *, is_on: bool) -> None:
        font = QFont(self._figure.font())
        font.setUnderline(is_on)
        self._figure.setFont(font)
        self.update()
