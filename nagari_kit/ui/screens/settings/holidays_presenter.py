"""Shows the calendar of holidays and keeps what the office changes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.working_days import Holiday
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.settings.holidays_section import HolidaysSection
from nagari_kit.ui.shell import Shell


class HolidaysPresenter(QObject):
    """One section of the settings; `load` shows what is stored."""

    def __init__(self, shell: Shell, section: HolidaysSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._section = shell, section
        section.year_wanted.connect(lambda _year: self.load())
        section.save_requested.connect(self._save)
        section.restore_requested.connect(self._restore)

    def load(self) -> None:
        """Read anew; the fields of one day stay as they are."""
        this_year = self._shell.workspace.clock.today().year
        self._section.show_years((this_year, this_year + 1))
        year, holidays = self._section.shown_year(), self._shell.workspace.holidays
        self._shell.runner.start(
            lambda _progress, _token: holidays.of_year(year),
            key="settings:libur",
            on_success=self._section.show_days,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _save(self, one: Holiday) -> None:
        holidays = self._shell.workspace.holidays
        self._write(lambda: holidays.save(one))

    def _restore(self, day: date) -> None:
        holidays = self._shell.workspace.holidays
        self._write(lambda: holidays.restore(day))

    def _write(self, work: Callable[[], Changes]) -> None:
        def saved(changes: Changes) -> None:
            self._section.show_errors({})
            self._section.show_saved()
            self._shell.changed(changes, self)
            self.load()

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                self._section.show_errors(error.fields)
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="settings:save",
            on_success=saved,
            on_error=refused,
            lane="write",
        )
