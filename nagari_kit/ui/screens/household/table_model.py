"""The members of a household as a table: the head first, NIK masked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nagari_kit.domain import code_lists
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.letter_words import masked_number
from nagari_kit.ui.screens.household.household_words import UNKNOWN, relation
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import Tint, current_theme
from nagari_kit.ui.widgets import ColumnPlan
from nagari_kit.ui.widgets.painting import paint_chip
from nagari_kit.ui.widgets.table import PlainDelegate

_CHIP = 24
_HEAD_WORD = "Kepala"


class Column(IntEnum):
    """From the left."""

    NUMBER = 0
    NAME = 1
    NIK = 2
    SEX = 3
    BIRTH = 4
    RELATION = 5
    WORK = 6


@dataclass(frozen=True, slots=True)
class _Spec:
    title: str
    words: Callable[[Resident], str]


_SEX = {Sex.MALE: "L", Sex.FEMALE: "P"}
_SPECS = {
    Column.NUMBER: _Spec("No", lambda _one: ""),
    Column.NAME: _Spec("Nama", lambda one: one.name.full()),
    Column.NIK: _Spec("NIK", lambda one: masked_number(one.nik)),
    Column.SEX: _Spec("L/P", lambda one: _SEX.get(one.sex, UNKNOWN) if one.sex else UNKNOWN),
    Column.BIRTH: _Spec(
        "Tanggal lahir", lambda one: f"{one.birth_date:%d-%m-%Y}" if one.birth_date else UNKNOWN
    ),
    Column.RELATION: _Spec("Hubungan", relation),
    Column.WORK: _Spec(
        "Pekerjaan", lambda one: code_words(code_lists.OCCUPATION, one.occupation) or UNKNOWN
    ),
}
PLAN = ColumnPlan(
    widths={
        Column.NUMBER: 40,
        Column.NIK: 184,
        Column.SEX: 46,
        Column.BIRTH: 110,
        Column.RELATION: 98,
        Column.WORK: 150,
    },
    stretch=Column.NAME,
    least=180,
    yielding=((Column.WORK, 110), (Column.WORK, 0), (Column.BIRTH, 0), (Column.SEX, 0)),
)


class MemberModel(QAbstractTableModel):
    """Rows are members."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Resident] = ()

    def show_members(self, members: Sequence[Resident]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = members
        self.endResetModel()

    def member(self, row: int) -> Resident | None:
        """The member of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, resident_id: ResidentId) -> int:
        """The row of a member, -1 when not here."""
        return next((row for row, one in enumerate(self._rows) if one.id == resident_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """All members."""
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
        """Words, their weight and colour, the whole text as a tool tip."""
        one = self.member(index.row())
        if one is None:
            return None
        column = Column(index.column())
        words = str(index.row() + 1) if column is Column.NUMBER else _SPECS[column].words(one)
        if role == Qt.ItemDataRole.DisplayRole:
            is_head = column is Column.RELATION and one.family_relation == HEAD
            return _HEAD_WORD if is_head else words
        if role == Qt.ItemDataRole.ToolTipRole and column in {Column.NAME, Column.WORK}:
            return words
        if role == Qt.ItemDataRole.FontRole and column is Column.NAME:
            return ui_font(14, 600)
        if role == Qt.ItemDataRole.ForegroundRole and column is not Column.NAME:
            lacks = column is Column.NIK and not one.nik
            return current_theme().warn if lacks else current_theme().ink2
        return None


class MemberDelegate(PlainDelegate):
    """The head stands out by a chip."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground and words, and the chip over them."""
        super().paint(painter, option, index)
        if index.column() != Column.RELATION or index.data() != _HEAD_WORD:
            return
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = theme.pri_soft if selected else theme.surface
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area.adjusted(0, 0, 0, -2), ground)
        width = QFontMetrics(ui_font(12, 600)).horizontalAdvance(_HEAD_WORD) + 24
        top = area.center().y() - _CHIP / 2
        tint = Tint(theme.surface if selected else theme.pri_soft, theme.pri_ink)
        paint_chip(painter, QRectF(area.left() + 8, top, width, _CHIP), _HEAD_WORD, tint, "")
        painter.restore()
