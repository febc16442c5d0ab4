"""Step 3: what an import would do: tiles, tabs, rows to mend, and the button that does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.resident_import.mend_model import MendModel
from nagari_kit.ui.screens.resident_import.mend_table import MendTable
from nagari_kit.ui.screens.resident_import.sheets import TITLES, CheckedFile
from nagari_kit.ui.screens.resident_import.table_model import SheetModel
from nagari_kit.ui.widgets import (
    Banner,
    Button,
    Card,
    Chip,
    ColumnPlan,
    DataTable,
    ElidedLabel,
    EmptyState,
    IconLabel,
    ResultTile,
    StickyFooter,
    Tabs,
)

_COLUMNS = ColumnPlan(
    {0: 76, 1: 260, 2: 160, 3: 200}, stretch=4, least=270, yielding=((1, 210), (3, 160), (2, 120))
)
"""Every sheet has five columns; what is wrong stands in the last."""


class CheckPage(QWidget):
    """Emits wishes; `save_requested` carries a Path."""

    import_requested = Signal()
    restart_requested = Signal()
    save_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ElidedLabel()
        self._file.setObjectName("rowTitle")
        self._about = QLabel()
        self._about.setObjectName("secondary")
        self.tiles = {
            "added": ResultTile("user-plus", "ok", self.tr("ditambah")),
            "changed": ResultTile("pencil", "info", self.tr("berubah")),
            "unchanged": ResultTile("check", "neutral", self.tr("sama")),
            "refused": ResultTile("alert-triangle", "err", self.tr("ditolak")),
        }
        self._banner = Banner("err", "", "")
        self._banner.hide()
        self.tabs = Tabs([], indent=18)
        self.model = SheetModel()
        self.table = DataTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Baris berkas"))
        self.mend_model = MendModel()
        self.grid = MendTable(self.mend_model)
        self.grid.setAccessibleName(self.tr("Baris ditolak, sel dapat diperbaiki"))
        self._mended = Chip("", "ok", "circle-check")
        self._mended.hide()
        self._hint = QLabel(self.tr("F8 ke sel salah berikutnya"))
        self._hint.setObjectName("hint")
        self._rows = QStackedWidget()
        self._checked: CheckedFile | None = None
        self._page = QVBoxLayout()
        self.footer = StickyFooter()
        self.save = Button(self.tr("Unduh baris ditolak"), kind="secondary", icon="download")
        self.back = Button(self.tr("Berkas lain"), kind="secondary")
        self.go = Button(self.tr("Masukkan"), kind="primary", icon="check", key_hint="F9")
        self._build()
        self.tabs.current_changed.connect(self._show_tab)
        for verdict, tile in self.tiles.items():
            tile.clicked.connect(lambda wanted=verdict: self._turn_to(wanted))
        self.save.clicked.connect(self._ask_where)
        self.back.clicked.connect(self.restart_requested)
        self.go.clicked.connect(self.import_requested)
        self.grid.selectionModel().currentRowChanged.connect(
            lambda now, _before: self._left_row(now.row())
        )
        self.mend_model.mended.connect(lambda _cell: self.go.setEnabled(False))

    def show_checked(self, file: CheckedFile) -> None:
        """Fill the page anew."""
        self._checked = file
        plan = file.plan
        self._banner.hide()
        self._file.setText(plan.file_name)
        seconds = f"{plan.seconds:.1f}".replace(".", ",")
        rows = thousands(len(plan.rows))
        self._about.setText(
            self.tr("{0}, {1} baris, diperiksa {2} detik").format(plan.layout, rows, seconds)
        )
        self.mend_model.begin(plan)
        self._count(file)
        first = next((place for place, sheet in enumerate(file.sheets) if sheet.rows), 0)
        self.tabs.set_current(first)
        self._show_tab(first)
        self._offer(file)
        if plan.count("refused"):
            self.grid.go_to_fault()

    def show_mended(self, file: CheckedFile) -> None:
        """A cell was mended and everything judged anew: figures count at once."""
        self._checked = file
        self.mend_model.renew(file.plan)
        self.mend_model.leave(self.grid.currentIndex().row())
        self._count(file)
        self._offer(file, focus=False)
        self._show_tab(self.tabs.current())

    def show_not_mended(self) -> None:
        """The cell could not be judged."""
        self.mend_model.give_up()
        if self._checked is not None:
            self._offer(self._checked, focus=False)

    def go_to_fault(self) -> None:
        """To the next wrong cell, on the tab that has them."""
        self._turn_to("refused")
        waits = not self.grid.hasFocus() and self.mend_model.has_fault(self.grid.currentIndex())
        self.grid.setFocus()
        if not waits:
            self.grid.go_to_fault()

    def _left_row(self, now: int) -> None:
        """What is right leaves when the cursor does; not while the table is moving."""
        QTimer.singleShot(0, self, lambda: self.mend_model.leave(now))

    def _count(self, file: CheckedFile) -> None:
        plan = file.plan
        homes = thousands(plan.new_households)
        mended = self.mend_model.mended_count()
        notes = {
            "added": self.tr("di {0} KK baru").format(homes)
            if plan.new_households
            else self.tr("tidak ada KK baru"),
            "changed": self.tr("lihat nilai lama dan baru"),
            "unchanged": self.tr("tidak disentuh"),
            "refused": self._refused_note(plan.count("refused"), mended),
        }
        for verdict, tile in self.tiles.items():
            tile.show_figure(thousands(plan.count(verdict)), notes[verdict])
        self.tiles["refused"].set_needs_work(plan.count("refused") > 0)
        current = self.tabs.current()
        self.tabs.set_tabs([(sheet.title, len(sheet.rows)) for sheet in file.sheets])
        self.tabs.set_current(min(max(current, 0), len(file.sheets) - 1))
        self._mended.setVisible(mended > 0)
        words = self.tr("{0} diperbaiki").format(thousands(mended))
        self._mended.show_words(words, "ok", "circle-check")

    def _refused_note(self, refused: int, mended: int) -> str:
        if mended:
            return self.tr("perbaiki di sini, {0} sudah").format(thousands(mended))
        return self.tr("perbaiki di sini") if refused else self.tr("semua dapat masuk")

    def set_compact(self, *, compact: bool) -> None:
        """Smaller margins."""
        left, top, right, bottom = (20, 8, 20, 8) if compact else (24, 14, 18, 12)
        self._page.setContentsMargins(left, top, right, bottom)
        self._page.setSpacing(8 if compact else 12)

    def show_refusal(self, error: NagariError) -> None:
        """The import failed; nothing of it was written."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._banner.show_words("err", error.user_message, words)
        self._banner.show()

    def show_stopped(self) -> None:
        """The officer stopped the import."""
        self._banner.show_words(
            "info", self.tr("Dihentikan."), self.tr("Tidak ada satu baris pun yang masuk.")
        )
        self._banner.show()

    def _offer(self, file: CheckedFile, *, focus: bool = True) -> None:
        refused = file.plan.count("refused")
        self.save.setVisible(refused > 0)
        self.save.setText(self.tr("Unduh {0} baris ditolak").format(thousands(refused)))
        self.go.setEnabled(file.to_write > 0)
        if file.to_write:
            self.go.setText(self.tr("Masukkan {0} baris").format(thousands(file.to_write)))
            words = self.tr(
                "Baris ditolak tidak ikut masuk. Sesudah masuk, satu tombol mengurungkan semuanya."
            )
        elif refused and not file.plan.count("unchanged"):
            self.go.setText(self.tr("Tidak ada yang bisa masuk"))
            words = self.tr("Semua baris ditolak. Perbaiki selnya di sini, atau berkasnya.")
        else:
            self.go.setText(self.tr("Tidak ada yang baru"))
            words = self.tr("Baris yang bisa masuk sudah sama dengan data nagari.")
        self.footer.set_note(words, "info-circle")
        if focus:
            (self.go if file.to_write else self.back).setFocus()

    def _show_tab(self, place: int) -> None:
        if self._checked is None:
            return
        sheet = self._checked.sheets[place]
        is_grid = sheet.title == TITLES["refused"]
        self._hint.setVisible(is_grid and bool(sheet.rows))
        if is_grid and self.mend_model.rowCount():
            self._rows.setCurrentWidget(self.grid)
            return
        self.model.show_sheet(sheet)
        if sheet.headings:
            self.table.follow_plan(_COLUMNS)
        self._rows.setCurrentIndex(0 if sheet.rows else 1)

    def _turn_to(self, verdict: str) -> None:
        """A tile leads to its rows."""
        titles = [sheet.title for sheet in self._checked.sheets] if self._checked else []
        if TITLES[verdict] in titles:
            place = titles.index(TITLES[verdict])
            self.tabs.set_current(place)
            self._show_tab(place)

    def _ask_where(self) -> None:
        name = Path(self._file.text()).stem
        proposal = Path.home() / f"{name} - ditolak.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Simpan baris ditolak"), str(proposal), self.tr("Excel (*.xlsx)")
        )
        if chosen:
            self.save_requested.emit(Path(chosen))

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("file-spreadsheet", 18))
        line.addWidget(self._file)
        line.addWidget(self._about)
        line.addStretch(1)
        line.addWidget(Chip(self.tr("Uji coba, belum ada yang berubah"), "gold", "info-circle"))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        page = self._page
        self.set_compact(compact=False)
        page.addLayout(line)
        page.addLayout(tiles)
        page.addWidget(self._banner)
        page.addWidget(self._card(), 1)
        for button in (self.save, self.back, self.go):
            self.footer.add_button(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(page, 1)
        layout.addWidget(self.footer)

    def _card(self) -> Card:
        card = Card()
        card.body.setSpacing(0)
        outer = card.layout()
        if outer is not None:
            outer.setContentsMargins(1, 6, 1, 8)
        self._rows.addWidget(self.table)
        self._rows.addWidget(
            EmptyState("check", self.tr("Tidak ada baris di sini"), self.tr("Lihat tab yang lain."))
        )
        self._rows.addWidget(self.grid)
        corner = QHBoxLayout()
        corner.setContentsMargins(0, 0, 16, 6)
        corner.setSpacing(10)
        corner.addStretch(1)
        corner.addWidget(self._mended)
        corner.addWidget(self._hint)
        head = QGridLayout()
        head.addWidget(self.tabs, 0, 0)
        head.addLayout(corner, 0, 0)
        card.body.addLayout(head)
        card.body.addWidget(self._rows, 1)
        return card
