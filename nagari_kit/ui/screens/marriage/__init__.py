"""The marriage set: one entry, all forms, one print."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import DraftId, ResidentId
from nagari_kit.ui.screens.marriage.presenter import MarriagePresenter
from nagari_kit.ui.screens.marriage.view import MarriageView
from nagari_kit.ui.shell import Shell, Unsaved


class MarriageScreen:
    """What the shell shows under the name `marriage`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = MarriageView(shell)
        self.presenter = MarriagePresenter(shell, self.widget)

    def enter(self, resident_id: ResidentId | None = None, draft_id: DraftId | None = None) -> None:
        """Begin with one of the couple, or go on with a kept draft."""
        self.presenter.enter(resident_id, draft_id)

    def reload(self, changes: Changes) -> None:
        """What is entered stays as it is."""

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Save the draft."""
        self.presenter.leave()

    def unsaved(self) -> Unsaved | None:
        """A draft that the disk has not taken."""
        return self.presenter.unsaved()

    def give_up(self) -> None:
        """Let go of it."""
        self.presenter.give_up()


def build(shell: Shell) -> MarriageScreen:
    """Make the screen."""
    return MarriageScreen(shell)
