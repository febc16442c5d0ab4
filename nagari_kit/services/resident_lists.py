"""What the list of residents asks beyond its pages: whom a filter has, and the list on paper."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.exporting import ExportForm, ExportRequest
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.resident_columns import ListColumn
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.errors import NotFoundError
from nagari_kit.infra.bulk_work import many_objects
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.progress import CancelToken, Progress

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.documents.registers.form import Register
    from nagari_kit.domain.office import PaperSize

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ListWish:
    """Which list: the filter, or those chosen from it; its columns, and words that name it."""

    wanted: ResidentFilter
    columns: tuple[ListColumn, ...]
    words: str = "semua warga"
    chosen: tuple[ResidentId, ...] | None = None


@dataclass(frozen=True, slots=True)
class MadeList:
    """The list as PDF, and how many it holds."""

    pdf: bytes
    pages: int
    people: int


class ResidentListService:
    """Lists of residents. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def ids(
        self, wanted: ResidentFilter, start: int = 0, end: int | None = None
    ) -> tuple[ResidentId, ...]:
        """Whom the filter has, as the list shows them; `start` and `end` cut out rows of it."""
        with self._context.store.read() as reader:
            return reader.lists.ids(reader.lists.keys(wanted)[start:end])

    def count(self, wanted: ResidentFilter) -> int:
        """How many the filter has."""
        with self._context.store.read() as reader:
            return reader.lists.count(wanted)

    def suku(self) -> tuple[str, ...]:
        """Every suku that somebody bears."""
        with self._context.store.read() as reader:
            return reader.lists.suku()

    def printed(
        self, wish: ListWish, *, progress: Progress | None = None, token: CancelToken | None = None
    ) -> MadeList:
        """The list for paper. Raises NotFoundError when nobody is in it, Cancelled."""
        from nagari_kit.documents.registers.printing import render_register

        step = _step(progress, token)
        with many_objects():
            register, paper = self._filled(wish, step)
            made = render_register(register, paper, self._context.clock.today(), step=step)
        self._record(wish, len(register.rows))
        return MadeList(made.pdf, made.pages, len(register.rows))

    def write(
        self,
        wish: ListWish,
        path: Path,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> int:
        """Write the list as a spreadsheet; returns how many people it holds.

        The file appears whole or not at all. Raises NotFoundError, StorageError, Cancelled.
        """
        from nagari_kit.documents.registers.spreadsheet import register_workbook

        step = _step(progress, token)
        with many_objects():
            register, paper = self._filled(wish, step)
            content = register_workbook(register, paper, self._context.clock.today(), step=step)
        self._record(wish, len(register.rows))
        write_atomically(path, content)
        return len(register.rows)

    def _filled(
        self, wish: ListWish, step: Callable[[int, int], None]
    ) -> tuple[Register, PaperSize]:
        from nagari_kit.services.resident_export.list_sheet import list_register

        with self._context.store.read() as reader:
            keys = _keys(reader, wish)
            today = self._context.clock.today()
            register = list_register(reader, keys, wish.columns, wish.words, today, step)
            return register, reader.office.profile().paper

    def _record(self, wish: ListWish, people: int) -> None:
        request = ExportRequest(ExportForm.LIST, wish.wanted, wish.chosen)
        with self._context.store.write(self._context.actor) as uow:
            uow.record(events.export_made(request, people, 0))
            uow.commit()
        _log.info("list of %d residents, masked", people)


def _keys(reader: Reader, wish: ListWish) -> Sequence[int]:
    if wish.chosen is None:
        keys = reader.lists.keys(wish.wanted)
    else:
        keys = reader.lists.keys_of(wish.chosen)
    if not keys:
        raise NotFoundError(
            "Tidak ada warga di daftar ini, jadi tidak ada yang dicetak.",
            hint="Longgarkan saringannya, lalu coba lagi.",
            code="DAFTAR-01",
        )
    return keys


def _step(progress: Progress | None, token: CancelToken | None) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        if token is not None:
            token.raise_if_cancelled()
        if progress is not None:
            progress(done, total, "Menyusun daftar")

    return step
