"""Remembers who looked at somebody's full record, when and why, and tells it on the page."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.record_access import RecordAccess
from nagari_kit.errors import InputError
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.db.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)

LONGEST_PURPOSE = 120
ONE_SITTING = timedelta(minutes=15)
"""Within it the same person with the same purpose has looked once."""


class RecordAccessService:
    """Looks are only added, never changed or taken away. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def note(self, resident_id: ResidentId, purpose: str) -> None:
        """Remember that the person at the desk looked. Raises InputError.fields (`purpose`)."""
        words = " ".join(purpose.split())[:LONGEST_PURPOSE]
        if not words:
            sentence = "Keperluan melihat data belum diisi."
            raise InputError(f"{sentence} Datanya tetap tertutup.", {"purpose": sentence})
        with self._context.store.read() as reader:
            if self._is_known(reader, resident_id, words):
                return
        with self._context.store.write(self._context.actor) as uow:
            note_access(uow, self._context, resident_id, words)
            uow.commit()

    def of(self, resident_id: ResidentId, limit: int = 20) -> tuple[RecordAccess, ...]:
        """The last looks at this record, newest first."""
        with self._context.store.read() as reader:
            return reader.accesses.of(resident_id, limit)

    def _is_known(self, reader: Reader, resident_id: ResidentId, purpose: str) -> bool:
        since = self._context.clock.now() - ONE_SITTING
        return any(
            one.at >= since and one.by == self._context.actor and one.purpose == purpose
            for one in reader.accesses.of(resident_id, 20)
        )


def note_access(
    uow: UnitOfWork, context: ServiceContext, resident_id: ResidentId, purpose: str
) -> None:
    """Remember a look within a running transaction; the text log gets the id and nothing else."""
    _log.info("record looked at: resident %s", resident_id.hex)
    uow.accesses.add(resident_id, RecordAccess(context.clock.now(), context.actor, purpose))
