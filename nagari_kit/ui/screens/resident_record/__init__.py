"""One resident: identity, family, letters, remarks, and the way to a new letter."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import ResidentId
from nagari_kit.ui.screens.resident_record.presenter import ResidentRecordPresenter
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView
from nagari_kit.ui.shell import Shell


class ResidentRecordScreen:
    """What the shell shows under the name `resident_record`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = ResidentRecordView()
        self.presenter = ResidentRecordPresenter(shell, self.widget)

    def enter(self, resident_id: ResidentId) -> None:
        """Show this resident."""
        self.presenter.enter(resident_id)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Mask the NIK."""
        self.presenter.leave()


def build(shell: Shell) -> ResidentRecordScreen:
    """Make the screen."""
    return ResidentRecordScreen(shell)
