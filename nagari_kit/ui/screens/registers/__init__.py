"""The population books: choose, look, print, save."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.registers.presenter import RegistersPresenter
from nagari_kit.ui.screens.registers.view import RegistersView
from nagari_kit.ui.shell import Shell


class RegistersScreen:
    """What the shell shows under the name `registers`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = RegistersView(shell.runner)
        self.presenter = RegistersPresenter(shell, self.widget)

    def enter(self, book: str = "") -> None:
        """Show the books; `book` ("B.3") chooses one."""
        self.presenter.enter(book)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """A book that is being written goes on; whole numbers are asked for anew."""
        self.widget.forget_reason()


def build(shell: Shell) -> RegistersScreen:
    """Make the screen."""
    return RegistersScreen(shell)
