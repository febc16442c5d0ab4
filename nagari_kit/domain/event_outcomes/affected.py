"""The part of the books that a report concerns, what it becomes, and the checks that all share."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from nagari_kit.domain.family_succession import HEAD, proposed_heads, under_new_head
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EffectLine, HouseholdChange, PersonChange
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.errors import InputError

NOT_SAVED = "Peristiwa belum disimpan. Belum ada yang berubah."


@dataclass(frozen=True, slots=True)
class Affected:
    """`members` are the living people of each household, temporary ones too. `today` is the day."""

    people: Mapping[ResidentId, Resident]
    households: Mapping[HouseholdId, Household]
    members: Mapping[HouseholdId, tuple[Resident, ...]]
    today: date

    def person(self, resident_id: ResidentId) -> Resident:
        """Somebody that the report names. Raises InputError."""
        found = self.people.get(resident_id)
        if found is None:
            raise InputError(NOT_SAVED, {"resident_id": "Warga ini tidak ada di data kantor."})
        return found

    def living(self, resident_id: ResidentId) -> Resident:
        """Somebody who must be alive and here. Raises InputError."""
        found = self.person(resident_id)
        if found.life_status is not LifeStatus.ALIVE:
            reason = f"{found.name.full()} sudah tercatat {WORDS[found.life_status]}."
            raise InputError(NOT_SAVED, {"resident_id": reason})
        return found

    def household(self, household_id: HouseholdId) -> Household:
        """A household that the report names. Raises InputError."""
        found = self.households.get(household_id)
        if found is None:
            raise InputError(NOT_SAVED, {"household_id": "KK ini tidak ada di data kantor."})
        return found

    def members_of(self, household_id: HouseholdId | None) -> tuple[Resident, ...]:
        """The living people of a household."""
        return self.members.get(household_id, ()) if household_id is not None else ()


WORDS: Mapping[LifeStatus, str] = {
    LifeStatus.ALIVE: "hidup",
    LifeStatus.DEAD: "meninggal",
    LifeStatus.MOVED: "pindah",
    LifeStatus.MISSING: "hilang",
    LifeStatus.GONE: "pergi",
    LifeStatus.INVALID: "tidak valid",
}


@dataclass(slots=True)
class Outcome:
    """What a report would do; `facts` is what the event remembers of the form, text only."""

    people: list[PersonChange] = field(default_factory=list)
    households: list[HouseholdChange] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    follow_ups: list[EffectLine] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def change(self, before: Resident | None, after: Resident) -> None:
        """Somebody becomes other than they were; a second change of a person joins the first."""
        for place, known in enumerate(self.people):
            if known.after.id == after.id:
                self.people[place] = PersonChange(known.before, after)
                return
        if before != after:
            self.people.append(PersonChange(before, after))

    def settle(self, before: Household | None, after: Household) -> None:
        """A household becomes other than it was."""
        if before != after:
            self.households.append(HouseholdChange(before, after))

    def remember(self, **facts: str) -> None:
        """Keep those facts that say something."""
        self.facts.update({name: text for name, text in facts.items() if text})


def pass_headship(
    outcome: Outcome,
    rest: Iterable[Resident],
    new_head_id: ResidentId | None,
    overruled: Mapping[ResidentId, int],
    day: date,
) -> None:
    """Those who stay get a head when theirs leaves: the one named, else the likeliest.

    Raises InputError when the one named is not among them.
    """
    staying = [_latest(outcome, one) for one in rest]
    if not staying:
        return
    if new_head_id is None:
        if any(one.family_relation == HEAD for one in staying):
            return
        new_head_id = proposed_heads(staying, day)[0].id
    if all(one.id != new_head_id for one in staying):
        reason = "Kepala baru harus salah satu anggota yang tinggal."
        raise InputError(NOT_SAVED, {"new_head_id": reason})
    _refuse_second_head(overruled, new_head_id)
    renewed = under_new_head(staying, new_head_id, overruled)
    for before, after in zip(staying, renewed, strict=True):
        outcome.change(before, after)
    head = next(one for one in renewed if one.id == new_head_id)
    outcome.follow_ups.append(EffectLine(f"{head.name.full()} menjadi kepala keluarga"))


def _refuse_second_head(overruled: Mapping[ResidentId, int], head_id: ResidentId) -> None:
    if any(relation == HEAD and one != head_id for one, relation in overruled.items()):
        reason = "Satu KK hanya punya satu kepala keluarga. Pilih hubungan lain."
        raise InputError(NOT_SAVED, {"relations": reason})


def _latest(outcome: Outcome, one: Resident) -> Resident:
    for change in outcome.people:
        if change.after.id == one.id:
            return change.after
    return one


def refuse_other_homes(people: Iterable[Resident]) -> HouseholdId | None:
    """The one household of all of them. Raises InputError when there are several or nobody."""
    everybody = list(people)
    if not everybody:
        raise InputError(NOT_SAVED, {"resident_ids": "Pilih paling sedikit satu orang."})
    if len({one.id for one in everybody}) != len(everybody):
        raise InputError(NOT_SAVED, {"resident_ids": "Orang yang sama dipilih dua kali."})
    homes = {one.household_id for one in everybody}
    if len(homes) > 1:
        reason = "Pilih orang dari satu KK saja; KK lain dicatat tersendiri."
        raise InputError(NOT_SAVED, {"resident_ids": reason})
    return homes.pop()


def with_head(
    people: Iterable[Resident],
    head_id: ResidentId,
    household_id: HouseholdId,
    overruled: Mapping[ResidentId, int],
) -> tuple[Resident, ...]:
    """The people as members of a household that `head_id` leads. Raises InputError."""
    _refuse_second_head(overruled, head_id)
    return tuple(
        dataclasses.replace(one, household_id=household_id)
        for one in under_new_head(people, head_id, overruled)
    )
