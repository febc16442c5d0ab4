"""The first page of the day: search on top, the work of today below."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.home.presenter import HomePresenter
from nagari_kit.ui.screens.home.view import HomeView
from nagari_kit.ui.shell import Shell


class HomeScreen:
    """What the shell shows under the name `home`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = HomeView()
        self.presenter = HomePresenter(shell, self.widget)

    def enter(self) -> None:
        """Read the day, caret in the search box."""
        self.presenter.enter()

    def reload(self, _changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.read()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Close the results."""
        self.widget.results.close_panel()


def build(shell: Shell) -> HomeScreen:
    """Make the screen."""
    return HomeScreen(shell)
