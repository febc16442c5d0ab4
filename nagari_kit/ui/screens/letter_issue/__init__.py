"""Writing one letter, from the choice of person and type to the printed page."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import DraftId, LetterId, ResidentId
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.ui.screens.letter_issue.presenter import LetterIssuePresenter
from nagari_kit.ui.screens.letter_issue.sitting import Request
from nagari_kit.ui.screens.letter_issue.view import LetterIssueView
from nagari_kit.ui.shell import Shell, Unsaved


class LetterIssueScreen:
    """What the shell shows under the name `letter_issue`."""

    def __init__(self, shell: Shell) -> None:
        self.widget = LetterIssueView(shell)
        self.presenter = LetterIssuePresenter(shell, self.widget)

    def enter(
        self,
        resident_id: ResidentId | None = None,
        type_id: str | None = None,
        draft_id: DraftId | None = None,
        replaced_id: LetterId | None = None,
        outsider: Outsider | None = None,
        *,
        types: bool = False,
    ) -> None:
        """Begin with what is known; a draft wins over the rest, a letter to replace over drafts.

        `types`: with the list of types, before anybody is chosen.
        """
        wanted = Request(resident_id, type_id, draft_id, replaced_id, outsider)
        self.presenter.enter(wanted, types=types)

    def reload(self, changes: Changes) -> None:
        """Data changed elsewhere."""
        self.presenter.reload(changes)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - the shell's protocol
        """The window is small."""
        self.widget.set_compact(compact=compact)

    def leave(self) -> None:
        """Save the draft."""
        self.presenter.leave()

    def unsaved(self) -> Unsaved | None:
        """Drafts that the disk has not taken."""
        return self.presenter.form.unsaved()

    def give_up(self) -> None:
        """Let go of those drafts."""
        self.presenter.form.give_up()


def build(shell: Shell) -> LetterIssueScreen:
    """Make the screen."""
    return LetterIssueScreen(shell)
