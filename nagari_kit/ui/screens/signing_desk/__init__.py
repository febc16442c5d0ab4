"""Meja tanda tangan: the sekretaris checks drafts, the wali nagari signs what has its number."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.signing_desk.presenter import SigningDeskPresenter
from nagari_kit.ui.screens.signing_desk.view import SigningDeskView
from nagari_kit.ui.shell import Shell


class SigningDeskScreen:
    """What the shell shows under the name `signing_desk`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = SigningDeskView(shell.runner)
        self.presenter = SigningDeskPresenter(shell, self.widget)

    def enter(self, *, desk: str = "") -> None:
        """Show what waits; `desk`: `check` or `sign`, "" the one where something waits."""
        self.presenter.enter(desk)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep: what was decided is on disk."""


def build(shell: Shell) -> SigningDeskScreen:
    """Make the screen."""
    return SigningDeskScreen(shell)
