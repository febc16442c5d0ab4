"""The names behind a number, whose rows arrive in pages of 200 while one scrolls."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nagari_kit.domain.identity import ResidentId

PAGE_ROWS = 200
KEPT_PAGES = 10

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NameLine:
    """A person, and the words of each column."""

    resident_id: ResidentId
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamePage:
    """Lines from `offset` on, of `total`."""

    lines: tuple[NameLine, ...]
    offset: int
    total: int


class NamesModel(QAbstractTableModel):
    """`page_needed` carries the offset of lines that are looked at and not here."""

    page_needed = Signal(int)

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._total = 0
        self._pages: OrderedDict[int, tuple[NameLine, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def put(self, page: NamePage) -> None:
        """Fill in lines; another total begins the list anew."""
        if page.total != self._total:
            self.beginResetModel()
            self._total = page.total
            self._pages.clear()
            self._asked.clear()
            self._keep(page)
            self.endResetModel()
            return
        self._keep(page)
        if page.lines:
            last = page.offset + len(page.lines) - 1
            here = self.index(page.offset, 0)
            self.dataChanged.emit(here, self.index(last, len(self._headings) - 1))

    def release(self, offset: int) -> None:
        """These lines could not be read; looking at them asks again."""
        self._asked.discard(offset // PAGE_ROWS)

    def line(self, row: int) -> NameLine | None:
        """The person in a row, if it is here."""
        number, inside = divmod(row, PAGE_ROWS)
        lines = self._pages.get(number, ())
        return lines[inside] if inside < len(lines) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Everybody, here or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """As the list was made."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words; a line not here yet is blank and asked for."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            self._ask(index.row() // PAGE_ROWS)
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and not index.column():
            return ", ".join(cell for cell in line.cells if cell)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.cells[index.column()]
        return None

    def _keep(self, page: NamePage) -> None:
        """A page as it was read, or all at once."""
        for start in range(0, len(page.lines), PAGE_ROWS):
            number = (page.offset + start) // PAGE_ROWS
            self._pages[number] = page.lines[start : start + PAGE_ROWS]
            self._asked.discard(number)
        if len(page.lines) <= PAGE_ROWS:
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)

    def _ask(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self.page_needed.emit(number * PAGE_ROWS)
