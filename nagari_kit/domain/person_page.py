"""Everything about one person, as the person's page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.population import EventRow
from nagari_kit.domain.record_access import RecordAccess
from nagari_kit.domain.resident_documents import ResidentDocument
from nagari_kit.domain.residents import ResidentRecord


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`photo`: JPEG bytes. `looks`: the last ones, of `looks_lately` within LATELY.

    `lives_on_as` names the record that this one was merged into, "" when it was not. `area_word` is
    what the office calls a sub-area.
    """

    record: ResidentRecord
    events: tuple[EventRow, ...]
    documents: tuple[ResidentDocument, ...]
    photo: bytes | None
    looks: tuple[RecordAccess, ...]
    looks_lately: int
    lives_on_as: str
    area_word: str


LATELY_DAYS = 60
