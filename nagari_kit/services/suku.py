"""Keeps the office's own list of clans, which is proposed while a suku is typed."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.suku import FIRST_SUKU, fault, tidy_suku
from nagari_kit.errors import InputError
from nagari_kit.services.context import ServiceContext


class SukuService:
    """The list stays on this PC; what a person's suku is stands with the person. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def names(self) -> tuple[str, ...]:
        """What to propose, in the order of the alphabet: the office's list, else the first one."""
        with self._context.store.read() as reader:
            return reader.suku.all() or FIRST_SUKU

    def add(self, name: str) -> Changes:
        """Propose this name, too. Raises InputError.fields (`suku`)."""
        tidy = tidy_suku(name)
        if reason := fault(tidy):
            raise InputError(f"{reason} Daftar suku tidak berubah.", {"suku": reason})
        with self._context.store.write(self._context.actor) as uow:
            uow.suku.add((*(() if uow.suku.all() else FIRST_SUKU), tidy))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def remove(self, name: str) -> Changes:
        """Propose this name no longer; people who bear it keep it."""
        with self._context.store.write(self._context.actor) as uow:
            if not uow.suku.all():
                uow.suku.add(FIRST_SUKU)
            uow.suku.remove(name)
            uow.commit()
        return Changes.of(Kind.OFFICE)
