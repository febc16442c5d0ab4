"""The population in numbers: pyramid, LAMPID, traits, and the names behind each number."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.figures.presenter import FiguresPresenter
from nagari_kit.ui.screens.figures.view import FiguresView
from nagari_kit.ui.shell import Shell


class FiguresScreen:
    """What the shell shows under the name `figures`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = FiguresView()
        self.presenter = FiguresPresenter(shell, self.widget)

    def enter(self, tab: str = "") -> None:
        """Show the numbers of today; `tab` ("lampid", "cards") chooses one."""
        self.presenter.enter(tab)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing is kept open."""


def build(shell: Shell) -> FiguresScreen:
    """Make the screen."""
    return FiguresScreen(shell)
