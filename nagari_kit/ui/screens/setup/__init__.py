"""The first set-up: from an empty folder to an office that can write letters."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.ui.screens.setup.office import SetupOffice
from nagari_kit.ui.screens.setup.presenter import SetupPresenter
from nagari_kit.ui.screens.setup.view import SetupView


class SetupScreen:
    """Fills the whole window; there is no office yet."""

    def __init__(self, office: SetupOffice) -> None:
        self.widget = SetupView(office.runner)
        self.presenter = SetupPresenter(office, self.widget)

    def enter(self) -> None:
        """Begin, or go on where it was left."""
        self.presenter.enter()

    def reload(self, changes: Changes) -> None:
        """Nothing else is open."""

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Keep what was typed last."""
        self.presenter.leave()


def build(office: SetupOffice) -> SetupScreen:
    """Make the screen."""
    return SetupScreen(office)
