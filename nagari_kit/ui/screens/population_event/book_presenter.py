"""Reads the book of events and takes one back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.population import EventRow
from nagari_kit.ui.event_words import event_words
from nagari_kit.ui.screens.population_event.book_model import people_words
from nagari_kit.ui.screens.population_event.undoing import ask_to_undo
from nagari_kit.ui.screens.population_event.view import PopulationEventView
from nagari_kit.ui.shell import Shell

SHOWN = 200


class BookPresenter(QObject):
    """The newest events, as they were recorded."""

    def __init__(self, shell: Shell, view: PopulationEventView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        view.book.undo_requested.connect(self._ask)

    def open(self) -> None:
        """Show the book."""
        self._view.show_book()
        self._view.book.show_waiting()
        self.read()

    def read(self) -> None:
        """Read it again."""
        workspace = self._shell.workspace
        today = workspace.clock.today()

        def done(rows: tuple[EventRow, ...]) -> None:
            self._view.book.show_rows(rows, today)

        self._shell.runner.start(
            lambda _progress, _token: workspace.population.recent(SHOWN),
            key="population_event:book",
            on_success=done,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _ask(self, row: EventRow) -> None:
        words = ": ".join(part for part in (event_words(row.kind).title, people_words(row)) if part)

        def ended(_undone: bool) -> None:  # noqa: FBT001 - told by the undoing
            if self._view.shows(self._view.book):
                self.read()

        ask_to_undo(self._shell, self._view, row.id, words, ended)
