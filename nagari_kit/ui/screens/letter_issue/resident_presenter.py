"""Finds the resident whom the letter is for, or an unfinished letter to go on with."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.awaited_enter import AwaitedEnter
from nagari_kit.ui.screens.letter_issue.draft_removal import remove_draft
from nagari_kit.ui.screens.letter_issue.resident_step import ResidentStep
from nagari_kit.ui.shell import Shell

SEARCH_AFTER_MS = 120
_SEARCH = "letter_issue:search"
_DRAFTS = "letter_issue:drafts"


class ResidentPresenter(QObject):
    """Search as you type; drafts are listed while nothing is typed."""

    def __init__(self, shell: Shell, view: ResidentStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._text = ""
        self._enter = AwaitedEnter()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        view.search_changed.connect(self._take_text)
        view.current_wanted.connect(self._take_current)
        view.draft_removed.connect(self._remove)

    def begin(self) -> None:
        """Start with an empty box and the drafts under it."""
        self._text = ""
        self._enter.answered("", 0)
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

    def _take_text(self, text: str) -> None:
        self._text = text.strip()
        self._enter.typed()
        if self._text:
            self._timer.start()
        else:
            self._timer.stop()
            self._enter.answered("", 0)
            self._view.show_no_search()

    def _take_current(self) -> None:
        if self._enter.pressed(self._text):
            self._view.take_current()
        elif self._text:
            self._timer.stop()
            self._search()

    def _search(self) -> None:
        text = self._text
        today = self._shell.workspace.clock.today()
        residents = self._shell.workspace.residents

        def work(_progress: object, _token: object) -> tuple[ResidentRow, ...]:
            return tuple(residents.search(text, limit=8))

        def done(rows: tuple[ResidentRow, ...]) -> None:
            if text == self._text:
                self._view.show_hits(text, rows, today)
                if self._enter.answered(text, len(rows)):
                    self._view.take_current()

        self._shell.runner.start(
            work, key=_SEARCH, on_success=done, on_error=self._shell.show_error, lane="read"
        )

    def _remove(self, draft_id: DraftId) -> None:
        remove_draft(self._shell, draft_id, self.show_drafts)
