"""Settings of this PC and of the office: looks, letterhead, officers, numbers, health."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.settings.presenter import SettingsPresenter
from nagari_kit.ui.screens.settings.view import SettingsView
from nagari_kit.ui.shell import Shell


class SettingsScreen:
    """What the shell shows under the name `settings`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = SettingsView()
        self.presenter = SettingsPresenter(shell, self.widget)

    def enter(self, section: str = "") -> None:
        """Show a section, one of `view.NAMES`, else the last one."""
        self.presenter.enter(section)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing to keep: every section saves by its own button."""


def build(shell: Shell) -> SettingsScreen:
    """Make the screen."""
    return SettingsScreen(shell)
