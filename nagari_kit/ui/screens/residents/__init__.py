"""The residents of the nagari: search, narrow down, open one, write a letter."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.ui.screens.residents.presenter import ResidentsPresenter
from nagari_kit.ui.screens.residents.view import ResidentsView
from nagari_kit.ui.shell import Shell


class ResidentsScreen:
    """What the shell shows under the name `residents`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = ResidentsView()
        self.presenter = ResidentsPresenter(shell, self.widget)

    def enter(self, wanted: ResidentFilter | None = None) -> None:
        """Show the list, that of a filter when one is given."""
        self.presenter.enter(wanted)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep."""


def build(shell: Shell) -> ResidentsScreen:
    """Make the screen."""
    return ResidentsScreen(shell)
