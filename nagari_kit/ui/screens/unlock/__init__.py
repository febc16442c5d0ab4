"""Opening the office with its passphrase, at the beginning of the day or after a lock."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.unlock.presenter import UnlockPresenter, UnlockShell
from nagari_kit.ui.screens.unlock.view import UnlockView


class UnlockScreen:
    """What the window shows before there is an open office."""

    def __init__(self, shell: UnlockShell) -> None:
        self.widget = UnlockView()
        self.presenter = UnlockPresenter(shell, self.widget)

    def enter(self) -> None:
        """Ask."""
        self.presenter.enter()

    def reload(self, _changes: Changes) -> None:
        """Nothing of the office is shown here."""

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Forget what was typed."""
        self.widget.forget()


def build(shell: UnlockShell) -> UnlockScreen:
    """Make the screen."""
    return UnlockScreen(shell)
