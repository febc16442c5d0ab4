"""Reads everything about one person for the person's page, at one moment."""

from __future__ import annotations

from datetime import timedelta

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.person_page import LATELY_DAYS, PersonPage
from nagari_kit.errors import NotFoundError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_people import with_role_labels

_LOOKS_SHOWN = 8


class PersonPageService:
    """Reading is not yet looking: `RecordAccessService` remembers who looked. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def read(self, resident_id: ResidentId) -> PersonPage:
        """The page of a person. Raises NotFoundError."""
        clock = self._context.clock
        since = clock.now() - timedelta(days=LATELY_DAYS)
        with self._context.store.read() as reader:
            record = with_role_labels(
                reader.residents.record(resident_id), self._context.definitions
            )
            lives_on = record.resident.merged_into
            name = ""
            if lives_on is not None:
                try:
                    name = reader.residents.get(lives_on).name.full()
                except NotFoundError:
                    name = "catatan lain"
            return PersonPage(
                record=record,
                events=reader.ledger.timeline(resident_id),
                documents=reader.scans.of(resident_id, clock.today()),
                photo=reader.scans.photo(resident_id),
                looks=reader.accesses.of(resident_id, _LOOKS_SHOWN),
                looks_lately=reader.accesses.count_since(resident_id, since),
                lives_on_as=name,
                area_word=reader.office.profile().area_word,
            )
