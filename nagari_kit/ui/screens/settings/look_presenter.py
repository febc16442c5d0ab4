"""Keeps how letters look, and measures this PC's printers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.printing import Measured, PrinterSetting
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.printing.delivery import Delivered, deliver
from nagari_kit.ui.printing.target import PrintMemory, PrintTarget, printer_names
from nagari_kit.ui.screens.settings.look_section import LookSection
from nagari_kit.ui.shell import Shell

_KEPT = "Tidak ada yang hilang."
_PAGE_NAME = "lembar-ukur.pdf"


class LookPresenter(QObject):
    """One section of the settings; `load` shows what is stored."""

    def __init__(self, shell: Shell, section: LookSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._section = shell, section
        section.discard_requested.connect(self.load)
        section.save_requested.connect(self._save)
        card = section.printers
        card.chosen.connect(self._load_setting)
        card.print_requested.connect(self._print)
        card.measured.connect(self._calibrate)
        card.forget_requested.connect(self._forget)

    def load(self) -> None:
        """Read anew; nothing is loaded over what is being typed."""
        section = self._section

        def show(look: LetterLook) -> None:
            if section.is_edited():
                section.keep_typed()
            else:
                section.show_look(look)

        looks = self._shell.workspace.look
        self._read("halaman", looks.look, show)
        section.printers.show_printers(printer_names())
        self._load_setting(section.printers.name())

    def _load_setting(self, printer: str) -> None:
        printers, card = self._shell.workspace.printers, self._section.printers

        def show(setting: PrinterSetting) -> None:
            if setting.printer == card.name():
                card.show_setting(setting)

        self._read("printer", lambda: printers.setting(printer), show)

    def _save(self, look: LetterLook) -> None:
        looks, section = self._shell.workspace.look, self._section
        self._write(lambda: looks.save(look), section.show_saved, section.show_errors)

    def _print(self, printer: str) -> None:
        workspace = self._shell.workspace
        folder = PrintMemory(workspace.paths.device_dir).folder

        def work() -> Delivered:
            setting = workspace.printers.setting(printer)
            page = workspace.printers.calibration_page()
            return deliver(page, PrintTarget(printer, folder), _PAGE_NAME, _KEPT, setting)

        def done(delivered: Delivered) -> None:
            self._shell.toast(
                self.tr("Lembar ukur dicetak"), str(delivered.file or delivered.target.printer)
            )

        self._read("lembar", work, done)

    def _calibrate(self, printer: str, measured: Measured) -> None:
        printers, card = self._shell.workspace.printers, self._section.printers

        def done() -> None:
            if card.name() == printer:
                card.clear()
            self._load_setting(card.name())
            self._shell.toast(
                self.tr("Hasil ukur tersimpan"), self.tr("Cetak lembar ukur sekali lagi.")
            )

        self._write(lambda: printers.calibrate(printer, measured)[1], done, card.show_errors)

    def _forget(self, printer: str) -> None:
        printers, card = self._shell.workspace.printers, self._section.printers
        self._write(
            lambda: printers.forget(printer),
            lambda: self._load_setting(card.name()),
            card.show_errors,
        )

    def _read(self, key: str, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"settings:{key}",
            on_success=show,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _write(
        self,
        work: Callable[[], Changes],
        done: Callable[[], None],
        mark: Callable[[dict[str, str]], None],
    ) -> None:
        def saved(changes: Changes) -> None:
            mark({})
            done()
            self._shell.changed(changes, self)

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                mark(dict(error.fields))
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="settings:save",
            on_success=saved,
            on_error=refused,
            lane="write",
        )
