"""Keeps the names of the camat and the adat council."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.settings.neighbours_section import NeighboursSection
from nagari_kit.ui.shell import Shell


class NeighboursPresenter(QObject):
    """One section of the settings; `load` shows what is stored."""

    def __init__(self, shell: Shell, section: NeighboursSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._section = shell, section
        section.discard_requested.connect(self.load)
        section.save_requested.connect(self._save)

    def load(self) -> None:
        """Read anew; nothing is loaded over what is being typed."""
        section, office = self._section, self._shell.workspace.office

        def show(neighbours: Neighbours) -> None:
            if section.is_edited():
                section.keep_typed()
            else:
                section.show_neighbours(neighbours)

        self._shell.runner.start(
            lambda _progress, _token: office.neighbours(),
            key="settings:camat",
            on_success=show,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _save(self, neighbours: Neighbours) -> None:
        office, section = self._shell.workspace.office, self._section

        def saved(changes: Changes) -> None:
            section.show_errors({})
            section.show_saved()
            self._shell.changed(changes, self)

        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                section.show_errors(error.fields)
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: office.save_neighbours(neighbours),
            key="settings:save",
            on_success=saved,
            on_error=refused,
            lane="write",
        )
