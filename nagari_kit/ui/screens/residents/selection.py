"""Who is ticked in the list: one by one, a range, or everybody of the filter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from nagari_kit.ui.screens.residents.view import ResidentsView
from nagari_kit.ui.shell import Shell


class Selection(QObject):
    """Ticks stay while one scrolls and narrows down; they end with "Batal pilih"."""

    def __init__(self, shell: Shell, view: ResidentsView, model: ResidentTableModel) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._model = model
        self._ids: dict[ResidentId, None] = {}
        self.wanted = ResidentFilter()
        view.table.ticked.connect(self._toggle)
        view.table.range_ticked.connect(self._add_range)
        view.table.all_wanted.connect(self._take_all)
        view.table.none_wanted.connect(self.clear)
        view.selection.cleared.connect(self.clear)

    def ids(self) -> tuple[ResidentId, ...]:
        """Whoever is ticked, in the order of ticking."""
        return tuple(self._ids)

    def clear(self) -> None:
        """Nobody."""
        if self._ids:
            self._ids.clear()
            self._show()

    def _toggle(self, place: int) -> None:
        row = self._model.resident(place)
        if row is not None:
            if self._ids.pop(row.id, self) is self:
                self._ids[row.id] = None
            self._show()

    def _add_range(self, first: int, last: int) -> None:
        here = [self._model.resident(place) for place in range(first, last + 1)]
        rows = [row for row in here if row is not None]
        if len(rows) == len(here):
            self._add(tuple(row.id for row in rows))
        else:
            self._read(first, last + 1)

    def _take_all(self) -> None:
        """Everybody of the filter; once more takes them away again."""
        if len(self._ids) >= self._model.rowCount() > 0:
            self.clear()
        else:
            self._read(0, None)

    def _read(self, start: int, end: int | None) -> None:
        wanted, lists = self.wanted, self._shell.workspace.lists

        def work(_progress: object, _token: object) -> tuple[ResidentId, ...]:
            return lists.ids(wanted, start, end)

        def done(ids: tuple[ResidentId, ...]) -> None:
            if wanted == self.wanted:
                self._add(ids)

        self._shell.runner.start(
            work,
            key="residents:ticks",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _add(self, ids: tuple[ResidentId, ...]) -> None:
        self._ids |= dict.fromkeys(ids)
        self._show()

    def _show(self) -> None:
        self._model.show_ticked(self._ids.keys())
        self._view.selection.show_count(len(self._ids))
        self._view.table.show_share(len(self._ids))
