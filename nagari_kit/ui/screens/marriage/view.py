"""The frame of the marriage set: five steps, the sheets at the right, what is safe below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.domain.marriage import Caution, FormNeed, Side
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.marriage.other_steps import AkadStep, FinishStep, ParentsStep
from nagari_kit.ui.screens.marriage.sheet_desk import Sheet, SheetDesk, listed
from nagari_kit.ui.screens.marriage.side_step import SideStep
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets import (
    Banner,
    Button,
    ErrorSummary,
    StepLine,
    StickyFooter,
    WorkTopBar,
)

PANE_WIDTH = 600
COMPACT_PANE_WIDTH = 540
_STEPS = ("Calon suami", "Calon istri", "Orang tua", "Akad", "Cetak")
LAST = len(_STEPS) - 1


class MarriageView(QWidget):
    """`step_wanted` carries +1 or -1; on the last step forward is `issue_wanted`."""

    step_wanted = Signal(int)
    issue_wanted = Signal()
    error_chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("marriage")
        self.steps = StepLine([self.tr(one) for one in _STEPS])
        self.top = WorkTopBar(self.tr("Pengantar nikah"), self.steps)
        self.sides = {side: SideStep(side) for side in Side}
        self.parents = ParentsStep()
        self.akad = AkadStep()
        self.finish = FinishStep()
        self.caution = Banner("warn", "", "")
        self.errors = ErrorSummary()
        self.pages = QStackedWidget()
        for page in (*self.sides.values(), self.parents, self.akad, self.finish):
            self.pages.addWidget(page)
        self.footer = StickyFooter()
        self.back = Button(self.tr("Kembali"))
        self.forward = Button(self.tr("Lanjut"), kind="primary", key_hint="F9")
        self.desk = SheetDesk()
        self.reader = PreviewPane(shell.runner, self.tr("Lembar"))
        self._count = QLabel()
        self._count.setObjectName("previewTitle")
        self._all = Button(self.tr("Semua lembar"), kind="ghost", icon="arrow-left")
        self._right = QStackedWidget()
        self._left = QWidget()
        self._is_over = False
        self._build()
        self.set_compact(compact=False)
        self.caution.hide()
        self._all.clicked.connect(self._show_desk)
        self.desk.opened.connect(self.read)
        self.errors.link_activated.connect(self.error_chosen)
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.forward.clicked.connect(self._go_forward)

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self.pages.currentIndex()

    def show_step(self, place: int, sheets: int, *, is_over: bool = False) -> None:
        """Another step; `sheets` are to be printed."""
        self._is_over = is_over
        self.pages.setCurrentIndex(place)
        self.steps.set_current(place)
        following = (
            self.tr("Lanjut ke calon istri"),
            self.tr("Lanjut ke orang tua"),
            self.tr("Lanjut ke akad"),
            self.tr("Lanjut ke cetak"),
            self.tr("Beri nomor && cetak {0} lembar").format(sheets),
        )
        self.forward.setText(self.tr("Cetak lagi") if is_over else following[place])
        self.back.setText(self.tr("Selesai") if is_over else self.tr("Kembali"))

    def focus_step(self) -> None:
        """The caret where the step begins."""
        page = self.pages.currentWidget()
        if isinstance(page, SideStep | ParentsStep | AkadStep | FinishStep):
            page.focus()

    def show_cautions(self, cautions: Sequence[Caution]) -> None:
        """What to look at twice; nothing is stopped by it."""
        self.caution.setVisible(bool(cautions))
        if cautions:
            title = " ".join(one.title for one in cautions)
            text = " ".join(one.sentence for one in cautions)
            self.caution.show_words("warn", title, text)

    def show_needs(self, needs: Sequence[FormNeed]) -> None:
        """How many sheets there will be, and which."""
        count = sum(one.is_needed for one in needs)
        self._count.setText(self.tr("Satu berkas, {0} surat").format(count))
        if not self._is_over:
            self.finish.show_needs(needs)
            self.show_step(self.step, count)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """The pictures."""
        self.desk.show_sheets(listed(sheets))

    def read(self, sheet: Sheet) -> None:
        """One page at the width of the room."""
        self.reader.show_pdf(sheet.pdf, from_start=True)
        self._right.setCurrentIndex(1)
        self._all.show()

    def set_busy(self, *, busy: bool) -> None:
        """Numbers are being given."""
        for part in (self.pages, self.back, self.forward):
            part.setEnabled(not busy)

    def set_compact(self, *, compact: bool) -> None:
        """Narrower form."""
        self._left.setFixedWidth(COMPACT_PANE_WIDTH if compact else PANE_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 goes on, Esc back; wherever the focus is."""
        if event.key() == Qt.Key.Key_F9:
            self.forward.click()
        elif event.key() == Qt.Key.Key_Escape:
            (self._all if self._right.currentIndex() else self.back).click()
        else:
            super().keyPressEvent(event)

    def _go_forward(self) -> None:
        if self.step == LAST:
            self.issue_wanted.emit()
        else:
            self.step_wanted.emit(1)

    def _show_desk(self) -> None:
        self._right.setCurrentIndex(0)
        self._all.hide()

    def _build(self) -> None:
        self.footer.add_button(self.back)
        self.footer.add_button(self.forward)
        notices = QVBoxLayout()
        notices.setContentsMargins(28, 12, 24, 4)
        notices.addWidget(self.caution)
        notices.addWidget(self.errors)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(notices)
        left.addWidget(self.pages, 1)
        left.addWidget(self.footer)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 8, 16, 0)
        bar.addWidget(self._count)
        bar.addStretch(1)
        bar.addWidget(self._all)
        self._all.hide()
        self._right.addWidget(self.desk)
        self._right.addWidget(self.reader)
        right = QVBoxLayout()
        right.addLayout(bar)
        right.addWidget(self._right, 1)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(rule)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(row, 1)
