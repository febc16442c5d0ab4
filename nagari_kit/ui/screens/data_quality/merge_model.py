"""Two records side by side, line by line, and what they become together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nagari_kit.domain.doubts.merge import Belongings, Side
from nagari_kit.services.data_quality import DoubtCase
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.data_quality.doubt_words import record_words, value_words

MergeRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """As they stand."""

    FIELD = 0
    A = 1
    B = 2
    RESULT = 3


@dataclass(frozen=True, slots=True)
class MergeRow:
    """`side` is the chosen one, None where there is nothing to choose.

    `joined` says what comes of both ("disatukan: 8 surat"); "" where one value is taken.
    """

    field_id: str
    label: str
    a: str
    b: str
    side: Side | None
    joined: str = ""

    @property
    def result(self) -> str:
        """What the record will say."""
        if self.joined:
            return self.joined
        if self.side is None:
            return "sama"
        return self.a if self.side is Side.A else self.b


class MergeModel(QAbstractTableModel):
    """`changed`: another side was chosen."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[MergeRow] = []
        self._heads = ("", "", "", "Hasil gabungan")

    def begin(self, case: DoubtCase) -> None:
        """The records of a case, with the proposed sides."""
        a, b = case.people
        about = case.belongings or {}
        self.beginResetModel()
        self._heads = (
            "",
            record_words("A", about.get(a.id)),
            record_words("B", about.get(b.id)),
            "Hasil gabungan",
        )
        self._rows = [
            MergeRow(
                line.field.id,
                line.field.label,
                value_words(line.field.id, a, case.homes),
                value_words(line.field.id, b, case.homes),
                None if line.is_same else line.proposed,
            )
            for line in case.lines
        ]
        first, second = about.get(a.id, Belongings()), about.get(b.id, Belongings())
        self._rows += [row for say in _JOINED if (row := say(first, second)) is not None]
        self.endResetModel()

    def choices(self) -> Mapping[str, Side]:
        """Side by the id of the field."""
        return {row.field_id: row.side for row in self._rows if row.side is not None}

    def choose(self, row: int, side: Side) -> None:
        """Take the value of one line from this side."""
        line = self._rows[row] if 0 <= row < len(self._rows) else None
        if line is None or line.side is None or line.side is side:
            return
        self._rows[row] = MergeRow(line.field_id, line.label, line.a, line.b, side)
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.RESULT))
        self.changed.emit()

    def choose_all(self, side: Side) -> None:
        """Take every value from this side."""
        for row in range(len(self._rows)):
            self.choose(row, side)

    def first_choice(self) -> int:
        """The first row where there is something to choose, else 0."""
        rows = (place for place, row in enumerate(self._rows) if row.side is not None)
        return next(rows, 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Fields, then what hangs on the records."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Four."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Which record, and how it came."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for ears and tool tips, the row for the painter."""
        row = self._rows[index.row()]
        column = Column(index.column())
        words = {
            Column.FIELD: row.label,
            Column.A: row.a,
            Column.B: row.b,
            Column.RESULT: row.result,
        }[column]
        if role == MergeRole:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            taken = {Column.A: Side.A, Column.B: Side.B}.get(column) is row.side
            return f"{row.label}: {words}" + (", dipilih" if row.side and taken else "")
        return None


def _pieces(
    label: str, word: str, count: Callable[[Belongings], int], *, always: bool = False
) -> Callable[[Belongings, Belongings], MergeRow | None]:
    def say(a: Belongings, b: Belongings) -> MergeRow | None:
        first, second = count(a), count(b)
        if not (always or first or second):
            return None
        both = f"disatukan: {thousands(first + second)} {word}"
        return MergeRow(
            "", label, f"{thousands(first)} {word}", f"{thousands(second)} {word}", None, both
        )

    return say


_JOINED = (
    _pieces("Surat terbit", "surat", lambda one: one.letters, always=True),
    _pieces("Konsep surat", "konsep", lambda one: one.drafts),
    _pieces("Dokumen", "dokumen", lambda one: one.documents),
    _pieces("Peristiwa", "peristiwa", lambda one: one.events, always=True),
)
