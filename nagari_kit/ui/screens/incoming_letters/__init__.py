"""The letters that came in: enter, find, mend, mark as entered by mistake."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.incoming_letters.presenter import IncomingLettersPresenter
from nagari_kit.ui.screens.incoming_letters.view import IncomingLettersView
from nagari_kit.ui.shell import Shell


class IncomingLettersScreen:
    """What the shell shows under the name `incoming_letters`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = IncomingLettersView()
        self.presenter = IncomingLettersPresenter(shell, self.widget)

    def enter(self, *, add: bool = False) -> None:
        """Show this year's letters; with `add` the empty form, too."""
        self.presenter.enter(add=add)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep."""


def build(shell: Shell) -> IncomingLettersScreen:
    """Make the screen."""
    return IncomingLettersScreen(shell)
