"""Residents from a spreadsheet: choose, check without touching, import."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.resident_import.presenter import ResidentImportPresenter
from nagari_kit.ui.screens.resident_import.view import ResidentImportView
from nagari_kit.ui.shell import Shell


class ResidentImportScreen:
    """What the shell shows under the name `resident_import`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = ResidentImportView()
        self.presenter = ResidentImportPresenter(shell, self.widget)

    def enter(self) -> None:
        """Begin, or go on where one was."""
        self.presenter.enter()

    def reload(self, changes: Changes) -> None:
        """The dry run is judged anew when it is carried out: nothing to do."""

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """A running import goes on."""


def build(shell: Shell) -> ResidentImportScreen:
    """Make the screen."""
    return ResidentImportScreen(shell)
