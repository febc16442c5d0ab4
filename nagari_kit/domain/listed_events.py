"""Events that tell of many records at once: a list that was read in, not fifty thousand facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nagari_kit.domain.events import REMARKS, Event, Spelled
from nagari_kit.domain.record_spelling import RecordSpelling
from nagari_kit.domain.residents import Household, Resident

AT_ONCE = 100
"""Records in one event: 50 kB, a second on the slowest link that offices have."""

_UNLIKE = frozenset(
    {
        "id", "nik", "name", "household_id", "parents", "father_name", "mother_name", "papers",
        "birth_certificate", "nomor_kk",
    }
)  # fmt: skip
"""Fields that hardly repeat from one record to the next."""


class ListTelling:
    """Tells of the people and households of one list, in events of at most `AT_ONCE`."""

    def __init__(self) -> None:
        self._people = RecordSpelling(Resident, unlike=_UNLIKE, known_only=True, without=REMARKS)
        self._homes = RecordSpelling(Household, unlike=_UNLIKE, known_only=False)

    def registered(self, people: Sequence[Resident]) -> Iterator[Event]:
        """These people entered the books; of each what `resident_registered` says."""
        for start in range(0, len(people), AT_ONCE):
            told = self._people.spell(people[start : start + AT_ONCE])
            yield _listed("resident.list_registered", "people", told)

    def saved(self, homes: Sequence[Household]) -> Iterator[Event]:
        """These KK were opened or amended; of each what `household_saved` says."""
        for start in range(0, len(homes), AT_ONCE):
            told = self._homes.spell(homes[start : start + AT_ONCE])
            yield _listed("household.list_saved", "households", told)


def _listed(kind: str, name: str, told: list[str]) -> Event:
    return Event(kind, 1, Spelled(f'{{"{name}":[{",".join(told)}]}}'), len(told))
