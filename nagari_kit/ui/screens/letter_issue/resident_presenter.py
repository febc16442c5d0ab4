"""Finds the resident whom the letter is for, or an unfinished letter to go on with."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft
from nagari_kit.domain.residents import LifeStatus, ResidentRow
from nagari_kit.ui.screens.letter_issue.batch_presenter import BatchPresenter
from nagari_kit.ui.screens.letter_issue.draft_removal import remove_draft
from nagari_kit.ui.screens.letter_issue.resident_step import ResidentStep
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.typed_search import TypedSearch

SEARCH_AFTER_MS = 120
SHOWN = 8
LOOKED_THROUGH = 60
_SEARCH = "letter_issue:search"
_DRAFTS = "letter_issue:drafts"


class ResidentPresenter(QObject):
    """Search as you type; drafts are listed while nothing is typed."""

    def __init__(self, shell: Shell, view: ResidentStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._of_the_dead = False
        self._typed = TypedSearch(SEARCH_AFTER_MS, self)
        self._typed.wanted.connect(self._search)
        self._typed.emptied.connect(view.show_no_search)
        self._typed.take.connect(view.take_current)
        view.search_changed.connect(self._typed.type)
        view.current_wanted.connect(self._typed.press_enter)
        view.draft_removed.connect(self._remove)
        self.batch = BatchPresenter(shell, view.drafts, self.show_drafts, self)

    def begin(self, *, of_the_dead: bool = False) -> None:
        """Start with an empty box and the drafts under it.

        `of_the_dead`: the letter is about somebody who died, who then stands before the living.
        """
        self._of_the_dead = of_the_dead
        self._typed.clear()
        self._view.begin()
        self.show_drafts()

    def show_drafts(self) -> None:
        """Read the list of drafts again."""
        drafts = self._shell.workspace.drafts
        today = self._shell.workspace.clock.today()

        def work(_progress: object, _token: object) -> tuple[LetterDraft, ...]:
            return tuple(drafts.all())

        def done(found: tuple[LetterDraft, ...]) -> None:
            self._view.show_drafts(found, today)

        self._shell.runner.start(
            work,
            key=_DRAFTS,
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _search(self, text: str) -> None:
        today = self._shell.workspace.clock.today()
        residents = self._shell.workspace.residents
        dead_first = self._of_the_dead

        def work(_progress: object, _token: object) -> tuple[ResidentRow, ...]:
            if not dead_first:
                return residents.search(text, limit=SHOWN)
            # The search names the living first: looked at further down, the dead are there too.
            found = residents.search(text, limit=LOOKED_THROUGH)
            return tuple(sorted(found, key=_living)[:SHOWN])

        def done(rows: tuple[ResidentRow, ...]) -> None:
            if self._typed.still_wants(text):
                self._view.show_hits(text, rows, today)
                self._typed.answered(text, len(rows))

        self._shell.runner.start(
            work, key=_SEARCH, on_success=done, on_error=self._shell.show_error, lane="read"
        )

    def _remove(self, draft_id: DraftId) -> None:
        remove_draft(self._shell, draft_id, self.show_drafts)


def _living(row: ResidentRow) -> bool:
    return row.life_status is not LifeStatus.DEAD
