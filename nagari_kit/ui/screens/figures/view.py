"""The page of figures: head, tabs, month and sub-area, and below what the tab shows."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.figures import FiguresChoices
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.errors import NagariError
from nagari_kit.ui.errors import sentence_of
from nagari_kit.ui.screens.figures.figure_words import months_back, period_words
from nagari_kit.ui.screens.figures.lampid_page import LampidPage
from nagari_kit.ui.screens.figures.summary_page import SummaryPage
from nagari_kit.ui.screens.figures.tab_plan import TABS
from nagari_kit.ui.screens.figures.trait_page import TraitPage
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    Banner,
    BusyLine,
    Button,
    ComboInput,
    EmptyState,
    PageHead,
    ScrollPage,
    Tabs,
)

MONTHS_OFFERED = 24
_SIDE = 24
_MONTH_WIDTH, _JORONG_WIDTH = 180, 172


class FiguresView(QWidget):
    """Emits wishes only. `opened` carries a NamesWish."""

    choice_changed = Signal()
    opened = Signal(object)
    print_requested = Signal()
    sheet_requested = Signal()
    retry_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(self.tr("Laporan kependudukan"))
        self.sheet = Button(self.tr("Ekspor XLSX"), kind="secondary", icon="table-export")
        self.sheet.setToolTip(self.tr("Angka saja, tanpa nama (Ctrl+E)"))
        self.print = Button(self.tr("Cetak"), kind="secondary", icon="printer")
        self.print.setToolTip(self.tr("Lihat, cetak atau simpan PDF (Ctrl+P)"))
        self.tabs = Tabs([tab.title for tab in TABS])
        self.period = ComboInput()
        self.period.setAccessibleName(self.tr("Bulan atau tahun"))
        self.jorong = ComboInput()
        self.note = Banner("warn", "", "")
        self.trouble = Banner("err", "", "", self.tr("Coba lagi"))
        self.summary = SummaryPage()
        self.lampid = LampidPage()
        self.traits = [TraitPage([one.title for one in tab.traits]) for tab in TABS[2:]]
        self.busy = BusyLine(self.tr("Menghitung penduduk …"))
        self.nobody = EmptyState(
            "users",
            self.tr("Belum ada penduduk"),
            self.tr("Angka muncul begitu data penduduk masuk, misalnya dari berkas Excel."),
            self.tr("Impor penduduk"),
        )
        self._all_pages: tuple[QWidget, ...] = (
            self.busy,
            self.summary,
            self.lampid,
            *self.traits,
            self.nobody,
        )
        self._build()
        self._connect()

    def offer(self, choices: FiguresChoices) -> None:
        """Months, years and sub-areas; what was chosen stays."""
        with QSignalBlocker(self.period):
            chosen = self.period.currentData()
            self.period.clear()
            months = months_back(choices.today, MONTHS_OFFERED)
            years = sorted({one.start.year for one in months}, reverse=True)
            for one in (*months, *(RegisterPeriod.year(year) for year in years)):
                self.period.addItem(period_words(one), one)
            self.period.insertSeparator(len(months))
            # The line between months and years holds nothing, as does a choice not made yet.
            kept = self.period.findData(chosen) if chosen is not None else 0
            self.period.setCurrentIndex(max(0, kept))
        word = choices.area_word
        self.jorong.setAccessibleName(word.capitalize())
        with QSignalBlocker(self.jorong):
            area = self.jorong.currentData()
            self.jorong.clear()
            self.jorong.addItem(self.tr("Semua {0}").format(word), None)
            for place in choices.jorong:
                self.jorong.addItem(place.name, place.id)
            self.jorong.setCurrentIndex(max(0, self.jorong.findData(area)))

    def choose_tab(self, place: int) -> None:
        """Choose a tab without telling."""
        with QSignalBlocker(self.tabs):
            self.tabs.set_current(place)

    def wanted_period(self) -> RegisterPeriod | None:
        """The month or year; None while nothing is offered yet."""
        period: RegisterPeriod | None = self.period.currentData()
        return period

    def wanted_jorong(self) -> JorongId | None:
        """The sub-area, None for all."""
        jorong: JorongId | None = self.jorong.currentData()
        return jorong

    def show_page(self, place: int) -> None:
        """What belongs to a tab, from its top."""
        page = (self.summary, self.lampid, *self.traits)[place]
        self.trouble.hide()
        self._show(page)
        self._enable(is_ready=True)

    def show_counting(self) -> None:
        """Numbers are being read; those of before stay until then."""
        self._enable(is_ready=False)
        self.head.set_subtitle(self.tr("Menghitung …"))

    def show_nobody(self) -> None:
        """No resident has been recorded yet."""
        self.trouble.hide()
        self.note.hide()
        self._show(self.nobody)
        self._enable(is_ready=False)
        self.head.set_subtitle(self.tr("Belum ada penduduk"))

    def show_trouble(self, error: NagariError) -> None:
        """Numbers could not be read."""
        self._enable(is_ready=False)
        self.head.set_subtitle(self.tr("Angka belum bisa dihitung."))
        self.trouble.show_words("err", error.user_message, sentence_of(error))
        self.trouble.show()

    def show_note(self, title: str, text: str) -> None:
        """What must be known to read these numbers; "" for nothing."""
        self.note.show_words("warn", title, text)
        self.note.setVisible(bool(title))

    def set_compact(self, *, compact: bool) -> None:
        """Less air, one card under the other."""
        self._is_compact = compact
        self.sheet.setText(self.tr("XLSX") if compact else self.tr("Ekspor XLSX"))
        self.summary.set_compact(compact=compact)
        top = 12 if compact else 18
        self.head.setContentsMargins(_SIDE, top, _SIDE, 2 if compact else 6)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs and choices share a line where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+E exports."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        buttons = {Qt.Key.Key_P: self.print, Qt.Key.Key_E: self.sheet}
        button = buttons.get(Qt.Key(event.key())) if control else None
        if button is not None and button.isEnabled():
            button.click()
        else:
            super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        """One page at a time; not a stack, which is as high as its highest page."""
        if page.isHidden():
            for one in self._all_pages:
                one.setVisible(one is page)
            self._scroll.verticalScrollBar().setValue(0)
        self._arrange()

    def _enable(self, *, is_ready: bool) -> None:
        self.print.setEnabled(is_ready)
        self.sheet.setEnabled(is_ready)

    def _arrange(self) -> None:
        room = self.width() - 2 * _SIDE
        for combo, width in ((self.period, _MONTH_WIDTH), (self.jorong, _JORONG_WIDTH)):
            combo.setFixedWidth(scaled(width))
        needed = self.tabs.sizeHint().width() + scaled(_MONTH_WIDTH + _JORONG_WIDTH) + 24
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if needed <= room else ways.TopToBottom)
        self.summary.arrange(room)

    def _build(self) -> None:
        self._is_compact = False
        self.head.add_widget(self.sheet)
        self.head.add_widget(self.print)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.period)
        choices.addWidget(self.jorong)
        choices.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._line.setSpacing(10)
        self._line.addWidget(self.tabs, 1)
        self._line.addLayout(choices)
        content = QVBoxLayout()
        content.setSpacing(12)
        content.addWidget(self.trouble)
        content.addWidget(self.note)
        for page in self._all_pages:
            content.addWidget(page, 1)
        self._scroll = ScrollPage(content, QMargins(_SIDE, 12, _SIDE, 18))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addLayout(self._line)
        layout.addWidget(self._scroll, 1)
        for part in (self.note, self.trouble, *self._all_pages[1:]):
            part.hide()
        self._enable(is_ready=False)
        self.set_compact(compact=False)

    def _connect(self) -> None:
        self.summary.opened.connect(self.opened)
        self.lampid.opened.connect(self.opened)
        for page in self.traits:
            page.opened.connect(self.opened)
        self.tabs.current_changed.connect(lambda _at: self.choice_changed.emit())
        self.period.currentIndexChanged.connect(lambda _at: self.choice_changed.emit())
        self.jorong.currentIndexChanged.connect(lambda _at: self.choice_changed.emit())
        self.lampid.choice_changed.connect(self.choice_changed)
        self.print.clicked.connect(self.print_requested)
        self.sheet.clicked.connect(self.sheet_requested)
        self.trouble.action_requested.connect(self.retry_requested)
        self.nobody.action_requested.connect(self.import_requested)
