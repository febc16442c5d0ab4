"""The list at the left: groups, and under the open one its doubts, page after page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nagari_kit.domain.doubts import DoubtItem, DoubtPage, DoubtRule

PAGE_ROWS = 100
LineRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Group:
    """Head of a group; `rule` None is what was said to be right. `kind` is a tint."""

    rule: DoubtRule | None
    title: str
    count: int
    icon: str
    kind: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A doubt at its `place` in the group; `item` None while its page is being read."""

    place: int
    item: DoubtItem | None


class DoubtListModel(QAbstractListModel):
    """`page_needed` carries the offset of a page that is not there yet."""

    page_needed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._open = -1
        self._items: list[DoubtItem | None] = []
        self._asked: set[int] = set()

    def show_groups(self, groups: Sequence[Group], page: DoubtPage | None) -> None:
        """Other groups; `page` belongs to the open one."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._open = next((place for place, one in enumerate(groups) if one.is_open), -1)
        self._items = [None] * (page.total if page is not None and self._open >= 0 else 0)
        self._asked = set()
        if page is not None:
            self._fill(page)
        self.endResetModel()

    def put_page(self, page: DoubtPage) -> None:
        """More of the open group."""
        if page.total != len(self._items):
            return
        self._fill(page)
        if page.items:
            first = self.row_of(page.offset)
            last = self.row_of(page.offset + len(page.items) - 1)
            self.dataChanged.emit(self.index(first), self.index(last))

    def release_page(self, offset: int) -> None:
        """A page could not be read; ask again."""
        self._asked.discard(offset)

    def total(self) -> int:
        """Doubts of the open group."""
        return len(self._items)

    def row_of(self, place: int) -> int:
        """The row of the doubt at a place of the open group."""
        return self._open + 1 + place

    def group_row(self, row: int) -> int:
        """The row of the group that a row belongs to."""
        return self._open if self._open < row <= self._open + len(self._items) else row

    def line(self, row: int) -> Group | Line | None:
        """What stands in a row."""
        if not 0 <= row < self.rowCount():
            return None
        if self._open < 0 or row <= self._open:
            return self._groups[row]
        place = row - self._open - 1
        if place < len(self._items):
            return Line(place, self._items[place])
        return self._groups[row - len(self._items)]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Groups and the doubts of the open one."""
        return 0 if parent.isValid() else len(self._groups) + len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for ears and tool tips, the line itself for the painter."""
        line = self.line(index.row())
        if role == LineRole:
            if isinstance(line, Line) and line.item is None:
                self._ask(line.place)
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Line) and line.item:
            return f"{line.item.doubt.title}\n{line.item.doubt.why}"
        return None

    def _fill(self, page: DoubtPage) -> None:
        self._items[page.offset : page.offset + len(page.items)] = page.items

    def _ask(self, place: int) -> None:
        offset = place // PAGE_ROWS * PAGE_ROWS
        if offset not in self._asked:
            self._asked.add(offset)
            self.page_needed.emit(offset)


def _spoken(line: Group | Line | None) -> str:
    if isinstance(line, Group):
        standing = "terbuka" if line.is_open else "tertutup"
        return f"{line.title}, {line.count}, {standing}"
    if isinstance(line, Line) and line.item is not None:
        return f"{line.item.doubt.title}, {line.item.doubt.why}"
    return "…"
