"""People of other places: kept when a letter names them, found again, let go of."""

from __future__ import annotations

from nagari_kit.domain.identity import OutsiderId
from nagari_kit.domain.outsiders import Outsider, OutsiderRow, outsider_faults
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext


class OutsiderService:
    """They stay on this PC; letters keep their own copy of what they say. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def search(self, text: str, limit: int = 8) -> tuple[OutsiderRow, ...]:
        """Those whose name or whole NIK it is, the last used first; NIK are masked."""
        with self._context.store.read() as reader:
            return reader.outsiders.search(text, limit)

    def get(self, outsider_id: OutsiderId) -> Outsider:
        """Every fact, to fill a form with. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return reader.outsiders.get(outsider_id)

    def save(self, one: Outsider) -> Outsider:
        """Keep or amend somebody; the same NIK, or name and birth date, is the same person.

        Raises InputError.fields (`name`, `nik`).
        """
        if faults := outsider_faults(one):
            raise InputError("Data orang ini belum disimpan.", faults)
        with self._context.store.write(self._context.actor) as uow:
            kept = one.id or uow.outsiders.same_as(one)
            saved = uow.outsiders.save(one, kept or OutsiderId(new_uuid7(self._context.clock)))
            uow.commit()
        return saved

    def forget(self, outsider_id: OutsiderId) -> None:
        """Let go of somebody; nothing happens when that was done already."""
        with self._context.store.write(self._context.actor) as uow:
            uow.outsiders.forget(outsider_id)
            uow.commit()
