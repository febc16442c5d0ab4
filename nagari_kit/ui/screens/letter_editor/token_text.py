"""A text input in which names of values are chips; what it holds is a template of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from nagari_kit.domain.letter_editing import NameMeaning
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box

_OBJECT = "\ufffc"
_PIECE = re.compile(r"\{\{|\}\}|\{[^{}]*\}|\*\*|\n")
_CHIP_HEIGHT, _CHIP_PADDING, _WIDEST = 24, 8, 320
_LINE_BREAKS = re.compile("[\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffc]")


class TokenText(QTextEdit):
    """`edited`: the officer changed it. `name_wanted`: Ctrl+Space asks for a name to put in.

    A chip is one letter for the caret: it is taken, passed and deleted as a whole. Ctrl+B makes
    bold. `is_line`: Enter is not taken.
    """

    edited = Signal()
    name_wanted = Signal(object)

    def __init__(
        self, *, is_line: bool = False, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_line = is_line
        self._names: Mapping[str, NameMeaning] = {}
        self._template = ""
        self.setObjectName("tokenText")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(6)
        self._lines = 1 if is_line else lines
        if is_line:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def set_names(self, names: Mapping[str, NameMeaning]) -> None:
        """The names there are, by how they are written; chips bear their meaning."""
        if names != self._names:
            self._names = names
            if "{" in self._template:
                place = self.textCursor().position()
                self.set_template(self._template)
                cursor = self.textCursor()
                cursor.setPosition(min(place, self.document().characterCount() - 1))
                self.setTextCursor(cursor)

    def template(self) -> str:
        """What stands here, in the language of definitions."""
        return self._template

    def set_template(self, text: str) -> None:
        """Show a template; tells nobody."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        self._write(self.textCursor(), text)
        self._template = text
        self.blockSignals(blocked)
        self._fit()

    def insert_name(self, source: str) -> None:
        """Put a name at the caret, as a chip."""
        self._insert_chip(self.textCursor(), "{" + source + "}", bold=self.fontWeight() > _BOLD)
        self.setFocus()

    def insert_template(self, text: str) -> None:
        """Put a piece of a template at the caret."""
        self._write(self.textCursor(), text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pasted names become chips again."""
        words = source.text()
        self.insert_template(" ".join(words.split()) if self._is_line else words)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """As a template."""
        cursor = self.textCursor()
        found = QMimeData()
        found.setText(self._read(cursor.selectionStart(), cursor.selectionEnd()))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo belongs to the page; Enter in a line goes on to the next part."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Space:
            self.name_wanted.emit(self)
        elif control and event.key() == Qt.Key.Key_B:
            bold = self.fontWeight() > _BOLD
            self.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        elif self._is_the_pages(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_the_pages(self, event: QKeyEvent) -> bool:
        """Undo, redo, moves of the block, and in a line the key Enter."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
            or (control and event.key() == Qt.Key.Key_Y)
            or (alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down})
            or (self._is_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter})
        )

    def sizeHint(self) -> QSize:
        """As wide as its form."""
        return QSize(240, self.height())

    def _fit(self) -> None:
        """As high as what it holds, within bounds."""
        line = QFontMetrics(ui_font(15)).height() + 8
        wanted = int(self.document().size().height()) + 6
        least = self._lines * line + 14
        self.setFixedHeight(max(least, min(wanted, 9 * line)))

    def _changed(self) -> None:
        found = self._read(0, self.document().characterCount() - 1)
        if found != self._template:
            self._template = found
            self.edited.emit()

    def _write(self, cursor: QTextCursor, text: str) -> None:
        bold = False
        position = 0
        for match in _PIECE.finditer(text):
            self._plain(cursor, text[position : match.start()], bold=bold)
            position = match.end()
            found = match.group()
            if found == "**":
                bold = not bold
            elif found in {"{{", "}}"}:
                self._plain(cursor, found[0], bold=bold)
            elif found == "\n":
                cursor.insertBlock()
            else:
                self._insert_chip(cursor, found, bold=bold)
        self._plain(cursor, text[position:], bold=bold)

    def _plain(self, cursor: QTextCursor, text: str, *, bold: bool) -> None:
        if words := _CONTROL.sub("", text):
            cursor.insertText(words, _format(bold=bold))

    def _insert_chip(self, cursor: QTextCursor, token: str, *, bold: bool) -> None:
        image = self._chip(token)
        self.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(token), image
        )
        form = QTextImageFormat()
        form.setName(token)
        ratio = image.devicePixelRatio()
        form.setWidth(image.width() / ratio)
        form.setHeight(image.height() / ratio)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        cursor.insertImage(form)
        cursor.setCharFormat(_format(bold=bold))

    def _chip(self, token: str) -> QImage:
        known = self._names.get(token[1:-1].split("|", maxsplit=1)[0].strip())
        font = ui_font(13, 600)
        metrics = QFontMetrics(font)
        room = max(80, min(_WIDEST, self.viewport().width() - 40))
        words = known.meaning if known else token[1:-1]
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(words) + 2 * _CHIP_PADDING + 4
        high = max(_CHIP_HEIGHT, metrics.height() + 6)
        ratio = self.devicePixelRatioF()
        image = QImage(
            round(wide * ratio), round(high * ratio), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(2, 1, wide - 4, high - 2)
        wrong = known is None and bool(self._names)
        paint_box(painter, area, 6, "err_soft" if wrong else "pri_soft")
        painter.setFont(font)
        painter.setPen(current_theme().color("err" if wrong else "pri_ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return image

    def _read(self, start: int, end: int) -> str:
        """The template between two places of the document."""
        lines: list[str] = []
        block = self.document().findBlock(start)
        is_bold = False
        while block.isValid() and block.position() <= end:
            pieces: list[str] = []
            walk = block.begin()
            while not walk.atEnd():
                piece = walk.fragment()
                first = max(start, piece.position())
                last = min(end, piece.position() + piece.length())
                if first < last:
                    form = piece.charFormat()
                    bold = form.fontWeight() > _BOLD
                    text = piece.text()[first - piece.position() : last - piece.position()]
                    pieces.append("**" * (bold != is_bold) + _told(text, form))
                    is_bold = bold
                walk += 1
            lines.append("".join(pieces))
            block = block.next()
        return "\n".join(lines) + "**" * is_bold


_BOLD = 550


def _told(text: str, form: QTextCharFormat) -> str:
    if form.isImageFormat():
        return form.toImageFormat().name() * text.count(_OBJECT)
    words = _LINE_BREAKS.sub("\n", text).replace("\u00a0", "\u00a0")
    return words.replace("{", "{{").replace("}", "}}")


def _format(*, bold: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return form


NameAsked = Callable[[TokenText], None]
"""Opens the list of names for one input."""
