"""The line in which a number pattern is put together: parts are chips, between them one types."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from nagari_kit.ui.screens.settings.number_words import (
    from_words,
    in_words,
    kin_of,
    part_words,
    pieces_of,
)
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box

HEIGHT = 58
_CHIP = QTextFormat.ObjectTypes.UserObject + 1
_TOKEN = QTextFormat.Property.UserProperty + 1
_SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"
_CHIP_HEIGHT, _PADDING, _CHEVRON, _GAP = 30, 10, 14, 3
_LIFT = 4
"""Qt sets the middle of an object below that of capitals; this brings both level."""


class _ChipObject(QPyTextObject):
    """How a part is measured and drawn within the text."""

    def intrinsicSize(  # noqa: N802 - Qt calls it
        self, _document: QTextDocument, _place: int, chip: QTextFormat
    ) -> QSizeF:
        words = part_words(str(chip.property(_TOKEN)))
        width = QFontMetricsF(ui_font(13, 600)).horizontalAdvance(words)
        return QSizeF(
            width + 2 * _PADDING + _CHEVRON + 4 + 2 * _GAP, scaled(_CHIP_HEIGHT) + 2 * _LIFT
        )

    def drawObject(  # noqa: N802 - Qt calls it
        self,
        painter: QPainter,
        area: QRectF | QRect,
        _document: QTextDocument,
        _place: int,
        chip: QTextFormat,
    ) -> None:
        theme = current_theme()
        box = QRectF(area).adjusted(_GAP, 0, -_GAP, -2 * _LIFT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, box, 7, "pri_soft")
        painter.setPen(theme.color("pri_ink"))
        painter.setFont(ui_font(13, 600))
        words = part_words(str(chip.property(_TOKEN)))
        painter.drawText(box.adjusted(_PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        place = QPointF(box.right() - _PADDING - _CHEVRON, box.center().y() - _CHEVRON / 2)
        painter.drawPixmap(place, icon_pixmap("chevron-down", theme.pri_ink, _CHEVRON))
        painter.restore()


class PatternInput(QTextEdit):
    """Gives `{kode}/{tahun}`. Backspace takes a whole part; Alt+Down changes the one at the caret.

    A part may be typed too: `[tahun]`. `edited`: the officer changed something;
    `changed`: that, or another pattern was shown.
    """

    edited = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patternInput")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(ui_font(18, 600))
        self.document().setDefaultFont(ui_font(18, 600))
        self.document().setDocumentMargin(0)
        layout = self.document().documentLayout()
        self._chips = _ChipObject(layout)
        layout.registerHandler(_CHIP, self._chips)
        self.setToolTip(self.tr("Alt+Panah bawah mengganti bagian di dekat kursor"))
        self._is_filling = False
        self.textChanged.connect(self._note_change)
        self._fit()

    def pattern(self) -> str:
        """What is meant by what stands here."""
        return from_words(self._raw().strip())

    def text(self) -> str:
        """The pattern in words."""
        return in_words(self._raw())

    def set_pattern(self, pattern: str) -> None:
        """Show a pattern; nothing is told."""
        self._is_filling = True
        self.clear()
        self._insert(from_words(pattern))
        self._is_filling = False
        self._describe()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """As if it had been typed."""
        self.set_pattern(text)
        self.edited.emit()

    def insert_part(self, token: str) -> None:
        """Put a part at the caret."""
        self._insert(f"{{{token}}}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One line only; a part that was typed becomes a chip."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or (
            Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        ):
            event.ignore()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._offer(self._chip_beside(self.textCursor().position()))
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            self._copy(is_cut=event.matches(QKeySequence.StandardKey.Cut))
        else:
            super().keyPressEvent(event)
            if event.text() and event.text() in "]}":
                self._adopt()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A chip opens its menu."""
        super().mouseReleaseEvent(event)
        place = self._chip_at(event.position())
        if place >= 0 and not self.textCursor().hasSelection():
            self._offer(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow line takes two."""
        super().resizeEvent(event)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt calls it
        """Words of parts become chips again."""
        self._insert(from_words(" ".join(source.text().split())))

    def _copy(self, *, is_cut: bool) -> None:
        """Parts are copied in words.

        Not by createMimeDataFromSelection: data of Python that the clipboard still holds when the
        program ends brings it down.
        """
        cursor = self.textCursor()
        if cursor.hasSelection():
            words = in_words(self._raw(cursor.selectionStart(), cursor.selectionEnd()))
            QGuiApplication.clipboard().setText(words)
            if is_cut:
                cursor.removeSelectedText()

    def _raw(self, start: int = 0, end: int | None = None) -> str:
        """What stands between two places, parts in braces."""
        cursor = QTextCursor(self.document())
        parts = []
        last = self.document().characterCount() - 1 if end is None else end
        for place in range(start, last):
            sign = self.document().characterAt(place)
            if sign == _SIGN:
                cursor.setPosition(place + 1)
                sign = f"{{{cursor.charFormat().property(_TOKEN)}}}"
            parts.append(" " if sign in "\N{PARAGRAPH SEPARATOR}\N{NO-BREAK SPACE}" else sign)
        return "".join(parts)

    def _insert(self, pattern: str) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        plain = _plain_format()
        for is_part, text in pieces_of(pattern):
            if is_part:
                cursor.insertText(_SIGN, _chip_format(text))
            else:
                cursor.insertText(in_words(text), plain)
        cursor.endEditBlock()
        cursor.setCharFormat(plain)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(plain)

    def _adopt(self) -> None:
        """Make chips of what was typed in brackets."""
        pattern = from_words(self._raw())
        if any(is_part for is_part, _text in pieces_of(pattern)):
            behind = self.document().characterCount() - 1 - self.textCursor().position()
            self.selectAll()
            self._insert(pattern)
            cursor = self.textCursor()
            cursor.setPosition(max(0, self.document().characterCount() - 1 - behind))
            self.setTextCursor(cursor)

    def _chip_beside(self, place: int) -> int:
        """The place of the chip before the caret, else behind it; -1."""
        document = self.document()
        return next((at for at in (place - 1, place) if document.characterAt(at) == _SIGN), -1)

    def _chip_at(self, point: QPointF) -> int:
        place = self.cursorForPosition(point.toPoint()).position()
        for at in (place - 1, place):
            if at >= 0 and self.document().characterAt(at) == _SIGN:
                cursor = QTextCursor(self.document())
                cursor.setPosition(at)
                left = self.cursorRect(cursor)
                cursor.setPosition(at + 1)
                right = self.cursorRect(cursor)
                if left.left() <= point.x() <= right.left() and left.top() == right.top():
                    return at
        return -1

    def _offer(self, place: int) -> None:
        """The menu of a chip: its kin, and away with it."""
        if place < 0:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        token = str(cursor.charFormat().property(_TOKEN))
        menu = QMenu(self)
        for kin in kin_of(token):
            action = menu.addAction(part_words(kin))
            action.setCheckable(True)
            action.setChecked(kin == token)
            action.triggered.connect(
                lambda _on=False, other=kin: cursor.insertText(_SIGN, _chip_format(other))
            )
        menu.addSeparator()
        menu.addAction(self.tr("Hapus bagian ini")).triggered.connect(cursor.removeSelectedText)
        start = QTextCursor(self.document())
        start.setPosition(place)
        menu.popup(self.viewport().mapToGlobal(self.cursorRect(start).bottomLeft()))

    def _note_change(self) -> None:
        self._fit()
        if not self._is_filling:
            self._describe()
            self.edited.emit()

    def _describe(self) -> None:
        self.changed.emit()
        self.setAccessibleName(self.tr("Pola nomor: {0}").format(self.text()))

    def _fit(self) -> None:
        """As high as its lines; one stands in the middle."""
        lines = max(round(self.document().size().height()), scaled(_CHIP_HEIGHT) + 2 * _LIFT)
        height = max(scaled(HEIGHT), lines + 20)
        self.setViewportMargins(0, max(0, (height - lines) // 2), 0, 0)
        if self.height() != height:
            self.setFixedHeight(height)


def _plain_format() -> QTextCharFormat:
    plain = QTextCharFormat()
    plain.setFont(ui_font(18, 600))
    return plain


def _chip_format(token: str) -> QTextCharFormat:
    chip = QTextCharFormat()
    chip.setObjectType(_CHIP)
    chip.setProperty(_TOKEN, token)
    chip.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return chip
