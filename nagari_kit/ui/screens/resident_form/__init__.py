"""One resident as a form: somebody new, or a correction of a record."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.ui.screens.resident_form.presenter import ResidentFormPresenter
from nagari_kit.ui.screens.resident_form.sitting import Request
from nagari_kit.ui.screens.resident_form.view import ResidentFormView
from nagari_kit.ui.shell import Shell, Unsaved


class ResidentFormScreen:
    """What the shell shows under the name `resident_form`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = ResidentFormView()
        self.presenter = ResidentFormPresenter(shell, self.widget)

    def enter(
        self,
        resident_id: ResidentId | None = None,
        household_id: HouseholdId | None = None,
        name: str = "",
        nik: str = "",
        then: str = "",
        type_id: str | None = None,
    ) -> None:
        """Correct a resident, or write down somebody new of whom this is known."""
        self.presenter.enter(Request(resident_id, household_id, name, nik, then, type_id))

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """What was typed stays on the sheet."""

    def unsaved(self) -> Unsaved | None:
        """What was typed and not saved."""
        return self.presenter.unsaved()

    def give_up(self) -> None:
        """Let go of it."""
        self.presenter.give_up()


def build(shell: Shell) -> ResidentFormScreen:
    """Make the screen."""
    return ResidentFormScreen(shell)
