"""The settings page: the list of sections at the left, the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.ui.screens.settings.about_section import AboutSection
from nagari_kit.ui.screens.settings.appearance_section import AppearanceSection
from nagari_kit.ui.screens.settings.areas_section import AreasSection
from nagari_kit.ui.screens.settings.holidays_section import HolidaysSection
from nagari_kit.ui.screens.settings.kop_section import KopSection
from nagari_kit.ui.screens.settings.letter_types_section import LetterTypesSection
from nagari_kit.ui.screens.settings.look_section import LookSection
from nagari_kit.ui.screens.settings.neighbours_section import NeighboursSection
from nagari_kit.ui.screens.settings.numbering_section import NumberingSection
from nagari_kit.ui.screens.settings.officers_section import OfficersSection
from nagari_kit.ui.style.fonts import scaled, ui_font

NAMES = (
    "tampilan",
    "kop",
    "halaman",
    "pejabat",
    "camat",
    "wilayah",
    "nomor",
    "jenis",
    "libur",
    "tentang",
)
_TITLES = (
    "Tampilan",
    "Kop dan kertas",
    "Halaman surat",
    "Pejabat",
    "Camat dan KAN",
    "Wilayah, suku",
    "Penomoran",
    "Jenis surat",
    "Hari libur",
    "Tentang",
)
_SAVED_BY_KEY = (
    KopSection,
    LookSection,
    OfficersSection,
    NeighboursSection,
    NumberingSection,
    HolidaysSection,
)
_LIST_WIDTH, _COMPACT_LIST_WIDTH = 204, 164


class SettingsView(QWidget):
    """`section_chosen` carries one of NAMES."""

    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.appearance = AppearanceSection()
        self.kop = KopSection()
        self.look = LookSection()
        self.officers = OfficersSection()
        self.neighbours = NeighboursSection()
        self.areas = AreasSection()
        self.numbering = NumberingSection()
        self.types = LetterTypesSection()
        self.holidays = HolidaysSection()
        self.about = AboutSection()
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setAccessibleName(self.tr("Bagian pengaturan"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections.addItems([self.tr(title) for title in _TITLES])
        self._stack = QStackedWidget()
        for section in (
            self.appearance,
            self.kop,
            self.look,
            self.officers,
            self.neighbours,
            self.areas,
            self.numbering,
            self.types,
            self.holidays,
            self.about,
        ):
            self._stack.addWidget(section)
        self._build()
        self.sections.currentRowChanged.connect(self._show)

    def choose(self, name: str) -> None:
        """Show a section of NAMES; an unknown one keeps what is shown."""
        place = NAMES.index(name) if name in NAMES else max(0, self.sections.currentRow())
        # A list that only got the focus has a current row that is not marked.
        mark = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.sections.setCurrentRow(place, mark)
        self.sections.setFocus()

    def current(self) -> str:
        """The name of the section that is shown."""
        return NAMES[max(0, self._stack.currentIndex())]

    def set_compact(self, *, compact: bool) -> None:
        """A narrower list."""
        self._left.setFixedWidth(scaled(_COMPACT_LIST_WIDTH) if compact else _LIST_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 saves the section that is shown."""
        if event.key() == Qt.Key.Key_F9:
            shown = self._stack.currentWidget()
            if isinstance(shown, _SAVED_BY_KEY):
                shown.submit()
            return
        super().keyPressEvent(event)

    def _show(self, place: int) -> None:
        if place >= 0:
            for row in range(self.sections.count()):
                self.sections.item(row).setFont(ui_font(14, 600 if row == place else 500))
            self._stack.setCurrentIndex(place)
            self.section_chosen.emit(NAMES[place])

    def _build(self) -> None:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 18, 0, 12)
        column.setSpacing(8)
        title = QLabel(self.tr("Pengaturan"))
        title.setObjectName("screenTitle")
        title.setContentsMargins(24, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.sections, 1)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(rule)
        row.addWidget(self._stack, 1)
        self.set_compact(compact=False)
