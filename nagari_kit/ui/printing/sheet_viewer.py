"""Shows a paper that is made on demand, and prints or saves it: a data sheet, a ranji."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.printing.delivery import Delivered, deliver
from nagari_kit.ui.printing.print_form import PrintForm
from nagari_kit.ui.printing.target import PrintMemory, PrintTarget
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets import Button, FormDialog
from nagari_kit.ui.widgets.dialogs import Scrim

_KEPT = "Data kantor tidak berubah."


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """A paper: what it is called, as a file, too (without its ending), and its PDF."""

    title: str
    file_stem: str
    pdf: bytes


class SheetPrintDialog(FormDialog):
    """Asks where to; Enter prints."""

    def __init__(self, sheet: MadeSheet, proposal: PrintTarget, parent: QWidget) -> None:
        super().__init__(
            parent, icon="printer", kind="info", title=self.tr("Cetak"), subtitle=sheet.title
        )
        self.form = PrintForm()
        self.form.show_target(proposal, self.tr("melintang"))
        self.body.addWidget(self.form)
        self.confirm = Button(self.tr("Cetak"), kind="primary", icon="printer")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self.confirm.setFocus()


class SheetViewer(QDialog):
    """As large as the window allows. F9 prints, Esc closes."""

    def __init__(self, shell: Shell, sheet: MadeSheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sheet = sheet
        self._memory = PrintMemory(shell.workspace.paths.device_dir)
        self.setWindowTitle(sheet.title)
        self.setAccessibleName(sheet.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.preview = PreviewPane(shell.runner, sheet.title)
        self.preview.desk.setAccessibleName(self.tr("Pratinjau {0}").format(sheet.title))
        self.save = Button(self.tr("Simpan PDF"), kind="secondary", icon="download")
        self.print = Button(self.tr("Cetak"), kind="primary", icon="printer", key_hint="F9")
        self.back = Button(self.tr("Tutup"), kind="secondary", key_hint="Esc")
        self._build(parent.window())
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._ask)
        self.preview.show_pdf(sheet.pdf)
        self.print.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 prints, Esc closes."""
        if event.key() == Qt.Key.Key_F9:
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _build(self, window: QWidget) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.setSpacing(10)
        foot.addStretch(1)
        for button in (self.back, self.save, self.print):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.preview, 1)
        layout.addLayout(foot)
        self.resize(min(1080, window.width() - 40), max(400, window.height() - 40))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self._scrim = Scrim(window)
        self._scrim.show()
        self.finished.connect(self._scrim.deleteLater)

    def _save(self) -> None:
        self._deliver(PrintTarget("", self._memory.folder))

    def _ask(self) -> None:
        proposal = self._memory.target() or self._memory.proposal()
        dialog = SheetPrintDialog(self._sheet, proposal, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def go() -> None:
            target = dialog.form.target()
            self._memory.remember(target)
            self._deliver(target)

        dialog.accepted.connect(go)
        dialog.open()

    def _deliver(self, target: PrintTarget) -> None:
        """The answer is told in the window: this dialog may be closed by then."""
        shell, sheet = self._shell, self._sheet

        def work(_progress: object, _token: object) -> Delivered:
            setting = shell.workspace.printers.setting(target.printer)
            return deliver(sheet.pdf, target, f"{sheet.file_stem}.pdf", _KEPT, setting)

        def done(delivered: Delivered) -> None:
            if delivered.file is None:
                shell.toast(f"{sheet.title} dicetak", target.printer)
            else:
                shell.toast(f"{sheet.title} disimpan", str(delivered.file))

        def refused(error: NagariError) -> None:
            shell.show_error(error)

        shell.runner.start(
            work, key=f"sheet:{id(sheet):x}", on_success=done, on_error=refused, lane="read"
        )
