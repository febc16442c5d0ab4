"""The frame of the letter screen: steps on top, the step that is due, preview at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.domain.letters import LetterType
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.letter_issue.form_step import FormStep
from nagari_kit.ui.screens.letter_issue.resident_step import ResidentStep
from nagari_kit.ui.screens.letter_issue.result_step import ResultStep
from nagari_kit.ui.screens.letter_issue.type_step import TypeStep
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets import BusyLine, StepLine, WorkTopBar

PANE_WIDTH = 600
COMPACT_PANE_WIDTH = 540
_STEPS = ("Warga", "Jenis surat", "Isi data", "Cetak")


class LetterIssueView(QWidget):
    """Four steps; the form and the result share the work page with the preview."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterIssue")
        self.steps = StepLine([self.tr(step) for step in _STEPS])
        self.top = WorkTopBar(self.tr("Buat surat"), self.steps)
        self.preview = PreviewPane(shell.runner, self.tr("Pratinjau langsung"))
        self.residents = ResidentStep()
        self.types = TypeStep()
        self.form = FormStep(self.preview)
        self.result = ResultStep(self.preview)
        self._left = QStackedWidget()
        self._left.addWidget(self.form)
        self._left.addWidget(self.result)
        self._waiting = BusyLine(self.tr("Menyiapkan …"))
        self._pages = QStackedWidget()
        self._work = self._work_page()
        for page in (self._waiting, self.residents, self.types, self._work):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self._pages, 1)
        self.set_compact(compact=False)

    def show_waiting(self) -> None:
        """Data is being read; words appear only when it takes long."""
        self._pages.setCurrentWidget(self._waiting)

    def show_residents(self, kind: LetterType | None) -> None:
        """Step 1, for a type that may be chosen already."""
        self.top.set_title(kind.title if kind is not None else self.tr("Buat surat"))
        anybody = kind is not None and kind.subject == "bebas"
        self.residents.offer_other_ways(types=kind is None, outsider=anybody)
        self.steps.set_current(0)
        self._pages.setCurrentWidget(self.residents)

    def show_types(self) -> None:
        """Step 2."""
        self.top.set_title(self.tr("Buat surat"))
        self.steps.set_current(1)
        self._pages.setCurrentWidget(self.types)

    def show_form(self, title: str) -> None:
        """Step 3."""
        self.top.set_title(title)
        self.steps.set_current(2)
        self.preview.clear()
        self.preview.bar.set_title(self.tr("Pratinjau langsung"))
        self._left.setCurrentWidget(self.form)
        self._pages.setCurrentWidget(self._work)

    def show_result(self, title: str) -> None:
        """Step 4; the desk shows the filed document."""
        self.top.set_title(title)
        self.steps.set_current(3)
        self.preview.highlight("")
        self.preview.bar.set_title(self.tr("Surat yang tersimpan"))
        self._left.setCurrentWidget(self.result)
        self._pages.setCurrentWidget(self._work)

    def is_choosing_resident(self) -> bool:
        """Whether step 1 is shown."""
        return self._pages.currentWidget() is self.residents

    def set_compact(self, *, compact: bool) -> None:
        """Narrower form pane."""
        self._left.setFixedWidth(COMPACT_PANE_WIDTH if compact else PANE_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 to F9 are the form's, Esc goes one step back, Ctrl+P prints; wherever the focus is."""
        page, left = self._pages.currentWidget(), self._left.currentWidget()
        key = event.key()
        of_form = self._of_form(key) if page is self._work and left is self.form else None
        if of_form is not None:
            of_form.click()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif left is self.result and page is self._work and _is_print(event):
            self.result.print.click()
        else:
            super().keyPressEvent(event)

    def _of_form(self, key: int) -> QAbstractButton | None:
        """Papers all there, number and date, issue."""
        form = self.form
        buttons = {
            Qt.Key.Key_F7: form.requirements.all,
            Qt.Key.Key_F8: form.filing.change,
            Qt.Key.Key_F9: form.issue,
        }
        button = buttons.get(Qt.Key(key))
        return button if button is not None and not button.isHidden() else None

    def _go_back(self) -> None:
        page = self._pages.currentWidget()
        if page is self.residents:
            self.residents.back_requested.emit()
        elif page is self.types:
            self.types.change_resident_requested.emit()
        elif self._left.currentWidget() is self.form:
            self.form.back.click()
        else:
            self.result.done.click()

    def _work_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        row.addWidget(rule)
        row.addWidget(self.preview, 1)
        return page


def _is_print(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and bool(
        event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )
