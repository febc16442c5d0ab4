"""The letters that came in during one year as a table, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from nagari_kit.domain.correspondence import IncomingLetter
from nagari_kit.domain.identity import IncomingLetterId
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import ColumnPlan

IncomingRole = Qt.ItemDataRole.UserRole + 1
"""The IncomingLetter of a row."""


class Column(IntEnum):
    """From the left."""

    AGENDA = 0
    RECEIVED = 1
    SENDER = 2
    SUBJECT = 3
    NUMBER = 4
    NOTE = 5


@dataclass(frozen=True, slots=True)
class _Spec:
    title: str
    words: Callable[[IncomingLetter], str]


_SPECS = {
    Column.AGENDA: _Spec("Agenda", lambda one: str(one.agenda_number)),
    Column.RECEIVED: _Spec("Diterima", lambda one: f"{one.content.received_on:%d-%m-%Y}"),
    Column.SENDER: _Spec("Pengirim", lambda one: one.content.sender),
    Column.SUBJECT: _Spec("Isi singkat", lambda one: one.content.subject),
    Column.NUMBER: _Spec("Nomor surat", lambda one: one.content.number),
    Column.NOTE: _Spec(
        "Keterangan",
        lambda one: f"Batal: {one.void_reason}" if one.void_reason else one.content.note,
    ),
}
PLAN = ColumnPlan(
    widths={
        Column.AGENDA: 84,
        Column.RECEIVED: 112,
        Column.SENDER: 220,
        Column.NUMBER: 210,
        Column.NOTE: 170,
    },
    stretch=Column.SUBJECT,
    least=220,
    yielding=(
        (Column.SENDER, 150),
        (Column.NUMBER, 160),
        (Column.NOTE, 0),
        (Column.NUMBER, 0),
    ),
)
_LONG = frozenset({Column.SENDER, Column.SUBJECT, Column.NUMBER, Column.NOTE})


class IncomingModel(QAbstractTableModel):
    """Rows are letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[IncomingLetter] = ()
        self._rows: list[IncomingLetter] = []
        self._wanted = ""

    def show_letters(self, letters: Sequence[IncomingLetter]) -> None:
        """Other letters; what is looked for stays."""
        self._all = letters
        self.look_for(self._wanted)

    def look_for(self, words: str) -> None:
        """Only letters in which every word stands."""
        self.beginResetModel()
        self._wanted = words
        sought = words.casefold().split()
        self._rows = [one for one in reversed(self._all) if _holds(one, sought)]
        self.endResetModel()

    def letter(self, row: int) -> IncomingLetter | None:
        """The letter of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, letter_id: IncomingLetterId) -> int:
        """The row of a letter, -1 when it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == letter_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """All that are looked for."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Fixed."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _SPECS[Column(section)].title
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Words; one entered by mistake is struck out and grey."""
        one = self.letter(index.row())
        if one is None:
            return None
        column = Column(index.column())
        if role == IncomingRole:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return _SPECS[column].words(one)
        if role == Qt.ItemDataRole.ToolTipRole and column in _LONG:
            return _SPECS[column].words(one)
        if role == Qt.ItemDataRole.FontRole:
            strong = column in {Column.AGENDA, Column.SUBJECT}
            font = QFont(ui_font(14, 600 if strong else 400, tabular=True))
            font.setStrikeOut(bool(one.void_reason) and column is not Column.NOTE)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            theme = current_theme()
            if one.void_reason:
                return theme.ink3
            return theme.ink if column in {Column.AGENDA, Column.SUBJECT} else theme.ink2
        return None


def _holds(one: IncomingLetter, sought: Sequence[str]) -> bool:
    content = one.content
    parts = (content.sender, content.subject, content.number, content.note)
    whole = " ".join((str(one.agenda_number), *parts)).casefold()
    return all(word in whole for word in sought)
