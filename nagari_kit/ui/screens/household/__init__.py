"""One household: its members, its tree, what it lacks, and what can happen to it."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.ui.screens.household.presenter import HouseholdPresenter
from nagari_kit.ui.screens.household.view import HouseholdView
from nagari_kit.ui.shell import Shell


class HouseholdScreen:
    """What the shell shows under the name `household`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = HouseholdView()
        self.presenter = HouseholdPresenter(shell, self.widget)

    def enter(self, household_id: HouseholdId, resident_id: ResidentId | None = None) -> None:
        """Show this household, with this member chosen."""
        self.presenter.enter(household_id, resident_id)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Nothing is kept."""


def build(shell: Shell) -> HouseholdScreen:
    """Make the screen."""
    return HouseholdScreen(shell)
