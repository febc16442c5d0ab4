"""The register of issued letters: find, look, reprint, void."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import LetterId
from nagari_kit.ui.screens.letter_register.presenter import LetterRegisterPresenter
from nagari_kit.ui.screens.letter_register.view import LetterRegisterView
from nagari_kit.ui.shell import Shell


class LetterRegisterScreen:
    """What the shell shows under the name `letter_register`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = LetterRegisterView()
        self.presenter = LetterRegisterPresenter(shell, self.widget)

    def enter(self, letter_id: LetterId | None = None, *, void: bool = False) -> None:
        """Show the list, one letter of it, or the question whether to void that letter."""
        self.presenter.enter(letter_id, void=void)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep."""


def build(shell: Shell) -> LetterRegisterScreen:
    """Make the screen."""
    return LetterRegisterScreen(shell)
