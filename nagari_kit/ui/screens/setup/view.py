"""The full window of the first set-up: rail, the step that is due, preview, footer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.setup.form_steps import KopStep, OfficersStep
from nagari_kit.ui.screens.setup.passphrase_step import PassphraseStep
from nagari_kit.ui.screens.setup.print_step import PrintStep
from nagari_kit.ui.screens.setup.rail import SetupRail
from nagari_kit.ui.screens.setup.region_step import RegionStep
from nagari_kit.ui.screens.setup.steps import Step
from nagari_kit.ui.widgets import Button, StickyFooter

REGION, KOP, OFFICERS, PASSPHRASE, PRINT = range(5)
_RAIL = (
    ("Pilih nagari", "Nama dan kode wilayah"),
    ("Kop dan logo", "Wajah setiap surat"),
    ("Pejabat", "Siapa menandatangani"),
    ("Kata sandi", "Kunci data nagari"),
    ("Uji cetak", "Penggaris 100 mm"),
)
_NEXT = (
    "Lanjut ke kop",
    "Lanjut ke pejabat",
    "Lanjut ke kata sandi",
    "Buat kantor",
    "Mulai bekerja",
)
FORM_WIDTH = 600
COMPACT_FORM_WIDTH = 560


class SetupView(QWidget):
    """Emits `next_requested` and `back_requested`; the steps emit their own wishes."""

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = SetupRail(_RAIL)
        self.region = RegionStep()
        self.kop = KopStep()
        self.officers = OfficersStep()
        self.passphrase = PassphraseStep()
        self.printing = PrintStep()
        self.preview = PreviewPane(runner, self.tr("Pratinjau kop"))
        self.steps: tuple[Step, ...] = (
            self.region, self.kop, self.officers, self.passphrase, self.printing,
        )  # fmt: skip
        self._pages = QStackedWidget()
        for step in self.steps:
            self._pages.addWidget(step)
        self.footer = StickyFooter()
        self.back = Button(self.tr("Kembali"), kind="secondary", key_hint="Esc")
        self.forward = Button(self.tr(_NEXT[0]), kind="primary", icon="arrow-right", key_hint="F9")
        self._form = QWidget()
        self._welcome = self._welcome_page()
        self._side = QStackedWidget()
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.next_requested)
        self.region.confirmed.connect(self.next_requested)
        self.passphrase.confirmed.connect(self.next_requested)

    @property
    def current(self) -> int:
        """The step that is shown."""
        return self._pages.currentIndex()

    def show_step(self, place: int) -> None:
        """Change to a step; the caret goes where one begins."""
        self.rail.set_current(place)
        self._pages.setCurrentIndex(place)
        self._side.setCurrentIndex(0 if place == REGION else 1)
        self.preview.bar.set_title(
            self.tr("Halaman uji") if place == PRINT else self.tr("Pratinjau kop")
        )
        # What is made is made: no way back into the passphrase.
        self.back.setVisible(0 < place < PRINT)
        self.forward.setText(self.tr(_NEXT[place]))
        self.footer.set_note(self.tr("Langkah {0} dari {1}").format(place + 1, len(self.steps)), "")
        self.set_busy(busy=False)
        self.steps[place].focus_first()

    def set_busy(self, *, busy: bool, words: str = "") -> None:
        """While something is being written nothing may change."""
        for part in (self._pages, self.back, self.forward):
            part.setEnabled(not busy)
        self.forward.setText(words if busy and words else self.tr(_NEXT[self.current]))

    def set_compact(self, *, compact: bool) -> None:
        """Narrower rail and form; the preview keeps the rest."""
        self.rail.set_compact(compact=compact)
        self._form.setFixedWidth(COMPACT_FORM_WIDTH if compact else FORM_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 goes on, Esc goes back, Enter goes on from a line."""
        if event.key() == Qt.Key.Key_F9:
            self.forward.click()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _welcome_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("previewDesk")
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 40, 40, 40)
        column.addStretch(1)
        title = QLabel(self.tr("Selamat datang"))
        title.setObjectName("screenTitle")
        words = QLabel(
            self.tr(
                "Penyiapan ini selesai dalam lima langkah, sekitar sepuluh menit.\n\n"
                "Siapkan: gambar lambang kabupaten, nama wali nagari dan sekretaris beserta "
                "gelarnya, dan selembar kertas untuk menulis kata sandi.\n\n"
                "Program bekerja penuh tanpa internet."
            )
        )
        words.setWordWrap(True)
        words.setObjectName("secondary")
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(words)
        column.addStretch(2)
        return page

    def _build(self) -> None:
        self.footer.add_button(self.back)
        self.footer.add_button(self.forward)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.footer)
        self._side.addWidget(self._welcome)
        self._side.addWidget(self.preview)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.rail, self._form, rule):
            row.addWidget(part)
        row.addWidget(self._side, 1)
        self.set_compact(compact=False)
