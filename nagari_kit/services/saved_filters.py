"""Keeps filters of the list of residents under a name and counts who is in them."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import SavedFilterId
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.domain.saved_filters import SavedFilter, as_text, from_text
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext

LONGEST = 40
"""Characters of a name that fits a tab."""

MOST = 12
"""More tabs than these nobody finds his way through."""


@dataclass(frozen=True, slots=True)
class CountedFilter:
    """A kept filter and how many people are in it now."""

    kept: SavedFilter
    people: int


class SavedFilterService:
    """The office's own tabs of the list. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def counted(self) -> tuple[CountedFilter, ...]:
        """Every kept filter by name, with its count."""
        with self._context.store.read() as reader:
            kept = [
                SavedFilter(SavedFilterId(identity), name, from_text(content))
                for identity, name, content in reader.saved_filters.all()
            ]
            return tuple(CountedFilter(one, reader.lists.count(one.wanted)) for one in kept)

    def save(self, name: str, wanted: ResidentFilter) -> tuple[SavedFilter, Changes]:
        """Keep the filter; one of the same name is replaced. Raises InputError.fields["name"]."""
        named = " ".join(name.split())
        with self._context.store.write(self._context.actor) as uow:
            known = {title.casefold(): identity for identity, title, _ in uow.saved_filters.all()}
            identity = known.get(named.casefold()) or new_uuid7(self._context.clock)
            if fault := _fault(named, others=len(known.keys() - {named.casefold()})):
                raise InputError(f"{fault} Saringan belum disimpan.", {"name": fault})
            uow.saved_filters.save(identity, named, as_text(wanted))
            uow.commit()
        return SavedFilter(SavedFilterId(identity), named, wanted), Changes.of(Kind.FILTERS)

    def remove(self, saved_filter_id: SavedFilterId) -> Changes:
        """Forget a kept filter; nobody in it changes."""
        with self._context.store.write(self._context.actor) as uow:
            uow.saved_filters.remove(saved_filter_id)
            uow.commit()
        return Changes.of(Kind.FILTERS)


def _fault(name: str, *, others: int) -> str:
    if not name:
        return "Beri nama saringan ini."
    if len(name) > LONGEST:
        return f"Nama saringan paling panjang {LONGEST} huruf."
    if others >= MOST:
        return f"Sudah ada {MOST} saringan tersimpan. Hapus satu yang tidak dipakai lagi."
    return ""
