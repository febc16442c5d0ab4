"""The exchange with the province: enrol, send, see what was received."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.sync.presenter import SyncPresenter
from nagari_kit.ui.screens.sync.view import SyncView
from nagari_kit.ui.shell import Shell


class SyncScreen:
    """What the shell shows under the name `sync`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = SyncView()
        self.presenter = SyncPresenter(shell, self.widget)

    def enter(self) -> None:
        """Show how things stand."""
        self.presenter.enter()

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """A run goes on."""


def build(shell: Shell) -> SyncScreen:
    """Make the screen."""
    return SyncScreen(shell)
