"""The ranji of a kaum: entered by keyboard, drawn, linked to residents, printed."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.lineage.presenter import LineagePresenter
from nagari_kit.ui.screens.lineage.view import LineageView
from nagari_kit.ui.shell import Shell


class LineageScreen:
    """What the shell shows under the name `lineage`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = LineageView()
        self.presenter = LineagePresenter(shell, self.widget)

    def enter(self, kaum: str = "") -> None:
        """Show the ranji of this kaum, else the one shown last or the first."""
        self.presenter.enter(kaum)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing is kept."""


def build(shell: Shell) -> LineageScreen:
    """Make the screen."""
    return LineageScreen(shell)
