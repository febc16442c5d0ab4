"""The refused rows as a grid whose cells can be mended; what was mended is judged elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from nagari_kit.domain.importing import ImportPlan, ImportRow, MendedCell
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.resident_import.sheets import titled
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BASE = ("nama", "nik", "tanggallahir", "sex", "no_kk")
"""Columns that every grid has, in the order of the picture."""

TITLES = {"nama": "Nama", "tanggallahir": "Tanggal lahir", "sex": "L/P", "no_kk": "No. KK"}
LOOK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""`fault`, `mended` or "" of a cell."""

SHORT_SEX = {"1": "L", "2": "P"}
EMPTY = "(kosong)"
MENDED = "Sudah diperbaiki"
CHECKING = "Diperiksa …"


class MendModel(QAbstractTableModel):
    """Rows are numbered as the spreadsheet program does; the last column says what is wrong."""

    mended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._plan: ImportPlan | None = None
        self._rows: list[ImportRow] = []
        self._keys: tuple[str, ...] = BASE
        self._typed: dict[tuple[int, str], str] = {}
        self._checking: set[int] = set()

    def begin(self, plan: ImportPlan) -> None:
        """Another file."""
        self.beginResetModel()
        self._plan = plan
        self._typed = {(cell.row, cell.column): cell.text for cell in plan.mended}
        self._checking = set()
        self._rows = list(plan.refused_rows)
        self._keys = (*BASE, *_further(self._rows))
        self.endResetModel()

    def renew(self, plan: ImportPlan) -> None:
        """The same file with a cell mended: what is right now stays until `leave`."""
        self._plan = plan
        self._checking = set()
        shown = {row.row for row in self._rows}
        self._rows = [plan.row(row.row) for row in self._rows]
        last = max(0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))
        more = [row for row in plan.refused_rows if row.row not in shown]
        if more:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def give_up(self) -> None:
        """What was typed last was not judged."""
        self._checking = set()
        self.layoutChanged.emit()

    def leave(self, kept: int) -> None:
        """Rows that are right now go, but for the one where the cursor stands."""
        for at in range(len(self._rows) - 1, -1, -1):
            row = self._rows[at]
            if at != kept and row.verdict != "refused" and row.row not in self._checking:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def mended_count(self) -> int:
        """Rows that were put right by hand."""
        plan = self._plan
        if plan is None:
            return 0
        numbers = {number for number, _ in self._typed}
        return sum(1 for number in numbers if plan.row(number).verdict != "refused")

    def key_at(self, column: int) -> str:
        """Which column of the file stands there; "" for number and reason."""
        return self._keys[column - 1] if 0 < column <= len(self._keys) else ""

    def number_at(self, at: int) -> int:
        """The number that the spreadsheet program gives a row."""
        return self._rows[at].row

    def faulty_keys(self) -> set[str]:
        """Columns in which something is wrong."""
        refused = (row for row in self._rows if row.verdict == "refused")
        return {finding.column for row in refused for finding in row.findings}

    def has_fault(self, index: _Index) -> bool:
        """Whether that cell is wrong."""
        return bool(index.data(LOOK_ROLE) == "fault")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Rows that need work."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Number, cells, reason."""
        return 0 if parent.isValid() else len(self._keys) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            key = self.key_at(section)
            if key:
                return TITLES.get(key, titled(key))
            return "Baris" if section == 0 else "Sebab ditolak"
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section == 0 else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells of columns that the file has can be typed over."""
        flags = super().flags(index)
        key = self.key_at(index.column())
        can = bool(key and self._plan and key in self._plan.form.places)
        return flags | Qt.ItemFlag.ItemIsEditable if can else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Texts, and how a cell looks."""
        if not index.isValid():
            return None
        row, key = self._rows[index.row()], self.key_at(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._shown(row, key, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self._text(row, key)
        if role == LOOK_ROLE:
            return self._look(row, key)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return _RIGHT
        return self._dress(row, key, index.column(), role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """The officer typed; tells it when the text is another."""
        row, key = self._rows[index.row()], self.key_at(index.column())
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not key or text == self._text(row, key):
            return False
        self._typed[row.row, key] = text
        self._checking.add(row.row)
        left = self.index(index.row(), 0)
        self.dataChanged.emit(left, self.index(index.row(), self.columnCount() - 1))
        self.mended.emit(MendedCell(row.row, key, text))
        return True

    def _text(self, row: ImportRow, key: str) -> str:
        typed = self._typed.get((row.row, key))
        if typed is not None:
            return typed
        if row.cells is not None:
            return row.cells.get(key, "")
        own = {"nama": row.name, "nik": row.nik, "tanggallahir": row.birth_date, "sex": row.sex,
               "no_kk": row.nomor_kk}  # fmt: skip
        return own.get(key, "")

    def _shown(self, row: ImportRow, key: str, column: int) -> str:
        if column == 0:
            return thousands(row.row)
        if key:
            text = self._text(row, key)
            if key == "sex":
                text = SHORT_SEX.get(text, text)
            return text or (EMPTY if self._look(row, key) == "fault" else "")
        if row.row in self._checking:
            return CHECKING
        if row.verdict != "refused":
            return MENDED
        return "; ".join(finding.reason for finding in row.findings)

    def _look(self, row: ImportRow, key: str) -> str:
        if not key or row.row in self._checking:
            return ""
        if row.verdict == "refused" and any(finding.column == key for finding in row.findings):
            return "fault"
        return "mended" if (row.row, key) in self._typed else ""

    def _dress(self, row: ImportRow, key: str, column: int, role: int) -> Any:  # noqa: ANN401
        is_reason = column == self.columnCount() - 1
        if role == Qt.ItemDataRole.FontRole:
            strong = key == "nama" or (is_reason and row.verdict != "refused")
            return ui_font(14, 600) if strong else None
        if role == Qt.ItemDataRole.ForegroundRole:
            checking = row.row in self._checking
            look = self._look(row, key)
            ink = _ink(row, key, look, is_reason=is_reason, is_checking=checking)
            return current_theme().color(ink)
        if role == Qt.ItemDataRole.DecorationRole and is_reason:
            if row.row in self._checking:
                return None
            return "alert-triangle" if row.verdict == "refused" else "circle-check"
        return None


def _ink(row: ImportRow, key: str, look: str, *, is_reason: bool, is_checking: bool) -> str:
    if is_reason and is_checking:
        return "ink2"
    if is_reason:
        return "err" if row.verdict == "refused" else "ok"
    if look == "fault":
        return "err"
    return "ink" if key == "nama" else "ink2"


def _further(rows: Iterable[ImportRow]) -> list[str]:
    """Columns beside the usual ones in which something is wrong."""
    keys = dict.fromkeys(finding.column for row in rows for finding in row.findings)
    return [key for key in keys if key and key not in BASE]
