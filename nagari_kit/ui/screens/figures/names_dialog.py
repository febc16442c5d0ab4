"""The names behind a number: a list over the page, from which one goes to the person."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.figures import PeopleBehind
from nagari_kit.errors import NagariError
from nagari_kit.ui.errors import sentence_of
from nagari_kit.ui.screens.figures.grids import NamesWish
from nagari_kit.ui.screens.figures.names_model import NamePage, NamesModel
from nagari_kit.ui.screens.figures.names_reading import headings
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    Banner,
    BusyLine,
    Button,
    ColumnPlan,
    DataTable,
    EmptyState,
    FormDialog,
)
from nagari_kit.ui.widgets.dialogs import WIDTH

_WIDE = 800
_PEOPLE_PLAN = ColumnPlan({1: 184, 2: 56, 3: 76, 4: 150}, 0, 200, ((4, 90), (2, 0), (3, 64)))
_FLOW_PLAN = ColumnPlan({1: 170, 2: 116, 3: 126}, 0, 200, ((3, 0), (1, 120)))
_AROUND = 250
"""What head, foot and margins of the dialog take at the usual size of letters."""


class NamesDialog(FormDialog):
    """`person_wanted` carries a ResidentId. Enter opens a person, Esc closes."""

    person_wanted = Signal(object)
    sheet_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, wish: NamesWish, parent: QWidget) -> None:
        about = f"{wish.about[:1].upper()}{wish.about[1:]}"
        super().__init__(parent, icon="users", kind="pri", title=wish.title, subtitle=about)
        self.wish = wish
        window = parent.window()
        self.setFixedWidth(max(scaled(WIDTH), min(scaled(_WIDE), window.width() - 60)))
        names = headings(wish.behind)
        self.model = NamesModel(names, self)
        self.table = DataTable()
        self.table.setAccessibleName(self.tr("Nama: {0}").format(wish.title))
        self.table.setModel(self.model)
        self.table.follow_plan(
            _PEOPLE_PLAN if isinstance(wish.behind, PeopleBehind) else _FLOW_PLAN
        )
        self.count = QLabel()
        self.count.setObjectName("secondary")
        self.busy = BusyLine(self.tr("Membaca nama …"))
        self.nobody = EmptyState(
            "mood-empty",
            self.tr("Tidak ada nama"),
            self.tr("Peristiwanya sudah diurungkan, jadi jumlahnya kembali seperti semula."),
        )
        self.trouble = Banner("err", "", "", self.tr("Coba lagi"))
        self.sheet = Button(self.tr("Ekspor XLSX"), kind="secondary", icon="table-export")
        self.close_button = Button(self.tr("Tutup"), kind="secondary", key_hint="Esc")
        self._build(min(scaled(430), window.height() - scaled(_AROUND)))
        self._connect()

    def show_page(self, page: NamePage) -> None:
        """Names arrived."""
        is_first = self.model.rowCount() == 0
        self.model.put(page)
        self.trouble.hide()
        self._stack.setCurrentWidget(self.table if page.total else self.nobody)
        self.sheet.setEnabled(page.total > 0)
        masked = isinstance(self.wish.behind, PeopleBehind)
        words = self.tr("{0} orang, NIK disamarkan") if masked else self.tr("{0} nama")
        self.count.setText(words.format(grouped(page.total)) if page.total else "")
        if is_first and page.total:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()

    def show_trouble(self, error: NagariError) -> None:
        """Names could not be read."""
        self.trouble.show_words("err", error.user_message, sentence_of(error))
        self.trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+E exports."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_E and self.sheet.isEnabled():
            self.sheet.click()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.accept()
            self.person_wanted.emit(line.resident_id)

    def _connect(self) -> None:
        self.table.activated.connect(self._open)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.close_button.clicked.connect(self.reject)
        self.trouble.action_requested.connect(self.retry_wanted)

    def _build(self, height: int) -> None:
        pane = QWidget()
        pane.setFixedHeight(max(190, height))
        self._stack = QStackedLayout(pane)
        for part in (self.busy, self.table, self.nobody):
            self._stack.addWidget(part)
        self.body.addWidget(self.trouble)
        self.body.addWidget(pane)
        self.trouble.hide()
        self.sheet.setEnabled(False)
        self.sheet.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self._foot.insertWidget(0, self.count, 1)
        self.add_button(self.sheet)
        self.add_button(self.close_button)
