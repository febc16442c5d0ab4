"""Step 2: what an import would do: tiles, tabs, rows, and the button that does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.errors import NagariError
from nagari_kit.ui.letter_words import thousands
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

_FORMATS = {"opensid": "ekspor OpenSID"}
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
        self._rows = QStackedWidget()
        self._checked: CheckedFile | None = None
        self._page = QVBoxLayout()
        self.footer = StickyFooter()
        self.save = Button(self.tr("Simpan baris ditolak"), kind="secondary", icon="download")
        self.back = Button(self.tr("Berkas lain"), kind="secondary")
        self.go = Button(self.tr("Masukkan"), kind="primary", icon="check", key_hint="F9")
        self._build()
        self.tabs.current_changed.connect(self._show_tab)
        for verdict, tile in self.tiles.items():
            tile.clicked.connect(lambda wanted=verdict: self._turn_to(wanted))
        self.save.clicked.connect(self._ask_where)
        self.back.clicked.connect(self.restart_requested)
        self.go.clicked.connect(self.import_requested)

    def show_checked(self, file: CheckedFile) -> None:
        """Fill the page anew."""
        self._checked = file
        plan = file.plan
        self._banner.hide()
        self._file.setText(plan.file_name)
        kind = _FORMATS.get(plan.format, plan.format)
        seconds = f"{plan.seconds:.1f}".replace(".", ",")
        rows = thousands(len(plan.rows))
        self._about.setText(
            self.tr("{0}, {1} baris, diperiksa {2} detik").format(kind, rows, seconds)
        )
        homes = thousands(plan.new_households)
        notes = {
            "added": self.tr("di {0} KK baru").format(homes)
            if plan.new_households
            else self.tr("tidak ada KK baru"),
            "changed": self.tr("lihat nilai lama dan baru"),
            "unchanged": self.tr("tidak disentuh"),
            "refused": self.tr("tidak ikut masuk"),
        }
        for verdict, tile in self.tiles.items():
            tile.show_figure(thousands(plan.count(verdict)), notes[verdict])
        self.tiles["refused"].set_needs_work(plan.count("refused") > 0)
        self.tabs.set_tabs([(sheet.title, len(sheet.rows)) for sheet in file.sheets])
        first = next((place for place, sheet in enumerate(file.sheets) if sheet.rows), 0)
        self.tabs.set_current(first)
        self._show_tab(first)
        self._offer(file)

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

    def _offer(self, file: CheckedFile) -> None:
        refused = file.plan.count("refused")
        self.save.setVisible(refused > 0)
        self.save.setText(self.tr("Simpan {0} baris ditolak").format(thousands(refused)))
        self.go.setEnabled(file.to_write > 0)
        if file.to_write:
            self.go.setText(self.tr("Masukkan {0} baris").format(thousands(file.to_write)))
            words = self.tr(
                "Baris ditolak tidak ikut masuk. Semuanya masuk, atau tidak sama sekali."
            )
        else:
            self.go.setText(self.tr("Tidak ada yang baru"))
            words = self.tr("Baris yang bisa masuk sudah sama dengan data nagari.")
        self.footer.set_note(words, "info-circle")
        (self.go if file.to_write else self.back).setFocus()

    def _show_tab(self, place: int) -> None:
        if self._checked is None:
            return
        sheet = self._checked.sheets[place]
        self.model.show_sheet(sheet)
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
        card = Card()
        card.body.setSpacing(0)
        outer = card.layout()
        if outer is not None:
            outer.setContentsMargins(1, 6, 1, 8)
        self._rows.addWidget(self.table)
        self._rows.addWidget(
            EmptyState("check", self.tr("Tidak ada baris di sini"), self.tr("Lihat tab yang lain."))
        )
        card.body.addWidget(self.tabs)
        card.body.addWidget(self._rows, 1)
        page = self._page
        self.set_compact(compact=False)
        page.addLayout(line)
        page.addLayout(tiles)
        page.addWidget(self._banner)
        page.addWidget(card, 1)
        for button in (self.save, self.back, self.go):
            self.footer.add_button(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(page, 1)
        layout.addWidget(self.footer)
