"""Loads the number rules with their counters and saves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.number_gaps import GapReport
from nagari_kit.domain.office import NumberingSettings
from nagari_kit.errors import InputError, NagariError
from nagari_kit.infra.files import write_atomically
from nagari_kit.ui.screens.settings.number_dialogs import NumberDialogs
from nagari_kit.ui.screens.settings.numbering_section import NumberingSection
from nagari_kit.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything that the section shows, of one reading."""

    settings: NumberingSettings
    types: tuple[LetterType, ...]
    report: GapReport
    waiting: int


class NumberingPresenter(QObject):
    """One section of the settings; `load` shows what is stored."""

    def __init__(self, shell: Shell, section: NumberingSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._section = shell, section
        self._year: int | None = None
        self._dialogs = NumberDialogs(shell, section, self._tell, self)
        section.discard_requested.connect(self.load)
        section.save_requested.connect(self._save)
        section.example_wanted.connect(self._show_example)
        section.series.year_chosen.connect(self._choose_year)
        section.series.reserve_wanted.connect(self._dialogs.open_reservations)
        section.series.enter_wanted.connect(self._dialogs.open_hand_numbers)
        section.gaps.wanted.connect(self._dialogs.explain)
        section.gaps.sheet_wanted.connect(self._save_sheet)

    def load(self, *, saved: bool = False) -> None:
        """Read anew; nothing is loaded over what is being typed."""
        workspace, section, year = self._shell.workspace, self._section, self._year

        def work() -> _Loaded:
            return _Loaded(
                workspace.numbering.settings(),
                tuple(one for one in workspace.catalogue.types() if one.numbered),
                workspace.number_gaps.report(year),
                len(workspace.hand_numbers.waiting()),
            )

        def show(found: _Loaded) -> None:
            today = workspace.clock.today()
            section.show_report(found.report, found.waiting, today)
            if section.is_edited():
                section.keep_typed()
                return
            section.show_settings(found.settings, found.types)
            if saved:
                section.tell_saved()

        self._read("nomor", work, show)

    def _read(self, name: str, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"settings:{name}",
            on_success=show,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _tell(self, changes: Changes) -> None:
        self._shell.changed(changes, self)
        self.load()

    def _save(self, settings: NumberingSettings) -> None:
        numbering, section = self._shell.workspace.numbering, self._section

        def done(changes: Changes) -> None:
            section.show_errors({})
            section.show_saved()
            self._shell.changed(changes, self)
            self.load(saved=True)

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                section.show_errors(dict(error.fields))
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: numbering.save(settings),
            key="settings:save",
            on_success=done,
            on_error=refused,
            lane="write",
        )

    def _show_example(self, settings: NumberingSettings, type_id: str) -> None:
        workspace, section = self._shell.workspace, self._section

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError):
                section.show_errors(dict(error.fields))
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: workspace.numbering.examples(
                settings, type_id, workspace.clock.today()
            ),
            key="settings:example",
            on_success=section.show_examples,
            on_error=refused,
            lane="read",
        )

    def _save_sheet(self) -> None:
        gaps, year = self._shell.workspace.number_gaps, self._year
        name, _kind = QFileDialog.getSaveFileName(
            self._section,
            self.tr("Simpan laporan sela"),
            str(Path.home() / "laporan-sela-nomor.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if not name:
            return

        def work() -> Path:
            target = Path(name)
            write_atomically(target, gaps.pdf(year))
            return target

        self._read(
            "sheet", work, lambda path: self._shell.toast(self.tr("Laporan tersimpan"), str(path))
        )

    def _choose_year(self, year: int) -> None:
        self._year = year
        self.load()
