"""The page of a household: crumb, title, members over the tree, and the panel at the right."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import ResidentId
from nagari_kit.errors import NagariError
from nagari_kit.ui.printing.sheet_viewer import MadeSheet, SheetViewer
from nagari_kit.ui.screens.household.household_words import subtitle, title
from nagari_kit.ui.screens.household.side_panel import WIDTH, SidePanel
from nagari_kit.ui.screens.household.table_model import PLAN, MemberDelegate, MemberModel
from nagari_kit.ui.screens.household.tree_card import TreeCard
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    BusyLine,
    Button,
    DataTable,
    ElidedLabel,
    EmptyState,
    IconLabel,
    Pill,
    Tabs,
)
from nagari_kit.ui.widgets.table import HEAD_HEIGHT, ROW_HEIGHT

_WAITING, _RECORD, _TROUBLE = 0, 1, 2
_MOST_ROWS = 7
_CRUMB = 10
"""A crumb's words stand this far inside it: it begins left of the page."""


class HouseholdView(QWidget):
    """Emits wishes; `member_opened` carries a ResidentId."""

    back_requested = Signal()
    member_opened = Signal(object)
    add_requested = Signal()
    sheet_requested = Signal()
    lineage_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Penduduk"), kind="ghost")
        self.back.setToolTip(self.tr("Kembali ke daftar warga (Esc)"))
        self._crumb = ElidedLabel()
        self._crumb.setObjectName("secondary")
        self._title = ElidedLabel()
        self._title.setObjectName("screenTitle")
        self._subtitle = ElidedLabel()
        self._subtitle.setObjectName("counts")
        self.sheet = Button(self.tr("Cetak lembar data"), icon="printer")
        self.sheet.setToolTip(self.tr("Satu lembar berisi seluruh data keluarga (Ctrl+P)"))
        self.add = Button(
            self.tr("Tambah anggota"), kind="primary", icon="user-plus", key_hint="F9"
        )
        self._model = MemberModel(self)
        self.table = DataTable()
        self.tree_card = TreeCard()
        self.panel = SidePanel()
        self._tabs = Tabs([self.tr("Anggota"), self.tr("Pohon keluarga"), self.tr("Tentang KK")])
        self._pages = QStackedWidget()
        self._trouble = EmptyState("alert-triangle", "", "")
        self._is_compact = False
        self._build()
        self._connect()

    def show_waiting(self) -> None:
        """The household is being read."""
        self._crumb.setText("")
        self._pages.setCurrentIndex(_WAITING)

    def show_record(self, record: HouseholdRecord, area_word: str, today: date) -> None:
        """Everything that is known; the member who was chosen stays so."""
        chosen = self.chosen()
        self._crumb.setText(record.head.name.full() if record.head else self.tr("Keluarga"))
        self._title.setText(title(record))
        self._subtitle.setText(subtitle(record, area_word))
        self._model.show_members(record.members)
        self._fit_table()
        self.tree_card.show_record(record, today)
        self.panel.show_record(record, area_word, today)
        self.sheet.setEnabled(bool(record.members))
        self._pages.setCurrentIndex(_RECORD)
        if record.members:
            here = {one.id for one in record.members}
            self.choose(chosen if chosen in here else record.members[0].id)

    def chosen(self) -> ResidentId | None:
        """The member on whom table and tree agree."""
        one = self._model.member(self.table.currentIndex().row())
        return one.id if one else None

    def choose(self, resident_id: ResidentId | None) -> None:
        """Mark a member in the table and in the tree."""
        row = self._model.row_of(resident_id) if resident_id else -1
        if row >= 0:
            index = self._model.index(row, 1)
            both = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, both.ClearAndSelect | both.Rows)
            self.table.scrollTo(index)
            self.tree_card.tree.set_current(resident_id)

    def show_links(self, *, events: bool, form: bool, lineage: bool) -> None:
        """Ways to pages that this program has."""
        self.panel.show_events(possible=events)
        self.add.setVisible(form)
        self.tree_card.lineage.setVisible(lineage)

    def show_trouble(self, error: NagariError) -> None:
        """The household could not be read."""
        self._crumb.setText(self.tr("Keluarga"))
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        again = self.tr("Coba lagi")
        self._trouble.show_words("alert-triangle", error.user_message, words, again)
        self._pages.setCurrentIndex(_TROUBLE)

    def show_sheet(self, shell: Shell, sheet: MadeSheet) -> None:
        """The data sheet, ready to be printed."""
        SheetViewer(shell, sheet, self).open()

    def set_busy(self, *, busy: bool) -> None:
        """The data sheet is being made."""
        self.sheet.setEnabled(not busy)

    def set_compact(self, *, compact: bool) -> None:
        """In a small window table, tree and panel stand behind tabs."""
        self._is_compact = compact
        left, top, right, bottom = (20, 10, 20, 14) if compact else (24, 12, 18, 18)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left - _CRUMB, top, right, bottom)
        self._tabs.setVisible(compact)
        usual = (WIDTH + scaled(WIDTH)) // 2
        self.panel.setMinimumWidth(0 if compact else usual)
        self.panel.setMaximumWidth(16_777_215 if compact else usual)
        self._show_parts()
        self._fit_table()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 adds a member, Ctrl+P prints the sheet, Esc goes back to the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F9 and not self.add.isHidden():
            self.add.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif control and event.key() == Qt.Key.Key_P:
            self.sheet.click()
        else:
            super().keyPressEvent(event)

    def _fit_table(self) -> None:
        """As high as its rows, at most seven; in a small window as high as there is room."""
        rows = max(1, min(_MOST_ROWS, self._model.rowCount()))
        height = HEAD_HEIGHT + rows * ROW_HEIGHT + 3
        self.table.setMinimumHeight(120 if self._is_compact else height)
        self.table.setMaximumHeight(16_777_215 if self._is_compact else height)

    def _show_parts(self) -> None:
        place = self._tabs.current()
        parts = (self.table, self.tree_card, self.panel)
        for number, part in enumerate(parts):
            part.setVisible(not self._is_compact or number == place)

    def _member_chosen(self, index: QModelIndex) -> None:
        one = self._model.member(index.row())
        if one is not None:
            self.tree_card.tree.set_current(one.id)

    def _person_chosen(self, key: UUID) -> None:
        resident_id = ResidentId(key)
        if self._model.row_of(resident_id) >= 0 and resident_id != self.chosen():
            self.choose(resident_id)

    def _member_opened(self, index: QModelIndex) -> None:
        one = self._model.member(index.row())
        if one is not None:
            self.member_opened.emit(one.id)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.add.clicked.connect(self.add_requested)
        self.sheet.clicked.connect(self.sheet_requested)
        self.table.selectionModel().currentRowChanged.connect(self._member_chosen)
        self.table.activated.connect(self._member_opened)
        self.tree_card.tree.current_changed.connect(self._person_chosen)
        self.tree_card.tree.opened.connect(self.member_opened)
        self.tree_card.lineage_requested.connect(self.lineage_requested)
        self.panel.member_requested.connect(self.choose)
        self._trouble.action_requested.connect(self.retry_requested)
        self._tabs.current_changed.connect(lambda _place: self._show_parts())

    def _build(self) -> None:
        self.table.setModel(self._model)
        self.table.setItemDelegate(MemberDelegate(self.table))
        self.table.follow_plan(PLAN)
        self.table.setAccessibleName(self.tr("Anggota keluarga"))
        self._pages.addWidget(BusyLine(self.tr("Membuka data keluarga …")))
        self._pages.addWidget(self._record_page())
        self._pages.addWidget(self._trouble)
        self._pages.setContentsMargins(_CRUMB, 0, 0, 0)
        crumbs = QHBoxLayout()
        crumbs.setSpacing(4)
        crumbs.addWidget(self.back)
        crumbs.addWidget(IconLabel("chevron-right", 14))
        crumbs.addWidget(self._crumb, 1)
        crumbs.addWidget(Pill())
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(crumbs)
        layout.addWidget(self._pages, 1)
        self.set_compact(compact=False)

    def _record_page(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(self.sheet)
        head.addWidget(self.add)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.table)
        left.addWidget(self.tree_card, 1)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(left, 1)
        columns.addWidget(self.panel)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._tabs)
        column.addLayout(columns, 1)
        return page
