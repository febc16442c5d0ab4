"""Recording what happened to people and households, and the book of it."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EventKind
from nagari_kit.ui.screens.population_event.presenter import PopulationEventPresenter
from nagari_kit.ui.screens.population_event.sitting import Request
from nagari_kit.ui.screens.population_event.view import PopulationEventView
from nagari_kit.ui.shell import Shell, Unsaved


class PopulationEventScreen:
    """What the shell shows under the name `population_event`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = PopulationEventView()
        self.presenter = PopulationEventPresenter(shell, self.widget)

    def enter(
        self,
        kind: EventKind | str | None = None,
        resident_id: ResidentId | None = None,
        household_id: HouseholdId | None = None,
    ) -> None:
        """Ask what happened, or open the form of `kind`; the ids say to whom."""
        known = EventKind(kind) if kind else None
        self.presenter.enter(Request(known, resident_id, household_id))

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The parts share what room there is."""

    def leave(self) -> None:
        """What was typed stays in the form."""

    def unsaved(self) -> Unsaved | None:
        """What was typed and not saved."""
        return self.presenter.unsaved()

    def give_up(self) -> None:
        """Let go of it."""
        self.presenter.give_up()


def build(shell: Shell) -> PopulationEventScreen:
    """Make the screen."""
    return PopulationEventScreen(shell)
